package faircopy

import (
	"maps"
	"slices"
)

// entry says where an object stands: at an offset, or as a member of an object stream.
type entry struct {
	offset int
	packed int64 // number of the object stream, or 0
}

// absent is the entry of an object that the file does not have.
var absent = entry{offset: -1}

// entries are those of a file by number. Files count their objects up from 1, so they stand in a list but
// for numbers far beyond its end.
type entries struct {
	near  []entry
	far   map[int64]entry
	count int
}

// of returns the entry of an object, or absent.
func (e *entries) of(number int64) entry {
	if uint64(number) < uint64(len(e.near)) {
		return e.near[number]
	}
	if far, known := e.far[number]; known {
		return far
	}
	return absent
}

// expect makes room for so many entries more.
func (e *entries) expect(more int) { e.near = slices.Grow(e.near, max(more, 0)) }

// set sets the entry of an object, whatever was said before.
func (e *entries) set(number int64, to entry) {
	const gap = 1 << 12 // of numbers that the list passes over
	if e.of(number) == absent {
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
	list := make([]int64, 0, e.count)
	for number, one := range e.near {
		if one != absent {
			list = append(list, int64(number))
		}
	}
	return append(list, slices.Sorted(maps.Keys(e.far))...)
}
