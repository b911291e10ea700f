package check

import (
	"fmt"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

var scrUnread = &Check{
	Code: "SCR-21", Level: finding.Warning, Run: oddResults,
	Title:   document.Message{ZH: "完成值为负数或不是数值", EN: "The result is negative or no number"},
	Doc:     document.Message{ZH: "指标值是数值，完成值却是负数（增减变化类指标除外），提请核对；完成值是文字而得了分，无法按数值计分，作提示。“全部完成”“已达标”“无”等能对应到数值的表述，以及注明定量而两栏都是文字的（见UNT-05），不在此提示。", EN: "The target is a number and the result is below zero, rows that measure a change left out: this wants a look. A result in words that earned points cannot be scored by number and is mentioned. Wordings that stand for a figure (all done, met, none) are let pass."},
	Formula: "t ∈ ℝ ⇒ a ∈ ℝ, a ≥ 0",
	Why:     document.Message{ZH: "该填数的地方是负数或文字，完成率无法计算，所给的分也就无法复核。", EN: "A negative figure or words where a number belongs leave no ratio to compute, and no way to check the points."},
	Allows:  document.Message{ZH: "增减、差额、结余、温度等可为负的指标不提示；“全部完成”“已达标”“无”等可对应到数值的文字不提示。", EN: "Negative figures of changes, balances, temperatures and the like are let pass, and so are words that stand for a figure: all done, met, none."},
	Clause:  document.Message{ZH: "定量指标应填写实际完成数值", EN: "a quantitative row states its result as a number"},
	Trips:   document.Message{ZH: "指标值≥500人次，完成值“-480人次”", EN: "target ≥500, result −480"},
	Silent:  document.Message{ZH: "“能耗增长率”指标值≤0%，完成值-3.2%", EN: "a growth rate of −3.2% against ≤0%"},
}

// changing are the words of names whose figures may fall below zero.
var changing = []string{"增长", "增幅", "增减", "下降", "降低", "降幅", "减少", "提高", "提升", "变化", "变动", "偏差", "差异", "差额", "差率", "净", "盈亏", "利润", "结余", "余额", "气温", "温度", "高程", "环比", "同比", "涨幅", "率差"}

// filled are wordings that stand for a figure: the target's own, nought, or that there is no such thing.
var filled = []string{"完成", "达标", "达到", "达成", "实现", "全部", "合格", "无", "未发生", "没有", "零", "不适用", "不涉及", "未涉及", "已", "超额", "符合", "满足", "详见", "见附"}

func oddResults(p *Pass) {
	held := 0
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		if !in.Target.Numeric() || in.Target.Doubt != "" || in.Actual.Doubt != "" || in.Actual.Missing() || in.Doubt != "" || recompute.Inapplicable(in) {
			continue
		}
		held++
		switch {
		case withinRank(in):
		case in.Actual.Numeric() && in.Actual.Rat().Sign() < 0 && in.Target.Rat().Sign() >= 0 && !hasAny(in.Name+in.Level2, changing...):
			p.Report(odd(in, finding.Warning, "却为负数，请核对", "is negative"))
		case in.Actual.Kind == quantity.Words && in.Score.Numeric() && in.Score.Rat().Sign() > 0 && !hasAny(in.Actual.Text, filled...):
			p.Report(odd(in, finding.Info, "不是数值，得分"+in.Score.Value+"无法按数值重算", "is no number: the score "+in.Score.Value+" cannot be recomputed"))
		}
	}
	if held == 0 {
		p.Skip("没有指标值为数值且填有完成值的指标", "no row with a number for its target has a result")
	}
}

// rank is a place in an order: 前5名, 第四名, 第3位.
var rank = wording.New(`[前第]([0-9]{1,3}|[一二三四五六七八九十]{1,3})[名位]`)

// withinRank reports a place that is no worse than the one aimed at: 第4名 of 前5名.
func withinRank(in *form.Indicator) bool {
	target, actual := rank.FindStringSubmatch(in.Target.Text), rank.FindStringSubmatch(in.Actual.Text)
	if target == nil || actual == nil {
		return false
	}
	aim, place := quantity.Parse(target[1]).Rat(), quantity.Parse(actual[1]).Rat()
	return aim != nil && place != nil && quantity.Compare(place, aim) <= 0
}

func odd(in *form.Indicator, level finding.Level, zh, en string) finding.Finding {
	return finding.Finding{
		Level: level, Subject: in.Name, Printed: in.Actual.Text, Place: in.Actual.Place, Also: known([]document.Place{in.Target.Place}),
		Says: both("“%[1]s”指标值%[2]s，完成值“%[3]s”"+zh, "%[1]s: the target is %[2]s, the result “%[3]s” "+en, in.Name, in.Target.Text, in.Actual.Text),
	}
}

var scrImplied = &Check{
	Code: "SCR-22", Needs: AllRows, Level: finding.Info, Run: impliedWeights,
	Title:   document.Message{ZH: "由得分反推的分值与平均分值不一致", EN: "The weight that a score implies is not the block's equal share"},
	Doc:     document.Message{ZH: "表内没有逐项列示分值，分值按板块分值除以指标项数推断。未完成指标的得分除以完成率可以反推其分值，与推断的分值不一致时，可能是各项分值并不相同，也可能是得分有误，表内没有依据可以判定，因此只作提示。同板块其他指标已印证推断分值的，按SCR-01判断。", EN: "The form prints no weights, so the block's is shared equally among its rows. The score of a row that missed its target, over its completion, implies a weight; where that is another one, either the weights are not equal or the score is wrong, and the form does not tell which. Where other rows bear the share out, SCR-01 judges."},
	Formula: "s ÷ (a ÷ t) = W ÷ n",
	Why:     document.Message{ZH: "表内没有分值，得分是对是错取决于没有写出来的分值，要请填报单位补齐。", EN: "Without printed weights, right or wrong hangs on a weight nobody wrote down; the filer has to supply it."},
	Allows:  document.Message{ZH: "按平均分值和完成率重算、以所印位数四舍五入成立的不提示；同板块有其他行印证分值的由SCR-01判断，未完成的定量行以外不看。", EN: "Scores that the equal share gives, rounded as printed, are let pass; weights that other rows bear out are for SCR-01, and only missed rows with numbers are looked at."},
	Clause:  document.Message{ZH: "自评表应当逐项列示分值", EN: "the form has to print the weight of every row"},
	Trips:   document.Message{ZH: "板块20分、4项指标（每项5分），完成值90%、指标值100%，得分4.2，反推分值4.67", EN: "a block of 20 with 4 rows (5 each), result 90% of a target of 100%, score 4.2: it implies 4.67"},
	Silent:  document.Message{ZH: "同上，完成值98%，得分4.9，反推分值5", EN: "the same with 98% and 4.9: it implies 5"},
}

// guessed reports a row whose weight is the block's equal share and that nothing else bears out.
func (s scored) guessed() bool {
	return s.WeightFrom == form.FromInferred && s.Weight.Doubt == form.EqualShare && !s.sure
}

func impliedWeights(p *Pass) {
	held := 0
	for _, s := range p.scoredRows() {
		if !s.guessed() || !s.byBook() || s.met || s.due.Completion.IsZero() || s.due.Completion.High.Sign() <= 0 {
			continue
		}
		held++
		if _, ok := s.explained(); ok || s.Score.Rat().Sign() <= 0 || s.order >= 0 {
			continue
		}
		p.Report(implied(s))
	}
	if held == 0 {
		p.Skip("没有分值系推断且未完成的定量指标", "no missed row whose weight was inferred")
	}
}

func implied(s scored) finding.Finding {
	share := recompute.Weight(s.Weight)
	due := s.due.Readings[0].Score
	completion := quantity.Per(middleOf(due), share) // by the formula of the row's sense
	weight := quantity.FormatShort(quantity.Per(s.Score.Rat(), completion), 2)
	percent := quantity.FormatShort(completion.Mul(completion, hundred), 2)
	return finding.Finding{
		Subject: s.Name, Printed: s.Score.Text, Due: scoreText(due, s.Score), Place: s.Score.Place, Also: known([]document.Place{s.Target.Place, s.Actual.Place}),
		Working: fmt.Sprintf("%s ÷ %s%% = %s ≠ %s", s.Score.Value, percent, weight, strings.TrimSpace(s.Weight.Value)),
		Says: both("“%[1]s”得分%[2]s、完成率%[3]s%%，反推分值为%[4]s，而按板块平均每项为%[5]s分，请核对该项分值和得分", "%[1]s: a score of %[2]s at %[3]s%% implies a weight of %[4]s, while an equal share of the block is %[5]s; look at both",
			s.Name, s.Score.Value, percent, weight, s.Weight.Value),
	}
}
