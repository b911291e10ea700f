package parquet

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"

	"github.com/parquet-go/parquet-go/encoding/plain"
	"github.com/parquet-go/parquet-go/encoding/rle"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// chunk is one column of a group of rows: its values, and for each row whether there is one.
type chunk struct {
	values []byte
	truths int    // how many values of one bit there are
	levels []byte // a one for each row with a value, of an optional column
}

// add puts the cell of the next row behind the others.
func (c *chunk) add(of *Column, cell any) error {
	switch v := cell.(type) {
	case nil:
		if of.Optional {
			c.levels = append(c.levels, 0)
			return nil
		}
	case string:
		if of.Kind == Text {
			c.values = plain.AppendByteArrayString(c.values, v)
			return c.present(of)
		}
	case int32:
		if of.Kind == Integer {
			c.values = plain.AppendInt32(c.values, v)
			return c.present(of)
		}
	case int64:
		if of.Kind == Decimal {
			c.values = plain.AppendInt64(c.values, v)
			return c.present(of)
		}
	case bool:
		if of.Kind == Truth {
			c.values = plain.AppendBoolean(c.values, c.truths, v)
			c.truths++
			return c.present(of)
		}
	}
	return fmt.Errorf("parquet: column %s: a cell of type %T", of.Name, cell)
}

func (c *chunk) present(of *Column) error {
	if of.Optional {
		c.levels = append(c.levels, 1)
	}
	return nil
}

func (c *chunk) reset() { *c = chunk{values: c.values[:0], levels: c.levels[:0]} }

// page is the chunk as the one page that it is written as, and how many bytes that has unpacked, its head
// included.
func (c *chunk) page(of *Column, rows int) (page []byte, unpacked int64, err error) {
	var body []byte
	if of.Optional {
		levels, err := (&rle.Encoding{BitWidth: 1}).EncodeLevels(nil, c.levels)
		if err != nil {
			return nil, 0, err
		}
		body = append(binary.LittleEndian.AppendUint32(nil, uint32(len(levels))), levels...)
	}
	body = append(body, c.values...)
	packed := pack(body)
	page, err = thrift.Marshal(new(thrift.CompactProtocol), &format.PageHeader{
		Type: format.DataPage, UncompressedPageSize: int32(len(body)), CompressedPageSize: int32(len(packed)),
		DataPageHeader: thrift.New(format.DataPageHeader{
			NumValues: int32(rows), Encoding: format.Plain, DefinitionLevelEncoding: format.RLE, RepetitionLevelEncoding: format.RLE}),
	})
	return append(page, packed...), int64(len(page) + len(body)), err
}

// pack is the data as gzip has them: the same data make the same bytes.
func pack(data []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(data) // into memory, which does not fail
	w.Close()
	return out.Bytes()
}
