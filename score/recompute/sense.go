package recompute

import (
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// Sense is which way an indicator gets better.
type Sense int

// The senses. A target without a comparator whose name could mean either is Open: both are admissible.
const (
	Rising  Sense = iota // 正向: the more, the better
	Falling              // 反向: the less, the better
	Exact                // 等于
	Open
)

// SenseOf reads the sense from what the form says, then from the comparator, then from the name.
func SenseOf(x *form.Indicator) Sense {
	switch {
	case x.Negative:
		return Falling
	case x.Target.Bound == quantity.AtLeast, x.Target.Bound == quantity.Above:
		return Rising
	case x.Target.Bound == quantity.AtMost, x.Target.Bound == quantity.Below:
		return Falling
	case nothing(x):
		return Falling
	case limits(x):
		return Open
	case x.Target.Bound == quantity.Equal:
		return Exact
	}
	return Rising
}

// limitWords are words of things one wants little of; with a bare target they may set a ceiling.
var limitWords = []string{
	"成本", "费用", "单价", "造价", "支出", "投资", "经费", "价格", "金额", "时间", "时长", "时限", "周期", "工期", "耗时", "天数",
	"投诉", "信访", "上访", "事故", "差错", "错误", "故障", "死亡", "伤亡", "违法", "违规", "违纪", "案件", "发案", "发病", "患病",
	"感染", "失业", "流失", "辍学", "损失", "损耗", "超标", "返修", "返工", "逾期", "拖欠", "负债", "债务", "能耗", "排放", "浓度",
	"污染", "误差", "空置", "闲置", "缺陷", "投入", "三公", "变动率", "控制率", "控制数", "偏差率", "差异率", "结转", "结余", "次品", "废品",
	"缺勤", "退货", "超支", "延误", "拥堵",
}

// growthWords are words of rates that one wants high, whatever they are rates of.
var growthWords = []string{
	"完成率", "到位率", "及时率", "合格率", "达标率", "覆盖率", "利用率", "使用率", "办结率", "结案率", "处理率", "处置率",
	"查处率", "整治率", "整改率", "化解率", "解决率", "响应率", "满意率", "满意度", "知晓率", "保障率", "通过率", "参与率",
	"准确率", "执行率", "增长率", "提升率", "公开率", "监测率", "破案率", "保全率", "优良率", "下降", "降低", "减少",
	"压降", "减排", "节约", "增长", "提升", "提高",
}

// nothing reports a target of zero (0起) for something that is not to grow: any result above it is too much.
func nothing(x *form.Indicator) bool {
	if !x.Target.Numeric() || x.Target.Upper != "" || x.Target.Rat().Sign() != 0 {
		return false
	}
	return !lexicon.HoldsAny(x.Name, growthWords...)
}

func limits(x *form.Indicator) bool {
	if lexicon.HoldsAny(x.Name, growthWords...) {
		return false
	}
	return lexicon.HoldsAny(x.Name, limitWords...) || strings.Contains(x.Level2, "成本") || strings.Contains(x.Level1, "成本")
}

// Met tells whether a row reached its target, for numbers, dates, ranges and words; known is false if
// the form does not say, or the sense of the row is open.
func Met(x *form.Indicator) (met, known bool) {
	if met, ok := InTime(x); ok {
		return met, true
	}
	if x.Target.Kind == quantity.Number && x.Target.Upper != "" {
		return InRange(x)
	}
	if plain(x.Target) && plain(x.Actual) {
		return reached(x)
	}
	switch classOf(x) {
	case reachedClass:
		return true, true
	case partlyClass, missedClass:
		return false, true
	}
	return false, false
}

// reached compares two numbers by the sense of the row.
func reached(x *form.Indicator) (met, known bool) {
	order, ok := compare(x)
	if !ok {
		return false, false
	}
	switch SenseOf(x) {
	case Rising:
		return order >= 0, order >= 0 || !openEnded(x.Actual, quantity.AtLeast, quantity.Above)
	case Falling:
		return order <= 0, order <= 0 || !openEnded(x.Actual, quantity.AtMost, quantity.Below)
	case Exact:
		return order >= 0, true
	}
	return order == 0, order == 0
}

// openEnded reports whether a result is only a bound, or only about so much, to that side.
func openEnded(e form.Entry, bounds ...quantity.Bound) bool {
	if e.Approximate {
		return true
	}
	for _, b := range bounds {
		if e.Bound == b {
			return true
		}
	}
	return false
}

// compare orders result and target as displayed: -1, 0 or 1.
func compare(x *form.Indicator) (order int, ok bool) {
	if plain(x.Target) && plain(x.Actual) && x.Target.Rat().Sign() == 0 {
		return x.Actual.Rat().Sign(), true
	}
	ratio, ok := completion(x.Actual, x.Target)
	if !ok {
		return 0, false
	}
	return quantity.Compare(ratio, one()), true
}
