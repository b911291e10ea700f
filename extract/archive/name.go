package archive

import (
	"archive/zip"
	"encoding/binary"
	"hash/crc32"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// unicodePath is the extra field in which archivers keep the name in UTF-8 beside the old one.
const unicodePath = 0x7075

// Name is a member's name. Where the archive does not say that names are UTF-8, as Windows does not, they
// are GB18030, unless they are UTF-8 after all, as those of macOS are.
func Name(f *zip.File) string {
	if name, ok := extraName(f); ok {
		return name
	}
	if !f.NonUTF8 {
		return strings.ToValidUTF8(f.Name, "\uFFFD")
	}
	return Readable(f.Name)
}

// Readable is a name of unknown encoding as text: UTF-8 if it is that, else GB18030.
func Readable(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().String(name)
	if err != nil {
		return strings.ToValidUTF8(name, "\uFFFD")
	}
	return text
}

// extraName reads the Unicode name, which counts as long as it belongs to the name it stands beside.
func extraName(f *zip.File) (string, bool) {
	for extra := f.Extra; len(extra) >= 4; {
		id, size := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		extra = extra[4:]
		if size > len(extra) {
			return "", false
		}
		field := extra[:size]
		extra = extra[size:]
		if id == unicodePath && size > 5 && field[0] == 1 && binary.LittleEndian.Uint32(field[1:]) == crc32.ChecksumIEEE([]byte(f.Name)) {
			return string(field[5:]), utf8.Valid(field[5:])
		}
	}
	return "", false
}
