package html

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fuhe/extract/document"
)

func codeOf(err error) document.Code {
	if trouble := new(document.Trouble); errors.As(err, &trouble) {
		return trouble.Code
	}
	return ""
}

func TestFaults(t *testing.T) {
	for _, c := range []struct {
		name, page string
		want       document.Code
	}{
		{"elements in elements", strings.Repeat("<div>", 5000), document.TooLarge},
		{"tables in tables", strings.Repeat("<table><tr><td>", 5000), document.TooLarge},
		{"a page over the limit", "<p>" + strings.Repeat("零", 1<<20), document.TooLarge},
		{"spans that reach far", "<table>" + strings.Repeat("<tr><td colspan=1000 rowspan=1000>甲", 2000) + "</table>", ""},
		{"a table of millions of slots", "<table><tr>" + strings.Repeat("<td>", 8000) + strings.Repeat("<tr><td>甲", 8000) + "</table>", document.TooLarge},
		{"nothing", "", ""},
		{"a broken mark", "<table><tr><td", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(t.Context(), []byte(c.page), document.Limits{Unpacked: 1 << 20})
			if got := codeOf(err); got != c.want {
				t.Errorf("code %q, want %q: %v", got, c.want, err)
			}
		})
	}
}

func TestContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Read(ctx, []byte("<p>甲"), document.Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// TestTimeGrowsWithSize reads long pages of the kinds whose cost could grow with the square.
func TestTimeGrowsWithSize(t *testing.T) {
	for name, page := range map[string]string{
		"list items":               "<ol>" + strings.Repeat("<li>甲", 50_000) + "</ol>",
		"rows with tables in them": "<table>" + strings.Repeat("<tr><td><table><tr><td>甲<td>乙</table>", 10_000) + "</table>",
		"wide rows":                "<table>" + strings.Repeat("<tr>"+strings.Repeat("<td colspan=100>甲", 30), 1000) + "</table>",
		"links in deep blocks":     strings.Repeat("<div>", 300) + strings.Repeat("<div><a href=/a>甲</a></div>", 20_000),
		"fields that never end":    strings.Repeat("<p><span style='mso-element:field-begin'></span>", 20_000),
	} {
		start := time.Now()
		mustRead(t, []byte(page))
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("<table><tr><td rowspan=2>甲<td colspan=0>乙<tr><td rowspan=0><table><td>丙</table></table><ol><li>丁"))
	f.Add([]byte(portal(`<div class="TRS_Editor">` + scores + `</div>`)))
	paths, err := filepath.Glob("../../testdata/formats/*.html")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		Sniff(data)
		doc, err := Read(t.Context(), data, document.Limits{Unpacked: 1 << 22})
		if err == nil {
			sound(t, doc)
		} else if codeOf(err) == "" {
			t.Fatalf("an error that is no trouble: %v", err)
		}
	})
}

// sound holds tables to what the document package promises: cells in order, inside, none over another.
func sound(t *testing.T, doc *document.Document) {
	for _, b := range doc.Blocks {
		if b.Table == nil {
			continue
		}
		taken := map[[2]int]bool{}
		for _, c := range b.Table.Cells {
			if c.Row+c.RowSpan > b.Table.Rows || c.Column+c.ColumnSpan > b.Table.Columns || c.RowSpan < 1 || c.ColumnSpan < 1 {
				t.Fatalf("cell outside of its table: %+v", c)
			}
			for r := c.Row; r < c.Row+c.RowSpan; r++ {
				for k := c.Column; k < c.Column+c.ColumnSpan; k++ {
					if taken[[2]int{r, k}] {
						t.Fatalf("cells over one another: %+v", c)
					}
					taken[[2]int{r, k}] = true
				}
			}
		}
	}
}
