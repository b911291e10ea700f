package typeface

import (
	"flag"
	"maps"
	"os"
	"slices"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

var from = flag.String("from", "", "NotoSerifSC-Regular.ttf with TrueType outlines: cut song.ttf from it anew")

// TestCut writes the embedded font anew when the whole one is named.
func TestCut(t *testing.T) {
	if *from == "" {
		t.Skip("no font named")
	}
	data, err := os.ReadFile(*from)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	glyphs, characters := map[uint16]uint16{}, map[rune]uint16{}
	for _, r := range wanted(t) {
		if g, ok := whole.Glyph(r); ok {
			number := uint16(len(characters) + 1)
			glyphs[number], characters[r] = g, number
		}
	}
	if err := os.WriteFile("song.ttf", whole.Subset(glyphs, characters), 0o644); err != nil {
		t.Fatal(err)
	}
}

// wanted lists the characters: ASCII, the symbols of GB 2312 (rows 1 to 9), its first level (rows 16 to 55)
// and what reports write beside them.
func wanted(t *testing.T) []rune {
	t.Helper()
	all := map[rune]bool{}
	for r := rune(' '); r <= '~'; r++ {
		all[r] = true
	}
	for row := 1; row <= 55; row++ {
		for column := 1; column <= 94; column++ {
			text, err := simplifiedchinese.GBK.NewDecoder().Bytes([]byte{byte(0xa0 + row), byte(0xa0 + column)})
			if r := []rune(string(text)); err == nil && len(r) == 1 && r[0] != '\ufffd' {
				all[r[0]] = true
			}
		}
	}
	for _, r := range "〇☑☐□■√≧≦═﹦–•㎡①②③④⑤⑥⑦⑧⑨⑩\u00a0" {
		all[r] = true
	}
	return slices.Sorted(maps.Keys(all))
}

func song1(t *testing.T) *Face {
	t.Helper()
	f, err := Song()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestSongHasWhatReportsWrite(t *testing.T) {
	f := song1(t)
	for _, r := range "绩效自评表≥≤%‰：；，。、（）()0123456789AZaz〇①√□■≧—…“”㎡" {
		g, ok := f.Glyph(r)
		if !ok || len(f.outline(g)) == 0 {
			t.Errorf("no %q", r)
		}
	}
	for r, width := range map[rune]float64{'绩': 1000, '。': 1000} {
		if g, _ := f.Glyph(r); f.Advance(g) != width {
			t.Errorf("%q is %v wide", r, f.Advance(g))
		}
	}
	if g, _ := f.Glyph('1'); f.Advance(g) < 400 || f.Advance(g) > 700 {
		t.Errorf("a figure is %v wide", f.Advance(g))
	}
	if f.Ascent() < 700 || f.Descent() > -100 {
		t.Errorf("from %v to %v", f.Descent(), f.Ascent())
	}
}

func TestSubsetKeepsOutlines(t *testing.T) {
	f := song1(t)
	glyphs, characters := map[uint16]uint16{}, map[rune]uint16{}
	for i, r := range []rune("绩1效%") {
		g, _ := f.Glyph(r)
		glyphs[uint16(2*i+1)], characters[r] = g, uint16(2*i+1)
	}
	data := f.Subset(glyphs, characters)
	if len(data) > 10_000 {
		t.Errorf("%d bytes for four glyphs", len(data))
	}
	small, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(small.glyphs, characters) {
		t.Errorf("characters %v", small.glyphs)
	}
	for number, g := range glyphs {
		want, got := f.outline(g), small.outline(number)
		if len(got) < len(want) || string(got[:len(want)]) != string(want) || small.Advance(number) != f.Advance(g) {
			t.Errorf("glyph %d has another outline or width", number)
		}
	}
	if len(small.outline(2)) != 0 {
		t.Error("a number that was not given has an outline")
	}
}

func TestBrokenFontsAreRefused(t *testing.T) {
	for _, size := range []int{0, 11, 40, 200, 1000, len(song) / 2} {
		if _, err := Parse(song[:size]); err == nil {
			t.Errorf("%d bytes are a font", size)
		}
	}
}
