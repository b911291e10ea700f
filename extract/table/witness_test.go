package table

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
	"fuhe/extract/pdf"
)

// TestWitnessesDisagree reads a table with two rules missing, which the clip boxes of its texts still tell:
// the four cells stand apart, and none of them is certain.
func TestWitnessesDisagree(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "tables", "missing-sides.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	pages, _, err := pdf.Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var doubtful []string
	for _, b := range Blocks(pages) {
		for _, c := range b.Table.Cells {
			if c.Doubt == document.WitnessesDisagree {
				doubtful = append(doubtful, c.Text)
			}
		}
	}
	slices.Sort(doubtful)
	if diff := cmp.Diff([]string{"100%", "15", "2处", "≥3处"}, doubtful); diff != "" {
		t.Error(diff)
	}
}

// TestClipOverARule draws a merged cell's clip box over a rule: nothing is decided, the cell is doubtful.
func TestClipOverARule(t *testing.T) {
	page := draw(1, top, `
+------+------+------+
|名称  |      |得分  |
+------+------+------+
|甲    |乙    |5     |
+------+------+------+`)
	page.Clips = []document.Box{{X0: 63, Y0: top, X1: 147, Y1: top + 2*rowHeight}}
	for i := range page.Glyphs[:2] {
		page.Glyphs[i].Clip = 0
	}
	blocks := Blocks([]document.Page{page})
	if c := blocks[0].Table.At(0, 0); c.Text != "名称" || c.Doubt != document.WitnessesDisagree {
		t.Errorf("%+v", c)
	}
	if c := blocks[0].Table.At(1, 1); c.Doubt != "" {
		t.Errorf("%+v", c)
	}
}

func TestDashes(t *testing.T) {
	pieces := func(length, gap float64, n int) []document.Rule {
		var out []document.Rule
		for i := range n {
			from := 100 + float64(i)*(length+gap)
			out = append(out, document.Rule{At: 50, From: from, To: from + length})
		}
		return out
	}
	for _, tt := range []struct {
		name  string
		rules []document.Rule
		want  int
	}{
		{"dashes", pieces(5, 4, 20), 1},
		{"dots", pieces(1, 3.5, 20), 1},
		{"long pieces are rules of their own", pieces(20, 10, 20), 20},
		{"squares with texts between them", pieces(9, 30, 6), 6},
		{"too few", pieces(5, 4, 4), 4},
		{"uneven gaps", slices.Concat(pieces(5, 4, 2), []document.Rule{{At: 50, From: 130, To: 135}, {At: 50, From: 137, To: 142}}), 4},
	} {
		if got := len(dashed(tt.rules)); got != tt.want {
			t.Errorf("%s: %d rules, want %d", tt.name, got, tt.want)
		}
	}
}

// TestShadesThatAreNoTable draws white areas behind a title, as spreadsheets do, and a mark in a text.
func TestShadesThatAreNoTable(t *testing.T) {
	page := draw(1, top, `
        收支预算总表

编制单位：甲                     单位：元`)
	for r := range 4 {
		for k := range 2 {
			x, y := 55+200*float64(k), top-8+rowHeight*float64(r)
			page.Fills = append(page.Fills, document.Box{X0: x, Y0: y, X1: x + 200, Y1: y + rowHeight})
		}
	}
	const want = "¶ 收支预算总表\n¶ 编制单位：甲\t单位：元\n"
	if diff := cmp.Diff(want, written(Blocks([]document.Page{page}))); diff != "" {
		t.Error(diff)
	}
}

func TestBlankInsideANumber(t *testing.T) {
	for _, tt := range []struct{ name, art, want string }{
		{"thousands set apart stay together", `
1999      12 255     21 542
2000      19 698     21 357
2001      25 230     22 360`, "# 1 aligned\n1999 | 12 255 | 21 542\n2000 | 19 698 | 21 357\n2001 | 25 230 | 22 360\n"},
		{"complete figures near each other part", `
人员经费  1,180.00 1,204.50 99.49%
公用经费    300.00   310.00 92.79%
项目支出    520.00   560.00 96.64%`, "# 1 aligned\n人员经费 | 1,180.00 | 1,204.50 | 99.49%\n公用经费 | 300.00 | 310.00 | 92.79%\n项目支出 | 520.00 | 560.00 | 96.64%\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, written(Blocks([]document.Page{draw(1, top, tt.art)}))); diff != "" {
				t.Error(diff)
			}
		})
	}
}
