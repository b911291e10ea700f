package wording

import (
	"unicode"
	"unicode/utf8"
)

// class is a set of characters.
type class struct {
	source string
	ascii  [2]uint64
	spans  []rune // pairs of the first and the last, beyond ASCII
	han    bool   // all Chinese characters too
	except bool   // of the characters beyond ASCII, all that the spans and han do not name
}

// holds reports whether the character is in the class.
func (c *class) holds(r rune) bool {
	if r < utf8.RuneSelf {
		return c.ascii[r>>6]&(1<<(r&63)) != 0
	}
	for i := 0; i < len(c.spans); i += 2 {
		if c.spans[i] <= r && r <= c.spans[i+1] {
			return !c.except
		}
	}
	if c.han && unicode.Is(unicode.Han, r) {
		return !c.except
	}
	return c.except
}

// at is the size of the character of the class that stands at the place, 0 for none.
func (c *class) at(text string, place int) int {
	if place >= len(text) {
		return 0
	}
	if b := text[place]; b < utf8.RuneSelf {
		return int(c.ascii[b>>6] >> (b & 63) & 1)
	}
	r, size := utf8.DecodeRuneInString(text[place:])
	if !c.holds(r) {
		return 0
	}
	return size
}

func (c *class) add(low, high rune) {
	for r := low; r <= min(high, utf8.RuneSelf-1); r++ {
		c.ascii[r>>6] |= 1 << (r & 63)
	}
	if high >= utf8.RuneSelf {
		c.spans = append(c.spans, max(low, utf8.RuneSelf), high)
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

// addClass adds the bytes with which a character of the class begins.
func (b *bytes) addClass(c *class) {
	b[0], b[1] = b[0]|c.ascii[0], b[1]|c.ascii[1]
	if c.except || c.han || c.holds(utf8.RuneError) { // any bad byte is read as that
		b[2], b[3] = ^uint64(0), ^uint64(0)
		return
	}
	for i := 0; i < len(c.spans); i += 2 {
		low, high := firstByte(c.spans[i]), firstByte(c.spans[i+1])
		for r := int(low); r <= int(high); r++ {
			b.add(byte(r))
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
func (p *program) begins(at int32, into *bytes, seen []bool) (any bool) {
	if seen[at] {
		return false
	}
	seen[at] = true
	n := &p.nodes[at]
	switch n.kind {
	case literal:
		into.add(p.source[n.from])
		return false
	case words:
		for _, w := range p.lists[n.from:n.to] {
			into.add(w[0])
		}
		return n.optional && p.begins(n.then, into, seen)
	case runes:
		into.addClass(&p.classes[n.other])
		return n.from == 0 && p.begins(n.then, into, seen)
	case either:
		first := p.begins(n.other, into, seen)
		return p.begins(n.then, into, seen) || first
	case mark:
		return p.begins(n.then, into, seen)
	}
	return true
}
