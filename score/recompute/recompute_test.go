package recompute

import (
	"math/big"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/rulebook"
)

func entry(text string) form.Entry {
	return form.Entry{Text: text, Quantity: quantity.Parse(text)}
}

// books loads the rulebooks once for all tests.
var books = sync.OnceValues(rulebook.Load)

func book(t testing.TB, id string) *rulebook.Book {
	t.Helper()
	shelf, err := books()
	if err != nil {
		t.Fatal(err)
	}
	b, ok := shelf.Book(id)
	if !ok {
		t.Fatalf("no book %s", id)
	}
	return b
}

// readings writes the readings as name=score, the lenient ones with a question mark.
func readings(p finding.Points) []string {
	out := []string{}
	for _, r := range p.Readings {
		text := r.Name + "=" + short(r.Score.Low)
		if r.Score.Low.Cmp(r.Score.High) != 0 {
			text += "~" + short(r.Score.High)
		}
		if r.Lenient {
			text += "?"
		}
		out = append(out, text)
	}
	return out
}

func TestIndicatorIsDue(t *testing.T) {
	tests := []struct {
		says, book, name, target, actual, weight string
		method                                   string
		want                                     []string
	}{
		{"met, at least", "cn-2020", "覆盖率", "≥90%", "91%", "5", "ratio", []string{"strict=5"}},
		{"met, exactly", "cn-2020", "覆盖率", "≧90%", "90%", "5", "ratio", []string{"strict=5"}},
		{"missed rate: any rate that prints so", "cn-2020", "达标率", "100%", "98%", "5", "ratio", []string{"strict=4.9", "unrounded=4.875~4.925?"}},
		{"missed count: exact", "cn-2020", "培训人次", "≥300人", "200人", "9", "ratio", []string{"strict=6"}},
		{"scaled units", "cn-2020", "用户", "≥2万人", "15000人", "4", "ratio", []string{"strict=3"}},
		{"unit only in the target", "cn-2020", "台数", "≥50台", "40", "5", "ratio", []string{"strict=4"}},
		{"two formulas for at most", "cn-2020", "件数", "≤10件", "12.5件", "10", "inverse", []string{"strict=8", "linear=7.5", "unrounded=7.9681~8.0321?", "unrounded=7.45~7.55?"}},
		{"one formula for at most", "bj-dept", "件数", "≤10件", "12件", "10", "inverse", []string{"strict=8.3333"}},
		{"linear ends at twice the target", "gx", "件数", "≤10件", "30件", "10", "linear", []string{"strict=0", "inverse=3.3333"}},
		{"kept a limit", "cn-2020", "件数", "≤10件", "3件", "10", "inverse", []string{"strict=10"}},
		{"equal, hit", "cn-2020", "个数", "=8个", "8个", "4", "ratio", []string{"strict=4"}},
		{"a cost without a sign may be a ceiling", "cn-2020", "项目成本", "100万元", "95万元", "10", "ratio",
			[]string{"strict=9.5", "inverse=10", "linear=10", "unrounded=9.45~9.55?", "unrounded=10?", "unrounded=10?"}},
		{"zero target kept", "cn-2020", "事故", "=0起", "0起", "5", "zero-target", []string{"strict=5"}},
		{"zero target missed", "cn-2020", "事故", "0起", "1起", "5", "zero-target", []string{"strict=0"}},
		{"deadline kept", "cn-2020", "完成时间", "2023年12月底", "2023年11月", "5", "deadline", []string{"strict=5"}},
		{"deadline without a year", "cn-2020", "完成时间", "11月底前", "2023年10月", "5", "deadline", []string{"strict=5"}},
		{"any day of the year", "cn-2020", "完成时间", "2023年", "2023年9月", "5", "deadline", []string{"strict=5"}},
		{"late: no book says what it costs", "cn-2020", "完成时间", "2023年6月底前", "2023年9月", "5", "none", []string{}},
		{"inside a range", "cn-2020", "周期", "2-12个月", "6个月", "5", "range", []string{"strict=5"}},
		{"outside a range", "cn-2020", "周期", "2-12个月", "15个月", "5", "none", []string{}},
		{"same words", "cn-2020", "效果", "有效提升", "有效提升", "5", "qualitative", []string{"strict=5", "band=4~5?"}},
		{"partly met", "cn-2020", "效果", "有效提升", "部分达成预期指标", "5", "qualitative", []string{"band=3~4"}},
		{"partly met by other bands", "cn-transfer", "效果", "有效提升", "部分达成预期指标并具有一定效果", "10", "qualitative", []string{"band=5~8"}},
		{"missed in words", "cn-2020", "效果", "有效提升", "未达成预期指标且效果较差", "5", "qualitative", []string{"band=0~3"}},
		{"done, for a number", "cn-2020", "台数", "50台", "已完成", "5", "qualitative", []string{"strict=5", "band=4~5?"}},
		{"the target's word with a reservation", "cn-2020", "制度", "健全", "基本健全", "5", "qualitative", []string{"band=3~5"}},
		{"a sentence that also says what was not done", "cn-2020", "建设", "建成", "已按合同建成并投入使用，目前没有任何未完成的附属工程", "5", "none", []string{}},
		{"other words", "cn-2020", "采购", "合规", "好", "5", "none", []string{}},
		{"other units", "cn-2020", "完成率", "100%", "5个", "5", "none", []string{}},
		{"about", "cn-2020", "人数", "300人", "200余人", "5", "none", []string{}},
		{"about, and met", "cn-2020", "人数", "200人", "300余人", "5", "ratio", []string{"strict=5", "discretion=0~5?"}},
		{"far over, at discretion", "cn-2020", "次数", "≥12次", "16次", "4", "ratio", []string{"strict=4", "discretion=0~4?"}},
		{"far over, by tiers", "bj-dept", "次数", "≥100次", "350次", "4", "ratio", []string{"strict=4", "over-tier=3.6"}},
		{"below the tiers", "bj-dept", "用户", "≥1000万", "1345.7万", "4", "ratio", []string{"strict=4"}},
		{"no result", "cn-2020", "覆盖率", "≥90%", "", "5", "none", []string{}},
		{"no weight", "cn-2020", "覆盖率", "≥90%", "95%", "", "none", []string{}},
	}
	for _, tt := range tests {
		t.Run(tt.says, func(t *testing.T) {
			x := form.Indicator{Name: tt.name, Target: entry(tt.target), Actual: entry(tt.actual), Weight: entry(tt.weight), WeightFrom: form.FromCell}
			due := Form(&form.Form{Indicators: []form.Indicator{x}}, book(t, tt.book), nil).Indicators[0]
			if due.Method != tt.method {
				t.Errorf("method %s, want %s", due.Method, tt.method)
			}
			if diff := cmp.Diff(tt.want, readings(due.Points)); diff != "" {
				t.Error(diff)
			}
			if len(due.Readings) == 0 && due.Why.ZH == "" {
				t.Error("nothing is due, and nothing says why")
			}
		})
	}
}

func TestOwnRuleGoesFirst(t *testing.T) {
	tests := []struct {
		says, rule string
		shared     bool
		method     string
		want       []string
	}{
		{"a step rule that can be computed", "高于上年的，每高出1个百分点扣0.4分，扣完为止", false, "step", nil},
		{"a count of things the form does not list", "①是否报批；②是否入账。每有一项不合格扣0.5分，扣完为止", false, "count", []string{}},
		{"a shared count binds no row", "①是否报批；②是否入账。每有一项不合格扣0.5分，扣完为止", true, "ratio", []string{"strict=4", "unrounded=3.975~4.025?"}},
		{"no rule", "", false, "ratio", []string{"strict=4", "unrounded=3.975~4.025?"}},
	}
	for _, tt := range tests {
		t.Run(tt.says, func(t *testing.T) {
			x := form.Indicator{
				Name: "完成率", Target: entry("100%"), Actual: entry("80%"), LastYear: entry("70%"), Weight: entry("5"), WeightFrom: form.FromCell,
				Rule: entry(tt.rule), RuleShared: tt.shared,
			}
			due := Form(&form.Form{Indicators: []form.Indicator{x}}, book(t, "cn-2020"), nil).Indicators[0]
			if due.Method != tt.method {
				t.Errorf("method %s, want %s", due.Method, tt.method)
			}
			if tt.want != nil {
				if diff := cmp.Diff(tt.want, readings(due.Points)); diff != "" {
					t.Error(diff)
				}
				return
			}
			if len(due.Readings) == 0 || due.Clause.ZH == book(t, "cn-2020").Quantitative.Clause.ZH {
				t.Errorf("readings %v by %q, want some by the printed rule", readings(due.Points), due.Clause.ZH)
			}
		})
	}
}

func TestFundIsDue(t *testing.T) {
	tests := []struct {
		says          string
		budget, spent string
		rate, weight  string
		money         string
		percent       string
		want          []string
	}{
		{"exact and from the displayed rate", "13614.37", "12830.35", "94.24%", "20", "", "94.2412", []string{"strict=18.8482", "displayed-rate=18.848?", "unrounded=18.8482?"}},
		{"capped", "1718.98", "1720.45", "100.09%", "10", "", "100.0855", []string{"strict=10", "displayed-rate=10?", "unrounded=10?"}},
		{"a fraction", "100.00", "94.24", "0.9424", "10", "", "94.2400", []string{"strict=9.424", "displayed-rate=9.424?", "unrounded=9.424?"}},
		{"two units", "100.00万元", "942400元", "94.24%", "10", "", "94.2400", []string{"strict=9.424", "displayed-rate=9.424?", "unrounded=9.424?"}},
		{"the table's unit for one of them", "100.00", "942400元", "94.24%", "10", "万元", "94.2400", []string{"strict=9.424", "displayed-rate=9.424?", "unrounded=9.424?"}},
		{"no budget", "0", "50", "", "10", "", "", []string{}},
		{"no weight", "100", "90", "90%", "", "", "90.0000", []string{}},
	}
	for _, tt := range tests {
		t.Run(tt.says, func(t *testing.T) {
			f := &form.Form{Funds: []form.Fund{{
				Name: "资金总额", Budget: entry(tt.budget), Spent: entry(tt.spent), Rate: entry(tt.rate), Weight: entry(tt.weight), Score: entry("9"), Money: tt.money,
			}}}
			due := Form(f, book(t, "cn-2020"), nil).Funds[0]
			percent := ""
			if !due.Rate.IsZero() {
				percent = quantity.FormatRat(Quotient(f.Funds[0].Spent, f.Funds[0].Budget, tt.money), 4)
			}
			if percent != tt.percent {
				t.Errorf("rate %s, want %s", percent, tt.percent)
			}
			if !due.Rate.IsZero() && !due.Rate.Holds(Quotient(f.Funds[0].Spent, f.Funds[0].Budget, tt.money)) {
				t.Errorf("the rate %v does not hold the quotient", due.Rate)
			}
			got := []string{}
			for _, r := range due.Score.Readings {
				text := r.Name + "=" + short(middle(r.Score))
				if r.Lenient {
					text += "?"
				}
				got = append(got, text)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMatch(t *testing.T) {
	tests := []struct {
		low, high, printed string
		want               Mode
	}{
		{"90.6238", "90.6238", "90.62", Rounded},
		{"90.6238", "90.6238", "90.63", Up},
		{"87.4885", "87.4885", "87.49", Rounded},
		{"87.4885", "87.4885", "87.48", Truncated},
		{"87.4885", "87.4885", "87.5", Rounded},
		{"87.4885", "87.4885", "88.49", Off},
		{"4.875", "4.925", "4.9", Rounded},
		{"4.875", "4.925", "4.93", Rounded},
		{"4.875", "4.925", "4.94", Off},
		{"100", "100", "100", Rounded},
	}
	for _, tt := range tests {
		low, _ := new(big.Rat).SetString(tt.low)
		high, _ := new(big.Rat).SetString(tt.high)
		printed, _ := new(big.Rat).SetString(tt.printed)
		if got := Match(quantity.Interval{Low: low, High: high}, printed, quantity.Decimals(tt.printed)); got != tt.want {
			t.Errorf("[%s, %s] printed %s: %q, want %q", tt.low, tt.high, tt.printed, got, tt.want)
		}
	}
}

func TestFit(t *testing.T) {
	tests := []struct {
		says      string
		due       string
		precision Precision
		printed   string
		fits      bool
		lenient   bool
	}{
		{"as printed", "4.9", 2, "4.90", true, false},
		{"short of its zeros", "4.9", 2, "4.9", true, false},
		{"rounded", "9.4737", 2, "9.47", true, false},
		{"rounded to fewer digits", "9.4737", 2, "9.5", true, false},
		{"truncated", "9.4792", 2, "9.47", true, true},
		{"a whole point is not 4.9", "4.9", 2, "5", false, false},
		{"in a form of whole points it may be", "4.9", 0, "5", true, true},
		{"but not two away", "4.9", 0, "6", false, false},
		{"a whole point is exact", "5", 2, "5", true, false},
	}
	for _, tt := range tests {
		v, _ := new(big.Rat).SetString(tt.due)
		points := finding.Points{Readings: []finding.Reading{{Name: Strict, Score: quantity.Exactly(v)}}}
		fit, ok := tt.precision.Fit(points, entry(tt.printed))
		if ok != tt.fits || ok && fit.Lenient() != tt.lenient {
			t.Errorf("%s: %s printed %s at precision %d: fits %v, lenient %v", tt.says, tt.due, tt.printed, tt.precision, ok, ok && fit.Lenient())
		}
	}
}

// TestTotalIsWhatShouldStand: printed scores that agree are kept, wrong ones are put right.
func TestTotalIsWhatShouldStand(t *testing.T) {
	at := func(e form.Entry, row int) form.Entry {
		e.Place = document.Place{Table: 1, Row: row, Column: 1}
		return e
	}
	row := func(n int, target, actual, weight, score string) form.Indicator {
		return form.Indicator{
			Name: "行", Level1: "产出指标", Target: entry(target), Actual: entry(actual), Weight: entry(weight), WeightFrom: form.FromCell, Score: at(entry(score), n),
		}
	}
	tests := []struct {
		says string
		rows []form.Indicator
		want string
	}{
		{"all right", []form.Indicator{row(1, "≥90%", "90%", "50", "50"), row(2, "有效提升", "有效提升", "50", "48.50")}, "98.5"},
		{"one wrong", []form.Indicator{row(1, "100人", "90人", "50", "50.00"), row(2, "有效提升", "有效提升", "50", "48.50")}, "93.5"},
		{"one cannot be computed", []form.Indicator{row(1, "≥90%", "90%", "50", "50"), row(2, "合规", "好", "50", "41")}, "91"},
		{"one score over two rows", []form.Indicator{row(1, "≥90%", "90%", "50", "50"), row(1, "≥90%", "90%", "50", "50")}, "50"},
		{"one without a score", []form.Indicator{row(1, "≥90%", "90%", "50", "50"), row(2, "合规", "好", "50", "")}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.says, func(t *testing.T) {
			f := &form.Form{Indicators: tt.rows, Sections: []form.Section{{Name: "产出指标（100分）", Level: 1, Weight: entry("100"), Score: entry("80")}}}
			due := Form(f, book(t, "cn-2020"), nil)
			got := ""
			if !due.Total.IsZero() {
				got = short(middle(due.Total))
			}
			if got != tt.want {
				t.Errorf("total due %q, want %q", got, tt.want)
			}
			if diff := cmp.Diff(due.Total, due.Sections[0].Score, cmp.Comparer(func(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 })); diff != "" {
				t.Errorf("the one block differs from the total: %s", diff)
			}
			if rate := due.Sections[0].Rate; rate.IsZero() || short(rate.Low) != "80" {
				t.Errorf("score rate %v, want 80", rate)
			}
		})
	}
}

func TestOutlineTellsGoalsApart(t *testing.T) {
	f := &form.Form{
		Funds: []form.Fund{{Name: "资金总额", Score: entry("9"), Weight: entry("10")}, {Name: "财政拨款", Part: true, Score: entry("9"), Weight: entry("10")}},
		Sections: []form.Section{
			{Name: "预算执行情况（10分）", Level: 1}, {Name: "年度目标1（40分）", Level: 0}, {Name: "年度目标12", Level: 0},
			{Name: "产出", Level: 1, Goal: "年度目标12"}, {Name: "数量指标", Level: 2, Parent: "产出"},
		},
		Indicators: []form.Indicator{
			{Goal: "年度目标1", Level1: "产出", Level2: "数量指标"}, {Goal: "年度目标12", Level1: "产出", Level2: "质量指标"},
		},
	}
	tree := Outline(f)
	want := []Members{{Funds: []int{0}}, {Indicators: []int{0}}, {Indicators: []int{1}}, {Indicators: []int{1}}, {Indicators: []int{0}}}
	for i, w := range want {
		if diff := cmp.Diff(w, tree.Section(i)); diff != "" {
			t.Errorf("%s: %s", f.Sections[i].Name, diff)
		}
	}
}
