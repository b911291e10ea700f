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
