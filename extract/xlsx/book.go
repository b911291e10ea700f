package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/document"
)

// headLimit bounds the parts that are decoded as a whole, as styles are: each of their elements takes
// many times its length in memory.
const headLimit = 32 << 20

// book is an open workbook.
type book struct {
	file       *excelize.File
	main       string // path of the workbook part
	sheets     []sheetRef
	strings    []string
	styles     styles
	calc       calculator
	cells      int   // cells read so far
	room       int64 // characters that may still be shown
	hidden     []document.Message
	unresolved []string // addresses of formulas without a result
	broken     []string // names of sheets that break off
}

// sheetRef is one worksheet by name and part.
type sheetRef struct {
	name, part string
	hidden     bool
}

// open opens the workbook and lists its sheets, the visible ones first.
func open(data []byte, limits document.Limits) (b *book, err error) {
	defer func() { // the library trusts the relations between parts
		if r := recover(); r != nil {
			b, err = nil, damaged(fmt.Errorf("workbook: %v", r))
		}
	}()
	lean, err := leanCopy(data, limits)
	if err != nil {
		return nil, err
	}
	file, err := excelize.OpenReader(bytes.NewReader(lean), excelize.Options{
		UnzipSizeLimit: limits.Unpacked, UnzipXMLSizeLimit: limits.Unpacked,
		CultureInfo: excelize.CultureNameZhCN, ShortDatePattern: "yyyy/m/d",
	})
	if err != nil {
		return nil, damaged(err)
	}
	b = &book{file: file, room: limits.Unpacked / 4, main: "xl/workbook.xml"}
	if main := b.relations("_rels/.rels").first("/officeDocument"); main != "" {
		b.main = main
	}
	if b.sheets, err = b.listSheets(); err != nil {
		return nil, damaged(err)
	}
	if b.strings, err = b.sharedStrings(limits.Unpacked); err != nil {
		return nil, err
	}
	b.styles = stylesOf(file)
	b.calc = calculator{file: file}
	return b, nil
}

// leanCopy keeps the parts of the package that hold text and styles, and leaves pictures and the like
// out, so that they are never unpacked.
func leanCopy(data []byte, limits document.Limits) ([]byte, error) {
	pack, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	total := uint64(0)
	for _, part := range pack.File {
		name := strings.ToLower(strings.ReplaceAll(part.Name, `\`, "/"))
		if !needed(name) {
			continue
		}
		if part.Flags&1 != 0 {
			return nil, encrypted()
		}
		total += part.UncompressedSize64
		if total > uint64(limits.Unpacked) || !lengthy(name) && part.UncompressedSize64 > headLimit {
			return nil, tooLarge(fmt.Errorf("part %s: %d bytes", part.Name, part.UncompressedSize64))
		}
		if err := w.Copy(part); err != nil {
			return nil, damaged(err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, damaged(err)
	}
	return out.Bytes(), nil
}

func needed(name string) bool {
	if strings.HasPrefix(name, "xl/drawings/") || strings.Contains(name, "calcchain") || strings.Contains(name, "printersettings") {
		return false
	}
	return strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")
}

// lengthy reports whether the part is read as a stream.
func lengthy(name string) bool {
	return strings.HasPrefix(name, "xl/worksheets/") || strings.HasSuffix(name, "sharedstrings.xml")
}

// part returns the bytes of a part of the package, or nil.
func (b *book) part(name string) []byte {
	value, ok := b.file.Pkg.Load(name)
	if !ok {
		return nil
	}
	data, _ := value.([]byte)
	return data
}

func (b *book) decoder(part string) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(b.part(part)))
	d.Strict = false
	d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		if b.file.CharsetReader == nil {
			return nil, errors.New("unknown charset " + charset)
		}
		return b.file.CharsetReader(charset, in)
	}
	return d
}

// relation leads from one part to another.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

type relations []relation

// relations reads a part of relations; their targets become paths from the root of the package.
func (b *book) relations(part string) relations {
	var found struct {
		Relations []relation `xml:"Relationship"`
	}
	if b.decoder(part).Decode(&found) != nil {
		return nil
	}
	home := path.Dir(path.Dir(part))
	for i, r := range found.Relations {
		target := strings.ReplaceAll(r.Target, `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(home, target)
		}
		found.Relations[i].Target = strings.TrimPrefix(target, "/")
	}
	return found.Relations
}

// first returns the target of the first relation whose type ends so.
func (all relations) first(kind string) string {
	for _, r := range all {
		if strings.HasSuffix(r.Type, kind) {
			return r.Target
		}
	}
	return ""
}

// listSheets lists the worksheets that the workbook names.
func (b *book) listSheets() ([]sheetRef, error) {
	var found struct {
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := b.decoder(b.main).Decode(&found); err != nil {
		return nil, err
	}
	all := b.relations(path.Join(path.Dir(b.main), "_rels", path.Base(b.main)+".rels"))
	var sheets []sheetRef
	for _, s := range found.Sheets {
		i := slices.IndexFunc(all, func(r relation) bool { return r.ID == s.ID })
		if i < 0 || !strings.HasSuffix(all[i].Type, "/worksheet") {
			continue // charts and dialogues
		}
		sheets = append(sheets, sheetRef{s.Name, all[i].Target, s.State != "" && s.State != "visible"})
	}
	slices.SortStableFunc(sheets, func(x, y sheetRef) int {
		switch {
		case x.hidden == y.hidden:
			return 0
		case x.hidden:
			return 1
		}
		return -1
	})
	return sheets, nil
}
