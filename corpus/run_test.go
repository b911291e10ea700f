package corpus

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"fuhe/extract/document"
)

func outcomes(ctx context.Context, p *Pipeline, inputs []Input, workers int) []string {
	var got []string
	for o := range p.Each(ctx, inputs, workers) {
		line := filepath.Base(o.Input.Path)
		if o.PassedOver {
			line += " passed over"
		} else {
			line += fmt.Sprintf(" %s %s%d", o.Result.Status, codes(o.Result), len(o.Result.Reports))
		}
		got = append(got, line)
	}
	return got
}

func TestEachSettlesFolders(t *testing.T) {
	root := tree(t, "mixed/1.txt", "mixed/2.bin", "junk/1.bin", "3.bin", "4.txt")
	join := func(name string) string { return filepath.Join(root, name) }
	if err := os.Mkdir(join("empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	inputs := Gather([]string{join("mixed"), join("empty"), join("junk"), join("3.bin"), join("gone"), join("4.txt")}, nil)
	want := []string{
		"1.txt ok 1", "2.bin passed over",
		"empty failed unsupported0",
		"1.bin passed over", "junk failed unsupported0",
		"3.bin failed unsupported0", "gone failed unreadable0", "4.txt ok 1",
	}
	for _, workers := range []int{0, 1, 2, 16} {
		if diff := cmp.Diff(want, outcomes(t.Context(), fake(), inputs, workers)); diff != "" {
			t.Errorf("%d workers: %s", workers, diff)
		}
	}
}

// stdin makes inputs that need no file.
func stdin(n int) []Input {
	inputs := make([]Input, n)
	for i := range inputs {
		inputs[i] = Input{Path: fmt.Sprint(i), Stdin: strings.NewReader("甲\n")}
	}
	return inputs
}

func TestWorkersAreInvisible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, workers := rapid.IntRange(0, 40).Draw(t, "n"), rapid.IntRange(1, 9).Draw(t, "workers")
		late := rapid.SliceOfN(rapid.IntRange(0, 50), n, n).Draw(t, "late")
		p := fake()
		read := p.Extract
		p.Extract = func(ctx context.Context, name string, data []byte, l document.Limits) (*document.Document, error) {
			var i int
			fmt.Sscan(name, &i)
			for range late[i] {
				runtime.Gosched()
			}
			return read(ctx, name, data, l)
		}
		one, many := outcomes(t.Context(), p, stdin(n), 1), outcomes(t.Context(), p, stdin(n), workers)
		if diff := cmp.Diff(one, many); diff != "" || len(one) != n {
			t.Fatal(len(one), diff)
		}
	})
}

func TestEachStaysWithinItsBounds(t *testing.T) {
	var running, most, started atomic.Int32
	p := fake()
	read := p.Extract
	p.Extract = func(ctx context.Context, name string, data []byte, l document.Limits) (*document.Document, error) {
		started.Add(1)
		now := running.Add(1)
		defer running.Add(-1)
		for old := most.Load(); now > old && !most.CompareAndSwap(old, now); old = most.Load() {
		}
		time.Sleep(time.Millisecond)
		return read(ctx, name, data, l)
	}
	const workers = 3
	taken := int32(0)
	for range p.Each(t.Context(), stdin(40), workers) {
		taken++
		time.Sleep(2 * time.Millisecond)
		if ahead := started.Load() - taken; ahead > 2*workers {
			t.Fatalf("%d results wait, with %d workers", ahead, workers)
		}
	}
	if most.Load() > workers || taken != 40 {
		t.Errorf("%d at a time, %d taken", most.Load(), taken)
	}
}

func TestEachStopsWhenItIsLeftOrEnded(t *testing.T) {
	n := 0
	for range fake().Each(t.Context(), stdin(30), 4) {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("got %d", n)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n = 0
	for range fake().Each(ctx, stdin(30), 4) {
		if n++; n == 3 {
			cancel()
		}
	}
	if n != 3 {
		t.Errorf("%d outcomes after the end", n)
	}
}
