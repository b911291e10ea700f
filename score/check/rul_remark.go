package check

import (
	"math/big"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// rulOfRemarks are the checks on what the remark of a row says of its own deduction.
func rulOfRemarks() []*Check {
	return []*Check{
		{
			Code: "RUL-11", Level: finding.Warning, Run: otherDeduction,
			Title:   document.Message{ZH: "扣分与备注所述不一致", EN: "Deduction differs from the remark"},
			Doc:     document.Message{ZH: "备注写明“扣N分”或“扣N%”的，应与分值减得分（或自评分减复核分）相符；写明“得N分”的，应与得分（或复核分）相符。写明几处的按合计；百分比允许15个百分点的出入；按次、按项扣分的不作判断。", EN: "Where the remark says how many points or what share was taken, that is what weight less score (or own less reviewed score) should be; where it says how many were earned, that is the score. Several deductions are added; shares may be off by 15 points; deductions by the piece are left alone."},
			Formula: "w − s = Σ d",
			Why:     document.Message{ZH: "备注说扣的与实际扣的不一样，不知道该信哪个，漏扣的部分就成了多得的分。", EN: "Where the remark and the points differ one does not know which to believe, and what was not taken is points too many."},
			Allows:  document.Message{ZH: "分数按原数，等于合计或其中一处扣分均认可，按百分比的允许15个百分点出入；自评、复核任一列相符即可，按次按项扣分的不判断。", EN: "Points are exact, and their sum or any one of them will do; shares may be 15 points off, either column of scores may agree, and deductions by the piece are not judged."},
			Clause:  document.Message{ZH: "每项扣分应说明理由，并与扣分标准一致", EN: "every deduction states its reason and agrees with it"},
			Trips:   document.Message{ZH: "分值10、得分9，备注“资料不全，扣2分”", EN: "weight 10, score 9, the remark takes 2"},
			Silent:  document.Message{ZH: "分值10、得分8，备注“资料不全，扣2分”", EN: "weight 10, score 8, the remark takes 2"},
		},
		{
			Code: "RUL-12", Level: finding.Error, Run: unprovenPoints,
			Title:   document.Message{ZH: "备注称无佐证仍给分", EN: "Points although the remark says there is no evidence"},
			Doc:     document.Message{ZH: "备注写明未提供佐证材料，而复核分（没有复核分的为自评分）仍为满分。写明部分缺失、已相应扣分的除外；没有复核分的只提请核对。", EN: "The remark says that no evidence was given, and the reviewed score (or, without one, the filer's own, as a question) is still in full. Remarks on missing parts are left alone."},
			Formula: "no evidence ⇒ s < w",
			Why:     document.Message{ZH: "自己写明没有佐证又给满分，是复核时必须核减的分。", EN: "Full marks beside a remark that there is no evidence have to be cut by any reviewer."},
			Allows:  document.Message{ZH: "低于满分即不提示，扣多少不问；写明部分缺失、已补充或已扣分的不提示，没有复核分的只提请核对。", EN: "Anything below full marks is let pass, and so are remarks on partial, later or deducted evidence; without a reviewed score it is a question."},
			Clause:  document.Message{ZH: "无佐证材料的不得分", EN: "nothing is earned without evidence"},
			Trips:   document.Message{ZH: "备注“未提供佐证材料”，分值5，复核分5", EN: "“no evidence given”, weight 5, reviewed 5"},
			Silent:  document.Message{ZH: "备注“未提供佐证材料”，复核分0", EN: "“no evidence given”, reviewed 0"},
		},
	}
}

// deductions finds 扣2分, 扣减0.5分, 扣除30%; one that counts by the piece stands behind 每.
var deductions = wording.New(`扣(?:减|除|分)?(?:分值的?)?\s*([0-9]+(?:\.[0-9]+)?)\s*(分|%|％)`)

// byPiece are words of remarks whose deductions cannot be added as they stand.
var byPiece = []string{"每", "不扣", "未扣", "标准", "最多", "上限", "应扣", "拟扣"}

// remarked are the deductions that a remark names: points added up, and shares.
func remarked(text string) (points, shares []*big.Rat) {
	if hasAny(text, byPiece...) {
		return nil, nil
	}
	for _, m := range deductions.FindAllStringSubmatch(text, -1) {
		v, ok := new(big.Rat).SetString(m[1])
		switch {
		case !ok:
		case m[2] == "分":
			points = append(points, v)
		default:
			shares = append(shares, v)
		}
	}
	return points, shares
}

// earnings finds 得9.5分, 自评得10分 where a clause of a remark begins.
var earnings = wording.New(`(?:^|[，,；;。])(?:故|因此|实际|自评|本项|该项|实)?得(?:分为?)?\s*([0-9]+(?:\.[0-9]+)?)\s*分`)

// toldPoints are the points that a remark says the row earned; none of a text that reads like a rule.
func toldPoints(text string) (points []*big.Rat) {
	if hasAny(text, byPiece...) || hasAny(text, "不得分", "否则", "以上", "以下", "≥", "≤", "＞", "＜", ">", "<", "如", "若", "满分") {
		return nil
	}
	for _, m := range earnings.FindAllStringSubmatch(text, -1) {
		points = append(points, ratOf(m[1]))
	}
	return points
}

// earnedAs reports whether the score or the reviewed one is what the remark says, in one figure or in their sum.
func (s scored) earnedAs(told []*big.Rat) bool {
	sum := new(big.Rat)
	for _, v := range told {
		sum.Add(sum, v)
	}
	for _, v := range append(told, sum) {
		if quantity.Compare(v, s.Score.Rat()) == 0 || s.Review.Numeric() && quantity.Compare(v, s.Review.Rat()) == 0 {
			return true
		}
	}
	return len(told) == 0
}

func otherEarning(p *Pass, s scored) int {
	told := toldPoints(s.Reason.Text)
	if len(told) == 0 || s.unweighed {
		return 0
	}
	if !s.earnedAs(told) {
		p.Report(finding.Finding{
			Subject: s.Name, Printed: s.Score.Text, Place: s.Score.Place, Also: known([]document.Place{s.Reason.Place}),
			Says: both("“%s”得分%s，与备注“%s”不一致，请核对", "%s: the score is %s, the remark says “%s”", s.Name, s.Score.Value, s.Reason.Place.Quoting(s.Reason.Text).Quote),
		})
	}
	return 1
}

func otherDeduction(p *Pass) {
	held := 0
	for _, s := range p.scoredRows() {
		held += otherEarning(p, s)
		w := recompute.Weight(s.Weight)
		points, shares := remarked(s.Reason.Text)
		if w == nil || !s.sure || s.unweighed || len(points)+len(shares) == 0 || len(points) > 0 && len(shares) > 0 {
			continue
		}
		held++
		if !s.deductedAs(w, points, shares) {
			lost := quantity.FormatShort(quantity.Minus(w, s.Score.Rat()), 4)
			p.Report(finding.Finding{
				Subject: s.Name, Printed: s.Score.Text, Working: s.Weight.Value + " − " + s.Score.Value + " = " + lost, Place: s.Score.Place, Also: known([]document.Place{s.Reason.Place}),
				Says: both("“%s”分值%s、得分%s，扣%s分，与备注“%s”不一致，请核对", "%s: weight %s, score %s, %s taken; the remark says “%s”",
					s.Name, s.Weight.Value, s.Score.Value, lost, s.Reason.Place.Quoting(s.Reason.Text).Quote),
			})
		}
	}
	if held == 0 {
		p.Skip("备注中没有写明扣分数", "no remark tells how much was taken")
	}
}

// deductedAs reports whether one of the deductions of the row is the one that the remark tells: their
// sum, or one of them.
func (s scored) deductedAs(w *big.Rat, points, shares []*big.Rat) bool {
	bases := [][2]*big.Rat{{w, s.Score.Rat()}}
	if s.Review.Numeric() {
		bases = append(bases, [2]*big.Rat{w, s.Review.Rat()}, [2]*big.Rat{s.Score.Rat(), s.Review.Rat()})
	}
	for _, b := range bases {
		lost := quantity.Minus(b[0], b[1])
		sum := new(big.Rat)
		for _, d := range points {
			if quantity.Compare(d, lost) == 0 {
				return true
			}
			sum.Add(sum, d)
		}
		if len(points) > 0 && quantity.Compare(sum, lost) == 0 || b[0].Sign() > 0 && withinTolerance(lost, b[0], shares) {
			return true
		}
	}
	return false
}

// withinTolerance reports whether lost ÷ of comes within 15 points of one of the shares.
func withinTolerance(lost, of *big.Rat, shares []*big.Rat) bool {
	part := quantity.Per(lost, of)
	part.Mul(part, big.NewRat(100, 1))
	for _, share := range shares {
		gap := quantity.Minus(part, share)
		if quantity.Compare(gap.Abs(gap), quantity.Whole(15)) <= 0 {
			return true
		}
	}
	return false
}

// unproven are remarks that there is no evidence at all.
var unproven = wording.New(`(?:无|未见|未提供|没有|没有提供|缺少|缺乏)(?:任何|相关|有效|相应)?(?:的)?(?:佐证|证明)(?:材料|资料)?`)

func unprovenPoints(p *Pass) {
	held := 0
	for _, s := range p.scoredRows() {
		if s.Reason.Kind == quantity.Blank {
			continue
		}
		held++
		if !unproven.MatchString(s.Reason.Text) || hasAny(s.Reason.Text, "部分", "个别", "不全", "扣", "后续", "已补") {
			continue
		}
		e, level := s.Score, finding.Warning
		if s.Review.Numeric() {
			e, level = s.Review, finding.Error
		}
		if w := recompute.Weight(s.Weight); w == nil || s.unweighed || !s.sure || quantity.Compare(e.Rat(), w) < 0 {
			continue
		}
		reportUnproven(p, s, e, level)
	}
	if held == 0 {
		p.Skip("没有备注", "no remarks")
	}
}

func reportUnproven(p *Pass, s scored, e form.Entry, level finding.Level) {
	p.Report(finding.Finding{
		Level: level, Subject: s.Name, Printed: e.Text, Due: "<" + s.Weight.Value, Place: e.Place, Also: known([]document.Place{s.Reason.Place}),
		Says: both("“%s”备注写明“%s”，得分仍为满分%s，请核对", "%s: the remark says “%s”, yet the score is the full %s", s.Name, s.Reason.Place.Quoting(s.Reason.Text).Quote, e.Value),
	})
}
