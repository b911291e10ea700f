package synth

func misweigh(p *spoiler) *hit {
	x := p.any(func(x *row) bool { return p.shown(x).Weight.Text != "" && x.full() })
	if x == nil {
		return nil
	}
	due := x.weight
	x.weight = add(x.weight, "3")
	x.score = p.r.due(x)
	if x.shape == process {
		x.score = x.weight
	}
	x.review = x.score
	p.r.settle()
	return &hit{near: []string{x.name, "分值", "100", "103", "合计"}, printed: x.weight, due: due}
}

func mistotal(p *spoiler) *hit {
	if p.seen.Total.Score.Text == "" || !p.pointed() {
		return nil
	}
	due := p.r.total
	p.r.total = less(due, "1.3")
	p.r.say.total = p.r.total
	p.r.grade = gradeOf(p.r.total)
	p.r.say.grade = p.r.grade
	return &hit{near: []string{p.r.total}, printed: p.r.total, due: due}
}

func missection(p *spoiler) *hit {
	p.r.summary = true
	b := pick(p.rnd, p.r.blocks())
	due := b.score
	b.score = p.off(due, "1.1")
	return &hit{near: []string{b.name, p.r.total}, printed: b.score, due: due}
}

func missectionRate(p *spoiler) *hit {
	p.r.summary = true
	b := pick(p.rnd, p.r.blocks())
	due := b.rate
	b.rate = p.off(due, "3.1")
	return &hit{near: []string{b.name, b.rate}, printed: b.rate, due: due}
}

func misgrade(p *spoiler) *hit {
	if p.seen.Total.Grade.Text == "" {
		return nil
	}
	due := p.r.grade
	p.r.grade = "良"
	if due == "良" {
		p.r.grade = "优"
	}
	p.r.say.grade = p.r.grade
	return &hit{near: []string{p.r.grade}, printed: p.r.grade, due: due}
}

func mistell(p *spoiler) *hit {
	if !p.pointed() {
		return nil
	}
	due := p.r.say.total
	p.r.say.total = less(due, "1.5")
	return &hit{near: []string{p.r.say.total}, printed: p.r.say.total, due: due}
}

// told picks a row whose result is a number, for the texts that repeat it.
func (p *spoiler) told() *row {
	return p.any(func(x *row) bool { return x.quantified() && x.shape != none && x.got != "" && !x.about })
}

// other is another result of the same precision.
func (p *spoiler) other(v string) string {
	changed := times(v, 87, 100, decimals(v))
	if compare(changed, v) == 0 {
		return add(v, "1")
	}
	return changed
}

func mistellResult(p *spoiler) *hit {
	x := p.told()
	if x == nil {
		return nil
	}
	x.told = p.other(x.got)
	return &hit{near: []string{x.name}, printed: x.told, due: x.got}
}

func misdone(p *spoiler) *hit {
	x := p.told()
	if x == nil {
		return nil
	}
	x.done = p.other(x.got)
	return &hit{near: []string{x.name}, printed: x.done, due: x.got}
}

func misaim(p *spoiler) *hit {
	x := p.told()
	if x == nil {
		return nil
	}
	x.aim = p.other(x.value)
	return &hit{near: []string{x.name}, printed: x.aim, due: x.value}
}

func miscount(p *spoiler) *hit {
	if len(p.seen.Indicators) == 0 {
		return nil
	}
	due := p.r.listCount
	p.r.listCount = due + 2
	return &hit{near: []string{itoa(p.r.listCount)}, printed: itoa(p.r.listCount) + "个", due: itoa(due)}
}

func copyYear(p *spoiler) *hit {
	p.r.copied = p.r.year - 1
	return &hit{near: []string{itoa(p.r.copied)}, printed: itoa(p.r.copied) + "年", due: itoa(p.r.year)}
}

func misunmet(p *spoiler) *hit {
	if p.r.say.unmet == 0 || len(p.seen.Indicators) == 0 {
		return nil
	}
	due := p.r.say.unmet
	told := due + 2
	for _, x := range p.r.rows() {
		if x.missed && x.shape == process {
			told++ // whoever counts may count those too
		}
	}
	p.r.say.unmet = told
	return &hit{near: []string{itoa(told) + "项"}, printed: itoa(told) + "项指标未完成", due: itoa(due)}
}

// copyUnit leaves the name of another office in the conclusion.
func copyUnit(p *spoiler) *hit {
	p.r.say.unit = "岚河县" + pick(p.rnd, p.r.theme.Bureaus)
	return &hit{near: []string{p.r.say.unit}, printed: p.r.say.unit, due: p.r.unit}
}
