package faircopy

import (
	"fuhe/extract/pdf/token"
)

// definitionStart walks back from the word obj over generation and number.
func definitionStart(data []byte, at int) (int, bool) {
	generation, ok := backOverNumber(data, at)
	if !ok {
		return 0, false
	}
	return backOverNumber(data, generation)
}

func backOverNumber(data []byte, at int) (int, bool) {
	i := at
	for i > 0 && token.Blank(data[i-1]) {
		i--
	}
	end := i
	for i > 0 && end-i < 11 && data[i-1] >= '0' && data[i-1] <= '9' {
		i--
	}
	return i, i < end
}

// definition reads the object at start as far as its dictionary; the search goes on after it, or after
// the stream's end, since streams may hold anything.
func (f *file) definition(start, after int) (definition, int) {
	p := newParser(f.data, start, f.limits.Nesting)
	number, generation := p.next(), p.next()
	d := definition{ref: ref{number.Integer, generation.Integer}, offset: start}
	p.next()
	o, err := f.parse(p)
	content, ok := o.(dict)
	if err != nil || !ok {
		return d, after
	}
	d.dict = content
	d.packed = isName(content["Type"], "ObjStm")
	if len(p.ahead) == 0 && p.lex.Next().Is("stream") {
		return d, f.afterStream(content, p.lex.Offset())
	}
	return d, after
}

func (f *file) afterStream(d dict, at int) int {
	if n, ok := d["Length"].(int64); ok && n > 0 && n < int64(len(f.data)-at) {
		if end := afterLineEnd(f.data, at) + int(n); end < len(f.data) && endsHere(f.data[end:]) {
			return end
		}
	}
	if end := f.next("endstream", at); end < len(f.data) {
		return end
	}
	return at
}

func (f *file) trailerAt(at int) (dict, int) {
	p := newParser(f.data, at, f.limits.Nesting)
	o, err := f.parse(p)
	d, ok := o.(dict)
	if err != nil || !ok {
		return nil, at
	}
	return d, max(at, p.lex.Offset())
}

// foundTrailer joins the trailers and cross-reference streams that were found, the last first.
func (f *file) foundTrailer(found []definition) dict {
	trailer := dict{}
	for i := len(found) - 1; i >= 0; i-- {
		d := found[i]
		if d.ref.number >= 0 && !isName(d.dict["Type"], "XRef") {
			continue
		}
		for _, key := range []name{"Root", "Encrypt", "ID"} {
			if _, have := trailer[key]; !have && d.dict[key] != nil {
				trailer[key] = d.dict[key]
			}
		}
	}
	return trailer
}

// addPacked adds the members of the object streams that were found, unless a plain object with the
// same number stands behind them.
func (f *file) addPacked(found []definition) {
	from := map[int64]int{}
	for i, d := range found {
		if d.ref.number >= 0 {
			from[d.ref.number] = i
		}
	}
	for i, d := range found {
		if !d.packed || d.ref.number < 0 || from[d.ref.number] != i || f.ctx.Err() != nil {
			continue
		}
		for member := range f.pack(d.ref.number).members {
			if at, have := from[member]; !have || at < i {
				f.define(member, entry{packed: d.ref.number})
				delete(f.read, member)
				from[member] = i
			}
		}
	}
}

// findRoot looks for a catalogue among the objects when no trailer names one that is there.
func (f *file) findRoot(found []definition) {
	for i := len(found) - 1; i >= 0; i-- {
		if isName(found[i].dict["Type"], "Catalog") {
			f.trailer["Root"] = found[i].ref
			return
		}
	}
	for _, number := range f.entries.numbers() {
		if f.entries.of(number).packed > 0 && isName(f.dict(ref{number, 0})["Type"], "Catalog") {
			f.trailer["Root"] = ref{number, 0}
			return
		}
	}
}
