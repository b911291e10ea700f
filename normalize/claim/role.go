package claim

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// role tells which figure of its subject is stated, by the words before the figure. near is the clause
// the figure stands in, lead the whole sentence before the figure.
func role(near, lead string, q quantity.Quantity) form.Role {
	switch {
	case q.Unit == "百分点" || q.Unit == "个百分点" || anyIn(near, versus):
		return form.RoleChange
	case q.Unit == "分":
		return points(near, lead)
	case Weighs(lead) || anyIn(near, beyondWords) || future(near, lead) || partial(near) || former(near) || short(near) || demanded(lead):
		return form.RoleOther
	case endsInTarget(near), planned(near):
		return form.RoleTarget
	case changes(near):
		return form.RoleChange
	case anyIn(near, rateWords):
		return form.RoleRate
	case money(q.Unit):
		return partAmount(near, lead)
	}
	return form.RoleActual
}

// partAmount is the role of money that may be one of the parts behind 其中: where its own words only name
// a kind of funds (其中基本支出3120万元), it is a part of what the amount before 其中 is.
func partAmount(near, lead string) form.Role {
	whole, _, parted := strings.Cut(lead, "其中")
	own := near
	for _, kind := range []string{"基本支出", "项目支出", "人员支出", "公用支出", "其他支出", "人员经费支出", "公用经费支出"} {
		own = strings.ReplaceAll(own, kind, "")
	}
	if !parted || own == near || lastIn(own, spentWords) >= 0 || lastIn(own, budgetWords) >= 0 {
		return amount(near)
	}
	end := strings.LastIndex(whole, "元")
	if end < 0 {
		return amount(near)
	}
	return amount(whole[clauseStart(whole, end):end])
}

// endsInTarget reports that the word right before the figure, but for verbs, names a target: 指标值：,
// 年初目标为. In 指标值完成值为 the nearer word is the actual's.
func endsInTarget(near string) bool {
	s := strings.TrimSpace(near)
	for shorter := true; shorter; {
		shorter = false
		for _, w := range []string{"为", "是", "达到", "达", "：", ":", "不低于", "不少于", "不超过", "设定", "在", "的"} {
			if rest, ok := strings.CutSuffix(s, w); ok {
				s, shorter = strings.TrimSpace(rest), true
			}
		}
	}
	for _, w := range targetWords {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// planned reports a clause that opens with a plan for what it counts: 计划举办演出60场, 年初目标为培训干部300人.
func planned(near string) bool {
	s := trimLeading(strings.TrimSpace(near))
	for _, w := range planWords {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// points is the role of a figure counted in 分: only a score that is called one.
func points(near, lead string) form.Role {
	context := near
	if utf8.RuneCountInString(strings.TrimSpace(near)) < 3 {
		context = lead
	}
	if strings.Contains(context, "其中") {
		_, part, _ := strings.Cut(context, "其中")
		context = part
	}
	switch {
	case strings.Contains(context, "扣") || strings.Contains(context, "满分") || strings.Contains(context, "分值") || strings.ContainsAny(near, "（("):
		return form.RoleOther
	case anyIn(context, totalWords):
		return form.RoleTotal
	case strings.Contains(context, "得分"):
		return form.RoleScore
	}
	return form.RoleOther
}

// amount is the role of money: the last of the two kinds of words counts (支出预算 is a budget, 预算执行
// is spending).
func amount(near string) form.Role {
	spent, budget := lastIn(near, spentWords), lastIn(near, budgetWords)
	switch {
	case spent < 0 && budget < 0:
		return form.RoleActual
	case budget > spent:
		return form.RoleBudget
	}
	return form.RoleSpent
}

func money(unit string) bool { return strings.HasSuffix(unit, "元") }

// future reports a figure that is hoped for; 将 alone is too common to count.
func future(near, lead string) bool {
	return anyIn(near, futureWords) || strings.HasPrefix(strings.TrimSpace(lead), "下一步")
}

// partial reports a figure of part of the year only, which may differ from the year's.
func partial(near string) bool { return anyIn(near, periodWords) }

// short reports the figure that was not reached: 未达 100%.
func short(near string) bool {
	s := strings.TrimSpace(near)
	for _, w := range shortWords {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// leftOver reports the figure of what was not done, not of what was: 有2座因产权争议未能完工, 剩余1.8公里.
func leftOver(near, behind string) bool {
	s := strings.TrimSpace(near)
	for _, w := range leftWords {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	if end := strings.IndexAny(behind, "，,。；;"); end >= 0 {
		behind = behind[:end]
	}
	return strings.HasSuffix(s, "有") && anyIn(behind, undoneWords)
}

// demanded reports a figure inside the quoted words of an order: 省局要求“合格率稳定在 97%以上”.
func demanded(lead string) bool {
	open := strings.LastIndex(lead, "“")
	return open >= 0 && open > strings.LastIndex(lead, "”") && anyIn(lead[strings.LastIndexAny(lead[:open], "，。；")+1:open], orderWords)
}

// Weighs reports whether the words before a figure head a list of weights, which are no results: 一级指标权重：
// 产出指标50%、效益指标30%、预算资金执行率10%.
func Weighs(before string) bool {
	for i := len(before); i > 0; {
		r, size := quantity.RuneBefore(before, i)
		i -= size
		switch r {
		case '。':
			return false
		case '：', ':':
			return strings.HasSuffix(before[:i], "权重") || strings.HasSuffix(before[:i], "分值")
		}
	}
	return false
}

// former reports the first figure of 由 85% 提高到 91%.
func former(near string) bool {
	s := strings.TrimSpace(near)
	return strings.HasSuffix(s, "由") || strings.HasSuffix(s, "从") || strings.HasPrefix(s, "原") ||
		strings.HasSuffix(s, "年的") || strings.HasSuffix(s, "上年为") || strings.Contains(s, "去年") || strings.Contains(s, "上年")
}

// changes reports a change word right before the figure: 下降 3%, but not 下降到 3%.
func changes(near string) bool { return direction(near) != 0 }

// direction is +1 where the words end in growth, -1 where they end in a fall, 0 where they state a level.
func direction(near string) int {
	s := strings.TrimSpace(near)
	for _, w := range []string{"约", "近", "了", "超过", "最大", "达"} {
		s = strings.TrimSuffix(s, w)
	}
	for _, w := range risen {
		if strings.HasSuffix(s, w) {
			return 1
		}
	}
	for _, w := range fallen {
		if strings.HasSuffix(s, w) {
			return -1
		}
	}
	return 0
}

// turn is the direction an indicator's name itself speaks of: 平均用时同比下降 is -1, 办事效率 is 0. The word
// has to stand at the end of the name; 提升办事效率 is a thing to do, not a figure of change.
func turn(name string) int { return direction(ofMeasure.Replace(name)) }

// ofMeasure drops the words for how a change is measured.
var ofMeasure = strings.NewReplacer("率", "", "幅度", "", "比例", "")
