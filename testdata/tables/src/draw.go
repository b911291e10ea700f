package main

import (
	"fmt"
	"strconv"
	"strings"
)

// style is how a table is drawn; each key has its name in small letters in a source.
type style struct {
	lines  string  // stroke, double, rects, dashed, dashes, dots, segments, h, v, three, white, none
	outer  string  // which outer lines there are, of tblr; "-" is none
	clip   string  // cell, pad, para: what clips the text of each cell; "-" is none
	fill   string  // head, cells, zebra: what is shaded; "-" is none
	align  string  // l, c or r for each column, the last one for those behind it
	texts  string  // line: one string a line; glyphs: one a glyph; twice: struck twice; spread: wide set
	size   float64 // of the font
	row    float64 // least height of a row
	head   int     // rows of the header, which is centred
	valign string  // m, t or b
	goes   string  // on: the rest of the table before
	repeat int     // rows that repeat the header
	join   int     // the first row is the rest of a torn one
	skip   string  // sides missing inside: r2c3l;r0c1t
	truth  string  // no: only drawn, told by another table
}

func styleOf(words []string) (style, error) {
	s := style{lines: "stroke", outer: "tblr", clip: "-", fill: "-", align: "c", texts: "line", size: 10, row: 18, head: 1, valign: "m"}
	texts := map[string]*string{"lines": &s.lines, "outer": &s.outer, "clip": &s.clip, "fill": &s.fill, "align": &s.align,
		"texts": &s.texts, "valign": &s.valign, "goes": &s.goes, "skip": &s.skip, "truth": &s.truth}
	counts := map[string]*int{"head": &s.head, "repeat": &s.repeat, "join": &s.join}
	sizes := map[string]*float64{"size": &s.size, "row": &s.row}
	for _, w := range words {
		key, value, _ := strings.Cut(w, "=")
		var err error
		switch {
		case texts[key] != nil:
			*texts[key] = value
		case counts[key] != nil:
			*counts[key], err = strconv.Atoi(value)
		case sizes[key] != nil:
			*sizes[key], err = strconv.ParseFloat(value, 64)
		default:
			err = fmt.Errorf("what is %s?", w)
		}
		if err != nil {
			return s, err
		}
	}
	return s, nil
}

// board is a table laid out on a page.
type board struct {
	style
	grid
	xs, ys []float64
}

func (d *drawing) table(words []string, g grid) error {
	if len(words) < 3 {
		return fmt.Errorf("a table needs x, y and widths")
	}
	numbers, err := floats(append(words[:2:2], strings.Split(words[2], ",")...))
	if err != nil {
		return err
	}
	s, err := styleOf(words[3:])
	if err != nil {
		return err
	}
	if len(numbers)-2 != len(g[0]) {
		return fmt.Errorf("%d widths for %d columns", len(numbers)-2, len(g[0]))
	}
	b := board{style: s, grid: g, xs: []float64{numbers[0]}, ys: []float64{numbers[1]}}
	for i, w := range numbers[2:] {
		b.xs = append(b.xs, b.xs[i]+w)
	}
	for r := range g {
		b.ys = append(b.ys, b.ys[r]+b.height(r))
	}
	d.shade(&b)
	d.rules(&b)
	for r := range g {
		for c := range g[r] {
			if g.begins(r, c) {
				d.cell(&b, r, c)
			}
		}
	}
	d.tell(&b)
	return nil
}

// tell adds the table to the truth.
func (d *drawing) tell(b *board) {
	switch {
	case b.truth == "no":
	case b.goes == "on":
		last := &d.grids[len(d.grids)-1]
		rows := b.grid[b.repeat:]
		if b.join > 0 {
			end := (*last)[len(*last)-1]
			for c, text := range rows[0] {
				if text != "" && text != "^" && text != "<" {
					end[c] += `\n` + text
				}
			}
			rows = rows[1:]
		}
		*last = append(*last, rows...)
	default:
		d.grids = append(d.grids, b.grid)
	}
}

// height is that of the highest cell of one row.
func (b *board) height(r int) float64 {
	lines := 1
	for c, text := range b.grid[r] {
		if rows, _ := b.span(r, c); b.begins(r, c) && rows == 1 {
			lines = max(lines, strings.Count(text, `\n`)+1)
		}
	}
	return max(b.row, 1.3*b.size*float64(lines)+0.6*b.size)
}

func (d *drawing) shade(b *board) {
	if b.fill == "-" {
		return
	}
	d.put("q ")
	for r := range b.grid {
		for c := range b.grid[r] {
			if !b.begins(r, c) || b.fill == "head" && r >= b.head {
				continue
			}
			rows, cols := b.span(r, c)
			grey := 0.92 - 0.12*float64((r+c)%2)
			gap := 1.5
			if b.fill == "zebra" {
				grey, gap = 0.95-0.1*float64(r%2), 0
			}
			d.put("%.2f g %.2f %.2f %.2f %.2f re f\n", grey, b.xs[c]+gap/2, d.h-b.ys[r+rows]+gap/2,
				b.xs[c+cols]-b.xs[c]-gap, b.ys[r+rows]-b.ys[r]-gap)
		}
	}
	d.put("Q\n")
}

// cell draws the text of one cell.
func (d *drawing) cell(b *board, r, c int) {
	text := b.grid[r][c]
	if text == "" {
		return
	}
	rows, cols := b.span(r, c)
	x0, x1, y0, y1 := b.xs[c], b.xs[c+cols], b.ys[r], b.ys[r+rows]
	lines := strings.Split(text, `\n`)
	pitch := 1.3 * b.size
	y := (y0+y1)/2 - pitch*float64(len(lines))/2 + 0.95*b.size
	switch b.valign {
	case "t":
		y = y0 + 0.25*b.size + 0.9*b.size
	case "b":
		y = y1 - pitch*float64(len(lines)) + 0.8*b.size
	}
	align := b.align[min(c, len(b.align)-1)]
	if r < b.head {
		align = 'c'
	}
	for i, words := range lines {
		words = strings.TrimSuffix(words, `\-`)
		base := y + pitch*float64(i)
		if b.clip != "-" {
			top, bottom := y0, y1
			if b.clip == "para" {
				top, bottom = base-pitch*0.75, base+pitch*0.25
			}
			pad := map[string]float64{"cell": 0, "pad": 3, "para": 3}[b.clip]
			d.put("q %.2f %.2f %.2f %.2f re W* n\n", x0+pad, d.h-bottom, x1-x0-2*pad, bottom-top)
		}
		d.words(b, x0, x1, base, align, words)
		if b.clip != "-" {
			d.put("Q\n")
		}
	}
}

func (d *drawing) words(b *board, x0, x1, y float64, align byte, words string) {
	wide := widthOf(words) * b.size
	step := 0.0
	if b.texts == "spread" && len([]rune(words)) < 5 {
		step = b.size
		wide += step * float64(len([]rune(words))-1)
	}
	x := x0 + 0.3*b.size
	switch align {
	case 'c':
		x = (x0 + x1 - wide) / 2
	case 'r':
		x = x1 - 0.3*b.size - wide
	}
	if b.texts == "line" {
		d.text(x, y, b.size, words)
		return
	}
	for _, r := range words {
		d.text(x, y, b.size, string(r))
		if b.texts == "twice" {
			d.text(x+0.25, y, b.size, string(r))
		}
		x += widthOf(string(r))*b.size + step
	}
}
