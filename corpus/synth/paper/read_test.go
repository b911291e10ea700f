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

// compare counts how often each cell stands on both sides.
func compare(written, read []string) tally {
	t := tally{written: len(written), read: len(read)}
	left := map[string]int{}
	for _, w := range written {
		left[w]++
	}
	for _, r := range read {
		if left[r] > 0 {
			left[r]--
			t.both++
		}
	}
	return t
}

func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

// gridWritten lists the cells of a paper's tables with their places and spans.
func gridWritten(t testing.TB, p paper.Paper) []string {
	var all []string
	number := 0
	for _, b := range p.Blocks {
		if b.Table == nil {
			continue
		}
		number++
		cells, err := b.Table.Placed()
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cells {
			all = append(all, fmt.Sprintf("table %d row %d+%d column %d+%d %s", number, c.Row, c.RowSpan, c.Column, c.ColSpan, squeezed(c.Text)))
		}
	}
	return all
}

// gridRead lists the cells that were read.
func gridRead(d *document.Document) []string {
	var all []string
	number := 0
	for _, b := range d.Blocks {
		if b.Table == nil {
			continue
		}
		number++
		for _, c := range b.Table.Cells {
			all = append(all, fmt.Sprintf("table %d row %d+%d column %d+%d %s", number, c.Row, c.RowSpan, c.Column, c.ColumnSpan, squeezed(c.Text)))
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
