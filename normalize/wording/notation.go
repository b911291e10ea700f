package wording

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// class reads one character, a point or a class, and returns its number; what is written the same is kept once.
func (p *parser) class() uint16 {
	var c class
	from := p.at
	c.spans.from = uint16(len(p.spans))
	switch {
	case p.next('.'):
		p.span(&c, '\n', '\n')
		c.turn()
	case p.next('['):
		p.bracketed(&c)
	default:
		p.one(&c)
	}
	for i := range p.classes {
		if p.text(p.classes[i].source) == p.source[from:p.at] {
			p.spans = p.spans[:c.spans.from]
			return uint16(i)
		}
	}
	c.source, c.spans.to = p.since(from), uint16(len(p.spans))
	p.classes = append(p.classes, c)
	return uint16(len(p.classes) - 1)
}

// bracketed reads the rest of [abc0-9] or [^abc].
func (p *parser) bracketed(c *class) {
	except := p.next('^')
	for first := true; first || p.peek() != ']'; first = false {
		if p.at == len(p.source) {
			p.fail("a class is not closed")
		}
		low := p.one(c)
		if p.peek() == '-' && !strings.HasPrefix(p.source[p.at:], "-]") {
			p.at++
			p.span(c, low, p.one(c))
		}
	}
	p.at++
	if except {
		c.turn()
	}
}

// one reads one character, or an escape that stands for several, and adds it to the class.
func (p *parser) one(c *class) rune {
	if p.next('\\') {
		return p.escape(c)
	}
	r, size := utf8.DecodeRuneInString(p.source[p.at:])
	if size == 0 {
		p.fail("a character is missing")
	}
	p.at += size
	p.span(c, r, r)
	return r
}

// escape reads what stands behind a backslash.
func (p *parser) escape(c *class) rune {
	e := p.peek()
	p.at++
	switch {
	case e == 'd':
		p.span(c, '0', '9')
	case e == 's':
		for _, blank := range "\t\n\f\r " {
			p.span(c, blank, blank)
		}
	case e == 'x':
		return p.hex(c)
	case e == 'p' && strings.HasPrefix(p.source[p.at:], "{Han}"):
		p.at += len("{Han}")
		c.han = true
	case e < utf8.RuneSelf && unicode.IsPunct(rune(e)) || unicode.IsSymbol(rune(e)):
		p.span(c, rune(e), rune(e))
	default:
		p.fail("an unknown escape")
	}
	return rune(e)
}

// hex reads the two digits of \x00.
func (p *parser) hex(c *class) rune {
	digits := p.source[p.at:min(p.at+2, len(p.source))]
	n, err := strconv.ParseUint(digits, 16, 7)
	if err != nil {
		p.fail("no ASCII character: " + digits)
	}
	p.at += len(digits)
	p.span(c, rune(n), rune(n))
	return rune(n)
}
