package ofd_test

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract"
	"fuhe/extract/document"
	"fuhe/extract/ofd"
	"fuhe/normalize"
	"fuhe/normalize/form"
)

var update = flag.Bool("update", false, "write testdata/formats/*.ofd anew from the PDF samples")

// TestFiles reads the OFD files of testdata.
func TestFiles(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/formats/*.ofd")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".ofd")
		sources, _ := filepath.Glob("../../testdata/*/" + name + ".pdf")
		if len(sources) != 1 {
			t.Fatalf("%s is printed %d times", name, len(sources))
		}
		want := printed(t, sources[0])
		if *update {
			if err := os.WriteFile(path, pack(t, "", redrawnAll(want)...), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(figures(normalize.Forms(want)), figures(normalize.Forms(read(t, data)))); diff != "" {
			t.Errorf("pdf and ofd differ (-pdf +ofd):\n%s", diff)
		}
	}
}

func redrawnAll(doc *document.Document) []sheet {
	var sheets []sheet
	for i := range doc.Pages {
		sheets = append(sheets, redrawn(&doc.Pages[i]))
	}
	return sheets
}

// TestSamples writes each sample report as OFD and holds what is read from it against what is read from
// the PDF, which corpus holds against the truth.
func TestSamples(t *testing.T) {
	truths, err := filepath.Glob("../../testdata/*/*.truth.yaml")
	if err != nil || len(truths) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	for _, truth := range truths {
		path := strings.TrimSuffix(truth, ".truth.yaml") + ".pdf"
		if _, err := os.Stat(path); err != nil {
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			printed := printed(t, path)
			doc, err := ofd.Read(t.Context(), pack(t, "", redrawnAll(printed)...), document.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if len(doc.Notes) > 0 {
				t.Errorf("notes on a sound file: %+v", doc.Notes)
			}
			if diff := cmp.Diff(figures(normalize.Forms(printed)), figures(normalize.Forms(doc))); diff != "" {
				t.Errorf("pdf and ofd differ (-pdf +ofd):\n%s", diff)
			}
			if diff := cmp.Diff(texts(printed), texts(doc)); diff != "" {
				t.Errorf("blocks differ (-pdf +ofd):\n%s", diff)
			}
		})
	}
}

func printed(t *testing.T, path string) *document.Document {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := extract.Read(t.Context(), path, data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
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

// texts are the blocks of a document without blanks, a line each paragraph and cell. Blanks go by the
// width of characters, which OFD leaves to the font.
func texts(doc *document.Document) []string {
	var all []string
	for _, b := range doc.Blocks {
		if b.Paragraph != nil {
			all = append(all, unspaced(b.Paragraph.Text))
			continue
		}
		for _, c := range b.Table.Cells {
			all = append(all, strings.Join([]string{strconv.Itoa(c.Row), strconv.Itoa(c.Column), strconv.Itoa(c.RowSpan), strconv.Itoa(c.ColumnSpan), unspaced(c.Text)}, " "))
		}
	}
	return all
}

func unspaced(text string) string { return strings.Join(strings.Fields(text), "") }
