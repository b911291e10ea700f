package wording

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// class reads one character, a point or a class, and returns its number; what is written the same is kept once.
func (p *parser) class() int32 {
	from := p.at
	var c class
	switch {
	case p.next('.'):
		c.add('\n', '\n')
		c.turn()
	case p.next('['):
		p.bracketed(&c)
	default:
		p.one(&c)
	}
	c.source = p.source[from:p.at]
	for i := range p.classes {
		if p.classes[i].source == c.source {
			return int32(i)
		}
	}
	p.classes = append(p.classes, c)
	return int32(len(p.classes) - 1)
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
			c.add(low, p.one(c))
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
	c.add(r, r)
	return r
}

// escape reads what stands behind a backslash.
func (p *parser) escape(c *class) rune {
	e := p.peek()
	p.at++
	switch {
	case e == 'd':
		c.add('0', '9')
	case e == 's':
		for _, blank := range "\t\n\f\r " {
			c.add(blank, blank)
		}
	case e == 'x':
		return p.hex(c)
	case e == 'p' && strings.HasPrefix(p.source[p.at:], "{Han}"):
		p.at += len("{Han}")
		c.han = true
	case e < utf8.RuneSelf && unicode.IsPunct(rune(e)) || unicode.IsSymbol(rune(e)):
		c.add(rune(e), rune(e))
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
	c.add(rune(n), rune(n))
	return rune(n)
}
