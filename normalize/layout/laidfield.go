package layout

import (
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
)

// highestField is the most lines that a row of basic data is set in, longestStart the most characters of a label's
// first line where nothing stands beside it.
const (
	highestField = 5
	longestStart = 8
)

// laidFields takes a row of basic data in laid-out text whose cells break over lines: each label, and each value,
// stands in a column of its own, in the middle of the row. It returns how many lines it took.
func (w *walker) laidFields(lines []document.Line, i int) int {
	if !strings.Contains(lines[i].Text, "  ") && longerThan(quantity.TrimSpace(lines[i].Text), longestStart) {
		return 0
	}
	t := &laid{w: w, lines: lines}
	end := t.fieldEnd(i)
	if !slices.ContainsFunc(lines[i:end], func(l document.Line) bool { return gapped(l.Text) }) {
		return 0 // all stand in one column
	}
	t.wide, t.rulers = w.text.wide(), map[int]ruled{}
	var pieces []headPiece
	var found [][]headPiece
	for k := i; k < end; k++ {
		for _, s := range t.ruled(k).stretches(2) {
			pieces = append(pieces, headPiece{s, k})
		}
		if cells := stacked(append([]headPiece(nil), pieces...)); t.labelsAndValues(cells) {
			found = cells
		}
	}
	taken := 0
	for c := 0; c+1 < len(found); c += 2 {
		value := textOf(found[c+1])
		w.addField(squeeze(textOf(found[c])), piece{text: value, place: lines[found[c+1][0].line].Place.Quoting(value)})
	}
	for _, cell := range found {
		taken = max(taken, cell[len(cell)-1].line-i+1)
	}
	return taken
}

// fieldEnd is the line behind those that may belong to the row of basic data that begins at line i.
func (t *laid) fieldEnd(i int) int {
	k := i
	for k < min(i+highestField, len(t.lines)) && t.continuesField(i, k) {
		k++
	}
	return k
}

// continuesField reports whether line k may belong to the row of basic data that begins at line i.
func (t *laid) continuesField(i, k int) bool {
	text := t.lines[k].Text
	if !t.samePage(i, k) || isTitle(squeeze(text)) || holdsSign(text, "。；：:\t") {
		return false
	}
	return k == i || t.blanks(k-1, k) == 0
}

// labelsAndValues reports whether the cells are labels, each with its value behind it, and one of them breaks over
// lines.
func (t *laid) labelsAndValues(cells [][]headPiece) bool {
	broken := false
	for c, cell := range cells {
		broken = broken || len(cell) > 1
		if label := t.w.isField(squeeze(textOf(cell))); label != (c%2 == 0) || !label && !besideLines(cells[c-1], cell) {
			return false
		}
	}
	return broken && len(cells) > 0 && len(cells)%2 == 0
}

// besideLines reports whether some lines of two cells stand beside one another: of cells in the middle of one row they
// do, of a line above a label that is broken they do not.
func besideLines(label, value []headPiece) bool {
	return value[0].line <= label[len(label)-1].line && label[0].line <= value[len(value)-1].line
}

// textOf joins the lines of a cell.
func textOf(cell []headPiece) (text string) {
	for _, p := range cell {
		text = joinLines(text, p.text)
	}
	return text
}
