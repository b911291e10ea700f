package font

import "math"

// chars are the characters of the codes of a font that were met so far: a few hundred of the many that it
// may have. They are found by their codes in a table that is at most half full.
type chars struct {
	table []uint16             // by a number mixed from the code, or the next free place: which char, plus one
	shift int                  // that leaves of such a number as many bits as the table has places
	all   []*[charsAtOnce]Char // they stay where they are
	count int
	rare  Char // of a code beyond those that are kept
}

const (
	charsAtOnce = 32 // for how many room is made at a time
	fewChars    = 64 // places of the first table
)

// place is where the search for a code begins.
func (s *chars) place(code uint32) int { return int(code * 0x9E3779B1 >> s.shift) }

func (s *chars) at(i int) *Char { return &s.all[i/charsAtOnce][i%charsAtOnce] }

// find returns the character of a code, or nil if it was not met yet.
func (s *chars) find(code uint32) *Char {
	if len(s.table) == 0 {
		return nil
	}
	for i := s.place(code); ; i++ {
		n := int(s.table[i&(len(s.table)-1)])
		if n == 0 {
			return nil
		}
		if c := s.at(n - 1); c.code == code {
			return c
		}
	}
}

// add makes room for the character of a code that was not met yet.
func (s *chars) add(code uint32) *Char {
	if s.count == math.MaxUint16 {
		return &s.rare
	}
	if 2*s.count >= len(s.table) {
		s.grow()
	}
	if s.count%charsAtOnce == 0 {
		s.all = append(s.all, new([charsAtOnce]Char))
	}
	s.count++
	s.enter(code, s.count)
	return s.at(s.count - 1)
}

// grow enters all into a table four times as large.
func (s *chars) grow() {
	size := max(fewChars, 4*len(s.table))
	s.table, s.shift = make([]uint16, size), 32
	for n := size; n > 1; n /= 2 {
		s.shift--
	}
	for n := range s.count {
		s.enter(s.at(n).code, n+1)
	}
}

func (s *chars) enter(code uint32, n int) {
	i := s.place(code)
	for s.table[i&(len(s.table)-1)] != 0 {
		i++
	}
	s.table[i&(len(s.table)-1)] = uint16(n)
}
