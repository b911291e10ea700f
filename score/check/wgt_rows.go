package check

import (
	"fmt"
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
	"fuhe/score/rulebook"
)

// wgtRows are the checks of single weights and of how the hundred points are shared out.
func wgtRows() []*Check {
	return []*Check{
		{
			Code: "WGT-03", Needs: AllRows, Level: finding.Warning, Run: sharesOfLevel1,
			Title:   document.Message{ZH: "一级指标权重与规定不同", EN: "Level-1 weights differ from the rules"},
			Doc:     document.Message{ZH: "各一级指标的分值合计与办法所列权重不同。办法规定必须遵守的作预警；允许调整的（如原则上10、50、30、10）作提示。含有办法未列的一级指标（如成本指标）的，不作判断。", EN: "The blocks of level 1 weigh other than the rules say. Where the rules are binding this is a warning; where they hold in principle only it is mentioned. Forms with blocks that the rules do not name are left alone."},
			Formula: "Σ w(level 1) = rule",
			Why:     document.Message{ZH: "权重偏离规定，会把容易得分的部分放大，与其他单位的总分也不可比。", EN: "Weights other than the rules' make more of what is easily scored, and a total that cannot be compared with others'."},
			Allows:  document.Message{ZH: "无，按原数与办法所列（含其允许的其他组合）比较；办法只作原则规定的仅提示，含办法未列的一级指标或分值不全的不判断。", EN: "None, sums are held to the rules' set or any variant they admit; where they hold in principle only it is mentioned, and forms with other blocks or missing weights are not judged."},
			Clause:  document.Message{ZH: "一级指标权重按办法规定设置", EN: "the weights of level 1 are set by the rules"},
			Trips:   document.Message{ZH: "产出60、效益20、满意度10（规定50、30、10）", EN: "output 60, benefit 20, satisfaction 10; the rules say 50, 30, 10"},
			Silent:  document.Message{ZH: "产出50、效益30、满意度10", EN: "output 50, benefit 30, satisfaction 10"},
		},
		{
			Code: "WGT-04", Level: finding.Info, Run: heavyRows,
			Title:   document.Message{ZH: "单项权重过大", EN: "One row weighs very much"},
			Doc:     document.Message{ZH: "指标不少于五项的表中，单项分值超过25分，或一个20分以上的板块只有一项指标。权重集中使该项左右总分。", EN: "In a form of five rows and more, one row weighs over 25, or a block of 20 and more has a single row: that row decides the total."},
			Formula: "w > 25 ∨ w = W(block) ≥ 20",
			Why:     document.Message{ZH: "一项定乾坤，这一项打满就能保住等级，其余指标形同虚设。", EN: "Where one row decides, full marks for it secure the grade and the other rows count for nothing."},
			Allows:  document.Message{ZH: "单项25分及以下、独占板块的20分以下不提示；指标少于五项、合并计分和下一行分值得分均空的不判断。", EN: "Up to 25 points, or below 20 alone in a block, is let pass; forms of fewer than five rows, rows scored together and cells that go on below are not judged."},
			Clause:  document.Message{ZH: "指标权重应当均衡，突出重点而不过于集中", EN: "weights are balanced and not heaped on one row"},
			Trips:   document.Message{ZH: "十一项指标中，一项满意度占20分且为该板块唯一指标", EN: "among eleven rows, one of satisfaction weighs 20 and is alone in its block"},
			Silent:  document.Message{ZH: "十一项指标，各项分值4至10分", EN: "eleven rows of 4 to 10 points"},
		},
		{
			Code: "WGT-05", Level: finding.Warning, Run: weightless,
			Title:   document.Message{ZH: "分值为零或缺失", EN: "A weight of zero, or none"},
			Doc:     document.Message{ZH: "其他指标均列有分值，而该行分值为零或空白却有得分。", EN: "The other rows have weights; this one has none, or zero, and scores."},
			Formula: "w ≤ 0 ∧ s > 0",
			Why:     document.Message{ZH: "没有分值的行却得了分，这些分不在100分之内，总分因此虚增或与分值对不上。", EN: "Points of a row without a weight lie outside the hundred: they inflate the total or leave it at odds with the weights."},
			Allows:  document.Message{ZH: "无，分值为零或空白而得分大于零即提示；过半的计分行没有印分值、合并计分和不适用的行不判断。", EN: "None: zero or blank beside a score above zero; forms where most rows print no weight, rows scored together and inapplicable rows are not judged."},
			Clause:  document.Message{ZH: "计分的指标应有分值", EN: "a row that is scored has a weight"},
			Trips:   document.Message{ZH: "分值空白，得分5", EN: "weight blank, score 5"},
			Silent:  document.Message{ZH: "“其中”行分值、得分均空白", EN: "a detail row with neither weight nor score"},
		},
	}
}

func sharesOfLevel1(p *Pass) {
	for _, variant := range p.Book.Weights.Variants {
		if sums, ok := blockSums(p.Form, p.outline(), variant.Level1); ok && sharedAs(sums, variant.Level1) {
			return // the rules know this set too
		}
	}
	sums, ok := blockSums(p.Form, p.outline(), p.Book.Weights.Level1)
	if !ok || !p.outline().WeighsInPoints() {
		p.Skip("一级指标与办法所列不同，或分值不全", "the blocks are not those of the rules, or not all weights are printed")
		return
	}
	level := finding.Info
	if p.Book.Weights.Fixed {
		level = finding.Warning
	}
	var parts []string
	differs := false
	for _, share := range p.Book.Weights.Level1 {
		sum := sums[share.Name]
		if sum == nil {
			continue
		}
		differs = differs || quantity.Compare(sum, share.Weight.Rat()) != 0
		parts = append(parts, fmt.Sprintf("%s %s/%s", share.Name, quantity.FormatShort(sum, 4), share.Weight))
	}
	if !differs {
		return
	}
	p.Report(finding.Finding{
		Level: level, Subject: "一级指标权重", Working: strings.Join(parts, "; "), Clause: p.Book.Weights.Clause, Place: p.Form.Indicators[0].Weight.Place,
		Says: both("一级指标分值（所列/规定）：%s，与办法所列权重不同", "weights of level 1, printed/rules: %s", strings.Join(parts, "、")),
	})
}

// sharedAs reports whether the blocks weigh what the shares say, each of them but execution, which is not
// among the rows.
func sharedAs(sums map[string]*big.Rat, shares []rulebook.Share) bool {
	for _, s := range shares {
		if sum := sums[s.Name]; sum == nil && !strings.Contains(s.Name, "执行") || sum != nil && quantity.Compare(sum, s.Weight.Rat()) != 0 {
			return false
		}
	}
	return true
}

// blockSums adds the weights of the rows by the shares that their level-1 names hold; ok is false unless
// every row stands under a share and has a printed weight. The share of execution is not among the rows.
func blockSums(f *form.Form, t *recompute.Tree, shares []rulebook.Share) (sums map[string]*big.Rat, ok bool) {
	sums = map[string]*big.Rat{}
	for i := range f.Indicators {
		x := &f.Indicators[i]
		name := shareOf(x.Level1, shares)
		if name == "" || x.WeightFrom != form.FromCell && x.WeightFrom != form.FromLabel {
			return nil, false
		}
		if sums[name] == nil {
			sums[name] = new(big.Rat)
		}
	}
	for name := range sums {
		var m recompute.Members
		for i := range f.Indicators {
			if shareOf(f.Indicators[i].Level1, shares) == name {
				m.Indicators = append(m.Indicators, i)
			}
		}
		sum := t.Weights(m)
		if !sum.Complete {
			return nil, false
		}
		sums[name] = sum.Value
	}
	return sums, len(sums) > 1
}

func shareOf(level1 string, shares []rulebook.Share) string {
	for _, s := range shares {
		if strings.Contains(level1, s.Name) {
			return s.Name
		}
	}
	return ""
}

// fewRows is the number of rows from which on the weight of one can be called large.
const fewRows = 5

func heavyRows(p *Pass) {
	if len(p.Form.Indicators) < fewRows || !p.outline().WeighsInPoints() {
		p.Skip("指标少于五项，或分值不以分计", "fewer than five rows, or weights that are not points")
		return
	}
	held := 0
	joint := p.joint()
	for i := range p.Form.Indicators {
		x := &p.Form.Indicators[i]
		w := recompute.Weight(x.Weight)
		if _, together := joint[i]; together || w == nil {
			continue
		}
		held++
		if quantity.Against(w, 25, 1) <= 0 && (quantity.Against(w, 20, 1) < 0 || !aloneInBlock(p, i)) || goesOn(p.Form, i) {
			continue
		}
		place := x.Weight.Place
		if !place.Known() {
			place = x.Place
		}
		p.Report(finding.Finding{
			Subject: x.Name, Printed: x.Weight.Value, Place: place,
			Says: both("“%s”一项分值%s，占比较大", "%s alone weighs %s", x.Name, x.Weight.Value),
		})
	}
	if held == 0 {
		p.Skip("没有分值", "no weights")
	}
}

// goesOn reports whether the row below has neither weight nor score: the cell may be merged over both.
func goesOn(f *form.Form, row int) bool {
	return row+1 < len(f.Indicators) && recompute.Unscored(&f.Indicators[row+1])
}

// aloneInBlock reports whether a row is the only one of a section that prints its weight.
func aloneInBlock(p *Pass, row int) bool {
	for i := range p.Form.Sections {
		m := p.outline().Section(i)
		if p.Form.Sections[i].Weight.Numeric() && len(m.Indicators) == 1 && m.Indicators[0] == row {
			return true
		}
	}
	return false
}

func weightless(p *Pass) {
	all, printed := 0, 0
	for i := range p.Form.Indicators {
		if x := &p.Form.Indicators[i]; x.Score.Numeric() {
			all++
			if x.WeightFrom == form.FromCell && recompute.Weight(x.Weight) != nil {
				printed++
			}
		}
	}
	if printed == 0 || 2*printed < all {
		p.Skip("表内没有逐行分值", "the form prints no weights of rows")
		return
	}
	joint := p.joint()
	for i := range p.Form.Indicators {
		x := &p.Form.Indicators[i]
		if _, together := joint[i]; together || !positive(x.Score) || x.Doubt != "" || x.Weight.Doubt != "" || recompute.Inapplicable(x) || !weightMissing(x) {
			continue
		}
		place := x.Weight.Place
		if !place.Known() {
			place = x.Score.Place
		}
		p.Report(finding.Finding{
			Subject: x.Name, Printed: x.Weight.Text, Place: place, Also: known([]document.Place{x.Score.Place}),
			Says: both("“%s”得%s分，分值却为零或未列，请核对", "%s scores %s, its weight is zero or not printed", x.Name, x.Score.Value),
		})
	}
}

// weightMissing reports a cell for the weight that is blank or holds zero.
func weightMissing(x *form.Indicator) bool {
	return x.Weight.Place.Known() && (x.Weight.Kind == quantity.Blank || zero(x.Weight))
}
