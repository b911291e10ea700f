package token

const (
	regular = iota
	blank
	delimiter
	digit // what a number may begin with
)

// classes sorts all bytes as ISO 32000-1, 7.2.2 does, with the beginnings of numbers apart.
var classes = [256]uint8{
	0: blank, '\t': blank, '\n': blank, '\f': blank, '\r': blank, ' ': blank,
	'(': delimiter, ')': delimiter, '<': delimiter, '>': delimiter, '[': delimiter, ']': delimiter,
	'{': delimiter, '}': delimiter, '/': delimiter, '%': delimiter,
	'0': digit, '1': digit, '2': digit, '3': digit, '4': digit, '5': digit, '6': digit, '7': digit,
	'8': digit, '9': digit, '+': digit, '-': digit, '.': digit,
}

// Blank reports whether PDF counts the byte as white space.
func Blank(c byte) bool { return classes[c] == blank }

// Regular reports whether the byte is neither white space nor a delimiter.
func Regular(c byte) bool { return classes[c] == regular || classes[c] == digit }

// Digit returns the value of a hexadecimal digit, or -1.
func Digit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
