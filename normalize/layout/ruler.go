package layout

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"

	"fuhe/extract/document"
)

// ruled is one line laid on a ruler: one slot for each place of the line. The second place of a wide
// character holds the mark second.
type ruled []rune

const second rune = -1

// joined stands for the blank that a program sets between a figure and a Chinese character of one cell:
// 160 套, in 2021 年.
const joined rune = -2

// rule lays a line on a ruler. Programs that print pages as text give a Chinese character one place, as
// pdftotext does, or two, as a terminal does: wide tells which.
//
// Where the page sets figures apart from Chinese characters, a single blank between them parts no cells.
func rule(text string, wide, apart bool) ruled {
	out := make(ruled, 0, len(text))
	runes := []rune(text)
	for i, r := range runes {
		if apart && r == ' ' && i > 0 && i+1 < len(runes) && figureAndHan(runes[i-1], runes[i+1]) {
			out = append(out, joined)
			continue
		}
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

// figureAndHan reports whether one is a Latin letter, a figure or its sign and the other a Chinese character.
func figureAndHan(a, b rune) bool {
	return narrow(a) && unicode.Is(unicode.Han, b) || unicode.Is(unicode.Han, a) && narrow(b)
}

// setApart reports whether the lines have a blank between most figures and the Chinese characters beside them.
func setApart(lines []document.Line) bool {
	apart, close := 0, 0
	for _, l := range lines {
		before, blank := ' ', false
		for _, r := range l.Text {
			if r == ' ' {
				blank = !blank && before != ' '
				if !blank {
					before = ' '
				}
				continue
			}
			switch {
			case !figureAndHan(before, r):
			case blank:
				apart++
			default:
				close++
			}
			before, blank = r, false
		}
	}
	return apart > 2 && apart > 2*close
}

// blank reports whether nothing stands at the place.
func (l ruled) blank(p int) bool { return p < 0 || p >= len(l) || l[p] == ' ' }

// between is the text from one place to another, without blanks around it.
func (l ruled) between(from, to int) string {
	from, to = min(max(from, 0), len(l)), min(max(to, 0), len(l))
	if from >= to {
		return ""
	}
	var room [256]byte // enough for most cells
	out := room[:0]
	for _, r := range l[from:to] {
		if r >= 0 {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(bytes.TrimSpace(out))
}

// empty reports whether nothing stands between two places.
func (l ruled) empty(from, to int) bool {
	for p := max(from, 0); p < min(to, len(l)); p++ {
		if l[p] >= 0 && l[p] != ' ' {
			return false
		}
	}
	return true
}

// widePlaces reports whether lines were laid out on a ruler on which a Chinese character takes two places: there
// more words stand below one another than on one where each takes one.
func widePlaces(lines []document.Line) bool {
	below := [2]int{}
	for k, wide := range []bool{false, true} {
		var before []stretch
		for _, l := range lines {
			words := rule(l.Text, wide, false).stretches(2)
			below[k] += belowOneAnother(before, words)
			before = words
		}
	}
	return below[1] > below[0]
}

// belowOneAnother is how many words of a line, but the first, begin below one of the line before, or stand in
// the middle below one.
func belowOneAnother(above, line []stretch) (n int) {
	for _, s := range line[min(1, len(line)):] {
		if slices.ContainsFunc(above, func(a stretch) bool { return a.from == s.from || a.middle() == s.middle() }) {
			n++
		}
	}
	return n
}

// stretch is a stretch of one line between blanks: the places from and up to.
type stretch struct {
	text     string
	from, to int
}

func (s stretch) middle() int { return s.from + s.to }

func overlap(a, b stretch) bool { return a.from < b.to && b.from < a.to }

// stretches cuts a line where at least so many blanks stand.
func (l ruled) stretches(gap int) []stretch { return l.stretchesFrom(0, gap) }

// stretchesFrom are those from a place on.
func (l ruled) stretchesFrom(from, gap int) (out []stretch) {
	for i := from; i < len(l); i++ {
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

// sums cuts a row of sums: where two blanks stand, and between figures that one blank parts, 100 95.20.
func (l ruled) sums() (out []stretch) {
	words := l.stretches(1)
	for _, s := range l.stretches(2) {
		n := 0
		for n < len(words) && words[n].to <= s.to {
			n++
		}
		inside := words[:n]
		words = words[n:]
		if slices.ContainsFunc(inside, func(w stretch) bool { return !wholeFigure(w.text) }) {
			inside = []stretch{s}
		}
		out = append(out, inside...)
	}
	return out
}

// spansOf are the stretches of places on which something stands, parted where no line has a word that crosses:
// by corridors, or by an edge alone where the widest word of one column ends and all of the next begin.
func spansOf(lines []ruled) (out []stretch) {
	var used, joined []bool // joined: some line has words on this place and on the one before
	for _, l := range lines {
		for len(used) < len(l) {
			used, joined = append(used, false), append(joined, false)
		}
		for i := range l {
			if !l.blank(i) {
				used[i], joined[i] = true, joined[i] || !l.blank(i-1)
			}
		}
	}
	for i := 0; i < len(used); i++ {
		if !used[i] {
			continue
		}
		end := i + 1
		for end < len(used) && used[end] && joined[end] {
			end++
		}
		out = append(out, stretch{from: i, to: end})
		i = end - 1
	}
	return out
}
