package layout

import (
	"slices"
	"strconv"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// gridWalk is the state of reading one table.
type gridWalk struct {
	*reader
	table  *document.Table
	header header
	headed int    // row of the header
	upper  header // a row of headings that make no table yet, the first of two
	uppers int    // its row
	open   *form.Listing
	told   toldFund
	cells  record // of the row that is read
}

// table reads one table: rows of basic data, headers and the rows under them, section rows, totals and
// blocks, in whatever order the form has them. A table that a page's end cut off from its head goes on
// under the headers of the one before.
func (r *reader) table(t *document.Table) {
	w := &gridWalk{reader: r, table: t}
	if before := r.before; before != nil && w.continues(before) {
		w.header, w.headed = before.header, -2
		r.listing = before.open
	} else {
		r.startTable()
	}
	r.aligned = r.aligned || t.Evidence == document.Aligned
	grid := t.Grid()
	var own []cellAt
	for i := range grid {
		if own = rowCells(own[:0], grid[i], i); len(own) > 0 {
			w.row(i, own)
		}
	}
	w.endTold()
	r.before, w.open = w, r.listing
	r.endListing()
}

// continues reports whether the table is the rest of the one before: the same columns, and no header of
// its own on top.
func (w *gridWalk) continues(before *gridWalk) bool {
	t := w.table
	if before.header.kind == noHeader || t.Evidence != before.table.Evidence || t.Rows == 0 {
		return false
	}
	if t.Columns != before.table.Columns && (!slidden(t) || t.Columns > before.table.Columns) {
		return false
	}
	first := rowCells(nil, t.Grid()[0], 0)
	return len(first) > 1 && w.headerOf(first, header{}).kind == noHeader &&
		(!w.isField(squeeze(first[0].text)) || w.totalWord(first[0].text))
}

// row reads one row, by its cells that hold text.
func (w *gridWalk) row(i int, own []cellAt) {
	h := w.headerOf(own, w.above(i))
	if h.kind != noHeader {
		w.enter(h, i, own)
		return
	}
	if w.numbersColumns(own) {
		return
	}
	w.upper, w.uppers = h, i
	switch {
	case w.section(own), w.goalRow(own), w.blockRow(own), w.story(own):
	case w.header.kind != noHeader && !w.signed(own) && w.dataRow(own):
	default:
		w.fields(own)
	}
}

// numbersColumns reports whether a row only numbers the columns: 列次 | 1 | 2 | 3.
func (w *gridWalk) numbersColumns(own []cellAt) bool {
	if len(own) < fewestNumbers || !holdsSign(own[0].text, ones) && w.lex.Role(own[0].text) != lexicon.Sequence {
		return false
	}
	number := 0
	for _, c := range own {
		q := quantity.Parse(c.text)
		if q.Kind != quantity.Number {
			if w.lex.Role(c.text) != lexicon.Sequence {
				return false
			}
			continue
		}
		if number++; q.Value != strconv.Itoa(number) || q.Unit != "" {
			return false
		}
	}
	return number >= fewestNumbers
}

const (
	fewestNumbers = 3      // columns that are numbered
	ones          = "1１一壹" // as the number of the first is written
)

// signed reports whether a row is of labels with their values in the same cells or in the next ones, as where
// people sign below a table: 项目负责人：… | 财务负责人：, or 项目负责人 | … | 财务负责人 | ….
func (w *gridWalk) signed(own []cellAt) bool {
	return w.fieldsIn(own, 1) || len(own) > 1 && !w.totalWord(own[0].text) && w.fieldsIn(own, 2)
}

// fieldsIn reports whether every step-th cell names a field; one that stands for itself and its value has a colon.
func (w *gridWalk) fieldsIn(own []cellAt, step int) bool {
	for i := 0; i < len(own); i += step {
		if step == 1 && !holdsSign(own[i].text, "：:") {
			return false
		}
		if name, _ := splitField(own[i].text); !w.isField(name) {
			return false
		}
	}
	return true
}

// above is the header in force if it stands just above the row, for headers of two rows.
func (w *gridWalk) above(i int) header {
	switch {
	case w.header.kind != noHeader && w.headed == i-1:
		return w.header
	case w.uppers == i-1:
		return w.upper
	}
	return header{}
}

func (w *gridWalk) enter(h header, row int, own []cellAt) {
	if !h.has(lexicon.Level2) {
		w.level2 = ""
	}
	w.header, w.headed = h, row
	w.endListing()
	if h.kind == indicatorHeader && !h.scored() {
		w.beginListing(w.table.Place, !h.has(lexicon.Actual))
	}
	if h.kind == indicatorHeader {
		w.makeRoom(min(w.table.Rows-row-1, mostRoom))
	}
	for _, c := range own {
		w.noteMoney(c.text)
		if role := w.lex.Role(c.text); !c.shared && (role == "" || role == lexicon.Name && c.RowSpan > 2) {
			w.blockLabel(c) // 绩效指标（90分） may stand left of all rows
		}
	}
}

// mostRoom is for how many rows, paragraphs or lines room is made at once.
const mostRoom = 128

// makeRoom makes room for the rows below a header: an indicator is large, and dear to move.
func (w *gridWalk) makeRoom(rows int) {
	if w.listing != nil {
		w.listing.Indicators = slices.Grow(w.listing.Indicators, rows)
	} else {
		w.form.Indicators = slices.Grow(w.form.Indicators, rows)
	}
}

// noteMoney keeps the unit of amounts that a header or a label announces: （万元）, 单位：元.
func (r *reader) noteMoney(text string) {
	text = squeeze(text)
	switch {
	case strings.Contains(text, "万元"):
		r.money = "万元"
	case strings.Contains(text, "亿元"):
		r.money = "亿元"
	case strings.Contains(text, "（元）"), strings.Contains(text, "(元)"), strings.HasSuffix(text, "单位：元"), strings.HasSuffix(text, "单位:元"):
		r.money = "元"
	}
}

// section takes a row that holds one label with a weight: 二、整体绩效目标实现情况（60分）.
func (w *gridWalk) section(own []cellAt) bool {
	if len(own) != 1 || own[0].shared {
		return false
	}
	name, weight := label(own[0].text)
	if weight == "" || longerThan(name, 30) {
		return false
	}
	w.block, w.goal, w.level1, w.level2 = trimOrdinal(name), "", "", ""
	w.header = header{}
	w.addSection(form.Section{Name: w.block}, weight, own[0].Place)
	return true
}

// trimOrdinal drops a heading's number: 二、, （一）, 1.
func trimOrdinal(name string) string {
	if level, rest := heading(name); level > 0 {
		return rest
	}
	return name
}

// goalRow takes 年度目标N（40分）| its text.
func (w *gridWalk) goalRow(own []cellAt) bool {
	if own[0].shared || len(own) > 2 {
		return false
	}
	name, weight := label(own[0].text)
	if !isGoal(name) {
		return false
	}
	w.enterGoal(name, weight, own[0].Place)
	if text := squeezeText(quantity.TrimSpace(own[len(own)-1].text)); len(own) == 2 && !placeholder(text) {
		w.addCellText(text, "预期目标", own[1].Place)
	}
	return true
}

// isGoal reports whether a label names one of the annual goals: 年度目标1, 年度绩效目标2.
func isGoal(name string) bool {
	for _, prefix := range []string{"年度绩效目标", "年度目标", "绩效目标"} {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			rest = strings.TrimRight(rest, "：:")
			q := quantity.Parse(rest)
			return rest != "" && (q.Kind == quantity.Number && q.Unit == "") && len(rest) <= 6
		}
	}
	return false
}

func (r *reader) enterGoal(name, weight string, place document.Place) {
	r.goal, r.level1, r.level2 = strings.TrimRight(name, "：:"), "", ""
	r.block = r.goal
	r.addSection(form.Section{Name: r.goal}, weight, place)
}

// blockRow takes a titled block that holds text: 原因分析, 改进措施, 备注.
func (w *gridWalk) blockRow(own []cellAt) bool {
	if len(own) > 2 {
		return false
	}
	title, body := own[0].text, piece{place: own[0].Place}
	if len(own) == 2 {
		body = own[1].piece()
	} else if head, text, ok := cutSign(title, "：:"); ok && w.lex.Has(lexicon.NoteBlock, head) {
		title, body.text = head, text // 注：1.… in one cell
	}
	if w.lex.Has(lexicon.Statement, title) && w.story(own) {
		return true
	}
	return !own[0].shared && w.takeBlock(title, body)
}

// takeBlock stores a block's text; it reports false for a title that is none.
func (r *reader) takeBlock(title string, body piece) bool {
	switch in := r.lex.Lists(title); {
	case in&lexicon.ReasonBlock != 0:
		r.form.Reason, r.last = blankEntry(body), reasonBlock
	case in&lexicon.MeasuresBlock != 0:
		r.form.Measures, r.last = blankEntry(body), measuresBlock
	case in&lexicon.NoteBlock != 0:
		r.last = noteBlock
		if body.text != "" {
			r.form.Rules = append(r.form.Rules, form.Rule{Text: quantity.TrimSpace(body.text), Place: body.place})
		}
	default:
		return false
	}
	return true
}

// dataRow reads a row under the header in force.
func (w *gridWalk) dataRow(own []cellAt) bool {
	if !w.isTotal(own) && w.header.kind != projectsHeader {
		own = w.realigned(own)
	}
	rec := w.record(own)
	if w.header.kind == projectsHeader {
		return w.addListed(rec, gradeAmong(own))
	}
	if w.isTotal(own) {
		w.totalFigures(rec, own)
		w.addTotal(rec)
		w.totalGrade(own)
		return true
	}
	if w.subtotal(rec, own) {
		return true
	}
	switch w.header.kind {
	case fundsHeader:
		return w.fundsRow(rec, own)
	case indicatorHeader:
		return w.indicatorRow(rec)
	case summaryHeader:
		return w.addSummary(rec)
	case goalHeader:
		return w.goalResult(rec)
	case managedHeader:
		return w.managed(rec)
	}
	return false
}

// record gives each cell the role of the column that it lies under most.
func (w *gridWalk) record(own []cellAt) *record {
	rec := &w.cells
	rec.empty(len(w.header.columns))
	for i := range own {
		c := &own[i]
		role := w.roleAt(c.from, c.to)
		if role == "" {
			continue
		}
		if rec.index(role) < 0 || !c.shared { // of two names the one nearer to the amounts
			rec.put(role, c.piece())
		}
	}
	for _, col := range w.header.columns {
		if col.role != "" && rec.index(col.role) < 0 {
			rec.put(col.role, piece{place: w.blankPlace(own, col)})
		}
	}
	return rec
}

// blankPlace is the place of a cell that is blank or not drawn.
func (w *gridWalk) blankPlace(own []cellAt, col column) document.Place {
	row := own[len(own)-1].Row
	if c := w.table.At(row, col.from); c != nil {
		return c.Place
	}
	place := own[0].Place
	place.Column, place.Quote = col.from+1, ""
	return place
}

func (w *gridWalk) fundsRow(rec *record, own []cellAt) bool {
	w.wideName(rec, own)
	if rec.text(lexicon.FundName) == "" || placeholder(rec.text(lexicon.FundName)) {
		return false
	}
	before := len(w.form.Funds)
	w.enterFundLevels(rec)
	w.addFund(rec)
	return len(w.form.Funds) > before || len(own) > 2
}

// wideName takes for the name of a funds row a cell that covers more than the column of names, as 合计 does.
func (w *gridWalk) wideName(rec *record, own []cellAt) {
	if p := rec.at(lexicon.FundName); p.text != "" && !p.shared {
		return
	}
	for _, col := range w.header.columns {
		for _, c := range own {
			if col.role == lexicon.FundName && !c.shared && c.from < col.to && col.from < c.to {
				rec.put(lexicon.FundName, c.piece())
			}
		}
	}
}

// enterFundLevels takes the weight of the block that stands in the level column beside the funds:
// 当年预算执行情况(20).
func (w *gridWalk) enterFundLevels(rec *record) {
	p := rec.at(lexicon.Level1)
	if name, weight := label(p.text); weight != "" && !p.shared {
		w.addSection(form.Section{Name: name, Level: 1}, weight, p.place)
	}
}

func (w *gridWalk) indicatorRow(rec *record) bool {
	if rec.at(lexicon.Name).shared || placeholder(rec.text(lexicon.Name)) {
		return w.nameless(rec)
	}
	w.addIndicator(rec)
	return true
}

// nameless takes over a row whose name cell is blank: its level cells still open a block.
func (w *gridWalk) nameless(rec *record) bool {
	w.enterLevels(rec)
	return rec.text(lexicon.Target) != "" || rec.text(lexicon.Score) != "" || w.levelWord(rec.text(lexicon.Level2))
}
