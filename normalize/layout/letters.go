package layout

import (
	"slices"
	"strings"

	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// Some forms letter their columns, 全年预算数（A）, and name a rate by its formula, 预算执行（E/C×100%）: then the
// letters say which column is divided by which, whatever the words are.

// formula is a rate's letters.
type formula struct{ numerator, denominator string }

// lettered gives the columns that the formula of the execution rate names their roles: what is divided is
// the spending, what it is divided by the budget.
func (h *header) lettered(cells []cellAt) {
	if h.has(lexicon.Target) || h.has(lexicon.Actual) {
		return
	}
	at, rate, f := map[string]int{}, -1, formula{}
	for i, c := range cells {
		inside := bracketEnd(c.text)
		if len(inside) == 1 && inside >= "A" && inside <= "Z" {
			at[inside] = i
		}
		if g, ok := formulaOf(inside); ok && (rate < 0 || executes(c.text)) {
			rate, f = i, g
		}
	}
	spent, ok1 := at[f.numerator]
	budget, ok2 := at[f.denominator]
	if rate < 0 || !ok1 || !ok2 || !executes(cells[rate].text) {
		return
	}
	if h.columns[budget].role == lexicon.Initial && !h.has(lexicon.Budget) {
		return // 年初预算数（A） is what the rate is of, and still the initial budget
	}
	h.demote(lexicon.Spent, spent)
	h.demote(lexicon.Rate, rate)
	h.demote(lexicon.Budget, budget)
	h.columns[spent].role, h.columns[rate].role, h.columns[budget].role = lexicon.Spent, lexicon.Rate, lexicon.Budget
}

// demote takes the role from every other column.
func (h *header) demote(role lexicon.Role, but int) {
	for i := range h.columns {
		if h.columns[i].role == role && i != but {
			h.columns[i].role = ""
		}
	}
}

func executes(text string) bool {
	return strings.Contains(text, "执行") || strings.Contains(text, "支出") || strings.Contains(text, "支付")
}

// bracketEnd is what stands in the last bracket of a header.
func bracketEnd(text string) string {
	s := quantity.Fold(squeeze(text))
	open := strings.LastIndexByte(s, '(')
	if open < 0 || !strings.HasSuffix(s, ")") {
		return ""
	}
	return s[open+1 : len(s)-1]
}

// formulaOf reads B/A, D/C×100%, E÷C.
func formulaOf(inside string) (formula, bool) {
	for _, times := range []string{"×100%", "*100%", "x100%", "×100", "*100"} {
		inside = strings.TrimSuffix(inside, times)
	}
	over, under, ok := strings.Cut(strings.ReplaceAll(inside, "÷", "/"), "/")
	letter := func(s string) bool { return len(s) == 1 && s[0] >= 'A' && s[0] <= 'Z' }
	return formula{over, under}, ok && letter(over) && letter(under) && over != under
}

// withFormulas gives the heads that only their formulas name, 预算执行（E/A×100%）, the name of the rate that they are.
func withFormulas(heads []string) []string {
	out := lexicon.WholeBrackets(heads)
	for i, head := range out {
		if _, ok := formulaOf(bracketEnd(head)); ok && executes(head) && head != rateHead {
			out[i] = rateHead
		}
	}
	return out
}

// rateHead is what the rate of the execution is called.
const rateHead = "执行率"

// arrivals lets the money that arrived stand for the budget where no column is headed as one.
func (h *header) arrivals() {
	if h.has(lexicon.Budget) || h.has(lexicon.Initial) && !h.has(lexicon.Spent) {
		return
	}
	if i := slices.IndexFunc(h.columns, func(c column) bool { return c.role == lexicon.Arrived }); i >= 0 {
		h.columns[i].role = lexicon.Budget
	}
}
