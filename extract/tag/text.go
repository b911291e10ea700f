package tag

import (
	"bytes"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// ordinary reports whether a text stands for itself: all of it characters that XML allows, without line
// ends to unify, references to resolve or brackets that might not stand there.
func ordinary(b []byte) bool {
	for i, c := range b {
		switch {
		case c < ' ' && c != '\t' && c != '\n', c == '&', c == ']':
			return false
		case c == 0xEF && i+1 < len(b) && b[i+1] == 0xBF: // U+FFC0 and on, of which the last two are none
			return false
		}
	}
	return utf8.Valid(b)
}

// resolved appends a text with its references resolved and its line ends unified, and reports whether all
// of it could be. Text between tags may not hold what ends a section of data.
func resolved(out, b []byte, between bool) ([]byte, bool) {
	for i := 0; i < len(b); {
		switch c := b[i]; {
		case c == '&':
			n := bytes.IndexByte(b[i:], ';')
			r, ok := reference(b[i+1 : i+max(n, 1)])
			if !ok {
				return nil, false
			}
			out = utf8.AppendRune(out, r)
			i += n + 1
			continue
		case between && c == ']' && bytes.HasPrefix(b[i:], []byte("]]>")):
			return nil, false
		case c == '\r':
			out = append(out, '\n')
			if i+1 < len(b) && b[i+1] == '\n' {
				i++
			}
		default:
			out = append(out, c)
		}
		i++
	}
	return out, allowed(out)
}

// reference is the character that stands between & and ; by its name or number.
func reference(name []byte) (rune, bool) {
	switch string(name) {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "apos":
		return '\'', true
	case "quot":
		return '"', true
	}
	digits, numbered := bytes.CutPrefix(name, []byte{'#'})
	base := 10
	if hexadecimal, ok := bytes.CutPrefix(digits, []byte{'x'}); ok {
		digits, base = hexadecimal, 16
	}
	n, err := strconv.ParseUint(string(digits), base, 64)
	return rune(n), numbered && err == nil && n <= unicode.MaxRune
}

// allowed reports whether all characters are such as XML allows.
func allowed(b []byte) bool {
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 || r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return false
		}
		b = b[size:]
	}
	return true
}
