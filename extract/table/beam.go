package table

import (
	"math"

	"fuhe/extract/document"
)

// beams are the rules that run across a page outside of the tables that they draw.
type beams struct {
	rules  []document.Rule
	banded bool // they part most rows of the lines in question
}

const (
	overhanging = 0.5 // share of the texts of two lines that must stand at a rule between them for it to part rows
	mostBanded  = 0.5 // share of the lines of several texts that rules must part for all rows to be parted so
	fewestBeams = 2   // rules between lines below which rows are not parted by them
)

// beamsOf are the rules that are part of no table.
func beamsOf(across []document.Rule, known []*part) beams {
	var out beams
	for _, r := range across {
		if holder(known, (r.From+r.To)/2, r.At) < 0 {
			out.rules = append(out.rules, r)
		}
	}
	return out
}

// mostShadeEdges is how many edges of filled areas a page may have for them to part rows.
const mostShadeEdges = 200

// shadeEdges are the upper and lower edges of the filled areas that may be cells or rows: where every other row
// is shaded, they part all of them.
func shadeEdges(p *document.Page, known []*part) []document.Rule {
	var edges []document.Rule
	for _, b := range bare(cellBoxes(p.Fills, p, known)) {
		edges = append(edges, sidesOf(b)[:2]...)
	}
	if edges = snapped(edges).across; len(edges) > mostShadeEdges {
		return nil
	}
	return edges
}

// of are the beams between lines.
func (b beams) of(strips []strip) beams {
	var out beams
	abreast, inner := 0, 0
	first, last := strips[0].box, strips[len(strips)-1].box
	at := math.Inf(-1)
	for _, r := range b.rules {
		if r.At < first.Y0-first.Height() || r.At > last.Y1+last.Height() {
			continue
		}
		out.rules = append(out.rules, r)
		if r.At > first.Y1-1 && r.At < last.Y0+1 && r.At > at+sameRowGap {
			inner, at = inner+1, r.At
		}
	}
	for i := range strips {
		if len(strips[i].chunks) >= fewestAbreast {
			abreast++
		}
	}
	out.banded = inner >= fewestBeams && float64(inner) >= mostBanded*float64(abreast-1)
	return out
}

// over reports whether a bar runs at a place between two heights.
func (b beams) over(x, y0, y1 float64) bool {
	for _, r := range b.rules {
		if r.At > y0 && r.At < y1 && r.From <= x && x <= r.To {
			return true
		}
	}
	return false
}

// part reports whether a bar parts two lines: it runs below or above most of their texts.
func (b beams) part(above, here []mark) bool {
	if len(b.rules) == 0 {
		return false
	}
	y0, y1 := middleOf(above[0].line), middleOf(here[0].line)
	n := 0
	for _, marks := range [][]mark{above, here} {
		for i := range marks {
			if b.over((marks[i].x0+marks[i].x1)/2, y0, y1) {
				n++
			}
		}
	}
	return n > 0 && float64(n) >= overhanging*float64(len(above)+len(here))
}

// crossed is how much speaks against a row with beams between the lines of its texts.
func (b beams) crossed(t *tier) float64 {
	sum := 0.0
	if len(b.rules) == 0 {
		return sum
	}
	for i := range t.bunches {
		m := t.bunches[i].marks
		for k := 1; k < len(m); k++ {
			if b.over((m[k].x0+m[k].x1)/2, middleOf(m[k-1].line), middleOf(m[k].line)) {
				sum += ruledOff
			}
		}
	}
	return sum
}

// middleOf is the height in whose middle a line stands.
func middleOf(l *line) float64 { return (l.box.Y0 + l.box.Y1) / 2 }
