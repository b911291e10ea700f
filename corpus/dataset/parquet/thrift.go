package parquet

import "encoding/binary"

// Types of fields in Thrift's compact protocol, which the heads and the footer of a file are written in.
const (
	thriftInt32  = 5
	thriftInt64  = 6
	thriftText   = 8
	thriftList   = 9
	thriftStruct = 12
)

// record is a Thrift struct that is being written; fields come in the order of their numbers.
type record struct {
	out  []byte
	last int // number of the last field
}

func (r *record) field(number, kind int) {
	r.out = append(r.out, byte((number-r.last)<<4|kind))
	r.last = number
}

func (r *record) int32(number, v int) {
	r.field(number, thriftInt32)
	r.out = binary.AppendVarint(r.out, int64(v))
}

func (r *record) int64(number int, v int64) {
	r.field(number, thriftInt64)
	r.out = binary.AppendVarint(r.out, v)
}

func (r *record) text(number int, s string) {
	r.field(number, thriftText)
	r.out = appendText(r.out, s)
}

func (r *record) record(number int, write func(*record)) {
	r.field(number, thriftStruct)
	r.out = appendRecord(r.out, write)
}

func (r *record) int32s(number int, all ...int) {
	r.list(number, thriftInt32, len(all))
	for _, v := range all {
		r.out = binary.AppendVarint(r.out, int64(v))
	}
}

func (r *record) texts(number int, all ...string) {
	r.list(number, thriftText, len(all))
	for _, s := range all {
		r.out = appendText(r.out, s)
	}
}

func (r *record) records(number, n int, write func(i int, r *record)) {
	r.list(number, thriftStruct, n)
	for i := range n {
		r.out = appendRecord(r.out, func(one *record) { write(i, one) })
	}
}

// shortList is how many elements a list has whose length stands in its head.
const shortList = 14

func (r *record) list(number, kind, n int) {
	r.field(number, thriftList)
	if n <= shortList {
		r.out = append(r.out, byte(n<<4|kind))
		return
	}
	r.out = binary.AppendUvarint(append(r.out, byte(0xf0|kind)), uint64(n))
}

func appendText(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}

// appendRecord appends a struct; a nought ends it.
func appendRecord(out []byte, write func(*record)) []byte {
	r := record{out: out}
	write(&r)
	return append(r.out, 0)
}
