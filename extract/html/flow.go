package html

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"fuhe/extract/markup"
)

// flow gathers the paragraphs and tables below a node.
type flow struct {
	items []markup.Item
	line  []byte
	pre   int                // elements open that keep their line ends
	field []bool             // open fields of Word, innermost last: true while their instructions are read
	lists map[*html.Node]int // the number of the last item of each numbered list
}

// itemsOf reads what stands below the node, in reading order.
func itemsOf(n *html.Node) []markup.Item {
	f := &flow{}
	f.node(n)
	f.endLine()
	return f.items
}

func (f *flow) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		f.write(n.Data)
	case html.ElementNode:
		f.element(n)
	case html.DocumentNode:
		f.children(n)
	}
}

func (f *flow) children(n *html.Node) {
	for c := range n.ChildNodes() {
		f.node(c)
	}
}

func (f *flow) element(n *html.Node) {
	if unseen(n) || f.fieldMark(n) {
		return
	}
	switch n.DataAtom {
	case atom.Br:
		f.endLine()
	case atom.Table:
		f.endLine()
		f.items = append(f.items, tableItems(n)...)
	case atom.Input:
		f.write(inputText(n))
	case atom.Select:
		f.write(selected(n))
	case atom.Pre, atom.Textarea:
		f.pre++
		f.block(n)
		f.pre--
	case atom.Li:
		f.endLine()
		f.write(f.itemNumber(n))
		f.children(n)
		f.endLine()
	default:
		if block(n) {
			f.block(n)
		} else {
			f.children(n)
		}
	}
}

func (f *flow) block(n *html.Node) {
	f.endLine()
	f.children(n)
	f.endLine()
}

// write adds text, its white space run together as a browser does; no-break blanks stay.
func (f *flow) write(text string) {
	for _, instructing := range f.field {
		if instructing {
			return
		}
	}
	if f.pre == 0 {
		f.line = collapse(f.line, text)
		return
	}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			f.endLine()
		}
		f.line = append(f.line, strings.TrimSuffix(line, "\r")...)
	}
}

// collapse appends a text to a line with one blank for each run of ASCII white space.
func collapse(line []byte, text string) []byte {
	for text != "" {
		word := strings.IndexAny(text, blanks)
		if word < 0 {
			return append(line, text...)
		}
		line = append(append(line, text[:word]...), ' ')
		text = strings.TrimLeft(text[word:], blanks)
	}
	return line
}

// fieldCode matches instructions of Word's fields that were pasted as text.
var fieldCode = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b(PAGEREF\s+_\w+(\s+\\[a-z*]+)*|TOC\s+(\\[a-z]\s+("[^"]*"\s*)?)+|HYPERLINK\s+(\\l\s+)?"[^"]*"|SEQ\s+\S+\s+\\\*\s+ARABIC)\s*`)
})

// endLine closes a line; breaks divide paragraphs.
func (f *flow) endLine() {
	clear(f.field) // instructions never run over a line
	if len(f.line) == 0 {
		return
	}
	text := string(f.line)
	f.line = f.line[:0]
	if strings.Contains(text, "\\") || strings.Contains(text, "HYPERLINK") || strings.Contains(text, "PAGEREF") {
		text = fieldCode().ReplaceAllString(text, "")
	}
	if strings.TrimLeft(text, " \t\n\u00a0\u3000") != "" {
		f.items = append(f.items, markup.Item{Text: text})
	}
}

// fieldMark follows the fields of a page that Word saved, by the styles of their marks: what stands
// between begin and separator is an instruction. It reports whether the element was such a mark.
func (f *flow) fieldMark(n *html.Node) bool {
	style := attr(n, "style")
	if !strings.Contains(style, "mso-element:") {
		return false
	}
	switch {
	case strings.Contains(style, "field-begin"):
		f.field = append(f.field, true)
	case strings.Contains(style, "field-separator") && len(f.field) > 0:
		f.field[len(f.field)-1] = false
	case strings.Contains(style, "field-end") && len(f.field) > 0:
		f.field = f.field[:len(f.field)-1]
	default:
		return false
	}
	return true
}

// inputText is what a form's field shows.
func inputText(n *html.Node) string {
	switch strings.ToLower(attr(n, "type")) {
	case "checkbox", "radio":
		if has(n, "checked") {
			return "☑"
		}
		return "□"
	case "", "text", "number", "date", "tel", "email":
		return attr(n, "value")
	}
	return ""
}

// selected is the text of the option that a list shows: the one that is marked, or the first.
func selected(n *html.Node) string {
	var first, marked *html.Node
	for o := range n.Descendants() {
		if o.DataAtom != atom.Option {
			continue
		}
		if first == nil {
			first = o
		}
		if marked == nil && has(o, "selected") {
			marked = o
		}
	}
	switch {
	case marked != nil:
		return textOf(marked, true)
	case first != nil:
		return textOf(first, true)
	}
	return ""
}

// itemNumber is the label of an item in a numbered list, "" in any other.
func (f *flow) itemNumber(n *html.Node) string {
	list := n.Parent
	if list == nil || list.DataAtom != atom.Ol || strings.Contains(attr(list, "style"), "none") {
		return ""
	}
	if f.lists == nil {
		f.lists = map[*html.Node]int{}
	}
	at, counted := f.lists[list]
	if start, err := strconv.Atoi(attr(list, "start")); !counted && err == nil {
		at = start - 1
	}
	at++
	if value, err := strconv.Atoi(attr(n, "value")); err == nil {
		at = value
	}
	f.lists[list] = at
	return fmt.Sprintf("%d. ", at)
}
