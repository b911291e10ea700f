package check

import (
	"fmt"
	"math/big"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
)

var scrKept = &Check{
	Code: "SCR-14", Level: finding.Warning, Run: cutForOver,
	Title:   document.Message{ZH: "办法规定超额不扣分，却因超额扣分", EN: "Points cut for over-achievement that the rules let pass"},
	Doc:     document.Message{ZH: "表内备注或该行评分标准写明超额完成不扣分（或得满分），而超额完成的指标得分低于分值，且未写明原因或所写原因就是超额。规定限于一定幅度的（如超过30%以内），只看幅度内的指标。写有其他扣分原因的不提示。", EN: "The notes of the form, or the row's own rule, say that over-achievement costs no points, yet a row that went over its target has less than its weight, and gives no reason or that very one. Where the rule holds up to some excess, only rows within it are looked at. Rows that give another reason are left alone."},
	Formula: "a > t ∧ “超额不扣分” ⇒ s = w",
	Why:     document.Message{ZH: "报告自己定了“超额不扣分”又扣分，是对自己的规则不一致，少计的分使总分失真。", EN: "A form that says over-achievement costs nothing and deducts for it breaks its own rule, and its total is too low."},
	Allows:  document.Message{ZH: "规定限于一定幅度的，超出该幅度不提示；写有超额以外扣分原因的不提示，扣多少不论。", EN: "Beyond the excess that the rule is limited to nothing is told, nor where a cause other than the excess is given; any deduction counts."},
	Clause:  document.Message{ZH: "报告所附评分规则：超额完成的不扣分", EN: "the form's own rule: over-achievement costs no points"},
	Trips:   document.Message{ZH: "备注“超额完成的不扣分”；指标值≥10次、完成值16次、分值10，得分9，原因“超额完成较多”", EN: "the notes let over-achievement pass; target ≥10, actual 16, weight 10, score 9, reason “far over the target”"},
	Silent:  document.Message{ZH: "同上，得分9，原因“两次活动未留存签到资料”", EN: "the same with the reason “no records of two events”"},
}

// passesOver is a rule that over-achievement costs nothing; the second group is the excess up to which.
var passesOver = wording.New(`(?:超额完成|超出|超过)[^。；，]{0,8}?(?:(\d+(?:\.\d+)?)\s*[%％]\s*(?:以内|（含）以内|内))?[^。；]{0,6}(?:不扣分|不予扣分|不作扣分|不再扣分|得满分|计满分|按满分|记满分)`)

// keeper is a printed rule by which over-achievement is let pass, up to most of excess; nil: to any.
type keeper struct {
	most  *big.Rat
	text  string
	place document.Place
}

func keeperIn(text string, at document.Place) (keeper, bool) {
	if !hasAny(text, "超额", "超出", "超过") || !hasAny(text, "扣分", "满分") {
		return keeper{}, false
	}
	m := passesOver.FindStringSubmatch(text)
	if m == nil {
		return keeper{}, false
	}
	k := keeper{text: m[0], place: at}
	if m[1] != "" {
		k.most, _ = new(big.Rat).SetString(m[1])
		k.most.Quo(k.most, hundred)
	}
	return k, true
}

// keeperOf is the rule of the row, or of the form.
func (p *Pass) keeperOf(x *form.Indicator) (keeper, bool) {
	if k, ok := keeperIn(x.Rule.Text, x.Rule.Place); ok {
		return k, true
	}
	return p.keeperOfForm()
}

// keeperOfForm is the rule of the notes under the form.
func (w *worksheet) keeperOfForm() (k keeper, ok bool) {
	if w.noted == nil {
		w.noted = &keeper{}
		for _, r := range w.review.Form.Rules {
			if k, ok := keeperIn(r.Text, r.Place); ok {
				w.noted = &k
				break
			}
		}
	}
	return *w.noted, w.noted.text != ""
}

// keptOver is the rule by which a row should have kept the points that it lost for going over its target.
func (p *Pass) keptOver(s scored) (keeper, bool) {
	ratio, ok := p.over(s.index)
	order, ordered := s.against()
	if !ok || !ordered || order >= 0 || quantity.Compare(ratio, oneWhole) <= 0 || s.Score.Rat().Sign() < 0 || s.missedBelow() || !onlyForOver(p.Form, s.Indicator) {
		return keeper{}, false
	}
	k, ok := p.keeperOf(s.Indicator)
	excess := quantity.Minus(ratio, oneWhole)
	return k, ok && (k.most == nil || quantity.Compare(excess, k.most) <= 0)
}

// onlyForOver reports a row that gives no reason for its cut, or over-achievement alone.
func onlyForOver(f *form.Form, x *form.Indicator) bool {
	text := filledIn(x.Reason.Text)
	if text == "" {
		return f.Reason.Text == "" || !mentions(f.Reason.Text, x.Name)
	}
	return hasAny(text, "超额", "超过目标", "超出目标", "超过指标", "超出指标", "目标值偏低", "指标值偏低", "指标值设置偏低", "目标设置偏低") && !hasAny(text, "未", "缺", "没有", "不足")
}

func cutForOver(p *Pass) {
	held := 0
	for _, s := range p.scoredRows() {
		if _, ok := p.keeperOf(s.Indicator); ok {
			held++
		}
		k, ok := p.keptOver(s)
		if !ok {
			continue
		}
		lost := quantity.FormatShort(lostPoints(s.Weight, s.Score), 4)
		p.Report(finding.Finding{
			Subject: s.Name, Printed: s.Score.Text, Due: s.Weight.Value, Working: fmt.Sprintf("%s − %s = %s", s.Weight.Value, s.Score.Value, lost),
			Place: s.Score.Place, Also: known(append(s.places(), k.place)),
			Says: both("“%[1]s”完成值%[2]s超过指标值%[3]s，表内规定“%[4]s”，却扣%[5]s分（得%[6]s分），请核对", "%[1]s: the result %[2]s is over the target %[3]s and the form says “%[4]s”, yet %[5]s is cut (score %[6]s)",
				s.Name, s.Actual.Text, s.Target.Text, k.text, lost, s.Score.Value),
		})
	}
	if held == 0 {
		p.Skip("表内没有超额不扣分的规定", "the form has no rule that lets over-achievement pass")
	}
}
