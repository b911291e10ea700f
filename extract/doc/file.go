package doc

import (
	"fuhe/extract/compound"
	"fuhe/extract/numbering"
)

// mainStream holds the file information block and the text; a table stream beside it says how they belong together.
const mainStream = "WordDocument"

const (
	signature = 0xA5EC
	word97    = 0xC1 // the first version with this layout
)

// Places in the file information block: flags, and the tables by their number in the list of places and lengths.
const (
	flagEncrypted   = 1 << 8
	flagSecondTable = 1 << 9

	styleSheet      = 1
	characterLooks  = 12
	paragraphLooks  = 13
	fontNames       = 15
	pieceTable      = 33
	listLooks       = 73
	listUses        = 74
	headNumbers     = 34 // where the numbers of two bytes begin
	mainLength      = 3  // the length of the main text, among the numbers of four bytes; those of the other parts follow
	partCount       = 8
	placeLength     = 8
	lengthOfNumbers = 2
)

// file is an open document: its streams, and what the information block says of them.
type file struct {
	text   []byte // the main stream
	table  []byte
	data   []byte // properties that are too long for their page
	at     int    // where the list of places and lengths begins in the main stream
	count  int    // how many there are
	length [partCount]int

	paragraphs, characters *runs
	fonts                  []string
	styles                 []style
	lists                  map[int]*numbering.List // by the numbers of their uses
	pieces                 []piece
}

// open reads the information block and what is needed of the tables. The error is a *document.Trouble.
func open(data []byte) (*file, error) {
	c, err := compound.Open(data)
	if err != nil {
		return nil, damaged(err)
	}
	f := &file{}
	if f.text, err = c.Stream(mainStream); err != nil {
		return nil, damaged(err)
	}
	if len(f.text) < headNumbers || compound.U16(f.text, 0) != signature {
		return nil, damaged(errShort)
	}
	flags := compound.U16(f.text, 10)
	switch {
	case flags&flagEncrypted != 0:
		return nil, encrypted()
	case compound.U16(f.text, 2) < word97:
		return nil, tooOld()
	}
	name := "0Table"
	if flags&flagSecondTable != 0 {
		name = "1Table"
	}
	if f.table, err = c.Stream(name); err != nil {
		return nil, damaged(err)
	}
	f.data, _ = c.Stream("Data") // only documents with long properties or pictures have one
	f.readHead()
	f.paragraphs, f.characters = f.readRuns(paragraphLooks, paragraphEntry), f.readRuns(characterLooks, characterEntry)
	f.fonts, f.styles, f.lists = f.readFonts(), f.readStyles(), f.readLists()
	f.pieces = f.readPieces()
	return f, nil
}

// readHead follows the block through its parts, each with its length before it.
func (f *file) readHead() {
	numbers := headNumbers + 2*int(compound.U16(f.text, headNumbers-2)) + lengthOfNumbers
	for i := range f.length {
		f.length[i] = int(compound.U32(f.text, numbers+4*(mainLength+i)))
	}
	f.at = numbers + 4*int(compound.U16(f.text, numbers-lengthOfNumbers)) + lengthOfNumbers
	f.count = int(compound.U16(f.text, f.at-lengthOfNumbers))
}

// structure returns the bytes of a table by its number; nil where there is none.
func (f *file) structure(number int) []byte {
	if number >= f.count {
		return nil
	}
	from, length := int(compound.U32(f.text, f.at+placeLength*number)), int(compound.U32(f.text, f.at+placeLength*number+4))
	return slice(f.table, from, length)
}

// slice is a part of bytes, as far as they go.
func slice(b []byte, from, length int) []byte {
	if from < 0 || length <= 0 || from >= len(b) {
		return nil
	}
	return b[from : from+min(length, len(b)-from)]
}
