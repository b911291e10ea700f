package check

import (
	"fmt"
	"math/big"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// totReview are the checks of a reviewer's scores beside the filer's (自评分、复核分).
func totReview() []*Check {
	return []*Check{
		{
			Code: "TOT-08", Level: finding.Warning, Run: reviewedUp,
			Title:   document.Message{ZH: "复核分高于自评分", EN: "Reviewed score is over the filer's own"},
			Doc:     document.Message{ZH: "复核一般只作核减；复核分高于自评分的，请核对是否填写有误。", EN: "A review takes points, it rarely gives them; a reviewed score over the filer's own wants a look."},
			Formula: "review > self",
			Why:     document.Message{ZH: "复核改高了自评分少见，多为两列填反或看错行，会掩盖应当核减的项目。", EN: "A reviewer rarely gives more than the filer did: columns or rows were mostly mixed up, which hides what should be cut."},
			Allows:  document.Message{ZH: "无，复核分按原数高于自评分即提示，相等不提示；没有复核分的行不看。", EN: "None: any score above the filer's own, as printed; equal ones and rows without a reviewed score are let pass."},
			Clause:  document.Message{ZH: "复核以自评分为基础核实", EN: "a review starts from the filer's own score"},
			Trips:   document.Message{ZH: "自评10分、复核10.5分", EN: "own score 10, reviewed 10.5"},
			Silent:  document.Message{ZH: "自评10分、复核9.5分", EN: "own score 10, reviewed 9.5"},
		},
		{
			Code: "TOT-09", Level: finding.Info, Run: reviewGap,
			Title:   document.Message{ZH: "自评与复核的偏离度", EN: "How far self-evaluation and review lie apart"},
			Doc:     document.Message{ZH: "列有复核分的表，汇总各项自评分与复核分，给出偏离度。", EN: "In a form with reviewed scores: both are added up and the deviation is given."},
			Formula: "(self − review) ÷ self",
			Why:     document.Message{ZH: "偏离度反映自评是否客观，许多办法据此考核自评质量。", EN: "The gap shows how fair the self-evaluation was; many rules rate its quality by it."},
			Allows:  document.Message{ZH: "无，两者合计不等即给出偏离度，只作提示；有复核分的行不足一半的不计算。", EN: "None: any difference of the sums is told, as a remark; forms where most rows have no reviewed score are left alone."},
			Clause:  document.Message{ZH: "偏离度＝（自评分−复核分）÷自评分×100%", EN: "deviation = (self − review) ÷ self × 100%"},
			Trips:   document.Message{ZH: "自评合计100分、复核合计88分，偏离度12%", EN: "own scores 100, reviewed 88: 12%"},
			Silent:  document.Message{ZH: "自评与复核合计相等", EN: "both add up to the same"},
		},
	}
}

func reviewedUp(p *Pass) {
	held := 0
	for _, s := range p.scoredRows() {
		if !s.Review.Numeric() {
			continue
		}
		held++
		if quantity.Compare(s.Review.Rat(), s.Score.Rat()) > 0 {
			p.Report(finding.Finding{
				Subject: s.Name, Printed: s.Review.Text, Due: "≤" + s.Score.Value, Working: s.Review.Value + " > " + s.Score.Value, Place: s.Review.Place, Also: known([]document.Place{s.Score.Place}),
				Says: both("“%s”复核分%s高于自评分%s，请核对", "%s: the reviewed score %s is over the filer's own %s", s.Name, s.Review.Value, s.Score.Value),
			})
		}
	}
	noReviews(p, held)
}

func noReviews(p *Pass, held int) {
	if held == 0 {
		p.Skip("表内没有复核分", "the form prints no reviewed scores")
	}
}

func reviewGap(p *Pass) {
	self, review := new(big.Rat), new(big.Rat)
	var places []document.Place
	held, missing := 0, 0
	for _, s := range p.scoredRows() {
		if !s.Review.Numeric() {
			missing++
			continue
		}
		held++
		self.Add(self, s.Score.Rat())
		review.Add(review, s.Review.Rat())
		if quantity.Compare(s.Review.Rat(), s.Score.Rat()) != 0 {
			places = append(places, s.Review.Place)
		}
	}
	noReviews(p, held)
	if held == 0 || missing > held || self.Sign() <= 0 || quantity.Compare(self, review) == 0 {
		return
	}
	gap := quantity.Minus(self, review)
	gap.Quo(gap, self).Mul(gap, big.NewRat(100, 1))
	a, b, g := quantity.FormatShort(self, 4), quantity.FormatShort(review, 4), quantity.FormatRat(gap, 2)
	p.Report(finding.Finding{
		Subject: "复核分", Printed: b, Due: a, Working: fmt.Sprintf("(%s − %s) ÷ %s = %s%%", a, b, a, g), Place: places[0], Also: known(places[1:]),
		Says: both("自评合计%s分、复核合计%s分，偏离度%s%%，%d项有调整", "own scores %s, reviewed %s: %s%% apart, %d rows changed", a, b, g, len(places)),
	})
}
