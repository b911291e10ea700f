package layout

import (
	"slices"
	"strings"

	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// column is one column of a table under its header: the grid columns From to To (exclusive).
type column struct {
	role     lexicon.Role
	from, to int
}

// header is the set of columns in force, and what kind of rows they make.
type header struct {
	columns []column
	kind    headerKind
	block   string // the label of the whole block where it stands in one line with the headers: 预算执行情况（万元）（20分）
}

type headerKind int

const (
	noHeader        headerKind = iota
	fundsHeader                // 预算数 | 执行数 | 执行率
	indicatorHeader            // 指标名称 | 指标值 | 完成值 | 得分
	summaryHeader              // 一级指标 | 分值 | 得分 | 得分率
	goalHeader                 // 预期目标 | 实际完成情况
	projectsHeader             // 项目名称 | 全年预算数 | 自评得分
	managedHeader              // 情况说明 | 存在问题和改进措施
)

func (h header) has(role lexicon.Role) bool { return h.index(role) >= 0 }

// index is where the first column of the role stands; -1 if there is none.
func (h header) index(role lexicon.Role) int {
	return slices.IndexFunc(h.columns, func(c column) bool { return c.role == role })
}

func (h header) count(role lexicon.Role) int {
	n := 0
	for _, c := range h.columns {
		if c.role == role {
			n++
		}
	}
	return n
}

// scored reports whether the rows under the header carry scores.
func (h header) scored() bool { return h.has(lexicon.Score) }

// classify tells the kind of rows from the roles of the columns.
func (h header) classify() headerKind {
	value := h.has(lexicon.Target) || h.has(lexicon.Actual)
	named := h.has(lexicon.Name) || h.has(lexicon.Level2)
	switch {
	case h.listsProjects():
		return projectsHeader
	case h.has(lexicon.Budget) && (h.has(lexicon.Spent) || h.has(lexicon.Rate)), h.has(lexicon.Spent) && h.has(lexicon.Initial):
		return fundsHeader
	case value && named, named && h.has(lexicon.Name) && h.has(lexicon.Score), h.scoresLevel2():
		return indicatorHeader
	case h.has(lexicon.Score) && h.has(lexicon.Weight) && (h.has(lexicon.Level1) || h.has(lexicon.ScoreRate)):
		return summaryHeader
	case h.has(lexicon.Goal) && h.has(lexicon.Result):
		return goalHeader
	case h.has(lexicon.Situation) && h.has(lexicon.Reason):
		return managedHeader
	}
	return noHeader
}

// scoresLevel2 reports a table whose rows are at level 2, 一级指标 | 二级指标 | 分值 | 得分 | 扣分原因. The blocks of a summary
// have neither a rule nor a reason of their own.
func (h header) scoresLevel2() bool {
	return h.has(lexicon.Level2) && h.has(lexicon.Weight) && h.has(lexicon.Score) && (h.has(lexicon.Reason) || h.has(lexicon.Rule))
}

// headerOf reads a row as a header. A row with figures is none; a row that is must name columns that
// together make some kind of row. Headers of two rows are told by below, the row before it.
func (r *reader) headerOf(cells []cellAt, above header) header {
	known := 0
	for i := range cells {
		if r.lex.Role(cells[i].text) != "" {
			known++
		}
	}
	if known < 2 {
		return header{}
	}
	h := header{columns: make([]column, 0, len(cells))}
	for _, c := range cells {
		role := r.lex.Role(c.text)
		if role == "" && quantity.Parse(c.text).Kind == quantity.Number && !yearHeader(c.text) {
			return header{}
		}
		h.columns = append(h.columns, column{role, c.from, c.to})
	}
	r.yearColumns(cells, &h)
	h.lettered(cells)
	h.arrivals()
	h.namesOfGroups(cells, above)
	h.levelWeights()
	h.activityLevel()
	h.mergeAbove(h.besideGroup(above))
	r.budgetOfSources(cells, &h)
	h.inferNames()
	if h.kind = h.classify(); h.kind == fundsHeader {
		h.nameFunds()
	}
	if h.kind == indicatorHeader {
		h.nameIndicators()
	}
	return h
}

// yearHeader tells a header cell that is only a year: 2022年.
func yearHeader(text string) bool {
	year, ok := strings.CutSuffix(strings.TrimSuffix(squeeze(text), "度"), "年")
	return ok && len(year) == 4 && strings.Trim(year, "0123456789") == ""
}

// yearColumns gives the columns 2022年 | 2023年 their roles: the latest is the result, the one before
// it last year's.
func (r *reader) yearColumns(cells []cellAt, h *header) {
	latest, before := -1, -1
	for i, c := range cells {
		if !yearHeader(c.text) {
			continue
		}
		switch {
		case latest < 0 || squeeze(c.text) > squeeze(cells[latest].text):
			latest, before = i, latest
		case before < 0 || squeeze(c.text) > squeeze(cells[before].text):
			before = i
		}
	}
	if latest >= 0 && before >= 0 {
		h.columns[latest].role, h.columns[before].role = lexicon.Actual, lexicon.LastYear
	}
}

// besideGroup moves the headers that stand right of a group's head to where they belong, behind the columns of the
// group: tabbed text gives the head of a group one cell, 绩效指标 | 年度指标值 | 实际完成值 over 一级指标 | … | 指标值 | 度量单位.
// It is such a head where the row below says again what it says, and stands under its neighbours too. Where the copy
// leaves out merged cells, the row below begins at the left edge, under the label of the whole block.
func (h *header) besideGroup(above header) header {
	if len(h.columns) < 3 {
		return above
	}
	first, last := h.columns[0], h.columns[len(h.columns)-1]
	group := len(above.columns) - 1
	for group >= 0 && !h.has(above.columns[group].role) {
		group--
	}
	if group < 0 || !above.columns[group].besides(first) || first.role == above.columns[group].role || last.to-first.from != len(h.columns) {
		return above
	}
	behind := above.columns[group+1:]
	if len(behind) == 0 || behind[0].from != above.columns[group].to || slices.ContainsFunc(behind, func(c column) bool { return c.role == "" || h.has(c.role) }) {
		return above
	}
	moved := header{kind: above.kind, columns: slices.Clone(above.columns)}
	far := last.to - behind[0].from
	for i := group + 1; i < len(moved.columns); i++ {
		moved.columns[i].from += far
		moved.columns[i].to += far
	}
	return moved
}

// besides reports whether the column begins where first does, or just right of it, and is as wide.
func (c column) besides(first column) bool {
	return c.to-c.from == first.to-first.from && (c.from == first.from || c.from == first.to)
}

// mergeAbove keeps the roles of the header row above for columns that this row leaves blank: a merged
// header stands over several rows, a group header over several columns; where merged cells came as
// blanks, the row above still heads the columns that this one says nothing of.
func (h *header) mergeAbove(above header) {
	for i, c := range h.columns {
		if c.role != "" {
			continue
		}
		for _, a := range above.columns {
			if a.role != "" && a.from <= c.from && c.to <= a.to && a.to-a.from <= c.to-c.from {
				h.columns[i].role = a.role
			}
		}
	}
	for _, a := range above.columns {
		if a.role != "" && !h.covers(a) {
			h.columns = append(h.columns, a)
		}
	}
}

// covers reports whether one of the columns overlaps c.
func (h *header) covers(c column) bool {
	for _, own := range h.columns {
		if own.from < c.to && c.from < own.to {
			return true
		}
	}
	return false
}

// budgetOfSources takes 合计 for the budget where the columns before it split the money by its sources:
// 中央 | 省 | 本级 | 合计 | 执行数 | 执行率.
func (r *reader) budgetOfSources(cells []cellAt, h *header) {
	if !h.has(lexicon.Spent) || !h.has(lexicon.Rate) || h.has(lexicon.Budget) || h.has(lexicon.Initial) {
		return
	}
	for i, c := range cells {
		if h.columns[i].role == "" && r.totalWord(c.text) {
			h.columns[i].role = lexicon.Budget
			return
		}
	}
}

// inferNames finds the names of scored rows where no header word tells them: the column just left of the
// first figures, and the one left of it for the blocks: 项目权重 | 评价内容 | 分值 | 自评分 | 评价标准. A
// weight and a score alone may as well be a summary, so something that only single rows have must stand
// beside them.
func (h *header) inferNames() {
	if h.has(lexicon.Name) || h.has(lexicon.Level1) || h.has(lexicon.Level2) || h.has(lexicon.ScoreRate) || !h.has(lexicon.Score) || !h.singleRows() {
		return
	}
	first := slices.IndexFunc(h.columns, func(c column) bool {
		return c.role == lexicon.Weight || c.role == lexicon.Score || c.role == lexicon.Target
	})
	next := lexicon.Name
	for i := first - 1; i >= 0 && next != ""; i-- {
		if role := h.columns[i].role; role != "" && role != lexicon.Activity {
			continue
		}
		h.columns[i].role = next
		next = map[lexicon.Role]lexicon.Role{lexicon.Name: lexicon.Level1}[next]
	}
}

// singleRows reports whether the header has columns that only rows of single indicators fill.
func (h *header) singleRows() bool {
	n := 0
	for _, role := range []lexicon.Role{lexicon.Weight, lexicon.Rule, lexicon.Review, lexicon.Target, lexicon.Actual} {
		if h.has(role) {
			n++
		}
	}
	return n >= 2
}

// nameFunds finds the column that names a funds row: the one just left of the first amount, whose own
// header cell is often blank, beside a label such as 项目资金（万元） that stands for the whole block.
func (h *header) nameFunds() {
	first := slices.IndexFunc(h.columns, func(c column) bool {
		return c.role == lexicon.Initial || c.role == lexicon.Budget || c.role == lexicon.Spent
	})
	if first > 1 && h.columns[0].role == lexicon.Sequence && h.columns[1].role == "" {
		h.columns[1].role = lexicon.FundName // 行次 | 项目 | 全年预算数（A） | … | 扣除后预算金额（C）
		return
	}
	if first >= 0 && h.columns[first].role == lexicon.Budget && h.count(lexicon.Budget) > 1 {
		h.columns[first].role = lexicon.FundName // 年度预算数 heads the block, 调整后预算数 its column
		return
	}
	if first == 0 {
		h.columns = append([]column{{lexicon.FundName, 0, h.columns[0].from}}, h.columns...)
		return
	}
	before := &h.columns[first-1]
	if gap := (column{lexicon.FundName, before.to, h.columns[first].from}); gap.from < gap.to {
		if before.role == lexicon.FundName || before.role == "" && first > 1 { // beside the label of the block
			before.role, before.to = lexicon.FundName, gap.to // the name may stand under either
			return
		}
		h.columns = slices.Insert(h.columns, first, gap)
		return
	}
	if h.has(lexicon.FundName) {
		return
	}
	if before.role == lexicon.Sequence && first > 1 && h.columns[first-2].role == "" {
		before = &h.columns[first-2] // 项目 | 行次 | 全年预算数
	}
	before.role = lexicon.FundName
}

// nameIndicators finds the column that names an indicator where no header says so: the last level
// column, as in tables that stop at 二级指标. A result column may be headed as the goals' results are.
func (h *header) nameIndicators() {
	for i := range h.columns {
		if h.columns[i].role == lexicon.Result && !h.has(lexicon.Actual) {
			h.columns[i].role = lexicon.Actual
		}
	}
	if h.has(lexicon.Name) {
		h.inferBlocks()
		return
	}
	for i := len(h.columns) - 1; i >= 0; i-- {
		if h.columns[i].role == lexicon.Level2 {
			h.columns[i].role = lexicon.Name
			return
		}
	}
}

// inferBlocks takes the column just left of the names for the blocks' where no header word tells them:
// its head may be the label of the whole table, 项目绩效（85分）.
func (h *header) inferBlocks() {
	if h.has(lexicon.Level1) || h.has(lexicon.Level2) || !h.scored() {
		return
	}
	name := slices.IndexFunc(h.columns, func(c column) bool { return c.role == lexicon.Name })
	if name > 0 && h.columns[name-1].role == "" {
		h.columns[name-1].role = lexicon.Level1
	}
}
