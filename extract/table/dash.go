package table

import (
	"math"

	"fuhe/extract/document"
)

const (
	longestDash   = 14.0 // points; longer pieces are rules of their own
	shortestDash  = 3.0  // shorter ones are dots
	fewestDashes  = 5
	evenDash      = 0.6  // of two neighbours the shorter is at least this share of the longer, gaps alike
	dashGap       = 1.25 // longest gap between dashes, in dashes
	dotGap        = 4.0  // longest gap between dots, in dots
	widestDashGap = 12.0
)

// dashed joins the pieces of dashed and dotted lines among the rules of one position, which are sorted by
// their start. It works in place.
func dashed(rules []document.Rule) []document.Rule {
	out := rules[:0]
	for start := 0; start < len(rules); {
		end := start + 1
		for end < len(rules) && dashes(rules[end-1], rules[end]) && even(rules[max(start, end-2):end+1]) {
			end++
		}
		if end-start >= fewestDashes {
			whole := rules[start]
			whole.To = rules[end-1].To
			out = append(out, whole)
		} else {
			out = append(out, rules[start:end]...)
		}
		start = end
	}
	return out
}

// dashes reports whether two neighbours may be pieces of one dashed line.
func dashes(a, b document.Rule) bool {
	first, second, gap := a.To-a.From, b.To-b.From, b.From-a.To
	length := max(first, second)
	switch {
	case length > longestDash, gap > widestDashGap, gap <= 0, min(first, second) < evenDash*length:
		return false
	case length < shortestDash:
		return gap <= dotGap*length
	}
	return gap <= dashGap*length
}

// even reports whether the gaps between three pieces are alike.
func even(p []document.Rule) bool {
	if len(p) < 3 {
		return true
	}
	a, b := p[1].From-p[0].To, p[2].From-p[1].To
	return math.Abs(a-b) <= (1-evenDash)*max(a, b)
}
