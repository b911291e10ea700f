package wording

import (
	"math"
	"unicode/utf8"
)

// letters is a set of characters, with one bit for every 512th of them: what it lacks is not in it for
// certain. Characters of two or four bytes are in every set.
type letters [letterClasses / 64]uint64

const letterClasses = 512

func (l *letters) all() {
	for i := range l {
		l[i] = ^uint64(0)
	}
}

func (l *letters) add(r rune) { l[r%letterClasses/64] |= 1 << (r % 64) }

// may reports whether the character at the place may be in the set. A byte that is none of a character counts
// as what its neighbours make of it, so a set that holds such bytes has to hold all.
func (l *letters) may(text string, place int) bool {
	r := rune(text[place])
	switch {
	case r < utf8.RuneSelf:
	case r < 0xE0 || r >= 0xF0 || place+2 >= len(text):
		return true
	default:
		r = rune(text[place+1]&0x07)<<6 | rune(text[place+2]&0x3F)
	}
	return l[r/64]&(1<<(r%64)) != 0
}

// addClass adds the characters of a class.
func (p *program) addClass(c *class, to *letters) {
	if c.except || c.han || p.holds(c, utf8.RuneError) {
		to.all()
		return
	}
	to[0], to[1] = to[0]|c.ascii[0], to[1]|c.ascii[1]
	for i := c.spans.from; i < c.spans.to; i += 2 {
		for r := p.spans[i]; r <= min(p.spans[i+1], p.spans[i]+letterClasses-1); r++ {
			to.add(r)
		}
	}
}

// lookAhead finds with which characters a match may begin, and what follows a run of nearly any characters:
// most places of a text can be passed over by that alone.
func (p *program) lookAhead() {
	seen := make([]bool, len(p.nodes))
	p.atStart = p.onlyAtStart(p.start)
	if p.begins(p.start, &p.first, seen) {
		p.first.all()
	}
	for i := range p.nodes {
		n := &p.nodes[i]
		if !p.gap(n) || len(p.behind) == math.MaxUint8 {
			continue
		}
		clear(seen)
		var l letters
		if !p.begins(n.then, &l, seen) {
			p.behind = append(p.behind, l)
			n.behind = uint8(len(p.behind))
		}
	}
}

// onlyAtStart reports whether a match of the node can but begin where the text does.
func (p *program) onlyAtStart(at uint16) bool {
	switch n := &p.nodes[at]; n.kind {
	case atStart:
		return true
	case mark:
		return p.onlyAtStart(n.then)
	case either:
		return p.onlyAtStart(n.other) && p.onlyAtStart(n.then)
	}
	return false
}

// gap reports a run of nearly any characters.
func (p *program) gap(n *node) bool {
	return n.kind == runes && n.to > 1 && p.classes[n.other].except
}

// begins gathers the characters with which a match of the node and what follows it may begin; empty is true
// where it may have none.
func (p *program) begins(at uint16, with *letters, seen []bool) (empty bool) {
	if seen[at] {
		return false
	}
	seen[at] = true
	n := &p.nodes[at]
	switch n.kind {
	case literal:
		with.add(p.character(n.from))
		return false
	case oneOf:
		for _, w := range p.words[n.from:n.to] {
			with.add(p.character(w.from))
		}
		return n.optional && p.begins(n.then, with, seen)
	case runes:
		p.addClass(&p.classes[n.other], with)
		return n.from == 0 && p.begins(n.then, with, seen)
	case either:
		first := p.begins(n.other, with, seen)
		return p.begins(n.then, with, seen) || first
	case mark:
		return p.begins(n.then, with, seen)
	}
	return true
}

// character is the one of the source that stands there.
func (p *program) character(at uint16) rune {
	r, _ := utf8.DecodeRuneInString(p.source[at:])
	return r
}
