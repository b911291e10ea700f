package lexicon

import "fuhe/normalize/quantity"

// tree holds wordings by their characters, each with a value that is not 0. It is one slice of nodes: a run that reads
// one document pays for every map and every allocation it is made of.
type tree struct {
	nodes []node      // the root is number 0
	first [256]uint16 // chains of the root's children, by the low bits of their character
}

// node is one character of a wording.
type node struct {
	char  rune
	child uint16 // the first of the characters that follow
	next  uint16 // the next of those that follow what this one follows; 0 for none
	value uint32 // of the wording that ends here
}

// treeFor is an empty tree with room for the wordings of a text.
func treeFor(data string) *tree {
	return &tree{nodes: make([]node, 1, len(data)/4)} // three bytes a character, and beginnings are shared
}

// at is the value of a wording, to be set.
func (t *tree) at(word string) *uint32 {
	n := uint16(0)
	for i := 0; i < len(word); {
		r, size := quantity.RuneAt(word, i)
		child := t.step(n, r)
		if child == 0 {
			child = t.grow(n, r)
		}
		n, i = child, i+size
	}
	return &t.nodes[n].value
}

// grow adds a character behind node n.
func (t *tree) grow(n uint16, r rune) uint16 {
	added := uint16(len(t.nodes))
	t.nodes = append(t.nodes, node{char: r})
	chain := &t.first[uint8(r)]
	if n != 0 {
		chain = &t.nodes[n].child
	}
	t.nodes[added].next, *chain = *chain, added
	return added
}

// step is the node of the character behind node n; 0 where no wording goes on so.
func (t *tree) step(n uint16, r rune) uint16 {
	c := t.first[uint8(r)]
	if n != 0 {
		c = t.nodes[n].child
	}
	for c != 0 && t.nodes[c].char != r {
		c = t.nodes[c].next
	}
	return c
}

// find is the value of the wording that is the Key of the text; 0 where it is none. Most texts are told apart by
// their first character, so no Key is made of them.
func (t *tree) find(text string) uint32 {
	n := uint16(0)
	for k := (keyed{text: text}); ; {
		r, ok := k.next()
		if !ok {
			return t.nodes[n].value
		}
		if n = t.step(n, r); n == 0 {
			return 0
		}
	}
}

// along calls each for the wordings that the text begins with, the shortest first, with where they end and their
// value, and returns how far the text goes along any wording, in bytes.
func (t *tree) along(text string, each func(end int, value uint32)) (end int) {
	for n := uint16(0); end < len(text); {
		r, size := quantity.RuneAt(text, end)
		if n = t.step(n, r); n == 0 {
			break
		}
		end += size
		if v := t.nodes[n].value; v != 0 {
			each(end, v)
		}
	}
	return end
}

// divide follows a text, as its Key, along wordings one behind the other: whole where it is nothing but wordings,
// begun where it is the beginning of such a row, as when a header cell breaks over lines.
func (t *tree) divide(text string) (whole, begun bool) {
	var room [maxWord]uint16
	inside := room[:0] // the nodes reached by the ways to divide it so far
	whole = true
	for k := (keyed{text: text}); ; {
		r, ok := k.next()
		if !ok {
			return whole, whole || len(inside) > 0
		}
		if whole {
			inside = append(inside, 0)
		}
		inside, whole = t.advance(inside, r)
		if len(inside) == 0 {
			return false, false
		}
	}
}

// maxWord is more characters than any wording has.
const maxWord = 32

// advance takes the ways to divide a text one character on; whole reports that a wording ends there.
func (t *tree) advance(inside []uint16, r rune) (on []uint16, whole bool) {
	on = inside[:0]
	for _, n := range inside {
		if n = t.step(n, r); n != 0 {
			on = append(on, n)
			whole = whole || t.nodes[n].value != 0
		}
	}
	return on, whole
}
