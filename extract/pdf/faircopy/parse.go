package faircopy

import (
	"errors"

	"fuhe/extract/pdf/token"
)

var errSyntax = errors.New("not an object")

// parser reads objects. References stay references; streams are read by file.indirect.
type parser struct {
	lex    *token.Lexer
	ahead  []token.Token // read but not yet used, last first
	limit  int           // of nesting
	budget int           // of objects in one call: broken files must not grow without bound

	tooDeep bool     // the nesting went over the limit
	stack   []object // elements of arrays that are being read
}

func newParser(data []byte, offset, nesting int) *parser {
	return &parser{lex: token.New(data, offset), limit: nesting, budget: 4 << 20}
}

func (p *parser) next() token.Token {
	if n := len(p.ahead); n > 0 {
		t := p.ahead[n-1]
		p.ahead = p.ahead[:n-1]
		return t
	}
	return p.lex.Next()
}

func (p *parser) unread(t token.Token) { p.ahead = append(p.ahead, t) }

// object reads the next object; depth is how many arrays and dictionaries stand around it.
func (p *parser) object(depth int) (object, error) {
	t := p.next()
	if p.budget--; p.budget < 0 || depth > p.limit {
		p.tooDeep = true
		return nil, errSyntax
	}
	switch t.Kind {
	case token.Integer:
		return p.integer(t), nil
	case token.Real:
		return t.Number, nil
	case token.String:
		return text(t.Bytes), nil
	case token.Name:
		return name(t.Bytes), nil
	case token.ArrayOpen:
		return p.array(depth + 1)
	case token.DictOpen:
		return p.dict(depth + 1)
	case token.Keyword:
		return p.word(t)
	}
	return nil, errSyntax
}

func (p *parser) word(t token.Token) (object, error) {
	switch string(t.Bytes) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	}
	return nil, errSyntax
}

// integer reads on whether the number begins a reference, as in 12 0 R.
func (p *parser) integer(t token.Token) object {
	if t.Integer < 0 || len(p.ahead) > 0 {
		return t.Integer
	}
	generation := p.next()
	if generation.Kind != token.Integer {
		p.unread(generation)
		return t.Integer
	}
	at := p.lex.Offset()
	if p.lex.Next().Is("R") {
		return ref{t.Integer, generation.Integer}
	}
	p.lex.Seek(at)
	p.unread(generation)
	return t.Integer
}

func (p *parser) array(depth int) (object, error) {
	from := len(p.stack)
	err := p.elements(depth)
	a := make(array, len(p.stack)-from)
	copy(a, p.stack[from:])
	p.stack = p.stack[:from]
	return a, err
}

// elements reads the elements of an array onto the stack, up to its end.
func (p *parser) elements(depth int) error {
	for {
		t := p.next()
		switch t.Kind {
		case token.ArrayEnd, token.End:
			return nil
		case token.DictEnd:
			p.unread(t)
			return nil
		}
		p.unread(t)
		o, err := p.element(depth)
		if err != nil {
			return err
		}
		p.stack = append(p.stack, o)
	}
}

// element reads one value; a bare word that is no object counts as null, unless the object ends there.
func (p *parser) element(depth int) (object, error) {
	t := p.next()
	if t.Kind != token.Keyword {
		p.unread(t)
		return p.object(depth)
	}
	if t.Is("endobj") || t.Is("stream") || t.Is("endstream") || t.Is("obj") {
		p.unread(t)
		return nil, errSyntax
	}
	o, _ := p.word(t)
	return o, nil
}

func (p *parser) dict(depth int) (object, error) {
	d := dict{}
	for {
		t := p.next()
		switch {
		case t.Kind == token.DictEnd || t.Kind == token.End:
			return d, nil
		case t.Is("endobj") || t.Is("stream") || t.Is("obj"):
			p.unread(t)
			return d, nil
		case t.Kind != token.Name:
			continue
		}
		key := name(t.Bytes)
		v := p.next()
		p.unread(v)
		if v.Kind == token.DictEnd {
			continue
		}
		o, err := p.element(depth)
		if err != nil && depth > p.limit {
			return d, err
		}
		if err == nil {
			d[key] = o
		}
	}
}
