package xlsx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// sharedStrings reads the texts that cells refer to by number.
func (b *book) sharedStrings(limit int64) ([]string, error) {
	part := b.relations(path.Join(path.Dir(b.main), "_rels", path.Base(b.main)+".rels")).first("/sharedStrings")
	if part == "" || b.part(part) == nil {
		part = "xl/sharedStrings.xml"
	}
	if b.part(part) == nil {
		return nil, nil
	}
	var all []string
	t := &textReader{}
	d := b.decoder(part)
	for {
		tok, err := d.RawToken()
		if err != nil {
			return all, nil // broken off or at the end: cells say which text is missing
		}
		if end, ok := tok.(xml.EndElement); ok && end.Name.Local == "si" {
			all = append(all, t.take())
			if limit -= int64(len(all[len(all)-1]) + 16); limit < 0 {
				return nil, tooLarge(errors.New("shared texts"))
			}
			continue
		}
		t.token(tok)
	}
}

// textReader collects the text of <t> elements, plain or in runs, without the readings above them.
type textReader struct {
	out      strings.Builder
	in       bool
	phonetic int
}

func (t *textReader) token(tok xml.Token) {
	switch e := tok.(type) {
	case xml.StartElement:
		switch e.Name.Local {
		case "t":
			t.in = true
		case "rPh":
			t.phonetic++
		}
	case xml.EndElement:
		switch e.Name.Local {
		case "t":
			t.in = false
		case "rPh":
			t.phonetic--
		}
	case xml.CharData:
		if t.in && t.phonetic <= 0 {
			t.out.Write(e)
		}
	}
}

// take returns what was collected and begins anew.
func (t *textReader) take() string {
	text := unescape(t.out.String())
	*t = textReader{}
	return text
}

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
