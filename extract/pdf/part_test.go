package pdf

import (
	"context"
	"reflect"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
	"fuhe/extract/pdf/sample"
)

// together calls do for all parts at once.
func together(n int, do func(part int)) {
	var wait sync.WaitGroup
	for i := range n {
		wait.Go(func() { do(i) })
	}
	wait.Wait()
}

func TestPartsMakeNoDifference(t *testing.T) {
	for _, pages := range []int{1, 15, 17} {
		data := sample.Book(pages)
		want, wantNotes, err := Read(t.Context(), data, document.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		for _, parts := range []int{0, 1, 2, 3} {
			got, notes, err := Reader{Parts: parts, Each: together}.Read(t.Context(), data, document.Limits{})
			if err != nil || len(got) != pages {
				t.Fatalf("%d pages in %d parts: %d pages, %v", pages, parts, len(got), err)
			}
			if !reflect.DeepEqual(want, got) {
				t.Errorf("%d pages in %d parts differ", pages, parts)
			}
			if diff := cmp.Diff(wantNotes, notes); diff != "" {
				t.Errorf("%d pages in %d parts: %s", pages, parts, diff)
			}
		}
	}
}

// TestPartsKeepTheTime ends the work in the middle: the pages that come are the first ones, none missing
// between them.
func TestPartsKeepTheTime(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	pages, _, err := Reader{Parts: 4, Each: together}.Read(ctx, sample.Book(1500), document.Limits{})
	if err == nil {
		t.Skip("a machine that reads 1,500 pages at once")
	}
	for i, p := range pages {
		if p.Number != i+1 {
			t.Fatalf("page %d stands at place %d", p.Number, i+1)
		}
	}
}

func BenchmarkBookInTwoParts(b *testing.B) {
	data := sample.Book(100)
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := (Reader{Parts: 2, Each: together}).Read(b.Context(), data, document.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}
