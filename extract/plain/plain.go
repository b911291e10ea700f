// Package plain reads text files. Bytes of an unknown encoding come in, lines with their numbers go
// out. It never says what a line means.
package plain

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"fuhe/extract/document"
)

// sample is how much of a file decides its encoding; control characters are looked for in it.
const sample = 1 << 16

// Sniff reports whether the bytes are plain text in an encoding that Lines reads. Text written in a
// language for programs is not: its lines would be half tags.
func Sniff(data []byte) bool {
	decode, ok := decoder(data)
	return ok && markup(decode, data) == ""
}

// Lines decodes the text and cuts it into lines: without line ends, form feeds and byte order mark,
// with the line number as place, and the page's where form feeds end pages. Words that a copy has twice for being bold stand once. The error is a *document.Trouble.
func Lines(data []byte) ([]document.Line, error) {
	decode, ok := decoder(data)
	if !ok {
		return nil, document.Failed(document.Unsupported, "不是文本：编码既非 UTF-8、GB18030，也非 UTF-16", "not text: neither UTF-8 nor GB18030 nor UTF-16", nil)
	}
	text := unified(decode(data))
	lines := make([]document.Line, 0, strings.Count(text, "\n")+1)
	page := pick(strings.Contains(strings.TrimRight(text, "\n\f "), "\f"), 1, 0)
	for n := 1; strings.Trim(text, "\f") != ""; n++ {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		ends := strings.Count(line, "\f")
		if line = strings.ReplaceAll(line, "\f", ""); page > 0 {
			page += ends
		}
		lines = append(lines, document.Line{Text: line, Place: document.Place{Line: n, Page: page}.Quoting(strings.TrimSpace(line))})
	}
	return struckOnce(lines), nil
}

func pick(yes bool, a, b int) int {
	if yes {
		return a
	}
	return b
}

// unified has a line feed at the end of each line, and no blanks but such as break.
func unified(text string) string {
	for _, odd := range [...]string{"\r", "\u2028", "\u00a0", "\ufeff"} {
		if strings.Contains(text, odd) {
			return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u00a0", " ", "\ufeff", "").Replace(text)
		}
	}
	return text
}

// decoder picks the encoding by byte order mark, then by validity: UTF-8 before GB18030, since valid
// UTF-8 Chinese is hardly ever meaningful GB18030.
func decoder(data []byte) (func([]byte) string, bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		return utf8Text, readable(data[3:min(len(data), sample)])
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return wide(binary.LittleEndian), true
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return wide(binary.BigEndian), true
	}
	if order := zeroBytes(data); order != nil {
		return wide(order), true
	}
	head := data[:min(len(data), sample)]
	if !readable(head) {
		return nil, false
	}
	if validUTF8(data) {
		return utf8Text, true
	}
	if validGB18030(data) {
		return gb18030, true
	}
	return nil, false
}

// damagedShare is the share of a file, as 1/n, that may be broken bytes: copies lose a byte here and
// there, and one lost byte must not lose the file.
const damagedShare = 200

func validUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	bad, multi := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else if n > 1 {
			multi++
		}
		i += n
	}
	return bad == 0 || multi > 0 && bad*damagedShare <= multi*3
}

func validGB18030(data []byte) bool {
	text := gb18030(data)
	return strings.Count(text, "\uFFFD")*damagedShare <= len(text)/3
}

func utf8Text(data []byte) string {
	data = bytes.TrimPrefix(data, []byte{0xEF, 0xBB, 0xBF})
	if utf8.Valid(data) {
		return string(data)
	}
	return strings.ToValidUTF8(string(data), "\uFFFD")
}

// gb18030 decodes GB18030 and its subsets GBK and GB2312. The decoder puts U+FFFD for broken bytes and
// has no error to return for them.
func gb18030(data []byte) string {
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil {
		return ""
	}
	return string(text)
}

func wide(order binary.ByteOrder) func([]byte) string {
	return func(data []byte) string {
		units := make([]uint16, len(data)/2)
		for i := range units {
			units[i] = order.Uint16(data[2*i:])
		}
		return strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff")
	}
}

// rareZero: a zero byte on the other side is as rare as 1 in so many; 一, U+4E00, has one.
const rareZero = 4

// zeroBytes tells UTF-16 without a byte order mark: line ends, digits and blanks are ASCII, so one of
// the two bytes of many units is zero, nearly always the same one, and the other is ASCII.
func zeroBytes(data []byte) binary.ByteOrder {
	head := data[:min(len(data), sample)&^1]
	var even, odd, ascii int
	for i := 0; i < len(head); i += 2 {
		high, low := head[i], head[i+1]
		if high == 0 && low != 0 {
			even++
		} else if low == 0 && high != 0 {
			odd++
		}
		if high == 0 && low < 0x80 || low == 0 && high < 0x80 {
			ascii++
		}
	}
	switch units := len(head) / 2; {
	case units < 4 || max(even, odd)*20 < units || ascii*2 < max(even, odd):
		return nil
	case even*rareZero < odd && decodes(binary.LittleEndian, head):
		return binary.LittleEndian
	case odd*rareZero < even && decodes(binary.BigEndian, head):
		return binary.BigEndian
	}
	return nil
}

func decodes(order binary.ByteOrder, head []byte) bool {
	text := wide(order)(head)
	return readable([]byte(text)) && strings.Count(text, "\uFFFD")*damagedShare <= len(text)
}

// readable reports whether the bytes hold no control characters that text never has.
func readable(head []byte) bool {
	bad := 0
	for _, b := range head {
		if b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B && b != 0x0B || b == 0x7F {
			bad++
		}
	}
	return bad*damagedShare <= len(head)
}
