package wording

import (
	"unicode"
	"unicode/utf8"
)

// class is a set of characters.
type class struct {
	ascii  [2]uint64
	source stretch
	spans  stretch // of the characters beyond ASCII, those of these spans
	han    bool    // and the Chinese ones
	except bool    // or all but those
}

// holds reports whether the character is in the class.
func (p *program) holds(c *class, r rune) bool {
	if r < utf8.RuneSelf {
		return c.ascii[r>>6]&(1<<(r&63)) != 0
	}
	for i := c.spans.from; i < c.spans.to; i += 2 {
		if p.spans[i] <= r && r <= p.spans[i+1] {
			return !c.except
		}
	}
	named := c.han && unicode.Is(unicode.Han, r)
	return named != c.except
}

// size is that of the character of the class that stands at the place, 0 for none.
func (m *matcher) size(c *class, place int) int {
	if place >= len(m.text) {
		return 0
	}
	if b := m.text[place]; b < utf8.RuneSelf {
		return int(c.ascii[b>>6] >> (b & 63) & 1)
	}
	r, size := utf8.DecodeRuneInString(m.text[place:])
	if !m.holds(c, r) {
		return 0
	}
	return size
}

// span adds the characters from low to high.
func (p *parser) span(c *class, low, high rune) {
	for r := low; r <= min(high, utf8.RuneSelf-1); r++ {
		c.ascii[r>>6] |= 1 << (r & 63)
	}
	if high >= utf8.RuneSelf {
		p.spans = append(p.spans, max(low, utf8.RuneSelf), high)
	}
}

// turn makes the class that of all other characters.
func (c *class) turn() {
	c.ascii[0], c.ascii[1], c.except = ^c.ascii[0], ^c.ascii[1], !c.except
}

// bytes is a set of bytes.
type bytes [4]uint64

func (b *bytes) add(c byte)      { b[c>>6] |= 1 << (c & 63) }
func (b *bytes) has(c byte) bool { return b[c>>6]&(1<<(c&63)) != 0 }

// leads adds the bytes with which a character of the class begins.
func (p *program) leads(c *class, into *bytes) {
	into[0], into[1] = into[0]|c.ascii[0], into[1]|c.ascii[1]
	if c.except || c.han || p.holds(c, utf8.RuneError) { // any bad byte is read as that
		into[2], into[3] = ^uint64(0), ^uint64(0)
		return
	}
	for i := c.spans.from; i < c.spans.to; i += 2 {
		for b := int(firstByte(p.spans[i])); b <= int(firstByte(p.spans[i+1])); b++ {
			into.add(byte(b))
		}
	}
}

func firstByte(r rune) byte {
	var buffer [utf8.UTFMax]byte
	utf8.EncodeRune(buffer[:], r)
	return buffer[0]
}

// begins gathers the bytes with which a match of the node and what follows it may begin; any is true where
// it may be empty.
func (p *program) begins(at uint16, into *bytes, seen []bool) (any bool) {
	if seen[at] {
		return false
	}
	seen[at] = true
	n := &p.nodes[at]
	switch n.kind {
	case literal:
		into.add(p.source[n.from])
		return false
	case oneOf:
		for _, w := range p.words[n.from:n.to] {
			into.add(p.source[w.from])
		}
		return n.optional && p.begins(n.then, into, seen)
	case runes:
		p.leads(&p.classes[n.other], into)
		return n.from == 0 && p.begins(n.then, into, seen)
	case either:
		first := p.begins(n.other, into, seen)
		return p.begins(n.then, into, seen) || first
	case mark:
		return p.begins(n.then, into, seen)
	}
	return true
}
