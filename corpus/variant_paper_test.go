package corpus_test

import (
	"math/rand/v2"
	"strings"
	"unicode"
)

// paper is a report while it is written as text: the lines so far, and the habits of the program that
// copied the text out of a file. The habits are drawn once for each report.
type paper struct {
	rnd   *rand.Rand
	lines []string

	width    int      // characters of a prose line, in half-widths; 0: paragraphs are not broken
	gap      float64  // blank lines between lines of prose
	rowGap   float64  // blank lines between rows of a table
	alone    float64  // a short cell stands on a line of its own
	spaced   float64  // blanks between characters and figures
	atLeast  []string // how ≥ is written, one or several
	atMost   []string
	footer   string // of a page: %d is its number; blank for none
	feed     string // what a page end leaves at the start of the next line
	page     int
	rowsLeft int // rows until the next page end
}

func newPaper(rnd *rand.Rand) *paper {
	p := &paper{rnd: rnd, page: 1,
		width:   pick(rnd, []int{52, 56, 60, 66}),
		gap:     pick(rnd, []float64{0, 1, 1, .3}),
		rowGap:  pick(rnd, []float64{0, .5, .9}),
		alone:   pick(rnd, []float64{0, .1, 1}),
		spaced:  pick(rnd, []float64{0, .5, 1}),
		atLeast: pick(rnd, [][]string{{"≥"}, {"≧", "≥"}, {">="}, {"≧"}}),
		atMost:  pick(rnd, [][]string{{"≤"}, {"≦", "≤"}, {"<="}}),
		footer:  pick(rnd, []string{"", "%", "- % -", "— % —", "第 % 页"}),
		feed:    pick(rnd, []string{"", " ", "\f"}),
	}
	p.rowsLeft = 3 + rnd.IntN(12)
	return p
}

// say writes a paragraph, broken into lines as its page was.
func (p *paper) say(text string) {
	for _, line := range broken(p.space(text), p.width) {
		p.lines = append(p.lines, line)
		if chance(p.rnd, p.gap) {
			p.lines = append(p.lines, "")
		}
	}
}

// turn ends a page, at times.
func (p *paper) turn() {
	if p.rowsLeft--; p.rowsLeft > 0 {
		return
	}
	p.rowsLeft = 6 + p.rnd.IntN(14)
	p.endPage()
}

func (p *paper) endPage() {
	if p.footer != "" {
		p.lines = append(p.lines, "", strings.ReplaceAll(p.footer, "%", integer(p.page)))
	}
	p.page++
	p.lines = append(p.lines, p.feed)
}

func (p *paper) bytes() []byte { return []byte(strings.Join(p.lines, "\n") + "\n") }

// target prints the target as the report's author wrote comparators.
func (p *paper) target(s string) string {
	if rest, ok := strings.CutPrefix(s, ">="); ok {
		return pick(p.rnd, p.atLeast) + rest
	}
	if rest, ok := strings.CutPrefix(s, "<="); ok {
		return pick(p.rnd, p.atMost) + rest
	}
	return s
}

// space puts blanks between ideographs and figures, as word processors do.
func (p *paper) space(s string) string {
	if p.spaced == 0 {
		return s
	}
	var b strings.Builder
	var last rune
	for _, r := range s {
		if (unicode.Is(unicode.Han, last) && unicode.IsDigit(r) || figure(last) && unicode.Is(unicode.Han, r)) && chance(p.rnd, p.spaced) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

func figure(r rune) bool { return unicode.IsDigit(r) || r == '%' }

// broken breaks a text after width half-widths: anywhere between characters, but never inside a figure
// or a word of letters, nor before a closing or after an opening mark.
func broken(s string, width int) (lines []string) {
	if width == 0 {
		return []string{s}
	}
	line, used := "", 0
	for _, w := range words(s) {
		if n := halfWidths(w); line != "" && used+n > width && !strings.ContainsRune("，。；、：）”》", []rune(w)[0]) {
			line, used = carry(&lines, line)
			w = strings.TrimLeft(w, " ")
		}
		line, used = line+w, used+halfWidths(w)
	}
	return append(lines, line)
}

// carry ends a line; an opening mark at its end goes to the next.
func carry(lines *[]string, line string) (rest string, used int) {
	for _, open := range []string{"（", "“", "《"} {
		if cut, ok := strings.CutSuffix(line, open); ok && cut != "" {
			line, rest = cut, open
		}
	}
	*lines = append(*lines, strings.TrimRight(line, " "))
	return rest, halfWidths(rest)
}

// words cuts a text into what cannot be broken.
func words(s string) (list []string) {
	whole := false
	for _, r := range s {
		solid := r < unicode.MaxASCII && r != ' '
		if solid && whole {
			list[len(list)-1] += string(r)
		} else {
			list = append(list, string(r))
		}
		whole = solid || strings.ContainsRune("≥≧≤≦", r)
	}
	return list
}

func halfWidths(s string) (n int) {
	for _, r := range s {
		n++
		if r > 0x2000 {
			n++
		}
	}
	return n
}
