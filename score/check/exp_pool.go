package check

import (
	"math/big"
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/recompute"
)

// dueByItsRule reports a row whose printed result makes just the score that its own rule gives: nothing more has to be
// said of the points it lost.
func (p *Pass) dueByItsRule(index int) bool {
	points, in := p.Due.Indicators[index].Points, &p.Form.Indicators[index]
	if in.Rule.Text == "" || len(points.Readings) == 0 || points.Method == recompute.MethodGap {
		return false
	}
	_, fits := recompute.PrecisionOf(p.Form).Fit(points, in.Score)
	return fits
}

// toldDeduction is a deduction that the text tells with its points: 目标未量化，扣1分.
type toldDeduction struct {
	para   *form.Paragraph
	points *big.Rat
	used   bool
}

// toldDeductions are those of one report. Each of them explains one row.
type toldDeductions []*toldDeduction

func deductionsTold(n *narrative) (all toldDeductions) {
	for i := range n.form.Text {
		para := &n.form.Text[i]
		if para.Level > 0 || !n.paragraphHas(i, "扣") || n.paragraphHas(i, "每") {
			continue
		}
		for _, m := range deductions.FindAllStringSubmatch(para.Text, mostStated) {
			if v, ok := new(big.Rat).SetString(m[1]); ok && m[2] == "分" {
				all = append(all, &toldDeduction{para: para, points: v})
			}
		}
	}
	return all
}

// tells reports that a deduction of so many points is told of the row's block, or in a part on deductions, and explains no
// row before it.
func (all toldDeductions) tells(in *form.Indicator, lost *big.Rat) bool {
	for _, d := range all {
		if !d.used && quantity.Compare(d.points, lost) == 0 && d.speaksOf(in) {
			d.used = true
			return true
		}
	}
	return false
}

func (d *toldDeduction) speaksOf(in *form.Indicator) bool {
	if under(d.para, "扣分", "失分") {
		return true
	}
	if r := []rune(in.Name); len(r) > 4 && strings.Contains(d.para.Text, string(r[:4])) {
		return true
	}
	for _, level := range []string{in.Level1, in.Level2} {
		if level != "" && (under(d.para, level) || strings.HasPrefix(d.para.Text, level)) {
			return true
		}
	}
	return false
}

// toldOnItsOwn reports a row that a report in prose gives a paragraph of its own, with more in it than the points.
func toldOnItsOwn(f *form.Form, in *form.Indicator) bool {
	if in.Place.Table > 0 || in.Place.Cell != "" || in.Name == "" {
		return false
	}
	for i := range f.Text {
		head, rest, ok := strings.Cut(f.Text[i].Text, "。")
		if ok && rest != "" && strings.Contains(head, in.Name) && strings.Contains(head, "分") && f.Text[i].Place.Compare(in.Place) == 0 {
			return true
		}
	}
	return false
}
