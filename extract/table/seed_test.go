package table

import (
	"context"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
	"fuhe/extract/pdf"
)

// filledRows are the texts of the cells that begin in each row, without the blank ones.
func filledRows(blocks []document.Block) [][]string {
	var out [][]string
	for _, b := range blocks {
		if b.Table == nil {
			continue
		}
		rows := make([][]string, b.Table.Rows)
		for _, c := range b.Table.Cells {
			if c.Text != "" {
				rows[c.Row] = append(rows[c.Row], c.Text)
			}
		}
		out = append(out, slices.DeleteFunc(rows, func(r []string) bool { return len(r) == 0 })...)
	}
	return out
}

func pagesOfFile(t testing.TB, name string) []document.Page {
	t.Helper()
	data, err := os.ReadFile(shared(t, name))
	if err != nil {
		t.Fatal(err)
	}
	pages, _, err := pdf.Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// TestPrintedAndTabbedAgree reads one report from its print and from its text: what stands in the
// tables must be the same row by row. The print draws the contents as a table, which the text has not.
func TestPrintedAndTabbedAgree(t *testing.T) {
	text, err := os.ReadFile(shared(t, "seeds/003_feeea4db5d6622b3.txt"))
	if err != nil {
		t.Fatal(err)
	}
	printed := filledRows(Blocks(pagesOfFile(t, "seeds/003_feeea4db5d6622b3.pdf")))
	tabbed := filledRows(Tabbed(printedLines(string(text))))
	printed = printed[max(0, len(printed)-len(tabbed)):]
	if diff := cmp.Diff(tabbed, printed); diff != "" {
		t.Error(diff)
	}
}

// TestTablesOverPages counts the tables of the other report, which break inside merged cells.
func TestTablesOverPages(t *testing.T) {
	type size struct{ Rows, Columns, Cells int }
	var got []size
	for _, b := range Blocks(pagesOfFile(t, "seeds/000_5e3338d54c835f56.pdf")) {
		if b.Table != nil {
			got = append(got, size{b.Table.Rows, b.Table.Columns, len(b.Table.Cells)})
		}
	}
	if diff := cmp.Diff([]size{{22, 7, 103}, {16, 6, 68}}, got); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkSeed(b *testing.B) {
	pages := pagesOfFile(b, "seeds/003_feeea4db5d6622b3.pdf")
	b.ReportAllocs()
	for b.Loop() {
		Blocks(pages)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(pages)), "µs/page")
}
