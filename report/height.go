package report

import (
	"math"
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/width"
)

const (
	lineHeight  = 13.5 // points, at the size of the workpaper's font
	mostHeight  = 409  // points, of a row in Excel
	cellPadding = 1.5  // characters of a column that no text stands in
)

// height is what a row needs for its texts to show in full, wrapped to the widths of their columns:
// not every program finds that out by itself.
func (s *sheet) height(cells []any) float64 {
	lines := 1.0
	for i, c := range cells {
		cell, ok := c.(excelize.Cell)
		if !ok {
			continue
		}
		if text, ok := cell.Value.(string); ok {
			lines = max(lines, linesOf(text, s.columns[i].width))
		}
	}
	return min(lines*lineHeight+2, mostHeight)
}

// linesOf is how many lines a text takes in a column of the width.
func linesOf(text string, width float64) float64 {
	lines := 0.0
	for line := range strings.SplitSeq(text, "\n") {
		lines += max(1, math.Ceil(columns(line)/(width-cellPadding)))
	}
	return lines
}

// columns is the width of a text in characters of the font: those of Chinese take two.
func columns(text string) float64 {
	n := 0
	for _, r := range text {
		n += columnsOf(r)
	}
	return float64(n)
}

// columnsOf is the width of one character. The commonest need no table.
func columnsOf(r rune) int {
	switch {
	case r < unicode.MaxASCII:
		return 1
	case r >= '\u4E00' && r <= '\u9FFF':
		return 2
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return 2
	}
	return 1
}
