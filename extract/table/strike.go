package table

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"fuhe/extract/document"
)

const (
	strikeLow  = 0.15 // sizes above the baseline between which a line strikes a character out
	strikeHigh = 0.5
	strikeEnd  = 0.3 // sizes by which it may end before or behind the characters
	mostStrike = 20  // lines at the height of one character that are looked at
)

// strike is a line drawn through characters, from where the first begins to where the last ends.
type strike struct {
	document.Rule
	x0, x1, size float64 // of what it is drawn through
}

// struckOut tells which glyphs are struck out: those are deleted, and print only to show it. The rules of
// tables reach beyond the characters that they touch.
func (d *desk) struckOut(p *document.Page) []bool {
	strikes := d.strikesOf(p.Rules)
	if len(strikes) == 0 {
		return nil
	}
	near := nearStrikes{all: strikes}
	for i := range p.Glyphs {
		if s := near.through(&p.Glyphs[i]); s != nil {
			s.reach(&p.Glyphs[i])
		}
	}
	if !slices.ContainsFunc(strikes, func(s strike) bool { return s.ends() }) {
		return nil
	}
	out := make([]bool, len(p.Glyphs))
	for i := range p.Glyphs {
		s := near.through(&p.Glyphs[i])
		out[i] = s != nil && s.ends()
	}
	return out
}

// strikesOf are the level rules by their heights, drawn through nothing yet.
func (d *desk) strikesOf(rules []document.Rule) []strike {
	strikes := d.strikes[:0]
	for _, r := range rules {
		if !r.Vertical && finite(r.At, r.From, r.To) && r.From < r.To {
			strikes = append(strikes, strike{r, math.Inf(1), math.Inf(-1), 0})
		}
	}
	d.strikes = strikes
	slices.SortFunc(strikes, func(a, b strike) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.From, b.From)) })
	return strikes
}

// reach notes that the line is drawn through the glyph.
func (s *strike) reach(g *document.Glyph) {
	s.x0, s.x1, s.size = min(s.x0, g.Box.X0), max(s.x1, g.Box.X1), max(s.size, g.Size)
}

// nearStrikes are the lines, from and up to, at the height at which those through the glyphs of one line run.
type nearStrikes struct {
	all        []strike // sorted by their heights
	base, size float64
	from, to   int
}

// through is the line through a glyph, or nil.
func (n *nearStrikes) through(g *document.Glyph) *strike {
	if g.Turned {
		return nil
	}
	if g.Base != n.base || g.Size != n.size {
		n.moveTo(g)
	}
	x := (g.Box.X0 + g.Box.X1) / 2
	for k := n.from; k < n.to; k++ {
		if s := &n.all[k]; s.From < x && x < s.To {
			return s
		}
	}
	return nil
}

// moveTo finds the lines at the height of a glyph.
func (n *nearStrikes) moveTo(g *document.Glyph) {
	n.base, n.size = g.Base, g.Size
	high, low := g.Base-strikeHigh*g.Size, g.Base-strikeLow*g.Size
	n.from = sort.Search(len(n.all), func(k int) bool { return n.all[k].At >= high })
	n.to = n.from
	for n.to < min(len(n.all), n.from+mostStrike) && n.all[n.to].At <= low {
		n.to++
	}
}

// ends reports whether the line ends with the characters that it is drawn through.
func (s *strike) ends() bool {
	slack := strikeEnd * s.size
	return math.Abs(s.x0-s.From) <= slack && math.Abs(s.x1-s.To) <= slack
}
