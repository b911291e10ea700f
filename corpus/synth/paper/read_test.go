package paper_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
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
		for _, c := range cells {
			all = append(all, fmt.Sprintf("column %d: %dx%d %s", c.Column, c.RowSpan, c.ColSpan, squeezed(c.Text)))
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
		for _, c := range b.Table.Cells {
			all = append(all, fmt.Sprintf("column %d: %dx%d %s", c.Column, c.RowSpan, c.ColumnSpan, squeezed(c.Text)))
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

func TestExplore(t *testing.T) {
	only, dump := os.Getenv("ONLY"), os.Getenv("DUMP")
	for _, f := range paper.Formats() {
		if only != "" && f.Name != only {
			continue
		}
		var all tally
		var worst []string
		for seed := range uint64(300) {
			p := drawn{rand.New(rand.NewPCG(seed, 1))}.paper()
			var b bytes.Buffer
			if err := f.Write(&b, p, rand.New(rand.NewPCG(seed, 2))); err != nil {
				t.Fatal(err)
			}
			d := read(t, f, b.Bytes())
			w, r := gridWritten(t, p), gridRead(d)
			one := compare(w, r)
			all.add(one)
			if one.f1() < 1 {
				worst = append(worst, fmt.Sprintf("%d:%.2f", seed, one.f1()))
			}
			if dump == fmt.Sprint(seed) {
				os.WriteFile("/tmp/fontwork/dump"+f.Ext, b.Bytes(), 0o644)
				os.WriteFile("/tmp/fontwork/dump.w", []byte(strings.Join(w, "\n")), 0o644)
				os.WriteFile("/tmp/fontwork/dump.r", []byte(strings.Join(r, "\n")), 0o644)
			}
		}
		t.Logf("%s: F1 %.4f, %d papers with faults: %v", f.Name, all.f1(), len(worst), worst)
	}
}
