package report

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

var rowKind = kind{say("重算过程", "Recomputation"), "D", []column{
	{say("索引号", "index"), 8}, {say("单位或项目", "unit or project"), 14},
	{say("一级指标", "level 1"), 9}, {say("二级指标", "level 2"), 9}, {say("指标", "indicator"), 20},
	{say("指标值（预算数）", "target (budget)"), 11}, {say("完成值（执行数）", "actual (spent)"), 11}, {say("完成率", "completion"), 9},
	{say("分值", "weight"), 6}, {say("填报", "printed"), 9}, {say("重算", "recomputed"), 9},
	{say("应得（低）", "due (low)"), 8}, {say("应得（高）", "due (high)"), 8}, {say("差异", "difference"), 8},
	{say("核对", "mark"), 6}, {say("核定", "settled"), 8}, {say("计分方法", "method"), 10},
	{say("算式", "working"), 20}, {say("依据", "clause"), 20}, {say("问题索引", "findings"), 8}, {say("位置", "place"), 13},
	{say("读取说明", "how it was read"), 24}, {say("偏差原因", "reason"), 28}, {say("文件", "file"), 26},
}, 21}

// The columns that formulas speak of.
const (
	targetColumn = 6 + iota
	actualColumn
	completionColumn
	weightColumn
	scoreColumn
	recomputedColumn
	lowColumn
	highColumn
	differenceColumn
	markColumn
	settledColumn
)

// The marks (核对符号): agrees; does not, and a finding says so; does not, but reading or rule leave a
// doubt, so that it is no finding; not recomputed.
const (
	agrees    = "✓"
	disagrees = "✗"
	doubtful  = "?"
	blankMark = "—"
)

// recomputation writes the rows of a form. Each figure that the program worked out stands there as a
// formula over the quoted ones where the two come to the same exactly, else as a number.
func (b *workbook) recomputation(p *papers) {
	for i := range p.rows {
		b.recomputedRow(p, i)
	}
}

func (b *workbook) recomputedRow(p *papers, i int) {
	x, at, lang := &p.rows[i], b.rows.next().row, b.options.Lang
	to, words := spot{}, ""
	if len(x.found) > 0 {
		to, words = spot{p.inFindings.sheet, p.inFindings.row + x.found[0]}, p.findings[x.found[0]].index
	}
	cells := []any{b.text(b.rows.index()), b.text(whose(p.Report)), b.text(x.level1), b.text(x.level2), b.text(x.name),
		b.printed(x.target), b.printed(x.actual), b.completion(x, at), b.printed(x.weight), b.printed(x.score)}
	cells = append(cells, b.worked(p, x, at)...)
	b.rows.row(append(cells, b.text(methodWord(x.method).In(lang)), b.text(x.working.In(lang)), b.text(x.clause.In(lang)),
		b.link(to, words), b.text(where(x.score.Place, lang)), b.text(spoken(x.doubts, lang)), b.text(x.reason.Text), b.text(p.Source.Name))...)
}

// completion is the actual over the target.
func (b *workbook) completion(x *scored, at int) excelize.Cell {
	a, t := quotedIn(x.actual, ref(actualColumn, at)), quotedIn(x.target, ref(targetColumn, at))
	if a != nil && t != nil && x.completion != nil {
		if q, ok := over(a.term, t.term); ok && quantity.Compare(q.value, x.completion) == 0 {
			return b.live(look{format: "0.00%"}, q.formula, q.value)
		}
	}
	return b.figure(x.completion, "0.00%")
}

// worked are the cells from the recomputed figure to the settled one.
func (b *workbook) worked(p *papers, x *scored, at int) []any {
	format := "0.00##"
	if x.percent {
		format += "%"
	}
	t, live := x.compute(p, at)
	single := !x.due.IsZero() && quantity.Compare(x.due.Low, x.due.High) == 0
	value := b.text("")
	switch {
	case live:
		value = b.live(look{format: format}, t.formula, t.value)
	case single:
		value = b.figure(x.due.Low, format)
		t = term{"", x.due.Low, ofAtom}
	}
	t.formula = ref(recomputedColumn, at)
	low, high := b.ends(x, t, live || single, at)
	difference, mark := b.compared(x, at)
	return []any{value, low, high, difference, mark, b.settled(x, at, live || single)}
}

// ends are the lowest and the highest figure that may be printed: the recomputed one, less and more what
// the precision of the quoted figures leaves open, brought to the printed digits.
func (b *workbook) ends(x *scored, t term, known bool, at int) (low, high excelize.Cell) {
	if x.due.IsZero() {
		return b.text(""), b.text("")
	}
	l := look{format: "0." + strings.Repeat("0", max(x.way.decimals, 1))}
	if x.way.decimals == 0 {
		l.format = "0"
	}
	if x.percent {
		l.format = strings.TrimSuffix("0."+strings.Repeat("0", max(x.way.decimals-2, 0)), ".") + "%"
	}
	end := func(v *big.Rat) excelize.Cell {
		shown := x.way.round(v, x.way.decimals)
		if !known {
			return b.figure(shown, l.format)
		}
		formula := t.formula
		if gap := minus(v, t.value); gap.Sign() != 0 {
			formula += strings.TrimRight(fmt.Sprintf("%+s", signed(gap)), "0")
		}
		return b.live(l, fmt.Sprintf("%s(%s,%d)", x.way.function, formula, x.way.decimals), shown)
	}
	return end(x.due.Low), end(x.due.High)
}

// signed writes a number with its sign and more digits than any printed one.
func signed(v *big.Rat) string {
	s := v.FloatString(12)
	if v.Sign() > 0 {
		return "+" + s
	}
	return s
}

// compared is by how much the printed figure lies outside of what is due, and the mark for it.
func (b *workbook) compared(x *scored, at int) (difference, mark excelize.Cell) {
	printed, _, ok := exact(x.score)
	if !ok || x.due.IsZero() {
		return b.text(""), b.styled(tickStyle, blankMark)
	}
	j, l, m, d := ref(scoreColumn, at), ref(lowColumn, at), ref(highColumn, at), x.way.decimals
	low, high := x.way.round(x.due.Low, d), x.way.round(x.due.High, d)
	off := new(big.Rat)
	switch {
	case quantity.Compare(printed, low) < 0:
		off = minus(printed, low)
	case quantity.Compare(printed, high) > 0:
		off = minus(printed, high)
	}
	off = rounded(off, max(d, x.printedDecimals()))
	formula := fmt.Sprintf("ROUND(%[1]s-MAX(%[2]s,MIN(%[3]s,%[1]s)),%[4]d)", j, l, m, max(d, x.printedDecimals()))
	look := differenceLook
	if x.percent {
		look.format = "0.00##%;[Red]-0.00##%;0.00%"
	}
	miss := doubtful
	if len(x.found) > 0 {
		miss = disagrees
	}
	shown := miss
	if off.Sign() == 0 {
		shown = agrees
	}
	return b.live(look, formula, off), b.live(tickStyle, fmt.Sprintf(`IF(%s=0,"%s","%s")`, ref(differenceColumn, at), agrees, miss), shown)
}

// settled (核定) is the figure that a sum is made of: the printed one where it agrees or nothing could be
// computed, else the one that is due.
func (b *workbook) settled(x *scored, at int, known bool) excelize.Cell {
	if !x.adds {
		return b.text("")
	}
	_, _, printed := exact(x.score)
	switch {
	case x.settled == nil:
		return b.text("")
	case x.due.IsZero() && printed:
		return b.live(look{format: "0.00##"}, ref(scoreColumn, at), x.settled)
	case !printed || !known:
		return b.figure(x.settled, "0.00##")
	}
	return b.live(look{format: "0.00##"}, fmt.Sprintf(`IF(%s="%s",%s,ROUND(%s,%d))`,
		ref(markColumn, at), agrees, ref(scoreColumn, at), ref(recomputedColumn, at), x.settledDecimals), x.settled)
}

// crosses has marks of disagreement stand out.
func (b *workbook) crosses(name string, rows int) {
	for _, c := range []struct{ mark, color string }{{disagrees, "C00000"}, {doubtful, "BF8F00"}, {agrees, "548235"}} {
		id, err := b.file.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: c.color}})
		b.keep(err)
		b.keep(b.file.SetConditionalFormat(name, ref(markColumn, 2)+":"+ref(markColumn, rows), []excelize.ConditionalFormatOptions{
			{Type: "cell", Criteria: "==", Format: &id, Value: `"` + c.mark + `"`}}))
	}
}

// rowAbout finds the row that a finding speaks of: by the place of one of its entries, else by a name that
// only one row has; -1 for none.
func rowAbout(rows []scored, f finding.Finding) int {
	here := func(p document.Place) bool {
		return p.Known() && f.Place.Known() && key(p) == key(f.Place)
	}
	for i, x := range rows {
		if here(x.score.Place) {
			return i
		}
	}
	for i, x := range rows {
		if x.adds && slices.ContainsFunc([]document.Place{x.actual.Place, x.target.Place, x.weight.Place}, here) {
			return i
		}
	}
	at := -1
	for i, x := range rows {
		if f.Subject == "" || x.name != f.Subject || !x.adds {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// key is a place without what tells it no better.
func key(p document.Place) document.Place {
	p.Box, p.Quote = nil, ""
	return p
}
