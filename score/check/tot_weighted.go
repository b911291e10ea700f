package check

import (
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

var totWeighted = &Check{
	Code: "TOT-10", Prose: true, Needs: AllRows, Level: finding.Error, Run: weightedMeans,
	Title:   document.Message{ZH: "按资金加权的汇总值计算有误", EN: "A mean weighted by funds does not recompute"},
	Doc:     document.Message{ZH: "正文写明按资金加权汇总，并逐项列出资金与得分（或完成率、满意度）的，按Σ(资金×值)÷Σ资金重算汇总值。资金按印刷精度取区间；资金与数值不是一一成对、或加权方式不是按资金的，不作判断。实际是简单平均的，另作说明。", EN: "Where the text says that a figure was consolidated with the funds as weights and lists funds and score (or rate) of each part, the mean is recomputed. Funds stand for their rounding intervals; what does not pair one to one, or is weighted otherwise, is left alone. A plain mean is named as such."},
	Formula: "Σ(m × v) ÷ Σ m = V",
	Why:     document.Message{ZH: "把加权平均写成简单平均或算错，会让资金少的高分项目抬高全区（县）的总体结果。", EN: "A plain or wrong mean in place of the weighted one lets small projects with high scores lift the whole."},
	Allows:  document.Message{ZH: "资金按印刷位数的取舍范围、汇总值按末位半个单位容许；资金与数值不能一一成对、约数和按其他权重加权的不判断。", EN: "Funds may move within their printed digits, the mean by half its last digit; figures that do not pair off, approximate ones and other weights are not judged."},
	Clause:  document.Message{ZH: "相对值指标和定性指标得分，以资金额度为权重加权平均汇总", EN: "rates and scores are consolidated as means weighted by the funds"},
	Trips:   document.Message{ZH: "“甲项目资金100万元，得90分；乙项目资金300万元，得98分；按资金额度加权平均为94分”（应为96分）", EN: "100 at 90 points, 300 at 98 points, “weighted by funds: 94” (96 is due)"},
	Silent:  document.Message{ZH: "同上，“加权平均为96分”", EN: "the same, “weighted: 96”"},
}

// share is one part of a consolidation: its funds and its value.
type share struct{ funds, value quantity.Found }

func weightedMeans(p *Pass) {
	held := 0
	for i := range p.Form.Text {
		para := &p.Form.Text[i]
		if !p.read.paragraphHas(i, "加权") || !p.read.paragraphHas(i, "资金", "金额", "预算", "投入", "执行数") {
			continue
		}
		parts, mean, ok := consolidation(para.Text)
		if !ok {
			continue
		}
		held++
		judgeMean(p, para, parts, mean)
	}
	if held == 0 {
		p.Skip("正文没有按资金加权汇总的数据", "the text consolidates nothing by funds")
	}
}

// consolidation reads the pairs of funds and values before the word 加权, and the one value behind it.
func consolidation(text string) (parts []share, mean quantity.Found, ok bool) {
	at := strings.LastIndex(text, "加权")
	var before, behind []quantity.Found
	for _, q := range quantity.FindAll(text) {
		if q.Kind != quantity.Number || q.Value == "" {
			continue
		}
		if q.End <= at {
			before = append(before, q)
		} else {
			behind = append(behind, q)
		}
	}
	if len(before) < 4 || len(before)%2 != 0 || len(behind) == 0 || hasAny(text[at:behind[0].Start], "。", "权重为", "系数") {
		return nil, mean, false
	}
	mean = behind[0]
	for i := 0; i < len(before); i += 2 {
		funds, value := before[i], before[i+1]
		if isFunds(value) {
			funds, value = value, funds
		}
		if !isFunds(funds) || value.Unit != mean.Unit || value.Unit == "" || funds.Unit != before[0].Unit && funds.Unit != before[1].Unit || value.Approximate || funds.Approximate {
			return nil, mean, false
		}
		parts = append(parts, share{funds, value})
	}
	return parts, mean, !isFunds(mean) && mean.Upper == "" && !mean.Approximate
}

func isFunds(q quantity.Found) bool {
	m, ok := q.Measure()
	return ok && m.Dimension == "元" && q.Upper == "" && q.Rat().Sign() > 0
}

// mean is the mean of the values weighted by the funds as displayed, and the plain one.
func meanOf(parts []share) (weighted, plain *big.Rat) {
	sum, all, values := new(big.Rat), new(big.Rat), new(big.Rat)
	for _, x := range parts {
		m, v := x.funds.Rat(), x.value.Rat()
		sum.Add(sum, quantity.Times(m, v))
		all.Add(all, m)
		values.Add(values, v)
	}
	return sum.Quo(sum, all), values.Quo(values, big.NewRat(int64(len(parts)), 1))
}

// meanSlack is how far the mean may move as the funds move within their rounding: the spread of the
// values times the share that half a unit of each fund is of all funds.
func meanSlack(parts []share) *big.Rat {
	low, high := parts[0].value.Rat(), parts[0].value.Rat()
	half, all := new(big.Rat), new(big.Rat)
	for _, x := range parts {
		v := x.value.Rat()
		if quantity.Compare(v, low) < 0 {
			low = v
		}
		if quantity.Compare(v, high) > 0 {
			high = v
		}
		half.Add(half, quantity.HalfUnit(quantity.Decimals(x.funds.Value)))
		all.Add(all, x.funds.Rat())
	}
	return half.Mul(half, quantity.Minus(high, low)).Quo(half, all)
}

func judgeMean(p *Pass, para *form.Paragraph, parts []share, mean quantity.Found) {
	weighted, plain := meanOf(parts)
	tolerance := quantity.Plus(quantity.HalfUnit(quantity.Decimals(mean.Value)), meanSlack(parts))
	gap := quantity.Minus(mean.Rat(), weighted)
	if quantity.Compare(gap.Abs(gap), tolerance) <= 0 {
		return
	}
	decimals := max(2, quantity.Decimals(mean.Value))
	due, printed := quantity.FormatShort(weighted, decimals)+mean.Unit, strings.TrimSpace(para.Text[mean.Start:mean.End])
	var terms []string
	for _, x := range parts {
		terms = append(terms, x.funds.Value+" × "+x.value.Value)
	}
	says := both("按所列资金加权平均应为%[1]s，正文写为%[2]s，请核对", "weighted by the funds listed the mean is %[1]s, the text says %[2]s", due, printed)
	if quantity.Compare(gap.Sub(mean.Rat(), plain).Abs(gap), quantity.HalfUnit(quantity.Decimals(mean.Value))) <= 0 {
		says.ZH += "（所写为简单平均值）"
		says.EN += " (which is the plain mean)"
	}
	p.Report(finding.Finding{
		Subject: "加权平均", Printed: printed, Due: due, Working: "(" + strings.Join(terms, " + ") + ") ÷ Σ = " + due,
		Place: para.PlaceAt(mean.Start, mean.End-mean.Start), Says: says,
	})
}
