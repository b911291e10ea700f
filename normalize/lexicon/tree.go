package lexicon

import "unicode/utf8"

// node is one character of a tree of words.
type node struct {
	next map[rune]*node
	ends bool // a word ends here
}

func treeOf(roles map[string]Role, heads map[string]bool) *node {
	root := &node{}
	for w := range roles {
		root.add(w)
	}
	for w := range heads {
		root.add(w)
	}
	return root
}

func (n *node) add(word string) {
	for _, r := range word {
		if n.next == nil {
			n.next = map[rune]*node{}
		}
		child := n.next[r]
		if child == nil {
			child = &node{}
			n.next[r] = child
		}
		n = child
	}
	n.ends = true
}

// HeaderStart reports whether text, with brackets dropped, begins a run of headers: whole headers and
// then perhaps the first characters of one more, as when a header cell breaks over lines.
func (x *Lexicon) HeaderStart(text string) bool {
	key := Key(text)
	starts := make([]bool, len(key)+1) // where a header may begin
	starts[0] = true
	for i := range key {
		if starts[i] && x.headersAt(key, i, starts) {
			return true
		}
	}
	return starts[len(key)]
}

// headersAt marks where the headers that begin at i end; it reports whether the text ends inside one.
func (x *Lexicon) headersAt(key string, i int, starts []bool) bool {
	n := x.heads
	for at := i; at < len(key); {
		r, size := utf8.DecodeRuneInString(key[at:])
		if n = n.next[r]; n == nil {
			return false
		}
		at += size
		if n.ends {
			starts[at] = true
		}
	}
	return true
}

// LeadingHeader is the longest header wording that the text begins with, and what stands behind it.
func (x *Lexicon) LeadingHeader(text string) (head Header, rest string) {
	x.along(text, func(word string) {
		if role := x.roles[word]; role != "" {
			head, rest = Header{word, role}, text[len(word):]
		}
	})
	return head, rest
}

// Leading is the longest header or head of a group of headers that the text begins with, and for how many bytes the
// text is the beginning of some such wording.
func (x *Lexicon) Leading(text string) (head Header, like int) {
	like = x.along(text, func(word string) { head.Text = word })
	if head.Text != "" {
		head.Role = x.roles[head.Text]
	}
	return head, like
}

// along calls each for the wordings that the text begins with, the shortest first, and returns how far the text goes
// along any of them, in bytes.
func (x *Lexicon) along(text string, each func(word string)) (end int) {
	n := x.heads
	for i, r := range text {
		if n = n.next[r]; n == nil {
			return i
		}
		if end = i + utf8.RuneLen(r); n.ends {
			each(text[:end])
		}
	}
	return end
}

// divides reports whether a text can be cut into whole wordings.
func (x *Lexicon) divides(key string) bool {
	starts := make([]bool, len(key)+1)
	starts[0] = true
	for i := range key {
		if starts[i] {
			x.headersAt(key, i, starts)
		}
	}
	return starts[len(key)]
}

// LongestIn is the longest word of the list that the text begins with, among those that accept takes,
// or "".
func (x *Lexicon) LongestIn(list List, text string, accept func(word, rest string) bool) string {
	best, words := "", x.lists[list]
	for i := range text {
		if i > maxWordBytes {
			break
		}
		if words[text[:i]] && accept(text[:i], text[i:]) {
			best = text[:i]
		}
	}
	return best
}

// maxWordBytes is longer than any word of the lists.
const maxWordBytes = 60
