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
