package table

import (
	"strings"
	"testing"

	"fuhe/extract/document"
)

// TestWhatIsSeen draws a table and changes how some glyphs were drawn.
func TestWhatIsSeen(t *testing.T) {
	const art = `
+------+------+
|名称  |得分  |
+------+------+
|甲    |5     |
+------+------+`
	for _, tt := range []struct {
		name   string
		change func(*document.Page)
		want   string
	}{
		{"struck twice to look bold", func(p *document.Page) {
			for _, g := range p.Glyphs {
				g.Box.X0, g.Box.X1 = g.Box.X0+0.4, g.Box.X1+0.4
				p.Glyphs = append(p.Glyphs, g)
			}
		}, "名称 | 得分\n甲 | 5"},
		{"an invisible layer beside visible text", func(p *document.Page) {
			g := p.Glyphs[0]
			g.Hidden, g.Rune = true, 'x'
			p.Glyphs = append(p.Glyphs, g)
		}, "名称 | 得分\n甲 | 5"},
		{"the text of a scan", func(p *document.Page) {
			for i := range p.Glyphs {
				p.Glyphs[i].Hidden = true
			}
		}, "名称 | 得分\n甲 | 5"},
		{"white on white", func(p *document.Page) { p.Glyphs[0].Pale = true }, "称 | 得分\n甲 | 5"},
		{"white on a shade", func(p *document.Page) {
			p.Glyphs[0].Pale = true
			p.Fills = append(p.Fills, document.Box{X0: 60, Y0: 90, X1: 200, Y1: 130})
		}, "名称 | 得分\n甲 | 5"},
		{"a watermark across", func(p *document.Page) {
			p.Glyphs = append(p.Glyphs, document.Glyph{Box: document.Box{X0: 70, Y0: 110, X1: 110, Y1: 150}, Base: 140, Size: 40, Rune: '样', Turned: true})
		}, "名称 | 得分\n甲 | 5"},
		{"a turned head", func(p *document.Page) {
			p.Glyphs[0].Turned, p.Glyphs[1].Turned = true, true
		}, "名称 | 得分\n甲 | 5"},
		{"glyphs drawn in any order", func(p *document.Page) {
			for i, k := 0, len(p.Glyphs)-1; i < k; i, k = i+1, k-1 {
				p.Glyphs[i], p.Glyphs[k] = p.Glyphs[k], p.Glyphs[i]
			}
		}, "名称 | 得分\n甲 | 5"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			page := draw(1, 100, art)
			tt.change(&page)
			blocks := Blocks([]document.Page{page})
			if len(blocks) != 1 || blocks[0].Table == nil || strings.TrimSpace(grid(blocks[0].Table)) != tt.want {
				t.Errorf("want\n%s\ngot\n%s", tt.want, written(blocks))
			}
		})
	}
}

// TestTextRunsIntoBlankCells draws text that a spreadsheet prints on over the edges of its cell.
func TestTextRunsIntoBlankCells(t *testing.T) {
	page := draw(1, 100, `
+------+------+------+
|名称  |      |      |
+------+------+------+
|甲    |5     |6     |
+------+------+------+`)
	text := draw(1, 100+rowHeight, " 路灯维修养护工程")
	for _, g := range text.Glyphs {
		g.Box.X0, g.Box.X1 = g.Box.X0+30, g.Box.X1+30
		page.Glyphs = append(page.Glyphs, g)
	}
	const want = "名称路灯维修养护工程 |  |\n甲 | 5 | 6\n"
	blocks := Blocks([]document.Page{page})
	if got := grid(blocks[0].Table); got != want {
		t.Errorf("want\n%s\ngot\n%s", want, got)
	}
}

// TestClosingBracketOverTheEdge fills cells so that the blank half of the closing bracket stands over the
// edge, as browsers set it: each cell keeps its own text.
func TestClosingBracketOverTheEdge(t *testing.T) {
	page := draw(1, 100, `
+------+------+------+
|      |      |      |
+------+------+------+
|甲    |5     |6     |
+------+------+------+`)
	const em = 2 * columnWidth
	edge := 60 + 7.5*columnWidth
	for i, char := range []rune("标甲）完成") {
		x := edge + (float64(i)-2.6)*em
		page.Glyphs = append(page.Glyphs, document.Glyph{
			Box: document.Box{X0: x, Y0: 100 + rowHeight - 6, X1: x + em, Y1: 100 + rowHeight + 6}, Base: 100 + rowHeight + 4, Size: em, Rune: char, Clip: -1})
	}
	const want = "标甲） | 完成 |\n甲 | 5 | 6\n"
	if got := grid(Blocks([]document.Page{page})[0].Table); got != want {
		t.Errorf("want\n%s\ngot\n%s", want, got)
	}
}

// TestTextHangsOutOfACutCell draws the last characters of a cell across the table's lower edge, as where a
// page's end cuts a merged cell; a line that stands clear of the edge is a paragraph.
func TestTextHangsOutOfACutCell(t *testing.T) {
	const art = `
+------+------+
|名称  |得分  |
+------+------+
|甲乙  |5     |
+------+------+`
	for _, tt := range []struct {
		name string
		top  float64 // of the character, from the lower edge up
		want string
	}{
		{"across the edge", 4, "# 1 ruled\n名称 | 得分\n甲乙丙 | 5\n"},
		{"below the edge", -3, "# 1 ruled\n名称 | 得分\n甲乙 | 5\n¶ 丙\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			page := draw(1, 100, art)
			edge := 100 + 4*rowHeight
			g := page.Glyphs[len(page.Glyphs)-3] // 甲
			g.Rune, g.Base = '丙', edge-tt.top+10
			g.Box.Y0, g.Box.Y1 = edge-tt.top, edge-tt.top+12
			page.Glyphs = append(page.Glyphs, g)
			if got := written(Blocks([]document.Page{page})); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}
