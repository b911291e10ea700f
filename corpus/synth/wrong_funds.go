package synth

func misrate(p *spoiler) *hit {
	f := &p.r.fund
	if p.fundShown().Rate.Text == "" {
		return nil
	}
	due := f.rate
	f.rate = p.off(f.rate, "1.3")
	p.r.say.rate = f.rate
	return &hit{near: []string{f.rate}, printed: f.rate, due: due}
}

func misratePart(p *spoiler) *hit {
	if !p.r.style.partRates || len(p.r.parts) < 2 || p.r.parts[0].rate == "" {
		return nil
	}
	f := &p.r.parts[0]
	due := f.rate
	f.rate = p.off(f.rate, "2.7")
	return &hit{near: []string{f.rate}, printed: f.rate, due: due}
}

func mispoint(p *spoiler) *hit {
	f := &p.r.fund
	if p.fundShown().Score.Text == "" {
		return nil
	}
	due := f.score
	f.score = p.off(f.score, p.step())
	p.r.settle()
	return &hit{near: []string{f.score, "执行"}, printed: f.score, due: due}
}

func overpoint(p *spoiler) *hit {
	f := &p.r.fund
	if p.fundShown().Score.Text == "" {
		return nil
	}
	due := f.score
	f.score = add(f.weight, p.step())
	p.r.settle()
	return &hit{near: []string{f.score, "执行"}, printed: f.score, due: due}
}

// overspend lets the first source be spent beyond its budget.
func overspend(p *spoiler) *hit {
	if p.fundShown().Spent.Text == "" {
		return nil
	}
	if p.spendFirst(108); compare(less(p.r.fund.spent, p.r.fund.budget), "1") < 0 && p.r.style.moneyPlace == 0 {
		return nil
	}
	return &hit{near: []string{p.r.fund.spent, p.r.parts[0].spent, p.r.fund.budget}, printed: p.r.fund.spent}
}

// underspend leaves much of the first source unspent without a word.
func underspend(p *spoiler) *hit {
	if p.fundShown().Rate.Text == "" {
		return nil
	}
	p.spendFirst(62)
	if p.r.fund.rate == "" || compare(p.r.fund.rate, "75") > 0 {
		return nil
	}
	p.r.spends = ""
	return &hit{near: []string{p.r.fund.rate, p.r.fund.spent, "62.0", "62%", p.r.parts[0].spent}, printed: p.r.fund.rate}
}

func (p *spoiler) spendFirst(percent int64) {
	r := p.r
	f := &r.parts[0]
	r.fund.spent = less(r.fund.spent, f.spent)
	f.spent = times(f.budget, percent, 100, r.style.moneyPlace)
	r.fund.spent = add(r.fund.spent, f.spent)
	r.reckon(f)
	if r.fund.weight != "" || r.fund.rate != "" {
		r.reckon(&r.fund)
	}
	r.settle()
}

func mispart(p *spoiler) *hit {
	if len(p.r.parts) < 2 || len(p.seen.Funds) <= len(p.r.parts) {
		return nil
	}
	f := &p.r.parts[0]
	due := f.budget
	f.budget = times(f.budget, 4, 3, p.r.style.moneyPlace)
	f.spent = times(f.spent, 4, 3, p.r.style.moneyPlace)
	f.initial = f.budget
	p.r.reckon(f)
	if compare(less(f.budget, due), "3") < 0 {
		return nil // figures in whole units round by as much
	}
	// both columns of the part no longer fit the total: a finding may stand with either
	return &hit{near: []string{f.budget, p.r.fund.budget, f.spent, p.r.fund.spent}, printed: f.budget, due: due}
}

// mismoney lets the text call 万元 what is 元, or the other way round.
func mismoney(p *spoiler) *hit {
	say := &p.r.say
	if say.money = "元"; p.r.style.money == "元" {
		say.money = "万元"
	}
	return &hit{near: []string{say.budget, p.r.style.amount(say.budget), p.r.style.amount(p.r.fund.initial)}, printed: say.money}
}

func mistellRate(p *spoiler) *hit {
	if p.r.say.rate == "" || p.fundShown().Rate.Text == "" {
		return nil
	}
	due := p.r.say.rate
	p.r.say.rate = p.off(due, "2.4")
	return &hit{near: []string{p.r.say.rate}, printed: p.r.say.rate, due: due}
}
