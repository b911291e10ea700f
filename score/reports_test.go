package score

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"fuhe/extract"
	"fuhe/extract/document"
	"fuhe/normalize"
	"fuhe/score/finding"
)

// TestReports judges text copies of forms from file to finding: kinds of form from all over, each with
// what a senior reviewer would say of its figures and nothing else.
func TestReports(t *testing.T) {
	data, err := os.ReadFile("testdata/reports.txtar")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	files := txtar.Parse(data).Files
	for _, file := range files {
		if name, ok := strings.CutSuffix(file.Name, ".want"); ok {
			want[name] = string(file.Data)
		}
	}
	shelf := load(t)
	for _, file := range files {
		name, ok := strings.CutSuffix(file.Name, ".txt")
		if !ok {
			continue
		}
		t.Run(name, func(t *testing.T) {
			doc, err := extract.Read(context.Background(), file.Name, file.Data, document.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			forms := normalize.Forms(doc)
			if len(forms) != 1 {
				t.Fatalf("%d forms", len(forms))
			}
			r, err := Review(forms[0], shelf, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(lines(want[name]), grave(r.Findings)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func lines(text string) []string {
	all := []string{}
	for line := range strings.Lines(text) {
		all = append(all, strings.TrimSpace(line))
	}
	slices.Sort(all)
	return all
}

// grave lists the findings of the figures above the level of a remark: CODE level.
func grave(all []finding.Finding) []string {
	out := []string{}
	for _, f := range all {
		figures := slices.Contains([]string{"EXE", "SCR", "WGT", "TOT", "RUL"}, f.Code[:3]) || f.Code == "UNT-03"
		if figures && f.Level != finding.Info {
			out = append(out, f.Code+" "+string(f.Level))
		}
	}
	slices.Sort(out)
	return out
}
