package content

import (
	"bytes"

	"fuhe/extract/pdf/token"
)

// inlineImage passes over a picture among the operators: BI entries ID bytes EI.
func (d *drawing) inlineImage(lex *token.Lexer) {
	for {
		t := lex.Next()
		if t.Kind == token.End || t.Is("EI") {
			return
		}
		if t.Is("ID") {
			break
		}
	}
	lex.Seek(imageEnd(lex.Rest()) + lex.Offset())
	d.picture()
}

// imageEnd finds EI between white space with something behind it that looks like operators; where none
// does, the first EI counts, and without any the picture goes on to the end.
func imageEnd(data []byte) int {
	first := -1
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte("EI"))
		if i < 0 {
			break
		}
		i += at
		at = i + 2
		if i == 0 || !token.Blank(data[i-1]) || at < len(data) && !token.Blank(data[at]) {
			continue
		}
		if first < 0 {
			first = at
		}
		if looksLikeText(data[at:min(at+20, len(data))]) {
			return at
		}
	}
	if first >= 0 {
		return first
	}
	return len(data)
}

func looksLikeText(b []byte) bool {
	for _, c := range b {
		if c > '~' || c < ' ' && !token.Blank(c) {
			return false
		}
	}
	return true
}
