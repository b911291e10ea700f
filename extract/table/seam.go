package table

import (
	"cmp"
	"math"
	"slices"

	"fuhe/extract/document"
)

// seam is where two pages beside one another are cut: the right edge of the one and the left edge of the other.
type seam struct{ left, right float64 }

// shift is how far right of where it is printed the right page stands.
func (at seam) shift() float64 { return at.left - at.right }

// seam is the edge at which both parts end and begin.
func (p pair) seam() seam { return seam{p.left.box.X1, p.right.box.X0} }

// seamOf is the outermost seam of the tables on two pages.
func seamOf(pairs []pair) seam {
	s := pairs[0].seam()
	for _, p := range pairs {
		s.left, s.right = max(s.left, p.left.box.X1), min(s.right, p.right.box.X0)
	}
	return s
}

const (
	sameLine  = 0.5  // points by which the baselines of a text that is cut may differ
	mostTwice = 3    // characters at the seam that may be printed on both pages
	overSeam  = 0.05 // sizes by which such a text reaches over the seam, at least
)

// cuts reports whether the seam cuts a text in two, and how many characters both pages have: those printed
// across it.
func (at seam) cuts(l, rest *line) (twice int, ok bool) {
	before, behind := (at.left-l.box.X1)/l.size, (rest.box.X0-at.right)/l.size
	gap := before + behind
	if math.Abs(l.base-rest.base) > sameLine || math.Abs(l.size-rest.size) > 0.05*l.size ||
		min(before, behind) > -overSeam || gap > wordGap || gap < -mostTwice {
		return 0, false
	}
	if gap > -wordGap {
		return 0, true
	}
	head, tail := []rune(rest.pieces[0].text), []rune(l.pieces[len(l.pieces)-1].text)
	for n := min(mostTwice, len(head), len(tail)); n > 0; n-- {
		if slices.Equal(tail[len(tail)-n:], head[:n]) {
			return n, true
		}
	}
	return 0, false
}

// mend joins the rest of a text to a line that the seam cut, if it did.
func (at seam) mend(l, rest *line) bool {
	twice, ok := at.cuts(l, rest)
	if !ok {
		return false
	}
	l.pieces = pieced(l.pieces, rest.pieces, twice)
	l.home = homeOf(l.home, l.box)
	l.box.X1 = rest.box.X1
	return true
}

// woven puts lines into reading order and joins those that the seam cut.
func (at seam) woven(lines []line) []line {
	slices.SortStableFunc(lines, func(a, b line) int { return cmp.Or(cmp.Compare(a.base, b.base), cmp.Compare(a.box.X0, b.box.X0)) })
	var out []line
	for i := range lines {
		if n := len(out); n == 0 || !at.mend(&out[n-1], &lines[i]) {
			out = append(out, lines[i])
		}
	}
	return out
}

// mendOne joins the rest of a text to the one of the lines that the seam cut, if there is any.
func (at seam) mendOne(lines []line, rest *line) bool {
	for i := range lines {
		if at.mend(&lines[i], rest) {
			return true
		}
	}
	return false
}

// cutText reports whether a line of the page goes on behind the seam on the other one.
func (s *sheet) cutText(right *sheet, at seam) bool {
	ends := s.endsAt(at)
	return slices.ContainsFunc(right.items, func(it item) bool { return it.line != nil && ends.before(it.line, at) != nil })
}

// ends are the lines of a page that end near a seam, from top to bottom.
type ends []*line

func (s *sheet) endsAt(at seam) ends {
	var out ends
	for _, it := range s.items {
		if it.line != nil && math.Abs(at.left-it.line.box.X1) <= (mostTwice+1)*it.line.size {
			out = append(out, it.line)
		}
	}
	slices.SortStableFunc(out, func(a, b *line) int { return cmp.Compare(a.base, b.base) })
	return out
}

// before is the line that goes on behind the seam with the one given, or nil.
func (e ends) before(rest *line, at seam) *line {
	first, _ := slices.BinarySearchFunc(e, rest.base-sameLine, func(l *line, base float64) int { return cmp.Compare(l.base, base) })
	for _, l := range e[first:] {
		if l.base > rest.base+sameLine {
			break
		}
		if _, ok := at.cuts(l, rest); ok {
			return l
		}
	}
	return nil
}

// cutCell reports whether the seam cuts a merged cell, or a text in a cell.
func (p pair) cutCell() bool {
	if a, b := p.left.brim(), p.right.brim(); !(a.openRight && b.openLeft) && !a.overRight && !b.overLeft {
		return false
	}
	at := p.seam()
	return slices.ContainsFunc(p.faces(), func(f faces) bool { return f.one() || f.cutBy(at) })
}

// take joins a page that stands right of this one.
func (s *sheet) take(right *sheet, at seam) {
	for _, p := range slices.Concat(s.grids(), right.grids()) {
		p.known = nil
	}
	s.gather(func(p *part, l *line) bool { return l.box.X1 > p.box.X1 && p.attach(l, p.box.X1) })
	right.gather(func(p *part, l *line) bool { return l.box.X0 < p.box.X0 && p.attach(l, p.box.X0) })
	right.move(at.shift())
	at.right = at.left
	ends, pairs := s.endsAt(at), s.level(right)
	for _, p := range pairs {
		p.join(at)
		s.replace(p.left)
		right.replace(p.right)
	}
	for _, it := range right.items {
		joined := slices.ContainsFunc(pairs, func(p pair) bool { return p.right == it.part })
		if !joined && (it.part != nil || !ends.mend(it.line, at)) {
			s.items = append(s.items, it)
		}
	}
	for _, p := range pairs {
		s.items = p.left.hold(s.items, at)
	}
	right.items = nil
	s.sort()
}

// gather gives the characters that stand across an edge of a table to the text in the cell there, which they begin
// or end.
func (s *sheet) gather(attach func(p *part, l *line) bool) {
	grids := s.grids()
	s.items = slices.DeleteFunc(s.items, func(it item) bool {
		return it.line != nil && slices.ContainsFunc(grids, func(p *part) bool { return attach(p, it.line) })
	})
}

// attach joins characters that stand across an outer edge to the line of a cell there that they begin or end.
func (p *part) attach(stray *line, edge float64) bool {
	if reach := overSeam * stray.size; stray.box.X0 > edge+reach || stray.box.X1 < edge-reach {
		return false
	}
	for i := range p.cells {
		c := &p.cells[i]
		for k := range c.lines {
			if c.lines[k].attach(stray) {
				c.rewrite(c.lines)
				return true
			}
		}
	}
	return false
}

// attach joins characters to the line that they stand right beside.
func (l *line) attach(stray *line) bool {
	a, b := l, stray
	if a.box.X0 > b.box.X0 {
		a, b = b, a
	}
	if math.Abs(a.base-b.base) > sameLine || math.Abs(b.box.X0-a.box.X1) > wordGap*a.size {
		return false
	}
	l.pieces, l.box = pieced(a.pieces, b.pieces, 0), a.box.Union(b.box)
	return true
}

// pieced joins the pieces of a text that was cut within one of them; both halves have so many characters.
func pieced(head, tail []piece, twice int) []piece {
	out := slices.Concat(head, tail[1:])
	cut := &out[len(head)-1]
	cut.text, cut.x1 = cut.text+string([]rune(tail[0].text)[twice:]), tail[0].x1
	return out
}

// mend joins the rest of a text to the line that the seam cut, if there is one.
func (e ends) mend(rest *line, at seam) bool {
	l := e.before(rest, at)
	return l != nil && at.mend(l, rest)
}

// move moves all that stands on a page to where it stands beside another one.
func (s *sheet) move(by float64) {
	for _, it := range s.items {
		if it.line != nil {
			it.line.move(by)
			continue
		}
		it.part.move(by)
	}
}

func (p *part) move(by float64) {
	p.home = homeOf(p.home, p.box)
	p.box.X0, p.box.X1 = p.box.X0+by, p.box.X1+by
	for i := range p.xs {
		p.xs[i] += by
	}
	for _, c := range p.whole() {
		c.home = homeOf(c.home, c.box)
		c.box.X0, c.box.X1 = c.box.X0+by, c.box.X1+by
		for i := range c.lines {
			c.lines[i].move(by)
		}
	}
}

func (l *line) move(by float64) {
	l.home = homeOf(l.home, l.box)
	l.box.X0, l.box.X1 = l.box.X0+by, l.box.X1+by
	for i := range l.pieces {
		l.pieces[i].x0, l.pieces[i].x1 = l.pieces[i].x0+by, l.pieces[i].x1+by
	}
}

// homeOf is where something is printed: where it was before it was first moved, or where it stands.
func homeOf(before *document.Box, now document.Box) *document.Box {
	if before != nil {
		return before
	}
	return &now
}

// replace puts a part in the place of those that it was made of.
func (s *sheet) replace(p *part) {
	s.items = slices.DeleteFunc(s.items, func(it item) bool {
		return it.part != nil && it.part.evidence != document.Aligned && it.part.box.Y0 > p.box.Y0-sameHeight && it.part.box.Y1 < p.box.Y1+sameHeight
	})
	s.items = append(s.items, item{part: p})
}
