package plain

import "strings"

// Markup tells the language of a text that is written for programs and not for people, "rtf" or "html",
// or "" for plain text. A text that only mentions a tag is plain.
func Markup(data []byte) string {
	decode, ok := decoder(data)
	if !ok {
		return ""
	}
	return markup(decode, data)
}

// markup tells the language of a text by the function that decodes it.
func markup(decode func([]byte) string, data []byte) string {
	const start, enough = 1 << 8, 1 << 16
	begins := func(length int) string {
		return strings.TrimLeft(decode(data[:min(len(data), length)&^1]), "\ufeff \t\r\n\f")
	}
	if text := begins(start); text != "" && text[0] != '{' && text[0] != '<' {
		return ""
	}
	text := strings.ToLower(begins(enough))
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
