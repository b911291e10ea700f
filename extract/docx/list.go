package docx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"fuhe/extract/numbering"
)

// lists are the numbered lists of a document.
type lists struct {
	numbers map[string]*numbering.List // by w:numId
	looks   map[string]*numbering.Look // by w:abstractNumId
}

// readLists reads the part that describes the lists.
func readLists(a *archive, name string, nesting int) *lists {
	l := &lists{numbers: map[string]*numbering.List{}, looks: map[string]*numbering.Look{}}
	readPart(a, name, nesting, func(r *reader, e xml.StartElement) error {
		switch e.Name.Local {
		case "abstractNum":
			look := numbering.NewLook()
			l.looks[attr(e, "abstractNumId")] = look
			return r.look(look)
		case "num":
			n := &numbering.List{Starts: map[int]int{}, Own: map[int]numbering.Level{}}
			l.numbers[attr(e, "numId")] = n
			return r.numbered(l, n)
		}
		return r.skip()
	})
	return l
}

func (r *reader) look(look *numbering.Look) error {
	return r.each(func(e xml.StartElement) error {
		if i := number(attr(e, "ilvl")); e.Name.Local == "lvl" && i >= 0 && i < numbering.Levels {
			return r.level(&look.Levels[i])
		}
		return r.skip()
	})
}

func (r *reader) level(lv *numbering.Level) error {
	return r.each(func(e xml.StartElement) error {
		val := attr(e, "val")
		switch e.Name.Local {
		case "start":
			lv.Start = number(val)
		case "numFmt":
			lv.Format = val
		case "AlternateContent": // a format that older programs do not know
			return r.each(func(xml.StartElement) error { return r.level(lv) })
		case "lvlText":
			lv.Text = val
		case "isLgl":
			lv.Legal = on(e)
		case "lvlRestart":
			lv.Restart = number(val)
		case "pStyle":
			lv.Style = val
		}
		return r.skip()
	})
}

func (r *reader) numbered(l *lists, n *numbering.List) error {
	return r.each(func(e xml.StartElement) error {
		i := number(attr(e, "ilvl"))
		switch {
		case e.Name.Local == "abstractNumId":
			n.Look = l.looks[attr(e, "val")]
		case e.Name.Local == "lvlOverride" && i >= 0 && i < numbering.Levels:
			return r.override(n, i)
		}
		return r.skip()
	})
}

func (r *reader) override(n *numbering.List, i int) error {
	return r.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "startOverride":
			n.Starts[i] = number(attr(e, "val"))
		case "lvl":
			lv := numbering.NewLevel(i)
			err := r.level(&lv)
			n.Own[i] = lv
			return err
		}
		return r.skip()
	})
}

// number reads a whole number; what is none counts as 0.
func number(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil {
		return 0
	}
	return n
}
