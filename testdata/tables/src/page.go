package main

import (
	"fmt"
	"strconv"
	"strings"

	"fuhe/extract/pdf/sample"
)

// A .page source is read line by line:
//
//	page WIDTH HEIGHT [ROTATE]        begins a page; all that follows stands on it
//	text X Y SIZE WORDS               Y is the baseline, from the top
//	mark X Y SIZE WORDS               the same, turned by 45 degrees and pale: a watermark
//	rect X Y W H                      a filled rectangle; line X0 Y0 X1 Y1 a stroke
//	table X Y WIDTHS KEY=VALUE…       the rows follow, cells between tabs, up to a blank line
//
// The keys of a table stand at style. A table that says goes=on is the rest of the one before: its rows are
// added to that grid, but for as many repeated ones as repeat=N says; join=1 adds the texts of its first row
// to the row above, which the page's end tore.

// drawing is a document being drawn.
type drawing struct {
	pages []*strings.Builder
	boxes []string
	h     float64
	grids []grid
}

func drawn(text string) ([]byte, []grid, error) {
	d := &drawing{}
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		words := strings.Fields(lines[i])
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		if words[0] != "table" {
			if err := d.do(words, lines[i]); err != nil {
				return nil, nil, fmt.Errorf("line %d: %w", i+1, err)
			}
			continue
		}
		var g grid
		first := i + 1
		for i++; i < len(lines) && lines[i] != ""; i++ {
			g = append(g, strings.Split(lines[i], "\t"))
			if len(g[len(g)-1]) != len(g[0]) {
				return nil, nil, fmt.Errorf("line %d: %d cells, not %d", i+1, len(g[len(g)-1]), len(g[0]))
			}
		}
		if err := d.table(words[1:], g); err != nil {
			return nil, nil, fmt.Errorf("line %d: %w", first, err)
		}
	}
	return d.file(), d.grids, nil
}

func floats(words []string) ([]float64, error) {
	out := make([]float64, len(words))
	for i, w := range words {
		var err error
		if out[i], err = strconv.ParseFloat(w, 64); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (d *drawing) do(words []string, whole string) error {
	counts := map[string]int{"page": len(words) - 1, "text": 3, "mark": 3, "rect": 4, "line": 4}
	n, ok := counts[words[0]]
	if !ok || len(words) <= n {
		return fmt.Errorf("what is %q?", whole)
	}
	v, err := floats(words[1 : 1+n])
	if err != nil {
		return err
	}
	rest := strings.Join(words[1+n:], " ")
	switch words[0] {
	case "page":
		d.page(v)
	case "text":
		d.text(v[0], v[1], v[2], rest)
	case "mark":
		d.put("q 0.85 g BT /C %g Tf 0.7071 0.7071 -0.7071 0.7071 %g %g Tm <%s> Tj ET Q\n", v[2], v[0], d.h-v[1], hex(rest))
	case "rect":
		d.rect(v[0], v[1], v[2], v[3])
	case "line":
		d.put("%.2f %.2f m %.2f %.2f l S\n", v[0], d.h-v[1], v[2], d.h-v[3])
	}
	return nil
}

// page begins a page as it is seen; a turned one is drawn turned.
func (d *drawing) page(v []float64) {
	w, h, turn := v[0], v[1], 0
	if len(v) > 2 {
		turn = int(v[2])
	}
	d.h = h
	d.pages = append(d.pages, &strings.Builder{})
	media := fmt.Sprintf("[0 0 %g %g]", w, h)
	switch turn {
	case 90:
		media = fmt.Sprintf("[0 0 %g %g]", h, w)
		d.put("0 1 -1 0 %g 0 cm\n", h)
	case 180:
		d.put("-1 0 0 -1 %g %g cm\n", w, h)
	case 270:
		media = fmt.Sprintf("[0 0 %g %g]", h, w)
		d.put("0 -1 1 0 0 %g cm\n", w)
	}
	d.boxes = append(d.boxes, fmt.Sprintf("/MediaBox %s /Rotate %d", media, turn))
	d.put("0.5 w\n")
}

func (d *drawing) put(format string, args ...any) {
	fmt.Fprintf(d.pages[len(d.pages)-1], format, args...)
}

func (d *drawing) text(x, y, size float64, words string) {
	d.put("BT /C %g Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET\n", size, x, d.h-y, hex(words))
}

func (d *drawing) rect(x, y, w, h float64) {
	d.put("%.2f %.2f %.2f %.2f re f\n", x, d.h-y-h, w, h)
}

func hex(words string) string {
	var b strings.Builder
	for _, r := range words {
		fmt.Fprintf(&b, "%04X", r)
	}
	return b.String()
}

// widthOf is the width of words in ems: Latin is half as wide as Han.
func widthOf(words string) float64 {
	w := 0.0
	for _, r := range words {
		if r < 0x80 {
			w += 0.5
		} else {
			w++
		}
	}
	return w
}

// file writes the pages with a Song font that every viewer of Chinese has.
func (d *drawing) file() []byte {
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "",
		"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
		"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> " +
			"/DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R >>",
		"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
	}
	var kids strings.Builder
	for i, p := range d.pages {
		n := len(objects) + 1
		fmt.Fprintf(&kids, "%d 0 R ", n)
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R %s /Contents %d 0 R /Resources << /Font << /C 3 0 R >> >> >>", d.boxes[i], n+1),
			sample.Stream("/Filter /FlateDecode", sample.Flate(p.String())))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), len(d.pages))
	return sample.File(objects...)
}
