package synth

import "strings"

// short is a row that fell short by enough points to tell.
func (p *spoiler) short() *row {
	return p.any(func(x *row) bool {
		return p.weighed(x) && x.missed && x.quantified() && x.shape != none && compare(less(x.weight, x.score), "0.15") > 0
	})
}

func (p *spoiler) rescore(x *row, score string) *hit {
	due := x.score
	x.score, x.review = score, score
	p.r.settle()
	return &hit{near: []string{x.name}, printed: score, due: due}
}

func overscore(p *spoiler) *hit {
	if x := p.short(); x != nil {
		return p.rescore(x, x.weight)
	}
	return nil
}

func misscore(p *spoiler) *hit {
	x := p.short()
	if x == nil || compare(x.score, "1.2") < 0 {
		return nil
	}
	return p.rescore(x, less(x.score, p.step()))
}

func overweight(p *spoiler) *hit {
	x := p.any(func(x *row) bool { return p.weighed(x) && !x.missed && x.full() })
	if x == nil {
		return nil
	}
	return p.rescore(x, add(x.weight, p.step()))
}

func cut(p *spoiler) *hit {
	x := p.any(func(x *row) bool {
		return p.weighed(x) && !x.missed && x.full() && x.shape != process && compare(x.weight, "2") > 0
	})
	if x == nil {
		return nil
	}
	return p.rescore(x, less(x.weight, p.step()))
}

func misband(p *spoiler) *hit {
	x := p.any(func(x *row) bool {
		return p.weighed(x) && x.shape == worded && x.words != "好坏" && x.words != "优良中低差"
	})
	if x == nil {
		return nil
	}
	x.gotWords, x.missed = "部分达成预期指标", true
	x.reason = "部分任务仍在推进。"
	due := times(x.weight, 7, 10, 2)
	h := p.rescore(x, x.weight)
	h.printed, h.due = x.gotWords, due
	return h
}

func zeroActual(p *spoiler) *hit {
	x := p.any(func(x *row) bool { return x.quantified() && x.bound != "<=" && x.shape != none && x.full() })
	if x == nil {
		return nil
	}
	x.got, x.about = "0", false
	p.r.settle()
	return &hit{near: []string{x.name}, due: "0"}
}

func blankActual(p *spoiler) *hit {
	x := p.any(func(x *row) bool { return x.shape != process && p.shown(x).Actual.Text != "" })
	if x == nil {
		return nil
	}
	told := x.told
	x.got, x.gotWords, x.gotUnit, x.about = "", "", "", false
	x.told, x.done, x.also = told, told, told
	return &hit{near: []string{x.name}, due: "0"}
}

func happenedAnyway(p *spoiler) *hit {
	x := p.any(func(x *row) bool { return x.shape == none })
	if x == nil {
		return nil
	}
	x.got = "2"
	p.r.settle()
	return &hit{near: []string{x.name}, due: "0"}
}

// late finishes a row in the January after its year.
func late(p *spoiler) *hit {
	x := p.any(func(x *row) bool { return x.shape == dated && p.weighed(x) })
	if x == nil {
		return nil
	}
	x.gotWords = itoa(p.r.year+1) + "年1月" + p.lateDay()
	return &hit{near: []string{x.name}, printed: x.gotWords}
}

func (p *spoiler) lateDay() string { return pick(p.rnd, []string{"", "底", "15日"}) }

func silence(p *spoiler) *hit {
	x := p.any(func(x *row) bool { return x.missed && x.reason != "" && x.shape != process })
	if x == nil {
		return nil
	}
	x.reason = ""
	return &hit{near: []string{x.name}}
}

func farOver(p *spoiler) *hit {
	x := p.any(func(x *row) bool { return x.shape == counted && x.bound == ">=" && x.unit != "%" && x.full() })
	if x == nil {
		return nil
	}
	x.got = times(x.value, 26, 10, decimals(x.value))
	p.r.settle()
	return &hit{near: []string{x.name}, printed: x.got}
}

func misunit(p *spoiler) *hit {
	x := p.any(func(x *row) bool {
		return x.shape == counted && x.unit != "%" && !p.r.style.unitless && strings.HasSuffix(p.shown(x).Actual.Text, x.unit)
	})
	if x == nil {
		return nil
	}
	x.gotUnit = "公斤"
	if strings.ContainsAny(x.unit, "吨米里亩") {
		x.gotUnit = "人次"
	}
	p.r.settle()
	return &hit{near: []string{x.name}, printed: x.gotUnit}
}

func misstep(p *spoiler) *hit {
	x := p.any(func(x *row) bool {
		return x.shape == process && strings.Contains(p.text, x.rule) && compare(x.weight, "2") >= 0
	})
	if x == nil || p.r.style.scorePlace < 2 {
		return nil
	}
	h := p.rescore(x, less(x.weight, "0.37"))
	x.missed, x.reason = true, "个别资料不够完整，已补充。"
	return h
}

func reviewAbove(p *spoiler) *hit {
	x := p.any(func(x *row) bool { return p.shown(x).Review.Text != "" })
	if x == nil {
		return nil
	}
	x.score = less(x.weight, "1")
	x.missed, x.reason = true, "个别资料不够完整，已补充。"
	x.review = x.weight
	p.r.settle()
	return &hit{near: []string{x.name}, printed: x.review, due: x.score}
}

// twice gives a row the name of another.
func twice(p *spoiler) *hit {
	a := p.any(func(x *row) bool { return x.shape != process })
	b := p.any(func(x *row) bool { return x.shape != process && x != a && (a == nil || x.shape == a.shape) })
	if a == nil || b == nil {
		return nil
	}
	b.name = a.name
	b.value, b.unit, b.bound, b.words, b.got, b.gotUnit, b.gotWords, b.missed = a.value, a.unit, a.bound, a.words, a.got, a.gotUnit, a.gotWords, a.missed
	b.reason, b.about = a.reason, a.about
	b.score = p.r.due(b)
	p.r.settle()
	return &hit{near: []string{a.name}, printed: a.name}
}

// costSign lets a cost be at least so much.
func costSign(p *spoiler) *hit {
	// a subsidy or a standard paid out may well be asked to be at least so much
	x := p.any(func(x *row) bool {
		return x.shape == cost && x.full() && !strings.Contains(x.name, "补") && !strings.HasSuffix(x.name, "标准")
	})
	if x == nil {
		return nil
	}
	x.bound, x.got = ">=", x.value
	p.r.settle()
	return &hit{near: []string{x.name}}
}
