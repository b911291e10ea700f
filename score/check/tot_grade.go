package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
	"fuhe/score/rulebook"
)

func scoreRates(p *Pass) {
	held := ratesTold(p)
	t := p.outline()
	for i := range p.Form.Sections {
		s := &p.Form.Sections[i]
		due := recompute.ScoreRate(s.Score, s.Weight)
		printed, ok := recompute.Percent(s.Rate, due)
		if due.IsZero() || !ok {
			continue
		}
		held++
		if !rateOfUnrounded(p, t, i, printed) && !rateOfRows(p, t, i, printed) {
			judgeScoreRate(p, s, due, printed)
		}
	}
	if held == 0 {
		p.Skip("没有列示得分率的板块", "no block prints a score rate")
	}
}

// rateOfUnrounded reports whether the rate holds for the score before it was rounded, as when the rate
// of the execution block is the execution rate itself.
func rateOfUnrounded(p *Pass, t *recompute.Tree, i int, printed string) bool {
	s, m := &p.Form.Sections[i], t.Section(i)
	if len(m.Funds) != 1 || len(m.Indicators) > 0 {
		return false
	}
	due := p.Due.Funds[m.Funds[0]].Score
	w := recompute.Weight(s.Weight)
	if len(due.Readings) == 0 || w == nil {
		return false
	}
	return rateHolds(due.Readings[0].Score.Scale(quantity.Per(quantity.Whole(100), w)), printed)
}

// rateOfRows reports whether the rate is that of what the rows make together, where the block's own score is another:
// TOT-02 tells of the score.
func rateOfRows(p *Pass, t *recompute.Tree, i int, printed string) bool {
	s := &p.Form.Sections[i]
	sum, w := t.Scores(t.Section(i)), recompute.Weight(s.Weight)
	if !sum.Complete || len(sum.Parts) == 0 || w == nil || w.Sign() == 0 || quantity.Compare(sum.Value, s.Score.Rat()) == 0 {
		return false
	}
	due := quantity.Per(sum.Value, w)
	return rateHolds(quantity.Exactly(due.Mul(due, hundred)), printed)
}

func judgeScoreRate(p *Pass, s *form.Section, due quantity.Interval, printed string) {
	v, _ := new(big.Rat).SetString(printed)
	decimals := quantity.Decimals(printed)
	mode := recompute.Match(due, v, decimals)
	if mode == recompute.Rounded {
		return
	}
	right := quantity.FormatRat(due.Low, decimals) + "%"
	f := finding.Finding{
		Subject: s.Name, Printed: s.Rate.Text, Due: right, Place: sectionPlace(s, s.Rate), Also: known([]document.Place{s.Score.Place, s.Weight.Place}),
		Working: fmt.Sprintf("%s ÷ %s = %s%%", s.Score.Value, s.Weight.Value, quantity.FormatRat(due.Low, 4)),
		Says:    both("“%s”得分率按%s÷%s重算为%s，所列为%s", "%s: %s ÷ %s gives a score rate of %s, %s is printed", s.Name, s.Score.Value, s.Weight.Value, right, s.Rate.Text),
	}
	if mode == recompute.Truncated {
		f.Level = finding.Info
		f.Says.ZH += "，系截位"
		f.Says.EN += ", truncated"
	}
	p.Report(f)
}

// gradeKey is the name of the book for a grade under any of the names it is printed by; empty for a word
// that is no grade.
func gradeKey(printed string) string {
	word := strings.Trim(lexicon.Key(printed), "“”\"‘’'。级等")
	switch word {
	case "优", "优秀":
		return "优"
	case "良", "良好":
		return "良"
	case "中", "中等", "一般", "合格", "及格":
		return "中"
	case "低":
		return "低"
	case "差", "较差", "不合格", "不及格":
		return "差"
	}
	return ""
}

// gradeFor is the band of the book that the total lies in.
func gradeFor(b *rulebook.Book, total *big.Rat) (rulebook.Grade, bool) {
	for _, g := range b.Grades.Bands {
		if low := g.Low.Rat(); low != nil && quantity.Compare(total, low) >= 0 {
			return g, true
		}
	}
	return rulebook.Grade{}, false
}

func gradeOfTotal(p *Pass) {
	grade, total := p.Form.Total.Grade, p.Form.Total.Score
	if !grade.Place.Known() || grade.Text == "" {
		grade = p.read.gradeInText()
	}
	held := listedGrades(p)
	if gradeKey(grade.Text) == "" || !total.Numeric() {
		if held == 0 {
			p.Skip("未给出总分或可识别的等级", "no total, or no grade that is known")
		}
		return
	}
	judgeGrade(p, "评价等级", grade, total, outOfHundred(p.Form, total))
}

// listedGrades holds the grade of each project in a list, or told in the text, against its score; it returns how many it
// held.
func listedGrades(p *Pass) int {
	held := 0
	inTables := slices.DeleteFunc(slices.Clone(p.Form.Listed), func(row form.Listed) bool { return row.InText })
	for _, row := range slices.Concat(inTables, p.Form.Told) {
		if gradeKey(row.Grade.Text) != "" && row.Score.Numeric() {
			held++
			judgeGrade(p, row.Name, row.Grade, row.Score, row.Score.Rat())
		}
	}
	return held
}

// judgeGrade reports a grade that is not the one of the band in which the score lies, which is out of a hundred.
func judgeGrade(p *Pass, subject string, grade, total form.Entry, score *big.Rat) {
	key := gradeKey(grade.Text)
	due, ok := gradeFor(p.Book, score)
	if !ok || gradeKey(due.Name.ZH) == key || !knows(p.Book, key) {
		return
	}
	p.Report(finding.Finding{
		Subject: subject, Printed: grade.Text, Due: due.Name.ZH, Clause: p.Book.Grades.Clause, Place: grade.Place, Also: known([]document.Place{total.Place}),
		Working: fmt.Sprintf("%s → %s", total.Value, due.Name.ZH),
		Says:    both("总分%s对应等级为“%s”，所列为“%s”，请核对", "a total of %s is graded %s, %s is printed", total.Value, due.Name.ZH, grade.Text),
	})
}

func knows(b *rulebook.Book, key string) bool {
	for _, g := range b.Grades.Bands {
		if gradeKey(g.Name.ZH) == key {
			return true
		}
	}
	return false
}

// outOfHundred is the total on a scale of 100, where the form prints a total weight.
func outOfHundred(f *form.Form, total form.Entry) *big.Rat {
	w := recompute.Weight(f.Total.Weight)
	if w == nil || quantity.Compare(w, quantity.Whole(100)) == 0 {
		return total.Rat()
	}
	share := quantity.Per(total.Rat(), w)
	return share.Mul(share, big.NewRat(100, 1))
}

// gradeInText finds a grade that the narrative states: 评价等级为“优”, 自评结果为良. Other things have
// grades too (风险等级), so the words just before have to speak of the evaluation.
func (n *narrative) gradeInText() form.Entry {
	if n.grade == nil {
		grade := gradeIn(n.sentences())
		n.grade = &grade
	}
	return *n.grade
}

// gradeLeads are the words before a grade.
var gradeLeads = []string{"等级为", "等次为", "结果为", "评级为", "等级：", "等级:", "档次为", "评定为"}

func gradeIn(said []spoken) form.Entry {
	for _, s := range said {
		if !s.letters.MayAny(gradeLeads...) {
			continue
		}
		for _, lead := range gradeLeads {
			before, rest, ok := strings.Cut(s.Text, lead)
			if !ok || !ofEvaluation(before) {
				continue
			}
			if word := gradeAtStart(rest); word != "" {
				return form.Entry{Text: word, Place: s.place(len(before), len(lead)+len(word))}
			}
		}
	}
	return form.Entry{}
}

// ofEvaluation looks at the last words of a text.
func ofEvaluation(text string) bool {
	runes := []rune(text)
	return hasAny(string(runes[max(0, len(runes)-8):]), "评价", "绩效", "自评", "评定", "考评", "得分", "分")
}

func gradeAtStart(text string) string {
	text = strings.TrimLeft(text, "“”\"‘’' 「")
	for _, word := range []string{"优秀", "良好", "中等", "一般", "合格", "较差", "不合格", "优", "良", "中", "差"} {
		if rest, ok := strings.CutPrefix(text, word); ok && (rest == "" || !strings.HasPrefix(rest, "央") && !strings.HasPrefix(rest, "于")) {
			return word
		}
	}
	return ""
}

func missingGrade(p *Pass) {
	total := p.Form.Total.Score
	if !total.Numeric() {
		p.Skip("没有总分", "no total")
		return
	}
	if p.Form.Total.Grade.Text != "" || p.read.gradeInText().Text != "" {
		return
	}
	says := both("未给出评价等级", "no grade is stated")
	due := ""
	if g, ok := gradeFor(p.Book, outOfHundred(p.Form, total)); ok {
		due = g.Name.ZH
		says = both("未给出评价等级，按总分%s应属“%s”", "no grade is stated; a total of %s is graded %s", total.Value, due)
	}
	p.Report(finding.Finding{Subject: "评价等级", Due: due, Says: says, Clause: p.Book.Grades.Clause, Place: total.Place})
}
