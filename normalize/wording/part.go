package wording

// part is a piece of a program that is being put together. The fields of its nodes that have to be told what
// follows the part make a list that runs through these fields, from first to last; a field is named by twice
// the number of its node, and one more if it is the field other.
type part struct {
	start       uint16
	first, last uint16
	empty       bool // it may match nothing
}

// add makes a part of a node whose field then is to be told.
func (p *parser) add(n node) part {
	if len(p.nodes) > mostNodes {
		p.fail("too long")
	}
	at := uint16(len(p.nodes))
	p.nodes = append(p.nodes, n)
	return part{start: at, first: 2 * at, last: 2 * at}
}

// nothing makes a part of a node that matches no character.
func (p *parser) nothing(n node) part {
	x := p.add(n)
	x.empty = true
	return x
}

func (p *parser) field(name uint16) *uint16 {
	n := &p.nodes[name/2]
	if name%2 == 1 {
		return &n.other
	}
	return &n.then
}

// close tells all fields of the part what follows.
func (p *parser) close(x part, to uint16) {
	for name := x.first; name != 0; {
		f := p.field(name)
		name, *f = *f, to
	}
}

// behind is one part and behind it another.
func (p *parser) behind(x, y part) part {
	p.close(x, y.start)
	return part{start: x.start, first: y.first, last: y.last, empty: x.empty && y.empty}
}

// both is one part or another, told apart at the node start.
func (p *parser) both(start uint16, x, y part) part {
	*p.field(x.last) = y.first
	return part{start: start, first: x.first, last: y.last, empty: x.empty || y.empty}
}

// fork is a node that leads to another or on: on last, or on first where few are wanted.
func (p *parser) fork(to uint16, few bool) part {
	if !few {
		return p.nothing(node{kind: either, other: to})
	}
	x := p.nothing(node{kind: either, then: to})
	x.first++
	x.last++
	return x
}

// maybe is a part or nothing.
func (p *parser) maybe(x part, few bool) part {
	fork := p.fork(x.start, few)
	return p.both(fork.start, fork, x)
}

// looped is a part as often as one likes, or at least once.
func (p *parser) looped(x part, once, few bool) part {
	if x.empty {
		p.fail("what may be empty is repeated")
	}
	fork := p.fork(x.start, few)
	p.close(x, fork.start)
	if once {
		fork.start, fork.empty = x.start, false
	}
	return fork
}
