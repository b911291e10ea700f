package plain

import "strings"

// Markup tells the language of a text that is written for programs and not for people, "rtf" or "html",
// or "" for plain text. A text that only mentions a tag is plain.
func Markup(data []byte) string {
	const enough = 1 << 16
	decode, ok := decoder(data)
	if !ok {
		return ""
	}
	text := decode(data[:min(len(data), enough)&^1])
	text = strings.ToLower(strings.TrimLeft(text, "\ufeff \t\r\n\f"))
	switch {
	case strings.HasPrefix(text, `{\rtf`):
		return "rtf"
	case page(text):
		return "html"
	}
	return ""
}

// page reports whether a text in small letters is a web page or a piece of one: it begins with a tag that
// opens one, and goes on with tags.
func page(text string) bool {
	text = withoutProlog(text)
	if strings.HasPrefix(text, "<!doctype html") {
		return true
	}
	for _, tag := range []string{"html", "head", "body", "table", "div", "meta", "title", "style", "script", "p", "center", "font", "span"} {
		rest, ok := strings.CutPrefix(text, "<"+tag)
		if ok && rest != "" && strings.ContainsRune(" \t\r\n>/", rune(rest[0])) {
			return strings.Contains(rest, "</") // a sentence about a tag closes none
		}
	}
	return false
}

// withoutProlog cuts declarations and comments off the beginning.
func withoutProlog(text string) string {
	for {
		end := ""
		switch {
		case strings.HasPrefix(text, "<?"):
			end = ">"
		case strings.HasPrefix(text, "<!--"):
			end = "-->"
		default:
			return text
		}
		_, rest, ok := strings.Cut(text, end)
		if !ok {
			return ""
		}
		text = strings.TrimLeft(rest, " \t\r\n\f")
	}
}
