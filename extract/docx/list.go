package docx

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// levels is how many levels a list has.
const levels = 9

// lists are the numbered lists of a document, with how far each has been counted.
type lists struct {
	numbers   map[string]*numbered // by w:numId
	abstracts map[string]*abstract // by w:abstractNumId
}

// abstract describes the labels of a list. Lists that share one are counted together.
type abstract struct {
	levels [levels]level
	counts [levels]int
	begun  [levels]bool
}

// level is how one level of a list is labelled.
type level struct {
	start   int
	format  string // w:numFmt: decimal, chineseCounting, …
	text    string // %1、 with a percent sign for the counter of each level
	legal   bool   // all counters in digits
	restart int    // the level, from 1, behind which it starts again; 0 never
	style   string
}

// numbered is one use of a list, which may begin anew and look different in some levels.
type numbered struct {
	abstract *abstract
	starts   map[int]int
	levels   map[int]level
	used     [levels]bool
}

// next counts a paragraph of the list and returns its label.
func (l *lists) next(ref listRef) string {
	n := l.numbers[ref.number]
	if n == nil || n.abstract == nil || ref.level < 0 || ref.level >= levels {
		return ""
	}
	a := n.abstract
	lv := n.level(ref.level)
	switch start, over := n.starts[ref.level]; {
	case over && !n.used[ref.level]:
		a.counts[ref.level] = start
	case !a.begun[ref.level]:
		a.counts[ref.level] = lv.start
	default:
		a.counts[ref.level]++
	}
	n.used[ref.level], a.begun[ref.level] = true, true
	for i := ref.level + 1; i < levels; i++ {
		if r := n.level(i).restart; r > ref.level {
			a.begun[i] = false
		}
	}
	return n.label(lv)
}

func (n *numbered) level(i int) level {
	if lv, ok := n.levels[i]; ok {
		return lv
	}
	return n.abstract.levels[i]
}

// label writes the counters into the label's text.
func (n *numbered) label(lv level) string {
	if lv.format == "bullet" || lv.format == "none" && !strings.Contains(lv.text, "%") {
		return ""
	}
	var b strings.Builder
	for i := 0; i < len(lv.text); i++ {
		if lv.text[i] != '%' || i+1 == len(lv.text) || lv.text[i+1] < '1' || lv.text[i+1] > '9' {
			b.WriteByte(lv.text[i])
			continue
		}
		i++
		at := int(lv.text[i] - '1')
		of := n.level(at)
		count := n.abstract.counts[at]
		if !n.abstract.begun[at] {
			count = of.start
		}
		if lv.legal {
			of.format = "decimal"
		}
		b.WriteString(counted(of.format, count))
	}
	return strings.TrimSpace(b.String())
}

// levelOf is the level of the list that the style is tied to.
func (l *lists) levelOf(number, style string) (int, bool) {
	n := l.numbers[number]
	if n == nil || n.abstract == nil {
		return 0, false
	}
	for i, lv := range n.abstract.levels {
		if lv.style == style {
			return i, true
		}
	}
	return 0, false
}

// readLists reads the part that describes the lists.
func readLists(a *archive, name string, nesting int) *lists {
	l := &lists{numbers: map[string]*numbered{}, abstracts: map[string]*abstract{}}
	readPart(a, name, nesting, func(r *reader, e xml.StartElement) error {
		switch e.Name.Local {
		case "abstractNum":
			ab := newAbstract()
			l.abstracts[attr(e, "abstractNumId")] = ab
			return r.abstract(ab)
		case "num":
			n := &numbered{starts: map[int]int{}, levels: map[int]level{}}
			l.numbers[attr(e, "numId")] = n
			return r.numbered(l, n)
		}
		return r.skip()
	})
	return l
}

func newAbstract() *abstract {
	a := &abstract{}
	for i := range a.levels {
		a.levels[i] = level{start: 1, format: "decimal", restart: i}
	}
	return a
}

func (r *reader) abstract(a *abstract) error {
	return r.each(func(e xml.StartElement) error {
		if i := number(attr(e, "ilvl")); e.Name.Local == "lvl" && i >= 0 && i < levels {
			return r.level(&a.levels[i])
		}
		return r.skip()
	})
}

func (r *reader) level(lv *level) error {
	return r.each(func(e xml.StartElement) error {
		val := attr(e, "val")
		switch e.Name.Local {
		case "start":
			lv.start = number(val)
		case "numFmt":
			lv.format = val
		case "AlternateContent": // a format that older programs do not know
			return r.each(func(xml.StartElement) error { return r.level(lv) })
		case "lvlText":
			lv.text = val
		case "isLgl":
			lv.legal = on(e)
		case "lvlRestart":
			lv.restart = number(val)
		case "pStyle":
			lv.style = val
		}
		return r.skip()
	})
}

func (r *reader) numbered(l *lists, n *numbered) error {
	return r.each(func(e xml.StartElement) error {
		i := number(attr(e, "ilvl"))
		switch {
		case e.Name.Local == "abstractNumId":
			n.abstract = l.abstracts[attr(e, "val")]
		case e.Name.Local == "lvlOverride" && i >= 0 && i < levels:
			return r.override(n, i)
		}
		return r.skip()
	})
}

func (r *reader) override(n *numbered, i int) error {
	return r.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "startOverride":
			n.starts[i] = number(attr(e, "val"))
		case "lvl":
			lv := level{start: 1, format: "decimal", restart: i}
			err := r.level(&lv)
			n.levels[i] = lv
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
