package check

import (
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
)

// surelyTied is the trust from which a difference between table and text is an error; below it a
// reviewer is only asked to look.
const surelyTied = 85

func runActual(p *Pass) {
	compared := 0
	for i := range p.Form.Claims {
		c := &p.Form.Claims[i]
		if c.About.Kind != "indicator" || c.Role != form.RoleActual || !inYear(p.Form, c) {
			continue
		}
		in := &p.Form.Indicators[c.About.Index]
		same, known := sameFact(c.Quantity.Quantity, in.Actual.Quantity)
		if !known || in.Actual.Doubt != "" || ofOne(in.Name) && !ofOne(c.Subject) {
			continue
		}
		compared++
		if !same && !p.tellsGoal(c, in) {
			p.Report(actualDiffers(in, c))
		}
	}
	if compared == 0 {
		p.Skip("正文中没有可以归属到指标的完成值", "The text states no result that can be tied to an indicator")
	}
}

// eachOne are the words for an amount of one thing or person, which no sum is compared with.
var eachOne = wording.New(`单[位个台套册次件处间座项人户亩价吨米]|每|[人户亩生日月年次]均`)

func ofOne(name string) bool { return eachOne.MatchString(name) }

func actualDiffers(in *form.Indicator, c *form.Claim) finding.Finding {
	return finding.Finding{
		Level: tied(c), Subject: in.Name, Printed: c.Quantity.Text, Due: in.Actual.Text,
		Trust: c.About.Trust,
		Says: both("“%[1]s”在自评表中的完成值为 %[2]s，正文写为 %[3]s，两处不一致，请核对",
			"%[1]s: the form says %[2]s, the text %[3]s", in.Name, in.Actual.Text, c.Quantity.Text),
		Working: in.Actual.Text + " ≠ " + c.Quantity.Text,
		Place:   c.Place, Also: []document.Place{in.Actual.Place},
	}
}

// tied is the level of a difference between a claim and the entry it was tied to.
func tied(c *form.Claim) finding.Level {
	if c.About.Trust < surelyTied {
		return finding.Warning
	}
	return finding.Error
}

// inYear reports whether a claim speaks of the year evaluated, or of none.
func inYear(f *form.Form, c *form.Claim) bool {
	return c.Year == 0 || f.Year == 0 || c.Year == f.Year
}

// pair is a row of a listing and the scored row it repeats.
type pair struct {
	listed, scored *form.Indicator
	alike          int
}

// Bounds on the names of two tables that are compared with one another.
const (
	mostListed = 200
	mostScored = 500
)

// repeated matches the rows of a listing with the scored rows by name; every row is used once, and a
// row that two others fit equally well is left alone.
func repeated(f *form.Form, folds []string, l *form.Listing) []pair {
	scored := f.Indicators[:min(len(f.Indicators), mostScored)]
	var pairs []pair
	for i := range l.Indicators[:min(len(l.Indicators), mostListed)] {
		best, second := bestMatch(scored, folds, &l.Indicators[i])
		if best.scored != nil && best.alike >= 88 && (best.alike-second >= 4 || best.alike == 100 && second < 100) {
			pairs = append(pairs, best)
		}
	}
	return pairs
}

// bestMatch is the scored row most like a listed one, and how alike the runner-up is. Of rows with one
// name in several goals, the goal decides.
func bestMatch(scored []form.Indicator, folds []string, listed *form.Indicator) (best pair, second int) {
	fold, pairs := lexicon.Fold(listed.Name), lexicon.PairsOf(listed.Name)
	for i := range scored {
		in := &scored[i]
		if fold != folds[i] && pairs.Shared(folds[i]) == 0 {
			continue // nothing in common
		}
		s := lexicon.Alike(fold, folds[i])
		if s > 50 && listed.Goal != "" && in.Goal != "" && lexicon.Similar(listed.Goal, in.Goal) < 80 {
			s -= 10
		}
		if s > best.alike {
			best, second = pair{listed, in, s}, best.alike
		} else if s > second {
			second = s
		}
	}
	return best, second
}

func runListing(p *Pass) {
	compared := 0
	for i := range p.Form.Listings {
		for _, m := range p.read.repeated(i) {
			if in, listed := m.scored.Actual, m.listed.Actual; !in.Missing() && !listed.Missing() && in.Doubt == "" && listed.Doubt == "" {
				compared++
				compareListed(p, m, listed, in, "完成值", "result")
			}
		}
	}
	if compared += runProjects(p); compared == 0 {
		p.Skip("没有重复列示完成值的附表，也没有项目汇总表", "No table repeats results or lists projects")
	}
}

// compareListed reports an entry of a listing that differs from the scored row's.
func compareListed(p *Pass, m pair, listed, scored form.Entry, zh, en string) {
	same, known := sameEntry(listed, scored)
	if !known || same {
		return
	}
	p.Report(finding.Finding{
		Subject: m.scored.Name, Printed: listed.Text, Due: scored.Text, Trust: m.alike,
		Says: both("“%[1]s”的"+zh+"在自评表中为 %[2]s，在另一张表中为 %[3]s，两表不一致，请核对",
			"%[1]s: the "+en+" is %[2]s in the form and %[3]s in another table", m.scored.Name, scored.Text, listed.Text),
		Working: scored.Text + " ≠ " + listed.Text,
		Place:   listed.Place, Also: []document.Place{scored.Place},
	})
}

// sameEntry compares numbers as facts and graded words by their letters: 满足要求 may stand for
// 满足应用要求, but 合规 not for 未完成.
func sameEntry(a, b form.Entry) (same, known bool) {
	if a.Kind == quantity.Words && b.Kind == quantity.Words {
		x, y := lexicon.Fold(a.Text), lexicon.Fold(b.Text)
		alike := x == y || lexicon.Similar(x, y) >= 40 || strings.Contains(x, y) || strings.Contains(y, x)
		return alike, x != "" && y != "" && len(x) <= 60 && len(y) <= 60
	}
	return sameFact(a.Quantity, b.Quantity)
}

func runTarget(p *Pass) {
	compared := 0
	for i := range p.Form.Claims {
		compared += targetClaim(p, &p.Form.Claims[i])
	}
	for i := range p.Form.Listings {
		for _, m := range p.read.repeated(i) {
			if in, listed := m.scored.Target, m.listed.Target; !in.Missing() && !listed.Missing() && in.Doubt == "" && listed.Doubt == "" {
				compared++
				compareListed(p, m, bareBound(listed), bareBound(in), "指标值", "target")
			}
		}
	}
	if compared == 0 {
		p.Skip("指标值只出现在自评表一处", "Targets stand in the form alone")
	}
}

// bareBound drops the comparator, so that two targets are compared by their numbers.
func bareBound(e form.Entry) form.Entry {
	if oneSided(e.Bound) || e.Bound == quantity.Equal {
		e.Bound = quantity.None
	}
	return e
}

func targetClaim(p *Pass, c *form.Claim) int {
	if c.About.Kind != "indicator" || c.Role != form.RoleTarget || !inYear(p.Form, c) {
		return 0
	}
	in := &p.Form.Indicators[c.About.Index]
	if in.Target.Missing() || in.Target.Doubt != "" {
		return 0
	}
	same, known := sameEntry(bareBound(c.Quantity), bareBound(in.Target))
	if !known {
		return 0
	}
	if !same && !tellsResult(c, in) && !p.goalOfWhole(c) {
		p.Report(finding.Finding{
			Level: tied(c), Subject: in.Name, Printed: c.Quantity.Text, Due: in.Target.Text, Trust: c.About.Trust,
			Says: both("“%[1]s”的指标值在自评表中为 %[2]s，正文写为 %[3]s，两处不一致，请核对",
				"%[1]s: the target is %[2]s in the form and %[3]s in the text", in.Name, in.Target.Text, c.Quantity.Text),
			Working: in.Target.Text + " ≠ " + c.Quantity.Text,
			Place:   c.Place, Also: []document.Place{in.Target.Place},
		})
	}
	return 1
}

func runTwice(p *Pass) {
	compared := 0
	for i := range p.Form.Claims {
		compared += fundClaim(p, &p.Form.Claims[i])
	}
	compared += statedTwice(p)
	if compared == 0 {
		p.Skip("没有在两处陈述的同一数值", "No figure is stated twice")
	}
}

// fundClaim compares a claim with the row of the funds block it is tied to.
func fundClaim(p *Pass, c *form.Claim) int {
	if c.About.Kind != "fund" || !inYear(p.Form, c) || ofAccounts(c) {
		return 0
	}
	fund := &p.Form.Funds[c.About.Index]
	entry, zh, en := fundEntry(fund, c)
	if entry.Missing() || entry.Doubt != "" {
		return 0
	}
	printed := entry.Quantity
	if printed.Unit == "" && c.Role != form.RoleRate {
		printed.Unit = fund.Money
	}
	same, known := sameFact(c.Quantity.Quantity, printed)
	if !known {
		return 0
	}
	if !same && near(c.Quantity.Quantity, printed) {
		p.Report(finding.Finding{
			Level: tied(c), Subject: fund.Name, Printed: c.Quantity.Text, Due: entry.Text, Trust: c.About.Trust,
			Says: both("“%[1]s”的"+zh+"在资金表中为 %[2]s，正文写为 %[3]s，两处不一致，请核对",
				"%[1]s: the "+en+" is %[2]s in the funds table and %[3]s in the text", fund.Name, entry.Text, c.Quantity.Text),
			Working: entry.Text + " ≠ " + c.Quantity.Text,
			Place:   c.Place, Also: []document.Place{entry.Place},
		})
	}
	return 1
}

// fundEntry is the entry of a funds row that a claim states. An initial budget is compared with the
// initial column alone.
func fundEntry(fund *form.Fund, c *form.Claim) (entry form.Entry, zh, en string) {
	switch {
	case c.Role == form.RoleRate:
		return fund.Rate, "执行率", "execution rate"
	case c.Role == form.RoleSpent:
		return fund.Spent, "执行数", "spending"
	case strings.Contains(c.Subject, "年初"):
		return fund.Initial, "年初预算数", "initial budget"
	}
	return fund.Budget, "预算数", "budget"
}

// near reports amounts within a tenth of one another: slips of the pen and of rounding. What lies
// farther apart is most often another thing under a like name.
func near(a, b quantity.Quantity) bool {
	x, ok := inBaseUnits(a)
	y, ok2 := inBaseUnits(b)
	if !ok || !ok2 {
		x, y = written{value: a.Rat()}, written{value: b.Rat()}
	}
	diff := quantity.Minus(x.value, y.value)
	limit := quantity.Times(new(big.Rat).Abs(y.value), big.NewRat(1, 10))
	return quantity.Compare(diff.Abs(diff), limit) <= 0
}

// mostPairs bounds how far ahead one claim looks for its like.
const mostPairs = 400

// statedTwice compares untied claims with one another: one subject, role, unit and year.
func statedTwice(p *Pass) int {
	compared := 0
	claims := p.Form.Claims
	for i := range claims {
		a := &claims[i]
		if !nameable(a) {
			continue
		}
		for j := i + 1; j < len(claims) && j < i+mostPairs; j++ {
			if b := &claims[j]; sameSubject(a, b) {
				compared++
				reportTwice(p, a, b)
				break
			}
		}
	}
	return compared
}

// nameable reports a claim whose subject is long enough to mean one thing only.
func nameable(c *form.Claim) bool {
	switch c.Role {
	case form.RoleActual, form.RoleBudget, form.RoleSpent, form.RoleRate:
		return c.About.Kind == "" && len([]rune(lexicon.Fold(c.Subject))) >= 6 && !c.Quantity.Approximate &&
			!hasAny(c.Subject, "目标", "指标值", "计划值") // the subject is another figure, not what this one is of
	}
	return false
}

func sameSubject(a, b *form.Claim) bool {
	return a.Role == b.Role && a.Year == b.Year && a.Subject == b.Subject && a.Quantity.Unit == b.Quantity.Unit &&
		a.Sentence != b.Sentence && nameable(b)
}

func reportTwice(p *Pass, a, b *form.Claim) {
	same, known := sameFact(a.Quantity.Quantity, b.Quantity.Quantity)
	if !known || same || !near(a.Quantity.Quantity, b.Quantity.Quantity) {
		return
	}
	p.Report(finding.Finding{
		Level: finding.Warning, Subject: a.Subject, Printed: b.Quantity.Text, Due: a.Quantity.Text,
		Says: both("“%[1]s”前文为 %[2]s，后文为 %[3]s，前后不一致，请核对",
			"%[1]s is %[2]s first and %[3]s later in the text", a.Subject, a.Quantity.Text, b.Quantity.Text),
		Working: a.Quantity.Text + " ≠ " + b.Quantity.Text,
		Place:   b.Place, Also: []document.Place{a.Place},
	})
}
