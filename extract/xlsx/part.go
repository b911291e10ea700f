package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"fuhe/extract/document"
	"fuhe/extract/tag"
)

// parts are those of a package that hold text and styles, by their paths in lower case. Pictures and the
// like are left out, so that they are never unpacked.
type parts map[string]*zip.File

func partsOf(data []byte, limits document.Limits) (parts, error) {
	pack, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged(err)
	}
	all := parts{}
	total := uint64(0)
	for _, part := range pack.File {
		name := key(part.Name)
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
		all[name] = part
	}
	return all, nil
}

func key(name string) string { return strings.ToLower(strings.ReplaceAll(name, `\`, "/")) }

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

func (all parts) has(name string) bool { return all[key(name)] != nil }

// copied packs the parts once more.
func (all parts) copied() ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range all {
		if err := w.Copy(part); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

var errMissing = errors.New("part is missing")

// open opens a part for reading.
func (all parts) open(name string) (io.ReadCloser, error) {
	part := all[key(name)]
	if part == nil {
		return nil, fmt.Errorf("%s: %w", name, errMissing)
	}
	return part.Open()
}

// each visits the elements of a part as they begin and end. The error is why it could not be read to its
// end.
func (all parts) each(name string, visit func(tag.Token)) error {
	part, err := all.open(name)
	if err != nil {
		return err
	}
	defer part.Close()
	in := tag.Lenient(part)
	for n := 0; ; n++ {
		e, err := in.Next()
		switch {
		case errors.Is(err, io.EOF) && n > 0:
			return nil
		case err != nil:
			return err
		}
		visit(e)
	}
}

// relation leads from one part to another.
type relation struct{ id, kind, target string }

type relations []relation

// relations reads a part of relations; their targets become paths from the root of the package.
func (all parts) relations(name string) relations {
	var found relations
	home := path.Dir(path.Dir(name))
	err := all.each(name, func(e tag.Token) {
		if e.Kind != tag.Open || e.Name != "Relationship" {
			return
		}
		target := strings.ReplaceAll(e.Attr("Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(home, target)
		}
		found = append(found, relation{e.Attr("Id"), e.Attr("Type"), strings.TrimPrefix(target, "/")})
	})
	if err != nil {
		return nil
	}
	return found
}

// first returns the target of the first relation whose type ends so.
func (all relations) first(kind string) string {
	for _, r := range all {
		if strings.HasSuffix(r.kind, kind) {
			return r.target
		}
	}
	return ""
}

func (all relations) by(id string) (relation, bool) {
	for _, r := range all {
		if r.id == id {
			return r, true
		}
	}
	return relation{}, false
}
