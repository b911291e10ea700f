package layout

import (
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// planAndResult is a cell of results that tells the plan too: 计划24座，实际完成23座.
var planAndResult = compiled(`^(?:年度|年初)?(?:计划|目标|任务)(?:数|值|任务)?(?:为|是|：|:)?([^，,；;。]{1,24})[，,；;](?:实际|已)?(?:完成|达到|用时)?(?:数|值)?(?:为|是|：|:)?([^，,；;。]{1,24})。?$`)

// dividePlan gives a row without a target of its own the one that its result tells, where both are plain figures. Of days
// and hours it cannot tell whether more or fewer are meant.
func dividePlan(ind *form.Indicator) {
	text := squeeze(ind.Actual.Text)
	if !ind.Target.Missing() || ind.Actual.Kind != quantity.Mixed || !holdsSign(text, "，,；;") {
		return
	}
	m := planAndResult().FindStringSubmatch(text)
	if m == nil {
		return
	}
	target, actual := quantity.Parse(m[1]), quantity.Parse(m[2])
	if target.Kind != quantity.Number || actual.Kind != quantity.Number || !quantity.Comparable(target, actual) || ofTime(target) {
		return
	}
	ind.Target = form.Entry{Text: m[1], Quantity: target, Place: ind.Actual.Place}
	ind.Actual.Text, ind.Actual.Quantity = m[2], actual
}

func ofTime(q quantity.Quantity) bool {
	d := q.Dimension()
	return d == "秒" || d == "月" || d == "年"
}
