package faircopy

const (
	lzwClear = 256
	lzwEnd   = 257
	lzwMax   = 4096
)

// lzwTable holds the strings that LZW data have built so far: each is a shorter one and a byte.
type lzwTable struct {
	prefix [lzwMax]int16
	last   [lzwMax]byte
	length [lzwMax]int32
	next   int
}

func (t *lzwTable) clear() {
	t.next = lzwEnd + 1
}

func newLZWTable() *lzwTable {
	t := &lzwTable{}
	for i := range lzwClear {
		t.last[i], t.length[i] = byte(i), 1
	}
	t.clear()
	return t
}

func (t *lzwTable) add(prefix int, last byte) {
	if t.next < lzwMax {
		t.prefix[t.next], t.last[t.next] = int16(prefix), last
		t.length[t.next] = t.length[prefix] + 1
		t.next++
	}
}

// appendString appends what a code stands for.
func (t *lzwTable) appendString(out []byte, code int) []byte {
	n := int(t.length[code])
	from := len(out)
	out = append(out, make([]byte, n)...)
	for i := n - 1; i >= 0; i-- {
		out[from+i] = t.last[code]
		code = int(t.prefix[code])
	}
	return out
}

// unLZW unpacks LZW data (ISO 32000-1, 7.4.4) as far as they go; early says that codes grow one early.
func unLZW(data []byte, early bool, limit int) []byte {
	table, out, previous := newLZWTable(), []byte(nil), -1
	bits := bitReader{data: data}
	for len(out) < limit {
		code, ok := bits.read(codeWidth(table.next, early))
		if !ok || code == lzwEnd {
			break
		}
		if code == lzwClear {
			table.clear()
			previous = -1
			continue
		}
		from := len(out)
		switch {
		case code < lzwClear || code < table.next && code > lzwEnd:
			out = table.appendString(out, code)
		case previous >= 0:
			out = table.appendString(out, previous)
			out = append(out, out[from])
		default:
			return out
		}
		if previous >= 0 {
			table.add(previous, out[from])
		}
		previous = min(code, table.next-1)
	}
	return out[:min(len(out), limit)]
}

func codeWidth(next int, early bool) int {
	if early {
		next++
	}
	switch {
	case next >= 2048:
		return 12
	case next >= 1024:
		return 11
	case next >= 512:
		return 10
	}
	return 9
}

// bitReader reads numbers of any width, the highest bit first.
type bitReader struct {
	data []byte
	held uint32
	have int
}

func (b *bitReader) read(width int) (int, bool) {
	for b.have < width {
		if len(b.data) == 0 {
			return 0, false
		}
		b.held = b.held<<8 | uint32(b.data[0])
		b.data = b.data[1:]
		b.have += 8
	}
	b.have -= width
	return int(b.held>>b.have) & (1<<width - 1), true
}
