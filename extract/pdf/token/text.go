package token

func (l *Lexer) name() Token {
	from, escaped := l.pos, false
	for l.pos < len(l.data) && Regular(l.data[l.pos]) {
		escaped = escaped || l.data[l.pos] == '#'
		l.pos++
	}
	raw := l.data[from:l.pos]
	if escaped {
		raw = l.unescapeName(raw)
	}
	return Token{Kind: Name, Bytes: raw}
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
func (l *Lexer) literal() Token {
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
				return Token{Kind: String, Bytes: l.data[from : l.pos-1]}
			}
		}
		l.pos++
	}
	return Token{Kind: String, Bytes: l.data[from:]}
}

func (l *Lexer) decodeLiteral(from, depth int) Token {
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
	return Token{Kind: String, Bytes: l.scratch[start:len(l.scratch):len(l.scratch)]}
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
func (l *Lexer) hex() Token {
	start, high := len(l.scratch), -1
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		d := Digit(c)
		switch {
		case d < 0:
		case high < 0:
			high = d
		default:
			l.scratch = append(l.scratch, byte(high<<4|d))
			high = -1
		}
	}
	if high >= 0 {
		l.scratch = append(l.scratch, byte(high<<4))
	}
	return Token{Kind: String, Bytes: l.scratch[start:len(l.scratch):len(l.scratch)]}
}
