package score

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract"
	"fuhe/extract/document"
	"fuhe/normalize"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/check"
	"fuhe/score/finding"
	"fuhe/score/rulebook"
)

func load(t testing.TB) *rulebook.Shelf {
	t.Helper()
	shelf, err := rulebook.Load()
	if err != nil {
		t.Fatal(err)
	}
	return shelf
}

func entry(text string, row, column int) form.Entry {
	place := document.Place{Table: 1, Row: row, Column: column}
	return form.Entry{Text: text, Quantity: quantity.Parse(text), Place: place.Quoting(text)}
}

// troubled is a form with an error in its second row, a warning in its first and a wrong total.
func troubled() *form.Form {
	return &form.Form{
		Kind: form.Project, Year: 2023,
		Funds: []form.Fund{{
			Name: "资金总额", Budget: entry("1000.00", 1, 1), Spent: entry("750.00", 1, 2), Rate: entry("75%", 1, 3), Weight: entry("10", 1, 4), Score: entry("7.50", 1, 5),
		}},
		Indicators: []form.Indicator{
			{
				Name: "培训人次", Level1: "产出指标", Target: entry("≥100人", 2, 1), Actual: entry("90人", 2, 2), Weight: entry("50", 2, 3), Score: entry("40.00", 2, 4),
				WeightFrom: form.FromCell, Nature: form.Quantitative, Place: document.Place{Table: 1, Row: 2},
			},
			{
				Name: "学员满意度", Level1: "满意度指标", Target: entry("≥90%", 3, 1), Actual: entry("95%", 3, 2), Weight: entry("40", 3, 3), Score: entry("40.00", 3, 4),
				WeightFrom: form.FromCell, Nature: form.Quantitative, Place: document.Place{Table: 1, Row: 3},
			},
		},
		Total: form.Total{Weight: entry("100", 4, 3), Score: entry("88.50", 4, 4)},
	}
}

func TestReviewOrdersFindings(t *testing.T) {
	r, err := Review(troubled(), load(t), Options{Rulebook: "cn-2020"})
	if err != nil {
		t.Fatal(err)
	}
	var errorsFirst []string
	for i, f := range r.Findings {
		if i > 0 && f.Level.Rank() > r.Findings[i-1].Level.Rank() {
			t.Errorf("%s %s stands behind a milder finding", f.Code, f.Level)
		}
		if f.Level == finding.Error {
			errorsFirst = append(errorsFirst, f.Code)
		}
	}
	if diff := cmp.Diff([]string{"SCR-01", "TOT-01"}, errorsFirst); diff != "" {
		t.Errorf("errors by place: %s", diff)
	}
	if r.Rulebook != "cn-2020" || r.Chosen.ZH == "" || r.Chosen.EN == "" {
		t.Errorf("rulebook %q because %+v", r.Rulebook, r.Chosen)
	}
}

// TestEveryCheckRanOrSaysWhyNot: silence is no pass.
func TestEveryCheckRanOrSaysWhyNot(t *testing.T) {
	r, err := Review(troubled(), load(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	seen := slices.Clone(r.Ran)
	for _, s := range r.Skipped {
		if s.Why.ZH == "" || s.Why.EN == "" {
			t.Errorf("%s was skipped without a reason", s.Code)
		}
		seen = append(seen, s.Code)
	}
	var all []string
	for _, c := range check.All() {
		all = append(all, c.Code)
	}
	slices.Sort(seen)
	slices.Sort(all)
	if diff := cmp.Diff(all, seen); diff != "" {
		t.Error(diff)
	}
}

func TestReviewIsDeterministic(t *testing.T) {
	var last string
	for range 5 {
		r, err := Review(troubled(), load(t), Options{})
		if err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(r.Findings)
		if err != nil {
			t.Fatal(err)
		}
		if last != "" && last != string(data) {
			t.Fatal("the same form made two reports")
		}
		last = string(data)
	}
}

func TestUnknownRulebook(t *testing.T) {
	_, err := Review(&form.Form{}, load(t), Options{Rulebook: "no-such-book"})
	if err == nil || !strings.Contains(err.Error(), "no-such-book") {
		t.Errorf("error %v, want one that names the book", err)
	}
}

// seed reviews one of the sample reports that stand beside the repository; the test is skipped where
// they do not.
func seed(t *testing.T, name string) []finding.Finding {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "shared", "seeds", name))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the sample reports are not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	doc, err := extract.Read(context.Background(), name, data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var all []finding.Finding
	shelf := load(t)
	for _, f := range normalize.Forms(doc) {
		r, err := Review(f, shelf, Options{})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r.Findings...)
	}
	return all
}

// TestSamples: what the families of figures say about the two sample reports, code by code.
func TestSamples(t *testing.T) {
	tests := []struct {
		file string
		want map[string]int
	}{
		{"000_5e3338d54c835f56.txt", map[string]int{"EXE-04 warning": 1, "SCR-13 info": 1, "WGT-04 info": 1, "WGT-06 info": 1, "TOT-07 info": 1}},
		{"003_feeea4db5d6622b3.txt", map[string]int{
			"EXE-01 error": 2, "EXE-04 warning": 1, "EXE-11 warning": 2, "EXE-12 info": 1, "SCR-08 warning": 4, "SCR-11 warning": 2, "SCR-13 info": 1,
		}},
	}
	for _, tt := range tests {
		for _, ext := range []string{".txt", ".pdf"} {
			name := strings.TrimSuffix(tt.file, ".txt") + ext
			t.Run(name, func(t *testing.T) {
				got := map[string]int{}
				for _, f := range seed(t, name) {
					if slices.Contains([]string{"EXE", "SCR", "WGT", "TOT"}, f.Code[:3]) {
						got[f.Code+" "+string(f.Level)]++
					}
				}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

// located is a form of a place where two rulebooks may hold: its total is fair by one and passed by the
// other.
func located(unit, grade, total string) *form.Form {
	f := troubled()
	f.Unit = unit
	f.Total.Score, f.Total.Grade = entry(total, 4, 4), entry(grade, 4, 5)
	return f
}

func levelOf(t *testing.T, f *form.Form, code string) (finding.Level, string, *finding.Report) {
	t.Helper()
	r, err := Review(f, load(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range r.Findings {
		if x.Code == code {
			return x.Level, x.Says.ZH, r
		}
	}
	return "", "", r
}

// TestAnErrorNeedsEveryBookToFail: what only one of two admissible books forbids is one level milder.
func TestAnErrorNeedsEveryBookToFail(t *testing.T) {
	plain, _, _ := levelOf(t, located("某市某局", "良", "67.50"), "TOT-06")
	for _, tt := range []struct {
		says, unit, grade, total string
		want                     finding.Level
	}{
		{"both books forbid it", "广州市某局", "优", "67.50", plain},
		{"one of them allows it", "广州市某局", "中", "67.50", milder(plain)},
		{"both allow it", "广州市某局", "良", "82.00", ""},
	} {
		level, words, r := levelOf(t, located(tt.unit, tt.grade, tt.total), "TOT-06")
		if level != tt.want {
			t.Errorf("%s: %q, want %q: %s", tt.says, level, tt.want, words)
		}
		if r.Rulebook != "gd" || len(r.Suiting) != 1 || !strings.Contains(r.Chosen.ZH, "也可能适用") {
			t.Errorf("%s: %s because %s, also %v", tt.says, r.Rulebook, r.Chosen.ZH, r.Suiting)
		}
		if tt.want == milder(plain) && !strings.Contains(words, "不存在此问题") {
			t.Errorf("%s: %s", tt.says, words)
		}
	}
}

// TestArithmeticDecides between two books that suit equally: the one that explains more scores is taken,
// and the other kept in doubt.
func TestArithmeticDecides(t *testing.T) {
	national := readBook(t, "cn-2020")
	files := fstest.MapFS{
		"cn-2020.yaml": {Data: national},
		"a.yaml":       {Data: []byte("id: a\nextends: cn-2020\nname: {zh: 甲, en: a}\nmatch: {regions: [浙江省]}\nquantitative: {negative: [inverse]}\n")},
		"b.yaml":       {Data: []byte("id: b\nextends: cn-2020\nname: {zh: 乙, en: b}\nmatch: {regions: [浙江省]}\nquantitative: {negative: [linear]}\n")},
	}
	shelf, err := rulebook.LoadFrom(files)
	if err != nil {
		t.Fatal(err)
	}
	for score, want := range map[string]string{"40.00": "a", "37.50": "b", "30.00": "a"} {
		f := troubled()
		f.Unit = "绍兴市某局"
		x := &f.Indicators[0]
		x.Name, x.Target, x.Actual, x.Score = "耗时", entry("≤10天", 2, 1), entry("12.5天", 2, 2), entry(score, 2, 4)
		r, err := Review(f, shelf, Options{})
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(r.Findings, func(x finding.Finding) bool { return x.Code == "SCR-02" })
		if r.Rulebook != want || len(r.Suiting) != 1 || (i >= 0) != (score == "30.00") {
			t.Errorf("%s: %s, also %v, SCR-02 %v", score, r.Rulebook, r.Suiting, i)
		}
		if i >= 0 && r.Findings[i].Level != finding.Error {
			t.Errorf("neither book gives %s, yet it is only a %s", score, r.Findings[i].Level)
		}
	}
}

func readBook(t *testing.T, id string) []byte {
	t.Helper()
	text, err := os.ReadFile("rulebook/books/" + id + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	return text
}
