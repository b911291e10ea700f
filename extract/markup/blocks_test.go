package markup

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fuhe/extract/document"
)

// anyTable draws a table without overlaps: each slot of a grid begins a cell, or a cell wide or high, or
// is left out, and some cells hold tables again.
func anyTable(t *rapid.T, depth int) (*Table, []string) {
	rows, columns := rapid.IntRange(1, 4).Draw(t, "rows"), rapid.IntRange(1, 4).Draw(t, "columns")
	var taken [5][5]bool
	var texts []string
	table := &Table{}
	for r := range rows {
		for k := range columns {
			if taken[r][k] || rapid.IntRange(0, 9).Draw(t, "hole") == 0 {
				continue
			}
			c := Cell{Row: r, Column: k, RowSpan: 1, ColumnSpan: 1}
			if k+1 < columns && !taken[r][k+1] && rapid.Bool().Draw(t, "wide") {
				c.ColumnSpan = 2
			} else if r+1 < rows && !taken[r+1][k] && rapid.Bool().Draw(t, "high") {
				c.RowSpan = 2
			}
			taken[r][k], taken[r+c.RowSpan-1][k+c.ColumnSpan-1] = true, true
			if rapid.Bool().Draw(t, "filled") {
				text := rapid.StringMatching(`[甲-癸]{3}[0-9]{4}`).Draw(t, "text")
				texts, c.Items = append(texts, text), append(c.Items, Item{Text: text})
			}
			if depth > 0 && rapid.IntRange(0, 3).Draw(t, "nested") == 0 {
				inner, more := anyTable(t, depth-1)
				texts, c.Items = append(texts, more...), append(c.Items, Item{Table: inner})
			}
			table.Cells = append(table.Cells, c)
		}
	}
	return table, texts
}

// TestNoTextIsLost holds whatever tables are nested: all text comes out, and cells never overlap.
func TestNoTextIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table, texts := anyTable(t, 2)
		blocks, err := Blocks([]Item{{Text: "题"}, {Table: table}})
		if err != nil {
			t.Fatal(err)
		}
		all := printed(t, blocks)
		for _, text := range texts {
			if !strings.Contains(all, text) {
				t.Fatalf("%q is lost: %q", text, all)
			}
		}
	})
}

// printed is all text of the blocks; it holds the tables to what they promise.
func printed(t *rapid.T, blocks []document.Block) string {
	var b strings.Builder
	tables := 0
	for _, block := range blocks {
		if block.Paragraph != nil {
			b.WriteString(block.Paragraph.Text + " ")
			continue
		}
		if tables++; block.Table.Number != tables {
			t.Fatalf("table %d has the number %d", tables, block.Table.Number)
		}
		seen := map[[2]int]bool{}
		for _, c := range block.Table.Cells {
			for r := range c.RowSpan {
				for k := range c.ColumnSpan {
					slot := [2]int{c.Row + r, c.Column + k}
					if seen[slot] || slot[0] >= block.Table.Rows || slot[1] >= block.Table.Columns {
						t.Fatalf("slot %v is taken twice or outside", slot)
					}
					seen[slot] = true
				}
			}
			b.WriteString(c.Text + " ")
		}
	}
	return b.String()
}
