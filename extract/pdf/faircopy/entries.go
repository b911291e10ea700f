package faircopy

import (
	"maps"
	"slices"

	"fuhe/extract/pdf/token"
)

// entry says where an object stands: at an offset, or as a member of an object stream.
type entry struct {
	offset int
	packed int64 // number of the object stream, or 0
}

// absent is the entry of an object that the file does not have.
var absent = entry{offset: -1}

// entries are those of a file by number. Files count their objects up from 1, so they stand in a list but
// for numbers far beyond its end. Of tables that are written as the standard wants them, no entry is read
// before it is asked for: most objects of a file are of no use for its text.
type entries struct {
	near   []entry
	far    map[int64]entry
	tables []rows // the newest first
	count  int    // at most so many
}

// of returns the entry of an object, or absent.
func (e *entries) of(number int64) entry {
	if uint64(number) < uint64(len(e.near)) && e.near[number] != absent {
		return e.near[number]
	}
	if far, known := e.far[number]; known {
		return far
	}
	for _, t := range e.tables {
		if one := t.entry(number); one != absent {
			return one
		}
	}
	return absent
}

// expect makes room for so many entries more.
func (e *entries) expect(more int) { e.near = slices.Grow(e.near, max(more, 0)) }

// set sets the entry of an object, whatever was said before.
func (e *entries) set(number int64, to entry) { e.put(number, to, e.of(number) == absent) }

// put sets the entry of an object, which is a new one or not.
func (e *entries) put(number int64, to entry, isNew bool) {
	const gap = 1 << 12 // of numbers that the list passes over
	if isNew {
		e.count++
	}
	switch {
	case number < int64(len(e.near)):
		e.near[number] = to
	case number < int64(2*e.count+gap) && len(e.far) == 0:
		for int64(len(e.near)) < number {
			e.near = append(e.near, absent)
		}
		e.near = append(e.near, to)
	default:
		if e.far == nil {
			e.far = map[int64]entry{}
		}
		e.far[number] = to
	}
}

// numbers lists the objects in order.
func (e *entries) numbers() []int64 {
	all := map[int64]bool{}
	for number := range e.near {
		all[int64(number)] = true
	}
	for number := range e.far {
		all[number] = true
	}
	for _, t := range e.tables {
		for i := range t.count() {
			all[t.first+i] = true
		}
	}
	maps.DeleteFunc(all, func(number int64, _ bool) bool { return e.of(number) == absent })
	return slices.Sorted(maps.Keys(all))
}

// rows are the lines of a table, of which each has 20 bytes: 0000012345 00000 n and a line's end.
type rows struct {
	first int64 // number of the first object
	text  []byte
}

const rowSize = 20

// plainRows cuts off the lines that a text begins with, as far as they are written so, at most so many.
func plainRows(text []byte, first, most int64) rows {
	n := 0
	for ; int64(n) < most && (n+1)*rowSize <= len(text); n++ {
		row := text[n*rowSize:][:rowSize]
		if row[10] != ' ' || row[16] != ' ' || row[17] != 'n' && row[17] != 'f' || !token.Blank(row[18]) || !token.Blank(row[19]) {
			break
		}
	}
	return rows{first, text[:n*rowSize]}
}

func (r rows) count() int64 { return int64(len(r.text) / rowSize) }

// entry reads the line of an object. Where there is none, or no offset in it, the object is absent.
func (r rows) entry(number int64) entry {
	if number < r.first || number >= r.first+r.count() {
		return absent
	}
	row := r.text[(number-r.first)*rowSize:][:rowSize]
	offset := 0
	for _, c := range row[:10] {
		if c < '0' || c > '9' {
			return absent
		}
		offset = 10*offset + int(c-'0')
	}
	if row[17] != 'n' || offset == 0 {
		return absent
	}
	return entry{offset: offset}
}
