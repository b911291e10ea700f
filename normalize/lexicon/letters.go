package lexicon

import "strings"

// Letters tells roughly which characters a text holds: one bit for every 1024th code point. A text that
// lacks a character of a word for certain does not hold the word, so most words of a long list need not
// be searched for.
type Letters [letterClasses / 64]uint64

const letterClasses = 1024

// LettersOf marks the characters of a text. What is no proper UTF-8 is looked at from every byte on, so
// that a word of proper UTF-8 is never passed over.
func LettersOf(s string) (l Letters) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c < 0x80:
			l[c/64] |= 1 << (c % 64)
		case c >= 0xE0 && i+2 < len(s):
			second, third := s[i+1], s[i+2]
			l[second&0x0F] |= 1 << (third & 0x3F)
			if (second^0x80)&0xC0 == 0 && (third^0x80)&0xC0 == 0 {
				i += 2 // neither begins a character
			}
		}
	}
	return l
}

// May reports whether a text with the letters may hold the word: its first and its last character may
// be there. Characters of two or four bytes are not asked for.
func (l *Letters) May(word string) bool {
	n := len(word)
	if n == 0 {
		return true
	}
	first, last := word[0], word[n-1]
	switch {
	case first < 0x80 && !l.holdsASCII(first), first >= 0xE0 && n > 2 && !l.holds(word[1], word[2]):
		return false
	case last < 0x80:
		return l.holdsASCII(last)
	}
	return n <= 3 || word[n-3] < 0xE0 || l.holds(word[n-2], last)
}

func (l *Letters) holdsASCII(c byte) bool { return l[c/64%2]&(1<<(c%64)) != 0 }

// holds reports whether a character that ends in these two bytes, of three, may be there.
func (l *Letters) holds(second, third byte) bool { return l[second&0x0F]&(1<<(third&0x3F)) != 0 }

// Mark marks a character.
func (l *Letters) Mark(r rune) {
	if r > 0xFFFF {
		letters := LettersOf(string(r))
		l.Add(&letters)
		return
	}
	class := uint(r) % letterClasses
	l[class/64] |= 1 << (class % 64)
}

// Has reports whether a text with the letters may hold the character; those of two or four bytes are not asked for.
func (l *Letters) Has(r rune) bool {
	class := uint(r) % letterClasses
	return r >= 0x80 && r < 0x800 || r > 0xFFFF || l[class/64]&(1<<(class%64)) != 0
}

// fewWords is how many words are searched for sooner than the letters of the text are marked.
const fewWords = 2

// HoldsAny reports whether the text holds one of the words.
func HoldsAny(s string, words ...string) bool {
	if len(words) <= fewWords {
		for _, w := range words {
			if strings.Contains(s, w) {
				return true
			}
		}
		return false
	}
	l := LettersOf(s)
	return l.HoldsAny(s, words...)
}

// HoldsAny reports whether the text, which has the letters, holds one of the words: for a text that is
// searched for many lists of words.
func (l *Letters) HoldsAny(s string, words ...string) bool {
	for _, w := range words {
		if l.May(w) && strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// MayAny reports whether a text with the letters may hold one of the words.
func (l *Letters) MayAny(words ...string) bool {
	for _, w := range words {
		if l.May(w) {
			return true
		}
	}
	return false
}

// Add marks the characters of another text too.
func (l *Letters) Add(other *Letters) {
	for i, bits := range other {
		l[i] |= bits
	}
}
