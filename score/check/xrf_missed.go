package check

import (
	"fmt"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

var xrfMissed = &Check{
	Code: "XRF-16", Needs: AllRows, Level: finding.Warning, Run: runMissedCount,
	Title:   document.Message{ZH: "未完成指标数与自评表不符", EN: "The number of missed indicators is not the form's"},
	Doc:     document.Message{ZH: "正文写明未完成（未达标）的三级指标或绩效指标有几项，与自评表中未达到指标值的行数相比较。只有文字、无法判断是否完成的行按两可处理，数目落在可能范围内即认可。只说某一类指标的，只与该类比较。", EN: "Where the text says how many indicators were missed, that number is held against the rows of the form that missed their target. Rows that cannot be judged may be either, and any number that they allow is accepted. A count of one kind is held against the rows of that kind."},
	Formula: "正文未完成项数 = #{行: a 未达到 t}",
	Why:     document.Message{ZH: "正文少报未完成项数，等于替没完成的指标打了掩护，扣分和整改都会漏项。", EN: "A text that counts fewer misses than the form covers for them, and deductions and remedies leave them out."},
	Allows:  document.Message{ZH: "完成与否说不清、自带评分标准或参照上年的行按两可计，预算执行失分可多计一项，数目在此范围内即认可。", EN: "Rows that may or may not be missed, have rules of their own or are held to last year count either way, and lost points of execution may count as one: any number in that range is accepted."},
	Clause:  document.Message{ZH: "未完成的绩效指标应当逐项列明并分析原因", EN: "every missed indicator is listed and explained"},
	Trips:   document.Message{ZH: "正文“1项指标未完成”，自评表有2行未达到指标值", EN: "“1 indicator was missed”, the form has two rows that were"},
	Silent:  document.Message{ZH: "正文“2项指标未完成”，自评表有2行未达到指标值", EN: "“2 were missed”, and so they were"},
}

func runMissedCount(p *Pass) {
	held := 0
	for i, s := range p.read.sentences() {
		if !s.hasAny("指标") || !s.hasAny("未完成", "未达", "没有完成", "没有达到") {
			continue
		}
		for _, q := range p.read.amounts()[i] {
			if n, ok := missedStated(s.Text, q); ok {
				held++
				judgeMissedCount(p, s, q, n)
			}
		}
	}
	if held == 0 {
		p.Skip("正文没有写明未完成指标的项数", "the text does not say how many indicators were missed")
	}
}

// missedStated reads the number of 有2项指标未完成, 未完成指标3个, 未达到目标值的指标共3项.
func missedStated(text string, q quantity.Found) (int, bool) {
	v := q.Rat()
	if q.Kind != quantity.Number || v == nil || !v.IsInt() || !v.Num().IsInt64() || q.Approximate || q.Bound != quantity.None || q.Upper != "" || q.Unit != "个" && q.Unit != "项" && q.Unit != "条" {
		return 0, false
	}
	behind, before := clauseHead(text[q.End:]), text[:q.Start]
	if i := strings.LastIndexAny(before, "，,、；;。：（("); i >= 0 {
		before = before[i:]
	}
	missing := []string{"未完成", "未达到", "未达标", "没有完成", "没有达到", "未能完成", "未实现"}
	if strings.Contains(behind, "指标") && hasAny(behind[strings.Index(behind, "指标"):], missing...) && !hasAny(behind, "不存在", "均") {
		return int(v.Num().Int64()), true
	}
	tail := strings.TrimRight(before, "共有计为 ")
	if strings.HasSuffix(tail, "指标") && hasAny(tail, missing...) && !hasAny(behind, "中") {
		return int(v.Num().Int64()), true
	}
	return 0, false
}

// judgeMissedCount holds a stated number against the rows that were certainly missed and those that may
// have been.
func judgeMissedCount(p *Pass, s spoken, q quantity.Found, n int) {
	kind := ""
	for _, w := range blockWords {
		if strings.Contains(s.Text, w+"指标") {
			kind = w
		}
	}
	var names []string
	open := 0
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		if kind != "" && !strings.Contains(in.Level1+in.Level2, kind) {
			continue
		}
		met, known := p.met(i)
		switch {
		case (!known || met) && fullMarks(in):
			// earned all its points, and nothing says that it was missed: nobody counts it
		case !known || in.Target.Doubt != "" || in.Actual.Doubt != "" || !in.LastYear.Missing() || in.Rule.Text != "":
			open++
		case !met:
			names = append(names, in.Name)
		}
	}
	least := len(names)
	if len(p.Form.Indicators) == 0 || n >= least && n <= least+open+lostInFunds(p.Form) {
		return
	}
	printed := s.Text[q.Start:q.End]
	list := ""
	listEN := ""
	if least > 0 {
		list, listEN = "（"+joinNames(names, 4)+"）", " ("+namesInEnglish(names, 4)+")"
	}
	p.Report(finding.Finding{
		Subject: "未完成指标", Printed: printed, Due: fmt.Sprint(least), Place: s.place(q.Start, q.End-q.Start),
		Says: document.Message{
			ZH: fmt.Sprintf("正文写未完成的指标有%s，自评表中未达到指标值的有%d项%s，请核对", printed, least, list),
			EN: fmt.Sprintf("the text says %s indicators were missed; in the form it is %d%s", printed, least, listEN),
		},
	})
}

// fullMarks reports a row whose score is just its weight.
func fullMarks(in *form.Indicator) bool {
	w, s := recompute.Weight(in.Weight), in.Score.Rat()
	return w != nil && s != nil && in.Score.Doubt == "" && quantity.Compare(s, w) == 0
}

// lostInFunds is 1 where execution lost points and may have been counted with the indicators.
func lostInFunds(f *form.Form) int {
	for i := range f.Funds {
		if lostPoints(f.Funds[i].Weight, f.Funds[i].Score) != nil {
			return 1
		}
	}
	return 0
}
