//go:build unix

package table

import (
	"testing"
	"time"

	"fuhe/extract/document"
	"fuhe/testdata/pace"
)

// TestCostGrowsWithThePages reads 100 and 1000 pages: ten times the pages may take twenty times the work, not a
// hundred times.
func TestCostGrowsWithThePages(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	read := func(pages []document.Page) time.Duration { return pace.Least(t, 2, func() { Blocks(pages) }) }
	few, many := read(formPages(100)), read(formPages(1000))
	if t.Logf("100 pages %v, 1000 pages %v", few, many); many > 20*few+500*time.Millisecond {
		t.Errorf("100 pages take %v, 1000 pages %v", few, many)
	}
}
