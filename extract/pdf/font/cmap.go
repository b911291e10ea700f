package font

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"

	"fuhe/extract/pdf/token"
)

// cmap is a character map: how bytes are cut into codes, and what the codes stand for — characters in a
// ToUnicode map, glyph numbers (CIDs) in an encoding.
type cmap struct {
	spaces []codeSpace
	texts  spans
	cids   spans
	// Maps of the data have these instead.
	fixedTexts, fixedCIDs table

	vertical bool
	identity bool // a code is its own CID
	form     form // how a code spells its own character, if it does
	base     *cmap
}

// form is a way to spell Unicode.
type form uint8

const (
	noForm form = iota
	utf16Form
	utf8Form
	utf32Form
)

// codeSpace is a range of codes of one length; each byte has its own range.
type codeSpace struct {
	bytes  int
	lo, hi uint32
}

// span maps the codes from lo to hi to numbers that grow with them. Where a code stands for several
// characters, tail holds those before the one that grows.
type span struct {
	lo, hi uint32
	to     uint32
	head   string
}

// text is what one of the span's codes stands for.
func (s span) text(code uint32) string {
	last := string(rune(s.to + code - s.lo))
	if s.head == "" {
		return last
	}
	return s.head + last
}

// spans are made disjoint and sorted before use.
type spans []span

// disjoint returns the spans in order and without overlaps: where several hold a code, the one that
// begins last does, and of those the one written last.
func (s spans) disjoint() spans {
	if s.apart() {
		return s
	}
	if s = s.ordered(); s.apart() {
		return s
	}
	f := flattener{out: make(spans, 0, len(s))}
	for _, next := range s {
		f.emit(uint64(next.lo))
		f.at = uint64(next.lo)
		f.open = append(f.open, next)
	}
	f.emit(1 << 32)
	return f.out
}

// ordered returns the spans by where they begin, and as they were among those that begin alike: sorted by
// the lowest byte first, then by those above it.
func (s spans) ordered() spans {
	other := make(spans, len(s))
	for shift := 0; shift < 32; shift += 8 {
		var starts [257]int // by byte, plus one: how many have it, then where they go
		for i := range s {
			starts[1+s[i].lo>>shift&0xFF]++
		}
		if starts[1+s[0].lo>>shift&0xFF] == len(s) { // the upper bytes mostly are all the same
			continue
		}
		for b := 1; b < len(starts); b++ {
			starts[b] += starts[b-1]
		}
		for i := range s {
			to := &starts[s[i].lo>>shift&0xFF]
			other[*to] = s[i]
			*to++
		}
		s, other = other, s
	}
	return s
}

// apart reports whether nothing has to be done: most maps are written in order.
func (s spans) apart() bool {
	for i := 1; i < len(s); i++ {
		if s[i].lo <= s[i-1].hi {
			return false
		}
	}
	return true
}

// flattener writes parts of the spans that are open, the innermost first.
type flattener struct {
	out, open spans
	at        uint64 // all codes below are written
}

func (f *flattener) emit(until uint64) {
	for len(f.open) > 0 && f.at < until {
		top := f.open[len(f.open)-1]
		if uint64(top.hi) < f.at {
			f.open = f.open[:len(f.open)-1]
			continue
		}
		last := min(uint64(top.hi), until-1)
		f.out = append(f.out, top.part(uint32(f.at), uint32(last)))
		f.at = last + 1
	}
}

func (s span) part(lo, hi uint32) span {
	return span{lo: lo, hi: hi, to: s.to + lo - s.lo, head: s.head}
}

func (s spans) find(code uint32) (span, bool) {
	from, to := 0, len(s) // the last span that begins at the code or before is among these
	for to-from > 1 {
		if middle := (from + to) / 2; s[middle].lo <= code {
			from = middle
		} else {
			to = middle
		}
	}
	if from == to || code < s[from].lo || code > s[from].hi {
		return span{}, false
	}
	return s[from], true
}

// next cuts the first code off: its value and its bytes, at least one unless there are none.
func (m *cmap) next(b []byte) (uint32, int) {
	if len(m.spaces) == 0 {
		return m.nextOf(b, 2)
	}
	var code uint32
	for n := 1; n <= 4 && n <= len(b); n++ {
		code = code<<8 | uint32(b[n-1])
		for _, s := range m.spaces {
			if s.bytes == n && s.holds(code) {
				return code, n
			}
		}
	}
	return m.nextOf(b, m.shortest())
}

func (m *cmap) nextOf(b []byte, n int) (uint32, int) {
	n = min(n, len(b))
	return be(b[:n]), n
}

func (m *cmap) shortest() int {
	n := 4
	for _, s := range m.spaces {
		n = min(n, s.bytes)
	}
	return n
}

func (s codeSpace) holds(code uint32) bool {
	for shift := 0; shift < 8*s.bytes; shift += 8 {
		c := byte(code >> shift)
		if c < byte(s.lo>>shift) || c > byte(s.hi>>shift) {
			return false
		}
	}
	return true
}

func be(b []byte) uint32 {
	var n uint32
	for _, c := range b {
		n = n<<8 | uint32(c)
	}
	return n
}

// cid returns the glyph number of a code.
func (m *cmap) cid(code uint32) (uint32, bool) {
	for ; m != nil; m = m.base {
		if m.identity {
			return code, true
		}
		key := m.form.utf16(code)
		s, ok := m.cids.find(key)
		if !ok {
			s, ok = m.fixedCIDs.find(key)
		}
		if ok {
			return s.to + key - s.lo, true
		}
	}
	return 0, false
}

// text returns the characters of a code, or nothing.
func (m *cmap) text(code uint32) string {
	for ; m != nil; m = m.base {
		s, ok := m.texts.find(code)
		if !ok {
			s, ok = m.fixedTexts.find(code)
		}
		if ok {
			return s.text(code)
		}
		if r := m.form.char(code); r != utf8.RuneError {
			return string(r)
		}
	}
	return ""
}

// char returns the character that a code spells, or utf8.RuneError.
func (f form) char(code uint32) rune {
	switch f {
	case utf16Form:
		if code > 0xFFFF {
			return utf16.DecodeRune(rune(code>>16), rune(code&0xFFFF))
		}
		return sound(code)
	case utf8Form:
		b := bytes.TrimLeft([]byte{byte(code >> 24), byte(code >> 16), byte(code >> 8), byte(code)}, "\x00")
		r, n := utf8.DecodeRune(b)
		if n != len(b) {
			return utf8.RuneError
		}
		return r
	case utf32Form:
		return sound(code)
	}
	return utf8.RuneError
}

// sound is the character of a number, if there is one.
func sound(code uint32) rune {
	if code > utf8.MaxRune || utf16.IsSurrogate(rune(code)) {
		return utf8.RuneError
	}
	return rune(code)
}

// utf16 turns a code into the same character's code in UTF-16, by which the maps of Unicode to CIDs are
// kept. Codes of other maps stay as they are.
func (f form) utf16(code uint32) uint32 {
	if f != utf8Form && f != utf32Form {
		return code
	}
	r := f.char(code)
	if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
		return uint32(high)<<16 | uint32(low)
	}
	return uint32(r)
}

// parseCMap reads a character map; broken parts are left out. find returns the map that it builds on.
func parseCMap(data []byte, find func(name string) *cmap) *cmap {
	const line = 16 // bytes, hardly more, that say what a code stands for
	p := cmapParser{lex: token.New(data, 0), out: &cmap{texts: make(spans, 0, len(data)/line)}, find: find}
	p.parse()
	p.out.texts, p.out.cids = p.out.texts.disjoint(), p.out.cids.disjoint()
	return p.out
}
