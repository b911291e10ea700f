package xls

import (
	"context"
	"errors"
	"math"

	"fuhe/extract/compound"
	"fuhe/extract/document"
	"fuhe/extract/xlsx/grid"
)

// maxCells is the most cells with content that one workbook may have.
const maxCells = 1 << 20

// scanner reads the records of one sheet.
type scanner struct {
	*book
	page          grid.Sheet
	hiddenRows    map[int]bool
	hiddenColumns map[int]bool
	depth         int
	pending       bool // the last formula's result is a text that follows
}

// scan reads the records of a sheet. Charts that lie in it are left out.
func (b *book) scan(ctx context.Context, ref sheetRef) (*scanner, error) {
	s := &scanner{book: b, hiddenRows: map[int]bool{}, hiddenColumns: map[int]bool{}}
	s.page = grid.Sheet{Name: ref.name, Lined: map[int]bool{}}
	for at, n := ref.at, 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, document.Stopped(ctx.Err())
		}
		r, end, ok := next(b.stream, at)
		if !ok {
			break
		}
		at = end
		switch r.kind {
		case recBegin:
			s.depth++
		case recEnd:
			s.depth--
		default:
			if s.depth == 1 {
				s.record(r)
			}
		}
		if b.cells > maxCells || len(s.page.Merges) > maxCells {
			return nil, tooLarge(errors.New("cells"))
		}
		if s.depth <= 0 {
			break
		}
	}
	return s, nil
}

// record takes one record of the sheet.
func (s *scanner) record(r record) {
	d := r.data()
	switch r.kind {
	case recRow:
		if compound.U16(d, 12)&0x20 != 0 {
			s.hiddenRows[int(compound.U16(d, 0))] = true
		}
	case recColumnInfo:
		for c := int(compound.U16(d, 0)); compound.U16(d, 8)&1 != 0 && c <= min(int(compound.U16(d, 2)), 255); c++ {
			s.hiddenColumns[c] = true
		}
	case recMerged:
		s.merged(d)
	case recMulRK:
		for i := 0; 4+6*i+6 <= len(d)-2; i++ {
			s.number(d, int(compound.U16(d, 2))+i, int(compound.U16(d, 4+6*i)), unpackRK(compound.U32(d, 6+6*i)))
		}
	case recMulBlank:
		for i := 4; i+2 <= len(d)-2; i += 2 {
			s.line(int(compound.U16(d, 0)), int(compound.U16(d, i)))
		}
	case recString:
		s.result(r)
	default:
		s.single(r)
	}
}

// single takes a record of one cell.
func (s *scanner) single(r record) {
	d := r.data()
	column, style := int(compound.U16(d, 2)), int(compound.U16(d, 4))
	switch r.kind {
	case recBlank:
		s.line(int(compound.U16(d, 0)), style)
	case recNumber:
		if len(d) >= 14 {
			s.number(d, column, style, math.Float64frombits(uint64(compound.U32(d, 6))|uint64(compound.U32(d, 10))<<32))
		}
	case recRK:
		s.number(d, column, style, unpackRK(compound.U32(d, 6)))
	case recLabelSST:
		if i := int(compound.U32(d, 6)); i < len(s.strings) {
			s.put(d, column, style, s.strings[i])
		}
	case recLabel, recRString:
		s.put(d, column, style, s.long(r, 6))
	case recBoolErr:
		if len(d) >= 8 {
			s.put(d, column, style, plainValue(d[6], d[7] != 0))
		}
	case recFormula:
		s.formula(d, column, style)
	}
}

// formula takes the stored result of a formula.
func (s *scanner) formula(d []byte, column, style int) {
	switch {
	case len(d) < 14:
	case compound.U16(d, 12) != 0xFFFF:
		s.number(d, column, style, math.Float64frombits(uint64(compound.U32(d, 6))|uint64(compound.U32(d, 10))<<32))
	case d[6] == 0:
		s.put(d, column, style, "")
		s.pending = true
	case d[6] == 1, d[6] == 2:
		s.put(d, column, style, plainValue(d[8], d[6] == 2))
	}
}

// result takes the text that a formula resulted in.
func (s *scanner) result(r record) {
	if n := len(s.page.Cells); s.pending && n > 0 {
		s.page.Cells[n-1].Text = s.long(r, 0)
	}
	s.pending = false
}

func (s *scanner) number(d []byte, column, style int, value float64) {
	s.put(d, column, style, s.shown(value, style))
}

// put adds a cell; its row stands at the head of the record.
func (s *scanner) put(d []byte, column, style int, text string) {
	row := int(compound.U16(d, 0))
	s.pending = false
	s.cells++
	s.page.Cells = append(s.page.Cells, grid.Cell{Row: row, Column: column, Text: text})
	s.line(row, style)
}

// line notes that a row has borders.
func (s *scanner) line(row, style int) {
	if style < len(s.styles) && s.styles[style].lined {
		s.page.Lined[row] = true
	}
}

func (s *scanner) merged(d []byte) {
	for i := range min(int(compound.U16(d, 0)), (len(d)-2)/8) {
		at := 2 + 8*i
		m := grid.Span{Top: int(compound.U16(d, at)), Bottom: int(compound.U16(d, at+2)), Left: int(compound.U16(d, at+4)), Right: int(compound.U16(d, at+6))}
		if m.Top <= m.Bottom && m.Left <= m.Right {
			s.page.Merges = append(s.page.Merges, m)
		}
	}
}

// unpackRK unpacks a number of four bytes: an integer or the upper half of a float, perhaps in hundredths.
func unpackRK(v uint32) float64 {
	f := math.Float64frombits(uint64(v&^3) << 32)
	if v&2 != 0 {
		f = float64(int32(v) >> 2)
	}
	if v&1 != 0 {
		f /= 100
	}
	return f
}

// plainValue writes a truth value or an error.
func plainValue(v byte, isError bool) string {
	if !isError {
		return map[bool]string{true: "TRUE", false: "FALSE"}[v != 0]
	}
	switch v {
	case 0x00:
		return "#NULL!"
	case 0x07:
		return "#DIV/0!"
	case 0x0F:
		return "#VALUE!"
	case 0x17:
		return "#REF!"
	case 0x1D:
		return "#NAME?"
	case 0x24:
		return "#NUM!"
	}
	return "#N/A"
}
