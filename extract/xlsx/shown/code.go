package shown

import (
	"math/big"
	"strings"
	"unicode/utf8"
)

// kind tells the parts of a section.
type kind int

const (
	literal kind = iota
	digit        // 0, # or ?
	point
	comma
	generalMark // the word General
)

type token struct {
	kind kind
	text string
}

// Parse takes a format code apart. It reports false for codes of dates, times, fractions and powers of
// ten, and for codes that are broken.
func Parse(code string) (Format, bool) {
	if code == "" || strings.EqualFold(code, "General") {
		return Format{}, true
	}
	var f Format
	p := &parser{rest: code}
	for {
		s, ok := p.section()
		if !ok {
			return Format{}, false
		}
		f.sections = append(f.sections, s)
		if p.rest == "" {
			break
		}
		p.rest = p.rest[1:] // the semicolon
	}
	if last := len(f.sections) - 1; last > 0 && (last == 3 || f.sections[last].texts) {
		f.sections = f.sections[:last]
	}
	return f, true
}

// parser reads a code from left to right.
type parser struct{ rest string }

// section reads up to the next semicolon, which stays.
func (p *parser) section() (section, bool) {
	var s section
	for p.rest != "" && p.rest[0] != ';' {
		if !p.token(&s) {
			return s, false
		}
	}
	s.settle()
	return s, true
}

// token reads one part of the section; false means that the code is none of ours.
func (p *parser) token(s *section) bool {
	r, n := utf8.DecodeRuneInString(p.rest)
	switch {
	case strings.ContainsRune("0#?", r):
		s.add(digit, p.take(n))
	case r == '.':
		s.add(point, p.take(n))
	case r == ',':
		s.add(comma, p.take(n))
	case r == '%':
		s.percent++
		s.add(literal, p.take(n))
	case r == '"':
		return p.quoted(s)
	case r == '\\' || r == '!':
		p.take(n)
		_, n = utf8.DecodeRuneInString(p.rest)
		s.add(literal, p.take(n))
	case r == '_' || r == '*': // a gap as wide as the next character; a filler
		p.take(n)
		_, n = utf8.DecodeRuneInString(p.rest)
		p.take(n)
		s.add(literal, gap(r))
	case r == '[':
		return p.bracket(s)
	case len(p.rest) >= 7 && strings.EqualFold(p.rest[:7], "General"):
		s.add(generalMark, p.take(7))
	case strings.ContainsRune("yYmMdDhHsSeEgGaAbBnN/", r):
		return false
	case r == '@': // a number under a text format is shown as it is
		s.add(generalMark, p.take(n))
		s.texts = true
	default:
		s.add(literal, p.take(n))
	}
	return true
}

func gap(r rune) string {
	if r == '_' {
		return " "
	}
	return ""
}

func (p *parser) take(n int) string {
	text := p.rest[:n]
	p.rest = p.rest[n:]
	return text
}

func (p *parser) quoted(s *section) bool {
	text, rest, ok := strings.Cut(p.rest[1:], `"`)
	p.rest = rest
	s.add(literal, text)
	return ok
}

// bracket reads [Red], [$¥-804] or [>=60]; [h] and [DBNum1] are not for numbers in digits.
func (p *parser) bracket(s *section) bool {
	text, rest, ok := strings.Cut(p.rest[1:], "]")
	if !ok {
		return false
	}
	p.rest = rest
	switch lower := strings.ToLower(text); {
	case strings.HasPrefix(text, "$"):
		symbol, _, _ := strings.Cut(text[1:], "-")
		s.add(literal, symbol)
	case strings.ContainsAny(text[:min(len(text), 1)], "<>="):
		operator := text[:len(text)-len(strings.TrimLeft(text, "<>="))]
		limit, valid := Decimal(text[len(operator):])
		if !valid {
			return false
		}
		s.when = &condition{operator, limit}
	case strings.HasPrefix(lower, "dbnum"), strings.Trim(lower, "hms") == "":
		return false
	}
	return true
}

func (s *section) add(k kind, text string) {
	if k == literal && text == "" {
		return
	}
	s.tokens = append(s.tokens, token{k, text})
}

// settle tells the commas apart: between digits they group thousands, behind the last digit before the
// point or the end each divides by a thousand.
func (s *section) settle() {
	first, last := -1, -1
	for i, t := range s.tokens {
		if t.kind == point {
			break
		}
		if t.kind == digit {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	end := s.lastDigit()
	kept := s.tokens[:0]
	for i, t := range s.tokens {
		switch {
		case t.kind != comma:
			kept = append(kept, t)
		case first >= 0 && i > first && i < last:
			s.grouped = true
		case i > last && (i < end || end == last) || i > end:
			s.scale++
		}
	}
	s.tokens = kept
}

func (s *section) lastDigit() int {
	for i := len(s.tokens) - 1; i >= 0; i-- {
		if s.tokens[i].kind == digit {
			return i
		}
	}
	return -1
}

// scaled is the value after percent signs and scaling commas.
func (s *section) scaled(value *big.Rat) *big.Rat {
	out := new(big.Rat).Set(value)
	for range s.percent {
		out.Mul(out, big.NewRat(100, 1))
	}
	for range s.scale {
		out.Quo(out, big.NewRat(1000, 1))
	}
	return out
}
