package tag

import (
	"strings"
)

// blank tells the characters that XML takes for white space.
func blank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// nameEnd is the length of the name that a tag begins with.
func nameEnd(b []byte) int {
	for i, c := range b {
		if blank(c) {
			return i
		}
	}
	return len(b)
}

// trimLeft and trimRight drop the blanks on one side.
func trimLeft(b []byte) []byte {
	for len(b) > 0 && blank(b[0]) {
		b = b[1:]
	}
	return b
}

func trimRight(b []byte) []byte {
	for len(b) > 0 && blank(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

// wellNamed reports whether a name is such as writers give: Latin letters, digits, hyphens and points, with
// one prefix at most.
func wellNamed(name []byte) bool {
	last := byte(':')
	prefixed := false
	for _, c := range name {
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z', c == '_':
		case c >= '0' && c <= '9', c == '-', c == '.':
			if last == ':' { // a name begins with a letter
				return false
			}
		case c == ':' && last != ':' && !prefixed:
			prefixed = true
		default:
			return false
		}
		last = c
	}
	return last != ':'
}

// parted divides a name into its prefix and itself.
func parted(name string) (prefix, local string) {
	local = localName(name)
	return strings.TrimSuffix(name[:len(name)-len(local)], ":"), local
}

// localName is a name without its prefix. A colon at either end parts nothing.
func localName[T string | []byte](name T) T {
	for i := 1; i < len(name)-1; i++ {
		if name[i] == ':' {
			return name[i+1:]
		}
	}
	return name
}

// names keeps the names of elements, which are few and come again and again.
type names [128]string

// take is a name as a string: the one that was given before, unless another took its place.
func (n *names) take(name []byte) string {
	slot := &n[(31*len(name)+7*int(name[0])+3*int(name[len(name)/2])+int(name[len(name)-1]))%len(n)]
	if *slot != string(name) {
		*slot = string(name)
	}
	return *slot
}
