package doc

import (
	"iter"
	"sort"

	"fuhe/extract/compound"
)

// Properties that are read, by their code ([MS-DOC] 2.6).
const (
	inTable      = 0x2416
	rowEnd       = 0x2417
	tableDepth   = 0x6649
	innerCellEnd = 0x244B
	innerRowEnd  = 0x244C
	rowShape     = 0xD608
	cellDown     = 0xD62B
	cellsAcross  = 0x5624
	cellsApart   = 0x5625
	listUse      = 0x460B
	listLevel    = 0x260A
	longList     = 0x6646
	longListToo  = 0x6645
	tabChanges   = 0xC615

	charHidden  = 0x083C
	charDeleted = 0x0800
	charSymbol  = 0x6A09
	charPlace   = 0x6A03
)

// properties goes through a list of properties: their codes and what they say.
func (f *file) properties(list []byte) iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) { f.each(list, true, yield) }
}

// each goes through a list; one that is too long for its page lies in the data stream, and is followed there once.
func (f *file) each(list []byte, follow bool, yield func(int, []byte) bool) bool {
	for len(list) >= 2 {
		code := int(compound.U16(list, 0))
		list = list[2:]
		from, to := operand(code, list)
		if to > len(list) {
			return true
		}
		value := list[from:to]
		list = list[to:]
		if code != longList && code != longListToo {
			if !yield(code, value) {
				return false
			}
			continue
		}
		place := int(compound.U32(value, 0))
		if follow && !f.each(slice(f.data, place+2, int(compound.U16(f.data, place))), false, yield) {
			return false
		}
	}
	return true
}

// operand is where a property's value begins and ends in the bytes behind its code.
func operand(code int, b []byte) (from, to int) {
	switch code >> 13 {
	case 0, 1:
		return 0, 1
	case 2, 4, 5:
		return 0, 2
	case 3:
		return 0, 4
	case 7:
		return 0, 3
	}
	switch {
	case code == rowShape:
		return 2, max(2, 1+int(compound.U16(b, 0)))
	case len(b) == 0:
		return 0, 1
	case code == tabChanges && b[0] == 0xFF:
		return 1, tabsEnd(b)
	}
	return 1, 1 + int(b[0])
}

// tabsEnd is where changes of tab stops end that are too many for their length to be told: lists of those taken
// away, with a second number each, and of those put in.
func tabsEnd(b []byte) int {
	if len(b) < 2 {
		return len(b) + 1
	}
	put := 2 + 4*int(b[1])
	if put >= len(b) {
		return len(b) + 1
	}
	return put + 1 + 3*int(b[put])
}

// runs finds the properties of a place: pages of the main stream, each with the places at which properties change.
type runs struct {
	places []uint32 // at which pages begin, in order
	pages  []uint32
	text   []byte
	entry  func(page []byte, runs, i int) []byte
	last   run
}

// run is a stretch of the main stream whose characters share their properties.
type run struct {
	from, to int
	list     []byte
}

const pageSize = 512

func (f *file) readRuns(number int, entry func([]byte, int, int) []byte) *runs {
	b := f.structure(number)
	n := max(0, (len(b)-4)/8)
	r := &runs{text: f.text, entry: entry}
	for i := range n {
		r.places = append(r.places, compound.U32(b, 4*i))
		r.pages = append(r.pages, compound.U32(b, 4*(n+1)+4*i)&0x3FFFFF)
	}
	return r
}

// at returns the properties of a place in the main stream.
func (r *runs) at(place int) []byte {
	if place >= r.last.from && place < r.last.to {
		return r.last.list
	}
	i := sort.Search(len(r.places), func(i int) bool { return int(r.places[i]) > place }) - 1
	if i < 0 {
		return nil
	}
	page := slice(r.text, int(r.pages[i])*pageSize, pageSize)
	if len(page) < pageSize {
		return nil
	}
	n := int(page[pageSize-1])
	j := sort.Search(n, func(j int) bool { return int(compound.U32(page, 4*j)) > place }) - 1
	if j < 0 {
		return nil
	}
	r.last = run{int(compound.U32(page, 4*j)), int(compound.U32(page, 4*j+4)), r.entry(page, n, j)}
	return r.last.list
}

// paragraphEntry is the style and the properties of the paragraphs of one run in a page.
func paragraphEntry(page []byte, runs, i int) []byte {
	at := 4*(runs+1) + 13*i
	if at >= pageSize {
		return nil
	}
	at = 2 * int(page[at])
	switch {
	case at == 0 || at+1 >= pageSize:
		return nil
	case page[at] == 0:
		return slice(page, at+2, 2*int(page[at+1]))
	}
	return slice(page, at+1, 2*int(page[at])-1)
}

// characterEntry is the properties of the characters of one run in a page.
func characterEntry(page []byte, runs, i int) []byte {
	at := 4*(runs+1) + i
	if at >= pageSize {
		return nil
	}
	at = 2 * int(page[at])
	if at == 0 || at >= pageSize {
		return nil
	}
	return slice(page, at+1, int(page[at]))
}
