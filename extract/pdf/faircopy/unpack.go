package faircopy

import "fuhe/extract/pdf/token"

// pack is an object stream that was unpacked: where its members begin.
type pack struct {
	data    []byte
	first   int
	members map[int64]int // by number: the offset behind first
}

// member reads an object of an object stream (ISO 32000-1, 7.5.7). It is not ok if it is not there.
func (f *file) member(stream, number int64) (object, bool) {
	p := f.pack(stream)
	offset, ok := p.members[number]
	if !ok {
		return nil, false
	}
	o, err := f.parse(newParser(p.data, p.first+offset, f.limits.Nesting))
	return o, err == nil
}

// pack unpacks an object stream once. One that stands in an object stream is none.
func (f *file) pack(number int64) pack {
	if p, known := f.packs[number]; known || f.entries.of(number).packed > 0 {
		return p
	}
	f.packs[number] = pack{} // while it is read it has no members
	s, ok := f.load(number).(*stream)
	if !ok {
		return pack{}
	}
	data, err := f.unfilter(s)
	if err != nil {
		return pack{}
	}
	p := pack{data, int(f.integer(s.dict["First"])), members(data, f.integer(s.dict["N"]))}
	f.packs[number] = p
	for member := range p.members {
		f.add(member, entry{packed: number}) // that the references forgot
	}
	return p
}

// members reads the head of an object stream: pairs of object number and offset.
func members(data []byte, count int64) map[int64]int {
	found := map[int64]int{}
	l := token.New(data, 0)
	for range count {
		number, offset := l.Next(), l.Next()
		if number.Kind != token.Integer || offset.Kind != token.Integer {
			break
		}
		if offset.Integer >= 0 && offset.Integer < int64(len(data)) {
			found[number.Integer] = int(offset.Integer)
		}
	}
	return found
}

// rebuild finds the objects by reading the whole file: of several with one number the last holds.
// What was read through wrong references is read again.
func (f *file) rebuild() error {
	f.mended = true
	f.entries, f.read, f.packs = entries{}, map[int64]object{}, map[int64]pack{}
	found := f.scan()
	f.trailer = f.foundTrailer(found)
	if err := f.unlock(); err != nil {
		return err
	}
	f.addPacked(found)
	if f.dict(f.trailer["Root"]) == nil {
		f.findRoot(found)
	}
	return f.ctx.Err()
}

// definition is an object found by reading the whole file.
type definition struct {
	ref    ref
	offset int
	dict   dict // of a dictionary or stream
	packed bool // an object stream
}

// scan finds all object definitions and trailers, in file order; the numbers of trailers are -1.
func (f *file) scan() []definition {
	var found []definition
	trailer := f.next("trailer", 0)
	for at := 0; at < len(f.data) && f.ctx.Err() == nil; {
		next := f.next("obj", at)
		if trailer < at {
			trailer = f.next("trailer", at)
		}
		if trailer < next {
			d, end := f.trailerAt(trailer + len("trailer"))
			found = append(found, definition{ref: ref{-1, 0}, dict: d})
			at = end
			continue
		}
		at = next + len("obj")
		if start, ok := definitionStart(f.data, next); ok && next < len(f.data) {
			var d definition
			d, at = f.definition(start, at)
			found = append(found, d)
			f.define(d.ref.number, entry{offset: start})
		}
	}
	return found
}
