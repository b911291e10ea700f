package table

import "math"

const (
	indexSize   = 0.75 // an index is smaller than this share of its line
	longestMark = 4    // glyphs of an index
	longestLine = 2000 // glyphs of a line that may have any
	indexGap    = 0.3  // sizes between an index and what it belongs to
)

// index reports whether one of two lines that follow one another is but an index of the other: small, short,
// at the height of the other's glyphs and right beside one of them.
func (l *line) index(next *line) bool {
	mark, whole := l, next
	if next.size < l.size {
		mark, whole = next, l
	}
	mid := (mark.box.Y0 + mark.box.Y1) / 2
	if mark.size >= indexSize*whole.size || len(mark.glyphs) > longestMark || len(whole.glyphs) > longestLine ||
		mid < whole.box.Y0 || mid > whole.box.Y1 {
		return false
	}
	for _, g := range whole.glyphs {
		if math.Abs(mark.box.X0-g.Box.X1) <= indexGap*whole.size {
			return true
		}
	}
	return false
}
