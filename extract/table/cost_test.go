package table

import (
	"math/rand/v2"
	"testing"
	"time"

	"fuhe/extract/document"
)

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
