// Package numbering counts the paragraphs of numbered lists and writes their labels, which word processors keep
// apart from the text: 一、 （一） 1. ①. What a list looks like is told to it; it never reads a file.
package numbering

import "strings"

// Levels is how many levels a list has.
const Levels = 9

// Look describes the labels of a list. Lists that share one are counted together.
type Look struct {
	Levels [Levels]Level
	counts [Levels]int
	begun  [Levels]bool
}

// Level is how one level of a list is labelled.
type Level struct {
	Start   int
	Format  string // as w:numFmt names it: decimal, chineseCounting, …
	Text    string // %1、 with a percent sign for the counter of each level
	Legal   bool   // all counters in digits
	Restart int    // the level, from 1, behind which it starts again; 0 never
	Style   string // the paragraph style that is tied to the level
}

// NewLook is a list that counts 1, 2, 3 in all levels.
func NewLook() *Look {
	l := &Look{}
	for i := range l.Levels {
		l.Levels[i] = NewLevel(i)
	}
	return l
}

// NewLevel is a level as it is where nothing else is said of it.
func NewLevel(i int) Level { return Level{Start: 1, Format: "decimal", Restart: i} }

// List is one use of a look, which may begin anew and look different in some levels. Nil labels nothing.
type List struct {
	Look   *Look
	Starts map[int]int
	Own    map[int]Level
	used   [Levels]bool
}

// Next counts a paragraph at a level, from 0, and returns its label: "" for none, and for bullets, which say
// nothing.
func (n *List) Next(at int) string {
	if n == nil || n.Look == nil || at < 0 || at >= Levels {
		return ""
	}
	a := n.Look
	lv := n.level(at)
	switch start, over := n.Starts[at]; {
	case over && !n.used[at]:
		a.counts[at] = start
	case !a.begun[at]:
		a.counts[at] = lv.Start
	default:
		a.counts[at]++
	}
	n.used[at], a.begun[at] = true, true
	for i := at + 1; i < Levels; i++ {
		if n.level(i).Restart > at {
			a.begun[i] = false
		}
	}
	return n.label(lv)
}

func (n *List) level(i int) Level {
	if lv, ok := n.Own[i]; ok {
		return lv
	}
	return n.Look.Levels[i]
}

// label writes the counters into the label's text.
func (n *List) label(lv Level) string {
	if lv.Format == "bullet" || lv.Format == "none" && !strings.Contains(lv.Text, "%") {
		return ""
	}
	var b strings.Builder
	for i := 0; i < len(lv.Text); i++ {
		if lv.Text[i] != '%' || i+1 == len(lv.Text) || lv.Text[i+1] < '1' || lv.Text[i+1] > '9' {
			b.WriteByte(lv.Text[i])
			continue
		}
		i++
		at := int(lv.Text[i] - '1')
		of := n.level(at)
		count := n.Look.counts[at]
		if !n.Look.begun[at] {
			count = of.Start
		}
		if lv.Legal {
			of.Format = "decimal"
		}
		b.WriteString(counted(of.Format, count))
	}
	return strings.TrimSpace(b.String())
}

// LevelOf is the level that a paragraph style is tied to.
func (n *List) LevelOf(style string) (int, bool) {
	if n == nil || n.Look == nil {
		return 0, false
	}
	for i, lv := range n.Look.Levels {
		if lv.Style == style {
			return i, true
		}
	}
	return 0, false
}
