package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attr is the value of an attribute, or "".
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// unseen reports whether nothing of the element is shown.
func unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Title, atom.Meta, atom.Link, atom.Iframe,
		atom.Object, atom.Embed, atom.Applet, atom.Svg, atom.Button, atom.Datalist, atom.Map, atom.Del, atom.Rt, atom.Rp,
		atom.Audio, atom.Video, atom.Canvas, atom.Colgroup:
		return true
	}
	return n.Data == "xml" || has(n, "hidden") || hides(attr(n, "style")) ||
		n.DataAtom == atom.Input && strings.EqualFold(attr(n, "type"), "hidden")
}

// hides reports whether a style attribute hides its element, from a browser or in Word.
func hides(style string) bool {
	for declaration := range strings.SplitSeq(style, ";") {
		property, value, _ := strings.Cut(declaration, ":")
		if word := hidingValue(trim(property)); word != "" && beginsWith(trim(value), word) {
			return true
		}
	}
	return false
}

// hidingValue is the value by which a property hides an element; "" for all that hide none.
func hidingValue(property string) string {
	switch strings.ToLower(property) {
	case "display":
		return "none"
	case "visibility":
		return "hidden"
	case "mso-hide":
		return "all"
	}
	return ""
}

// blanks are the characters that pages take for white space.
const blanks = " \t\n\r\f"

func trim(text string) string { return strings.Trim(text, blanks) }

// beginsWith reports whether a text begins with the word, in capitals or not.
func beginsWith(text, word string) bool {
	return len(text) >= len(word) && strings.EqualFold(text[:len(word)], word)
}

// block reports whether the element stands on lines of its own.
func block(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt,
		atom.Dd, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.Address,
		atom.Blockquote, atom.Pre, atom.Center, atom.Form, atom.Fieldset, atom.Legend, atom.Figure, atom.Figcaption, atom.Hr,
		atom.Details, atom.Summary, atom.Caption, atom.Tr, atom.Td, atom.Th, atom.Body, atom.Table:
		return true
	}
	return false
}

// text gathers the text of a node that is seen, with or without that of links.
func textOf(n *html.Node, links bool) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Type == html.ElementNode && (unseen(n) || !links && n.DataAtom == atom.A):
			return
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}

// inkOf is a text without its blanks.
func inkOf(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// inked counts the characters of a text that are no blanks.
func inked(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}
