package faircopy

import (
	"bytes"
	"context"

	"fuhe/extract/document"
	"fuhe/extract/pdf/token"
)

// file is a PDF being read: where its objects are, and those that were read.
type file struct {
	ctx     context.Context
	data    []byte // from its header on
	limits  document.Limits
	entries entries
	trailer dict
	lock    *lock // nil if not encrypted
	mended  bool
	without map[string]int // by word: from where on it does not stand in the file any more
	read    map[int64]object
	reading map[int64]bool // objects being read, against references to themselves
	packs   map[int64]pack // object streams unpacked
	missing []string
	cut     bool     // something went over a limit and was left out
	crowded bool     // there are more objects than the limit
	budget  int64    // bytes that may still be unpacked
	stack   []object // room for parsers
	steps   int      // bytes that may still be parsed: broken objects could each run to the file's end
}

func newFile(ctx context.Context, data []byte, limits document.Limits) *file {
	return &file{
		ctx: ctx, data: fromHeader(data), limits: limits, budget: min(limits.Unpacked, maxUnpacked),
		trailer: dict{}, read: map[int64]object{},
		reading: map[int64]bool{}, packs: map[int64]pack{}, without: map[string]int{},
		steps: 4*len(data) + 16<<20,
	}
}

// fromHeader cuts off what gateways and mail programs put before a file.
func fromHeader(data []byte) []byte {
	if at := bytes.Index(data[:min(len(data), 64<<10)], []byte("%PDF-")); at > 0 {
		return data[at:]
	}
	return data
}

// get returns what an object stands for: a reference is followed, at most so many times in a row.
func (f *file) get(o object) object {
	for range 16 {
		r, ok := o.(ref)
		if !ok {
			return o
		}
		o = f.load(r.number)
	}
	return nil
}

func (f *file) dict(o object) dict {
	switch v := f.get(o).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

func (f *file) array(o object) array {
	a, _ := f.get(o).(array)
	return a
}

func (f *file) integer(o object) int64 {
	n, _ := number(f.get(o))
	return int64(n)
}

func (f *file) name(o object) name {
	n, _ := f.get(o).(name)
	return n
}

// load reads an object by its number; what is not there is null. When a cross-reference turns out
// wrong, the whole file is read once and the object is looked for again.
func (f *file) load(number int64) object {
	if o, ok := f.read[number]; ok {
		return o
	}
	if f.reading[number] || len(f.reading) > f.limits.Nesting || f.ctx.Err() != nil {
		return nil
	}
	f.reading[number] = true
	o, ok := f.locate(number)
	if !ok && !f.mended && f.rebuild() == nil {
		o, _ = f.locate(number)
	}
	delete(f.reading, number)
	f.read[number] = o
	return o
}

// locate reads an object from where its entry points. It is not ok if something else stands there.
func (f *file) locate(number int64) (object, bool) {
	e := f.entries.of(number)
	if e == absent {
		return nil, true
	}
	if e.packed > 0 {
		return f.member(e.packed, number)
	}
	o, r, ok := f.indirect(e.offset)
	if !ok || r.number != number {
		return nil, false
	}
	return f.decrypted(o, r), true
}

// indirect reads the object definition at an offset: 12 0 obj … endobj.
func (f *file) indirect(offset int) (object, ref, bool) {
	if offset < 0 || offset >= len(f.data) {
		return nil, ref{}, false
	}
	p := newParser(f.data, offset, f.limits.Nesting)
	number, generation, word := p.next(), p.next(), p.next()
	if number.Kind != token.Integer || generation.Kind != token.Integer || !word.Is("obj") {
		return nil, ref{}, false
	}
	r := ref{number.Integer, generation.Integer}
	o, err := f.parse(p)
	if err != nil {
		return nil, r, true
	}
	if d, ok := o.(dict); ok && len(p.ahead) == 0 {
		at := p.lex.Offset()
		if p.lex.Next().Is("stream") {
			return &stream{number: r.number, dict: d, raw: f.body(d, p.lex.Offset())}, r, true
		}
		p.lex.Seek(at)
	} else if ok && p.next().Is("stream") {
		return &stream{number: r.number, dict: d, raw: f.body(d, p.lex.Offset())}, r, true
	}
	return o, r, true
}

// body cuts the bytes of a stream out of the file. Its length is believed if the stream's end stands
// there; otherwise the end is looked for.
func (f *file) body(d dict, from int) []byte {
	from = afterLineEnd(f.data, from)
	length := f.integer(d["Length"])
	if end := from + int(length); length > 0 && end > from && end <= len(f.data) && endsHere(f.data[end:]) {
		return f.data[from:end]
	}
	for _, mark := range []string{"endstream", "endobj"} {
		if end := f.next(mark, from); end < len(f.data) {
			return withoutLineEnd(f.data[from:end])
		}
	}
	return f.data[from:]
}

// next finds a word of the file at or after an offset; where there is none, it is the file's end.
func (f *file) next(word string, at int) int {
	if none, known := f.without[word]; known && at >= none {
		return len(f.data)
	}
	if i := bytes.Index(f.data[min(at, len(f.data)):], []byte(word)); i >= 0 {
		return at + i
	}
	f.without[word] = at
	return len(f.data)
}

// parse reads an object and counts what it cost.
func (f *file) parse(p *parser) (object, error) {
	if f.steps < 0 {
		return nil, errSyntax
	}
	from := p.lex.Offset()
	p.stack = f.stack[:0]
	o, err := p.object(0)
	f.stack = p.stack
	f.steps -= p.lex.Offset() - from
	f.cut = f.cut || p.tooDeep
	return o, err
}

func afterLineEnd(data []byte, at int) int {
	for at < len(data) && (data[at] == ' ' || data[at] == '\t') {
		at++
	}
	if at < len(data) && data[at] == '\r' {
		at++
	}
	if at < len(data) && data[at] == '\n' {
		at++
	}
	return at
}

func endsHere(rest []byte) bool {
	for i := 0; i < len(rest) && i < 4; i++ {
		if !token.Blank(rest[i]) {
			return bytes.HasPrefix(rest[i:], []byte("endstream")) || bytes.HasPrefix(rest[i:], []byte("endobj"))
		}
	}
	return false
}

func withoutLineEnd(b []byte) []byte {
	b = bytes.TrimSuffix(b, []byte("\n"))
	return bytes.TrimSuffix(b, []byte("\r"))
}
