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
)

// wgt are the checks of weights (分值、权重).
func wgt() []*Check { return append(wgtSums(), wgtRows()...) }

func wgtSums() []*Check {
	return []*Check{
		{
			Code: "WGT-01", Needs: AllRows, Level: finding.Error,
			Title:   document.Message{ZH: "分值合计不等于规定总分", EN: "Weights do not add up to the total"},
			Doc:     document.Message{ZH: "预算执行与各项指标的分值之和应为100（或表内合计栏所列的总分值）。分值未全部列示的，按一级指标所列分值核对；未列预算执行分值、其余合计恰差该分值的，不作判断。", EN: "Execution and indicators weigh 100 together, or the total weight that the form prints. Where rows print no weights, the blocks of level 1 are added; where execution prints none and just its weight is missing, nothing is said."},
			Formula: "Σ w = 100",
			Why:     document.Message{ZH: "分值不足或超过100，得分率和等级都没有了共同的分母，还可能整行漏列或重列。", EN: "Weights that do not make 100 leave rate and grade without a common base, and may show a row missing or listed twice."},
			Allows:  document.Message{ZH: "无，按原数相加；扣除加分项或加上不适用项后成立的认可，少的恰为预算执行分值（办法所定或10、20分）而表内未列的不判断。", EN: "None, they are added as printed; sums that hold without bonus rows or with inapplicable ones are accepted, and a gap that is just the weight of execution (10, 20 or the rules') is left alone."},
			Clause:  document.Message{ZH: "各级指标分值之和等于总分值（100分）", EN: "weights add up to 100"},
			Trips:   document.Message{ZH: "20＋60＋40＝120，合计栏为100", EN: "20 + 60 + 40 = 120, total printed 100"},
			Silent:  document.Message{ZH: "20＋40＋40＝100", EN: "20 + 40 + 40 = 100"},
			Run:     totalWeight,
		},
		{
			Code: "WGT-02", Needs: AllRows, Level: finding.Error,
			Title:   document.Message{ZH: "下级分值合计不等于上级分值", EN: "Weights of a block do not add up to its own"},
			Doc:     document.Message{ZH: "每个列有分值的一级、二级指标（或年度目标），其下各行分值之和应与之相等。推断的分值不用于核对。", EN: "The rows under each block that prints a weight add up to it. Inferred weights are not used."},
			Formula: "Σ w(child) = w(parent)",
			Why:     document.Message{ZH: "上下级分值不符，同一得分按行汇总和按板块汇总会得出两个结论。", EN: "Where a block and its rows weigh differently, adding by rows and by blocks gives two conclusions."},
			Allows:  document.Message{ZH: "无，按原数比较；分值系推断的不用，表未读全而下级合计偏少的不判断，留给WGT-01。", EN: "None, compared as printed; inferred weights are not used, and rows short of their block in a form not read in full are left to WGT-01."},
			Clause:  document.Message{ZH: "下级指标分值之和等于上级指标分值", EN: "the weights of the children make up the parent's"},
			Trips:   document.Message{ZH: "产出指标（30分）下列4、4、4、4、4、5分", EN: "output (30) over 4, 4, 4, 4, 4 and 5"},
			Silent:  document.Message{ZH: "产出指标（30分）下列4×5＋5×2", EN: "output (30) over five 4s and two 5s"},
			Run:     blockWeights,
		},
		{
			Code: "WGT-06", Needs: AllRows, Level: finding.Info,
			Title:   document.Message{ZH: "表中未逐项列示分值", EN: "The form prints no weights for its rows"},
			Doc:     document.Message{ZH: "没有分值列时，各项得分无法直接核对，只能按所属板块的分值和项数推断。", EN: "Without a column of weights no score can be held directly; weights are inferred from their block and the number of rows."},
			Formula: "∀ row: no printed w",
			Why:     document.Message{ZH: "没有分值列，每项得多少、扣多少都无从核对，其他计分检查只能靠推断。", EN: "Without a column of weights nothing can be said of what a row earned or lost, and the other checks on scores have to infer."},
			Allows:  document.Message{ZH: "只要有一行印有分值（含写在名称里的）就不提示，不计分的表不判断。", EN: "One row with a printed weight, in its cell or its label, is enough; forms without scores are not judged."},
			Clause:  document.Message{ZH: "自评表应列明各项指标分值", EN: "a form states the weight of each row"},
			Trips:   document.Message{ZH: "表头只有指标值、完成值、得分", EN: "columns for target, result and score only"},
			Silent:  document.Message{ZH: "表头有分值列", EN: "there is a column of weights"},
			Run:     noWeights,
		},
	}
}

// weighing is a sum of weights, with what was added.
type weighing struct {
	sum    *big.Rat
	values []string
	places []document.Place
}

func (w *weighing) add(e *form.Entry) {
	w.sum.Add(w.sum, e.Rat())
	w.values, w.places = append(w.values, e.Value), append(w.places, e.Place)
}

func (w *weighing) working() string {
	return strings.Join(w.values, " + ") + " = " + quantity.FormatShort(w.sum, 4)
}

// weigh adds the weights of all rows, or where they are not all printed, of the level-1 blocks. ok is
// false if neither is complete; execution tells whether the funds' weight is in it.
func weigh(f *form.Form, t *recompute.Tree) (w weighing, execution, rows, ok bool) {
	all := t.All()
	funds := t.Weights(recompute.Members{Funds: all.Funds})
	inds := t.Weights(recompute.Members{Indicators: all.Indicators})
	w.sum = new(big.Rat)
	execution = funds.Complete && len(funds.Parts) > 0
	if inds.Complete && !inferred(f, t) {
		for _, e := range slices.Concat(funds.Parts, inds.Parts) {
			w.add(e)
		}
		return w, execution, true, true
	}
	return weighBlocks(f, t, funds.Parts, execution)
}

func weighBlocks(f *form.Form, t *recompute.Tree, funds []*form.Entry, execution bool) (w weighing, hasExecution, rows, ok bool) {
	w.sum = new(big.Rat)
	top := topSections(f)
	for _, i := range top {
		s := &f.Sections[i]
		if !s.Weight.Numeric() {
			return w, execution, false, false
		}
		if len(t.Section(i).Indicators) == 0 && (len(t.Section(i).Funds) > 0 || strings.Contains(s.Name, "执行")) {
			if execution {
				continue
			}
			execution = true
		}
		w.add(&s.Weight)
	}
	if len(top) == 0 {
		return w, execution, false, false
	}
	for _, e := range funds {
		w.add(e)
	}
	return w, execution, false, true
}

// topSections are the outermost blocks of the scoring table: annual goals where there are any, else
// level 1; where the table has none, the rows of the summary table.
func topSections(f *form.Form) []int {
	if out := outermost(f, false); len(out) > 0 {
		return out
	}
	return outermost(f, true)
}

func outermost(f *form.Form, summary bool) []int {
	level := -1
	for i := range f.Sections {
		s := &f.Sections[i]
		if s.Summary == summary && !isTotal(s) && s.Weight.Numeric() && s.Level < 2 && (level < 0 || s.Level < level) {
			level = s.Level
		}
	}
	var out []int
	for i := range f.Sections {
		if s := &f.Sections[i]; s.Summary == summary && s.Level == level && !isTotal(s) {
			out = append(out, i)
		}
	}
	return out
}

func inferred(f *form.Form, t *recompute.Tree) bool {
	for i := range f.Indicators {
		if t.Unweighed(i) {
			continue
		}
		if from := f.Indicators[i].WeightFrom; from == form.FromInferred || from == form.FromNone {
			return true
		}
	}
	return false
}

func totalWeight(p *Pass) {
	w, execution, rows, ok := weigh(p.Form, p.outline())
	if !ok || !p.outline().WeighsInPoints() {
		p.Skip("分值未全部以分列示，无法合计", "not all weights are printed in points")
		return
	}
	want := big.NewRat(100, 1)
	if t := p.Form.Total.Weight; t.Numeric() {
		want = t.Rat()
	}
	if quantity.Compare(w.sum, want) == 0 || quantity.Compare(quantity.Minus(w.sum, bonus(p.Form)), want) == 0 || quantity.Compare(quantity.Plus(w.sum, dropped(p.Form)), want) == 0 {
		return
	}
	if !rows && unreadBlocks(p, w.sum) {
		p.Skip("有的板块分值未能读出，无法合计", "the weight of some block was not read")
		return
	}
	if !execution && executionMissing(p, quantity.Minus(want, w.sum)) {
		return
	}
	place := p.Form.Total.Weight.Place
	if !place.Known() {
		place = w.places[0]
	}
	due, sum := quantity.FormatShort(want, 4), quantity.FormatShort(w.sum, 4)
	p.Report(finding.Finding{
		Level: levelOfSum(p, rows, w.sum, want), Subject: "分值合计", Printed: sum, Due: due, Working: w.working(),
		Says:  both("各项分值合计%s，应为%s", "the weights add up to %s, and are due to make %s", sum, due),
		Place: place, Also: known(w.places),
	})
}

// mostOverBlocks is how many points the scores may make over the weights of the blocks, where one of these is wrong.
const mostOverBlocks = 15

// unreadBlocks reports whether the scores make far more than the blocks weigh: then there are others.
func unreadBlocks(p *Pass, weights *big.Rat) bool {
	most, scored := quantity.Plus(weights, quantity.Whole(mostOverBlocks)), p.Form.Total.Score.Rat()
	if scored == nil {
		scored = p.outline().AllScores().Value
	}
	return scored != nil && quantity.Compare(scored, most) > 0
}

// bonus is what the rows weigh that give points beyond the hundred (加分项).
func bonus(f *form.Form) *big.Rat {
	sum := new(big.Rat)
	for i := range f.Indicators {
		x := &f.Indicators[i]
		if w := recompute.Weight(x.Weight); w != nil && hasAny(x.Level1+x.Level2+x.Goal, "加分", "附加分", "奖励分") {
			sum.Add(sum, w)
		}
	}
	return sum
}

// dropped is what the rows weigh that do not apply: their weights belong to the hundred although no
// score is given.
func dropped(f *form.Form) *big.Rat {
	sum := new(big.Rat)
	for i := range f.Indicators {
		x := &f.Indicators[i]
		if w := recompute.Weight(x.Weight); w != nil && recompute.Inapplicable(x) {
			sum.Add(sum, w)
		}
	}
	return sum
}

// executionMissing reports whether what the weights lack is what execution weighs: by the book, or 10
// or 20 as in every form in use.
func executionMissing(p *Pass, gap *big.Rat) bool {
	own := p.Book.Execution.Weight.Rat()
	return own != nil && quantity.Compare(gap, own) == 0 || quantity.Compare(gap, quantity.Whole(10)) == 0 || quantity.Compare(gap, quantity.Whole(20)) == 0
}

// levelOfSum: a sum short of the total may mean a row or block that was not read, unless the scores of
// the rows that were read make up the printed total; then it is an error.
func levelOfSum(p *Pass, rows bool, sum, want *big.Rat) finding.Level {
	if quantity.Compare(sum, want) > 0 || rows && scoresMakeTotal(p.Form, p.outline()) {
		return finding.Error
	}
	return finding.Warning
}

// scoresMakeTotal reports whether the rows that were read are all there are: their scores add up to the
// printed total.
func scoresMakeTotal(f *form.Form, t *recompute.Tree) bool {
	scores := t.AllScores()
	return scores.Complete && f.Total.Score.Numeric() && quantity.Compare(scores.Value, f.Total.Score.Rat()) == 0
}

// allRead reports whether nothing speaks for rows that were not read: the scores make the total, or the
// weights make 100.
func allRead(f *form.Form, t *recompute.Tree) bool {
	weights := t.AllWeights()
	return scoresMakeTotal(f, t) || weights.Complete && quantity.Compare(weights.Value, quantity.Whole(100)) == 0
}

// short reports whether a block's rows weigh less than it does, so that one of them may not have been
// read.
func short(t *recompute.Tree, m recompute.Members, s *form.Section) bool {
	weights := t.Weights(m)
	return s.Weight.Numeric() && weights.Complete && quantity.Compare(weights.Value, s.Weight.Rat()) < 0
}

func blockWeights(p *Pass) {
	t := p.outline()
	held, complete := 0, allRead(p.Form, t)
	for i := range p.Form.Sections {
		s := &p.Form.Sections[i]
		m := t.Section(i)
		sum := t.Weights(m)
		if !s.Weight.Numeric() || !sum.Complete || inferredIn(p.Form, t, m) || toldInTable(p.Form, i) {
			continue
		}
		held++
		if quantity.Compare(sum.Value, s.Weight.Rat()) == 0 || short(t, m, s) && (!complete || t.Strays(s.Level)) && !scoresMake(t, m, s) {
			continue // weights short in a form that was not read in full are for WGT-01
		}
		reportBlock(p, s, sum)
	}
	if held == 0 {
		p.Skip("没有同时列示上级分值和全部下级分值的板块", "no block prints its own weight and those of all its rows")
	}
}

// scoresMake reports whether the scores of the rows make up the block's own.
func scoresMake(t *recompute.Tree, m recompute.Members, s *form.Section) bool {
	sum := t.Scores(m)
	return s.Score.Numeric() && sum.Complete && quantity.Compare(sum.Value, s.Score.Rat()) == 0
}

// toldInTable reports whether a row of a summary repeats a block of the scoring table: what is wrong
// with it is told there.
func toldInTable(f *form.Form, i int) bool {
	s := &f.Sections[i]
	for k := range f.Sections {
		o := &f.Sections[k]
		if s.Summary && !o.Summary && o.Level == s.Level && lexicon.Key(o.Name) == lexicon.Key(s.Name) && o.Weight.Value == s.Weight.Value && o.Score.Value == s.Score.Value {
			return true
		}
	}
	return false
}

func inferredIn(f *form.Form, t *recompute.Tree, m recompute.Members) bool {
	for _, i := range m.Indicators {
		if t.Unweighed(i) {
			continue
		}
		if from := f.Indicators[i].WeightFrom; from != form.FromCell && from != form.FromLabel {
			return true
		}
	}
	return false
}

func reportBlock(p *Pass, s *form.Section, sum recompute.Sum) {
	total := quantity.FormatShort(sum.Value, 4)
	p.Report(finding.Finding{
		Subject: s.Name, Printed: s.Weight.Text, Due: total, Working: addition(sum), Place: sectionPlace(s, s.Weight), Also: placesOf(sum.Parts),
		Says: both("“%s”分值为%s，其下各行分值合计%s，两者不一致", "%s weighs %s, its rows weigh %s together", s.Name, s.Weight.Value, total),
	})
}

func addition(sum recompute.Sum) string {
	values := make([]string, len(sum.Parts))
	for i, e := range sum.Parts {
		values[i] = e.Value
	}
	return fmt.Sprintf("%s = %s", strings.Join(values, " + "), quantity.FormatShort(sum.Value, 4))
}

func sectionPlace(s *form.Section, e form.Entry) document.Place {
	if e.Place.Known() {
		return e.Place
	}
	return s.Place
}

func placesOf(entries []*form.Entry) []document.Place {
	var out []document.Place
	for _, e := range entries {
		out = append(out, e.Place)
	}
	return known(out)
}

func noWeights(p *Pass) {
	scoredAny := false
	for i := range p.Form.Indicators {
		x := &p.Form.Indicators[i]
		if x.WeightFrom == form.FromCell || x.WeightFrom == form.FromLabel {
			return
		}
		scoredAny = scoredAny || x.Score.Numeric()
	}
	if !scoredAny {
		p.Skip("没有计分的指标", "no row is scored")
		return
	}
	first := &p.Form.Indicators[0]
	p.Report(finding.Finding{
		Subject: "分值", Place: first.Place,
		Says: both("表中没有分值列，%d项指标的分值只能推断", "the form has no column of weights; those of its %d rows can only be inferred", len(p.Form.Indicators)),
	})
}
