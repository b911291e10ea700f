package layout

import (
	"math/big"
	"slices"
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// What the figures of a form say about its reading: an error in a report moves one figure by a little,
// while a torn table loses, doubles or swaps whole cells.

// Bounds on what a report itself may have got wrong, in points.
const (
	mostOff      = 5  // a total, from what its rows sum to
	mostOffSum   = 15 // all weights, from 100, where the scores still make the total
	mostOffBlock = 5  // the rows of one block, from the weight of it
	mostOffTotal = 20 // a total, from another, or from the rows of blocks that are right each: those of a block more than there should be
	fullPoints   = 100
)

// tallied are the sums of a form: all weights, all scores, and the total.
type tallied struct {
	weight, score, total *big.Rat
	weighed, scored      bool // every row has one
	over                 bool // some weight or score is more than all points together
}

// tally sums the points of the rows and of the execution of the budget.
func tally(f *form.Form) tallied {
	t := tallied{weight: new(big.Rat), score: new(big.Rat), total: f.Total.Score.Rat(), weighed: len(f.Indicators) > 0, scored: len(f.Indicators) > 0}
	for i := range f.Indicators {
		row := &f.Indicators[i]
		t.weighed = t.add(t.weight, row.Weight) && t.weighed
		t.scored = t.add(t.score, row.Score) && t.scored
	}
	for i := range f.Funds {
		if !f.Funds[i].Part {
			t.add(t.weight, f.Funds[i].Weight)
			t.add(t.score, f.Funds[i].Score)
		}
	}
	return t
}

// add adds the entry to the sum, and reports whether there was one.
func (t *tallied) add(sum *big.Rat, e form.Entry) bool {
	value := e.Rat()
	if value == nil {
		return false
	}
	t.over = t.over || quantity.Compare(value, quantity.Whole(fullPoints)) > 0
	sum.Add(sum, value)
	return true
}

// confirmed reports whether the weights sum to 100 and the scores to the total: of a wrong reading they
// would not.
func (t tallied) confirmed() bool {
	return t.weighed && t.scored && t.total != nil && off(t.weight, big.NewRat(fullPoints, 1)).Sign() == 0 && off(t.score, t.total).Sign() == 0
}

// sumsHold reports whether the weights sum to 100 or the scores to the total: an error of the report takes one of them,
// a wrong reading both.
func (t tallied) sumsHold() bool {
	return t.weighed && off(t.weight, big.NewRat(fullPoints, 1)).Sign() == 0 || t.scored && t.total != nil && off(t.score, t.total).Sign() == 0
}

// turnTotal takes the lone figure of a total row for the score where it stands under the weights, while the weights of
// the rows sum to 100 without it: the 100 before it was lost. Where the scores do not sum to it, that stays a doubt.
func turnTotal(f *form.Form) {
	full, own := big.NewRat(fullPoints, 1), f.Total.Weight.Rat()
	t := tally(f)
	if !f.Total.Score.Missing() || own == nil || quantity.Compare(own, full) >= 0 || !t.weighed || quantity.Compare(t.weight, full) != 0 {
		return
	}
	f.Total.Score, f.Total.Weight = f.Total.Weight, form.Entry{}
	if !t.scored || quantity.Compare(t.score, own) != 0 {
		doubtEntry(&f.Total.Score)
	}
}

// torn reports whether the sums are further off than a report's own errors take them.
func (t tallied) torn() bool {
	if t.over || t.total != nil && quantity.Compare(t.total, quantity.Whole(2*fullPoints)) > 0 {
		return true
	}
	missed := t.total != nil && t.scored && beyond(t.score, t.total, mostOff)
	if missed || !t.weighed {
		return missed
	}
	full := big.NewRat(fullPoints, 1)
	return beyond(t.weight, full, mostOffSum) || beyond(t.weight, full, 0) && (t.total == nil || !t.scored || beyond(t.score, t.total, 0))
}

// near reports whether the total may be that of the rows, if whole blocks are one too many.
func (t tallied) near() bool {
	return !t.over && t.total != nil && t.scored && !beyond(t.score, t.total, mostOffTotal)
}

// tornTotals reports whether the totals that a form prints are far apart, or differ and the scores sum to none of them:
// an error moves one of them by a little, and the scores still make the other.
func (t tallied) tornTotals(f *form.Form) bool {
	differ := false
	for _, e := range f.Total.Also {
		value := e.Rat()
		if t.total == nil || value == nil {
			continue
		}
		if beyond(value, t.total, mostOffTotal) {
			return true
		}
		if t.scored && quantity.Compare(t.score, value) == 0 {
			return false
		}
		differ = differ || quantity.Compare(value, t.total) != 0
	}
	return differ && !(t.scored && quantity.Compare(t.score, t.total) == 0)
}

func off(a, b *big.Rat) *big.Rat { d := quantity.Minus(a, b); return d.Abs(d) }

func beyond(a, b *big.Rat, most int64) bool {
	return quantity.Compare(off(a, b), quantity.Whole(most)) > 0
}

// tornBlocks reports whether rows stand under other blocks than their own: the weights of several blocks
// are not those of their rows, or of one by far.
func tornBlocks(f *form.Form) bool {
	wrong, far := wrongBlocks(f)
	return far || wrong >= 2
}

// wrongBlocks counts the blocks whose weights are not those of their rows; far says that one is far from it.
func wrongBlocks(f *form.Form) (wrong int, far bool) {
	for i := range f.Sections {
		s := &f.Sections[i]
		want := s.Weight.Rat()
		if s.Level != 1 && !s.Summary || want == nil {
			continue
		}
		if sum := rowsOf(f, s); sum != nil && quantity.Compare(sum, want) != 0 {
			wrong++
			far = far || beyond(sum, want, mostOffBlock) && !s.Summary
		}
	}
	return wrong, far
}

// sumsFit reports whether the sums of a form say nothing against its reading.
func sumsFit(f *form.Form) bool {
	wrong, _ := wrongBlocks(f)
	return wrong == 0 && tally(f).sumsHold()
}

// fewestBlocks is the fewest blocks whose weights are those of their rows that confirm a reading.
const fewestBlocks = 3

// blocksConfirm reports whether the weights of all blocks are those of their rows: of rows that were lost, doubled or
// swapped they would not be, so that a total that differs is an error of the report.
func blocksConfirm(f *form.Form) bool {
	confirmed := 0
	for i := range f.Sections {
		s := &f.Sections[i]
		want := s.Weight.Rat()
		if s.Level != 1 || s.Summary {
			continue
		}
		if sum := rowsOf(f, s); want == nil || sum == nil || quantity.Compare(sum, want) != 0 {
			return false
		}
		confirmed++
	}
	return confirmed >= fewestBlocks
}

// tornSummary reports whether the blocks of a summary weigh far more than a form does: a sum stands for one of them.
func tornSummary(f *form.Form) bool {
	sum := new(big.Rat)
	for i := range f.Sections {
		if weight := f.Sections[i].Weight.Rat(); f.Sections[i].Summary && weight != nil {
			sum.Add(sum, weight)
		}
	}
	return quantity.Compare(sum, quantity.Whole(fullPoints+mostOffSum)) > 0
}

// lostRows reports whether a total stands below no rows at all: those that it sums up were not read.
func lostRows(f *form.Form) bool {
	return len(f.Indicators) == 0 && f.Total.Score.Numeric() && len(f.Funds) > 0
}

// doubtBlocks marks the weights of blocks that may cover other rows than those read under them: a name stands in the
// middle of its merged cell, and without lines nothing tells where the cell ends.
func doubtBlocks(f *form.Form) {
	half, wrong, far := halfLabelled(f.Indicators), []int{}, false
	for i := range f.Sections {
		s := &f.Sections[i]
		if half && s.Level == 1 && !s.Summary {
			doubtEntry(&s.Weight)
		}
		want, sum := s.Weight.Rat(), rowsOf(f, s)
		if s.Summary || want == nil || sum == nil || quantity.Compare(sum, want) == 0 {
			continue
		}
		wrong = append(wrong, i)
		far = far || beyond(sum, want, mostOffBlock)
	}
	if !far && len(wrong) < 2 {
		return
	}
	for _, i := range wrong {
		doubtEntry(&f.Sections[i].Weight)
	}
}

// halfLabelled reports whether some rows have a first level and others have none.
func halfLabelled(rows []form.Indicator) bool {
	labelled := 0
	for i := range rows {
		if rows[i].Level1 != "" {
			labelled++
		}
	}
	return labelled > 0 && labelled < len(rows)
}

// rowsOf is the sum of the weights of a block's rows; nil where it has none, or one without a weight.
func rowsOf(f *form.Form, s *form.Section) *big.Rat {
	var sum *big.Rat
	for i := range f.Indicators {
		row := &f.Indicators[i]
		if !under(row, s) {
			continue
		}
		weight := row.Weight.Rat()
		if weight == nil {
			return nil
		}
		if sum == nil {
			sum = new(big.Rat)
		}
		sum.Add(sum, weight)
	}
	return sum
}

// under reports whether a row stands in a block of its own level.
func under(row *form.Indicator, s *form.Section) bool {
	if s.Level == 2 {
		return row.Level2 == s.Name && row.Goal == s.Goal && (s.Parent == "" || row.Level1 == s.Parent)
	}
	return row.Level1 == s.Name && row.Goal == s.Goal
}

// gluedFigure reports whether an amount, or a part of a sentence, is in a name: 年度资金总额167.31.
func gluedFigure(name string) bool {
	if holdsSign(name, "%，。；") {
		return true
	}
	for i := 1; i+1 < len(name); i++ {
		if name[i] == '.' && digit(rune(name[i-1])) && digit(rune(name[i+1])) {
			return true
		}
	}
	return len(name)-len(strings.TrimRight(name, "0123456789")) >= 3
}

// tornFunds reports whether the funds block holds what none has.
func tornFunds(funds []form.Fund) bool {
	for i := range funds {
		fund := &funds[i]
		if gluedFigure(fund.Name) || tornPoints(fund) || tornRate(fund) || fund.Part && greater(fund, &funds[0]) {
			return true
		}
		if slices.ContainsFunc([]form.Entry{fund.Initial, fund.Budget, fund.Spent, fund.Rate, fund.Weight, fund.Score}, halfFigure) {
			return true
		}
	}
	return len(funds) > 1 && funds[1].Part && !namesSum(funds[0].Name) || tornParts(funds)
}

// tornParts reports whether the parts are far from the whole in more than one column of amounts: an error moves them
// by little, or by a unit.
func tornParts(funds []form.Fund) bool {
	wrong := 0
	for _, amount := range []func(*form.Fund) form.Entry{
		func(x *form.Fund) form.Entry { return x.Initial },
		func(x *form.Fund) form.Entry { return x.Budget },
		func(x *form.Fund) form.Entry { return x.Spent },
	} {
		sum, parts := new(big.Rat), 0
		for i := range funds {
			if value := amount(&funds[i]).Rat(); funds[i].Part && value != nil {
				sum.Add(sum, value)
				parts++
			}
		}
		if len(funds) == 0 || parts < 2 {
			continue
		}
		whole := amount(&funds[0]).Rat()
		if whole == nil || whole.Sign() <= 0 {
			continue
		}
		ratio := quantity.Per(sum, whole)
		if far := quantity.Compare(ratio, big.NewRat(1, 2)) < 0 || quantity.Compare(ratio, quantity.Whole(2)) > 0; far && !inOtherUnit(ratio) {
			wrong++
		}
	}
	return wrong > 1
}

// greater reports whether a part is by far more than the whole.
func greater(part, whole *form.Fund) bool {
	for _, pair := range [][2]form.Entry{{part.Initial, whole.Initial}, {part.Budget, whole.Budget}, {part.Spent, whole.Spent}} {
		p, w := pair[0].Rat(), pair[1].Rat()
		if p == nil || w == nil || w.Sign() == 0 {
			continue
		}
		if ratio := quantity.Per(p, w); quantity.Compare(ratio, big.NewRat(3, 2)) > 0 && !inOtherUnit(ratio) {
			return true
		}
	}
	return false
}

// namesSum reports whether a funds row may be the sum of those below.
func namesSum(name string) bool {
	for _, word := range []string{"总", "合计", "小计", "共计", "全年", "年度", "项目资金", "预算资金", "资金情况"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return name == ""
}

// halfFigure reports whether a figure lacks digits in front or behind: 00.5, 61.
func halfFigure(e form.Entry) bool {
	text := e.Text
	return strings.Trim(text, "%％") == "" && text != "" || strings.HasSuffix(text, ".") || strings.HasPrefix(text, ".") || len(text) > 1 && text[0] == '0' && digit(rune(text[1]))
}

// tornPoints reports whether the points of a fund are none: without any amount, more than there are, or far from
// those of the rate.
func tornPoints(fund *form.Fund) bool {
	weight, score, rate := fund.Weight.Rat(), fund.Score.Rat(), fund.Rate.Rat()
	if weight == nil || score == nil {
		return false
	}
	if !fund.Initial.Numeric() && !fund.Budget.Numeric() && !fund.Spent.Numeric() && rate != nil {
		return true
	}
	if rate != nil && quantity.Compare(rate, quantity.Whole(50)) > 0 && beyond(score, inShare(weight, rate), mostOff) {
		return true
	}
	return quantity.Compare(weight, quantity.Whole(fullPoints)) > 0 || quantity.Compare(score, quantity.Times(weight, quantity.Whole(2))) > 0
}

// inShare is so many percent of the weight, at most all of it.
func inShare(weight, percent *big.Rat) *big.Rat {
	if quantity.Compare(percent, quantity.Whole(100)) >= 0 {
		return weight
	}
	return quantity.Per(quantity.Times(weight, percent), quantity.Whole(100))
}

// tornRate reports whether a rate is far from that of the amounts, unless one of them is in another unit.
func tornRate(fund *form.Fund) bool {
	rate, spent := fund.Rate.Rat(), fund.Spent.Rat()
	if rate == nil || spent == nil || rate.Sign() == 0 || spent.Sign() == 0 {
		return false
	}
	if quantity.Compare(rate, quantity.Whole(mostRate)) > 0 {
		return true
	}
	far := false
	for _, e := range []form.Entry{fund.Budget, fund.Initial} {
		whole := e.Rat()
		if whole == nil || whole.Sign() == 0 {
			continue
		}
		ratio := quantity.Per(inPercent(quantity.Per(spent, whole)), rate)
		if quantity.Compare(ratio, big.NewRat(3, 2)) < 0 && quantity.Compare(ratio, big.NewRat(2, 3)) > 0 {
			return false
		}
		far = far || !unitsApart(ratio)
	}
	return far
}

// mostRate is more percent than any budget is executed by: it is an amount.
const mostRate = 1000

// inOtherUnit reports whether two amounts, or a part and its whole, may be in other units: 元 and 万元.
func inOtherUnit(ratio *big.Rat) bool {
	return quantity.Compare(ratio, quantity.Whole(50)) > 0 || quantity.Compare(ratio, big.NewRat(1, 50)) < 0
}

// unitsApart reports whether two rates are as far apart as 元 and 千元 or 万元, or a share and a rate, give or take half.
func unitsApart(ratio *big.Rat) bool {
	if ratio.Sign() > 0 && quantity.Compare(ratio, quantity.Whole(1)) < 0 {
		ratio = new(big.Rat).Inv(ratio)
	}
	for _, times := range []int64{100, 1000, 10000} {
		if quantity.Compare(ratio, big.NewRat(times, 2)) > 0 && quantity.Compare(ratio, big.NewRat(3*times, 2)) < 0 {
			return true
		}
	}
	return false
}
