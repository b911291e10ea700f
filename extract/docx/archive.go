package docx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
	"path"
	"strings"

	"fuhe/extract/tag"
)

// maxEntries bounds the files in one archive: a document with a thousand pictures has not half as many.
const maxEntries = 10_000

const (
	localHeader     = "PK\x03\x04"
	directoryHeader = "PK\x01\x02"
)

func isZip(data []byte) bool { return bytes.HasPrefix(data, []byte(localHeader)) }

// archive opens the parts of a document. All of them together may unpack to a number of bytes.
type archive struct {
	data     []byte
	files    []*zip.File // nil where the directory is damaged
	left     int64       // bytes that may still be unpacked
	stop     func() error
	salvaged bool  // a part was found without the directory
	err      error // why no more may be unpacked
}

// newArchive reads the directory. Unpacking ends with the error of stop as soon as there is one.
func newArchive(data []byte, unpacked int64, stop func() error) *archive {
	a := &archive{data: data, left: unpacked, stop: stop}
	if a.tooMany() {
		return a
	}
	if z, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
		a.files = z.File
	}
	return a
}

// tooMany counts before the directory is read, which would cost memory for each entry.
func (a *archive) tooMany() bool { return bytes.Count(a.data, []byte(directoryHeader)) > maxEntries }

// hasMain reports whether the archive holds a part that is a document's text.
func (a *archive) hasMain() bool {
	for _, f := range a.files {
		if isMain(partName(f.Name)) {
			return true
		}
	}
	return a.salvage("word/document.xml") >= 0
}

// isMain matches the text's part: word/document.xml, and word/document2.xml as online editors name it.
func isMain(name string) bool {
	number, ok := strings.CutPrefix(name, "word/document")
	number, xml := strings.CutSuffix(number, ".xml")
	return ok && xml && strings.Trim(number, "0123456789") == ""
}

// partName folds what packers do to names.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean(strings.ReplaceAll(name, `\`, "/")), "/"))
}

// part is an open part of the archive.
type part struct {
	io.Reader
	io.Closer
	name string
}

// main opens the text's part: the one that the package's relations name, or the one that is named so.
func (a *archive) main() (*part, error) {
	if name := a.related("")["officeDocument"]; isMain(name) {
		if p := a.open(name); p != nil {
			return p, nil
		}
	}
	for _, f := range a.files {
		if name := partName(f.Name); isMain(name) {
			if p := a.open(name); p != nil {
				return p, nil
			}
		}
	}
	if p := a.open("word/document.xml"); p != nil {
		return p, nil
	}
	return nil, damaged("文件中没有可读的正文（word/document.xml 缺失或损坏）",
		"the file has no readable text part (word/document.xml)", nil)
}

// open opens the part, or returns nil where it is missing or cannot be opened.
func (a *archive) open(name string) *part {
	for _, f := range a.files {
		if partName(f.Name) != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			break
		}
		return &part{Reader: &bounded{r, a}, Closer: r, name: name}
	}
	at := a.salvage(name)
	if at < 0 {
		return nil
	}
	a.salvaged = true
	r := flate.NewReader(bytes.NewReader(a.data[at:]))
	return &part{Reader: &bounded{r, a}, Closer: r, name: name}
}

// salvage finds the packed bytes of a part by its local header, where the directory is lost; -1 if it is
// not there.
func (a *archive) salvage(name string) int {
	const fixed = 30 // bytes of a local header before the name
	if a.files != nil {
		return -1
	}
	for at := 0; ; at += len(localHeader) {
		n := bytes.Index(a.data[at:], []byte(localHeader))
		if n < 0 || at+n+fixed > len(a.data) {
			return -1
		}
		at += n
		h := a.data[at:]
		method, named, extra := binary.LittleEndian.Uint16(h[8:]), int(binary.LittleEndian.Uint16(h[26:])), int(binary.LittleEndian.Uint16(h[28:]))
		end := fixed + named
		if end+extra <= len(h) && method == zip.Deflate && partName(string(h[fixed:end])) == name {
			return at + end + extra
		}
	}
}

// bounded counts what is unpacked against the archive's limit.
type bounded struct {
	r io.Reader
	a *archive
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.a.err != nil {
		return 0, b.a.err
	}
	if err := b.a.stop(); err != nil {
		b.a.err = err
		return 0, err
	}
	n, err := b.r.Read(p)
	if b.a.left -= int64(n); b.a.left < 0 {
		b.a.err = tooLarge("解压后的内容超过上限", "the unpacked content is over the limit")
		return 0, b.a.err
	}
	return n, err
}

// related reads the relations of a part ("" is the package itself): the targets by the last word of their
// type, as parts' names.
func (a *archive) related(name string) map[string]string {
	dir, file := path.Split(name)
	targets := map[string]string{}
	p := a.open(dir + "_rels/" + file + ".rels")
	if p == nil {
		return targets
	}
	defer p.Close()
	in := tag.New(p)
	for {
		e, err := in.Next()
		if err != nil {
			return targets // what is missing falls back to nothing
		}
		if e.Kind != tag.Open || e.Name != "Relationship" || e.Attr("TargetMode") == "External" {
			continue
		}
		target := e.Attr("Target")
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		if kind := path.Base(e.Attr("Type")); targets[kind] == "" {
			targets[kind] = partName(target)
		}
	}
}
