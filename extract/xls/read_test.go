package xls_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract"
	"fuhe/extract/document"
	"fuhe/extract/xls"
	"fuhe/normalize"
	"fuhe/normalize/form"
)

// TestFiles reads the workbooks of testdata, which another program wrote, and holds them against the PDF of
// the same report.
func TestFiles(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/formats/*.xls")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, path := range paths {
		reports, _ := filepath.Glob("../../testdata/*/" + strings.TrimSuffix(filepath.Base(path), ".xls") + ".pdf")
		if len(reports) != 1 {
			t.Fatalf("%s is printed %d times", path, len(reports))
		}
		report, err := extract.Read(t.Context(), reports[0], file(t, reports[0]), document.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		data := file(t, path)
		doc, err := xls.Read(t.Context(), data, document.Limits{})
		if err != nil || !xls.Sniff(data) {
			t.Fatalf("%s: %v", path, err)
		}
		if len(doc.Notes) > 0 {
			t.Errorf("notes on a sound workbook: %+v", doc.Notes)
		}
		if diff := cmp.Diff(figures(normalize.Forms(report)), figures(normalize.Forms(doc))); diff != "" {
			t.Errorf("%s: pdf and workbook differ (-pdf +xls):\n%s", path, diff)
		}
	}
}

func file(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// figures are the facts of the forms, a line each.
func figures(forms []*form.Form) []string {
	var all []string
	for _, f := range forms {
		all = append(all, strings.Join([]string{f.Unit, f.Project, strconv.Itoa(f.Year), f.Total.Score.Value, f.Total.Grade.Text}, "|"))
		for _, x := range f.Funds {
			all = append(all, strings.Join([]string{"fund", x.Name, x.Budget.Value, x.Spent.Value, x.Rate.Value, x.Weight.Value, x.Score.Value}, "|"))
		}
		for _, x := range f.Indicators {
			all = append(all, strings.Join([]string{x.Level1, x.Level2, x.Name, x.Target.Text, x.Actual.Text, x.Weight.Text, x.Score.Text}, "|"))
		}
	}
	return all
}

func codeOf(err error) document.Code {
	var trouble *document.Trouble
	if errors.As(err, &trouble) {
		return trouble.Code
	}
	return ""
}

func TestTrouble(t *testing.T) {
	sound := file(t, "../../testdata/formats/clinic.xls")
	for _, c := range []struct {
		name   string
		data   []byte
		limits document.Limits
		want   document.Code
	}{
		{"cut", sound[:1000], document.Limits{}, document.Damaged},
		{"bytes", sound, document.Limits{Bytes: 100}, document.TooLarge},
		{"text", sound, document.Limits{Unpacked: 100}, document.TooLarge},
	} {
		if _, err := xls.Read(t.Context(), c.data, c.limits); codeOf(err) != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := xls.Read(ended, sound, document.Limits{}); codeOf(err) != document.Timeout {
		t.Errorf("after its time: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"clinic", "eight"} {
		f.Add(file(f, "../../testdata/formats/"+name+".xls"))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		xls.Sniff(data)
		if _, err := xls.Read(t.Context(), data, document.Limits{Bytes: 1 << 20, Unpacked: 1 << 22}); err != nil && codeOf(err) == "" {
			t.Errorf("an error that is no Trouble: %v", err)
		}
	})
}
