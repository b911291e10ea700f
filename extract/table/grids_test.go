package table

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fuhe/extract/document"
	"fuhe/extract/pdf"
)

// slot is a cell as the true grids tell it: its place, its spans and its text.
type slot struct {
	row, col, rows, cols int
	text                 string
}

// outcome counts the cells of one file: those that are true, those that were found, and those that
// are both.
type outcome struct {
	name                string
	wanted, found, both int
	missed              []slot
}

func (o outcome) f1() float64 { return 2 * float64(o.both) / float64(max(o.wanted+o.found, 1)) }

// notAllRead are the files whose tables no rule tells in full; all others are read to the cell.
var notAllRead = []string{"three-line-words", "three-line-nested", "office-borderless"}

// TestTrueGrids reads the table test set and counts the cells that stand in the right row and column,
// with the right spans and the right text.
func TestTrueGrids(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "tables", "*.grid.tsv"))
	if err != nil || len(files) < 40 {
		t.Fatalf("only %d files of the table test set", len(files))
	}
	var all []outcome
	var sum outcome
	for _, file := range files {
		o := outcomeOf(t, file)
		all = append(all, o)
		sum.wanted, sum.found, sum.both = sum.wanted+o.wanted, sum.found+o.found, sum.both+o.both
	}
	slices.SortStableFunc(all, func(a, b outcome) int { return cmp.Compare(a.f1(), b.f1()) })
	for _, o := range all {
		if o.f1() == 1 {
			break
		}
		t.Logf("%-26s F1 %.3f of %d cells; missed %+v", o.name, o.f1(), o.wanted, o.missed[:min(len(o.missed), 3)])
		if !slices.Contains(notAllRead, o.name) {
			t.Errorf("%s is not read in full", o.name)
		}
	}
	t.Logf("%d files, %d cells: precision %.4f, recall %.4f, F1 %.4f", len(all), sum.wanted,
		float64(sum.both)/float64(sum.found), float64(sum.both)/float64(sum.wanted), sum.f1())
	if sum.f1() < 0.99 {
		t.Errorf("F1 %.4f, want 0.99", sum.f1())
	}
}

func outcomeOf(t *testing.T, file string) outcome {
	t.Helper()
	name := strings.TrimSuffix(file, ".grid.tsv")
	truth, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(name + ".pdf")
	if err != nil {
		t.Fatal(err)
	}
	pages, _, err := pdf.Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(name, err)
	}
	var found [][]slot
	for _, b := range Blocks(pages) {
		if b.Table != nil {
			found = append(found, slotsOf(b.Table))
		}
	}
	o := outcome{name: filepath.Base(name)}
	o.match(trueSlots(string(truth)), found)
	return o
}

// match pairs each true table with the one found that shares most cells with it.
func (o *outcome) match(truth, found [][]slot) {
	for _, f := range found {
		o.found += len(f)
	}
	for _, want := range truth {
		o.wanted += len(want)
		best, both := -1, 0
		for i, f := range found {
			if n := inBoth(want, f); n > both {
				best, both = i, n
			}
		}
		for _, s := range want {
			if best < 0 || !slices.Contains(found[best], s) {
				o.missed = append(o.missed, s)
			}
		}
		if best >= 0 {
			o.both += both
			found = slices.Delete(slices.Clone(found), best, best+1)
		}
	}
}

func inBoth(a, b []slot) int {
	n := 0
	for _, s := range a {
		if slices.Contains(b, s) {
			n++
		}
	}
	return n
}

func slotsOf(t *document.Table) []slot {
	var out []slot
	for _, c := range t.Cells {
		out = append(out, slot{c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.Text})
	}
	return out
}

// trueSlots reads the grids of a file: < goes on from the left, ^ from above, × was not drawn.
func trueSlots(text string) [][]slot {
	var out [][]slot
	for _, block := range strings.Split(strings.TrimSuffix(text, "\n"), "\n\n") {
		var rows [][]string
		for _, l := range strings.Split(block, "\n") {
			rows = append(rows, strings.Split(l, "\t"))
		}
		var cells []slot
		for r := range rows {
			for c, text := range rows[r] {
				if text == "<" || text == "^" || text == "×" {
					continue
				}
				s := slot{r, c, 1, 1, text}
				for c+s.cols < len(rows[r]) && rows[r][c+s.cols] == "<" {
					s.cols++
				}
				for r+s.rows < len(rows) && rows[r+s.rows][c] == "^" {
					s.rows++
				}
				cells = append(cells, s)
			}
		}
		out = append(out, cells)
	}
	return out
}
