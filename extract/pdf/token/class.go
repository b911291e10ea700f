package token

const (
	regular = iota
	digit   // regular too: what a number may begin with
	blank
	delimiter
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
func Regular(c byte) bool { return classes[c] <= digit }

// hexDigits are the values of hexadecimal digits, plus one: 0 stands for all other bytes.
var hexDigits = [256]uint8{
	'0': 1, '1': 2, '2': 3, '3': 4, '4': 5, '5': 6, '6': 7, '7': 8, '8': 9, '9': 10,
	'a': 11, 'b': 12, 'c': 13, 'd': 14, 'e': 15, 'f': 16, 'A': 11, 'B': 12, 'C': 13, 'D': 14, 'E': 15, 'F': 16,
}

// Digit returns the value of a hexadecimal digit, or -1.
func Digit(c byte) int { return int(hexDigits[c]) - 1 }
