package parquet

import (
	"encoding/binary"

	"github.com/parquet-go/parquet-go/deprecated"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// footer is what the file is said to hold, its length and the mark of the end.
func (w *Writer) footer() ([]byte, error) {
	file := format.FileMetaData{Version: 1, CreatedBy: "fuhe", RowGroups: w.groups}
	file.Schema = append(file.Schema, format.SchemaElement{Name: "table", NumChildren: thrift.New(int32(len(w.columns)))})
	for i := range w.columns {
		file.Schema = append(file.Schema, w.columns[i].schema())
	}
	for _, g := range w.groups {
		file.NumRows += g.NumRows
	}
	out, err := thrift.Marshal(new(thrift.CompactProtocol), &file)
	return append(binary.LittleEndian.AppendUint32(out, uint32(len(out))), magic...), err
}

// schema tells the type of a column twice, for older readers and for newer.
func (c *Column) schema() format.SchemaElement {
	s := format.SchemaElement{Name: c.Name, Type: thrift.New(c.Kind.physical()), RepetitionType: thrift.New(format.Required)}
	if c.Optional {
		s.RepetitionType = thrift.New(format.Optional)
	}
	switch c.Kind {
	case Text:
		s.ConvertedType = thrift.New(deprecated.UTF8)
		s.LogicalType = format.LogicalType{Value: &format.StringType{}}
	case Decimal:
		scale := int32(c.Scale)
		s.ConvertedType, s.Scale, s.Precision = thrift.New(deprecated.Decimal), thrift.New(scale), thrift.New(int32(precision))
		s.LogicalType = format.LogicalType{Value: &format.DecimalType{Scale: scale, Precision: precision}}
	}
	return s
}

// physical is how the cells of a kind are stored.
func (k Kind) physical() format.Type {
	switch k {
	case Text:
		return format.ByteArray
	case Integer:
		return format.Int32
	case Truth:
		return format.Boolean
	}
	return format.Int64
}
