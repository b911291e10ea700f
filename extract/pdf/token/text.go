package token

import (
	"bytes"
	"slices"
)

func (l *Lexer) name() []byte {
	data, at, escaped := l.data, l.pos, false
	for ; at < len(data) && Regular(data[at]); at++ {
		escaped = escaped || data[at] == '#'
	}
	raw := data[l.pos:at]
	l.pos = at
	if escaped {
		raw = l.unescapeName(raw)
	}
	return raw
}

func (l *Lexer) unescapeName(raw []byte) []byte {
	from := len(l.scratch)
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && Digit(raw[i+1]) >= 0 && Digit(raw[i+2]) >= 0 {
			l.scratch = append(l.scratch, byte(Digit(raw[i+1])<<4|Digit(raw[i+2])))
			i += 2
		} else {
			l.scratch = append(l.scratch, raw[i])
		}
	}
	return l.scratch[from:len(l.scratch):len(l.scratch)]
}

// literal reads a string in parentheses; most need no decoding and are handed out as they stand.
func (l *Lexer) literal() []byte {
	from, depth := l.pos, 1
	for l.pos < len(l.data) {
		switch l.data[l.pos] {
		case '\\', '\r':
			return l.decodeLiteral(from, depth)
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.pos++
				return l.data[from : l.pos-1]
			}
		}
		l.pos++
	}
	return l.data[from:]
}

func (l *Lexer) decodeLiteral(from, depth int) []byte {
	start := len(l.scratch)
	l.scratch = append(l.scratch, l.data[from:l.pos]...)
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '\\':
			l.escape()
			continue
		case '\r':
			l.take('\n')
			c = '\n'
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			break
		}
		l.scratch = append(l.scratch, c)
	}
	return l.scratch[start:len(l.scratch):len(l.scratch)]
}

func (l *Lexer) escape() {
	if l.pos >= len(l.data) {
		return
	}
	c := l.data[l.pos]
	l.pos++
	switch c {
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case '\r':
		l.take('\n')
		return
	case '\n':
		return
	case '0', '1', '2', '3', '4', '5', '6', '7':
		c = l.octal(c - '0')
	}
	l.scratch = append(l.scratch, c)
}

// octal reads up to two more octal digits; overflow is cut as the standard says.
func (l *Lexer) octal(value byte) byte {
	for range 2 {
		if l.pos >= len(l.data) || l.data[l.pos] < '0' || l.data[l.pos] > '7' {
			break
		}
		value = value<<3 | (l.data[l.pos] - '0')
		l.pos++
	}
	return value
}

// hex reads a string in angle brackets; a missing last digit is 0, other characters are passed over.
func (l *Lexer) hex() []byte {
	start := len(l.scratch)
	l.hexPairs()
	high := uint8(0)
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		d := hexDigits[c]
		switch {
		case d == 0:
		case high == 0:
			high = d
		default:
			l.scratch = append(l.scratch, (high-1)<<4|(d-1))
			high = 0
		}
	}
	if high > 0 {
		l.scratch = append(l.scratch, (high-1)<<4)
	}
	return l.scratch[start:len(l.scratch):len(l.scratch)]
}

// hexPairs decodes digits as far as they stand side by side, as they nearly always do to the end.
func (l *Lexer) hexPairs() {
	digits := l.data[l.pos:]
	if end := bytes.IndexByte(digits, '>'); end >= 0 {
		digits = digits[:end]
	}
	l.scratch = slices.Grow(l.scratch, len(digits)/2)
	pairs, room := digits, l.scratch[len(l.scratch):][:len(digits)/2]
	for i := range room {
		high, low := hexDigits[pairs[0]], hexDigits[pairs[1]]
		if high == 0 || low == 0 {
			break
		}
		room[i] = high<<4 + low - 0x11
		if pairs = pairs[2:]; len(pairs) < 2 {
			break
		}
	}
	read := len(digits) - len(pairs)
	l.pos += read
	l.scratch = l.scratch[:len(l.scratch)+read/2]
}
