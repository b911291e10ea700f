package check

import (
	"fmt"
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

func runUnsupported(p *Pass) {
	rows := targeted(p.Form)
	body := resultSpeech(p.Form)
	var silent []*form.Indicator
	for _, in := range rows {
		if !spokenOf(body, in) && !figured(p.Form, in) {
			silent = append(silent, in)
		}
	}
	if spoken := len(rows) - len(silent); spoken < 3 || spoken*2 < len(rows) {
		p.Skip("正文没有逐项说明指标完成情况", "The text does not go through the indicators")
		return
	}
	for _, in := range silent {
		p.Report(finding.Finding{
			Subject: in.Name, Printed: in.Actual.Text,
			Says:  both("“%[1]s”在自评表中计分，正文没有任何文字说明其完成情况", "%[1]s is scored, but the text says nothing on how it was met", in.Name),
			Place: in.Place,
		})
	}
	said := speech(p.Form)
	owners := itemOwners(p.Form, said)
	for _, in := range rows {
		if s, ok := onlyPlanned(p.Form, said, owners, in); ok {
			p.Report(finding.Finding{
				Subject: in.Name, Printed: in.Actual.Text,
				Says: both("“%[1]s”自评为“%[2]s”，正文该条目只有计划性表述，没有说明实际结果",
					"%[1]s is scored as %[2]s, but its item in the text has plans and no result", in.Name, in.Actual.Text),
				Place: s.place(0, len(s.Text)), Also: []document.Place{in.Actual.Place},
			})
		}
	}
}

// targeted are the rows with a target and a result of their own: management check lists are not told
// one by one.
func targeted(f *form.Form) []*form.Indicator {
	var rows []*form.Indicator
	for i := range f.Indicators {
		if in := &f.Indicators[i]; in.Target.Kind != quantity.Blank && in.Actual.Kind != quantity.Blank && in.Doubt == "" {
			rows = append(rows, in)
		}
	}
	return rows
}

// resultSpeech is the narrative without its parts on goals, problems and remedies.
func resultSpeech(f *form.Form) []spoken {
	var body []spoken
	for _, s := range foldedSpeech(f) {
		if !under(s.paragraph, "目标设立", "目标设定", "目标设置", "目标申报", "问题", "措施", "建议", "整改", "下一步") && s.paragraph.Level == 0 {
			body = append(body, s)
		}
	}
	return body
}

// spokenOf reports that a sentence speaks of the row; a deadline is spoken of by any word on progress.
func spokenOf(body []spoken, in *form.Indicator) bool {
	deadline := in.Target.Kind == quantity.Date || hasAny(in.Name, "完成时间", "完成时限", "及时性")
	m := matterOf(in.Name)
	for _, s := range body {
		if m.in(s.fold) || deadline && hasAny(s.Text, "进度", "时效", "按时", "按期", "如期", "按计划", "按照计划", "计划要求", "及时完成") {
			return true
		}
	}
	return false
}

// figured reports that a figure of the text is tied to the row.
func figured(f *form.Form, in *form.Indicator) bool {
	for i := range f.Claims {
		c := &f.Claims[i]
		if c.About.Kind == "indicator" && c.Role == form.RoleActual && &f.Indicators[c.About.Index] == in {
			return true
		}
	}
	return false
}

// results are the words by which a sentence says that something happened.
var results = []string{"了", "已", "达到", "达", "完成", "均", "通过", "开展", "采用", "没有发生", "未发生", "得到", "取得", "建成", "保障", "运行正常", "稳定", "共", "累计", "实施", "落实", "形成"}

// plans are the words for what is yet to come; 将 alone may also mean taking hold of something.
var plans = []string{"也将", "将起", "将会", "将对", "将进一步", "将继续", "将接入", "将逐步", "今后", "拟", "计划", "下一步", "后续将"}

// onlyPlanned finds an item of the text on a row with a worded target that speaks of the future and of
// no result at all.
func onlyPlanned(f *form.Form, said []spoken, owners []int, in *form.Indicator) (spoken, bool) {
	if in.Target.Kind != quantity.Words {
		return spoken{}, false
	}
	first, planned := -1, false
	for i, s := range said {
		if owners[i] < 0 || &f.Indicators[owners[i]] != in {
			continue
		}
		if first < 0 {
			first = i // the item's heading
			continue
		}
		future := hasAny(s.Text, plans...)
		if !future && hasAny(s.Text, results...) {
			return spoken{}, false
		}
		planned = planned || future
	}
	if !planned {
		return spoken{}, false
	}
	return said[first], true
}

// lostAt is a place where points were lost and the words a text would use for it.
type lostAt struct {
	name   string
	points *big.Rat
	keys   []string
}

func runProblems(p *Pass) {
	problems, place := problemsText(p.Form)
	if problems == "" {
		p.Skip("报告没有“存在的问题”部分", "The report has no part on problems")
		return
	}
	all, named := new(big.Rat), new(big.Rat)
	var unnamed []string
	for _, l := range lostPlaces(p.Form) {
		all.Add(all, l.points)
		if hasAny(problems, l.keys...) || mentions(problems, l.name) {
			named.Add(named, l.points)
		} else {
			unnamed = append(unnamed, l.name)
		}
	}
	third := new(big.Rat).Quo(all, big.NewRat(3, 1))
	if all.Cmp(big.NewRat(1, 2)) < 0 || named.Cmp(third) >= 0 {
		return
	}
	sum, told := quantity.FormatShort(all, 2), quantity.FormatShort(named, 2)
	p.Report(finding.Finding{
		Subject: "存在的问题", Printed: told, Due: sum,
		Says: document.Message{
			ZH: fmt.Sprintf("自评表共失 %s 分，“存在的问题”部分只涉及其中 %s 分，没有提到%s", sum, told, joinNames(unnamed, 5)),
			EN: fmt.Sprintf("%s points were lost; the part on problems takes up %s of them and does not mention %s", sum, told, namesInEnglish(unnamed, 5)),
		},
		Place: place,
	})
}

func problemsText(f *form.Form) (string, document.Place) {
	var b strings.Builder
	var place document.Place
	for _, para := range f.Text {
		if para.Level == 0 && under(para, "问题") {
			if b.Len() == 0 {
				place = para.Place
			}
			b.WriteString(para.Text)
		}
	}
	return b.String(), place
}

func lostPlaces(f *form.Form) []lostAt {
	var all []lostAt
	for i := range f.Funds {
		if points := lostPoints(f.Funds[i].Weight, f.Funds[i].Score); points != nil {
			all = append(all, lostAt{"预算执行率", points, []string{"执行率", "预算执行", "支出进度", "执行进度"}})
			break
		}
	}
	for i := range f.Indicators {
		in := &f.Indicators[i]
		if points := lostPoints(in.Weight, in.Score); points != nil {
			all = append(all, lostAt{in.Name, points, []string{kernel(in.Name)}})
		}
	}
	return all
}
