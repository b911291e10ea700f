package content

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"fuhe/extract/document"
)

func TestEndOfInlinePictures(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       string // what comes after the picture
	}{
		{"plain", " \x01\x02 EI Q", " Q"},
		{"EI in the bytes", " \x01EI\x02\nEI\nQ q", "\nQ q"},
		{"EI between blanks in the bytes", " \x01 EI \xff\x00\xfe\x80 EI Q", " Q"},
		{"at the very end", " \x01\nEI", ""},
		{"nothing that looks like operators", " \x01 EI \xff\xff", " \xff\xff"},
		{"no end", " \x01\x02", ""},
	} {
		if got := c.data[imageEnd([]byte(c.data)):]; got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestShades(t *testing.T) {
	for _, c := range []struct {
		space space
		n     []float64
		want  float64
	}{
		{gray, []float64{0.5}, 0.5}, {gray, nil, 0}, {gray, []float64{7}, 1},
		{rgb, []float64{1, 1, 1}, 1}, {rgb, []float64{0, 1, 0}, 0.587},
		{cmyk, []float64{0, 0, 0, 0}, 1}, {cmyk, []float64{0, 0, 0, 1}, 0}, {cmyk, []float64{1, 1, 1, 1}, 0},
		{lab, []float64{100, 0, 0}, 1}, {lab, []float64{40, 9, 9}, 0.4}, {tint, []float64{0}, 1}, {tint, []float64{0.2, 1}, 0}, {opaque, []float64{1}, 0},
	} {
		if diff := cmp.Diff(c.want, c.space.shade(c.n).light, cmpopts.EquateApprox(0, 1e-9)); diff != "" {
			t.Errorf("%v %v: %s", c.space, c.n, diff)
		}
	}
}

// TestMatricesComposeLikeTheirEffects applies two matrices one after the other, and their product.
func TestMatricesComposeLikeTheirEffects(t *testing.T) {
	draw := rapid.Custom(func(t *rapid.T) matrix {
		n := func() float64 { return float64(rapid.IntRange(-9, 9).Draw(t, "n")) }
		return matrix{n(), n(), n(), n(), n(), n()}
	})
	rapid.Check(t, func(t *rapid.T) {
		first, second := draw.Draw(t, "first"), draw.Draw(t, "second")
		p := first.apply(3, -2)
		if got, want := second.after(first).apply(3, -2), second.apply(p.x, p.y); got != want {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

// TestTwinsAreFoundNearby adds a glyph anywhere and looks for it from near and from far.
func TestTwinsAreFoundNearby(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := func(x, y float64) document.Glyph {
			return document.Glyph{Rune: '复', Size: 10, Box: document.Box{X0: x, Y0: y, X1: x + 10, Y1: y + 10}}
		}
		x, y := rapid.Float64Range(0, 590).Draw(t, "x"), rapid.Float64Range(0, 830).Draw(t, "y")
		dx, dy := rapid.Float64Range(-5, 5).Draw(t, "dx"), rapid.Float64Range(-5, 5).Draw(t, "dy")
		var s struck
		s.clear()
		glyphs := []document.Glyph{at(x, y)}
		if twin := s.strike(nil, &glyphs[0]); twin >= 0 {
			t.Fatalf("the first glyph repeats %d", twin)
		}
		near := max(dx, -dx) <= 2 && max(dy, -dy) <= 2
		far := max(dx, -dx) > 2.1 || max(dy, -dy) > 2.1
		moved := at(x+dx, y+dy)
		if twin := s.strike(glyphs, &moved); near && twin != 0 || far && twin >= 0 {
			t.Fatalf("moved by %v, %v: twin %d", dx, dy, twin)
		}
	})
}
