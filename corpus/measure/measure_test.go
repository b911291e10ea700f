package measure

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuhe/corpus"
	"fuhe/corpus/truth"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/report"
	"fuhe/score/finding"
)

func entry(text, value, unit string) form.Entry {
	return form.Entry{Text: text, Quantity: quantity.Quantity{Value: value, Unit: unit}}
}

func TestEntriesAreJudged(t *testing.T) {
	ninety := truth.Entry{Text: "≥90%", Bound: ">=", Value: "90", Unit: "%"}
	atLeast := entry("≥90%", "90.0", "%")
	atLeast.Bound = ">="
	for _, c := range []struct {
		name string
		got  form.Entry
		want truth.Entry
		as   Tally
	}{
		{"the same amount in other digits", atLeast, ninety, Tally{Right: 1}},
		{"a comparator that was lost", entry("90%", "90", "%"), ninety, Tally{Wrong: 1}},
		{"another value", entry("≥9%", "9", "%"), ninety, Tally{Wrong: 1}},
		{"not read", form.Entry{}, ninety, Tally{Missed: 1}},
		{"a dash for an amount", entry("—", "", ""), ninety, Tally{Missed: 1}},
		{"a dash where nothing is", entry("—", "", ""), truth.Entry{}, Tally{}},
		{"an amount where nothing is", entry("5", "5", ""), truth.Entry{}, Tally{Extra: 1}},
		{"worked out, not read", entry("", "5", ""), truth.Entry{}, Tally{}},
		{"words over a line end", entry("明显\n改善", "", ""), truth.Entry{Text: "明显改善"}, Tally{Right: 1}},
		{"other words", entry("改善", "", ""), truth.Entry{Text: "明显改善"}, Tally{Wrong: 1}},
	} {
		var got Tally
		got.judge(c.got, c.want)
		if got != c.as {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.as)
		}
	}
}

func TestRowsArePaired(t *testing.T) {
	row := func(name, weight, score, actual string) form.Indicator {
		return form.Indicator{Name: name, Weight: entry(weight, weight, ""), Score: entry(score, score, ""), Actual: entry(actual, actual, "")}
	}
	known := func(name, weight, score, actual string) truth.Indicator {
		e := func(v string) truth.Entry { return truth.Entry{Text: v, Value: v} }
		return truth.Indicator{Name: name, Weight: e(weight), Score: e(score), Actual: e(actual)}
	}
	want := []truth.Indicator{known("甲", "5", "5", "3"), known("乙", "6", "4", "7"), known("丙", "8", "8", "1"), known("甲", "9", "9", "2")}
	got := []form.Indicator{row("甲", "5", "5", "3"), row("错", "6", "4", "7"), row("甲", "9", "9", "2")}
	if pairs := pairRows(want, got); pairs[0] != 0 || pairs[1] != 1 || pairs[2] != -1 || pairs[3] != 2 {
		t.Errorf("pairs %v", pairs)
	}
}

func TestFundsOfEqualAmountsArePairedByName(t *testing.T) {
	want := truth.Fund{Name: "合计", Budget: truth.Entry{Text: "38", Value: "38"}, Spent: truth.Entry{Text: "36", Value: "36"}}
	part, whole := form.Fund{Name: "市级", Budget: entry("38", "38", ""), Spent: entry("36", "36", "")}, form.Fund{Name: "合计", Budget: entry("38", "38", ""), Spent: entry("36", "36", "")}
	if j := findFund(want, []form.Fund{part, whole}, make([]bool, 2)); j != 1 {
		t.Errorf("paired with %d", j)
	}
	whole.Name = "总额"
	if j := findFund(want, []form.Fund{part, whole}, []bool{true, false}); j != 1 {
		t.Errorf("paired with %d", j)
	}
}

func TestFindingsAreHeldAgainstTheTruth(t *testing.T) {
	wrong := &truth.Truth{Format: "docx", Errors: []truth.Wanted{{Kind: "rate", Must: true, Level: "error", Codes: []string{"EXE-01"}, Near: []string{"95.1"}}}}
	clean := &truth.Truth{Clean: true, Allowed: []truth.Allowed{{Codes: []string{"IND-06"}}}}
	result := func(found ...finding.Finding) *report.Result {
		return &report.Result{Status: report.OK, Reports: []*finding.Report{{Form: &form.Form{}, Findings: found}}}
	}
	var told []Confusion
	table := NewTable(func(c Confusion) { told = append(told, c) })
	table.Take(wrong, result(
		finding.Finding{Code: "EXE-01", Level: finding.Warning, Printed: "95.1%"},
		finding.Finding{Code: "EXE-04", Level: finding.Warning, Printed: "95.1%"},
		finding.Finding{Code: "SCR-05", Level: finding.Error, Subject: "别处"}))
	table.Take(wrong, result())
	table.Take(clean, result(
		finding.Finding{Code: "IND-06", Level: finding.Warning},
		finding.Finding{Code: "TOT-01", Level: finding.Error, Subject: "总分"}))
	if k := *table.Kinds["rate"]; k != (Found{Planted: 2, Found: 1, Graded: 0, Told: 1, Right: 1}) {
		t.Errorf("kind %+v", k)
	}
	if l := *table.Levels["warning"]; l != (LevelTally{Told: 3, Right: 1, Allowed: 1, Follows: 1}) {
		t.Errorf("warnings %+v", l)
	}
	if l := *table.Levels["error"]; l != (LevelTally{Told: 2, Beside: 1, Alarm: 1}) {
		t.Errorf("errors %+v", l)
	}
	if table.Alarms["error TOT-01"] != 1 || len(table.Alarms) != 1 {
		t.Errorf("alarms %v", table.Alarms)
	}
	classes := map[string]int{}
	for _, c := range told {
		classes[c.Class]++
	}
	if classes["missed"] != 1 || classes["alarm"] != 1 || classes["beside"] != 1 {
		t.Errorf("confusions %v", classes)
	}
}

// TestSamplesAreMeasured measures the hand-written samples twice, with one worker and with three: both tables
// are the same, and nearly all rows are read.
func TestSamplesAreMeasured(t *testing.T) {
	cases, err := Cases(corpus.Gather([]string{"../../testdata/project", "../../testdata/tabbed", "../../testdata/linear"}, nil))
	if err != nil || len(cases) < 8 {
		t.Fatalf("%d cases: %v", len(cases), err)
	}
	var tables [2]bytes.Buffer
	dirs := [2]string{t.TempDir(), t.TempDir()}
	for i, workers := range []int{1, 3} {
		folder := &Folder{Dir: dirs[i]}
		table := NewTable(folder.Take)
		inputs := make([]corpus.Input, len(cases))
		for j, c := range cases {
			inputs[j] = c.Input
		}
		j := 0
		for o := range corpus.Checking("").Each(t.Context(), inputs, workers) {
			table.Take(cases[j].Truth, o.Result)
			j++
		}
		if err := folder.Err(); err != nil {
			t.Fatal(err)
		}
		if r := table.Fields["row"].Recall(); r < .95 {
			t.Errorf("recall of rows %v", r)
		}
		if err := table.WriteJSON(&tables[i]); err != nil {
			t.Fatal(err)
		}
		if err := table.WriteText(&tables[i]); err != nil {
			t.Fatal(err)
		}
	}
	if tables[0].String() != tables[1].String() {
		t.Error("the number of workers shows in the table")
	}
	for i := range dirs {
		if files, _ := filepath.Glob(filepath.Join(dirs[i], "*/*/*.txt")); i == 0 && len(files) > 0 {
			data, err := os.ReadFile(files[0])
			if err != nil || !strings.Contains(string(data), "expected") {
				t.Errorf("%s: %v %s", files[0], err, data)
			}
		}
	}
}

// TestHandWrittenTruthsAreRead opens all truth files of the samples.
func TestHandWrittenTruthsAreRead(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/*/*" + truth.YAML)
	if err != nil || len(paths) < 6 {
		t.Fatalf("%d truth files: %v", len(paths), err)
	}
	for _, path := range paths {
		w, err := truth.Read(path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if len(w.Forms) == 0 || w.Forms[0].Year == 0 || !w.Partial {
			t.Errorf("%s: read as %+v", path, w)
		}
	}
}
