package wording

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// parser reads a source once, from its begin to its end.
type parser struct {
	program
	at    int
	lists []list
}

// list is words that stand side by side in a group, and which of the words of the program they are.
type list struct{ source, words stretch }

// parse makes an expression ready. It knows characters that stand for themselves, escapes (\. and the like, \d,
// \s, \xHH), the point and classes (with \p{Han}), groups with and without (?:, alternatives, the counts ? * +
// {n} {n,} {n,m} with or without a ? behind them, and ^ and $. What may be empty must not be repeated without end.
func parse(source string) *program {
	p := parser{program: program{source: source, groups: 1}}
	if len(source) > largest {
		p.fail("too long")
	}
	p.nodes = make([]node, 1, 1+len(source)/bytesANode)
	whole := p.alternatives()
	if p.at < len(source) {
		p.fail("a bracket too many")
	}
	p.close(whole, 0)
	p.start = whole.start
	p.lookAhead()
	return &p.program
}

// bytesANode is about how much of a source makes a node.
const bytesANode = 14

// text is what stands at a place of the source.
func (p *parser) text(at stretch) string { return p.source[at.from:at.to] }

// since is the place of what was read from there on.
func (p *parser) since(from int) stretch { return stretch{uint16(from), uint16(p.at)} }

func (p *parser) fail(why string) {
	panic("wording: " + strconv.Quote(p.source) + " at " + strconv.Itoa(p.at) + ": " + why)
}

// peek is the next byte, 0 at the end.
func (p *parser) peek() byte {
	if p.at < len(p.source) {
		return p.source[p.at]
	}
	return 0
}

func (p *parser) next(c byte) bool {
	if p.peek() != c {
		return false
	}
	p.at++
	return true
}

// alternatives reads a|b|c.
func (p *parser) alternatives() part {
	one := p.sequence()
	if !p.next('|') {
		return one
	}
	fork := p.add(node{kind: either, other: one.start})
	rest := p.alternatives()
	p.nodes[fork.start].then = rest.start
	return p.both(fork.start, one, rest)
}

// sequence reads what stands between strokes.
func (p *parser) sequence() part {
	if c := p.peek(); p.at == len(p.source) || c == '|' || c == ')' {
		return p.nothing(node{kind: mark, from: nowhere})
	}
	whole := p.counted()
	for p.at < len(p.source) && p.peek() != '|' && p.peek() != ')' {
		whole = p.behind(whole, p.counted())
	}
	return whole
}

// counted reads one thing and how often it stands.
func (p *parser) counted() part {
	switch c := p.peek(); {
	case c == '(':
		return p.group()
	case p.next('^'):
		return p.nothing(node{kind: atStart})
	case p.next('$'):
		return p.nothing(node{kind: atEnd})
	case plain(c):
		return p.literal()
	case c != '.' && c != '[' && c != '\\':
		p.fail("nothing is counted")
	}
	return p.runes(p.class())
}

// plain reports a byte that stands for itself.
func plain(c byte) bool {
	switch c {
	case '(', ')', '[', ']', '{', '}', '|', '?', '*', '+', '.', '^', '$', '\\':
		return false
	}
	return true
}

// literal reads characters that stand for themselves, as far as none is counted by itself.
func (p *parser) literal() part {
	from := p.at
	for p.at < len(p.source) && plain(p.source[p.at]) {
		_, size := utf8.DecodeRuneInString(p.source[p.at:])
		if !countAt(p.source[p.at+size:]) {
			p.at += size
			continue
		}
		if p.at == from {
			return p.runes(p.class())
		}
		break
	}
	return p.add(node{kind: literal, from: uint16(from), to: uint16(p.at)})
}

// countAt reports whether the rest begins with a count.
func countAt(rest string) bool {
	return rest != "" && (rest[0] == '?' || rest[0] == '*' || rest[0] == '+' || rest[0] == '{')
}

// runes reads how many characters of a class there are.
func (p *parser) runes(of uint16) part {
	low, high, few := p.count()
	x := p.add(node{kind: runes, few: few, other: of, from: low, to: high})
	x.empty = low == 0
	return x
}

// count reads how often a thing stands; where nothing is said, once.
func (p *parser) count() (low, high uint16, few bool) {
	switch {
	case p.next('?'):
		low, high = 0, 1
	case p.next('*'):
		low, high = 0, many
	case p.next('+'):
		low, high = 1, many
	case p.next('{'):
		low, high = p.braces()
	default:
		return 1, 1, false
	}
	return low, high, p.next('?')
}

// braces reads 2}, 2,} and 2,3}.
func (p *parser) braces() (low, high uint16) {
	inside, _, ok := strings.Cut(p.source[p.at:], "}")
	if !ok {
		p.fail("a brace is not closed")
	}
	p.at += len(inside) + len("}")
	least, most, two := strings.Cut(inside, ",")
	low, high = p.number(least), many
	if !two {
		return low, low
	}
	if most != "" {
		high = p.number(most)
	}
	return low, high
}

func (p *parser) number(digits string) uint16 {
	n, err := strconv.ParseUint(digits, 10, 8)
	if err != nil {
		p.fail("no count: " + digits)
	}
	return uint16(n)
}

// group reads a group and how often it stands. Its text is read again for each time more that it may stand.
func (p *parser) group() part {
	from, groups := p.at, p.groups
	x := p.inside()
	low, high, few := p.count()
	if n := &p.nodes[x.start]; low == 0 && high == 1 && !few && n.kind == oneOf && x.first == 2*x.start && !x.empty {
		n.optional, x.empty = true, true
		return x
	}
	behind, read := p.at, true
	whole := p.repeated(func() part {
		if !read {
			p.at, p.groups = from, groups
			x = p.inside()
		}
		read = false
		return x
	}, low, high, few)
	p.at = behind
	return whole
}

// repeated puts a part as often as it is counted: x{2,4} is xx(x(x)?)?.
func (p *parser) repeated(x func() part, low, high uint16, few bool) part {
	switch {
	case low == 1 && high == 1:
		return x()
	case high == many && low <= 1:
		return p.looped(x(), low == 1, few)
	case low > 0:
		return p.behind(x(), p.repeated(x, low-1, less(high), few))
	case high == 1:
		return p.maybe(x(), few)
	case high == 0:
		p.fail("a count of none")
	}
	return p.maybe(p.behind(x(), p.repeated(x, 0, high-1, few)), few)
}

// less is a count but one.
func less(high uint16) uint16 {
	if high == many {
		return many
	}
	return high - 1
}

// inside reads a group from its bracket to the other.
func (p *parser) inside() part {
	p.at++
	if strings.HasPrefix(p.source[p.at:], "?:") {
		p.at += len("?:")
		return p.listed()
	}
	if p.peek() == '?' {
		p.fail("an unknown kind of group")
	}
	place := uint16(2 * p.groups)
	p.groups++
	x := p.behind(p.nothing(node{kind: mark, from: place}), p.listed())
	return p.behind(x, p.nothing(node{kind: mark, from: place + 1}))
}

// listed reads the rest of a group; plain words side by side become one node.
func (p *parser) listed() part {
	words, ok := p.knownList()
	if !ok {
		end := p.plainWords()
		if end < 0 {
			x := p.alternatives()
			if !p.next(')') {
				p.fail("a bracket is not closed")
			}
			return x
		}
		from := p.at
		p.at = end
		words = p.list(p.since(from))
	}
	p.at += len(")")
	return p.add(node{kind: oneOf, from: words.from, to: words.to})
}

// knownList reads words to the end of the group that another group has as well.
func (p *parser) knownList() (words stretch, ok bool) {
	for _, l := range p.lists {
		rest, ok := strings.CutPrefix(p.source[p.at:], p.text(l.source))
		if ok && strings.HasPrefix(rest, ")") {
			p.at = len(p.source) - len(rest)
			return l.words, true
		}
	}
	return stretch{}, false
}

// plainWords is where the group ends, if there are nothing but words to its end, none of them empty; else -1.
func (p *parser) plainWords() int {
	before := byte('|')
	for at := p.at; at < len(p.source); at++ {
		c := p.source[at]
		switch {
		case (c == '|' || c == ')') && before == '|':
			return -1
		case c == ')':
			return at
		case c != '|' && !plain(c):
			return -1
		}
		before = c
	}
	return -1
}

// list keeps the words of a place.
func (p *parser) list(at stretch) (words stretch) {
	words.from = uint16(len(p.words))
	from := at.from
	for i := at.from; i <= at.to; i++ {
		if i == at.to || p.source[i] == '|' {
			p.words = append(p.words, stretch{from, i})
			from = i + 1
		}
	}
	words.to = uint16(len(p.words))
	p.lists = append(p.lists, list{at, words})
	return words
}
