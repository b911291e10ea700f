package layout

import (
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// Glued text: copies that lost what stood between the cells, 安装水标尺10≥266米≥266米10. A line is one row, or a
// whole table; where its cells begin is searched for by the roles of the columns and by their arithmetic.

// glued reads a table of glued text that begins at line i, and returns how many lines it took. What stands behind the
// table in its last line stays there as a line of its own.
func (w *walker) glued(lines []document.Line, i int) int {
	first, text := i, quantity.TrimSpace(lines[i].Text)
	if !mayBeHead(text) {
		return 0
	}
	h, head := w.gluedHead(text)
	if _, n := w.headAt(squeeze(text)); n > 0 && i+1 < len(lines) {
		if two, label := w.gluedHead(text + quantity.TrimSpace(lines[i+1].Text)); two.kind != noHeader {
			h, head, i = two, label, i+1 // headers of two rows
		}
	}
	if h.kind == noHeader {
		return 0
	}
	t := w.gluedTable(h, lines, i+1)
	rows, end := t.read()
	if len(rows) == 0 {
		return 0
	}
	w.story.close()
	w.startTable()
	w.noteMoney(lines[i].Text)
	w.gluedBlock(head, lines[i].Place)
	if h.kind == indicatorHeader && !h.scored() {
		w.beginListing(lines[i].Place, !h.has(lexicon.Actual))
		defer w.endListing()
	}
	w.linear = true
	for _, row := range rows {
		if row.record == nil {
			continue
		}
		w.take(h, row.record)
		if h.kind == fundsHeader && row.record.at(lexicon.FundName).doubt != "" && !w.sureWhole() {
			w.form.Doubt = form.LostGrid // the amounts may be cut otherwise too
		}
	}
	n := t.linesTo(end)
	if t.cutsLine(end) {
		rest := lines[i+n]
		lines[i+n] = document.Line{Text: t.text[end:], Place: rest.Place.Quoting(t.text[end:])}
		n--
	}
	n += w.closingText(lines[i+n+1:])
	w.pastRows()
	for ; i+n+1 < len(lines); n++ {
		line := lines[i+n+1]
		title := w.gluedTitle(squeeze(line.Text))
		if title == "" || !w.takeBlock(title, piece{text: strings.TrimPrefix(squeeze(line.Text), title), place: line.Place}) {
			break
		}
	}
	return n + 1 + i - first
}

// sureWhole reports whether the last row of the funds is a part of a whole whose cells are sure: only the part is doubted.
func (w *walker) sureWhole() bool {
	funds := w.form.Funds
	return len(funds) > 1 && funds[len(funds)-1].Part && funds[0].Budget.Doubt == "" && funds[0].Spent.Doubt == ""
}

// closingText takes the lines behind a table that belong to its form, and returns how many: 评价结论项目实施规范.
func (w *walker) closingText(lines []document.Line) int {
	n := 0
	for n < len(lines) && n < labelLines && w.closes(squeeze(lines[n].Text)) {
		w.story.add(lines[n])
		w.story.close()
		n++
	}
	return n
}

// closes reports whether a line runs on from the title of what is said of the whole form.
func (w *walker) closes(text string) bool {
	for _, word := range []string{"评价结论", "存在问题", "自评结论"} {
		if rest, ok := strings.CutPrefix(text, word); ok && rest != "" {
			return true
		}
	}
	return false
}

// gluedTable gathers the lines under glued headers that may be rows.
func (w *walker) gluedTable(h header, lines []document.Line, i int) *gluedTable {
	t := &gluedTable{walk: w, kind: h.kind, known: pointsOfFunds(w.form), common: map[string]int{}, levelsAt: map[int]bool{}}
	for _, c := range h.columns {
		t.roles = append(t.roles, c.role)
	}
	t.open = i > 0 && i < len(lines) && lines[i].Place.Line > 0 && lines[i].Place.Line == lines[i-1].Place.Line
	var b strings.Builder
	for k := i; k < min(i+regionLines, len(lines)); k++ {
		text := squeeze(lines[k].Text)
		if pageNumber(text) {
			text = ""
		}
		if next, _ := w.gluedHead(text); next.kind != noHeader || w.gluedTitle(text) != "" || k > i && w.fieldsBegin(text) {
			break
		}
		from := b.Len()
		b.WriteString(text)
		t.lines = append(t.lines, gluedPart{from, b.Len(), lines[k].Place})
		if t.open || b.Len() > longestTable {
			break
		}
	}
	t.text = b.String()
	return t
}

// fieldsBegin reports whether a line begins with a label of another form's basic data.
func (w *walker) fieldsBegin(text string) bool {
	n := w.labelAt(text)
	return n > 0 && n < len(text) && !digit(rune(text[n])) && (len(w.labelsIn(text)) > 1 || w.lex.Has(lexicon.ProjectLabel, text[:n]))
}

// tableTail reports whether a text begins with what stands behind tables: a block of text, a field.
func (w *walker) tableTail(text string) bool {
	if w.labelAt(text) > 0 {
		return true
	}
	blocks := lexicon.ReasonBlock | lexicon.MeasuresBlock | lexicon.NoteBlock
	return w.lex.LongestIn(blocks, text, func(string, string) bool { return true }) != ""
}

// linesTo is how many lines the bytes up to end take.
func (t *gluedTable) linesTo(end int) int {
	n := 0
	for n < len(t.lines) && t.lines[n].from < end {
		n++
	}
	return n
}

// cutsLine reports whether a line goes on behind the byte that the table ends at.
func (t *gluedTable) cutsLine(end int) bool { return t.lines[t.linesTo(end)-1].to > end }

// gluedTitle is the title of a text block that a line runs on from: 偏差大或目标未完成原因分析部分协议次年兑付.
// Short titles begin sentences too.
func (w *walker) gluedTitle(text string) string {
	for _, list := range []lexicon.List{lexicon.ReasonBlock, lexicon.MeasuresBlock} {
		title := w.lex.LongestIn(list, text, func(word, rest string) bool { return utf8.RuneCountInString(word) >= 6 && rest != "" })
		if title != "" {
			return title
		}
	}
	return ""
}
