package layout

import (
	"strings"
	"unicode"
)

// ruled is one line laid on a ruler: one slot for each place of the line. The second place of a wide
// character holds the mark second.
type ruled []rune

const second rune = -1

// rule lays a line on a ruler. Programs that print pages as text give a Chinese character one place, as
// pdftotext does, or two, as a terminal does: wide tells which.
func rule(text string, wide bool) ruled {
	out := make(ruled, 0, len(text))
	for _, r := range text {
		if unicode.IsSpace(r) {
			out = append(out, ' ')
			if wide && r == '\u3000' {
				out = append(out, ' ')
			}
			continue
		}
		out = append(out, r)
		if wide && displayWidth(string(r)) == 2 {
			out = append(out, second)
		}
	}
	return out
}

// blank reports whether nothing stands at the place.
func (l ruled) blank(p int) bool { return p < 0 || p >= len(l) || l[p] == ' ' }

// between is the text from one place to another, without blanks around it.
func (l ruled) between(from, to int) string {
	from, to = min(max(from, 0), len(l)), min(max(to, 0), len(l))
	if from >= to {
		return ""
	}
	var b strings.Builder
	for _, r := range l[from:to] {
		if r != second {
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(b.String())
}

// stretch is a stretch of one line between blanks: the places from and up to.
type stretch struct {
	text     string
	from, to int
}

func (s stretch) middle() int { return s.from + s.to }

func overlap(a, b stretch) bool { return a.from < b.to && b.from < a.to }

// stretches cuts a line where at least so many blanks stand.
func (l ruled) stretches(gap int) (out []stretch) {
	for i := 0; i < len(l); i++ {
		if l.blank(i) {
			continue
		}
		end, blanks := i+1, 0
		for k := end; k < len(l) && blanks < gap; k++ {
			if l.blank(k) {
				blanks++
				continue
			}
			end, blanks = k+1, 0
		}
		out = append(out, stretch{l.between(i, end), i, end})
		i = end
	}
	return out
}

// profile tells of each place in how many lines something stands there.
type profile []int

func profileOf(lines []ruled) profile {
	var p profile
	for _, l := range lines {
		for i := range l {
			for len(p) <= i {
				p = append(p, 0)
			}
			if !l.blank(i) {
				p[i]++
			}
		}
	}
	return p
}

// spans are the stretches of places on which something stands, parted by corridors that no line crosses.
func (p profile) spans() (out []stretch) {
	for i := 0; i < len(p); i++ {
		if p[i] == 0 {
			continue
		}
		end := i
		for end < len(p) && p[end] > 0 {
			end++
		}
		out = append(out, stretch{from: i, to: end})
		i = end
	}
	return out
}
