package pdf

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"fuhe/extract/document"
	"fuhe/extract/pdf/sample"
)

var nearly = cmpopts.EquateApprox(0, 0.001)

// TestGlyphBoxes reads the boxes of the letters a and b of 10 points, each 5 points wide, drawn on a page
// of 200 by 100 points with the ascent 0.8 and the descent 0.2.
func TestGlyphBoxes(t *testing.T) {
	box := func(x0, y0, x1, y1 float64) document.Box { return document.Box{X0: x0, Y0: y0, X1: x1, Y1: y1} }
	for _, c := range []struct {
		name, contents string
		a, b           document.Box
	}{
		{"plain", "BT /F 10 Tf 20 40 Td (ab) Tj ET", box(20, 52, 25, 62), box(25, 52, 30, 62)},
		{"character space", "BT /F 10 Tf 3 Tc 20 40 Td (ab) Tj ET", box(20, 52, 25, 62), box(28, 52, 33, 62)},
		{"word space", "BT /F 10 Tf 4 Tw 20 40 Td (a b) Tj ET", box(20, 52, 25, 62), box(34, 52, 39, 62)},
		{"stretched", "BT /F 10 Tf 200 Tz 20 40 Td (ab) Tj ET", box(20, 52, 30, 62), box(30, 52, 40, 62)},
		{"stretched, with space", "BT /F 10 Tf 50 Tz 2 Tc 20 40 Td (ab) Tj ET", box(20, 52, 22.5, 62), box(23.5, 52, 26, 62)},
		{"raised", "BT /F 10 Tf 3 Ts 20 40 Td (ab) Tj ET", box(20, 49, 25, 59), box(25, 49, 30, 59)},
		{"moved in the array", "BT /F 10 Tf 20 40 Td [(a) -1000 (b)] TJ ET", box(20, 52, 25, 62), box(35, 52, 40, 62)},
		{"scaled by the text matrix", "BT /F 1 Tf 10 0 0 10 20 40 Tm (ab) Tj ET", box(20, 52, 25, 62), box(25, 52, 30, 62)},
		{"scaled and turned over by the page", "2 0 0 -2 0 100 cm BT /F 5 Tf 1 0 0 -1 10 30 Tm (ab) Tj ET", box(20, 52, 25, 62), box(25, 52, 30, 62)},
		{"next line", "BT /F 10 Tf 12 TL 20 40 Td (a) Tj T* (b) Tj ET", box(20, 52, 25, 62), box(20, 64, 25, 74)},
		{"next line by TD", "BT /F 10 Tf 20 40 Td (a) Tj 5 -12 TD (b) Tj ET", box(20, 52, 25, 62), box(25, 64, 30, 74)},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := onePage(t, sample.Page(c.contents))
			first, last := p.Glyphs[0], p.Glyphs[len(p.Glyphs)-1]
			if diff := cmp.Diff([]document.Box{c.a, c.b}, []document.Box{first.Box, last.Box}, nearly); diff != "" {
				t.Error(diff)
			}
			if math.Abs(first.Size-10) > 0.001 || first.Turned {
				t.Errorf("size %v, turned %v", first.Size, first.Turned)
			}
		})
	}
}

func TestTurnedPagesStandUpright(t *testing.T) {
	for _, c := range []struct {
		rotate        string
		matrix        string
		width, height float64
	}{
		{"0", "1 0 0 1 20 40", 200, 100},
		{"90", "0 1 -1 0 160 20", 100, 200},
		{"180", "-1 0 0 -1 180 60", 200, 100},
		{"-90", "0 -1 1 0 40 80", 100, 200},
		{"450", "0 1 -1 0 160 20", 100, 200},
	} {
		t.Run(c.rotate, func(t *testing.T) {
			contents := "BT /F 10 Tf " + c.matrix + " Tm (a) Tj ET"
			p, _ := onePage(t, sample.File(sample.Objects(contents, "/Rotate "+c.rotate+" "+sample.Latin)...))
			g := p.Glyphs[0]
			if p.Width != c.width || p.Height != c.height || g.Turned {
				t.Errorf("page %v × %v, turned %v", p.Width, p.Height, g.Turned)
			}
			if math.Abs(g.Box.X0-20) > 0.001 || math.Abs(g.Base-(p.Height-40)) > 0.001 {
				t.Errorf("stands at %v, base %v", g.Box, g.Base)
			}
		})
	}
}

func TestCropBoxIsThePage(t *testing.T) {
	p, _ := onePage(t, sample.File(sample.Objects("BT /F 10 Tf 20 40 Td (a) Tj ET", "/CropBox [10 20 110 90] "+sample.Latin)...))
	if p.Width != 100 || p.Height != 70 || math.Abs(p.Glyphs[0].Box.X0-10) > 0.001 || math.Abs(p.Glyphs[0].Base-50) > 0.001 {
		t.Errorf("page %v × %v, glyph %+v", p.Width, p.Height, p.Glyphs[0])
	}
}

func TestUserUnitsAreTurnedIntoPoints(t *testing.T) {
	p, _ := onePage(t, sample.File(sample.Objects("BT /F 10 Tf 20 40 Td (a) Tj ET 1 w 10 80 m 60 80 l S", "/UserUnit 2 "+sample.Latin)...))
	if p.Width != 400 || p.Height != 200 || p.Glyphs[0].Size != 20 || math.Abs(p.Glyphs[0].Base-120) > 0.001 {
		t.Errorf("page %v × %v, glyph %+v", p.Width, p.Height, p.Glyphs[0])
	}
	if diff := cmp.Diff("h40 20-120 w2", spellRules(p)); diff != "" {
		t.Error(diff)
	}
}

func TestFlags(t *testing.T) {
	for _, c := range []struct {
		name, contents       string
		hidden, turned, pale bool
	}{
		{"plain", "BT /F 10 Tf 20 40 Td (a) Tj ET", false, false, false},
		{"mode 3", "BT 3 Tr /F 10 Tf 20 40 Td (a) Tj ET", true, false, false},
		{"slanting", "BT /F 10 Tf .7 .7 -.7 .7 20 40 Tm (a) Tj ET", false, true, false},
		{"upwards", "BT /F 10 Tf 0 1 -1 0 20 40 Tm (a) Tj ET", false, true, false},
		{"italic by the matrix", "BT /F 10 Tf 1 0 .3 1 20 40 Tm (a) Tj ET", false, false, false},
		{"white", "1 g BT /F 10 Tf 20 40 Td (a) Tj ET", false, false, true},
		{"nearly white", "0.97 0.98 0.95 rg BT /F 10 Tf 20 40 Td (a) Tj ET", false, false, true},
		{"no ink", "0 0 0 0 k BT /F 10 Tf 20 40 Td (a) Tj ET", false, false, true},
		{"white on blue", "0 0 1 rg 0 0 100 60 re f 1 g BT /F 10 Tf 20 40 Td (a) Tj ET", false, false, false},
		{"white again after q", "q 1 g Q BT /F 10 Tf 20 40 Td (a) Tj ET", false, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := onePage(t, sample.Page(c.contents))
			g := p.Glyphs[0]
			if diff := cmp.Diff([3]bool{c.hidden, c.turned, c.pale}, [3]bool{g.Hidden, g.Turned, g.Pale}); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// spellRules writes rules as h20 10-60 w1: horizontal at y 20 from x 10 to 60.
func spellRules(p document.Page) string {
	var words []string
	for _, r := range p.Rules {
		words = append(words, fmt.Sprintf("%s%.4g %.4g-%.4g w%.3g", map[bool]string{true: "v", false: "h"}[r.Vertical], r.At, r.From, r.To, r.Width))
	}
	return strings.Join(words, ", ")
}

func TestRules(t *testing.T) {
	for _, c := range []struct{ name, contents, want string }{
		{"stroked line", "1 w 10 80 m 60 80 l S", "h20 10-60 w1"},
		{"stroked upwards", "0.5 w 10 20 m 10 80 l S", "v10 20-80 w0.5"},
		{"corner of two lines", "1 w 10 20 m 10 80 l 60 80 l S", "v10 20-80 w1, h20 10-60 w1"},
		{"closed triangle", "1 w 10 20 m 60 20 l 60 80 l s", "h80 10-60 w1, v60 20-80 w1"},
		{"stroked rectangle", "1 w 10 20 50 60 re S", "h80 10-60 w1, v60 20-80 w1, h20 10-60 w1, v10 20-80 w1"},
		{"width of nothing", "0 w 10 80 m 60 80 l S", "h20 10-60 w0.1"},
		{"scaled", "2 0 0 2 0 0 cm 1 w 5 40 m 30 40 l S", "h20 10-60 w2"},
		{"turned over", "1 0 0 -1 0 100 cm 1 w 10 20 m 60 20 l S", "h20 10-60 w1"},
		{"slanting", "10 20 m 60 80 l S", ""},
		{"curve", "10 20 m 10 40 40 20 60 20 c S", ""},
		{"thin filled rectangle", "10 79.5 50 1 re f", "h20 10-60 w1"},
		{"thin rectangle of negative size", "60 80.5 -50 -1 re f*", "h20 10-60 w1"},
		{"thin rectangle upwards", "9.5 20 1 60 re f", "v10 20-80 w1"},
		{"thin rectangle as a polygon", "10 79.5 m 60 79.5 l 60 80.5 l 10 80.5 l h f", "h20 10-60 w1"},
		{"filled frame", "10 20 50 60 re 11 21 48 58 re f*", "h20.5 10-60 w1, h79.5 10-60 w1, v10.5 20-80 w1, v59.5 20-80 w1"},
		{"angle filled as one polygon", "10 20 m 60 20 l 60 21 l 11 21 l 11 80 l 10 80 l f", "h79.5 11-60 w1, v10.5 20-79 w1"},
		{"dot", "10 20 1 1 re f", ""},
		{"dots one behind the other", specks(10, 80, 2, 0, 25), "h19.5 10-59 w1"},
		{"dots one below the other", specks(10, 80, 0, -2, 25), "v10.5 19-68 w1"},
		{"dots, the first one longer", "10 80 2 1 re f " + specks(13, 80, 2, 0, 20), "h19.5 10-52 w1"},
		{"dots of two sides", specks(10, 80, 2, 0, 6) + specks(10, 78, 0, -2, 6), "h19.5 10-21 w1, v10.5 21-32 w1"},
		{"dots behind a clip", "q 0 0 40 100 re W n " + specks(10, 80, 2, 0, 25) + "Q", "h19.5 10-40 w1"},
		{"too few dots", specks(10, 80, 2, 0, 4), ""},
		{"dots at no equal distance", specks(10, 80, 2, 0, 3) + specks(19, 80, 2, 0, 3) + specks(29, 80, 2, 0, 3), ""},
		{"dots far apart", specks(10, 80, 8, 0, 12), ""},
		{"not painted", "10 80 m 60 80 l n", ""},
		{"clipped", "0 0 40 100 re W n 1 w 10 80 m 60 80 l S", "h20 10-40 w1"},
		{"outside the clip", "0 0 40 50 re W n 1 w 10 80 m 60 80 l S", ""},
		{"beyond the page", "1 w 10 80 m 900 80 l S", "h20 10-200 w1"},
		{"white on white", "1 G 1 w 10 80 m 60 80 l S", ""},
		{"pale grey of a web page's table", "0.94 G 1 w 10 80 m 60 80 l S", "h20 10-60 w1"},
		{"white on grey", "0.5 g 0 60 100 40 re f 1 G 1 w 10 80 m 60 80 l S", "h20 10-60 w1"},
		{"thick bar is no rule", "8 w 10 80 m 30 80 l S", ""},
		{"thin picture", "50 0 0 1 10 79.5 cm BI /W 1 /H 1 ID x EI", "h20 10-60 w1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := onePage(t, sample.Page(c.contents))
			if diff := cmp.Diff(c.want, spellRules(p)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// specks fills squares of one point, so many, each so far from the last.
func specks(x, y, dx, dy float64, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%g %g 1 1 re f ", x+float64(i)*dx, y+float64(i)*dy)
	}
	return b.String()
}

func TestFillsAndClips(t *testing.T) {
	text := " BT /F 10 Tf 20 40 Td (a) Tj ET "
	for _, c := range []struct {
		name, contents string
		fills, clips   []document.Box
		clip           int32
	}{
		{"shaded cell", "0.9 g 10 30 50 20 re f 0 g" + text, []document.Box{{X0: 10, Y0: 50, X1: 60, Y1: 70}}, nil, -1},
		{"background", "0.9 g 0 0 200 100 re f 0 g" + text, nil, nil, -1},
		{"cell clip", "q 10 30 50 20 re W n" + text + "Q", nil, []document.Box{{X0: 10, Y0: 50, X1: 60, Y1: 70}}, 0},
		{"clip in a clip", "0 0 40 100 re W n 10 30 50 20 re W* n" + text, nil, []document.Box{{X0: 10, Y0: 50, X1: 40, Y1: 70}}, 0},
		{"same clip again", "q 10 30 50 20 re W n" + text + "Q q 10 30 50 20 re W n 1 0 0 1 9 0 cm" + text + "Q", nil, []document.Box{{X0: 10, Y0: 50, X1: 60, Y1: 70}}, 0},
		{"clip as large as the page", "0 0 200 100 re W n" + text, nil, nil, -1},
		{"clip without text", "q 10 30 50 20 re W n Q" + text, nil, nil, -1},
		{"clip that is also filled", "0.9 g 10 30 50 20 re W f 0 g" + text, []document.Box{{X0: 10, Y0: 50, X1: 60, Y1: 70}}, []document.Box{{X0: 10, Y0: 50, X1: 60, Y1: 70}}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := onePage(t, sample.Page(c.contents))
			if diff := cmp.Diff(c.fills, p.Fills, nearly); diff != "" {
				t.Error("fills", diff)
			}
			if diff := cmp.Diff(c.clips, p.Clips, nearly); diff != "" {
				t.Error("clips", diff)
			}
			if got := p.Glyphs[len(p.Glyphs)-1].Clip; got != c.clip {
				t.Errorf("clip %d, want %d", got, c.clip)
			}
		})
	}
}

// TestPlaceDoesNotDependOnTheMatrix draws one letter at one place in two ways: moved by the text, and
// moved by the page.
func TestPlaceDoesNotDependOnTheMatrix(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		x, y := rapid.IntRange(1, 150).Draw(r, "x"), rapid.IntRange(10, 80).Draw(r, "y")
		scale := rapid.IntRange(1, 4).Draw(r, "scale")
		byText, _ := onePage(t, sample.Page(fmt.Sprintf("BT /F %d Tf %d %d Td (a) Tj ET", 2*scale, x, y)))
		byPage, _ := onePage(t, sample.Page(fmt.Sprintf("%d 0 0 %d %d %d cm BT /F 2 Tf (a) Tj ET", scale, scale, x, y)))
		if diff := cmp.Diff(byText.Glyphs, byPage.Glyphs, nearly); diff != "" {
			r.Fatal(diff)
		}
	})
}
