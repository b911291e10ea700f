// Package shown writes a stored number as a spreadsheet shows it. A decimal and a number format code
// come in, the text in the cell goes out. Rounding is exact and half away from zero, as spreadsheets
// round what they show. It never formats dates, fractions or powers of ten: of those it says that it
// cannot.
package shown

import (
	"math/big"
	"strconv"
	"strings"
)

// Format is a number format code, taken apart. The zero Format shows numbers as General does.
type Format struct{ sections []section }

// section is one part of a code between semicolons.
type section struct {
	when    *condition // [>=60], or nil
	tokens  []token
	percent int // how often the value is multiplied by 100
	scale   int // how often it is divided by 1000
	grouped bool
	texts   bool // it is for texts: it holds @
}

// condition is what a value must meet for its section: [>=60].
type condition struct {
	operator string
	limit    *big.Rat
}

func (c *condition) met(value *big.Rat) bool {
	order := value.Cmp(c.limit)
	switch c.operator {
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	case ">=":
		return order >= 0
	case "<>":
		return order != 0
	}
	return order == 0
}

// Decimal reads a stored number with the 15 significant digits that spreadsheets keep: files hold
// 9.4760000000000009 where the cell says 9.476.
func Decimal(stored string) (*big.Rat, bool) {
	f, err := strconv.ParseFloat(strings.TrimSpace(stored), 64)
	if err != nil || f-f != 0 { // infinite or no number
		return nil, false
	}
	return new(big.Rat).SetString(strconv.FormatFloat(f, 'e', 14, 64))
}

// Text writes the value. It is empty where the format hides the value.
func (f Format) Text(value *big.Rat) string {
	if len(f.sections) == 0 {
		return general(value)
	}
	s, signed := f.choose(value)
	if s == nil {
		return general(value)
	}
	text := s.write(new(big.Rat).Abs(value))
	if signed && value.Sign() < 0 && text != "" {
		text = "-" + text
	}
	return strings.TrimSpace(text)
}

// choose picks the section for the value, and reports whether the sign is written: a section for
// negative values alone writes its own.
func (f Format) choose(value *big.Rat) (*section, bool) {
	numbers := f.sections[:min(len(f.sections), 3)]
	for i := range numbers {
		if numbers[i].when != nil {
			return f.chooseByCondition(value)
		}
	}
	switch sign := value.Sign(); {
	case sign < 0 && len(numbers) > 1:
		return &numbers[1], false
	case sign == 0 && len(numbers) > 2:
		return &numbers[2], false
	}
	return &numbers[0], true
}

func (f Format) chooseByCondition(value *big.Rat) (*section, bool) {
	for i := range f.sections {
		s := &f.sections[i]
		if s.when == nil || s.when.met(value) {
			return s, true
		}
	}
	return nil, true
}

// generalWidth is the most characters that General shows without the sign.
const generalWidth = 11

// general writes a number as a cell without a format does: at most eleven characters, no zeros at the end.
func general(value *big.Rat) string {
	abs := new(big.Rat).Abs(value)
	whole := new(big.Int).Quo(abs.Num(), abs.Denom()).String()
	if len(whole) > generalWidth {
		return powerOfTen(value)
	}
	if whole == "0" && abs.Sign() > 0 && abs.Cmp(big.NewRat(1, 100_000_000)) < 0 {
		return powerOfTen(value)
	}
	text := value.FloatString(max(generalWidth-1-len(whole), 0))
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	if text == "-0" {
		return "0"
	}
	return text
}

func powerOfTen(value *big.Rat) string {
	f, _ := value.Float64()
	return strconv.FormatFloat(f, 'G', 6, 64)
}
