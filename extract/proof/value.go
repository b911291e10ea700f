package proof

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
)

const blanks = "                "

// line begins a new line, two blanks for each level.
func (s *sheaf) line(depth int) {
	s.out = append(s.out, '\n')
	s.out = append(s.out, blanks[:min(2*depth, len(blanks))]...)
}

// object opens an object whose fields stand on lines of their own, and end closes it; open and shut
// are for objects on one line.
func (s *sheaf) object(depth int) {
	s.out = append(s.out, '{')
	s.line(depth + 1)
}

func (s *sheaf) end(depth int) {
	s.line(depth)
	s.out = append(s.out, '}')
}

func (s *sheaf) open() { s.out = append(s.out, '{') }
func (s *sheaf) shut() { s.out = append(s.out, '}') }

// key writes the name of a field, after a comma if it is not the first of its object.
func (s *sheaf) key(name string) {
	out := s.out
	if !first(out) {
		out = append(out, ", "...)
	}
	out = append(out, '"')
	out = append(out, name...)
	s.out = append(out, `": `...)
}

// first reports whether nothing of the present object was written yet.
func first(out []byte) bool {
	for i := len(out) - 1; i >= 0; i-- {
		if c := out[i]; c != ' ' && c != '\n' {
			return c == '{'
		}
	}
	return true
}

func (s *sheaf) count(key string, n int) {
	s.key(key)
	s.out = strconv.AppendInt(s.out, int64(n), 10)
}

// known writes a count unless it is 0: not known.
func (s *sheaf) known(key string, n int) {
	if n != 0 {
		s.count(key, n)
	}
}

// says writes a text unless it is empty.
func (s *sheaf) says(key, text string) {
	if text != "" {
		s.key(key)
		s.text(text)
	}
}

func (s *sheaf) length(key string, points float64) {
	s.key(key)
	s.out = appendPoints(s.out, points)
}

func (s *sheaf) box(b *document.Box) {
	out := append(s.out, '[')
	out = appendPoints(out, b.X0)
	out = appendPoints(append(out, ", "...), b.Y0)
	out = appendPoints(append(out, ", "...), b.X1)
	out = appendPoints(append(out, ", "...), b.Y1)
	s.out = append(out, ']')
}

// appendPoints writes a length rounded to a hundredth; what is no number is 0, for JSON has none.
func appendPoints(out []byte, points float64) []byte {
	const most = 1e15
	n := math.Abs(points * 100)
	if !(n <= most) {
		return append(out, '0')
	}
	hundredths := uint64(n)
	if n-float64(hundredths) >= 0.5 {
		hundredths++
	}
	if points < 0 && hundredths > 0 {
		out = append(out, '-')
	}
	out = strconv.AppendUint(out, hundredths/100, 10)
	switch rest := byte(hundredths % 100); {
	case rest == 0:
	case rest%10 == 0:
		out = append(out, '.', '0'+rest/10)
	default:
		out = append(out, '.', '0'+rest/10, '0'+rest%10)
	}
	return out
}

// text writes a JSON string; bytes that are no UTF-8 become the replacement character.
func (s *sheaf) text(text string) {
	from := len(s.out)
	if s.upTo > 0 && text == s.last {
		s.out = append(s.out, s.out[s.after:s.upTo]...)
	} else {
		s.out = appendText(s.out, text)
	}
	s.last, s.after, s.upTo = text, from, len(s.out)
}

func appendText(out []byte, text string) []byte {
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	out = append(out, '"')
	from := 0
	for i := range len(text) {
		if c := text[i]; c < ' ' || c == '"' || c == '\\' {
			out = append(out, text[from:i]...)
			out = appendEscaped(out, c)
			from = i + 1
		}
	}
	out = append(out, text[from:]...)
	return append(out, '"')
}

// appendEscaped writes a byte that cannot stand in a JSON string as it is.
func appendEscaped(out []byte, c byte) []byte {
	const digits = "0123456789abcdef"
	switch {
	case c == '"' || c == '\\':
		return append(out, '\\', c)
	case c == '\n':
		return append(out, `\n`...)
	case c == '\t':
		return append(out, `\t`...)
	}
	return append(out, `\u00`+string([]byte{digits[c>>4], digits[c&15]})...)
}
