package html

import (
	"strings"
)

// sniffed is how much of a file tells whether it is a page.
const sniffed = 4096

// opening are the elements that a page, or a part of one, begins with.
var opening = []string{
	"!doctype html", "html", "head", "body", "meta", "title", "style", "script", "link", "base", "table", "tbody", "tr", "td",
	"div", "p", "span", "center", "font", "h1", "h2", "h3", "section", "article", "main", "ul", "ol", "br", "form",
}

// Sniff reports whether the bytes are a page: behind blanks, a byte order mark, an XML declaration and
// comments stands one of the elements that pages begin with.
func Sniff(data []byte) bool {
	text := decode(data[:min(len(data), sniffed)])
	for {
		text = strings.TrimLeft(text, " \t\r\n\f\v\ufeff\u00a0\u3000")
		switch {
		case strings.HasPrefix(text, "<!--"):
			_, after, found := strings.Cut(text, "-->")
			if !found {
				text = strings.ToLower(text)
				return strings.Contains(text, "mso") || strings.Contains(text, "html")
			}
			text = after
		case beginsWith(text, "<?xml"):
			_, text, _ = strings.Cut(text, ">")
		case beginsWith(text, "<!doctype") && !beginsWith(text, "<!doctype html"):
			return false
		default:
			return opens(text)
		}
	}
}

func opens(text string) bool {
	text, ok := strings.CutPrefix(text, "<")
	if !ok {
		return false
	}
	for _, name := range opening {
		if !beginsWith(text, name) {
			continue
		}
		if rest := text[len(name):]; rest == "" || strings.ContainsRune(" >/\t\r\n", rune(rest[0])) {
			return true
		}
	}
	return false
}
