package layout

import (
	"slices"
	"strconv"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
)

// In some copies each row of a table has a line of its own: its cells stand there in order, one blank
// between them, and the empty ones are gone. Where a line ends tells then where a row ends.

// broken reports whether tokens i…i+k cannot be a cell of such a copy: the line ends inside or before them.
func (l *lattice) broken(i, k int, start bool) bool {
	if !l.lined || k == 0 {
		return false
	}
	return l.tokens[i+k-1].first && (k > 1 || !start)
}

// unnamed is the role of a column under a head that says nothing of the form: 指标依据, or a dash.
const unnamed lexicon.Role = "unnamed"

// linedHeader reads one line as the headers of a table whose rows have lines of their own, one word a
// header. The label of the whole block may stand in front of them, others may be unknown.
func (w *walker) linedHeader(line document.Line) (header, bool) {
	if len(line.Text) > longestHeaderLine || wordsIn(line.Text) < fewestLinedHeads {
		return header{}, false
	}
	words := lexicon.WholeBrackets(strings.Fields(line.Text))
	if len(words) < fewestLinedHeads || w.isField(words[0]) {
		return header{}, false
	}
	cells, known := make([]cellAt, len(words)), 0
	for i, word := range words {
		if longerThan(word, longestLinedHead) || holdsSign(word, "，。；：") {
			return header{}, false
		}
		if w.lex.Role(word) != "" {
			known++
		}
		cells[i] = cellAt{Cell: &document.Cell{Text: word, Place: line.Place}, text: word, from: i, to: i + 1}
	}
	if 2*known <= len(words) {
		return header{}, false
	}
	h := w.headerOf(cells, header{})
	if w.lex.Role(words[0]) == "" {
		h.block = words[0]
	}
	if h.kind != fundsHeader && h.kind != indicatorHeader {
		return header{}, false
	}
	h.nameUnnamed()
	return h, true
}

const (
	longestHeaderLine = 600 // bytes of a line of headers
	longestLinedHead  = 30  // characters of one of them
	fewestLinedHeads  = 4   // of them in a line
)

// nameUnnamed gives every column a role: the label of the block, in front of the names, is none.
func (h *header) nameUnnamed() {
	if h.count(lexicon.Name) > 1 && h.columns[0].role == lexicon.Name {
		h.columns = h.columns[1:] // 绩效指标 heads the whole block
	}
	columns := h.columns[:0]
	for _, c := range h.columns {
		if c.role == "" && len(columns) == 0 || slices.ContainsFunc(columns, func(o column) bool { return o.role == c.role }) {
			continue
		}
		if c.role == "" {
			c.role = unnamed
		}
		columns = append(columns, c)
	}
	h.columns = columns
}

// unnamedGain weighs a cell of which nothing is known: dashes most of all.
func (l *lattice) unnamedGain(i, k int) (int, bool) {
	for j := i; j < i+k; j++ {
		if l.tokens[j].shape != blankShape {
			return -2 * k, k == 1
		}
	}
	return pick(k > 0, 2, 0), true
}

// wholeLevel weighs a word in a line of its row as a level that the form names in its own words.
func (l *lattice) wholeLevel(i, k int) bool {
	n := runes(l.tokens[i].text)
	return l.lined && k == 1 && n >= 2 && n <= 12 && !strings.ContainsAny(l.tokens[i].text, "，。；：≥≤%0123456789") && !l.lists(i, i+1).closes
}

// columnNumbers reports whether a line only numbers the columns: 列次 1 2 3.
func columnNumbers(text string) bool {
	words := strings.Fields(text)
	if len(words) > 2 && !strings.ContainsAny(words[0], "0123456789") {
		words = words[1:]
	}
	for i, word := range words {
		if word != strconv.Itoa(i+1) {
			return false
		}
	}
	return len(words) > 1
}

// rowsOf cuts the tokens into rows, each in its line if the copy is such a one.
func (w *walker) rowsOf(h header, lined bool, tokens []token) (rows []row, each bool) {
	l := w.latticeOf(h, tokens)
	rows = l.parse()
	if !lined || len(rows) == 0 {
		return rows, false
	}
	strict := l.parseLines()
	if len(strict) == 0 || 5*strict[len(strict)-1].end < 4*rows[len(rows)-1].end {
		return rows, false
	}
	end := rows[len(rows)-1].end
	if w.cellsLeft(strict, tokens[:end]) > w.cellsLeft(rows, tokens[:end]) {
		return rows, false // some rows are spread over lines
	}
	return strict, true
}

// cellsLeft counts the figures, the levels and the sentences that no row took: other words may be a page's head, these
// are of a row.
func (w *walker) cellsLeft(rows []row, tokens []token) int {
	return leftOver(rows, tokens, func(t token) bool {
		name, _ := label(t.text)
		return figureToken(t) || w.lex.Has(lexicon.Level1Words, name) || w.lex.Has(lexicon.Level2Words, name) || strings.HasSuffix(t.text, "。")
	})
}

// leftOver counts the tokens of a kind that stand between the rows or behind them.
func leftOver(rows []row, tokens []token, kind func(token) bool) (left int) {
	at := 0
	for i := 0; i <= len(rows); i++ {
		start, end := len(tokens), len(tokens)
		if i < len(rows) {
			start, end = rows[i].start, rows[i].end
		}
		for ; at < min(start, len(tokens)); at++ {
			if kind(tokens[at]) {
				left++
			}
		}
		at = max(at, end)
	}
	return left
}

// figureToken reports whether a token is a figure or a date.
func figureToken(t token) bool {
	return t.shape == plainNumber || t.shape == amountShape || t.shape == dateShape
}
