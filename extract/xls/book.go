package xls

import (
	"errors"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"

	"fuhe/extract/compound"
	"fuhe/extract/document"
)

// book is what the records before the sheets say.
type book struct {
	stream  []byte
	unicode bool // texts are UTF-16: since Excel 97
	sheets  []sheetRef
	strings []string
	formats map[int]string // codes of number formats by number
	styles  []style
	dates   dates
	hidden  []document.Message
	cells   int
	text    int64
}

type sheetRef struct {
	name   string
	at     int
	hidden bool
}

// style is what a cell style says of numbers and borders.
type style struct {
	format int
	lined  bool
}

const version97 = 0x0600

func openBook(stream []byte) (*book, error) {
	first, at, ok := next(stream, 0)
	if !ok || first.kind != recBegin {
		return nil, damaged(errors.New("no workbook in the stream"))
	}
	b := &book{stream: stream, unicode: compound.U16(first.data(), 0) >= version97, formats: map[int]string{}}
	for {
		r, end, ok := next(stream, at)
		if !ok || r.kind == recEnd {
			break
		}
		at = end
		if r.kind == recFilePass {
			return nil, encrypted()
		}
		b.global(r)
	}
	if len(b.sheets) == 0 {
		return nil, damaged(errors.New("no sheets"))
	}
	return b, nil
}

// global takes one record that holds for the whole workbook.
func (b *book) global(r record) {
	d := r.data()
	switch r.kind {
	case recDateMode:
		b.dates.from1904 = compound.U16(d, 0) == 1
	case recFormat:
		b.formats[int(compound.U16(d, 0))] = b.long(record{r.kind, r.parts}, 2)
	case recXF:
		b.styles = append(b.styles, b.style(d))
	case recSST:
		b.readStrings(r)
	case recBoundSheet:
		if len(d) > 7 && d[5] == 0 { // no chart, no macros
			b.sheets = append(b.sheets, sheetRef{b.brief(d, 6), int(compound.U32(d, 0)), d[4]&3 != 0})
		}
	}
}

// style reads a cell style; borders stand in other bits before Excel 97.
func (b *book) style(d []byte) style {
	s := style{format: int(compound.U16(d, 2))}
	if b.unicode {
		s.lined = compound.U32(d, 10)&0xFFFF != 0
	} else {
		s.lined = compound.U16(d, 10)>>6&7 != 0 || compound.U16(d, 12)&0x1FF != 0
	}
	return s
}

// readStrings reads the texts that cells refer to by number.
func (b *book) readStrings(r record) {
	in := &reader{parts: r.parts}
	in.u32()
	for count := in.u32(); count > 0 && !in.short; count-- {
		length := in.u16()
		if text := in.text(length); !in.short {
			b.strings = append(b.strings, text)
		}
	}
}

// long reads a text whose length takes two bytes; the lengths of formats took one before Excel 97.
func (b *book) long(r record, at int) string {
	in := &reader{parts: r.parts, at: at}
	switch {
	case b.unicode:
		return in.text(in.u16())
	case r.kind == recFormat:
		return in.bytes(int(in.byte()))
	}
	return in.bytes(in.u16())
}

// brief reads a text whose length takes one byte.
func (b *book) brief(d []byte, at int) string {
	in := &reader{parts: [][]byte{d}, at: at}
	if b.unicode {
		return in.text(int(in.byte()))
	}
	return in.bytes(int(in.byte()))
}

// bytes reads a text in the code page of Chinese Windows.
func (r *reader) bytes(count int) string {
	var raw []byte
	for len(raw) < count && !r.short {
		raw = append(raw, r.byte())
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(raw)
	if err != nil {
		return ""
	}
	return string(text)
}

func decodeUnits(units []uint16) string { return string(utf16.Decode(units)) }
