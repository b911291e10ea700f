package portfolio_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/corpus/portfolio"
	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/report"
	"fuhe/score/finding"
)

// sheet makes forms to look at.
type sheet struct {
	unit, project string
	year          int
	kind          form.Kind
	also          []sheet // in the same document
	region        string
	inCharge      string
	score         string
	budget, spent string
	money         string
	rows          []form.Indicator
	text          []string
	funds         []form.Fund
	sections      []form.Section
	findings      []string
	claims        []form.Claim
}

func entry(text string, row int) form.Entry {
	if text == "" {
		return form.Entry{}
	}
	return form.Entry{Text: text, Quantity: quantity.Parse(text), Place: document.Place{Page: 1, Row: row}}
}

func indicator(level2, name, target, actual string) form.Indicator {
	return form.Indicator{Level1: "产出指标", Level2: level2, Name: name, Target: entry(target, 5), Actual: entry(actual, 5)}
}

func (s sheet) result(n int) *report.Result {
	kind := s.kind
	if kind == "" {
		kind = form.Project
	}
	f := &form.Form{Kind: kind, Unit: s.unit, Project: s.project, Year: s.year, Indicators: s.rows, Funds: s.funds, Sections: s.sections, Claims: s.claims}
	f.Total.Score, f.Total.Weight = entry(s.score, 9), entry("100", 9)
	if s.budget+s.spent != "" {
		total := form.Fund{Name: "年度资金总额", Money: s.money, Budget: entry(s.budget, 3), Spent: entry(s.spent, 3)}
		if total.Money == "" {
			total.Money = "万元"
		}
		f.Funds = append([]form.Fund{total}, f.Funds...)
	}
	if s.inCharge != "" {
		f.Fields = []form.Field{{Name: "主管部门", Value: entry(s.inCharge, 2)}}
	}
	for i, text := range s.text {
		f.Text = append(f.Text, form.Paragraph{Text: text, Place: document.Place{Page: 2, Line: i + 1}})
	}
	r := &finding.Report{Form: f}
	for _, code := range s.findings {
		r.Findings = append(r.Findings, finding.Finding{Code: code, Level: finding.Error})
	}
	path := fmt.Sprintf("reports/%05d.docx", n)
	sum := sha256.Sum256([]byte(path))
	reports := []*finding.Report{r}
	for _, also := range s.also {
		reports = append(reports, also.result(n).Reports...)
	}
	return &report.Result{Source: report.Source{Path: path, Name: filepath.Base(path), SHA256: hex.EncodeToString(sum[:]), Given: report.Given{Region: s.region}},
		Status: report.OK, Reports: reports}
}

func results(sheets []sheet) []*report.Result {
	var all []*report.Result
	for n, s := range sheets {
		all = append(all, s.result(n))
	}
	return all
}

func sequence(all []*report.Result) portfolio.Results {
	return func(yield func(*report.Result, error) bool) {
		for _, r := range all {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func look(t testing.TB, sheets []sheet) *portfolio.Review {
	t.Helper()
	r, err := portfolio.Look(sequence(results(sheets)))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// told are the findings of the code, as "level: says".
func told(r *portfolio.Review, code string) (all []string) {
	for _, f := range r.Findings {
		if f.Code == code {
			all = append(all, string(f.Level)+": "+f.Says.ZH)
		}
	}
	return all
}

type example struct {
	code, name string
	sheets     []sheet
	want       []string // pieces of the findings, in their order; none: silent
}

func (x example) test(t *testing.T) {
	r := look(t, x.sheets)
	got := told(r, x.code)
	if len(got) != len(x.want) {
		t.Fatalf("%d findings, want %d:\n%s\nskipped %v", len(got), len(x.want), strings.Join(got, "\n"), r.Skipped)
	}
	for i, want := range x.want {
		if !strings.Contains(got[i], want) {
			t.Errorf("says %s\nwant %s", got[i], want)
		}
	}
	for _, f := range r.Findings {
		if f.Says.EN == "" || f.Title.EN == "" || f.Clause.ZH == "" || strings.Contains(f.Says.ZH+f.Says.EN, "%!") {
			t.Errorf("badly formed: %+v", f)
		}
	}
}

// many makes n sheets.
func many(n int, make func(i int) sheet) (all []sheet) {
	for i := range n {
		all = append(all, make(i))
	}
	return all
}

func scores(unit string, values ...string) []sheet {
	return many(len(values), func(i int) sheet {
		return sheet{unit: unit, project: fmt.Sprintf("项目经费第%d号", i), year: 2023, score: values[i]}
	})
}

func with(s sheet, change func(*sheet)) sheet { change(&s); return s }

func repeat(n int, s string) []string { return slices.Repeat([]string{s}, n) }

// prose makes a paragraph of its own for each number: no two share a run of five characters but by chance.
func prose(n, length int) string {
	r := rand.New(rand.NewPCG(uint64(n), 7))
	var b strings.Builder
	for range length {
		b.WriteRune(rune(0x4e00 + r.IntN(3000)))
	}
	return b.String()
}

// offices are units with three paragraphs of their own each.
func offices(n int) []sheet {
	return many(n, func(i int) sheet {
		return sheet{unit: fmt.Sprintf("云岭县第%d办公室", i+1), project: fmt.Sprintf("专题工作第%d号", i), year: 2023,
			text: []string{prose(10*i, 200), prose(10*i+1, 200), prose(10*i+2, 200)}}
	})
}

func edited(sheets []sheet, change func(all []sheet)) []sheet { change(sheets); return sheets }

var pilot = sheet{unit: "云岭县教育局", project: "校舍维修改造项目", year: 2022, score: "98.5", budget: "86.40", spent: "80.25"}

func examples() []example {
	next := with(pilot, func(s *sheet) { s.year, s.budget, s.spent = 2023, "90.10", "88.34" })
	department := sheet{unit: "云岭县教育局", kind: form.Department, year: 2022, score: "97"}
	lists := func(budget, spent string) sheet {
		return with(department, func(s *sheet) {
			s.funds = []form.Fund{{Name: "校舍维修改造项目", Money: "万元", Budget: entry(budget, 4), Spent: entry(spent, 4)}}
		})
	}
	summary := func(name, score string) sheet {
		return with(department, func(s *sheet) {
			s.sections = []form.Section{{Name: name, Summary: true, Weight: entry("100", 6), Score: entry(score, 6)}}
		})
	}
	rows := func(s sheet, rows ...form.Indicator) sheet { s.rows = rows; return s }
	cited := func(name, actual, last string) form.Indicator {
		i := indicator("质量指标", name, "≥90%", actual)
		i.LastYear = entry(last, 5)
		return i
	}
	costs := func(n int, of func(i int) string) []sheet {
		return many(n, func(i int) sheet {
			return sheet{unit: fmt.Sprintf("第%d中学", i%7), project: fmt.Sprintf("教师培训第%d期", i), year: 2023, rows: []form.Indicator{
				indicator("成本指标", "教师培训人均成本", "≤500元/人", of(i)+"元/人")}}
		})
	}
	perHead := func(n int, spent func(i int) string) []sheet {
		return many(n, func(i int) sheet {
			return sheet{unit: fmt.Sprintf("第%d中学", i%7), project: fmt.Sprintf("教师培训第%d期", i), year: 2023, spent: spent(i), budget: "99.99",
				rows: []form.Indicator{indicator("数量指标", "培训教师人数", "≥100人", "100人")}}
		})
	}
	rates := func(unit string, n int, of func(i int) string) sheet {
		s := sheet{unit: unit, project: "服务质量提升项目", year: 2023}
		for i := range n {
			s.rows = append(s.rows, indicator("质量指标", fmt.Sprintf("第%d类事项办结率", i), "≥50%", of(i)))
		}
		return s
	}
	plainRates := func(unit string) sheet {
		return rates(unit, 40, func(i int) string { return fmt.Sprintf("%d.%d%%", 61+i%37, 1+i%9) })
	}
	return []example{
		{"POP-01", "five full, one belied", append(scores("甲局", "100", "100", "100", "100"), sheet{unit: "甲局", project: "道路养护项目", year: 2023, score: "100.00", findings: []string{"SCR-07"}}), []string{"warning: 甲局（2023）的5个项目自评得分全部为满分，其中1个"}},
		{"POP-01", "ten full", scores("甲局", repeat(10, "100")...), []string{"warning: "}},
		{"POP-01", "five full, nothing else", scores("甲局", repeat(5, "100")...), []string{"info: "}},
		{"POP-01", "all the same", scores("甲局", repeat(6, "98")...), []string{"info: 甲局（2023）的6个项目自评得分全部为98"}},
		{"POP-01", "silent: one below", scores("甲局", append(repeat(9, "100"), "98.5")...), nil},
		{"POP-01", "silent: four", scores("甲局", repeat(4, "100")...), nil},
		{"POP-01", "silent: one project in five formats", many(5, func(i int) sheet { return with(pilot, func(s *sheet) { s.score = "100" }) }), nil},
		{"POP-01", "silent: two counties' bureaus of one name", append(
			many(3, func(i int) sheet {
				return sheet{unit: "教育局", region: "东县", project: fmt.Sprintf("维修项目%d", i), year: 2023, score: "100"}
			}),
			many(3, func(i int) sheet {
				return sheet{unit: "教育局", region: "西县", project: fmt.Sprintf("维修项目%d", i), year: 2023, score: "100"}
			})...), nil},

		{"POP-02", "rates that end in 0 or 5", []sheet{plainRates("乙局"), plainRates("丙局"), plainRates("丁局"),
			rates("甲局", 40, func(i int) string { return fmt.Sprintf("%d%%", 60+5*(i%8)) })}, []string{"info: 甲局实测比率以0或5结尾的有40个"}},
		{"POP-02", "silent: everybody rounds", many(5, func(i int) sheet {
			return rates(fmt.Sprintf("第%d局", i), 40, func(i int) string { return fmt.Sprintf("%d%%", 60+5*(i%8)) })
		}), nil},
		{"POP-02", "silent: ten rates", []sheet{plainRates("乙局"), plainRates("丙局"), plainRates("丁局"),
			rates("甲局", 10, func(i int) string { return fmt.Sprintf("%d%%", 60+5*(i%8)) })}, nil},
		{"POP-02", "totals gather over 90", many(40, func(i int) sheet {
			return sheet{unit: fmt.Sprintf("第%d局", i), project: "改造提升项目", year: 2023, score: fmt.Sprintf("90.%d", i%10)}
		}), []string{"info: 总分在90至91分之间的有40份"}},
		{"POP-02", "silent: totals rise towards 100", many(45, func(i int) sheet {
			return sheet{unit: fmt.Sprintf("第%d局", i), project: "改造提升项目", year: 2023, score: fmt.Sprintf("%d.%d", 89+min(1, i%3), i%10)}
		}), nil},
		{"POP-02", "amounts with one leading digit", many(600, func(i int) sheet {
			return sheet{unit: fmt.Sprintf("第%d局", i), project: "改造提升项目", year: 2023, spent: fmt.Sprintf("%d", (5+i%2)*[]int{1, 10, 100, 1000, 10000}[i%5])}
		}), []string{"info: 600个执行数的首位"}},
		{"POP-02", "silent: amounts spread evenly on a logarithmic scale", many(600, func(i int) sheet {
			v := 1.0
			for range i {
				v *= 1.02
			}
			return sheet{unit: fmt.Sprintf("第%d局", i), project: "改造提升项目", year: 2023, spent: fmt.Sprintf("%.2f", v)}
		}), nil},

		{"POP-03", "copied but for names and figures", edited(offices(8), func(all []sheet) {
			all[1].text = nil
			for i, p := range all[0].text {
				all[0].text[i] = p + all[0].unit + "完成12项"
				all[1].text = append(all[1].text, p+all[1].unit+"完成37项")
			}
		}), []string{"warning: “云岭县第1办公室”与“云岭县第2办公室”的报告有3段"}},
		{"POP-03", "silent: texts of their own", offices(8), nil},
		{"POP-03", "silent: all print the same", edited(offices(8), func(all []sheet) {
			for i := range all {
				all[i].text = []string{prose(500, 300), prose(501, 300), prose(502+i, 80)}
			}
		}), nil},
		{"POP-03", "silent: a unit and its branch", edited(offices(8), func(all []sheet) {
			all[1].text, all[1].unit = all[0].text, all[0].unit+"服务中心"
		}), nil},
		{"POP-03", "silent: two of a unit's own reports", edited(offices(8), func(all []sheet) { all[1].text, all[1].unit = all[0].text, all[0].unit }), nil},
		{"POP-03", "silent: four units only", edited(offices(4), func(all []sheet) { all[1].text = all[0].text }), nil},

		{"POP-09", "one paragraph with its figures", edited(offices(8), func(all []sheet) {
			all[0].text[0] += "，共发放补助1234户、金额567.8万元"
			all[1].text = append(all[1].text, all[0].text[0])
		}), []string{"warning: “云岭县第1办公室”与“云岭县第2办公室”的报告有1段"}},
		{"POP-09", "one paragraph, figures of its own", edited(offices(8), func(all []sheet) {
			all[1].text = append(all[1].text, all[0].text[0]+"，2023年发放补助4321户，依据财预〔2020〕101号")
			all[0].text[0] += "，2023年发放补助1234户，依据财预〔2020〕101号"
		}), []string{"info: "}},
		{"POP-09", "silent: half of the words are others", edited(offices(8), func(all []sheet) {
			all[1].text = append(all[1].text, string([]rune(all[0].text[0])[:100])+prose(900, 100))
		}), nil},
		{"POP-09", "silent: a policy that most quote", edited(offices(8), func(all []sheet) {
			for i := range 5 {
				all[i].text = append(all[i].text, prose(900, 150))
			}
		}), nil},
		{"POP-09", "silent: a stock sentence with figures of its own", edited(offices(8), func(all []sheet) {
			all[0].text, all[1].text = append(all[0].text, prose(900, 80)+"2646.10万元"), append(all[1].text, prose(900, 80)+"8.303196万元")
		}), nil},
		{"POP-09", "silent: short", edited(offices(8), func(all []sheet) {
			all[0].text, all[1].text = append(all[0].text, prose(900, 40)), append(all[1].text, prose(900, 40))
		}), nil},

		{"POP-04", "ten times the others", costs(13, func(i int) string {
			if i == 4 {
				return "8200"
			}
			return fmt.Sprint(380 + 6*i)
		}), []string{"warning: “教师培训人均成本”的完成值为8200元"}},
		{"POP-04", "spent over the only quantity", perHead(12, func(i int) string {
			if i == 3 {
				return "40"
			}
			return fmt.Sprintf("%d.5", 4+i%2)
		}), []string{"info: 执行数与“培训教师人数”完成值之比为4000元"}},
		{"POP-04", "silent: spread widely", costs(13, func(i int) string { return fmt.Sprint(200 + 150*i) }), nil},
		{"POP-04", "silent: six only", costs(6, func(i int) string { return []string{"400", "4200", "410", "405", "395", "400"}[i] }), nil},
		{"POP-04", "silent: two kinds of training", costs(14, func(i int) string { return []string{"400", "4200", "410"}[i%3] }), nil},

		{"POP-05", "easy target stays", []sheet{rows(pilot, indicator("数量指标", "维修校舍数量", "≥10栋", "18栋")), rows(next, indicator("数量指标", "维修校舍数量", "≥10栋", "19栋"))}, []string{"info: “维修校舍数量”2022年目标≥10栋、完成18栋，2023年目标不变"}},
		{"POP-05", "silent: reached by little", []sheet{rows(pilot, indicator("数量指标", "维修校舍数量", "≥10栋", "11栋")), rows(next, indicator("数量指标", "维修校舍数量", "≥10栋", "19栋"))}, nil},
		{"POP-05", "silent: a rate", []sheet{rows(pilot, indicator("质量指标", "师生认可占比", "≥60%", "98%")), rows(next, indicator("质量指标", "师生认可占比", "≥60%", "97%"))}, nil},
		{"POP-05", "silent: another unit", []sheet{rows(pilot, indicator("数量指标", "维修校舍数量", "≥10栋", "18栋")), rows(with(next, func(s *sheet) { s.unit = "云岭县水利局" }), indicator("数量指标", "维修校舍数量", "≥10栋", "19栋"))}, nil},
		{"POP-05", "results copied", []sheet{
			rows(pilot, indicator("质量指标", "师生满意程度", "≥90%", "93.27%"), indicator("数量指标", "维修面积", "≥1000平方米", "1085平方米"), indicator("数量指标", "更换门窗", "≥100扇", "118扇")),
			rows(with(pilot, func(s *sheet) { s.year = 2023 }), indicator("质量指标", "师生满意程度", "≥90%", "93.27%"), indicator("数量指标", "维修面积", "≥1000平方米", "1085平方米"), indicator("数量指标", "更换门窗", "≥100扇", "118扇"))}, []string{"warning: 校舍维修改造项目：2022年与2023年可比的4个实测数据全部相同"}},
		{"POP-05", "silent: other money", []sheet{
			rows(pilot, indicator("质量指标", "师生满意程度", "≥90%", "93.27%"), indicator("数量指标", "维修面积", "≥1000平方米", "1085平方米"), indicator("数量指标", "更换门窗", "≥100扇", "118扇")),
			rows(next, indicator("质量指标", "师生满意程度", "≥90%", "93.27%"), indicator("数量指标", "维修面积", "≥1000平方米", "1085平方米"), indicator("数量指标", "更换门窗", "≥100扇", "118扇"))}, nil},

		{"POP-06", "another last year", []sheet{rows(pilot, cited("师生满意程度", "95.1%", "")), rows(next, cited("师生满意程度", "96.0%", "93.2%"))}, []string{"error: “师生满意程度”：2023年自评表所列上年完成值为93.2%，2022年自评表的实际完成值为95.1%"}},
		{"POP-06", "the text's last year", []sheet{rows(pilot, cited("师生满意程度", "95.1%", "")), with(rows(next, cited("师生满意程度", "96.0%", "")), func(s *sheet) {
			s.claims = []form.Claim{{Subject: "师生满意程度", Quantity: entry("93.2%", 0), Role: form.RoleActual, Year: 2022, About: form.Tie{Kind: "indicator", Trust: 100}, Place: document.Place{Page: 4}}}
		})}, []string{"warning: "}},
		{"POP-06", "silent: coarser digits", []sheet{rows(pilot, cited("师生满意程度", "93.18%", "")), rows(next, cited("师生满意程度", "96.0%", "93.2%"))}, nil},
		{"POP-06", "silent: the year before that", []sheet{rows(with(pilot, func(s *sheet) { s.year = 2021 }), cited("师生满意程度", "95.1%", "")), rows(next, cited("师生满意程度", "96.0%", "93.2%"))}, nil},
		{"POP-06", "silent: last year came in twice", []sheet{rows(pilot, cited("师生满意程度", "95.1%", "")), with(rows(pilot, cited("师生满意程度", "93.2%", "")), func(s *sheet) { s.score = "91" }), rows(next, cited("师生满意程度", "96.0%", "93.2%"))}, nil},

		{"POP-07", "other spending", []sheet{pilot, lists("86.4", "84.25")}, []string{"error: “校舍维修改造项目”的执行数，部门整体自评表为84.25万元，项目自评表为80.25万元"}},
		{"POP-07", "other budget", []sheet{pilot, lists("96.4", "80.25")}, []string{"warning: "}},
		{"POP-07", "other score, of a unit in charge", []sheet{with(pilot, func(s *sheet) { s.unit, s.inCharge = "云岭县第一小学", "云岭县教育局" }), summary("校舍维修改造项目", "95")}, []string{"error: “校舍维修改造项目”的得分"}},
		{"POP-07", "silent: another unit of money", []sheet{pilot, with(department, func(s *sheet) {
			s.funds = []form.Fund{{Name: "校舍维修改造项目", Money: "元", Budget: entry("863999", 4), Spent: entry("802480.11", 4)}}
		})}, nil},
		{"POP-07", "silent: another year", []sheet{next, lists("86.4", "84.25")}, nil},
		{"POP-07", "silent: two of the name", []sheet{pilot, with(pilot, func(s *sheet) { s.kind = form.Transfer }), lists("86.4", "84.25")}, nil},

		{"POP-08", "one budget, two scores", []sheet{pilot, with(pilot, func(s *sheet) { s.score = "96" })}, []string{"error: “校舍维修改造项目”有两份自评表而数据不同：总分98.5与96"}},
		{"POP-08", "other budgets", []sheet{pilot, with(pilot, func(s *sheet) { s.budget, s.spent = "12.5", "12.5" })}, []string{"warning: "}},
		{"POP-08", "silent: as 元 and 万元", []sheet{pilot, with(pilot, func(s *sheet) { s.budget, s.spent, s.money = "863990.12", "802540", "元" })}, nil},
		{"POP-08", "silent: two years", []sheet{pilot, next}, nil},
		{"POP-08", "silent: a name that says nothing", []sheet{with(pilot, func(s *sheet) { s.project = "项目支出" }), with(pilot, func(s *sheet) { s.project, s.score = "项目支出", "91" })}, nil},
		{"POP-08", "silent: one document", []sheet{with(pilot, func(s *sheet) { s.also = []sheet{with(pilot, func(s *sheet) { s.score = "91" })} })}, nil},
	}
}

func TestExamples(t *testing.T) {
	for _, x := range examples() {
		t.Run(x.code+"/"+x.name, x.test)
	}
}

// TestCatalogue polices the list: texts in both languages, and examples of both kinds.
func TestCatalogue(t *testing.T) {
	trips, silent := map[string]int{}, map[string]int{}
	for _, x := range examples() {
		if len(x.want) > 0 {
			trips[x.code]++
		} else {
			silent[x.code]++
		}
	}
	seen := map[string]bool{}
	for _, c := range portfolio.All() {
		if seen[c.Code] || c.Run == nil || c.Formula == "" || c.Level.Rank() == 0 {
			t.Errorf("%s stands twice or lacks a function, a formula or a level", c.Code)
		}
		seen[c.Code] = true
		for _, m := range []document.Message{c.Title, c.Doc, c.Clause, c.Trips, c.Silent, c.Why, c.Allows} {
			if m.ZH == "" || m.EN == "" {
				t.Errorf("%s: a text is missing in one of the languages: %+v", c.Code, m)
			}
		}
		if trips[c.Code] < 1 || silent[c.Code] < 2 {
			t.Errorf("%s: %d examples that trip it, %d that stay silent", c.Code, trips[c.Code], silent[c.Code])
		}
	}
}

// TestNothingIsSkippedInSilence: each check ran or says why not.
func TestNothingIsSkippedInSilence(t *testing.T) {
	for _, sheets := range [][]sheet{nil, {{}}, {pilot}, offices(8)} {
		r := look(t, sheets)
		if n := len(r.Ran) + len(r.Skipped); n != len(portfolio.All()) {
			t.Errorf("%d forms: %d checks ran or were skipped", len(sheets), n)
		}
		if len(r.Findings) > 0 {
			t.Errorf("%d forms: %+v", len(sheets), r.Findings)
		}
	}
}

// TestOrderIsInvisible runs all examples as one corpus, in several orders.
func TestOrderIsInvisible(t *testing.T) {
	var sheets []sheet
	for i, x := range examples() {
		for _, s := range x.sheets {
			s.unit = fmt.Sprintf("第%d县%s", i, s.unit)
			sheets = append(sheets, s)
		}
	}
	all := results(sheets)
	want, err := portfolio.Look(sequence(all))
	if err != nil || len(want.Findings) < 10 {
		t.Fatal(want, err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		got, err := portfolio.Look(sequence(all))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.Findings, got.Findings); diff != "" {
			t.Fatal(diff)
		}
	}
}

// TestBothSidesHaveTheirPlace holds findings that compare two forms to showing both.
func TestBothSidesHaveTheirPlace(t *testing.T) {
	for _, x := range examples() {
		for _, f := range look(t, x.sheets).Findings {
			switch f.Code {
			case "POP-01", "POP-02", "POP-04":
				continue
			}
			forms := map[string]bool{}
			for _, m := range f.Members {
				forms[m.Form] = true
				if !m.Place.Known() || m.Printed == "" || m.Subject == "" && f.Code < "POP-09" && f.Code != "POP-03" {
					t.Errorf("%s %s: a member points nowhere: %+v", f.Code, x.name, m)
				}
			}
			if len(forms) < 2 {
				t.Errorf("%s %s: %d forms", f.Code, x.name, len(forms))
			}
		}
	}
}

// run makes the results of n forms: units of 20 projects for two years, with text that all share, text of their
// own, and a copied paragraph here and there.
func run(n int) []*report.Result {
	return results(many(n, func(i int) sheet {
		unit := i / 40
		s := sheet{unit: fmt.Sprintf("第%d局", unit), project: fmt.Sprintf("业务保障第%d号", i%40/2), year: 2022 + i%2, score: fmt.Sprintf("%d.%02d", 90+i%10, i%97),
			budget: fmt.Sprintf("%d.%02d", 10+i%977, i%89), spent: fmt.Sprintf("%d.%02d", 9+i%977, i%83)}
		for k := range 15 {
			s.rows = append(s.rows, indicator("数量指标", fmt.Sprintf("第%d类事项完成数量", k), "≥100件", fmt.Sprintf("%d件", 100+(i*7+k)%23)))
		}
		for k := range 5 {
			s.text = append(s.text, prose(k, 150), prose(1000+i*5+k, 150))
		}
		if i%500 == 3 && i >= 500 {
			s.text = append(s.text, prose(1000+(i-497)*5, 150))
		}
		return s
	}))
}

// BenchmarkLook tells the time, and the bytes a form that are kept between the two passes.
func BenchmarkLook(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		all := run(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := portfolio.Look(sequence(all)); err != nil {
					b.Fatal(err)
				}
			}
			b.StopTimer()
			b.ReportMetric(float64(kept(b, all))/float64(n), "kept-B/form")
		})
	}
}

// kept is how much is held when the second pass begins.
func kept(t testing.TB, all []*report.Result) uint64 {
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before, pass, held := heap(), 0, uint64(0)
	if _, err := portfolio.Look(func(yield func(*report.Result, error) bool) {
		if pass++; pass == 2 {
			held = heap() - before
		}
		sequence(all)(yield)
	}); err != nil || pass != 2 {
		t.Fatal(pass, err)
	}
	return held
}

// TestLittleIsKept holds memory to a few kilobytes a form, whatever the form holds.
func TestLittleIsKept(t *testing.T) {
	all := run(1000)
	if each := kept(t, all) / 1000; each > 4000 {
		t.Errorf("%d bytes a form are kept", each)
	}
}
