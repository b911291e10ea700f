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

// rowSize is how many bytes the standard gives each line of a table: 0000012345 00000 n and a line's end.
const rowSize = 20

// plainRows reads lines as far as they are written as the standard wants them, and returns how many.
func (f *file) plainRows(p *parser, first, count int64) int64 {
	rows := p.lex.Rest()
	skipped := len(rows)
	rows = bytes.TrimLeft(rows, "\r\n ")
	skipped -= len(rows)
	f.entries.expect(min(int(count), len(rows)/rowSize))
	for i := range count {
		offset, used, ok := plainRow(rows)
		if !ok {
			count = i
			break
		}
		if used && offset > 0 {
			f.add(first+i, entry{offset: offset})
		}
		rows = rows[rowSize:]
	}
	if count > 0 {
		p.lex.Seek(p.lex.Offset() + skipped + int(count)*rowSize)
	}
	return count
}

// plainRow reads the line that a table goes on with; used tells n from f.
func plainRow(rows []byte) (offset int, used, ok bool) {
	if len(rows) < rowSize {
		return 0, false, false
	}
	row := rows[:rowSize]
	for _, c := range row[:10] {
		if c-'0' > 9 {
			return 0, false, false
		}
		offset = 10*offset + int(c-'0')
	}
	for _, c := range row[11:16] {
		if c-'0' > 9 {
			return 0, false, false
		}
	}
	used = row[17] == 'n'
	ok = row[10] == ' ' && row[16] == ' ' && (used || row[17] == 'f') && token.Blank(row[18]) && token.Blank(row[19])
	return offset, used, ok
}

func (f *file) add(number int64, e entry) {
	if f.entries.of(number) == absent {
		f.define(number, e)
	}
}

// define says where an object stands, whatever was said before. Beyond the limit of objects it gives up:
// what is not kept in mind would be taken for missing.
func (f *file) define(number int64, e entry) {
	if number < 0 || number > maxNumber {
		return
	}
	if f.entries.count >= f.limits.Objects && f.entries.of(number) == absent {
		f.crowded = true
		return
	}
	f.entries.set(number, e)
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
