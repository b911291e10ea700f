package docx

import (
	"strconv"
	"strings"

	"fuhe/extract/numbering"
	"fuhe/extract/tag"
)

// lists are the numbered lists of a document.
type lists struct {
	numbers map[string]*numbering.List // by w:numId
	looks   map[string]*numbering.Look // by w:abstractNumId
}

// readLists reads the part that describes the lists.
func readLists(a *archive, name string, nesting int) *lists {
	l := &lists{numbers: map[string]*numbering.List{}, looks: map[string]*numbering.Look{}}
	readPart(a, name, nesting, func(r *reader, e tag.Token) error {
		switch e.Name {
		case "abstractNum":
			look := numbering.NewLook()
			l.looks[e.Attr("abstractNumId")] = look
			return r.look(look)
		case "num":
			n := &numbering.List{Starts: map[int]int{}, Own: map[int]numbering.Level{}}
			l.numbers[e.Attr("numId")] = n
			return r.numbered(l, n)
		}
		return r.skip()
	})
	return l
}

func (r *reader) look(look *numbering.Look) error {
	return r.each(func(e tag.Token) error {
		if i := number(e.Attr("ilvl")); e.Name == "lvl" && i >= 0 && i < numbering.Levels {
			return r.level(&look.Levels[i])
		}
		return r.skip()
	})
}

func (r *reader) level(lv *numbering.Level) error {
	return r.each(func(e tag.Token) error {
		val := e.Attr("val")
		switch e.Name {
		case "start":
			lv.Start = number(val)
		case "numFmt":
			lv.Format = val
		case "AlternateContent": // a format that older programs do not know
			return r.each(func(tag.Token) error { return r.level(lv) })
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
	return r.each(func(e tag.Token) error {
		i := number(e.Attr("ilvl"))
		switch {
		case e.Name == "abstractNumId":
			n.Look = l.looks[e.Attr("val")]
		case e.Name == "lvlOverride" && i >= 0 && i < numbering.Levels:
			return r.override(n, i)
		}
		return r.skip()
	})
}

func (r *reader) override(n *numbering.List, i int) error {
	return r.each(func(e tag.Token) error {
		switch e.Name {
		case "startOverride":
			n.Starts[i] = number(e.Attr("val"))
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
