package faircopy

import "math/bits"

// quickSize is how many bits a code may have to be found at one glance.
const quickSize = 9

// codes are the Huffman codes of a block.
type codes struct {
	quick   [1 << quickSize]uint16  // by the next bits: the symbol and, in the lowest four bits, its size; 0 if it is longer
	counts  [maxSize + 1]uint16     // by size
	symbols [maxLiterals + 2]uint16 // in the order of their codes
}

// set makes the codes of the sizes that the symbols have; 0 stands for none. It is not ok if some bits would
// mean two symbols, or none though there is more than one.
func (c *codes) set(sizes []uint8) bool {
	c.counts = [maxSize + 1]uint16{}
	for _, size := range sizes {
		c.counts[size]++
	}
	c.counts[0] = 0
	var next, index [maxSize + 2]int // by size: the first code, and where its symbol stands
	free := 1
	for size := 1; size <= maxSize; size++ {
		n := int(c.counts[size])
		free = 2*free - n
		next[size+1], index[size+1] = (next[size]+n)<<1, index[size]+n
	}
	clear(c.quick[:])
	if total := index[maxSize+1]; free != 0 && total != 0 && !(total == 1 && c.counts[1] == 1) {
		return false
	}
	for symbol, size := range sizes {
		if size == 0 {
			continue
		}
		c.symbols[index[size]] = uint16(symbol)
		index[size]++
		if size <= quickSize {
			turned := int(bits.Reverse16(uint16(next[size])) >> (16 - size))
			for at := turned; at < len(c.quick); at += 1 << size {
				c.quick[at] = uint16(symbol)<<4 | uint16(size)
			}
		}
		next[size]++
	}
	return true
}

// fixedCodes sets the codes that the standard gives.
func (f *inflater) fixedCodes() {
	var sizes [maxLiterals + 2]uint8
	for symbol := range sizes {
		switch {
		case symbol < 144:
			sizes[symbol] = 8
		case symbol < 256:
			sizes[symbol] = 9
		case symbol < 280:
			sizes[symbol] = 7
		default:
			sizes[symbol] = 8
		}
	}
	f.literals.set(sizes[:])
	for symbol := range 32 {
		sizes[symbol] = 5
	}
	f.distances.set(sizes[:32])
}

// sizeOrder is the order in which the sizes of the codes for sizes are written.
var sizeOrder = [19]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// readCodes reads the codes of a block, whose sizes are themselves packed by codes.
func (f *inflater) readCodes() bool {
	counts, ok := f.take(14)
	literals, distances := counts&31+257, counts>>5&31+1
	if !ok || literals > maxLiterals || distances > maxDistances {
		return false
	}
	var sizes [len(sizeOrder)]uint8
	for _, at := range sizeOrder[:counts>>10+4] {
		n, ok := f.take(3)
		if !ok {
			return false
		}
		sizes[at] = uint8(n)
	}
	if !f.literals.set(sizes[:]) || !f.readSizes(f.sizes[:literals+distances]) {
		return false
	}
	return f.literals.set(f.sizes[:literals]) && f.distances.set(f.sizes[literals:literals+distances])
}

// readSizes reads sizes of codes: 16 repeats the last one, 17 and 18 stand for several codes of none.
func (f *inflater) readSizes(sizes []uint8) bool {
	for at := 0; at < len(sizes); {
		symbol, ok := f.symbol(&f.literals)
		if !ok {
			return false
		}
		if symbol < 16 {
			sizes[at] = uint8(symbol)
			at++
			continue
		}
		size, extra, least := uint8(0), uint(2), 3
		switch {
		case symbol == 16 && at == 0:
			return false
		case symbol == 16:
			size = sizes[at-1]
		case symbol == 17:
			extra = 3
		default:
			extra, least = 7, 11
		}
		more, ok := f.take(extra)
		if !ok || at+least+more > len(sizes) {
			return false
		}
		for range least + more {
			sizes[at] = size
			at++
		}
	}
	return true
}
