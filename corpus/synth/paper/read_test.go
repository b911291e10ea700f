package paper_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"fuhe/corpus/synth/paper"
	"fuhe/extract"
	"fuhe/extract/document"
)

// tally counts the cells that were written, read, and both.
type tally struct{ written, read, both int }

func (t tally) f1() float64 { return 2 * float64(t.both) / float64(max(t.written+t.read, 1)) }

func (t *tally) add(o tally) {
	t.written, t.read, t.both = t.written+o.written, t.read+o.read, t.both+o.both
}

// compare counts the cells that stand on both sides in the same order: a row too many costs that row, not all
// behind it.
func compare(written, read []string) tally {
	row := make([]int, len(read)+1)
	for _, w := range written {
		diagonal := 0
		for j, r := range read {
			above := row[j+1]
			switch {
			case w == r:
				row[j+1] = diagonal + 1
			case row[j] > above:
				row[j+1] = row[j]
			}
			diagonal = above
		}
	}
	return tally{len(written), len(read), row[len(read)]}
}

func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

// gridWritten lists the cells of a paper's tables with their places and spans.
func gridWritten(t testing.TB, p paper.Paper) []string {
	var all []string
	for _, b := range p.Blocks {
		if b.Table == nil {
			continue
		}
		all = append(all, "table")
		cells, err := b.Table.Placed()
		if err != nil {
			t.Fatal(err)
		}
		row := 0
		for _, c := range cells {
			for ; row < c.Row; row++ {
				all = append(all, "row")
			}
			all = append(all, fmt.Sprintf("%d: %dx%d %s", c.Column, c.RowSpan, c.ColSpan, squeezed(c.Text)))
		}
	}
	return all
}

// rows leaves of each row only the texts, in order: what a text copy keeps of a grid.
func rows(cells []string) []string {
	var all []string
	for _, c := range cells {
		if _, text, ok := strings.Cut(c, " "); !ok {
			all = append(all, c)
		} else if _, text, _ = strings.Cut(text, " "); text != "" {
			all = append(all, text)
		}
	}
	return all
}

// gridRead lists the cells that were read.
func gridRead(d *document.Document) []string {
	var all []string
	for _, b := range d.Blocks {
		if b.Table == nil {
			continue
		}
		all = append(all, "table")
		row := 0
		for _, c := range b.Table.Cells {
			for ; row < c.Row; row++ {
				all = append(all, "row")
			}
			all = append(all, fmt.Sprintf("%d: %dx%d %s", c.Column, c.RowSpan, c.ColumnSpan, squeezed(c.Text)))
		}
	}
	return all
}

func read(t testing.TB, f paper.Format, data []byte) *document.Document {
	t.Helper()
	d, err := extract.Read(context.Background(), "paper"+f.Ext, data, document.Limits{})
	if err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return d
}

// TestGridsComeBack writes random papers in each format that keeps a grid, and holds the tables that are read
// against those that were written. What is lost in a PDF stood at the end of a page, where a row torn in two
// and two rows may look alike; in a workbook, it stood right below a table.
func TestGridsComeBack(t *testing.T) {
	least := map[string]float64{"html": 1, "docx": 1, "text-tabs": 1, "text-pipes": .999, "xlsx": .99, "pdf": .99}
	for _, f := range paper.Formats() {
		bound, ok := least[f.Name]
		if !ok {
			continue
		}
		t.Run(f.Name, func(t *testing.T) {
			var all tally
			for seed := range uint64(*papers) {
				one := written(t, f, seed)
				if one.f1() < .8 {
					t.Logf("seed %d: F1 %.2f", seed, one.f1())
				}
				all.add(one)
			}
			t.Logf("F1 %.4f of %d cells", all.f1(), all.written)
			if all.f1() < bound {
				t.Errorf("F1 %.4f, less than %.3f", all.f1(), bound)
			}
		})
	}
}

var papers = flag.Int("papers", 60, "how many random papers to write in each format")

// written writes a paper, reads it and counts what came back.
func written(t *testing.T, f paper.Format, seed uint64) tally {
	t.Helper()
	p := drawn{rand.New(rand.NewPCG(seed, 1))}.paper()
	var b bytes.Buffer
	if err := f.Write(&b, p, rand.New(rand.NewPCG(seed, 2))); err != nil {
		t.Fatal(err)
	}
	out, back := gridWritten(t, p), gridRead(read(t, f, b.Bytes()))
	if strings.HasPrefix(f.Name, "text") {
		out, back = rows(out), rows(back)
	}
	return compare(out, back)
}
