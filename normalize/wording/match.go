package wording

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// matcher looks for a program in one text.
type matcher struct {
	*program
	text  string
	marks []int // where the whole match and the groups begin and end; nil if nobody asks for the groups
	end   int
	steps int
	tried []uint64 // a bit for each node and place from which no match is to be had; nil at first
}

// find looks for the leftmost match from the place on.
func (m *matcher) find(from int) (start int, ok bool) {
	m.steps, m.tried = 0, nil
	for at := from; ; at += width(m.text, at) {
		if at == len(m.text) || m.first.may(m.text, at) {
			for i := range m.marks {
				m.marks[i] = -1
			}
			if m.run(m.start, at) {
				if m.marks != nil {
					m.marks[0], m.marks[1] = at, m.end
				}
				return at, true
			}
			at = m.passed(at)
		}
		if at >= len(m.text) || m.atStart {
			return 0, false
		}
	}
}

// passed is how far a match that fails at the place fails at every place. An expression that begins with any
// number of characters of a class tries what follows at all of them.
func (m *matcher) passed(at int) int {
	if n := &m.nodes[m.start]; n.kind == runes && n.from == 0 && n.to == many {
		for size := m.size(&m.classes[n.other], at); size > 0; size = m.size(&m.classes[n.other], at) {
			at += size
		}
	}
	return at
}

// width is the size of the character at the place.
func width(text string, at int) int {
	if text[at] < utf8.RuneSelf {
		return 1
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	return size
}

// all goes through the matches that do not overlap, n at most or all for -1. An empty match right behind
// another is none.
func (m *matcher) all(n int) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		last := -1
		for from := 0; n != 0 && from <= len(m.text); {
			start, ok := m.find(from)
			if !ok {
				return
			}
			if m.end > start || start != last {
				if n--; !yield(start, m.end) {
					return
				}
			}
			last, from = m.end, m.end
			if m.end == start {
				if start == len(m.text) {
					return
				}
				from += width(m.text, start)
			}
		}
	}
}

// texts are those of the groups of the last match.
func (m *matcher) texts() []string {
	all := make([]string, m.groups)
	for i := range all {
		if m.marks[2*i] >= 0 && m.marks[2*i+1] >= 0 {
			all[i] = m.text[m.marks[2*i]:m.marks[2*i+1]]
		}
	}
	return all
}

// run reports whether the text matches from the node and the place on, and notes where the match ends.
func (m *matcher) run(at uint16, place int) bool {
	for {
		n := &m.nodes[at]
		switch n.kind {
		case done:
			m.end = place
			return true
		case literal:
			text := m.source[n.from:n.to]
			if !strings.HasPrefix(m.text[place:], text) {
				return false
			}
			place += len(text)
		case oneOf:
			if m.word(n, place) {
				return true
			}
			if !n.optional {
				return false
			}
		case runes:
			if n.to != 1 || n.from != 1 {
				return m.several(at, place)
			}
			size := m.size(&m.classes[n.other], place)
			if size == 0 {
				return false
			}
			place += size
		case either:
			if m.known(at, place) {
				return false
			}
			if m.may(n.other, place) && m.run(n.other, place) {
				return true
			}
		case mark:
			if m.marks != nil && n.from != nowhere {
				return m.noted(n, place)
			}
		case atStart:
			if place != 0 {
				return false
			}
		case atEnd:
			if place != len(m.text) {
				return false
			}
		}
		at = n.then
	}
}

// word tries the words of a node in their order.
func (m *matcher) word(n *node, place int) bool {
	rest := m.text[place:]
	for _, w := range m.words[n.from:n.to] {
		if text := m.source[w.from:w.to]; strings.HasPrefix(rest, text) && m.run(n.then, place+len(text)) {
			return true
		}
	}
	return false
}

// noted keeps the place of a mark unless what follows fails.
func (m *matcher) noted(n *node, place int) bool {
	before := m.marks[n.from]
	m.marks[n.from] = place
	if m.run(n.then, place) {
		return true
	}
	m.marks[n.from] = before
	return false
}

// several matches from..to characters of a class and what follows them.
func (m *matcher) several(at uint16, place int) bool {
	n := &m.nodes[at]
	for range n.from {
		size := m.size(&m.classes[n.other], place)
		if size == 0 {
			return false
		}
		place += size
	}
	if n.to != many && m.known(at, place) {
		return false
	}
	if n.few {
		return m.fewest(at, place)
	}
	return m.most(at, place)
}

// most tries as many characters as there are, then one less and so on. Where they go on without end, a place
// is noted as known once what follows was tried there and at all later ones.
func (m *matcher) most(at uint16, least int) bool {
	n := &m.nodes[at]
	c := &m.classes[n.other]
	place, failed := least, false
	for count := n.from; count != n.to; count++ {
		if failed = n.to == many && m.knows(at, place); failed {
			break
		}
		size := m.size(c, place)
		if size == 0 {
			break
		}
		place += size
	}
	m.steps += place - least
	for {
		if !failed && m.goesOn(n, place) && m.run(n.then, place) {
			return true
		}
		if n.to == many {
			m.note(at, place)
		}
		if place == least {
			return false
		}
		failed = false
		_, size := utf8.DecodeLastRuneInString(m.text[least:place])
		place -= size
	}
}

// fewest tries as few characters as it may, then one more and so on.
func (m *matcher) fewest(at uint16, place int) bool {
	n := &m.nodes[at]
	for count := n.from; ; count++ {
		if n.to == many && m.known(at, place) {
			return false
		}
		if m.goesOn(n, place) && m.run(n.then, place) {
			return true
		}
		if count == n.to {
			return false
		}
		size := m.size(&m.classes[n.other], place)
		if size == 0 {
			return false
		}
		place += size
	}
}

// goesOn reports whether what follows a run of characters may begin at the place.
func (m *matcher) goesOn(n *node, place int) bool {
	if n.behind == 0 {
		return m.may(n.then, place)
	}
	return place < len(m.text) && m.program.behind[n.behind-1].may(m.text, place)
}

// may reports whether it is worth running the node at the place.
func (m *matcher) may(at uint16, place int) bool {
	n := &m.nodes[at]
	return n.kind != literal || place < len(m.text) && m.text[place] == m.source[n.from]
}

// patience is how many steps a search may take before it keeps account of what it tried. From then on no
// node is tried twice at one place, so that the time is bounded by the size of the program and the text.
const patience = 1 << 14

// known reports whether the node was tried at the place before and failed; if not, it is going to be tried.
func (m *matcher) known(at uint16, place int) bool {
	if m.steps++; m.knows(at, place) {
		return true
	}
	m.note(at, place)
	return false
}

func (m *matcher) knows(at uint16, place int) bool {
	if m.tried == nil {
		return false
	}
	i := int(at)*(len(m.text)+1) + place
	return m.tried[i/64]&(1<<(i%64)) != 0
}

func (m *matcher) note(at uint16, place int) {
	if m.steps < patience {
		return
	}
	if m.tried == nil {
		m.tried = make([]uint64, (len(m.nodes)*(len(m.text)+1)+63)/64)
	}
	i := int(at)*(len(m.text)+1) + place
	m.tried[i/64] |= 1 << (i % 64)
}
