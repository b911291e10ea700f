package faircopy

import (
	"encoding/binary"
	"slices"
)

// inflater unpacks deflated data (RFC 1951) onto one slice, which is its own window. Readers of streams
// have to keep a window and copy out of it, which costs more than the short streams of pages themselves.
type inflater struct {
	data  []byte
	bits  uint64 // read from the data and not used yet, the next lowest
	count uint   // of these
	out   []byte
	from  int // where the output of this stream begins
	end   int // where it ends at the latest

	literals, distances codes
	sizes               [maxLiterals + maxDistances]uint8 // of the codes of a block
}

const (
	maxLiterals  = 286 // literals, the end of a block, lengths
	maxDistances = 30
	endOfBlock   = 256
	maxSize      = 15 // bits of a code
)

// unpack appends what the data unpack to, as far as they go and up to the limit.
func (f *inflater) unpack(out, data []byte, limit int) []byte {
	f.data, f.bits, f.count = data, 0, 0
	f.out = slices.Grow(out, min(limit, max(512, 4*len(data))))
	f.from, f.end = len(out), len(out)+limit
	for last, ok := false, true; ok && !last && len(f.out) < f.end; {
		last, ok = f.block()
	}
	out = f.out[:min(len(f.out), f.end)]
	f.data, f.out = nil, nil
	return out
}

// block unpacks a block; last tells that no other follows. It is not ok if the data break off in it or
// are wrong.
func (f *inflater) block() (last, ok bool) {
	head, ok := f.take(3)
	if !ok {
		return false, false
	}
	switch last = head&1 == 1; head >> 1 {
	case 0:
		return last, f.stored()
	case 1:
		f.fixedCodes()
	case 2:
		if !f.readCodes() {
			return last, false
		}
	default:
		return last, false
	}
	return last, f.symbols()
}

// fill reads as many whole bytes as there is room for.
func (f *inflater) fill() {
	if len(f.data) >= 8 {
		f.bits |= binary.LittleEndian.Uint64(f.data) << f.count
		f.data = f.data[(63-f.count)/8:]
		f.count |= 56
		return
	}
	for f.count <= 56 && len(f.data) > 0 {
		f.bits |= uint64(f.data[0]) << f.count
		f.data = f.data[1:]
		f.count += 8
	}
}

// take takes a number of so many bits, 16 at most.
func (f *inflater) take(size uint) (int, bool) {
	if f.count < size {
		f.fill()
		if f.count < size {
			return 0, false
		}
	}
	n := int(f.bits & (1<<size - 1))
	f.bits >>= size
	f.count -= size
	return n, true
}

// stored copies a block that is not packed.
func (f *inflater) stored() bool {
	f.take(f.count & 7) // the block begins with a whole byte
	size, _ := f.take(16)
	check, ok := f.take(16)
	if !ok || size != check^0xFFFF {
		return false
	}
	for ; size > 0 && f.count >= 8; size-- {
		c, _ := f.take(8)
		f.out = append(f.out, byte(c))
	}
	n := min(size, len(f.data))
	if n > 0 {
		f.bits = 0 // what is left in it is of the bytes that are copied
	}
	f.out, f.data = append(f.out, f.data[:n]...), f.data[n:]
	return n == size
}

// symbols unpacks a block by its codes: literals, and lengths with distances, until its end.
func (f *inflater) symbols() bool {
	for len(f.out) < f.end {
		f.quickSymbols()
		symbol, ok := f.symbol(&f.literals)
		switch {
		case !ok || symbol >= maxLiterals:
			return false
		case symbol < endOfBlock:
			f.out = append(f.out, byte(symbol))
		case symbol == endOfBlock:
			return true
		case !f.repeat(symbol - endOfBlock - 1):
			return false
		}
	}
	return true
}

// quickSymbols unpacks symbols as long as it need not look whether data and room suffice for each, which
// is nearly all of a stream. It stops before the end of the block, a long code, and whatever is wrong.
func (f *inflater) quickSymbols() {
	const (
		mask      = 1<<quickSize - 1
		mostBits  = quickSize + 5 + quickSize + 13 // of a length and its distance
		mostBytes = 258                            // that they stand for
	)
	bits, count, data, out := f.bits, f.count, f.data, f.out
	for len(data) >= 8 && cap(out)-len(out) >= mostBytes && len(out) < f.end {
		if count < mostBits {
			bits |= binary.LittleEndian.Uint64(data) << (count & 63)
			data = data[(63-count)/8:]
			count |= 56
		}
		entry := f.literals.quick[bits&mask]
		if entry-1 < endOfBlock<<4-1 { // a literal with a size
			out = append(out, byte(entry>>4))
			bits, count = bits>>(entry&15), count-uint(entry&15)
			continue
		}
		symbol := int(entry>>4) - endOfBlock - 1
		if symbol < 0 || symbol >= len(lengths) {
			break
		}
		rest, extra := bits>>(entry&15), uint(lengthExtra[symbol])
		length := int(lengths[symbol]) + int(rest&(1<<extra-1))
		rest >>= extra
		used := uint(entry&15) + extra
		entry = f.distances.quick[rest&mask]
		if symbol = int(entry >> 4); entry == 0 || symbol >= maxDistances {
			break
		}
		rest >>= entry & 15
		extra = distanceExtra(symbol)
		distance := int(distances[symbol]) + int(rest&(1<<extra-1))
		if distance > len(out)-f.from {
			break
		}
		used += uint(entry&15) + extra
		bits, count = rest>>extra, count-used
		out = again(out, distance, length)
	}
	f.bits, f.count, f.data, f.out = bits, count, data, out
}

// again appends so many bytes of those that stand at a distance back, which may reach into what it appends.
func again(out []byte, distance, length int) []byte {
	for from := len(out) - distance; length > 0; {
		n := min(length, len(out)-from)
		out = append(out, out[from:from+n]...)
		length -= n
	}
	return out
}

// symbol takes the next code.
func (f *inflater) symbol(c *codes) (int, bool) {
	if f.count < maxSize {
		f.fill()
	}
	entry := c.quick[f.bits&(1<<quickSize-1)]
	size := uint(entry & 15)
	if size == 0 || size > f.count {
		return f.longSymbol(c)
	}
	f.bits >>= size
	f.count -= size
	return int(entry >> 4), true
}

// longSymbol takes a code bit by bit: those of each size follow each other, shorter ones first.
func (f *inflater) longSymbol(c *codes) (int, bool) {
	code, first, index := 0, 0, 0
	for size := uint(1); size <= min(maxSize, f.count); size++ {
		code |= int(f.bits>>(size-1)) & 1
		n := int(c.counts[size])
		if code-first < n {
			f.bits >>= size
			f.count -= size
			return int(c.symbols[index+code-first]), true
		}
		index, first = index+n, (first+n)<<1
		code <<= 1
	}
	return 0, false
}

// The smallest length or distance that a symbol stands for, and how many bits follow that add to it; of
// distances, each two symbols have one bit more.
var (
	lengths     = [29]uint16{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
	lengthExtra = [29]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	distances   = [maxDistances]uint16{1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577}
)

func distanceExtra(symbol int) uint { return uint(max(symbol, 2))/2 - 1 }

// repeat copies what stands at a distance back; the symbol tells the length.
func (f *inflater) repeat(symbol int) bool {
	more, ok := f.take(uint(lengthExtra[symbol]))
	length := int(lengths[symbol]) + more
	distance, also := f.distance()
	if !ok || !also || distance > len(f.out)-f.from {
		return false
	}
	f.out = again(f.out, distance, length)
	return true
}

// distance takes a distance.
func (f *inflater) distance() (int, bool) {
	symbol, ok := f.symbol(&f.distances)
	if !ok || symbol >= maxDistances {
		return 0, false
	}
	more, ok := f.take(distanceExtra(symbol))
	return int(distances[symbol]) + more, ok
}
