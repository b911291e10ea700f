package font

import (
	"unicode/utf16"

	"fuhe/extract/pdf/token"
)

// cmapParser reads a map: operands gather until they are an entry of what is being listed, or until a
// keyword tells what they were.
type cmapParser struct {
	lex      *token.Lexer
	out      *cmap
	find     func(name string) *cmap
	operands []token.Token
	section  section // what is being listed
}

// section is a kind of entries of a map.
type section struct {
	operands int // of an entry, or 0 outside
	add      func(p *cmapParser, o []token.Token)
}

func (p *cmapParser) parse() {
	for {
		n := len(p.operands)
		p.operands = append(p.operands, token.Token{})
		t := &p.operands[n]
		p.lex.Read(t)
		switch {
		case t.Kind == token.End:
			return
		case t.Kind == token.Keyword:
			p.operands = p.operands[:n]
			p.word(t.Bytes)
		case p.complete():
			p.section.add(p, p.operands)
		default:
			continue
		}
		p.operands = p.operands[:0]
		p.lex.Forget()
	}
}

// complete reports whether the operands are an entry, of which the last operand may be a list.
func (p *cmapParser) complete() bool {
	n := len(p.operands)
	if p.section.operands == 0 || n < p.section.operands {
		return false
	}
	return p.operands[p.section.operands-1].Kind != token.ArrayOpen || p.operands[n-1].Kind == token.ArrayEnd
}

func (p *cmapParser) word(w []byte) {
	switch string(w) {
	case "begincodespacerange":
		p.section = section{2, (*cmapParser).codeSpace}
	case "beginbfchar":
		p.section = section{2, (*cmapParser).char}
	case "beginbfrange":
		p.section = section{3, (*cmapParser).textRange}
	case "begincidchar":
		p.section = section{2, (*cmapParser).cid}
	case "begincidrange":
		p.section = section{3, (*cmapParser).cidRange}
	case "usecmap":
		p.useMap()
	case "def":
		p.define()
	default:
		p.section = section{}
	}
}

func (p *cmapParser) useMap() {
	if n := len(p.operands); n > 0 && p.operands[n-1].Kind == token.Name && p.find != nil {
		p.out.base = p.find(string(p.operands[n-1].Bytes))
		if p.out.base != nil && len(p.out.spaces) == 0 {
			p.out.spaces = p.out.base.spaces
		}
	}
}

func (p *cmapParser) define() {
	if n := len(p.operands); n >= 2 && string(p.operands[n-2].Bytes) == "WMode" {
		p.out.vertical = p.operands[n-1].Integer == 1
	}
}

func (p *cmapParser) codeSpace(o []token.Token) {
	lo, hi := o[0].Bytes, o[1].Bytes
	if o[0].Kind == token.String && len(lo) == len(hi) && len(lo) >= 1 && len(lo) <= 4 && len(p.out.spaces) < 64 {
		p.out.spaces = append(p.out.spaces, codeSpace{len(lo), be(lo), be(hi)})
	}
}

func (p *cmapParser) char(o []token.Token) {
	if code, ok := codeOf(&o[0]); ok {
		p.addTexts(code, code, &o[1])
	}
}

func (p *cmapParser) cid(o []token.Token) {
	if code, ok := codeOf(&o[0]); ok {
		p.addCIDs(code, code, &o[1])
	}
}

func codeOf(t *token.Token) (uint32, bool) {
	if t.Kind != token.String || len(t.Bytes) == 0 || len(t.Bytes) > 4 {
		return 0, false
	}
	return be(t.Bytes), true
}

func (p *cmapParser) addTexts(lo, hi uint32, to *token.Token) {
	if hi < lo {
		return
	}
	if b := to.Bytes; to.Kind == token.String && len(b) == 2 && (b[0] < 0xD8 || b[0] > 0xDF) { // nearly all
		p.out.texts = append(p.out.texts, span{lo: lo, hi: hi, to: be(b)})
		return
	}
	text := textOf(to)
	if len(text) == 0 {
		return
	}
	last := len(text) - 1
	p.out.texts = append(p.out.texts, span{lo, hi, uint32(text[last]), string(text[:last])})
}

// textOf decodes the target of a map: UTF-16, or one byte that stands for itself.
func textOf(t *token.Token) []rune {
	const most = 64
	b := t.Bytes
	if t.Kind != token.String || len(b) == 0 || len(b) > most {
		return nil
	}
	if len(b) == 1 {
		return []rune{rune(b[0])}
	}
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
	}
	return utf16.Decode(units)
}

// textRange reads <lo> <hi> <first> and <lo> <hi> [<each> …].
func (p *cmapParser) textRange(o []token.Token) {
	lo, ok := codeOf(&o[0])
	hi, also := codeOf(&o[1])
	switch {
	case !ok || !also:
	case o[2].Kind != token.ArrayOpen:
		p.addTexts(lo, hi, &o[2])
	default:
		for i := range o[3 : len(o)-1] {
			if lo > hi {
				break
			}
			p.addTexts(lo, lo, &o[3+i])
			lo++
		}
	}
}

func (p *cmapParser) cidRange(o []token.Token) {
	lo, ok := codeOf(&o[0])
	hi, also := codeOf(&o[1])
	if ok && also && hi >= lo {
		p.addCIDs(lo, hi, &o[2])
	}
}

func (p *cmapParser) addCIDs(lo, hi uint32, to *token.Token) {
	if to.Kind == token.Integer {
		p.out.cids = append(p.out.cids, span{lo: lo, hi: hi, to: uint32(to.Integer)})
	}
}
