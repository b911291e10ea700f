package ofd

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

	"golang.org/x/text/encoding/htmlindex"

	"fuhe/extract/document"
)

// pack is an open package: a zip of XML parts.
type pack struct {
	parts   map[string]*zip.File // by path in lower case
	room    int64                // bytes that may still be unpacked or drawn
	nesting int
	glyphs  int
	missing []string          // parts that could not be read
	kept    map[string][]byte // parts that several pages draw
}

var errRoom = errors.New("unpacked size")

func open(data []byte, limits document.Limits) (*pack, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged(err)
	}
	p := &pack{parts: map[string]*zip.File{}, room: limits.Unpacked, nesting: limits.Nesting, kept: map[string][]byte{}}
	for _, part := range archive.File {
		name := strings.ToLower(strings.TrimPrefix(path.Clean("/"+slashed(part.Name)), "/"))
		if part.Flags&1 != 0 || name == "encryptions.xml" {
			return nil, encrypted()
		}
		if _, ok := p.parts[name]; !ok {
			p.parts[name] = part
		}
	}
	return p, nil
}

func slashed(name string) string { return strings.ReplaceAll(name, `\`, "/") }

// resolve makes a path of a location that stands in the part, relative to it or from the root.
func resolve(from, location string) string {
	location = slashed(strings.TrimSpace(location))
	if !strings.HasPrefix(location, "/") {
		location = path.Join("/", path.Dir(from), location)
	}
	return strings.TrimPrefix(path.Clean(location), "/")
}

// read unpacks a part. Writers mix upper and lower case.
func (p *pack) read(name string) ([]byte, error) {
	part := p.parts[strings.ToLower(name)]
	if part == nil {
		return nil, fmt.Errorf("%s is missing", name)
	}
	r, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, p.room+1))
	if p.room -= int64(len(data)); p.room < 0 {
		return nil, errRoom
	}
	return data, err
}

// decode reads a small part as a whole. The error is Trouble when a limit is broken.
func (p *pack) decode(name string, into any) error {
	data, err := p.read(name)
	if err != nil {
		return err
	}
	if len(data) > maxHead {
		return errRoom
	}
	return decoder(data).Decode(into)
}

// maxHead bounds the parts that are decoded as a whole.
const maxHead = 32 << 20

func decoder(data []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		e, err := htmlindex.Get(charset)
		if err != nil {
			return nil, err
		}
		return e.NewDecoder().Reader(in), nil
	}
	return d
}

// lose notes a part that could not be read; the error is not nil when the file may not be read on.
func (p *pack) lose(name string, err error) error {
	if errors.Is(err, errRoom) {
		return tooLarge(err)
	}
	if !slices.Contains(p.missing, name) {
		p.missing = append(p.missing, name)
	}
	return nil
}

// outline is what a document says of itself: its pages, templates and resources.
type outline struct {
	box       frame
	pages     []string          // paths
	templates map[string]string // path by ID
	units     map[string][]byte // composite units by ID
}

// frame is a rectangle in millimetres.
type frame struct{ x, y, width, height float64 }

type location struct {
	ID      string `xml:"ID,attr"`
	BaseLoc string `xml:"BaseLoc,attr"`
}

// outlines reads the list of documents and each document's outline.
func (p *pack) outlines() ([]*outline, error) {
	var root struct {
		Bodies []struct {
			Root        string `xml:"DocRoot"`
			Encryptions string `xml:"Encryptions"`
		} `xml:"DocBody"`
		Encryptions string `xml:"Encryptions"`
	}
	if err := p.decode("OFD.xml", &root); err != nil {
		if errors.Is(err, errRoom) {
			return nil, tooLarge(err)
		}
		return nil, damaged(err)
	}
	if root.Encryptions != "" {
		return nil, encrypted()
	}
	var all []*outline
	for _, body := range root.Bodies {
		if body.Encryptions != "" {
			return nil, encrypted()
		}
		o, err := p.outline(resolve("OFD.xml", body.Root))
		if err != nil {
			return nil, err
		}
		all = append(all, o)
	}
	return all, nil
}

func (p *pack) outline(name string) (*outline, error) {
	var doc struct {
		Common struct {
			Area      area       `xml:"PageArea"`
			Public    []string   `xml:"PublicRes"`
			Own       []string   `xml:"DocumentRes"`
			Templates []location `xml:"TemplatePage"`
		} `xml:"CommonData"`
		Pages []location `xml:"Pages>Page"`
	}
	o := &outline{templates: map[string]string{}, units: map[string][]byte{}}
	if err := p.decode(name, &doc); err != nil {
		return o, p.lose(name, err)
	}
	o.box, _ = doc.Common.Area.frame()
	for _, t := range doc.Common.Templates {
		o.templates[t.ID] = resolve(name, t.BaseLoc)
	}
	for _, page := range doc.Pages {
		o.pages = append(o.pages, resolve(name, page.BaseLoc))
	}
	for _, res := range append(doc.Common.Public, doc.Common.Own...) {
		if err := p.resources(resolve(name, res), o.units); err != nil {
			return nil, err
		}
	}
	return o, nil
}

// resources adds the composite units of a part of resources.
func (p *pack) resources(name string, units map[string][]byte) error {
	var res struct {
		Units []struct {
			ID    string `xml:"ID,attr"`
			Inner []byte `xml:",innerxml"`
		} `xml:"CompositeGraphicUnits>CompositeGraphicUnit"`
	}
	if err := p.decode(name, &res); err != nil {
		return p.lose(name, err)
	}
	for _, u := range res.Units {
		units[u.ID] = u.Inner
	}
	return nil
}

// area is a page's boxes; the physical box is the sheet of paper.
type area struct {
	Physical    string `xml:"PhysicalBox"`
	Application string `xml:"ApplicationBox"`
}

func (a area) frame() (frame, bool) {
	for _, text := range []string{a.Physical, a.Application} {
		if n := numbers(text); len(n) == 4 && n[2] > 0 && n[3] > 0 {
			return frame{n[0], n[1], n[2], n[3]}, true
		}
	}
	return frame{width: 210, height: 297}, false
}
