package corpus

import (
	"context"
	"os"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAtOnceCallsAllAndPassesPanicsOn(t *testing.T) {
	var calls atomic.Int32
	defer func() {
		if v := recover(); v != "part 2" || calls.Load() != 5 {
			t.Errorf("recovered %v after %d calls", v, calls.Load())
		}
	}()
	atOnce(5, func(part int) {
		calls.Add(1)
		if part == 2 {
			panic("part 2")
		}
	})
}

// TestPagesAtOnceReadTheSame: how many goroutines draw the pages is invisible in what is read.
func TestPagesAtOnceReadTheSame(t *testing.T) {
	data, err := os.ReadFile("../testdata/linear/canal.pdf")
	if err != nil {
		t.Fatal(err)
	}
	one, many := Reading(), Reading()
	many.PagesAtOnce(3)
	a, err := one.Extract(context.Background(), "a", data, one.Limits)
	if err != nil {
		t.Fatal(err)
	}
	b, err := many.Extract(context.Background(), "a", data, many.Limits)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(a.Blocks, b.Blocks); diff != "" {
		t.Error(diff)
	}
}
