package check

import (
	"fmt"
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

var scrLine = &Check{
	Code: "SCR-16", Level: finding.Warning, Run: belowLine,
	Title:   document.Message{ZH: "完成率低于及格线仍得分", EN: "Points below the line that earns none"},
	Doc:     document.Message{ZH: "评分规则或表内备注规定完成率低于一定比例（如60%）不得分的，完成值与指标值之比低于该比例的指标得分应为0。比例取自报告自己的备注，没有的取所适用的办法；都没有规定的不作判断。行内另有评分标准的，按其标准核对。", EN: "Where the notes of the form, or else its rulebook, give nothing below some share of the target (say 60%), a row below that share earns nothing. Without such a line nothing is judged; a row with a rule of its own is held to that."},
	Formula: "a ÷ t < θ ⇒ s = 0",
	Why:     document.Message{ZH: "规则写明不及格不得分，仍按比例给分会让没做成的指标继续拿分。", EN: "Where the rules give nothing below a line, points in proportion go on paying for what was not achieved."},
	Allows:  document.Message{ZH: "无，完成值与指标值之比低于所写比例即应为零分；反向指标、自带评分标准的行不判断，没有规定该线的不检查。", EN: "None: a ratio below the printed line earns nothing; negative rows and rows with a rule of their own are left out, and no rule means no check."},
	Clause:  document.Message{ZH: "完成率低于规定比例的不得分", EN: "below the line a row earns nothing"},
	Trips:   document.Message{ZH: "备注“完成率低于60%的不得分”；指标值≥100场、完成值55场、分值10，得分5.5", EN: "the notes give nothing below 60%; target ≥100, actual 55, weight 10, score 5.5"},
	Silent:  document.Message{ZH: "同一备注；指标值≥100场、完成值60场，得分6", EN: "the same notes; target ≥100, actual 60, score 6"},
}

// passLine is a printed rule that gives nothing below a share of the target.
var passLine = wording.New(`(?:完成率|完成比例|完成程度|完成值与指标值之比)[^。；，]{0,8}?(?:低于|不足|未达到?|小于|＜|<)\s*(\d+(?:\.\d+)?)\s*[%％][^。；]{0,8}?(?:不得分|得\s*0\s*分|得零分|记\s*0\s*分|计\s*0\s*分|为\s*0\s*分)`)

// line is the share of the target below which rows earn nothing, and where it is printed; nil if none is
// known.
func (p *Pass) line() (share *big.Rat, clause document.Message, at document.Place) {
	for _, r := range p.Form.Rules {
		if !strings.Contains(r.Text, "完成") {
			continue
		}
		if m := passLine.FindStringSubmatch(r.Text); m != nil {
			v, _ := new(big.Rat).SetString(m[1])
			return quantity.Per(v, hundred), document.Message{ZH: "表内备注：" + m[0], EN: "the form's notes: " + m[0]}, r.Place
		}
	}
	if v := p.Book.Quantitative.PassShare.Rat(); v != nil {
		return v, p.Book.Quantitative.Clause, document.Place{}
	}
	return nil, document.Message{}, document.Place{}
}

// underLine reports a row scored by a formula whose result lies below the share and that has points.
func (s scored) underLine(share *big.Rat) bool {
	if share == nil || s.Score.Rat().Sign() <= 0 || !s.byBook() || s.due.Completion.IsZero() || recompute.SenseOf(s.Indicator) == recompute.Falling {
		return false
	}
	return quantity.Compare(s.due.Completion.High, share) < 0 && s.due.Completion.Low.Sign() >= 0
}

func belowLine(p *Pass) {
	share, clause, at := p.line()
	if share == nil {
		p.Skip("没有“低于一定完成率不得分”的规定", "no rule gives nothing below some share of the target")
		return
	}
	for _, s := range p.scoredRows() {
		if !s.underLine(share) {
			continue
		}
		reached := quantity.FormatShort(quantity.Times(s.due.Completion.High, hundred), 2)
		theta := quantity.FormatShort(quantity.Times(share, hundred), 2)
		p.Report(finding.Finding{
			Subject: s.Name, Printed: s.Score.Text, Due: "0", Clause: clause, Place: s.Score.Place, Also: known(append(s.places(), at)),
			Working: fmt.Sprintf("%s ÷ %s = %s%% < %s%%", s.Actual.Value, s.Target.Value, reached, theta),
			Says: both("完成值%[1]s为指标值%[2]s的%[3]s%%，低于%[4]s%%，按规定不得分，表内得%[5]s分，请核对", "the result %[1]s is %[3]s%% of the target %[2]s, below %[4]s%%, and earns nothing by the rule; the form prints %[5]s",
				s.Actual.Text, s.Target.Text, reached, theta, s.Score.Value),
		})
	}
}
