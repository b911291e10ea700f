package html

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// declared finds the charset that a page names for itself.
var declared = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_-]+)`)
})

// declaredWithin is how far into a page its charset is named; portals put scripts before it.
const declaredWithin = 8192

// decode turns a page's bytes into text: by the byte order mark, then by what the bytes are, since pages
// moved from one system to another keep the old name of their charset. Only bytes that are no UTF-8 are
// read as the page says, or else as GB18030, which holds GBK and GB2312.
func decode(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		return strings.ToValidUTF8(string(data[3:]), "\uFFFD")
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return wide(binary.LittleEndian, data[2:])
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return wide(binary.BigEndian, data[2:])
	case bytes.HasPrefix(data, []byte{'<', 0}):
		return wide(binary.LittleEndian, data)
	case isUTF8(data):
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	text, err := charset(data).NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	return string(text)
}

// charset is the one that the page names, if it is a Chinese one.
func charset(data []byte) encoding.Encoding {
	m := declared().FindSubmatch(data[:min(len(data), declaredWithin)])
	if m == nil {
		return simplifiedchinese.GB18030
	}
	switch strings.ToLower(string(m[1])) {
	case "big5", "big5-hkscs":
		return traditionalchinese.Big5
	case "hz-gb-2312", "hz":
		return simplifiedchinese.HZGB2312
	}
	return simplifiedchinese.GB18030
}

// brokenShare is the share, as 1/n of the characters beyond ASCII, that may be broken in UTF-8: a page
// cut by bytes has a few such.
const brokenShare = 100

func isUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	broken, whole := 0, 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			whole++
		}
		i += size
	}
	return broken == 0 || broken*brokenShare <= whole
}

func wide(order binary.ByteOrder, data []byte) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}
