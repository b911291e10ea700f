package font

import "unicode/utf8"

// cff is a font program in the Compact Font Format (Adobe Technical Note 5176), as far as it tells what
// its glyphs are called. Broken programs tell less and never more than they hold.
type cff struct {
	data     []byte
	names    [][]byte // the font's own, behind the standard ones
	glyphs   int
	charset  []uint16 // by glyph: the number of its name
	encoding int      // where the font's own encoding stands; 0 is the standard one
	keyed    bool     // glyphs have CIDs, not names
}

// Operators of the top dictionary.
const (
	cffCharset     = 15
	cffEncoding    = 16
	cffCharStrings = 17
	cffROS         = 12<<8 | 30
)

// readCFF reads a program, or the table that an OpenType font keeps it in. It returns nil for others.
func readCFF(program []byte) *cff {
	if table := sfntTable(program, "CFF "); table != nil {
		program = table
	}
	if len(program) < 5 || program[0] != 1 || program[2] < 4 {
		return nil
	}
	_, at := cffIndex(program, int(program[2]))
	tops, at := cffIndex(program, at)
	names, _ := cffIndex(program, at)
	if len(tops) == 0 {
		return nil
	}
	top := cffDict(tops[0])
	charStrings, _ := cffIndex(program, top[cffCharStrings])
	_, keyed := top[cffROS]
	c := &cff{data: program, names: names, glyphs: len(charStrings), encoding: top[cffEncoding], keyed: keyed}
	c.readCharset(top[cffCharset])
	return c
}

// cffIndex reads a list of byte strings and returns where it ends.
func cffIndex(data []byte, at int) ([][]byte, int) {
	count := int(u16(data, at))
	if at < 0 || at+3 > len(data) || count == 0 {
		return nil, at + 2
	}
	size := int(data[at+2])
	start := at + 3
	base := start + (count+1)*size - 1
	offset := func(i int) int {
		n := 0
		for k := range size {
			n = n<<8 | int(at8(data, start+i*size+k))
		}
		return base + n
	}
	if size < 1 || size > 4 || base >= len(data) {
		return nil, len(data)
	}
	items := make([][]byte, 0, count)
	for i := range count {
		from, to := offset(i), offset(i+1)
		if from < base || to < from || to > len(data) {
			return items, len(data)
		}
		items = append(items, data[from:to])
	}
	return items, offset(count)
}

func at8(data []byte, at int) byte {
	if at < 0 || at >= len(data) {
		return 0
	}
	return data[at]
}

// cffDict reads the last operand of each operator.
func cffDict(data []byte) map[int]int {
	dict := map[int]int{}
	last := 0
	for i := 0; i < len(data); {
		b := int(data[i])
		i++
		switch {
		case b == 12:
			dict[b<<8|int(at8(data, i))] = last
			i++
		case b <= 21:
			dict[b] = last
		case b == 28:
			last = int(int16(u16(data, i)))
			i += 2
		case b == 29:
			last = int(int32(u32(data, i)))
			i += 4
		case b == 30:
			for i < len(data) && data[i]&0xF != 0xF {
				i++
			}
			i++
		case b >= 32 && b <= 246:
			last = b - 139
		case b >= 247 && b <= 250:
			last = (b-247)*256 + int(at8(data, i)) + 108
			i++
		case b >= 251 && b <= 254:
			last = -(b-251)*256 - int(at8(data, i)) - 108
			i++
		}
	}
	return dict
}

// readCharset fills in the numbers of the glyphs' names; glyph 0 has none. The offsets 0 to 2 are
// charsets that every reader knows; of these the first is the order of the standard names.
func (c *cff) readCharset(at int) {
	c.charset = make([]uint16, 1, c.glyphs+1)
	if at <= 2 {
		for name := uint16(1); at == 0 && len(c.charset) < c.glyphs && name <= 228; name++ {
			c.charset = append(c.charset, name)
		}
		return
	}
	format := at8(c.data, at)
	for at++; len(c.charset) < c.glyphs && at+1 < len(c.data); {
		first, more := u16(c.data, at), 0
		at += 2
		switch format {
		case 1:
			more = int(at8(c.data, at))
			at++
		case 2:
			more = int(u16(c.data, at))
			at += 2
		}
		for i := 0; i <= more && len(c.charset) < c.glyphs; i++ {
			c.charset = append(c.charset, first+uint16(i))
		}
	}
}

// standardNames are the characters of the standard names 150 to 228; those before are the characters of
// StandardEncoding in its order (Technical Note 5176, appendix A).
const standardNames = "¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž"

// standardChars lists the characters of the standard names from number 1 on.
func standardChars() []string {
	var chars []string
	for _, text := range standardTexts() {
		if text != "" {
			chars = append(chars, text)
		}
	}
	for _, r := range standardNames {
		chars = append(chars, string(r))
	}
	return chars
}

// cffTexts returns what a name's number stands for.
func (s *Shelf) cffTexts(c *cff) func(number uint16) string {
	const own = 391 // the first number of the font's own names
	standard := standardChars()
	return func(number uint16) string {
		switch n := int(number); {
		case n >= 1 && n <= len(standard):
			return standard[n-1]
		case n >= own && n-own < len(c.names):
			return s.nameText(string(c.names[n-own]))
		}
		return ""
	}
}

// cffEncoding lists what codes stand for by the program's own encoding.
func (s *Shelf) cffEncoding(c *cff) *[256]string {
	if c.keyed || c.encoding == 1 {
		return nil
	}
	if c.encoding == 0 {
		return standardTexts()
	}
	var texts [256]string
	text := s.cffTexts(c)
	set := func(code byte, glyph int) {
		if glyph < len(c.charset) {
			texts[code] = text(c.charset[glyph])
		}
	}
	format, count, at := at8(c.data, c.encoding), int(at8(c.data, c.encoding+1)), c.encoding+2
	glyph := 1
	for range count {
		first, more := at8(c.data, at), 0
		at++
		if format&0x7F == 1 {
			more = int(at8(c.data, at))
			at++
		}
		for i := range more + 1 {
			set(first+byte(i), glyph)
			glyph++
		}
	}
	for i := 0; format&0x80 != 0 && i < int(at8(c.data, at)); i++ {
		texts[at8(c.data, at+1+3*i)] = text(u16(c.data, at+2+3*i))
	}
	return &texts
}

// cffGlyphs lists the characters of the glyphs by their names.
func (s *Shelf) cffGlyphs(c *cff) map[uint32]rune {
	if c == nil || c.keyed {
		return nil
	}
	runes := map[uint32]rune{}
	text := s.cffTexts(c)
	for glyph, number := range c.charset {
		if r, n := utf8.DecodeRuneInString(text(number)); n > 0 && r != utf8.RuneError {
			runes[uint32(glyph)] = r
		}
	}
	return runes
}
