package table

import (
	"cmp"
	"math"
	"slices"

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
func struckOut(p *document.Page) []bool {
	var strikes []strike
	for _, r := range p.Rules {
		if !r.Vertical && finite(r.At, r.From, r.To) && r.From < r.To {
			strikes = append(strikes, strike{r, math.Inf(1), math.Inf(-1), 0})
		}
	}
	if len(strikes) == 0 {
		return nil
	}
	slices.SortFunc(strikes, func(a, b strike) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.From, b.From)) })
	by := make([]int, len(p.Glyphs))
	var near nearStrikes
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if by[i] = near.through(strikes, g); by[i] >= 0 {
			s := &strikes[by[i]]
			s.x0, s.x1, s.size = min(s.x0, g.Box.X0), max(s.x1, g.Box.X1), max(s.size, g.Size)
		}
	}
	out := make([]bool, len(p.Glyphs))
	for i, k := range by {
		out[i] = k >= 0 && strikes[k].ends()
	}
	return out
}

// nearStrikes are the lines, from and up to, at the height at which those through the glyphs of one line run.
type nearStrikes struct {
	base, size float64
	from, to   int
}

// through is the index of the line through a glyph, or -1. Lines are sorted by their heights.
func (n *nearStrikes) through(strikes []strike, g *document.Glyph) int {
	if g.Turned {
		return -1
	}
	if g.Base != n.base || g.Size != n.size {
		*n = nearTo(strikes, g)
	}
	x := (g.Box.X0 + g.Box.X1) / 2
	for k := n.from; k < n.to; k++ {
		if strikes[k].From < x && x < strikes[k].To {
			return k
		}
	}
	return -1
}

func nearTo(strikes []strike, g *document.Glyph) nearStrikes {
	low := g.Base - strikeLow*g.Size
	k, _ := slices.BinarySearchFunc(strikes, g.Base-strikeHigh*g.Size, func(s strike, at float64) int { return cmp.Compare(s.At, at) })
	to := k
	for to < min(len(strikes), k+mostStrike) && strikes[to].At <= low {
		to++
	}
	return nearStrikes{g.Base, g.Size, k, to}
}

// ends reports whether the line ends with the characters that it is drawn through.
func (s *strike) ends() bool {
	slack := strikeEnd * s.size
	return math.Abs(s.x0-s.From) <= slack && math.Abs(s.x1-s.To) <= slack
}
