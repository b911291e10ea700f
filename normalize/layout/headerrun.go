package layout

import (
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// The headers of a table in linear text: a run of lines that names its columns, in the order they were printed.

// headerRun reads a run of lines as the headers of a table.
func (w *walker) headerRun(lines []document.Line, i int) (h header, n int, ok bool) {
	h, n, ok = w.spreadHeader(lines, i)
	if !ok {
		if h, ok := w.linedHeader(lines[i]); ok {
			return h, 1, true
		}
	}
	return h, n, ok
}

// spreadHeader reads headers that are all known, however they are spread over the lines.
func (w *walker) spreadHeader(lines []document.Line, i int) (h header, n int, ok bool) {
	if !w.startsHeader(namedFunds(lines[i].Text)) {
		return header{}, 0, false
	}
	joined, tokens := "", []string(nil)
	for k := i; k < min(i+headerLines, len(lines)) && (k == i || w.headTries < mostHeadTries); k++ {
		w.headTries++
		if text := quantity.TrimSpace(lines[k].Text); k > i && (pageNumber(text) || w.runningHead(text)) {
			continue // a page ends between the headers
		}
		text := lines[k].Text
		if k == i {
			text = namedFunds(text)
		}
		next := joined + squeeze(text)
		if longerThan(next, headerChars) || !w.headerGoesOn(next) {
			break
		}
		joined = next
		tokens = append(tokens, strings.Fields(text)...)
		if heads := w.lex.HeadersOf(withFormulas(tokens)); balanced(joined) && heads != nil {
			if got := linearHeader(heads); got.kind != noHeader {
				h, n, ok = got, k-i+1, true
			}
		}
	}
	return h, n, ok
}

// namedFunds gives the head of the names of funds its own word where it is only 项目 beside others: 项目 行次 全年预算数.
func namedFunds(text string) string {
	if !strings.HasPrefix(quantity.TrimSpace(text), "项目") {
		return text
	}
	words := strings.Fields(text)
	if len(words) < 2 || words[0] != "项目" {
		return text
	}
	return "资金名称 " + strings.Join(words[1:], " ")
}

// startsHeader is a cheap test before the costly one.
func (w *walker) startsHeader(text string) bool {
	return w.lex.HeaderStart(text) && lexicon.Key(text) != "" && !longerThan(squeeze(text), headerChars)
}

// headerGoesOn reports whether the text may still become a run of headers: brackets may be open.
func (w *walker) headerGoesOn(text string) bool { return w.lex.HeaderStart(text) }

func balanced(text string) bool {
	return strings.Count(text, "（")+strings.Count(text, "(") == strings.Count(text, "）")+strings.Count(text, ")")
}

// linearHeader makes a header of the headings in the order they were printed.
func linearHeader(heads []lexicon.Header) header {
	var h header
	roles := make([]lexicon.Role, len(heads))
	for i, t := range heads {
		roles[i] = t.Role
	}
	weightRoles(roles)
	for i, role := range roles {
		switch first := h.index(role); {
		case role == lexicon.Name:
			h.columns = withoutGroupName(h.columns)
		case role == lexicon.Budget && first >= 0 && first < h.index(lexicon.Initial):
			h.columns[first].role = lexicon.FundName // 年度预算数 heads the block, 调整后预算数 its column
		case role == lexicon.Actual && first >= 0 && first < h.index(lexicon.Level1):
			h.columns = slices.Delete(h.columns, first, first+1) // the label of the whole block, 绩效指标 / 完成情况
		case role == lexicon.Target && first >= 0 && h.index(lexicon.Actual) < 0:
			h.columns[first].role = earlierTarget // 年初指标值 before 调整指标值
		}
		if role != "" && !h.has(role) {
			h.columns = append(h.columns, column{role, i, i + 1})
		}
	}
	h.underGroup()
	h.arrivals()
	h.activityLevel()
	if len(h.columns) < 3 && !(len(h.columns) == 2 && h.has(lexicon.Goal) && h.has(lexicon.Result)) {
		return header{}
	}
	if h.kind = h.classify(); h.kind == fundsHeader {
		h.unheadedFunds()
		h.nameFunds()
		h.columns = slices.DeleteFunc(h.columns, func(c column) bool { return c.role == lexicon.Level1 || c.role == lexicon.Level2 })
	}
	if h.kind == indicatorHeader {
		h.nameIndicators()
	}
	return h
}

// unheadedFunds makes room for the names where the first head that is known is that of the numbers behind them: 项目 |
// 行次 | 全年预算数.
func (h *header) unheadedFunds() {
	if h.columns[0].role == lexicon.Sequence && !h.has(lexicon.FundName) {
		h.columns = slices.Insert(h.columns, 0, column{lexicon.FundName, 0, 0})
	}
}

// underGroup puts the levels and what follows them under the header that they divide: 年度指标值 | 实际完成值 |
// 分值 | 得分 in one row, and below the first of them 一级指标 | 二级指标 | 三级指标 | 指标值 | 度量单位.
func (h *header) underGroup() {
	target, level := h.index(lexicon.Target), h.index(lexicon.Level1)
	if target < 0 || level < target || !h.has(lexicon.Score) || h.index(lexicon.Score) > level {
		return
	}
	below := slices.Clone(h.columns[level:])
	group := h.columns[target]
	at := slices.IndexFunc(below, func(c column) bool { return c.role == lexicon.Unit })
	if at < 0 {
		at = len(below)
	}
	below = slices.Insert(below, at, group) // 指标值, which linearHeader took for the group
	h.columns = slices.Concat(h.columns[:target], below, h.columns[target+1:level])
}

// earlierTarget is the column of the targets that were adjusted later.
const earlierTarget lexicon.Role = "earlier target"

// withoutGroupName makes room for a name column nearer to the figures: what headed names so far is the
// label of the whole block, 绩效指标, if it came first, else one more level, 三级指标 before 四级指标.
func withoutGroupName(columns []column) []column {
	for i := range columns {
		if columns[i].role != lexicon.Name {
			continue
		}
		if i == 0 {
			return columns[1:]
		}
		columns[i].role = lexicon.Activity
	}
	return columns
}
