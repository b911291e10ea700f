package parquet

import "encoding/binary"

// Numbers of parquet.thrift. A column has a physical type, and a converted and a logical one, of which older
// and newer readers each take their own.
const (
	typeBoolean, typeInt32, typeInt64, typeByteArray = 0, 1, 2, 6

	required, optional = 0, 1

	convertedText, convertedDecimal = 0, 5
	logicalText, logicalDecimal     = 1, 5

	plainEncoding, runEncoding = 0, 3

	codecGzip = 2

	dataPage = 0
)

// pageHead is the PageHeader of a page of so many rows and bytes.
func pageHead(rows, plain, packed int) []byte {
	return appendRecord(nil, func(r *record) {
		r.int32(1, dataPage)
		r.int32(2, plain)
		r.int32(3, packed)
		r.record(5, func(r *record) {
			r.int32(1, rows)
			r.int32(2, plainEncoding)
			r.int32(3, runEncoding) // of definition levels
			r.int32(4, runEncoding) // of repetition levels, of which there are none
		})
	})
}

// footer is the FileMetaData, its length and the mark of the end.
func (w *Writer) footer() []byte {
	rows := 0
	for _, g := range w.groups {
		rows += g.rows
	}
	out := appendRecord(nil, func(r *record) {
		r.int32(1, 1) // version
		r.records(2, 1+len(w.columns), func(i int, r *record) {
			if i == 0 {
				r.text(4, "table")
				r.int32(5, len(w.columns))
				return
			}
			schema(r, &w.columns[i-1])
		})
		r.int64(3, int64(rows))
		r.records(4, len(w.groups), func(i int, r *record) { w.groupMeta(r, &w.groups[i]) })
		r.text(6, "fuhe")
	})
	return append(binary.LittleEndian.AppendUint32(out, uint32(len(out))), magic...)
}

// schema is the SchemaElement of a column.
func schema(r *record, c *Column) {
	r.int32(1, physical(c.Kind))
	repetition := required
	if c.Optional {
		repetition = optional
	}
	r.int32(3, repetition)
	r.text(4, c.Name)
	switch c.Kind {
	case Text:
		r.int32(6, convertedText)
		r.record(10, func(r *record) { r.record(logicalText, func(*record) {}) })
	case Decimal:
		r.int32(6, convertedDecimal)
		r.int32(7, c.Scale)
		r.int32(8, precision)
		r.record(10, func(r *record) {
			r.record(logicalDecimal, func(r *record) {
				r.int32(1, c.Scale)
				r.int32(2, precision)
			})
		})
	}
}

// physical is how cells of a kind are stored.
func physical(k Kind) int {
	switch k {
	case Text:
		return typeByteArray
	case Integer:
		return typeInt32
	case Truth:
		return typeBoolean
	}
	return typeInt64
}

// groupMeta is the RowGroup of a group.
func (w *Writer) groupMeta(r *record, g *group) {
	size := 0
	for _, c := range g.chunks {
		size += c.plain
	}
	r.records(1, len(g.chunks), func(i int, r *record) {
		r.int64(2, g.chunks[i].offset)
		r.record(3, func(r *record) { chunkMeta(r, &w.columns[i], g.rows, &g.chunks[i]) })
	})
	r.int64(2, int64(size))
	r.int64(3, int64(g.rows))
}

// chunkMeta is the ColumnMetaData of a chunk.
func chunkMeta(r *record, of *Column, rows int, c *written) {
	r.int32(1, physical(of.Kind))
	r.int32s(2, plainEncoding, runEncoding)
	r.texts(3, of.Name)
	r.int32(4, codecGzip)
	r.int64(5, int64(rows))
	r.int64(6, int64(c.plain))
	r.int64(7, int64(c.packed))
	r.int64(9, c.offset) // of the data page
}
