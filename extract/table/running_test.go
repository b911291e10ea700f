package table

import (
	"testing"

	"fuhe/extract/document"
)

// printed sets every character of a page in a size, the running head in another.
func printed(pages []document.Page, body, headSize float64) []document.Page {
	for i := range pages {
		for k := range pages[i].Glyphs {
			g := &pages[i].Glyphs[k]
			mid := (g.Box.Y0 + g.Box.Y1) / 2
			g.Size = body
			if mid < top-20 {
				g.Size = headSize
			}
			g.Box.Y0, g.Box.Y1 = mid-g.Size/2, mid+g.Size/2
		}
	}
	return pages
}

// TestRunningHeadsOverSmallPrint holds that a running head may be larger than the print of a table, and stand
// lower on a page that lies on its side; a title printed once a page may not.
func TestRunningHeadsOverSmallPrint(t *testing.T) {
	part := func(first, second string) string {
		return "+------+------+\n|" + first + "    |5     |\n+------+------+\n|" + second + "    |6     |\n+------+------+"
	}
	for _, tt := range []struct {
		name               string
		height, at         float64
		body, headSize     float64
		tables, paragraphs int
	}{
		{"portrait, as large", 842, 50, 9, 9, 1, 0},
		{"portrait, larger", 842, 50, 7.5, 9, 1, 0},
		{"on its side", 595, 57, 9, 9, 1, 0},
		{"on its side, larger", 595, 57, 7.5, 10.5, 1, 0},
		{"a title", 842, 50, 9, 16, 3, 3},
	} {
		t.Run(tt.name, func(t *testing.T) {
			end := tt.height - 130
			pages := pagesOf(
				[]leaf{{tt.at, "某局自评报告"}, {end, part("甲", "乙")}},
				[]leaf{{tt.at, "某局自评报告"}, {top, part("丙", "丁")}, {end, part("戊", "己")}},
				[]leaf{{tt.at, "某局自评报告"}, {top, part("庚", "辛")}})
			pages[1].Rules = append(pages[1].Rules,
				document.Rule{Vertical: true, At: 63, From: top, To: end + 10, Width: .5},
				document.Rule{Vertical: true, At: 63 + 7*columnWidth, From: top, To: end + 10, Width: .5},
				document.Rule{Vertical: true, At: 63 + 14*columnWidth, From: top, To: end + 10, Width: .5})
			for i := range pages {
				pages[i].Height = tt.height
			}
			tables, paragraphs := 0, 0
			for _, b := range Blocks(printed(pages, tt.body, tt.headSize)) {
				if b.Table != nil {
					tables++
				} else {
					paragraphs++
				}
			}
			if tables != tt.tables || paragraphs != tt.paragraphs {
				t.Errorf("%d tables and %d paragraphs, not %d and %d", tables, paragraphs, tt.tables, tt.paragraphs)
			}
		})
	}
}

// TestRunningHeadsBesideAPicture holds that a page of which nothing was read keeps no running head on the others.
func TestRunningHeadsBesideAPicture(t *testing.T) {
	pages := printed(pagesOf([]leaf{{head, "某局项目绩效自评表"}, {lower, rightHalf}}, nil, []leaf{{head, "某局项目绩效自评表"}, {top, `
+-----------+----------+
|20         |20        |
+-----------+----------+`}}), 9, 9)
	if got := Blocks(pages); len(got) != 1 || got[0].Table == nil || got[0].Table.Rows != 4 {
		t.Errorf("want one table of four rows, got\n%s", written(got))
	}
}
