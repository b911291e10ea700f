package recompute

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/rulebook"
)

// class is how far a result in words reached its target.
type class int

const (
	unknownClass class = iota
	reachedClass
	basicallyClass // 基本完成: between met and partly met
	reservedClass  // 正在推进, 尚不健全: short of the target, nobody says how far
	partlyClass
	missedClass
)

// The wordings of the official classes and their like. A result is in a class if it holds one of them.
var (
	missedWords    = []string{"未达成", "未完成", "未达到", "未达标", "未实现", "未开展", "未实施", "未启动", "未执行", "没有完成", "没有达到", "不达标", "不合格", "未通过", "不合规"}
	partlyWords    = []string{"部分达成", "部分完成", "部分实现", "部分达到", "大部分", "完成部分"}
	basicallyWords = []string{"基本达成", "基本完成", "基本实现", "基本达到", "基本达标", "基本满意", "较好完成"}
	reservedWords  = []string{"正在", "推进中", "进行中", "实施中", "办理中", "建设中", "尚未", "尚不", "还不", "不够", "有待", "有所欠缺", "未全部", "未完全"}
	doneWords      = []string{"已", "完成", "达", "结束"}
	nextYearWords  = []string{"次年", "翌年", "下年", "下一年", "第二年", "来年"}
)

// reachedWords are results that say by themselves that the target is reached; a result is taken so only
// if it is nothing more than one of them.
var reachedWords = []string{
	"达成预期指标", "达成预期目标", "达成年度指标", "达成年度目标", "达成目标", "达成指标", "达成", "全部达成", "完成", "已完成",
	"全部完成", "按时完成", "按期完成", "如期完成", "圆满完成", "及时完成", "按计划完成", "完成目标", "已达成", "已实现",
	"实现", "达到", "达到预期", "达到目标", "达到预期目标", "达标", "已达标", "合格", "全部合格", "通过",
	"已通过", "是",
}

// longestClass is how long a result may be, in characters, to be taken for a class: a longer one is a
// sentence, and may say that something else was not done.
const longestClass = 20

// Fold is the form of a wording that comparisons use, without brackets, blanks and end marks.
func Fold(text string) string {
	return strings.Trim(lexicon.Key(text), "。.;；，,、“”\"‘’")
}

// classOf reads the class of a row's result; unknownClass for words of no class.
func classOf(x *form.Indicator) class {
	if plain(x.Actual) && plain(x.Target) {
		return unknownClass
	}
	actual, target := Fold(x.Actual.Text), Fold(x.Target.Text)
	if actual == "" || target == "" {
		return unknownClass
	}
	switch {
	case actual == target:
		return reachedClass
	case AimsAtNothing(target) && happened(x.Actual.Text):
		return missedClass
	case utf8.RuneCountInString(actual) > longestClass:
		return unknownClass
	case lexicon.HoldsAny(actual, missedWords...) && !lexicon.HoldsAny(target, missedWords...):
		return missedClass
	case lexicon.HoldsAny(actual, partlyWords...) && !lexicon.HoldsAny(target, partlyWords...):
		return partlyClass
	case lexicon.HoldsAny(actual, basicallyWords...) || weaker(actual, target):
		return basicallyClass
	case lexicon.HoldsAny(actual, reservedWords...) && !lexicon.HoldsAny(actual, doneWords...) && !lexicon.HoldsAny(target, reservedWords...), denied(actual, target):
		return reservedClass
	}
	if slices.Contains(reachedWords, actual) {
		return reachedClass
	}
	return unknownClass
}

// weaker reports whether the result is the target's own word with a reservation: 基本健全 for 健全.
func weaker(actual, target string) bool {
	for _, word := range [...]string{"基本", "比较", "较", "大体"} {
		if rest, ok := strings.CutPrefix(actual, word); ok && rest != "" && strings.HasSuffix(target, rest) {
			return true
		}
	}
	return false
}

// denied reports whether the result is the target's own last word with a not before it: 制度不健全 for 制度健全.
func denied(actual, target string) bool {
	const word = len("健全")
	if len(target) < word || strings.ContainsAny(target, "不未无") {
		return false
	}
	end := target[len(target)-word:]
	return strings.HasSuffix(actual, "不"+end) || strings.HasSuffix(actual, "不够"+end) || strings.HasSuffix(actual, "未"+end)
}

// AimsAtNothing reports words of a target by which nothing of the kind is to happen: 无, 零发生, 不发生安全事故.
func AimsAtNothing(target string) bool {
	target = Fold(target)
	if target == "无" || target == "零" {
		return true
	}
	for _, no := range []string{"零", "无", "不发生", "未发生", "不出现", "未出现", "杜绝"} {
		if what, ok := strings.CutPrefix(target, no); ok && (what == "" || what == "发生" || lexicon.HoldsAny(what, "事故", "投诉", "上访", "信访", "案件", "舆情", "事件", "违规", "违纪", "差错")) {
			return true
		}
	}
	return false
}

// happened reports a result that counts something: 1起, 发生2次.
func happened(actual string) bool {
	found := quantity.FindAll(actual)
	return len(found) == 1 && found[0].Numeric() && found[0].Rat().Sign() > 0 && found[0].Upper == "" &&
		strings.Trim(actual[:found[0].Start]+actual[found[0].End:], "发生出现了共有 。") == "" && lexicon.HoldsAny(found[0].Unit, "起", "次", "件", "例", "宗", "个")
}

// SameWords reports whether target and result are words and say the same.
func SameWords(x *form.Indicator) bool {
	return x.Target.Kind == quantity.Words && x.Actual.Kind == quantity.Words && Fold(x.Target.Text) == Fold(x.Actual.Text)
}

// byWords scores a result in words by its class. A reached target earns the weight; a lower score
// within the band of the class is admissible, but worth a word.
func (r row) byWords() (finding.Points, bool) {
	p := finding.Points{Method: MethodQualitative, Clause: r.book.Qualitative.Clause}
	switch classOf(r.Indicator) {
	case reachedClass:
		p.Readings = []finding.Reading{r.full()}
		if band, ok := r.band(rulebook.Met, rulebook.Met); ok {
			band.Lenient = true
			p.Readings = append(p.Readings, band)
		}
		return p, true
	case basicallyClass:
		return r.inBand(p, rulebook.Partly, rulebook.Met)
	case partlyClass:
		return r.inBand(p, rulebook.Partly, rulebook.Partly)
	case missedClass:
		return r.inBand(p, rulebook.Missed, rulebook.Missed)
	}
	return finding.Points{}, false
}

func (r row) inBand(p finding.Points, from, to rulebook.Class) (finding.Points, bool) {
	band, ok := r.band(from, to)
	if !ok {
		return finding.Points{}, false
	}
	p.Readings = []finding.Reading{band}
	return p, true
}

// band is the reading of the classes from one to another, as points.
func (r row) band(from, to rulebook.Class) (finding.Reading, bool) {
	low, ok := r.book.Qualitative.Band(from)
	if !ok {
		return finding.Reading{}, false
	}
	high, ok := r.book.Qualitative.Band(to)
	if !ok || low.Low.Rat() == nil || high.High.Rat() == nil {
		return finding.Reading{}, false
	}
	i := quantity.Interval{Low: quantity.Times(r.weight, low.Low.Rat()), High: quantity.Times(r.weight, high.High.Rat())}
	working := fmt.Sprintf("%s × %s%%～%s%% = %s～%s", short(r.weight), percentOf(low.Low), percentOf(high.High), short(i.Low), short(i.High))
	return finding.Reading{Name: BandReading, Score: i, Working: working}, true
}

func percentOf(d rulebook.Decimal) string { return short(quantity.Times(d.Rat(), hundred())) }

// SaysMissed reports whether a row's result says in words that the target was missed, or a date is late.
func SaysMissed(x *form.Indicator) bool {
	if met, ok := InTime(x); ok {
		return !met
	}
	return classOf(x) == missedClass
}

// SaysBasically reports whether a row's result leaves it open whether all was done (基本完成), or says that it is
// not yet (正在推进, 尚不健全).
func SaysBasically(x *form.Indicator) bool {
	c := classOf(x)
	return c == basicallyClass || c == reservedClass
}
