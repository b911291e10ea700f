// Package compound opens the container of old Office files (compound file binary): a small file system of
// sectors, chained by an allocation table, with a directory of streams; short streams lie in a stream of their
// own. It gives the bytes of a stream by name and never looks into them.
package compound

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
)

const (
	// Magic begins every container.
	Magic       = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	headSize    = 512
	entrySize   = 128
	headChains  = 109 // sectors of the allocation table that the head names
	lastSector  = 0xFFFFFFFA
	shortStream = 4096
)

// ErrBroken says that the container, or the stream asked for, is not whole.
var ErrBroken = errors.New("container of the file is broken")

// File is an open container.
type File struct {
	data        []byte
	shift       uint // a sector has 1<<shift bytes
	shortShift  uint
	table       []uint32 // the sector behind each sector
	shortTable  []uint32
	shortStream []byte
	entries     []entry
}

// entry is one stream.
type entry struct {
	name  string
	kind  byte // 2 is a stream, 5 the root
	start uint32
	size  uint32
}

// Open reads the allocation table and the directory. The error is ErrBroken.
func Open(data []byte) (*File, error) {
	if len(data) < headSize || string(data[:8]) != Magic {
		return nil, ErrBroken
	}
	c := &File{data: data, shift: uint(U16(data, 30)), shortShift: uint(U16(data, 32))}
	if c.shift < 7 || c.shift > 16 || c.shortShift < 4 || c.shortShift > c.shift {
		return nil, ErrBroken
	}
	c.readTable()
	directory := c.chain(U32(data, 48))
	for at := 0; at+entrySize <= len(directory); at += entrySize {
		c.entries = append(c.entries, readEntry(directory[at:at+entrySize]))
	}
	if len(c.entries) == 0 {
		return nil, ErrBroken
	}
	c.shortTable = words(c.chain(U32(data, 60)))
	c.shortStream = c.chain(c.entries[0].start)
	return c, nil
}

// Holds reports whether the bytes are a container with one of the streams in it.
func Holds(data []byte, streams ...string) bool {
	c, err := Open(data)
	return err == nil && slices.ContainsFunc(streams, func(name string) bool {
		_, err := c.Stream(name)
		return err == nil
	})
}

// sector returns the bytes of a sector. Some writers end the file within the last one.
func (c *File) sector(n uint32) []byte {
	from := (int64(n) + 1) << c.shift
	if from >= int64(len(c.data)) {
		return nil
	}
	return c.data[from:min(from+1<<c.shift, int64(len(c.data)))]
}

// readTable joins the sectors of the allocation table, which the head and a chain of sectors list.
func (c *File) readTable() {
	most := len(c.data)>>c.shift + 1
	var list []uint32
	for i := range headChains {
		list = append(list, U32(c.data, 76+4*i))
	}
	next := U32(c.data, 68)
	for range most {
		more := words(c.sector(next))
		if next >= lastSector || len(more) == 0 {
			break
		}
		list, next = append(list, more[:len(more)-1]...), more[len(more)-1]
	}
	for _, n := range list {
		if n < lastSector && len(c.table) <= most {
			c.table = append(c.table, words(c.sector(n))...)
		}
	}
}

// chain joins the sectors of a stream. A chain that runs in a circle ends where all sectors are used up.
func (c *File) chain(n uint32) []byte {
	var out []byte
	for range len(c.data)>>c.shift + 1 {
		part := c.sector(n)
		if n >= lastSector || part == nil {
			break
		}
		out = append(out, part...)
		if int(n) >= len(c.table) {
			break
		}
		n = c.table[n]
	}
	return out
}

// shortChain joins the parts of a short stream.
func (c *File) shortChain(n uint32) []byte {
	var out []byte
	for range len(c.shortStream)>>c.shortShift + 1 {
		from := int64(n) << c.shortShift
		if n >= lastSector || from >= int64(len(c.shortStream)) {
			break
		}
		out = append(out, c.shortStream[from:min(from+1<<c.shortShift, int64(len(c.shortStream)))]...)
		if int(n) >= len(c.shortTable) {
			break
		}
		n = c.shortTable[n]
	}
	return out
}

// Stream returns the bytes of a stream by its name, in any case.
func (c *File) Stream(name string) ([]byte, error) {
	for _, e := range c.entries {
		if e.kind != 2 || !strings.EqualFold(e.name, name) {
			continue
		}
		data := c.chain
		if e.size < shortStream {
			data = c.shortChain
		}
		out := data(e.start)
		return out[:min(len(out), int(e.size))], nil
	}
	return nil, fmt.Errorf("stream %s: %w", name, ErrBroken)
}

func readEntry(b []byte) entry {
	length := min(int(U16(b, 64)), 64)
	var name []uint16
	for i := 0; i+1 < length-1; i += 2 {
		name = append(name, U16(b, i))
	}
	return entry{string(utf16.Decode(name)), b[66], U32(b, 116), U32(b, 120)}
}

func words(b []byte) []uint32 {
	out := make([]uint32, len(b)/4)
	for i := range out {
		out[i] = U32(b, 4*i)
	}
	return out
}

// U16 reads a number of two bytes; behind the end there are zeros.
func U16(b []byte, at int) uint16 {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return binary.LittleEndian.Uint16(b[at:])
}

// U32 reads a number of four bytes; behind the end there are zeros.
func U32(b []byte, at int) uint32 {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return binary.LittleEndian.Uint32(b[at:])
}
