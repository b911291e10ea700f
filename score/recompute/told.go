package recompute

import (
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// figureTold is the result of a row: the quantity of its cell, or the one figure that the words of the cell give to what
// the row is named for (预算与决算差异率: 差异率7.40%).
func figureTold(x *form.Indicator) quantity.Quantity {
	own := x.Actual.Quantity
	q, before, behind, ok := soleFigure(x.Actual)
	if !ok {
		return own
	}
	named := lexicon.Fold(strings.TrimRight(before, "为是达到：: "))
	if len([]rune(named)) < 2 || behind != "" || !strings.Contains(lexicon.Fold(x.Name), named) {
		return own
	}
	return q
}

// faultsTold is how many faults the result of a row tells of: 发现1处不符, or the bare 2起 of a row without a target.
func faultsTold(x *form.Indicator) quantity.Quantity {
	if q := x.Actual.Quantity; q.Numeric() {
		if x.Target.Numeric() && x.Target.Rat().Sign() > 0 {
			return quantity.Quantity{}
		}
		return q
	}
	q, before, behind, ok := soleFigure(x.Actual)
	if !ok || !anyOf(before, "发现", "发生", "出现", "存在", "有") && !anyOf(behind, "不", "未", "缺") || anyOf(before+behind, "整改", "已", "除", "无", "没有") {
		return quantity.Quantity{}
	}
	return q
}

// soleFigure is the only figure of a cell that holds words, with what stands before and behind it.
func soleFigure(e form.Entry) (q quantity.Quantity, before, behind string, ok bool) {
	if e.Kind != quantity.Words && e.Kind != quantity.Mixed || e.Doubt != "" || len(e.Text) > longestTold {
		return q, "", "", false
	}
	found := quantity.FindAll(e.Text)
	if len(found) != 1 || found[0].Kind != quantity.Number || found[0].Value == "" || found[0].Approximate || found[0].Upper != "" {
		return q, "", "", false
	}
	return found[0].Quantity, strings.TrimSpace(e.Text[:found[0].Start]), strings.TrimSpace(e.Text[found[0].End:]), true
}

// longestTold is the most bytes of a cell that tells of one figure.
const longestTold = 90

func anyOf(text string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
