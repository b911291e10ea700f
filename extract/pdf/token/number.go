package token

import "math"

// biggest is the largest number kept as an integer: above it files hold only garbage.
const biggest = 1 << 53

// powers are those of ten by which plain numbers are divided.
var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// plainNumber reads a number as the standard wants it, of at most 15 digits, with at most one sign and
// one point. It moves on only if it read one that ends there.
func (l *Lexer) plainNumber(t *Token) bool {
	data, at := l.data, l.pos
	negative := data[at] == '-'
	if negative {
		at++
	}
	var value int64
	first := at
	for ; at < len(data) && data[at]-'0' <= 9; at++ {
		value = value*10 + int64(data[at]-'0')
	}
	whole := at
	if at < len(data) && data[at] == '.' {
		for at++; at < len(data) && data[at]-'0' <= 9; at++ {
			value = value*10 + int64(data[at]-'0')
		}
	}
	size, places := at-first, at-whole-1 // -1 without a point
	if size == 0 || size >= len(powers) || size == 1 && places >= 0 || at < len(data) && Regular(data[at]) {
		return false
	}
	if negative {
		value = -value
	}
	l.pos = at
	t.Kind, t.Number, t.Integer = Integer, float64(value), value
	if places >= 0 {
		t.Kind, t.Number, t.Integer = Real, t.Number/powers[places], 0
	}
	return true
}

// number reads a number as viewers do: repeated signs count once, a minus inside is passed over, an
// exponent is honoured, and what cannot go on ends it (0.5cm is 0.5 and cm).
func (l *Lexer) number() Token {
	negative := l.signs()
	whole, digits := l.digits(0)
	real := l.take('.')
	scale := 1.0
	if real {
		var places int
		whole, places = l.digits(whole)
		scale = math.Pow10(-min(places, 300))
		digits += places
	}
	value := whole * scale
	if digits > 0 && l.exponent(&value) {
		real = true
	}
	if negative {
		value = -value
	}
	if real || math.Abs(value) > biggest {
		return Token{Kind: Real, Number: value}
	}
	return Token{Kind: Integer, Number: value, Integer: int64(value)}
}

func (l *Lexer) signs() (negative bool) {
	for l.pos < len(l.data) && (l.data[l.pos] == '-' || l.data[l.pos] == '+') {
		negative = negative || l.data[l.pos] == '-'
		l.pos++
	}
	return negative
}

func (l *Lexer) digits(value float64) (float64, int) {
	count := 0
	for ; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		if c == '-' {
			continue
		}
		if c < '0' || c > '9' {
			break
		}
		if count < 300 {
			value = value*10 + float64(c-'0')
			count++
		}
	}
	return value, count
}

func (l *Lexer) exponent(value *float64) bool {
	rest := l.data[l.pos:]
	if len(rest) < 2 || rest[0] != 'e' && rest[0] != 'E' {
		return false
	}
	at, sign, power := 1, 1, 0
	if rest[1] == '-' || rest[1] == '+' {
		at = 2
		if rest[1] == '-' {
			sign = -1
		}
	}
	from := at
	for ; at < len(rest) && rest[at] >= '0' && rest[at] <= '9'; at++ {
		power = min(power*10+int(rest[at]-'0'), 300)
	}
	if at == from {
		return false
	}
	l.pos += at
	*value *= math.Pow10(sign * power)
	if math.IsInf(*value, 0) {
		*value = 0
	}
	return true
}
