package parquet

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
)

// chunk is one column of a group of rows: its values one behind the other (PLAIN), and which rows have one.
type chunk struct {
	values  []byte
	truths  int    // number of bits in values
	levels  []byte // runs of rows with and without a value (RLE)
	present bool   // in the run that goes on
	run     int    // rows of that run
}

// add puts the cell of the next row behind the others.
func (c *chunk) add(of *Column, cell any) error {
	if of.Optional {
		c.level(cell != nil)
	}
	if cell == nil && of.Optional {
		return nil
	}
	switch v := cell.(type) {
	case string:
		if of.Kind == Text {
			c.values = append(binary.LittleEndian.AppendUint32(c.values, uint32(len(v))), v...)
			return nil
		}
	case int32:
		if of.Kind == Integer {
			c.values = binary.LittleEndian.AppendUint32(c.values, uint32(v))
			return nil
		}
	case int64:
		if of.Kind == Decimal {
			c.values = binary.LittleEndian.AppendUint64(c.values, uint64(v))
			return nil
		}
	case bool:
		if of.Kind == Truth {
			c.truth(v)
			return nil
		}
	}
	return fmt.Errorf("parquet: column %s: a cell of type %T", of.Name, cell)
}

// truth packs eight cells into a byte, the first into the lowest bit.
func (c *chunk) truth(v bool) {
	if c.truths%8 == 0 {
		c.values = append(c.values, 0)
	}
	if v {
		c.values[len(c.values)-1] |= 1 << (c.truths % 8)
	}
	c.truths++
}

// level notes whether the next row has a value.
func (c *chunk) level(present bool) {
	if present != c.present {
		c.endRun()
		c.present = present
	}
	c.run++
}

func (c *chunk) endRun() {
	if c.run == 0 {
		return
	}
	level := byte(0)
	if c.present {
		level = 1
	}
	c.levels = append(binary.AppendUvarint(c.levels, uint64(c.run)<<1), level)
	c.run = 0
}

func (c *chunk) reset() { *c = chunk{values: c.values[:0], levels: c.levels[:0]} }

// written is what the footer says of a chunk that was written.
type written struct {
	offset        int64
	plain, packed int // bytes of the page, its head included
}

// page is the chunk as the one page that it is written as, head and packed body.
func (c *chunk) page(of *Column, rows int) ([]byte, written) {
	var body []byte
	if of.Optional {
		c.endRun()
		body = append(binary.LittleEndian.AppendUint32(nil, uint32(len(c.levels))), c.levels...)
	}
	body = append(body, c.values...)
	packed := pack(body)
	page := pageHead(rows, len(body), len(packed))
	head := len(page)
	return append(page, packed...), written{plain: head + len(body), packed: head + len(packed)}
}

// pack is the data as gzip has them: the same data make the same bytes.
func pack(data []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(data) // into memory, which does not fail
	w.Close()
	return out.Bytes()
}
