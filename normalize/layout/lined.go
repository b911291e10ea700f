package layout

import (
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

// linedHeader reads one line as the headers of a table whose rows have lines of their own. The label of
// the whole block may stand in front of them.
func (w *walker) linedHeader(line document.Line) (header, bool) {
	words := lexicon.WholeBrackets(strings.Fields(line.Text))
	if len(words) < 4 || len(squeeze(line.Text)) > 4*headerChars {
		return header{}, false
	}
	heads := []lexicon.Header{{}}
	if len(words[0]) > longestLabel || !balanced(words[0]) || w.isField(words[0]) {
		return header{}, false
	}
	for _, word := range words[1:] {
		role := w.lex.Role(word)
		if role == "" {
			return header{}, false
		}
		heads = append(heads, lexicon.Header{Role: role})
	}
	h := linearHeader(heads)
	return h, h.kind == fundsHeader || h.kind == indicatorHeader
}

// rowsOf cuts the tokens into rows, each in its line if the copy is such a one.
func (w *walker) rowsOf(h header, lined bool, tokens []token) (rows []row, each bool) {
	rows = w.parse(h, tokens)
	if !lined || len(rows) == 0 {
		return rows, false
	}
	strict := w.parseAs(h, tokens, true)
	if len(strict) == 0 || 5*strict[len(strict)-1].end < 4*rows[len(rows)-1].end {
		return rows, false
	}
	return strict, true
}
