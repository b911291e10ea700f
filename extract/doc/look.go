package doc

import (
	"slices"

	"fuhe/extract/compound"
)

// look is what a paragraph's properties say that matters here.
type look struct {
	depth   int // how many tables it stands in
	cellEnd bool
	rowEnd  bool
	shape   shape // of the row, where it ends
	style   int
	list    listRef
}

// look reads the properties of the paragraph that the mark ends.
func (f *file) look(mark unit) look {
	entry := f.paragraphs.at(mark.at)
	l := look{style: int(compound.U16(entry, 0))}
	in, inner := false, false
	for _, list := range [][]byte{entry[min(2, len(entry)):], f.pieces[mark.piece].changes} {
		for code, value := range f.properties(list) {
			switch code {
			case inTable:
				in = value[0] == 1
			case tableDepth:
				l.depth = int(compound.U32(value, 0))
			case rowEnd:
				l.rowEnd = value[0] == 1
			case innerRowEnd:
				l.rowEnd, inner = l.rowEnd || value[0] == 1, true
			case innerCellEnd:
				l.cellEnd, inner = value[0] == 1, true
			case listUse:
				l.list.use, l.list.set = int(int16(compound.U16(value, 0))), true
			case listLevel:
				l.list.level = int(value[0])
			default:
				l.shape.read(code, value)
			}
		}
	}
	l.settle(mark.char == cellEnd, in, inner)
	return l
}

// settle holds marks and properties against each other: old writers say that a paragraph is in a table, but not how
// deep; the mark of a cell also ends rows.
func (l *look) settle(mark, in, inner bool) {
	switch {
	case !in && l.depth <= 0 && !mark:
		l.depth = 0
	case l.depth <= 0:
		l.depth = 1
	}
	l.rowEnd = l.rowEnd && (mark || inner)
	l.cellEnd = !l.rowEnd && (mark || l.cellEnd)
}

// shape is how a row is divided: the edges of its cells from left to right, in twentieths of a point.
type shape struct {
	edges []int
	cells []merges
}

// merges is how a cell is merged, by the bits of the file: across, 0 is not; down, 1 goes on and 3 begins.
type merges struct{ across, down int }

const (
	edgeSize = 2
	cellSize = 20
	mostCell = 63 // cells of a row, at most
)

// read reads a property of the row.
func (s *shape) read(code int, b []byte) {
	switch {
	case code == rowShape && len(b) > 0:
		s.readCells(b)
	case code == cellDown && len(b) >= 2 && int(b[0]) < len(s.cells):
		s.cells[b[0]].down = int(b[1])
	case (code == cellsAcross || code == cellsApart) && len(b) >= 2:
		for i := int(b[0]); i < min(int(b[1]), len(s.cells)); i++ {
			s.cells[i].across = acrossBits(code, i == int(b[0]))
		}
	}
}

func acrossBits(code int, first bool) int {
	switch {
	case code == cellsApart:
		return 0
	case first:
		return 2
	}
	return 1
}

func (s *shape) readCells(b []byte) {
	n := min(int(b[0]), mostCell)
	if len(b) < 1+edgeSize*(n+1) {
		return
	}
	*s = shape{}
	for i := range n + 1 {
		s.edges = append(s.edges, int(int16(compound.U16(b, 1+edgeSize*i))))
	}
	b = b[1+edgeSize*(n+1):]
	for i := range n {
		bits := int(compound.U16(b, cellSize*i)) // zeros behind the end: not merged
		s.cells = append(s.cells, merges{across: bits & 3, down: bits >> 5 & 3})
	}
	if !slices.IsSorted(s.edges) {
		s.edges = nil
	}
}

// readFonts reads the names of the fonts, which symbols are told apart by.
func (f *file) readFonts() []string {
	b := f.structure(fontNames)
	var names []string
	const head, nameAt = 4, 40
	for at := head; at < len(b) && len(names) < int(compound.U16(b, 0)); {
		entry := slice(b, at+1, int(b[at]))
		var name []rune
		for i := nameAt - 1; i+1 < len(entry); i += 2 {
			r := rune(compound.U16(entry, i))
			if r == 0 {
				break
			}
			name = append(name, r)
		}
		names = append(names, written(name))
		at += 1 + int(b[at])
	}
	return names
}

func (f *file) font(i int) string {
	if i < len(f.fonts) {
		return f.fonts[i]
	}
	return ""
}

// label counts the paragraph in its list and returns its label, "" for none.
func (f *file) label(l look) string {
	ref := l.list
	if !ref.set {
		ref = f.styleList(l.style)
	}
	return f.lists[ref.use].Next(ref.level)
}
