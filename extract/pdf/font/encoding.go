package font

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// coding tells what the codes of a simple font stand for: nothing, where it does not know.
type coding func(code byte) string

// listed is the coding of a list.
func listed(texts *[256]string) coding { return func(code byte) string { return texts[code] } }

// encodingOf is a simple font's encoding: a base encoding and the differences from it (ISO 32000-1, 9.6.6).
func (s *Shelf) encodingOf(f *Font, v pdf.Value) coding {
	encoding := v.Key("Encoding")
	base := encoding.Name()
	if encoding.Kind() == pdf.Dict {
		base = encoding.Key("BaseEncoding").Name()
	}
	texts := s.baseEncoding(base, f, v)
	list := encoding.Key("Differences")
	if list.Len() == 0 || base != "" && s.keepsCodes(list) {
		return texts
	}
	names := map[byte]string{}
	for code, name := range differences(list) {
		names[byte(code)] = name
	}
	return func(code byte) string {
		if name, differs := names[code]; differs {
			return s.nameText(name)
		}
		return texts(code)
	}
}

// differences yields the codes that an encoding gives names, with these.
func differences(list pdf.Value) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		code := 0
		for i := range list.Len() {
			item := list.Index(i)
			if item.Kind() != pdf.Name {
				code = int(item.Int64())
				continue
			}
			if code >= 0 && code < 256 && !yield(code, item.Name()) {
				return
			}
			code++
		}
	}
}

// keepsCodes reports whether names that mean nothing stand for the codes of the base encoding: programs
// that turn fonts into drawings name the glyphs by counting and keep their codes. Those that give codes
// by counting too leave no gaps, and theirs mean nothing.
func (s *Shelf) keepsCodes(list pdf.Value) bool {
	const least = 3 // runs of codes
	runs, next := 0, -1
	for code, name := range differences(list) {
		if s.nameText(name) != "" {
			return false
		}
		if code != next {
			runs++
		}
		next = code + 1
	}
	return runs >= least
}

// baseEncoding is a named encoding; fonts of signs have their own, and so have programs whose encoding
// the PDF does not name.
func (s *Shelf) baseEncoding(name string, f *Font, v pdf.Value) coding {
	if signs := symbolTexts(f.Name); signs != nil {
		return listed(signs)
	}
	switch name {
	case "WinAnsiEncoding":
		return mapped(charmap.Windows1252)
	case "MacRomanEncoding":
		return mapped(charmap.Macintosh)
	case "StandardEncoding":
		return listed(standardTexts())
	}
	if own := s.builtIn(v.Key("FontDescriptor")); own != nil {
		return listed(own)
	}
	if v.Key("Subtype").Name() == "TrueType" {
		return mapped(charmap.Windows1252)
	}
	return listed(standardTexts())
}

// mapped is the coding of a character set, but for its control characters.
func mapped(m *charmap.Charmap) coding {
	return func(code byte) string {
		if text := string(m.DecodeByte(code)); code >= ' ' && code != 0x7F && readable(text) {
			return text
		}
		return ""
	}
}

// standardHigh is the upper half of StandardEncoding, from code 161 on (ISO 32000-1, annex D.2).
const standardHigh = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\x00–†‡·\x00¶•‚„”»…‰\x00¿\x00`´ˆ˜¯˘˙¨\x00˚¸\x00˝˛ˇ—" +
	"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00Æ\x00ª\x00\x00\x00\x00ŁØŒº" +
	"\x00\x00\x00\x00\x00æ\x00\x00\x00ı\x00\x00łøœß"

func standardTexts() *[256]string {
	texts := &[256]string{}
	for code := ' '; code < 0x7F; code++ {
		texts[code] = string(code)
	}
	texts['\''], texts['`'] = "’", "‘"
	code := 161
	for _, r := range standardHigh {
		if r != 0 {
			texts[code] = string(r)
		}
		code++
	}
	return texts
}

// nameText is what a glyph's name stands for: one of Adobe's list, or a name that spells out its code.
func (s *Shelf) nameText(name string) string {
	text, known := s.names[name]
	if !known {
		text = nameText(name)
		s.names[name] = text
	}
	return text
}

func nameText(name string) string {
	if text := glyphName(name); text != "" {
		return text
	}
	name, _, _ = strings.Cut(name, ".")
	if text := glyphName(name); text != "" {
		return text
	}
	return spelledText(name)
}

// spelledText reads names that spell out their code: uni4E00, u20BB7.
func spelledText(name string) string {
	digits, ok := strings.CutPrefix(name, "uni")
	if ok && len(digits) >= 4 {
		digits = digits[:4]
	} else if digits, ok = strings.CutPrefix(name, "u"); !ok || len(digits) < 4 || len(digits) > 6 {
		return ""
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || n < ' ' {
		return ""
	}
	return string(rune(n))
}

// holdsPairs reports whether a font that claims to be Latin in fact shows GBK: it is not embedded and
// has the name of a Chinese typeface.
func holdsPairs(f *Font, v pdf.Value) bool {
	d := v.Key("FontDescriptor")
	for _, key := range []string{"FontFile", "FontFile2", "FontFile3"} {
		if !d.Key(key).IsNull() {
			return false
		}
	}
	if v.Key("Encoding").Kind() == pdf.Dict || v.Key("Subtype").Name() == "Type3" {
		return false
	}
	name := strings.ToLower(f.Name)
	return slices.ContainsFunc(chineseFaces, func(face string) bool { return strings.Contains(name, face) })
}

// chineseFaces are parts of the names of common typefaces, as they stand in UTF-8 and in GBK.
var chineseFaces = []string{
	"simsun", "simhei", "kaiti", "fangsong", "stsong", "stkaiti", "microsoftyahei", "msyh", "宋体", "黑体", "楷体", "仿宋",
	"\xcb\xce\xcc\xe5", "\xba\xda\xcc\xe5", "\xbf\xac\xcc\xe5", "\xb7\xc2\xcb\xce",
}
