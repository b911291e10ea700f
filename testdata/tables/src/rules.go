package main

import (
	"fmt"
	"strings"
)

// rules draws the lines of a table: each side between two slots of different cells, in runs as long as
// they go, or in one segment a side.
func (d *drawing) rules(b *board) {
	if b.lines == "none" {
		return
	}
	if b.lines == "three" {
		left, right := b.xs[0], b.xs[len(b.xs)-1]
		for _, r := range []int{0, b.head, len(b.ys) - 1} {
			d.stroke(b, left, b.ys[r], right, b.ys[r])
		}
		return
	}
	if b.lines == "white" {
		d.put("q 1 G 1 g 1.2 w ")
		defer d.put("Q\n")
	}
	if b.lines != "v" {
		for r := range b.ys {
			d.run(b, len(b.xs)-1, func(c int) bool { return b.across(r, c) }, func(from, to int) {
				d.stroke(b, b.xs[from], b.ys[r], b.xs[to], b.ys[r])
			})
		}
	}
	if b.lines != "h" {
		for c := range b.xs {
			d.run(b, len(b.ys)-1, func(r int) bool { return b.down(r, c) }, func(from, to int) {
				d.stroke(b, b.xs[c], b.ys[from], b.xs[c], b.ys[to])
			})
		}
	}
}

func (d *drawing) run(b *board, n int, on func(int) bool, draw func(from, to int)) {
	for i := 0; i < n; i++ {
		if !on(i) {
			continue
		}
		from := i
		for i+1 < n && on(i+1) && b.lines != "segments" {
			i++
		}
		draw(from, i+1)
	}
}

// across reports whether there is a line above slot r, c.
func (b *board) across(r, c int) bool {
	rows := len(b.grid)
	switch {
	case r == 0:
		return strings.Contains(b.outer, "t")
	case r == rows:
		return strings.Contains(b.outer, "b")
	}
	g := b.grid
	inside := g[r][c] == "^" || g[r][c] == "<" && b.begun(r, c) == "^"
	return !inside && !strings.Contains(b.skip, fmt.Sprintf("r%dc%dt", r, c))
}

// begun is what the first slot of a merged stretch of a row says.
func (b *board) begun(r, c int) string {
	for c > 0 && b.grid[r][c] == "<" {
		c--
	}
	return b.grid[r][c]
}

// down reports whether there is a line left of slot r, c.
func (b *board) down(r, c int) bool {
	switch {
	case c == 0:
		return strings.Contains(b.outer, "l")
	case c == len(b.grid[0]):
		return strings.Contains(b.outer, "r")
	}
	return b.grid[r][c] != "<" && !strings.Contains(b.skip, fmt.Sprintf("r%dc%dl", r, c))
}

// stroke draws one line in the manner of the table.
func (d *drawing) stroke(b *board, x0, y0, x1, y1 float64) {
	vertical := x0 == x1
	switch b.lines {
	case "rects", "white":
		const w = 0.48
		if vertical {
			d.rect(x0-w/2, y0-w/2, w, y1-y0+w)
		} else {
			d.rect(x0-w/2, y0-w/2, x1-x0+w, w)
		}
	case "double":
		for _, off := range []float64{-0.9, 0.9} {
			if vertical {
				d.put("%.2f %.2f m %.2f %.2f l S\n", x0+off, d.h-y0, x1+off, d.h-y1)
			} else {
				d.put("%.2f %.2f m %.2f %.2f l S\n", x0, d.h-y0+off, x1, d.h-y1+off)
			}
		}
	case "dashed":
		d.put("q [4 3] 0 d %.2f %.2f m %.2f %.2f l S Q\n", x0, d.h-y0, x1, d.h-y1)
	case "dashes":
		d.pieces(x0, y0, x1, y1, 5, 4)
	case "dots":
		d.pieces(x0, y0, x1, y1, 0.7, 1.4)
	default:
		d.put("%.2f %.2f m %.2f %.2f l S\n", x0, d.h-y0, x1, d.h-y1)
	}
}

// pieces draws a line as many short ones.
func (d *drawing) pieces(x0, y0, x1, y1, on, off float64) {
	length := x1 - x0 + y1 - y0
	for at := 0.0; at < length; at += on + off {
		end := min(at+on, length)
		if x0 == x1 {
			d.put("%.2f %.2f m %.2f %.2f l S\n", x0, d.h-y0-at, x0, d.h-y0-end)
		} else {
			d.put("%.2f %.2f m %.2f %.2f l S\n", x0+at, d.h-y0, x0+end, d.h-y0)
		}
	}
}
