package table

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fuhe/extract/document"
	"fuhe/extract/pdf"
)

// secondOpinion is what another program found: tables with their cells as x0, y0, x1, y1, text.
type secondOpinion struct {
	Page  int     `json:"page"`
	Cells [][]any `json:"cells"`
}

var figure = regexp.MustCompile(`^[-(]?[0-9][0-9,]*(\.[0-9]+)?%?\)?$`)

// TestFiguresStandAlone holds the figures that another program finds alone in a cell against the cells
// found here.
func TestFiguresStandAlone(t *testing.T) {
	opinions, err := filepath.Glob(filepath.Join(shared(t, "pdfs/truth"), "*.cells.json"))
	if err != nil || len(opinions) == 0 {
		t.Skip("no second opinions")
	}
	all, found := 0, 0
	for _, name := range opinions {
		n, missed := compare(t, name)
		all, found = all+n, found+n-len(missed)
		if len(missed) > 0 {
			t.Logf("%s: %d of %d missed: %q", filepath.Base(name), len(missed), n, missed[:min(len(missed), 12)])
		}
	}
	if t.Logf("%d of %d", found, all); all < 1000 || float64(found) < 0.999*float64(all) {
		t.Errorf("%d of %d figures stand alone in their cell", found, all)
	}
}

func compare(t *testing.T, name string) (int, []string) {
	t.Helper()
	var tables []secondOpinion
	if data, err := os.ReadFile(name); err != nil || json.Unmarshal(data, &tables) != nil {
		t.Fatal(name, err)
	}
	cells := cellsByPage(t, filepath.Join(filepath.Dir(name), "..", "office", strings.TrimSuffix(filepath.Base(name), ".cells.json")+".pdf"))
	n := 0
	var missed []string
	for _, table := range tables {
		for _, c := range table.Cells {
			text := c[4].(string)
			if !figure.MatchString(text) {
				continue
			}
			n++
			x, y := (c[0].(float64)+c[2].(float64))/2, (c[1].(float64)+c[3].(float64))/2
			if got := textAt(cells[table.Page], x, y); got != text {
				missed = append(missed, text+" → "+got)
			}
		}
	}
	return n, missed
}

func cellsByPage(t *testing.T, path string) map[int][]document.Cell {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Skip(err)
	}
	pages, _, err := pdf.Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(path, err)
	}
	out := map[int][]document.Cell{}
	for _, b := range Blocks(pages) {
		if b.Table != nil {
			for _, c := range b.Table.Cells {
				out[c.Place.Page] = append(out[c.Place.Page], c)
			}
		}
	}
	return out
}

func textAt(cells []document.Cell, x, y float64) string {
	for _, c := range cells {
		if c.Place.Box.Holds(x, y) {
			return strings.Join(strings.Fields(c.Text), "")
		}
	}
	return "no cell"
}
