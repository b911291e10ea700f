package doc

import (
	"encoding/binary"
	"slices"
	"testing"

	"fuhe/extract/markup"
)

// TestGrid puts rows with their own edges into common columns.
func TestGrid(t *testing.T) {
	cells := func(n int) [][]markup.Item { return make([][]markup.Item, n) }
	type place struct{ column, span int }
	for _, c := range []struct {
		name string
		rows []tableRow
		want [][]place
	}{
		{"the same edges", []tableRow{{cells(2), shape{[]int{0, 1000, 3000}, make([]merges, 2)}}, {cells(2), shape{[]int{0, 1000, 3000}, make([]merges, 2)}}},
			[][]place{{{0, 1}, {1, 1}}, {{0, 1}, {1, 1}}}},
		{"edges set by hand, a millimetre off", []tableRow{{cells(2), shape{[]int{-5, 1000, 3000}, make([]merges, 2)}}, {cells(3), shape{[]int{0, 1040, 2000, 3010}, make([]merges, 3)}}},
			[][]place{{{0, 1}, {1, 2}}, {{0, 1}, {1, 1}, {2, 1}}}},
		{"a row that is indented", []tableRow{{cells(2), shape{[]int{0, 1000, 3000}, make([]merges, 2)}}, {cells(1), shape{[]int{1000, 3000}, make([]merges, 1)}}},
			[][]place{{{0, 1}, {1, 1}}, {{1, 1}}}},
		{"a row without edges", []tableRow{{cells(2), shape{[]int{0, 1000, 3000}, make([]merges, 2)}}, {cells(2), shape{}}},
			[][]place{{{0, 1}, {1, 1}}, {{0, 1}, {1, 1}}}},
		{"a sliver", []tableRow{{cells(3), shape{[]int{0, 40, 1000, 3000}, make([]merges, 3)}}}, [][]place{{{0, 1}, {1, 1}}}},
	} {
		g := gridOf(c.rows)
		for i, r := range c.rows {
			var got []place
			for _, m := range g.place(r) {
				got = append(got, place{m.Column, m.ColumnSpan})
			}
			if !slices.Equal(got, c.want[i]) {
				t.Errorf("%s, row %d: %v, want %v", c.name, i, got, c.want[i])
			}
		}
	}
}

// TestAcross reads both ways in which writers mark cells that are merged across.
func TestAcross(t *testing.T) {
	b, c, s := markup.Begins, markup.Continues, markup.Single
	for _, test := range []struct {
		marks []int
		want  []markup.Merge
	}{
		{[]int{1, 2, 2, 0}, []markup.Merge{b, c, c, s}},
		{[]int{2, 1, 1, 2, 1}, []markup.Merge{b, c, c, b, c}},
		{[]int{0, 3, 1, 0}, []markup.Merge{s, b, c, s}},
	} {
		s := shape{}
		for _, m := range test.marks {
			s.cells = append(s.cells, merges{across: m})
		}
		for i, want := range test.want {
			if got := s.across(i); got != want {
				t.Errorf("%v, cell %d: %v, want %v", test.marks, i, got, want)
			}
		}
	}
}

// TestShape reads a row's division and what later properties change of it.
func TestShape(t *testing.T) {
	b := []byte{3}
	for _, e := range []int16{-100, 900, 1900, 2900} {
		b = binary.LittleEndian.AppendUint16(b, uint16(e))
	}
	b = append(b, make([]byte, 3*cellSize)...)
	b[1+2*4] = 3 << 5 // the first cell begins a merge downwards
	var s shape
	s.read(rowShape, b)
	s.read(cellDown, []byte{1, 1})
	s.read(cellsAcross, []byte{1, 3})
	if !slices.Equal(s.edges, []int{-100, 900, 1900, 2900}) || s.down(0) != markup.Begins || s.down(1) != markup.Continues || s.down(2) != markup.Single {
		t.Errorf("%+v", s)
	}
	if s.across(1) != markup.Begins || s.across(2) != markup.Continues {
		t.Errorf("merged across: %+v", s.cells)
	}
	s.read(cellsApart, []byte{0, 3})
	if s.across(2) != markup.Single {
		t.Errorf("taken apart: %+v", s.cells)
	}
	s.read(rowShape, []byte{63, 0, 0})
	if len(s.edges) != 4 {
		t.Error("a division that breaks off is taken")
	}
}

// TestOperand tells how long the values of properties are.
func TestOperand(t *testing.T) {
	for _, c := range []struct {
		name     string
		code     int
		b        []byte
		from, to int
	}{
		{"a switch", inTable, []byte{1}, 0, 1},
		{"two bytes", listUse, []byte{1, 0}, 0, 2},
		{"three bytes", 0xE000, []byte{1, 0, 0}, 0, 3},
		{"four bytes", tableDepth, []byte{1, 0, 0, 0}, 0, 4},
		{"with its length before it", cellDown, []byte{2, 5, 3}, 1, 3},
		{"with a length of two bytes, one too high", rowShape, []byte{5, 0, 1, 2, 3, 4}, 2, 6},
		{"tab stops", tabChanges, []byte{3, 0, 0, 0}, 1, 4},
		{"many tab stops", tabChanges, []byte{255, 1, 9, 9, 9, 9, 2, 8, 8, 8, 8, 8, 8}, 1, 13},
		{"many tab stops that break off", tabChanges, []byte{255, 200, 9}, 1, 4},
		{"nothing left", cellDown, nil, 0, 1},
	} {
		if from, to := operand(c.code, c.b); from != c.from || to != c.to {
			t.Errorf("%s: from %d to %d, want %d to %d", c.name, from, to, c.from, c.to)
		}
	}
}

// TestLongLists follows a list of properties into the data stream, once.
func TestLongLists(t *testing.T) {
	long := []byte{0x46, 0x66, 0, 0, 0, 0}                         // the list lies at 0
	f := &file{data: append([]byte{9, 0, 0x16, 0x24, 1}, long...)} // in a table; and again the list at 0
	n := 0
	for code, value := range f.properties(long) {
		if n++; code != inTable || value[0] != 1 {
			t.Errorf("%X %v", code, value)
		}
	}
	if n != 1 {
		t.Errorf("%d properties", n)
	}
}

// TestQuickSaves reads the properties that a piece puts over those of its text.
func TestQuickSaves(t *testing.T) {
	listed := [][]byte{{1}, {2}}
	for modifier, want := range map[uint16][]byte{0: nil, 3: {2}, 7: nil, 0x18<<1 | 1<<8: {0x16, 0x24, 1}, 0x19<<1 | 1<<8: {0x17, 0x24, 1}} {
		if got := changesOf(modifier, listed); !slices.Equal(got, want) {
			t.Errorf("%X: %v, want %v", modifier, got, want)
		}
	}
}
