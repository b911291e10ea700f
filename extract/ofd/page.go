package ofd

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"

	"fuhe/extract/document"
)

// maxGlyphs is the most glyphs that are kept of one document.
const maxGlyphs = 5_000_000

// painter draws the objects of one page.
type painter struct {
	pack  *pack
	page  *document.Page
	units map[string][]byte
	depth int
}

// pageHead is what a page says before its content.
type pageHead struct {
	Area      *area    `xml:"Area"`
	Resources []string `xml:"PageRes"`
	Templates []struct {
		ID     string `xml:"TemplateID,attr"`
		ZOrder string `xml:"ZOrder,attr"`
	} `xml:"Template"`
	Content struct {
		Inner []byte `xml:",innerxml"`
	} `xml:"Content"`
}

// page draws one page: its templates behind or before its own content.
func (p *pack) page(o *outline, name string, number int) (document.Page, error) {
	var head pageHead
	page := document.Page{Number: number}
	if err := p.readHead(name, &head); err != nil {
		setSize(&page, o.box)
		return page, p.lose(name, err)
	}
	box := o.box
	if head.Area != nil {
		if own, ok := head.Area.frame(); ok {
			box = own
		}
	}
	setSize(&page, box)
	units := o.units
	if len(head.Resources) > 0 {
		units = maps.Clone(units)
	}
	for _, res := range head.Resources {
		if err := p.resources(resolve(name, res), units); err != nil {
			return page, err
		}
	}
	d := &painter{pack: p, page: &page, units: units}
	toPoints := matrix{a: scale, d: scale, e: -box.x * scale, f: -box.y * scale}
	return page, d.layers(o, name, &head, toPoints)
}

// layers draws the templates behind the content, the content, and the templates before it.
func (d *painter) layers(o *outline, name string, head *pageHead, m matrix) error {
	if err := d.templates(o, head, m, false); err != nil {
		return err
	}
	if err := d.part(name, head.Content.Inner, m); err != nil {
		return err
	}
	return d.templates(o, head, m, true)
}

func (d *painter) templates(o *outline, head *pageHead, m matrix, front bool) error {
	for _, t := range head.Templates {
		if (t.ZOrder == "Foreground") != front {
			continue
		}
		if err := d.template(o.templates[t.ID], m); err != nil {
			return err
		}
	}
	return nil
}

func setSize(page *document.Page, box frame) {
	page.Width, page.Height = box.width*scale, box.height*scale
}

// readHead decodes a page or template once; templates are drawn again and again.
func (p *pack) readHead(name string, head *pageHead) error {
	data, err := p.read(name)
	if err != nil {
		return err
	}
	return decoder(data).Decode(head)
}

func (d *painter) template(name string, m matrix) error {
	if _, known := d.pack.kept[name]; !known {
		var head pageHead
		if broken := d.pack.readHead(name, &head); broken != nil {
			if err := d.pack.lose("template "+name, broken); err != nil {
				return err
			}
		}
		d.pack.kept[name] = head.Content.Inner
	}
	return d.part(name, d.pack.kept[name], m)
}

// part draws the objects of a part; what is broken is noted.
func (d *painter) part(name string, content []byte, m matrix) error {
	err := d.draw(content, m)
	var over *document.Trouble
	if err == nil || errors.As(err, &over) {
		return err
	}
	return d.pack.lose(name, err)
}

// draw reads objects as a stream: layers and blocks are looked through.
func (d *painter) draw(content []byte, m matrix) error {
	if d.pack.room -= int64(len(content)); d.pack.room < 0 {
		return tooLarge(errRoom)
	}
	in := decoder(content)
	for {
		tok, err := in.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := tok.(xml.StartElement); ok {
			if err := d.object(in, e, m); err != nil {
				return err
			}
		}
	}
}

// object draws one object. Clips, actions and pictures are left out.
func (d *painter) object(in *xml.Decoder, e xml.StartElement, m matrix) error {
	switch e.Name.Local {
	case "TextObject":
		var t textObject
		if err := in.DecodeElement(&t, &e); err != nil {
			return err
		}
		d.text(&t, m)
	case "PathObject":
		var o pathObject
		if err := in.DecodeElement(&o, &e); err != nil {
			return err
		}
		d.path(&o, m)
	case "CompositeObject":
		var o compositeObject
		if err := in.DecodeElement(&o, &e); err != nil {
			return err
		}
		return d.composite(&o, m)
	case "ImageObject", "Actions", "Clips":
		return in.Skip()
	}
	if d.pack.glyphs > maxGlyphs {
		return tooLarge(fmt.Errorf("%d glyphs", d.pack.glyphs))
	}
	return nil
}

type compositeObject struct {
	graphic
	Resource string `xml:"ResourceID,attr"`
}

// composite draws a unit of the resources: forms and repeated parts.
func (d *painter) composite(o *compositeObject, m matrix) error {
	unit := d.units[o.Resource]
	if unit == nil || o.hidden() {
		return nil
	}
	if d.depth++; d.depth > d.pack.nesting {
		return tooLarge(fmt.Errorf("units in units, %d deep", d.depth))
	}
	defer func() { d.depth-- }()
	return d.draw(unit, o.matrix().then(m))
}
