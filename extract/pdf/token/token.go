// Package token cuts PDF bytes into tokens: object syntax, content streams and CMaps alike. Bytes come
// in; tokens go out. It never fails: broken syntax yields the token that common viewers see, and it
// never reads beyond its bytes or keeps a state from one slice to the next.
package token

// Kind tells what a token is.
type Kind uint8

// The kinds of tokens.
const (
	End       Kind = iota // no bytes left
	Integer               // Number and Integer are set
	Real                  // Number is set
	String                // Bytes hold the decoded string
	Name                  // Bytes hold the name without its slash, #xx decoded
	Keyword               // Bytes hold an operator or any other bare word
	ArrayOpen             // [
	ArrayEnd              // ]
	DictOpen              // <<
	DictEnd               // >>
)

// Token is one token; Bytes are valid as long as the Lexer's bytes and scratch are.
type Token struct {
	Kind    Kind
	Number  float64
	Integer int64
	Bytes   []byte
}

// Is reports whether the token is the keyword.
func (t Token) Is(keyword string) bool { return t.Kind == Keyword && string(t.Bytes) == keyword }

// Lexer reads tokens from bytes, one after the other.
type Lexer struct {
	data    []byte
	pos     int
	scratch []byte // decoded strings, until Forget
}

// New returns a Lexer that starts at the offset.
func New(data []byte, offset int) *Lexer {
	return &Lexer{data: data, pos: min(max(offset, 0), len(data))}
}

// Reset lets the Lexer read other bytes from their beginning: tokens read before are void after it.
func (l *Lexer) Reset(data []byte) { l.data, l.pos, l.scratch = data, 0, l.scratch[:0] }

// Offset is where the next token is looked for.
func (l *Lexer) Offset() int { return l.pos }

// Seek moves to an offset; one outside the bytes moves to the nearer end.
func (l *Lexer) Seek(offset int) { l.pos = min(max(offset, 0), len(l.data)) }

// Forget lets the room of decoded strings be used again: tokens read before are void after it.
func (l *Lexer) Forget() { l.scratch = l.scratch[:0] }

// Next returns the next token. Stray closing brackets that nothing can mean are passed over.
func (l *Lexer) Next() Token {
	var t Token
	l.Read(&t)
	return t
}

// Read puts the next token into t, as Next returns it. Contents are mostly plain numbers and operators,
// which it reads where they stand: this is the innermost loop of reading a page.
func (l *Lexer) Read(t *Token) {
	for data := l.data; l.pos < len(data); {
		c := data[l.pos]
		switch classes[c] {
		case blank:
			l.pos++
		case digit:
			if !l.plainNumber(t) {
				*t = l.number()
			}
			return
		case delimiter:
			if l.pos++; l.delimited(c, t) {
				return
			}
		default:
			t.Kind, t.Bytes = Keyword, l.keyword()
			return
		}
	}
	*t = Token{}
}

// delimited reads what a delimiter begins, which is behind; it is not ok if that is no token.
func (l *Lexer) delimited(c byte, t *Token) bool {
	switch c {
	case '/':
		t.Kind, t.Bytes = Name, l.name()
	case '(':
		t.Kind, t.Bytes = String, l.literal()
	case '[':
		t.Kind = ArrayOpen
	case ']':
		t.Kind = ArrayEnd
	case '<':
		if l.take('<') {
			t.Kind = DictOpen
		} else {
			t.Kind, t.Bytes = String, l.hex()
		}
	case '>':
		t.Kind = DictEnd
		return l.take('>')
	case '%':
		l.skipLine()
		return false
	case ')':
		return false
	default:
		t.Kind, t.Bytes = Keyword, l.data[l.pos-1:l.pos]
	}
	return true
}

func (l *Lexer) take(c byte) bool {
	if l.pos < len(l.data) && l.data[l.pos] == c {
		l.pos++
		return true
	}
	return false
}

func (l *Lexer) skipLine() {
	for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
		l.pos++
	}
}

func (l *Lexer) keyword() []byte {
	data, from := l.data, l.pos
	at := from + 1
	for at < len(data) && Regular(data[at]) {
		at++
	}
	l.pos = at
	return data[from:at]
}

// Rest is what has not been read yet.
func (l *Lexer) Rest() []byte { return l.data[l.pos:] }
