package synth

import "strings"

// sayAllDone claims that every indicator was met while some row was not.
func sayAllDone(p *spoiler) *hit {
	x := p.any(func(x *row) bool { return x.missed && x.quantified() && x.shape != none })
	if x == nil {
		return nil
	}
	p.r.allDone = true
	return &hit{near: []string{"各项绩效指标"}, printed: "各项绩效指标均已完成"}
}

// fileEarly dates the form in the year that it evaluates.
func fileEarly(p *spoiler) *hit {
	p.r.filedIn = p.r.year
	return &hit{near: []string{itoa(p.r.year) + "年"}, printed: itoa(p.r.year) + "年"}
}

// leaveHint leaves an instruction of the template in the text.
func leaveHint(p *spoiler) *hit {
	p.r.hint = pick(p.rnd, []string{"（此处填写佐证材料名称，100字以内）", "（请简要说明佐证材料的主要内容）", "（填写说明：逐项列示佐证材料）"})
	return &hit{near: []string{"此处填写", "请简要说明", "填写说明", "字以内"}, printed: p.r.hint}
}

// repeatNumber gives both tables of the text the same number.
func repeatNumber(p *spoiler) *hit {
	if !strings.Contains(p.text, "各项目自评结果") || p.r.fund.weight == "" || len(p.r.goals) > 1 || p.seen.Total.Score.Text == "" {
		return nil // there is no second table
	}
	p.r.renumber, p.r.summary = true, true
	return &hit{near: []string{"表1", "表 1"}, printed: "年度各部分得分情况"}
}

func skipNumber(p *spoiler) *hit {
	p.r.skip = true
	return &hit{near: []string{"六、", "六", "五"}, printed: "七、佐证材料"}
}
