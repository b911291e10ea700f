package table

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"fuhe/extract/document"
)

// sound fails unless the blocks keep what document promises: no cells overlap or leave their table,
// tables are numbered in order, and places are known.
func sound(t interface{ Fatalf(string, ...any) }, blocks []document.Block) {
	n := 0
	for _, b := range blocks {
		if (b.Paragraph == nil) == (b.Table == nil) {
			t.Fatalf("a block is neither paragraph nor table: %+v", b)
		}
		if b.Table == nil {
			continue
		}
		n++
		if b.Table.Number != n {
			t.Fatalf("table %d has number %d", n, b.Table.Number)
		}
		taken := map[[2]int]bool{}
		for _, c := range b.Table.Cells {
			if c.RowSpan < 1 || c.ColumnSpan < 1 || c.Row < 0 || c.Column < 0 ||
				c.Row+c.RowSpan > b.Table.Rows || c.Column+c.ColumnSpan > b.Table.Columns {
				t.Fatalf("cell %+v leaves its table of %d×%d", c, b.Table.Rows, b.Table.Columns)
			}
			for r := range c.RowSpan {
				for k := range c.ColumnSpan {
					if at := [2]int{c.Row + r, c.Column + k}; taken[at] {
						t.Fatalf("two cells in slot %v", at)
					} else {
						taken[at] = true
					}
				}
			}
		}
	}
}

// letters are the characters of the blocks without blanks, sorted out by how often they occur.
func letters(blocks []document.Block) map[rune]int {
	count := map[rune]int{}
	add := func(s string) {
		for _, r := range s {
			if !unicode.IsSpace(r) {
				count[r]++
			}
		}
	}
	for _, b := range blocks {
		if b.Paragraph != nil {
			add(b.Paragraph.Text)
			continue
		}
		for _, c := range b.Table.Cells {
			add(c.Text)
		}
	}
	return count
}

// TestNothingIsLost draws random grids and wants every character back, once.
func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		art := rapid.SliceOfN(rapid.StringMatching(`[-+| 甲乙12,.%年]{0,40}`), 1, 20)
		pages := pagesOf([]leaf{{top, strings.Join(art.Draw(t, "art"), "\n")}})
		boxed(t, &pages[0])
		want := map[rune]int{}
		for _, p := range pages {
			for _, g := range p.Glyphs {
				want[g.Rune]++
			}
		}
		blocks := Blocks(pages)
		sound(t, blocks)
		got := letters(blocks)
		for r, n := range want {
			if got[r] != n {
				t.Fatalf("%q: %d drawn, %d read\n%s", r, n, got[r], written(blocks))
			}
		}
	})
}

// boxed draws boxes on a grid, and clips each glyph to one that holds it.
func boxed(t *rapid.T, p *document.Page) {
	side := rapid.IntRange(0, 20)
	for range rapid.IntRange(0, 30).Draw(t, "boxes") {
		x, y := 60+30*float64(side.Draw(t, "x")), top+14*float64(side.Draw(t, "y"))
		b := document.Box{X0: x, Y0: y, X1: x + 30*float64(1+side.Draw(t, "w")/7), Y1: y + 14*float64(1+side.Draw(t, "h")/7)}
		if rapid.Bool().Draw(t, "clip") {
			p.Clips = append(p.Clips, b)
		} else {
			p.Fills = append(p.Fills, b)
		}
	}
	for i := range p.Glyphs {
		x, y := centre(p.Glyphs[i].Box)
		p.Glyphs[i].Clip = int32(slices.IndexFunc(p.Clips, func(b document.Box) bool { return b.Holds(x, y) }))
	}
}

// TestTabbedKeepsAll wants every character of a text back but tabs, blanks and bars.
func TestTabbedKeepsAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([\t\n| ]|甲|乙丙|≥90%|4\.50|100|说明){0,60}`).Draw(t, "text")
		blocks := Tabbed(printedLines(text))
		sound(t, blocks)
		got := letters(blocks)
		for _, r := range "甲乙丙≥说明" {
			if want := strings.Count(text, string(r)); got[r] != want {
				t.Fatalf("%q: %d written, %d read\n%s", r, want, got[r], written(blocks))
			}
		}
	})
}

func FuzzTabbed(f *testing.F) {
	f.Add("甲\t乙\n1\t2\n")
	f.Add("| a || b |\n|-|-|\n")
	f.Add("|-\n|-")
	f.Add("a\tb\tc\td\n\t1\t2\t3\n\t1\t2\t3\n\t1\t2\t3\n1\t2\t3\n")
	f.Fuzz(func(t *testing.T, text string) { sound(t, Tabbed(printedLines(text))) })
}

// FuzzBlocks reads bytes as rules and glyphs on three pages, with odd numbers among them.
func FuzzBlocks(f *testing.F) {
	f.Add([]byte("\x00\x10\x10\x80\x01\x10\x10\x80\x00\x40\x10\x80\x01\x80\x10\x80\x02\x20\x20\x31"))
	f.Add([]byte("\x00\x10\x00\xff\x01\x10\x00\xff\x03\x00\x00\x00\x00\x10\x00\xff\x01\xff\x00\xff"))
	f.Fuzz(func(t *testing.T, data []byte) { sound(t, Blocks(scribbled(data))) })
}

// scribbled makes pages of bytes, four for each thing drawn.
func scribbled(data []byte) []document.Page {
	odd := map[byte]float64{0xFD: math.NaN(), 0xFE: math.Inf(1), 0xFF: -1e300}
	at := func(b byte) float64 {
		if v, ok := odd[b]; ok {
			return v
		}
		return float64(b) * 3
	}
	pages := []document.Page{{Number: 1, Width: 600, Height: 800}}
	for ; len(data) >= 4; data = data[4:] {
		p := &pages[len(pages)-1]
		a, b, c := at(data[1]), at(data[2]), at(data[3])
		switch data[0] % 7 {
		case 0, 1:
			p.Rules = append(p.Rules, document.Rule{Vertical: data[0]%7 == 1, At: a, From: b, To: c, Width: 1})
		case 2, 3:
			p.Glyphs = append(p.Glyphs, document.Glyph{Box: document.Box{X0: a, Y0: b, X1: a + 10, Y1: b + 10}, Base: b + 8,
				Size: 10, Rune: rune(data[3]) + 0x20, Clip: int32(len(p.Clips)) - 1, Turned: data[0] > 200})
		case 4:
			if len(pages) < 3 {
				pages = append(pages, document.Page{Number: len(pages) + 1, Width: 600, Height: 800})
			}
		case 5:
			p.Fills = append(p.Fills, document.Box{X0: a, Y0: b, X1: a + c/3, Y1: b + 20})
		case 6:
			p.Clips = append(p.Clips, document.Box{X0: a, Y0: b, X1: a + c/3, Y1: b + 20})
		}
	}
	return pages
}
