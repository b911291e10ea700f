package check

import (
	"fmt"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

var untCost = &Check{
	Code: "UNT-06", Level: finding.Warning, Run: runCosts,
	Title:   document.Message{ZH: "成本指标方向相反", EN: "A cost with its bound the wrong way round"},
	Doc:     document.Message{ZH: "成本指标（列在成本指标下，或名称以成本、造价、单价、费用结尾）的指标值为金额，却写成“≥”“不低于”，即花得越多越算完成。节约额、降低额、补助标准等越多越好的，以及收入、投资完成额，不提示。", EN: "A row of cost, by its class or its name, has an amount of money for its target and asks for at least that: the more is spent, the better it is met. Savings, rates of subsidy, income and investment made are left alone."},
	Formula: "成本指标 ⇒ 指标值 ≤ t",
	Why:     document.Message{ZH: "成本写成“不低于”，花得越多得分越高，与控制成本的本意相反。", EN: "A cost of at least so much earns more the more is spent, the opposite of what it is for."},
	Allows:  document.Message{ZH: "没有符号、“=”和“≤”的不提示；节约额、补助标准、收入、投资完成额等越多越好的金额不看。", EN: "No sign, = and ≤ are let pass; savings, standards of subsidy, income, investment and other amounts that should be high are not looked at."},
	Clause:  document.Message{ZH: "成本指标为反向指标，指标值应为上限", EN: "a cost is a negative indicator: its target is an upper bound"},
	Trips:   document.Message{ZH: "成本指标“设备购置成本”指标值≥17.4万元", EN: "“cost of equipment ≥174,000”"},
	Silent:  document.Message{ZH: "成本指标“成本节约额”指标值≥2万元", EN: "“money saved ≥20,000”"},
}

var untDigits = &Check{
	Code: "UNT-07", Level: finding.Info, Run: runDigits,
	Title:   document.Message{ZH: "得分小数位不统一", EN: "Scores with different digits"},
	Doc:     document.Message{ZH: "同一列得分中，有的保留小数末位的0（如5.00），有的位数较少（如4.9），格式不统一。按“写到精确为止”书写（4.9与5并列）的，以及位数相同的，不提示。数值大小不受影响，只作提示。", EN: "In one column some scores keep their trailing zeros (5.00) and others have fewer digits (4.9). Scores written as short as they are exact (4.9 beside 5), and those of the same digits, are left alone. No value changes, so it is only mentioned."},
	Formula: "decimals(sᵢ) = decimals(sⱼ)",
	Why:     document.Message{ZH: "小数位不一，看不出得分精确到哪一位，尾差也就说不清是取舍还是算错。", EN: "Unequal digits leave open how finely scores were computed, so that a last digit off may be rounding or a fault."},
	Allows:  document.Message{ZH: "按“写到精确为止”书写（4.9与5）的不提示，位数一致的不提示；只有一个三位以上小数、其余不超过两位的单独提示。", EN: "Scores written only as far as they go (4.9 and 5) and equal digits are let pass; one score of three and more digits among shorter ones is told by itself."},
	Clause:  document.Message{ZH: "同一表内得分保留的小数位数应一致", EN: "scores of one form keep the same digits"},
	Trips:   document.Message{ZH: "得分列：5.00、4.80、4.9、3", EN: "scores of 5.00, 4.80, 4.9 and 3"},
	Silent:  document.Message{ZH: "得分列：5、4.8、4.95、3", EN: "scores of 5, 4.8, 4.95 and 3"},
}

var untBounds = &Check{
	Code: "UNT-08", Level: finding.Info, Run: runBounds,
	Title:   document.Message{ZH: "部分指标值未写比较符号", EN: "Some targets have no comparator"},
	Doc:     document.Message{ZH: "表中多数定量指标值写有≥、≤等比较符号，而有的指标值只写数字，且完成值与之不同：超出算超额还是算超标、少了算节约还是算未完成，表内没有写明。完成值等于指标值的不影响判断，100%的比率、日期和写有“=”的不提示；≥与≧等异体同义，不算差异。", EN: "Most numeric targets of the form say ≥ or ≤ and some are a bare number that the result differs from: whether more is better the form does not say. Rows whose result is the target, rates of 100%, dates and targets with = are left alone; ≧ is ≥ in another shape and no difference."},
	Formula: "bound(t) ∈ {≥, ≤, =}",
	Why:     document.Message{ZH: "没写比较符号，多了少了都说不清是超额还是超标，计分方向由填表人说了算。", EN: "Without a sign, more may be over-achievement or excess, and whoever fills in the form decides which."},
	Allows:  document.Message{ZH: "完成值等于指标值、100%的比率、反向指标和自带评分标准的不提示；写有符号的不足三项或不到缺符号的三倍的不提示。", EN: "A result equal to its target, rates of 100%, negative rows and rows with rules of their own are let pass; fewer than three targets with a sign, or less than three times those without, tell nothing."},
	Clause:  document.Message{ZH: "定量指标值应写明比较符号，以明确计分方向", EN: "a numeric target states its comparator, which decides how it is scored"},
	Trips:   document.Message{ZH: "其余指标值写“≥”，“平均办理时间”指标值10天、完成值12天", EN: "the others say ≥; “time taken” has a target of 10 days and a result of 12"},
	Silent:  document.Message{ZH: "指标值≧90%与≥90%并列", EN: "≧90% beside ≥90%"},
}

func runCosts(p *Pass) {
	rows := 0
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		if !in.Target.Numeric() || in.Target.Doubt != "" || !costOf(in.Target) || !isCost(in) {
			continue
		}
		rows++
		if in.Target.Bound == quantity.AtLeast || in.Target.Bound == quantity.Above {
			p.Report(finding.Finding{
				Subject: in.Name, Printed: in.Target.Text, Due: "≤" + in.Target.Value + in.Target.Unit, Place: in.Target.Place, Also: known([]document.Place{in.Actual.Place}),
				Says: both("“%[1]s”是成本指标，指标值却写作“%[2]s”，方向相反，请核对", "%[1]s is a cost, but its target is %[2]s: the bound is the wrong way round", in.Name, in.Target.Text),
			})
		}
	}
	if rows == 0 {
		p.Skip("没有以金额为指标值的成本指标", "no cost has an amount for its target")
	}
}

// costOf reports an amount of money, or of money for each of something (元/平方米).
func costOf(e form.Entry) bool {
	m, ok := e.Measure()
	return ok && (m.Dimension == "元" || strings.HasPrefix(m.Dimension, "元/"))
}

// isCost reports a row that money should be kept low in.
func isCost(in *form.Indicator) bool {
	if hasAny(in.Name, "节约", "节省", "降低", "减少", "压减", "下降", "补助标准", "补贴标准", "奖励标准", "收入", "效益", "产值", "投资完成", "完成投资", "税", "利润", "增收", "资助标准", "发放") {
		return false
	}
	name := strings.TrimSpace(in.Name)
	for _, end := range []string{"成本", "造价", "单价", "费用", "成本控制数", "总成本"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return strings.Contains(in.Level1+in.Level2, "成本") && !strings.Contains(in.Level2, "效益")
}

func runDigits(p *Pass) {
	var padded, shorter []*form.Indicator
	most, rows := 0, 0
	for i := range p.Form.Indicators {
		if e := p.Form.Indicators[i].Score; e.Numeric() && e.Doubt == "" {
			rows++
			if strings.Contains(e.Value, ".") && strings.HasSuffix(e.Value, "0") {
				most = max(most, quantity.Decimals(e.Value))
				padded = append(padded, &p.Form.Indicators[i])
			}
		}
	}
	for i := range p.Form.Indicators {
		if e := p.Form.Indicators[i].Score; e.Numeric() && e.Doubt == "" && quantity.Decimals(e.Value) < most {
			shorter = append(shorter, &p.Form.Indicators[i])
		}
	}
	if rows < 2 {
		p.Skip("有得分的指标不足两项", "fewer than two scored rows")
		return
	}
	if longest(p, rows) || len(padded) == 0 || len(shorter) == 0 {
		return
	}
	p.Report(finding.Finding{
		Subject: shorter[0].Name, Printed: shorter[0].Score.Text, Due: shorter[0].Score.Value, Place: shorter[0].Score.Place, Also: known([]document.Place{padded[0].Score.Place}),
		Says: both("得分列小数位不统一：“%[1]s”为%[2]s，“%[3]s”为%[4]s，建议统一", "scores keep different digits: %[2]s for %[1]s, %[4]s for %[3]s", shorter[0].Name, shorter[0].Score.Value, padded[0].Name, padded[0].Score.Value),
	})
}

// longest tells of the one score of three digits and more behind the point among scores of two at most.
func longest(p *Pass, rows int) bool {
	var long []*form.Indicator
	usual := 0
	for i := range p.Form.Indicators {
		e := p.Form.Indicators[i].Score
		if !e.Numeric() || e.Doubt != "" {
			continue
		}
		if d := quantity.Decimals(e.Value); d > 2 {
			long = append(long, &p.Form.Indicators[i])
		} else {
			usual = max(usual, d)
		}
	}
	if len(long) != 1 || rows < 4 {
		return false
	}
	x := long[0]
	p.Report(finding.Finding{
		Subject: x.Name, Printed: x.Score.Text, Due: quantity.FormatRat(x.Score.Rat(), max(usual, 1)), Place: x.Score.Place,
		Says: both("“%[1]s”得分%[2]s，小数位多于其他各项（最多%[3]d位），建议统一", "%[1]s scores %[2]s, to more digits than any other row (%[3]d at most)", x.Name, x.Score.Value, usual),
	})
	return true
}

func runBounds(p *Pass) {
	bounded, held := 0, 0
	var open []*form.Indicator
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		if !in.Target.Numeric() || in.Target.Doubt != "" || in.Target.Upper != "" {
			continue
		}
		held++
		switch {
		case in.Target.Bound != quantity.None:
			bounded++
		case in.Actual.Numeric() && in.Actual.Bound == quantity.None && differs(in) && !wholeRate(in.Target) && !in.Negative && in.Rule.Text == "":
			open = append(open, in)
		}
	}
	if held == 0 {
		p.Skip("没有定量指标值", "no numeric target")
	}
	if bounded < 3 || len(open) == 0 || 3*len(open) > bounded {
		return
	}
	var names []string
	var also []document.Place
	for _, in := range open {
		names, also = append(names, in.Name), append(also, in.Target.Place)
	}
	p.Report(finding.Finding{
		Subject: open[0].Name, Printed: open[0].Target.Text, Place: also[0], Also: known(also[1:]),
		Says: document.Message{
			ZH: fmt.Sprintf("%d项定量指标值写有比较符号，%s共%d项只写数字且与完成值不同，计分方向不明确，建议补写", bounded, joinNames(names, 4), len(open)),
			EN: fmt.Sprintf("%d numeric targets have a comparator, %d have none and differ from their results: %s", bounded, len(open), namesInEnglish(names, 4)),
		},
	})
}

func differs(in *form.Indicator) bool {
	same, known := sameFact(in.Target.Quantity, in.Actual.Quantity)
	return known && !same
}

// wholeRate is a rate of 100 %, which can only be missed.
func wholeRate(e form.Entry) bool {
	w, ok := inBaseUnits(e.Quantity)
	return ok && w.dimension == quantity.Proportion && quantity.Compare(w.value, oneWhole) == 0
}
