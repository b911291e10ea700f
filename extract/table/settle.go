package table

import (
	"cmp"
	"slices"

	"fuhe/extract/document"
)

// settle reads the text of each cell and gives up the tables that are none: pictures without text, and
// frames around other things, whose glyphs join the free ones.
func (d *desk) settle(parts []*part, free []*document.Glyph, page int) ([]*part, []*document.Glyph) {
	var kept []*part
	for _, p := range parts {
		p.page = page
		for i := range p.cells {
			p.cells[i].read(d, page)
		}
		p.spill()
		switch {
		case p.blank():
		case p.evidence == document.Shaded && (!p.written() || p.striped()), p.evidence == document.Clipped && p.crowded():
			free = p.release(free)
		case p.single() && p.frames(parts):
			free = p.release(free)
		default:
			p.trim()
			p.combed()
			if b := p.banded(); b != nil {
				kept = append(kept, b)
			} else {
				free = p.release(free)
			}
		}
	}
	return kept, free
}

// release adds the glyphs of the part to the free ones.
func (p *part) release(free []*document.Glyph) []*document.Glyph {
	for i := range p.cells {
		free = append(free, p.cells[i].glyphs...)
	}
	return free
}

// banded looks for columns in a table whose rules or shades draw rows only. What remains a column of
// shades is no table.
func (p *part) banded() *part {
	if p.columns() > 1 || p.rows() < 2 {
		return p
	}
	var lines []line
	for i := range p.cells {
		lines = append(lines, p.cells[i].lines...)
	}
	f := &frame{x0: p.box.X0, x1: p.box.X1, ys: p.ys}
	if found := new(trial).aligned(stripsOf(lines), p.page, f, false); found != nil {
		return found
	}
	if p.evidence == document.Shaded {
		return nil
	}
	return p
}

// read turns the glyphs of the cell into lines and joined text.
func (c *cell) read(d *desk, page int) {
	c.page = page
	if len(c.glyphs) == 0 {
		return
	}
	c.write(d.lines(c.glyphs, page))
}

// write makes the lines the text of the cell.
func (c *cell) write(lines []line) {
	c.lines = lines
	if len(lines) == 1 {
		c.text = lines[0].text()
		return
	}
	c.text = joinedText(c.written(), func(i int) bool { return c.full(&lines[i]) })
}

// written is the text of each line.
func (c *cell) written() []string {
	texts := make([]string, len(c.lines))
	for i := range c.lines {
		texts[i] = c.lines[i].text()
	}
	return texts
}

// full reports whether the line leaves no room in the cell, or within its padding, for one more digit.
func (c *cell) full(l *line) bool {
	room := c.box.Width() - l.box.Width()
	return room <= 0.15*c.box.Width()+0.6*l.size || room-2*c.pad(l) < digitWidth*l.size
}

// digitWidth is the width of a digit in the size of its font.
const digitWidth = 0.5

// pad is what a line leaves blank before it, as far as it may be the cell's padding.
func (c *cell) pad(l *line) float64 { return min(max(l.box.X0-c.box.X0, 0), inset) }

// inset is the most blank in points that is taken for a cell's own padding.
const inset = 6.0

// ends reports whether the line leaves no room for so many more Chinese characters within the padding.
func (c *cell) ends(l *line, more int) bool {
	return c.full(l) || c.box.Width()-l.box.Width()-2*c.pad(l) < float64(more)*l.size
}

func (p *part) blank() bool {
	return !slices.ContainsFunc(p.cells, func(c cell) bool { return c.text != "" })
}

// crowded reports whether several cells hold texts with wide gaps between them: boxes of whole lines.
func (p *part) crowded() bool {
	texts, several := 0, 0
	for i := range p.cells {
		if p.cells[i].text == "" {
			continue
		}
		texts++
		if slices.ContainsFunc(p.cells[i].lines, func(l line) bool { return len(l.pieces) > 1 }) {
			several++
		}
	}
	return 10*several > texts
}

// striped reports whether a cell over several columns holds a row of texts: where every other row is shaded, what
// stands between two shades is no cell.
func (p *part) striped() bool {
	return slices.ContainsFunc(p.cells, func(c cell) bool {
		return c.cols > 2 && slices.ContainsFunc(c.lines, func(l line) bool { return len(l.pieces) >= fewestAbreast })
	})
}

// written reports whether at least two rows hold several texts, and half of the cells hold any: white
// areas behind a title are no table.
func (p *part) written() bool {
	texts := make([]int, p.rows())
	n := 0
	for i := range p.cells {
		if c := &p.cells[i]; c.text != "" {
			texts[c.row]++
			n++
		}
	}
	rows := 0
	for _, k := range texts {
		if k > 1 || p.columns() == 1 && k == 1 {
			rows++
		}
	}
	return rows > 1 && 2*n >= len(p.cells)
}

// single reports whether the part has but one cell that is really there.
func (p *part) single() bool {
	n := 0
	for i := range p.cells {
		if c := &p.cells[i]; c.text != "" || !c.outside {
			n++
		}
	}
	return n < 2
}

// frames reports whether another table lies within the part.
func (p *part) frames(parts []*part) bool {
	return slices.ContainsFunc(parts, func(o *part) bool {
		return o != p && p.box.Holds(o.box.X0, o.box.Y0) && p.box.Holds(o.box.X1, o.box.Y1)
	})
}

// arrange puts lines and parts of tables into reading order.
func arrange(p *document.Page, lines []line, parts []*part) sheet {
	s := sheet{page: p.Number, width: p.Width, height: p.Height}
	for i := range lines {
		s.items = append(s.items, item{line: &lines[i]})
	}
	for _, t := range parts {
		s.items = append(s.items, item{part: t})
	}
	s.sort()
	return s
}

func (s *sheet) sort() {
	slices.SortStableFunc(s.items, func(a, b item) int {
		return cmp.Or(cmp.Compare(a.top(), b.top()), cmp.Compare(a.box().X0, b.box().X0))
	})
}

// top is where an item begins: of a line its middle, so that one that touches a table's edge stays on
// its own side.
func (i item) top() float64 {
	if i.line != nil {
		return (i.line.box.Y0 + i.line.box.Y1) / 2
	}
	return i.part.box.Y0
}
