package table

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"fuhe/extract/document"
)

// formPages makes many pages of one ruled table that goes on, with running heads.
func formPages(n int) []document.Page {
	rule := "+" + strings.Repeat("-----------+", 6)
	text := "|" + strings.Repeat("产出 98.75 |", 6)
	art := strings.Repeat(rule+"\n"+text+"\n", 20) + rule
	pages := make([]document.Page, n)
	for i := range pages {
		pages[i] = pagesOf([]leaf{{top, art}, {foot, fmt.Sprint(i + 1)}})[0]
		pages[i].Number = i + 1
	}
	return pages
}

// TestCostGrowsWithThePages reads 200 and 2000 pages: ten times the pages may cost twenty times the time,
// not a hundred times.
func TestCostGrowsWithThePages(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	few, many := formPages(200), formPages(2000)
	elapsed := func(pages []document.Page) time.Duration {
		best := time.Hour
		for range 3 {
			start := time.Now()
			Blocks(pages)
			best = min(best, time.Since(start))
		}
		return best
	}
	a, b := elapsed(few), elapsed(many)
	if t.Logf("200 pages %v, 2000 pages %v", a, b); b > 20*a+time.Second {
		t.Errorf("200 pages take %v, 2000 pages %v", a, b)
	}
}

// TestHostilePages reads pages made to cost much: all rules, all boxes, all lines with gaps.
func TestHostilePages(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	at := func(most float64) float64 { return random.Float64() * most }
	for name, page := range map[string]func(p *document.Page){
		"rules across and down": func(p *document.Page) {
			for i := range 20_000 {
				p.Rules = append(p.Rules, document.Rule{Vertical: i%2 == 0, At: at(600), From: at(50), To: 550 + at(50), Width: 0.1})
			}
		},
		"short rules": func(p *document.Page) {
			for i := range 50_000 {
				x := at(580)
				p.Rules = append(p.Rules, document.Rule{Vertical: i%2 == 0, At: at(600), From: x, To: x + at(12), Width: 0.1})
			}
		},
		"rules of one length": func(p *document.Page) {
			for i := range 3000 {
				p.Rules = append(p.Rules, document.Rule{At: float64(i) / 4, From: float64(i % 200), To: 300 + float64(i%200), Width: 0.1})
			}
		},
		"shades in shades": func(p *document.Page) {
			for i := range 20_000 {
				d := float64(i) / 100
				p.Fills = append(p.Fills, document.Box{X0: d, Y0: d, X1: 500 - d, Y1: 500 - d})
			}
		},
		"clips everywhere": func(p *document.Page) {
			for range 20_000 {
				x, y := at(500), at(700)
				p.Clips = append(p.Clips, document.Box{X0: x, Y0: y, X1: x + 10 + at(80), Y1: y + 10 + at(80)})
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := document.Page{Number: 1, Width: 600, Height: 800}
			page(&p)
			for i := range 60_000 {
				x, y := at(590), at(790)
				p.Glyphs = append(p.Glyphs, document.Glyph{Box: document.Box{X0: x, Y0: y, X1: x + 3, Y1: y + 4}, Base: y + 3, Size: 4,
					Rune: rune('0' + i%10), Clip: int32(i%max(len(p.Clips), 1)) - int32(min(1, max(0, 1-len(p.Clips))))})
			}
			start := time.Now()
			sound(t, Blocks([]document.Page{p}))
			if d := time.Since(start); d > 5*time.Second {
				t.Errorf("took %v", d)
			} else {
				t.Log(d)
			}
		})
	}
}
