package xlsx

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"fuhe/extract/tag"
)

// sharedStrings reads the texts that cells refer to by number.
func (b *book) sharedStrings(limit int64) ([]string, error) {
	var all []string
	part, err := b.parts.open(b.beside("/sharedStrings", "xl/sharedStrings.xml"))
	if err != nil {
		return all, nil // cells say which text is missing
	}
	defer part.Close()
	var t textReader
	in := tag.Lenient(part)
	for {
		e, err := in.Next()
		if err != nil {
			return all, nil // broken off or at the end
		}
		if e.Kind == tag.Close && e.Name == "si" {
			all = append(all, t.take())
			if limit -= int64(len(all[len(all)-1]) + 16); limit < 0 {
				return nil, tooLarge(errors.New("shared texts"))
			}
			continue
		}
		t.token(e)
	}
}

// textReader collects the text of <t> elements, plain or in runs, without the readings above them.
type textReader struct {
	out      []byte
	in       bool
	phonetic int
}

func (t *textReader) token(e tag.Token) {
	switch e.Kind {
	case tag.Open:
		switch e.Name {
		case "t":
			t.in = true
		case "rPh":
			t.phonetic++
		}
	case tag.Close:
		switch e.Name {
		case "t":
			t.in = false
		case "rPh":
			t.phonetic--
		}
	case tag.Text:
		if t.in && t.phonetic <= 0 {
			t.out = append(t.out, e.Text...)
		}
	}
}

// take returns what was collected and begins anew.
func (t *textReader) take() string {
	text := unescape(string(t.out))
	t.reset()
	return text
}

// reset forgets what was collected.
func (t *textReader) reset() { *t = textReader{out: t.out[:0]} }

// escape is how workbooks write characters that XML does not allow: _x000D_.
var escape = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)
})

func unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escape().ReplaceAllStringFunc(text, func(m string) string {
		code, err := strconv.ParseUint(m[2:6], 16, 16)
		if err != nil {
			return m
		}
		return string(rune(code))
	})
}

const (
	maxRows    = 1 << 20
	maxColumns = 1 << 14
)

var errAddress = errors.New("no cell address")

// coordinates reads an address as row and column, from 0.
func coordinates(name string) (row, column int, err error) {
	i := 0
	for ; i < len(name) && i < 4; i++ {
		c := name[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		column = column*26 + int(c-'A') + 1
	}
	row, err = strconv.Atoi(name[i:])
	if err != nil || i == 0 || row < 1 || row > maxRows || column > maxColumns {
		return 0, 0, fmt.Errorf("%q: %w", name, errAddress)
	}
	return row - 1, column - 1, nil
}
