package shown

import (
	"math/big"
	"slices"
	"strings"
)

// write writes a value that is not negative.
func (s *section) write(value *big.Rat) string {
	whole, part := s.places()
	digits, fraction, _ := strings.Cut(s.scaled(value).FloatString(part), ".")
	if digits == "0" {
		digits = ""
	}
	w := &writer{section: s, digits: digits, fraction: fraction, places: whole, part: part}
	for i, t := range s.tokens {
		switch t.kind {
		case literal:
			w.out.WriteString(t.text)
		case generalMark:
			w.out.WriteString(general(value))
		case point:
			w.behind = true
			if part > 0 || i > 0 {
				w.point()
			}
		case digit:
			w.digit(t.text)
		}
	}
	return w.out.String()
}

// places counts the digit marks before and behind the point.
func (s *section) places() (whole, part int) {
	behind := false
	for _, t := range s.tokens {
		switch {
		case t.kind == point:
			behind = true
		case t.kind == digit && behind:
			part++
		case t.kind == digit:
			whole++
		}
	}
	return whole, part
}

// writer lays digits on the marks of a section.
type writer struct {
	*section
	out              strings.Builder
	digits, fraction string
	places, part     int // marks that are left before the point, and behind it
	behind           bool
	begun            bool // a digit of the whole part is written
}

// digit fills one mark. The first mark before the point takes all digits that the others leave.
func (w *writer) digit(mark string) {
	if w.behind {
		w.fractionDigit(mark)
		return
	}
	for len(w.digits) > w.places || len(w.digits) == w.places && w.digits != "" {
		w.put(w.digits[:1], len(w.digits))
		w.digits = w.digits[1:]
		if len(w.digits) < w.places {
			w.places--
			return
		}
	}
	if mark == "0" || w.begun {
		w.put("0", w.places)
	}
	w.places--
}

// put writes a digit that has the given place from the right, with its comma.
func (w *writer) put(digit string, place int) {
	w.out.WriteString(digit)
	w.begun = true
	if w.grouped && place > 1 && place%3 == 1 {
		w.out.WriteByte(',')
	}
}

// point writes the decimal point, unless only optional digits stand behind it and all are zero. Without
// a mark before it the whole part stands there all the same.
func (w *writer) point() {
	if !w.begun && w.digits != "" {
		w.out.WriteString(w.digits)
	}
	if w.part == 0 || w.fraction != "" && strings.Trim(w.fraction, "0") == "" && w.optional() {
		return
	}
	w.out.WriteByte('.')
}

func (w *writer) optional() bool {
	behind := false
	return !slices.ContainsFunc(w.tokens, func(t token) bool {
		behind = behind || t.kind == point
		return behind && t.kind == digit && t.text == "0"
	})
}

func (w *writer) fractionDigit(mark string) {
	if w.fraction == "" {
		return
	}
	next := w.fraction[:1]
	if mark != "0" && strings.Trim(w.fraction, "0") == "" {
		next = ""
	}
	w.out.WriteString(next)
	w.fraction = w.fraction[1:]
}
