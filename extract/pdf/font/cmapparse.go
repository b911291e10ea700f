package font

import (
	"bytes"
	"unicode/utf16"

	"fuhe/extract/pdf/token"
)

// cmapParser reads a map: operands gather until a keyword tells what they were.
type cmapParser struct {
	lex      *token.Lexer
	out      *cmap
	find     func(name string) *cmap
	operands []token.Token
	section  string // endbfchar, endbfrange, …: how what is being listed ends
}

func (p *cmapParser) parse() {
	for {
		n := len(p.operands)
		p.operands = append(p.operands, token.Token{})
		t := &p.operands[n]
		switch p.lex.Read(t); t.Kind {
		case token.End:
			p.operands = p.operands[:n]
			p.word([]byte(p.section)) // a map that breaks off keeps what it had
			return
		case token.Keyword:
			p.operands = p.operands[:n]
			p.word(t.Bytes)
			p.operands = p.operands[:0]
			p.lex.Forget()
		}
	}
}

func (p *cmapParser) word(w []byte) {
	if section, ok := bytes.CutPrefix(w, []byte("begin")); ok {
		p.section = "end" + string(section)
		return
	}
	switch string(w) {
	case "endcodespacerange":
		p.codeSpaces()
	case "endbfchar":
		p.pairs(p.addText)
	case "endbfrange":
		p.textRanges()
	case "endcidchar":
		p.pairs(p.addCID)
	case "endcidrange":
		p.cidRanges()
	case "usecmap":
		p.useMap()
	case "def":
		p.define()
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

func (p *cmapParser) codeSpaces() {
	for o := p.operands; len(o) >= 2; o = o[2:] {
		lo, hi := o[0].Bytes, o[1].Bytes
		if o[0].Kind == token.String && len(lo) == len(hi) && len(lo) >= 1 && len(lo) <= 4 && len(p.out.spaces) < 64 {
			p.out.spaces = append(p.out.spaces, codeSpace{len(lo), be(lo), be(hi)})
		}
	}
}

func (p *cmapParser) pairs(add func(code uint32, to *token.Token)) {
	for o := p.operands; len(o) >= 2; o = o[2:] {
		if code, ok := codeOf(&o[0]); ok {
			add(code, &o[1])
		}
	}
}

func codeOf(t *token.Token) (uint32, bool) {
	if t.Kind != token.String || len(t.Bytes) == 0 || len(t.Bytes) > 4 {
		return 0, false
	}
	return be(t.Bytes), true
}

func (p *cmapParser) addText(code uint32, to *token.Token) { p.addTexts(code, code, to) }

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

// textRanges reads <lo> <hi> <first> and <lo> <hi> [<each> …].
func (p *cmapParser) textRanges() {
	for o := p.operands; len(o) >= 3; {
		lo, ok := codeOf(&o[0])
		hi, also := codeOf(&o[1])
		if o[2].Kind != token.ArrayOpen {
			if ok && also {
				p.addTexts(lo, hi, &o[2])
			}
			o = o[3:]
			continue
		}
		o = o[3:]
		for ; len(o) > 0 && o[0].Kind == token.String; o = o[1:] {
			if ok && also && lo <= hi {
				p.addText(lo, &o[0])
				lo++
			}
		}
		if len(o) > 0 && o[0].Kind == token.ArrayEnd {
			o = o[1:]
		}
	}
}

func (p *cmapParser) addCID(code uint32, to *token.Token) {
	if to.Kind == token.Integer {
		p.out.cids = append(p.out.cids, span{lo: code, hi: code, to: uint32(to.Integer)})
	}
}

func (p *cmapParser) cidRanges() {
	for o := p.operands; len(o) >= 3; o = o[3:] {
		lo, ok := codeOf(&o[0])
		hi, also := codeOf(&o[1])
		if ok && also && o[2].Kind == token.Integer && hi >= lo {
			p.out.cids = append(p.out.cids, span{lo: lo, hi: hi, to: uint32(o[2].Integer)})
		}
	}
}
