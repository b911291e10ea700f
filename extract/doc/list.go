package doc

import (
	"strconv"
	"strings"

	"fuhe/extract/compound"
	"fuhe/extract/numbering"
)

// listRef names a level of a list by the number of its use, from 1; 0 is none. Set says that it was written at all.
type listRef struct {
	use, level int
	set        bool
}

const (
	lookSize   = 28
	levelSize  = 28
	useSize    = 16
	simpleList = 1
	mostLists  = 4096
)

// readLists reads the looks of lists, whose levels follow behind the table itself, and their uses.
func (f *file) readLists() map[int]*numbering.List {
	b := f.structure(listLooks)
	n := min(int(compound.U16(b, 0)), mostLists)
	if len(b) < 2+lookSize*n {
		return nil
	}
	from := int(compound.U32(f.text, f.at+placeLength*listLooks)) + 2 + lookSize*n
	levels := slice(f.table, from, len(f.table))
	looks := map[uint32]*numbering.Look{}
	for i := range n {
		entry := b[2+lookSize*i:]
		look := numbering.NewLook()
		count := numbering.Levels
		if entry[26]&simpleList != 0 {
			count = 1
		}
		for at := range count {
			look.Levels[at], levels = readLevel(levels, at)
		}
		looks[compound.U32(entry, 0)] = look
	}
	return f.readUses(looks)
}

// readLevel reads one level and returns what stands behind it.
func readLevel(b []byte, at int) (numbering.Level, []byte) {
	lv := numbering.NewLevel(at)
	if len(b) < levelSize {
		return lv, nil
	}
	lv.Start, lv.Format, lv.Legal = int(compound.U32(b, 0)), formatOf(b[4]), b[5]&4 != 0
	text := levelSize + int(b[24]) + int(b[25])
	length := int(compound.U16(b, text))
	lv.Text = labelText(slice(b, text+2, 2*length))
	return lv, b[min(text+2+2*length, len(b)):]
}

// labelText reads a label; the numbers below nine in it stand for the counters of the levels.
func labelText(b []byte) string {
	var text strings.Builder
	for i := 0; i+1 < len(b); i += 2 {
		if r := rune(compound.U16(b, i)); r < numbering.Levels {
			text.WriteString("%" + strconv.Itoa(int(r)+1))
		} else {
			text.WriteRune(r)
		}
	}
	return text.String()
}

// readUses reads the uses of lists, by their numbers, from 1.
func (f *file) readUses(looks map[uint32]*numbering.Look) map[int]*numbering.List {
	b := f.structure(listUses)
	uses := map[int]*numbering.List{}
	for i := range min(int(compound.U32(b, 0)), mostLists) {
		if entry := slice(b, 4+useSize*i, useSize); len(entry) == useSize {
			uses[i+1] = &numbering.List{Look: looks[compound.U32(entry, 0)]}
		}
	}
	return uses
}

// formatOf names a number format of the file as later formats name it; those that are not listed count in digits.
func formatOf(code byte) string {
	names := map[byte]string{
		0x01: "upperRoman", 0x02: "lowerRoman", 0x03: "upperLetter", 0x04: "lowerLetter", 0x0A: "ideographDigital",
		0x0B: "japaneseCounting", 0x0E: "decimalFullWidth", 0x10: "japaneseLegal", 0x11: "japaneseDigitalTenThousand",
		0x12: "decimalEnclosedCircle", 0x13: "decimalFullWidth2", 0x16: "decimalZero", 0x17: "bullet",
		0x1A: "decimalEnclosedFullstop", 0x1B: "decimalEnclosedParen", 0x1C: "decimalEnclosedCircleChinese",
		0x1D: "ideographEnclosedCircle", 0x1E: "ideographTraditional", 0x1F: "ideographZodiac",
		0x21: "taiwaneseCounting", 0x22: "ideographLegalTraditional", 0x23: "taiwaneseCountingThousand", 0x24: "taiwaneseDigital",
		0x25: "chineseCounting", 0x26: "chineseLegalSimplified", 0x27: "chineseCountingThousand", 0xFF: "none",
	}
	if name, ok := names[code]; ok {
		return name
	}
	return "decimal"
}

// style is a paragraph style, as far as lists need it.
type style struct {
	based int // the number of the style that it goes by where it says nothing; one that there is not for none
	list  listRef
}

// longestChain is the most styles that are based on one another; more is a circle.
const longestChain = 16

// styleList is the list of a style, or of the one that it is based on.
func (f *file) styleList(i int) listRef {
	for range longestChain {
		if i >= len(f.styles) {
			break
		}
		if s := f.styles[i]; s.list.set {
			return s.list
		} else {
			i = s.based
		}
	}
	return listRef{}
}

// readStyles reads the style sheet.
func (f *file) readStyles() []style {
	b := f.structure(styleSheet)
	head := int(compound.U16(b, 0))
	count, fixed := int(compound.U16(b, 2)), int(compound.U16(b, 4))
	var styles []style
	for at := 2 + head; at+2 <= len(b) && len(styles) < count; {
		length := int(compound.U16(b, at))
		styles = append(styles, f.readStyle(slice(b, at+2, length), fixed))
		at += 2 + length
	}
	return styles
}

// readStyle reads one style: a part of fixed length, the name, and for paragraphs their properties.
func (f *file) readStyle(b []byte, fixed int) style {
	const paragraphs = 1
	kind := compound.U16(b, 2)
	s := style{based: int(kind >> 4)}
	if kind&0xF != paragraphs || len(b) == 0 {
		return s
	}
	at := fixed + 2 + 2*int(compound.U16(b, fixed)) + 2
	at += at & 1
	list := slice(b, at+2, int(compound.U16(b, at)))
	for code, value := range f.properties(list[min(2, len(list)):]) {
		switch code {
		case listUse:
			s.list.use, s.list.set = int(int16(compound.U16(value, 0))), true
		case listLevel:
			s.list.level = int(value[0])
		}
	}
	return s
}
