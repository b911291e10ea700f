package table

import (
	"cmp"
	"math"
	"slices"

	"fuhe/extract/document"
)

// frame is what rules say about a table that draws rows only: lines of one length below one another, as
// around and within a three-line table (三线表). The shorter ones stand below a heading of several columns.
type frame struct {
	x0, x1  float64
	ys      []float64
	partial []document.Rule
}

const (
	leastFrame = 100.0 // points: shorter rules are underlines
	mostFrames = 200   // of one page
)

// framesOf sorts the horizontal rules that are part of no table by their ends.
func framesOf(across []document.Rule, known []*part) []*frame {
	var out []*frame
	var short []document.Rule
	for _, r := range across {
		if holder(known, (r.From+r.To)/2, r.At) >= 0 {
			continue
		}
		if r.To-r.From < leastFrame {
			short = append(short, r)
			continue
		}
		i := slices.IndexFunc(out, func(f *frame) bool {
			return math.Abs(f.x0-r.From) <= sameEdge && math.Abs(f.x1-r.To) <= sameEdge
		})
		switch {
		case i >= 0:
			out[i].ys = append(out[i].ys, r.At)
		case len(out) < mostFrames:
			out = append(out, &frame{x0: r.From, x1: r.To, ys: []float64{r.At}})
		}
	}
	for _, f := range out {
		f.ys = merged(f.ys)
	}
	out = slices.DeleteFunc(out, func(f *frame) bool { return len(f.ys) < 2 })
	for _, f := range out {
		f.partial = f.within(across, short)
	}
	return out
}

// within are the rules that stand inside the frame and are shorter.
func (f *frame) within(across, short []document.Rule) []document.Rule {
	var out []document.Rule
	for _, rules := range [][]document.Rule{across, short} {
		for _, r := range rules {
			if r.At > f.ys[0] && r.At < f.ys[len(f.ys)-1] && r.From >= f.x0-sameEdge && r.To <= f.x1+sameEdge && r.To-r.From < 0.95*(f.x1-f.x0) {
				out = append(out, r)
			}
		}
	}
	slices.SortFunc(out, func(a, b document.Rule) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return slices.Compact(out)
}

// band is the index of the stretch between two rules in which the line stands, or -1.
func (f *frame) band(l *line) int {
	mid := (l.box.Y0 + l.box.Y1) / 2
	if l.box.X0 < f.x0-sameEdge || l.box.X1 > f.x1+sameEdge || mid < f.ys[0] || mid >= f.ys[len(f.ys)-1] {
		return -1
	}
	k, found := slices.BinarySearch(f.ys, mid)
	if found {
		return k
	}
	return k - 1
}

// framed finds the run of lines, from start, that stand in bands of the frame which hold columns. It
// returns the end of the run, or start if there is none, and where the next one may begin.
func (f *frame) framed(strips []strip, start int) (end, next int) {
	end = start
	for end < len(strips) {
		band := f.band(strips[end].line)
		if band < 0 {
			return end, end + 1
		}
		last, several := end, 0
		for ; last < len(strips) && f.band(strips[last].line) == band; last++ {
			if len(strips[last].chunks) > 1 {
				several++
			}
		}
		if 10*several < 6*(last-end) {
			return end, last
		}
		end = last
	}
	return end, end
}
