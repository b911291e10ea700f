package phrase

import (
	"slices"
	"testing"
)

func TestPatternExamples(t *testing.T) {
	for _, p := range slices.Concat(patterns[:]...) {
		t.Run(p.name, func(t *testing.T) {
			r, _ := Compile(p.example)
			if r.String() != p.tree {
				t.Errorf("%s\n got %s\nwant %s", p.example, r, p.tree)
			}
		})
	}
}
