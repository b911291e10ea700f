package layout

import (
	"strings"

	"fuhe/normalize/quantity"
)

// blankAt reports whether an edge at character p cuts no word of the line.
func blankAt(line string, p int) bool {
	runes := []rune(line)
	return p >= len(runes) || p == 0 || quantity.IsSpace(runes[p]) || quantity.IsSpace(runes[p-1])
}

// corridor is the middle of the widest run of places from a to b that no line crosses; one with nothing
// behind it only if there is no other.
func (t *laid) corridor(a, b int) (int, bool) {
	best, width := 0, 0
	for p := a; p <= b; p++ {
		run := p
		for run <= b && t.clear(run) {
			run++
		}
		if run-p > width && (width == 0 || t.wordsBehind(run)) {
			best, width = (p+run)/2, run-p
		}
		p = max(p, run)
	}
	return best, width > 0
}

func (t *laid) wordsBehind(p int) bool {
	for _, l := range t.lines[t.from:t.to] {
		if len([]rune(strings.TrimRight(l.Text, " "))) > p {
			return true
		}
	}
	return false
}

// nearest is the place before b, and behind some words, that no line crosses: the last there is.
func (t *laid) nearest(b int) (int, bool) {
	for b > 0 && !t.clear(b) {
		b--
	}
	for b > 1 && t.clear(b-1) && !t.wordsUpTo(b) {
		b--
	}
	return b, b > 1
}

// wordsUpTo reports whether the words of some line end at the place.
func (t *laid) wordsUpTo(p int) bool {
	for _, l := range t.lines[t.from:t.to] {
		if runes := []rune(l.Text); p <= len(runes) && !quantity.IsSpace(runes[p-1]) {
			return true
		}
	}
	return false
}

func (t *laid) clear(p int) bool {
	for _, l := range t.lines[t.from:t.to] {
		if !blankAt(l.Text, p) {
			return false
		}
	}
	return true
}

// labelEdge is where a label of the whole block ends that stands left of the first column, or 0.
func (t *laid) labelEdge(end int) int {
	for p := 1; p < end && p <= max(t.heads[0].from, end-1); p++ {
		if t.clear(p) && t.parts(p, end) {
			return p
		}
	}
	return 0
}

// parts reports whether words stand on either side of the place, before the end: on one line, or, beside
// the names of funds, on any.
func (t *laid) parts(p, end int) bool {
	before, behind := false, false
	for _, l := range t.lines[t.from:t.to] {
		left, right := between(l.Text, 0, p) != "", between(l.Text, p, end) != ""
		if left && right {
			return t.left > 0 || (t.header.kind == indicatorHeader || t.header.kind == goalHeader) && p <= t.heads[0].from
		}
		before, behind = before || left, behind || right
	}
	return before && behind && t.left > 0
}

// between is the text of a line from one character to another, without blanks around it.
func between(line string, from, to int) string {
	runes := []rune(line)
	from, to = min(from, len(runes)), min(to, len(runes))
	return strings.TrimSpace(string(runes[from:to]))
}
