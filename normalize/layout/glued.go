package layout

import (
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// Glued text: copies that lost what stood between the cells, 安装水标尺10≥266米≥266米10. Each line is one
// row; where its cells begin is searched for by the roles of the columns and by their arithmetic.

// gluedShare: a header line has lost its divisions where it has fewer words than half its columns.
const gluedShare = 2

// gluedHead reads a line as the glued headers of a table, behind a label of the block if there is one:
// 年度绩效目标1（80分）一级指标二级指标.
func (w *walker) gluedHead(text string) (h header, label string) {
	if strings.ContainsAny(text, "。；|") || utf8.RuneCountInString(text) > headerChars+labelRunes {
		return header{}, ""
	}
	squeezed := squeeze(text)
	for at := range squeezed {
		if utf8.RuneCountInString(squeezed[:at]) > labelRunes {
			break
		}
		if at > 0 && !w.headLabel(squeezed[:at]) || !w.lex.HeaderStart(squeezed[at:]) {
			continue
		}
		heads := w.lex.Headers(squeezed[at:])
		if len(strings.Fields(text))*gluedShare > len(heads) {
			continue
		}
		if h := linearHeader(heads); h.kind == fundsHeader || h.kind == indicatorHeader {
			return h, squeezed[:at]
		}
	}
	return header{}, ""
}

// headLabel reports whether the text can stand beside headers as the label of their block.
func (w *walker) headLabel(text string) bool {
	return strings.HasSuffix(text, "）") || strings.HasSuffix(text, ")") || w.lex.Has(lexicon.GoalBlock, text) || w.lex.Has(lexicon.IndicatorHead, text)
}

// labelRunes is the most characters that a block's label before glued headers has.
const labelRunes = 24

// glued reads a table of glued text that begins at line i, and returns how many lines it took.
func (w *walker) glued(lines []document.Line, i int) int {
	h, head := w.gluedHead(strings.TrimSpace(lines[i].Text))
	if h.kind == noHeader {
		return 0
	}
	rows, n := w.gluedRows(h, lines, i+1)
	if len(rows) == 0 {
		return 0
	}
	w.startTable()
	w.noteMoney(lines[i].Text)
	w.gluedBlock(head, lines[i].Place)
	if h.kind == indicatorHeader && !h.scored() {
		w.beginListing(lines[i].Place, !h.has(lexicon.Actual))
		defer w.endListing()
	}
	w.linear = true
	for _, rec := range rows {
		w.take(h, rec)
	}
	w.pastRows()
	for ; i+n+1 < len(lines); n++ {
		line := lines[i+n+1]
		title := w.gluedTitle(squeeze(line.Text))
		if title == "" || !w.takeBlock(title, piece{text: strings.TrimPrefix(squeeze(line.Text), title), place: line.Place}) {
			break
		}
	}
	return n + 1
}

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

// gluedBlock takes the label before glued headers: an annual goal, or a block with its weight.
func (w *walker) gluedBlock(head string, place document.Place) {
	name, weight := label(head)
	switch {
	case isGoal(name):
		w.enterGoal(name, weight, place)
	case weight != "":
		w.block = lexicon.Key(name)
		w.addSection(form.Section{Name: w.block}, weight, place)
	}
}

// gluedRows reads lines as rows until one cannot be a row.
func (w *walker) gluedRows(h header, lines []document.Line, i int) (rows []record, n int) {
	for ; i+n < len(lines) && n < regionLines; n++ {
		text := squeeze(lines[i+n].Text)
		if text == "" || pageNumber(text) {
			continue
		}
		if next, _ := w.gluedHead(text); next.kind != noHeader || w.gluedTitle(text) != "" {
			break
		}
		rec, ok := w.gluedRow(h, text, lines[i+n].Place)
		if !ok {
			break
		}
		if rec != nil {
			rows = append(rows, rec)
		}
	}
	return rows, n
}

// gluedRow reads one line as a row; a row of which only the name is there comes back as nil.
func (w *walker) gluedRow(h header, text string, place document.Place) (record, bool) {
	if rec := w.gluedTotal(text, place); rec != nil && h.kind == indicatorHeader {
		return rec, true
	}
	if h.kind == fundsHeader && !strings.ContainsAny(text, "0123456789") && utf8.RuneCountInString(text) <= 12 {
		return nil, true // 其他资金, nothing filled in
	}
	s := gluedSearch{walk: w, text: text, money: h.kind == fundsHeader}
	for _, c := range h.columns {
		s.roles = append(s.roles, c.role)
	}
	spans, sure := s.best()
	if spans == nil {
		return nil, false
	}
	rec := record{}
	for c, role := range s.roles {
		p := piece{text: text[spans[c].from:spans[c].to], place: place.Quoting(text[spans[c].from:spans[c].to])}
		if role == lexicon.Name && !sure {
			p.doubt = form.InferredCut
		}
		rec[role] = p
	}
	return rec, true
}

// gluedTotal reads the row that closes the table: 总分10099.25.
func (w *walker) gluedTotal(text string, place document.Place) record {
	text = strings.TrimLeft(text, "….·")
	at := strings.IndexAny(text, "0123456789")
	if at <= 0 || !w.totalWord(text[:at]) {
		return nil
	}
	rec := record{lexicon.Name: {text: text[:at], place: place.Quoting(text[:at])}}
	figures := text[at:]
	if rest, ok := strings.CutPrefix(figures, "100"); ok && rest != "" && rest[0] != '.' && rest != "分" {
		rec[lexicon.Weight] = piece{text: "100", place: place.Quoting("100")}
		figures = rest
	}
	rec[lexicon.Score] = piece{text: figures, place: place.Quoting(figures)}
	if !rec[lexicon.Score].entry().Numeric() {
		return nil
	}
	return rec
}
