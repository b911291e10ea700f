package doc

import (
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"fuhe/extract/compound"
)

// unit is one character of the text with the place in the main stream at which its properties are found.
type unit struct {
	char  rune
	at    int
	piece int
}

// unitBytes is about what a unit costs in memory.
const unitBytes = 32

// piece is a stretch of text that lies together in the main stream.
type piece struct {
	length  int // in characters of two bytes, or one
	at      int
	narrow  bool   // one byte a character
	changes []byte // properties that go over those at the place
}

const (
	changesMark = 1 // before properties, in the piece table
	piecesMark  = 2
	narrowBit   = 1 << 30
	pieceSize   = 8
)

// readPieces reads the piece table: places of the pieces, and the properties that quick saving put over them.
func (f *file) readPieces() []piece {
	b := f.structure(pieceTable)
	var changes [][]byte
	for len(b) > 3 && b[0] == changesMark {
		length := int(compound.U16(b, 1))
		changes = append(changes, slice(b, 3, length))
		b = b[min(3+length, len(b)):]
	}
	if len(b) < 5 || b[0] != piecesMark {
		return nil
	}
	b = slice(b, 5, int(compound.U32(b, 1)))
	n := (len(b) - 4) / (4 + pieceSize)
	var pieces []piece
	for i := range max(n, 0) {
		from, to := int(compound.U32(b, 4*i)), int(compound.U32(b, 4*i+4))
		if to <= from {
			continue
		}
		d := b[4*(n+1)+pieceSize*i:]
		place := compound.U32(d, 2)
		p := piece{length: to - from, at: int(place &^ narrowBit), narrow: place&narrowBit != 0, changes: changesOf(compound.U16(d, 6), changes)}
		if p.narrow {
			p.at /= 2
		}
		pieces = append(pieces, p)
	}
	return pieces
}

// changesOf are the properties that a piece's modifier names: by the number of a list of them, or as one property
// in short form, of which only what makes tables matters here.
func changesOf(modifier uint16, changes [][]byte) []byte {
	if modifier&1 != 0 {
		if i := int(modifier >> 1); i < len(changes) {
			return changes[i]
		}
		return nil
	}
	short := map[uint16]uint16{0x18: inTable, 0x19: rowEnd}
	if code, ok := short[modifier>>1&0x7F]; ok {
		return []byte{byte(code), byte(code >> 8), byte(modifier >> 8)}
	}
	return nil
}

// units decodes the text of all pieces, at most so many characters. The error is a *document.Trouble.
func (f *file) units(most int64) ([]unit, error) {
	var units []unit
	for i, p := range f.pieces {
		width := 2
		if p.narrow {
			width = 1
		}
		b := slice(f.text, p.at, p.length*width)
		if int64(len(units)+len(b)/width) > most {
			return nil, tooLarge()
		}
		for j := 0; j+width <= len(b); j += width {
			r := rune(b[j])
			if p.narrow {
				r = charmap.Windows1252.DecodeByte(b[j])
			} else {
				r |= rune(b[j+1]) << 8
			}
			units = append(units, unit{char: r, at: p.at + j, piece: i})
		}
	}
	if len(units) == 0 {
		return nil, damaged(errShort)
	}
	return units, nil
}

// parts are the stretches of text that a person reads, in order: the body, footnotes, endnotes and text boxes.
func (f *file) parts(units []unit) [][]unit {
	var parts [][]unit
	for i, length := range f.length {
		length = max(0, min(length, len(units)))
		switch i {
		case 0, 1, 5, 6: // of body, footnotes, headers, macros, comments, endnotes, text boxes, text boxes of headers
			parts = append(parts, units[:length])
		}
		units = units[length:]
	}
	return parts
}

// written joins characters to text; halves of a pair become one.
func written(chars []rune) string {
	for _, r := range chars {
		if utf16.IsSurrogate(r) {
			return paired(chars)
		}
	}
	return string(chars)
}

func paired(chars []rune) string {
	var out []rune
	for i := 0; i < len(chars); i++ {
		r := chars[i]
		if utf16.IsSurrogate(r) && i+1 < len(chars) {
			if both := utf16.DecodeRune(r, chars[i+1]); both != '\uFFFD' {
				out = append(out, both)
				i++
				continue
			}
		}
		out = append(out, r)
	}
	return string(out)
}
