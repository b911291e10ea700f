package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// Linear text: the grid is gone, cells and words are broken over lines. A region begins where a run of
// lines names the columns of a table; its tokens are then cut into rows by the roles of the columns.

const (
	headerLines = 80   // the most lines that one run of headers is spread over
	headerChars = 90   // and the most characters
	regionLines = 600  // the most lines of one region
	regionWords = 4000 // and the most words: what is longer is no table of this kind

	mostHeadTries = 1 << 17 // runs of lines that may be headers; then each line is read by itself: a file of nothing but headers is no report
)

// region reads a table of linear text that begins at line i, and returns how many lines it took.
func (w *walker) region(lines []document.Line, i int) int {
	h, n, ok := w.headerRun(lines, i)
	if !ok {
		return 0
	}
	if h.kind == goalHeader {
		return w.goalCells(lines, i, n)
	}
	w.rule, w.meaning, w.level1, w.level2 = carriedCell{}, carriedCell{}, "", ""
	for _, l := range lines[i : i+n] {
		w.noteMoney(l.Text)
	}
	w.gluedBlock(h.block, lines[i].Place)
	tokens := w.regionTokens(h, lines, i+n)
	rows, _ := w.rowsOf(h, n == 1, tokens)
	if h.kind == indicatorHeader && !h.scored() {
		w.beginListing(lines[i].Place, !h.has(lexicon.Actual))
		defer w.endListing()
	}
	w.linear = w.linear || len(rows) > 0
	if leftOver(rows, tokens, figureToken) > mostFiguresLeft {
		w.form.Doubt = form.LostGrid
	}
	end := 0
	for _, row := range rows {
		w.lost = w.lost || h.kind == indicatorHeader && wordsLost(tokens[min(end, row.start):row.start])
		w.take(h, row.record)
		end = row.end
	}
	if end == 0 {
		return n
	}
	w.pastRows()
	return n + (tokens[end-1].line - (i + n)) + 1
}

// closingRow takes the row that closes a table where something else stands between them: 其他需要说明事项 无, and then
// 总分 100 97.5 优.
func (w *walker) closingRow(lines []document.Line, i int) int {
	rec, n := w.closing(lines, i)
	if n > 0 {
		w.addTotal(rec)
	}
	return n
}

// closing reads such a row, and tells how many lines it takes; 0 where there is none.
func (w *walker) closing(lines []document.Line, i int) (*record, int) {
	if !w.hasRows() || !w.form.Total.Weight.Missing() || !w.lex.Has(lexicon.TotalWords, firstWords(lines[i].Text)) {
		return nil, 0
	}
	var row []printed
	for k := i; k < min(i+2*mostTotalCells, len(lines)) && len(row) < mostTotalCells; k++ {
		if text := quantity.TrimSpace(lines[k].Text); text != "" {
			row = append(row, printed{text, k, lines[k].Place})
		}
	}
	l := w.latticeOf(header{}, w.tokens(row, parted{}))
	n := l.totalCells(0)
	if n == 0 {
		return nil, 0
	}
	rec := l.totalRecord(0, n)
	if weight := rec.at(lexicon.Weight); weight.text == "" || !totals(weight.entry(), rec.at(lexicon.Score).entry()) {
		return nil, 0
	}
	return rec, l.tokens[n-1].line - i + 1
}

// mostTotalCells is the most cells of such a row: its label, the weight, the score, the grade.
const mostTotalCells = 4

// firstWords is a line up to its first figure, without blanks: 总分 of 总  分 100.
func firstWords(text string) string {
	if i := strings.IndexAny(text, "0123456789"); i >= 0 {
		text = text[:i]
	}
	return squeeze(text)
}

// mostFiguresLeft is the most figures between and below the rows of a table that may be no cells of it: page numbers, a
// note. Where there are more, cells were lost.
const mostFiguresLeft = 6

// shortestLost is the fewest characters of a word between two rows that may be of a sentence.
const shortestLost = 4

// wordsLost reports whether tokens that no row took may be what explains one of them.
func wordsLost(between []token) bool {
	return slices.ContainsFunc(between, func(t token) bool { return t.shape == textShape && runes(t.text) >= shortestLost })
}

// goalCells takes the two cells under 预期目标 | 实际完成情况 where they can be told apart: both on one line,
// or a line each, and then no more of the block. Else they stay running text.
func (w *walker) goalCells(lines []document.Line, i, n int) int {
	var cells []printed
	for k := i + n; k < len(lines) && len(cells) <= 2; k++ {
		text := quantity.TrimSpace(lines[k].Text)
		if _, _, ok := w.headerRun(lines, k); ok || text == "" && len(cells) > 0 {
			break
		}
		for _, cell := range strings.Fields(text) {
			cells = append(cells, printed{cell, k, lines[k].Place})
		}
	}
	if len(cells) != 2 || !prose(cells[0].text) && !prose(cells[1].text) && !w.twins(cells) {
		return 0
	}
	for k, head := range []string{"预期目标", "实际完成情况"} {
		w.addCellText(cells[k].text, head, cells[k].place)
	}
	return cells[1].line - i + 1
}

// twins reports whether two cells speak of the same things.
func (w *walker) twins(cells []printed) bool {
	return lexicon.Similar(cells[0].text, cells[1].text) >= 50
}

func (w *walker) take(h header, rec *record) {
	if earlier := rec.at(earlierTarget); rec.text(lexicon.Target) == "" && earlier.text != "" {
		rec.put(lexicon.Target, earlier)
	}
	switch {
	case h.kind == projectsHeader:
		w.addListed(rec, blankEntry(piece{}))
	case w.totalWord(rec.text(lexicon.Name)) && h.kind != fundsHeader:
		w.addTotal(rec)
	case h.kind == fundsHeader && w.lex.Role(rec.text(lexicon.FundName)) == lexicon.Sequence: // 列次 1 2 3
	case h.kind == fundsHeader:
		w.addFund(rec)
	case h.kind == indicatorHeader:
		w.addIndicator(rec)
	case h.kind == summaryHeader:
		w.addSummary(rec)
	}
}

// regionTokens cuts the lines of the region into tokens, up to what cannot be part of the table.
func (w *walker) regionTokens(h header, lines []document.Line, i int) []token {
	sentences := h.has(lexicon.Reason) || h.has(lexicon.Method) || h.has(lexicon.Rule) || h.has(lexicon.Meaning)
	var region []printed
	words := 0
	for k := i; k < min(i+regionLines, len(lines)); k++ {
		text := quantity.TrimSpace(lines[k].Text)
		if text == "" || pageNumber(text) || columnNumbers(text) || w.runningHead(text) {
			continue
		}
		explained := h.has(lexicon.Reason) && len(region) > 0 && w.measuresIn(lines, k, region[len(region)-1].text)
		if !explained && w.regionEnds(lines, k) || !sentences && prose(text) {
			break
		}
		if words += wordsIn(text); words > regionWords {
			break
		}
		region = append(region, printed{text, k, lines[k].Place})
	}
	return w.withoutUnused(w.tokens(region, h.parted()))
}

// measuresIn reports whether the measures that a line begins with are told in the cell of the line before, as the rest
// of a reason: …延期到货。 and then 改进措施：….
func (w *walker) measuresIn(lines []document.Line, k int, before string) bool {
	end, _ := utf8.DecodeLastRuneInString(before)
	if !strings.ContainsRune("。；，;", end) {
		return false
	}
	joined := ""
	for _, l := range lines[k:min(k+labelLines, len(lines))] {
		joined += squeeze(l.Text)
		if head, _, colon := cutSign(joined, "：:"); colon || len(joined) > longestLabel {
			return colon && w.lex.Has(lexicon.MeasuresBlock, head)
		}
	}
	return false
}

// withoutUnused drops what the template fills cells with where no name was written: 指标2 before …… or another level.
func (w *walker) withoutUnused(tokens []token) []token {
	kept := tokens[:0]
	for i, t := range tokens {
		switch {
		case strings.Trim(t.text, "….·") == "":
		case filler(t.text) && strings.TrimLeft(strings.TrimPrefix(t.text, "指标"), "0123456789：:") == "" && (i+1 == len(tokens) || w.beginsNothing(tokens[i+1].text)):
		default:
			kept = append(kept, t)
		}
	}
	return kept
}

// beginsNothing reports whether a word behind a filler shows that no name stands there.
func (w *walker) beginsNothing(word string) bool {
	name, _ := label(word)
	return strings.Trim(word, "….·") == "" || filler(word) || w.totalWord(word) || w.lex.Has(lexicon.Level1Words, name) || w.lex.Has(lexicon.Level2Words, name)
}

// prose reports whether a line is running text, not a cell.
func prose(text string) bool {
	return strings.Contains(text, "。") || strings.Count(text, "，") >= 2
}

// fieldsFollow reports whether basic data begin soon: what stands before is the title of a form, not a page's head.
func (w *walker) fieldsFollow(lines []document.Line) bool {
	for _, l := range lines[:min(len(lines), captionReach)] {
		if text := quantity.TrimSpace(l.Text); w.pairs(text) != nil {
			return true
		}
	}
	return false
}

// noteRow reports whether a line is a block of notes below the table in one line: 说明 无, 注：1.….
func (w *walker) noteRow(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	head, _, colon := cutSign(first, "：:")
	if !w.lex.Has(lexicon.NoteBlock, head) {
		return false
	}
	return colon || first != text && w.lex.Role(first) != lexicon.Level1
}

// regionEnds reports whether a line cannot stand in the table: another table's headers, a heading, a
// titled block, an annual goal, a table's title.
func (w *walker) regionEnds(lines []document.Line, k int) bool {
	text := quantity.TrimSpace(lines[k].Text)
	if level, _ := heading(text); level == levelPart || level == levelSection {
		return true
	}
	if _, _, ok := caption(text); ok {
		return true
	}
	if w.ends(lines, k) || w.noteRow(text) || isTitle(text) && w.fieldsFollow(lines[k+1:]) {
		return true
	}
	joined := ""
	for j := k; j < min(k+labelLines, len(lines)); j++ {
		if joined += squeeze(lines[j].Text); len(joined) > longestLabel && j > k {
			break
		}
		head, _ := goalHead(joined)
		if name, _ := label(head); isGoal(name) {
			return true
		}
	}
	return false
}
