package synth

import "fuhe/corpus/truth"

func (s *sheet) cell(role string, x *row, at position, hasUnit, hasBound bool, known *truth.Indicator) box {
	switch role {
	case "name":
		return s.nameCell(x, known)
	case "target":
		return text(s.target(x, !hasBound, !hasUnit, &known.Target))
	case "actual":
		return text(s.actual(x, !hasBound, !hasUnit || s.st.rateShort, &known.Actual))
	case "weight":
		return s.pointCell(x.weight, &known.Weight, "")
	case "score":
		return s.pointCell(x.score, &known.Score, "")
	case "review":
		return s.pointCell(x.review, &known.Review, "")
	case "reason":
		if x.reason == "" {
			return text(s.st.noReason)
		}
		known.Reason = truth.Entry{Text: x.reason}
		return text(x.reason)
	}
	return text(s.besides(role, x, at))
}

// besides is the text of a column that is no field of the truth.
func (s *sheet) besides(role string, x *row, at position) string {
	switch role {
	case "unit":
		return x.unit
	case "bound", "bound words", "way", "nature":
		return s.sense(role, x)
	case "degree":
		return s.degree(x)
	case "degree%":
		return s.degree(x) + "%"
	case "last":
		return x.last
	case "rule", "scoring", "way of points", "ratio rule":
		return s.ruleText(role, x, at)
	case "meaning":
		if at.first {
			return "反映" + at.block.name + "情况。"
		}
		return ""
	}
	return map[string]string{"core": "否", "basis": "工作计划", "evidence": "台账资料", "dash": "——"}[role]
}

// sense is a column that tells which way a target points, or what kind of target it is.
func (s *sheet) sense(role string, x *row) string {
	words := x.words != "" || x.shape == process
	switch {
	case role == "bound" && words:
		return s.qualitative
	case role == "bound":
		return s.columnSign(x.bound)
	case role == "bound words":
		return map[string]string{">=": "大于等于", "<=": "小于等于", "=": "等于", "": "等于"}[x.bound]
	case role == "way" && (x.bound == "<=" || x.shape == none):
		return "反向"
	case role == "way":
		return "正向"
	case words:
		return "定性"
	}
	return "定量"
}

// ruleText is a column of scoring rules.
func (s *sheet) ruleText(role string, x *row, at position) string {
	switch {
	case role == "rule", role == "scoring" && x.shape == process:
		return x.rule
	case role == "scoring":
		return "完成比率赋分"
	case role == "way of points":
		return s.wayOfPoints(x)
	case at.top:
		return "定量指标完成值达到指标值的得满分，未达到的按完成比率计分；定性指标按达成程度计分。"
	}
	return ""
}

// wayOfPoints is the rule as the older Beijing form prints it in every row.
func (s *sheet) wayOfPoints(x *row) string {
	switch {
	case !x.quantified():
		return "完成得满分，部分完成酌情扣分"
	case x.bound == "<=":
		return "得分=A/B×该指标分值"
	}
	return "得分=B/A×该指标分值"
}

// weightFrom is the weight of the level-2 block that begins with the row.
func weightFrom(rows []*row, x *row) string {
	sum, on := "0", false
	for _, y := range rows {
		on = on && y.level2 == x.level2 || y == x
		if on {
			sum = add(sum, y.weight)
		}
	}
	return trimmed(sum)
}

// degree is the coefficient of completion in percent.
func (s *sheet) degree(x *row) string {
	if isZero(x.weight) {
		return ""
	}
	r := quotient(x.score, x.weight)
	return trimmed(rounded(r.Mul(r, number("100")), 2))
}

func (s *sheet) columnSign(bound string) string {
	switch bound {
	case ">=":
		if s.st.atLeast == "不低于" || s.st.atLeast == "大于等于" {
			return "≥"
		}
		return s.st.atLeast
	case "<=":
		if s.st.atMost == "不超过" || s.st.atMost == "小于等于" {
			return "≤"
		}
		return s.st.atMost
	}
	return "="
}

// nameCell prints the name, with what offices put around it.
func (s *sheet) nameCell(x *row, known *truth.Indicator) box {
	known.Name = x.name
	shown := x.name
	if s.st.nameUnit && x.unit != "" && x.unit != "%" {
		shown += s.st.bracket(x.unit)
	}
	if s.nameWeight {
		shown += s.st.bracket(x.weight + "分")
		known.Weight = entry(x.weight)
	}
	shown = s.stars + shown
	if s.st.filler {
		shown = "指标1" + s.st.colon + shown
	}
	return text(shown).grow()
}

// target prints the target in one cell, or the value alone where sign and unit have columns.
func (s *sheet) target(x *row, sign, unit bool, e *truth.Entry) string {
	if x.shape == process {
		return ""
	}
	if !x.quantified() {
		*e = truth.Entry{Text: x.words}
		return x.words
	}
	shown := x.value
	if unit {
		shown += s.gapBefore(x.unit) + x.unit
	}
	if sign {
		shown = s.st.sign(x.bound) + shown
	}
	*e = truth.Entry{Text: shown, Value: x.value, Unit: x.unit, Bound: x.bound}
	if x.bound == "=" && s.st.equal == "" && sign {
		e.Bound = ""
	}
	return shown
}

// actual prints the result; many offices leave the unit out.
func (s *sheet) actual(x *row, sign, unit bool, e *truth.Entry) string {
	if x.shape == process || x.got == "" && x.gotWords == "" {
		return ""
	}
	if x.gotWords != "" {
		*e = truth.Entry{Text: x.gotWords}
		return x.gotWords
	}
	shown := x.got
	*e = truth.Entry{Value: x.got}
	if x.about {
		shown += "余"
		unit = true
	}
	if unit && (!s.st.unitless || x.unit == "%" || x.about) {
		shown += s.gapBefore(x.gotUnit) + x.gotUnit
		e.Unit = x.gotUnit
	}
	if s.st.echo && sign && x.bound == ">=" && x.got == x.value {
		shown, e.Bound = s.st.sign(x.bound)+shown, x.bound
	}
	e.Text = shown
	return shown
}

func (s *sheet) gapBefore(unit string) string {
	if unit == "%" || unit == "‰" {
		return ""
	}
	return s.st.gap
}

// spoken is the target as a sentence says it: 92%以上.
func (x *row) spoken(value string) string {
	switch {
	case !x.quantified():
		return x.words
	case x.bound == ">=":
		return "达到" + value + x.unit + "以上"
	case x.bound == "<=":
		return "控制在" + value + x.unit + "以内"
	}
	return "达到" + value + x.unit
}

// happened is the result as a sentence says it.
func (x *row) happened(value string) string {
	if x.gotWords != "" {
		return x.gotWords
	}
	return "为" + value + x.gotUnit
}
