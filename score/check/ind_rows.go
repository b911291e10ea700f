package check

import (
	"fmt"
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
)

// exceeded is result over target of a positive row whose overshoot means something; nil for others.
func exceeded(in *form.Indicator) *big.Rat {
	t, a := in.Target, in.Actual
	if t.Bound == quantity.AtMost || t.Bound == quantity.Below || in.Negative || t.Doubt != "" || a.Doubt != "" || a.Approximate ||
		hasAny(in.Name, "增长", "下降", "降低", "减少", "提高", "成本") {
		return nil
	}
	r, ok := quantity.Ratio(a.Quantity, t.Quantity)
	if !ok || quantity.Compare(r.Low, r.High) != 0 || r.Low.Sign() <= 0 {
		return nil
	}
	return r.Low
}

func runLow(p *Pass) {
	var over []*form.Indicator
	rows := 0
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		x := exceeded(in)
		if x == nil {
			continue
		}
		rows++
		if quantity.Against(x, 2, 1) > 0 {
			p.Report(lowTarget(in, x))
		}
		if quantity.Against(x, 6, 5) > 0 {
			over = append(over, in)
		}
	}
	if rows == 0 {
		p.Skip("没有正向定量指标", "No positive quantitative row")
	}
	if len(over) >= 3 && len(over)*3 >= rows*2 {
		var names []string
		for _, in := range over {
			names = append(names, in.Name)
		}
		p.Report(finding.Finding{
			Subject: "指标值",
			Says: document.Message{
				ZH: fmt.Sprintf("%d 项正向定量指标中有 %d 项超额 20%% 以上（%s），指标值整体可能偏低", rows, len(over), joinNames(names, 4)),
				EN: fmt.Sprintf("%d of %d positive rows came out more than a fifth over target (%s): the targets may be low", len(over), rows, namesInEnglish(names, 4)),
			},
			Place: over[0].Target.Place,
		})
	}
}

func lowTarget(in *form.Indicator, x *big.Rat) finding.Finding {
	times := quantity.FormatRat(x, 2)
	return finding.Finding{
		Subject: in.Name, Printed: in.Actual.Text,
		Says: both("“%[1]s”完成值 %[3]s 为指标值 %[2]s 的 %[4]s 倍，指标值可能设置偏低",
			"%[1]s: the result %[3]s is %[4]s times the target %[2]s, which may have been set low", in.Name, in.Target.Text, in.Actual.Text, times),
		Working: in.Actual.Text + " ÷ " + in.Target.Text + " = " + times,
		Place:   in.Target.Place, Also: []document.Place{in.Actual.Place},
	}
}

func runExact(p *Pass) {
	rows := 0
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		t, ok := inBaseUnits(in.Target.Quantity)
		a, ok2 := inBaseUnits(in.Actual.Quantity)
		if !ok || !ok2 || in.Target.Bound == quantity.Equal || in.Target.Unit == "" || !counted(t.dimension) {
			continue
		}
		rows++
		large := quantity.Against(t.value, 1000, 1) >= 0 || strings.Contains(strings.TrimRight(in.Target.Value, "0"), ".") && !t.value.IsInt()
		if large && t.dimension == a.dimension && t.value.Cmp(a.value) == 0 {
			p.Report(finding.Finding{
				Subject: in.Name, Printed: in.Actual.Text,
				Says: both("“%[1]s”的完成值 %[3]s 与指标值 %[2]s 完全相同，请核对指标值是否事后填报",
					"%[1]s: the result %[3]s equals the target %[2]s to the digit; was the target filled in afterwards?", in.Name, in.Target.Text, in.Actual.Text),
				Place: in.Actual.Place, Also: []document.Place{in.Target.Place},
			})
		}
	}
	if rows == 0 {
		p.Skip("没有计数类指标", "No row counts anything")
	}
}

func counted(dimension string) bool {
	return dimension != quantity.Proportion && !hasAny(dimension, "元", "天", "月", "年", "小时", "分", "秒", "日", "平方米", "公里", "米", "吨", "倍")
}

func runDouble(p *Pass) {
	if len(p.Form.Indicators) < 2 {
		p.Skip("计分指标不足两项", "Fewer than two scored rows")
		return
	}
	first := map[string]*form.Indicator{}
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		name := lexicon.Fold(in.Name)
		if name == "" || in.Doubt != "" || lexicon.Generic(in.Name) {
			continue
		}
		key := lexicon.Fold(in.Goal) + "\x00" + name
		other, seen := first[key]
		if !seen {
			first[key] = in
			continue
		}
		p.Report(finding.Finding{
			Subject: in.Name,
			Says:    both("“%[1]s”在表中重复设置（%[2]s、%[3]s），重复计分", "%[1]s stands twice in the form (%[2]s, %[3]s) and scores twice", in.Name, headOf(other), headOf(in)),
			Place:   in.Place, Also: []document.Place{other.Place},
		})
	}
}

func headOf(in *form.Indicator) string {
	if in.Level2 != "" {
		return in.Level2
	}
	if in.Level1 != "" {
		return in.Level1
	}
	return "—"
}

func runCategory(p *Pass) {
	var class bool
	for i := range p.Form.Indicators {
		class = class || strings.Contains(p.Form.Indicators[i].Level1+p.Form.Indicators[i].Level2, "满意")
	}
	if !class {
		p.Skip("表中没有满意度类指标", "The form has no class for satisfaction")
		return
	}
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		name := lexicon.Fold(in.Name)
		satisfied := strings.HasSuffix(name, "意度") || strings.HasSuffix(name, "满意率")
		if satisfied && in.Level2 != "" && !strings.Contains(in.Level1+in.Level2, "满意") {
			p.Report(finding.Finding{
				Subject: in.Name, Printed: in.Level2, Due: "满意度指标",
				Says:  both("“%[1]s”属于满意度指标，表中列在“%[2]s”下，请核对", "%[1]s is a satisfaction rate, but stands under %[2]s", in.Name, in.Level2),
				Place: in.Place,
			})
		}
	}
}

var payment = wording.New(`(资金|经费|预算|款项|补助款|专项款).{0,6}(支付率?|拨付率?|执行率?|支出率|到位率|使用率|支付进度|支付额|金额|总额|数额)$`)

func runMoney(p *Pass) {
	rows := 0
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		if !strings.Contains(in.Level2, "数量") {
			continue
		}
		rows++
		if payment.MatchString(lexicon.Fold(in.Name)) {
			p.Report(finding.Finding{
				Subject: in.Name, Printed: in.Level2,
				Says:  both("“%[1]s”反映资金支付情况，不宜作为数量指标", "%[1]s tells of money paid and is no output", in.Name),
				Place: in.Place,
			})
		}
	}
	if rows == 0 {
		p.Skip("表中没有数量指标", "The form has no indicators of quantity")
	}
}

// isMark reports whether a word judges and says nothing of what is reached. A system's own scale, 优良中低差, is
// none: the filler has no choice.
func isMark(word string) bool {
	switch word {
	case "优", "优秀", "良", "良好", "好", "较好", "高", "较高", "强", "中", "明显", "显著", "提升", "提高", "改善":
		return true
	}
	return false
}

func runEmpty(p *Pass) {
	judged := emptyTargets(p, p.Form.Indicators, "自评表", "the form", document.Place{})
	for i := range p.Form.Listings {
		if l := &p.Form.Listings[i]; l.Goals {
			judged += emptyTargets(p, l.Indicators, tableName(l), tableName(l), l.Place)
		}
	}
	if judged == 0 {
		p.Skip("没有定性指标", "No row has a worded target")
	}
}

// emptyTargets tells the rows of one table together: they are mostly one habit of one table.
func emptyTargets(p *Pass, rows []form.Indicator, zh, en string, place document.Place) int {
	judged := 0
	var names []string
	var also []document.Place
	var mark string
	for i := range rows {
		in := &rows[i]
		if in.Target.Kind != quantity.Words {
			continue
		}
		judged++
		if isMark(lexicon.Fold(in.Target.Text)) {
			names, also, mark = append(names, in.Name), append(also, in.Target.Place), in.Target.Text
		}
	}
	if len(names) == 0 {
		return judged
	}
	if !place.Known() {
		place, also = also[0], also[1:]
	}
	p.Report(finding.Finding{
		Subject: joinNames(names, 1), Printed: mark,
		Says: document.Message{
			ZH: fmt.Sprintf("%s中%s共 %d 项指标的指标值只是“%s”之类的评语，无法考核", zh, joinNames(names, 6), len(names), mark),
			EN: fmt.Sprintf("In %s %d targets are mere marks such as “%s” and cannot be assessed: %s", en, len(names), mark, namesInEnglish(names, 6)),
		},
		Place: place, Also: also,
	})
	return judged
}

var benefitClass = wording.New(`^(社会|经济|生态|环境)(效益|影响)(指标|情况)?$|^可持续影响(指标)?$|^(质量|数量|时效)指标?$`)

func runFormal(p *Pass) {
	rows := 0
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		w, ok := inBaseUnits(in.Target.Quantity)
		if !ok || w.dimension != quantity.Proportion {
			continue
		}
		rows++
		if benefitClass.MatchString(lexicon.Fold(in.Name)) {
			p.Report(finding.Finding{
				Subject: in.Name, Printed: in.Target.Text,
				Says:  both("“%[1]s”只是指标类别，指标值 %[2]s 没有可计算的含义", "%[1]s is a class, not a measure: the target %[2]s cannot be computed", in.Name, in.Target.Text),
				Place: in.Target.Place, Also: []document.Place{in.Place},
			})
		}
	}
	if rows == 0 {
		p.Skip("没有比率指标", "No row has a rate for its target")
	}
}
