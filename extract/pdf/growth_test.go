//go:build unix

package pdf

import (
	"testing"
	"time"

	"fuhe/extract/document"
	"fuhe/extract/pdf/sample"
	"fuhe/testdata/pace"
)

// TestTimeGrowsWithThePagesAndNotFaster reads reports of 200 and of 2,000 pages: a page of the long one takes
// about as much work as one of the short one.
func TestTimeGrowsWithThePagesAndNotFaster(t *testing.T) {
	if testing.Short() {
		t.Skip("long reports")
	}
	perPage := func(pages, runs int) time.Duration {
		data := sample.Book(pages)
		return pace.Least(t, runs, func() {
			got, _, err := Read(t.Context(), data, document.Limits{})
			if err != nil || len(got) != pages {
				t.Fatalf("%d of %d pages, %v", len(got), pages, err)
			}
		}) / time.Duration(pages)
	}
	short, long := perPage(200, 3), perPage(2000, 2)
	t.Logf("a page of 200 takes %v, one of 2,000 takes %v", short, long)
	if long > 3*short {
		t.Errorf("a page of 2,000 takes %v, one of 200 %v", long, short)
	}
}
