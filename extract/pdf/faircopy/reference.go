package faircopy

import (
	"bytes"

	"fuhe/extract/pdf/token"
)

// maxNumber is the largest object number a file may use (ISO 32000-1, annex C).
const maxNumber = 8388607

// readReferences follows the file's own cross-references from the last startxref back and reports
// whether they could be read.
func (f *file) readReferences() bool {
	at, ok := f.startOffset()
	return ok && f.sections(at)
}

func (f *file) startOffset() (int, bool) {
	at := bytes.LastIndex(f.data, []byte("startxref"))
	if at < 0 {
		return 0, false
	}
	t := token.New(f.data, at+len("startxref")).Next()
	return int(t.Integer), t.Kind == token.Integer
}

// sections reads a chain of cross-reference sections, the newest first: what was said first holds.
func (f *file) sections(at int) bool {
	seen := map[int]bool{}
	queue := []int{at}
	for len(queue) > 0 && f.ctx.Err() == nil {
		at, queue = queue[0], queue[1:]
		if seen[at] {
			continue
		}
		seen[at] = true
		d, ok := f.section(at)
		if !ok {
			return false
		}
		for k, v := range d {
			if _, known := f.trailer[k]; !known {
				f.trailer[k] = v
			}
		}
		for _, key := range []name{"XRefStm", "Prev"} {
			if n, ok := number(d[key]); ok {
				queue = append(queue, int(n))
			}
		}
	}
	return f.entries.count > 0
}

// section reads one table or one stream and returns its trailer.
func (f *file) section(at int) (dict, bool) {
	if at < 0 || at >= len(f.data) {
		return nil, false
	}
	p := newParser(f.data, at, f.limits.Nesting)
	if first := p.next(); !first.Is("xref") {
		return f.streamSection(at)
	}
	return f.tableSection(p)
}

func (f *file) tableSection(p *parser) (dict, bool) {
	for {
		t := p.next()
		if t.Is("trailer") {
			o, err := f.parse(p)
			d, ok := o.(dict)
			return d, ok && err == nil
		}
		count := p.next()
		if t.Kind != token.Integer || count.Kind != token.Integer || !f.rows(p, t.Integer, count.Integer) {
			return nil, false
		}
	}
}

// rows reads the lines of one subsection: offset, generation, n or f.
func (f *file) rows(p *parser, first, count int64) bool {
	for i := f.plainRows(p, first, count); i < count; i++ {
		offset := p.next()
		if offset.Is("trailer") {
			p.unread(offset)
			return true
		}
		generation, kind := p.next(), p.next()
		if offset.Kind != token.Integer || generation.Kind != token.Integer {
			return false
		}
		if kind.Is("n") && offset.Integer > 0 {
			f.add(first+i, entry{offset: int(offset.Integer)})
		}
	}
	return true
}

// plainRows takes in lines as far as they are written as the standard wants them, and returns how many.
func (f *file) plainRows(p *parser, first, count int64) int64 {
	const most, least = 8, 32 // tables that are searched one after the other, and lines of one
	text := p.lex.Rest()
	lines := bytes.TrimLeft(text, "\r\n ")
	rows := plainRows(lines, first, count)
	n := rows.count()
	if n < least || first < 0 || first+n > maxNumber || len(f.entries.tables) == most {
		return 0
	}
	f.entries.tables = append(f.entries.tables, rows)
	f.entries.count += int(n)
	f.crowded = f.crowded || f.entries.count > f.limits.Objects
	p.lex.Seek(p.lex.Offset() + len(text) - len(lines) + len(rows.text))
	return n
}

// add says where an object stands, unless something was said before.
func (f *file) add(number int64, e entry) {
	if f.entries.of(number) == absent {
		f.put(number, e, true)
	}
}

// define says where an object stands, whatever was said before.
func (f *file) define(number int64, e entry) { f.put(number, e, f.entries.of(number) == absent) }

// put keeps an entry in mind. Beyond the limit of objects it gives up: what is not kept in mind would be
// taken for missing.
func (f *file) put(number int64, e entry, isNew bool) {
	switch {
	case number < 0 || number > maxNumber:
	case isNew && f.entries.count >= f.limits.Objects:
		f.crowded = true
	default:
		f.entries.put(number, e, isNew)
	}
}

// streamSection reads a cross-reference stream (ISO 32000-1, 7.5.8).
func (f *file) streamSection(at int) (dict, bool) {
	o, _, ok := f.indirect(at)
	s, isStream := o.(*stream)
	if !ok || !isStream || !isName(s.dict["Type"], "XRef") {
		return nil, false
	}
	widths, ok := fieldWidths(f.array(s.dict["W"]))
	if !ok {
		return nil, false
	}
	data, err := f.unfilter(s)
	if err != nil {
		return nil, false
	}
	index := f.array(s.dict["Index"])
	if len(index) < 2 {
		index = array{int64(0), s.dict["Size"]}
	}
	for ; len(index) >= 2; index = index[2:] {
		data = f.fields(data, widths, f.integer(index[0]), f.integer(index[1]))
	}
	return s.dict, true
}

func fieldWidths(w array) ([3]int, bool) {
	var widths [3]int
	if len(w) < 3 {
		return widths, false
	}
	for i := range widths {
		n, ok := w[i].(int64)
		if !ok || n < 0 || n > 8 {
			return widths, false
		}
		widths[i] = int(n)
	}
	return widths, widths[0]+widths[1]+widths[2] > 0
}

func (f *file) fields(data []byte, widths [3]int, first, count int64) []byte {
	row := widths[0] + widths[1] + widths[2]
	f.entries.expect(min(int(count), len(data)/row))
	for i := int64(0); i < count && len(data) >= row; i++ {
		kind, rest := int64(1), data
		if widths[0] > 0 {
			kind = bigEndian(data[:widths[0]])
		}
		rest = rest[widths[0]:]
		second := bigEndian(rest[:widths[1]])
		switch kind {
		case 1:
			f.add(first+i, entry{offset: int(second)})
		case 2:
			f.add(first+i, entry{packed: second})
		}
		data = data[row:]
	}
	return data
}

func bigEndian(b []byte) int64 {
	var n int64
	for _, c := range b {
		n = n<<8 | int64(c)
	}
	return n
}
