package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"math/big"
	"reflect"
)

// appendValue puts a value behind others: a whole number as a varint, a text behind its length, a list behind
// its length and one, since nought is the list that there is none of, what a pointer points to behind a true,
// and a struct as its fields in their order. What the bytes are the type alone tells; see shapeOf.
func appendValue(out []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.Bool:
		return appendTruth(out, v.Bool())
	case reflect.Int, reflect.Int32, reflect.Int64:
		return binary.AppendVarint(out, v.Int())
	case reflect.Float64:
		return binary.LittleEndian.AppendUint64(out, math.Float64bits(v.Float()))
	case reflect.String:
		return append(binary.AppendUvarint(out, uint64(v.Len())), v.String()...)
	case reflect.Pointer:
		return appendPointed(out, v)
	case reflect.Slice:
		return appendList(out, v)
	}
	for i := range v.NumField() { // a struct: shapeOf knows no other kinds
		out = appendValue(out, v.Field(i))
	}
	return out
}

func appendTruth(out []byte, v bool) []byte {
	if v {
		return append(out, 1)
	}
	return append(out, 0)
}

func appendPointed(out []byte, v reflect.Value) []byte {
	out = appendTruth(out, !v.IsNil())
	switch {
	case v.IsNil():
		return out
	case v.Type() == exactNumber:
		return appendValue(out, reflect.ValueOf(v.Interface().(*big.Rat).RatString()))
	}
	return appendValue(out, v.Elem())
}

func appendList(out []byte, v reflect.Value) []byte {
	if v.IsNil() {
		return append(out, 0)
	}
	out = binary.AppendUvarint(out, uint64(v.Len())+1)
	for i := range v.Len() {
		out = appendValue(out, v.Index(i))
	}
	return out
}

// exactNumber is the one type whose fields are not exported; it stands as its text.
var exactNumber = reflect.TypeFor[*big.Rat]()

var errBroken = errors.New("broken off, or no result")

// values are the bytes that appendValue made, as far as they were not read. What is missing is read as nought.
type values struct {
	data []byte
	err  error
}

// take reads the next value into v.
func (r *values) take(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(r.truth())
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(r.number())
	case reflect.Float64:
		if b := r.bytes(8); b != nil {
			v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64(b)))
		}
	case reflect.String:
		v.SetString(string(r.bytes(r.length())))
	case reflect.Pointer:
		r.pointed(v)
	case reflect.Slice:
		r.list(v)
	default:
		for i := range v.NumField() {
			r.take(v.Field(i))
		}
	}
}

func (r *values) pointed(v reflect.Value) {
	if !r.truth() {
		return
	}
	if v.Type() != exactNumber {
		v.Set(reflect.New(v.Type().Elem()))
		r.take(v.Elem())
		return
	}
	n, ok := new(big.Rat).SetString(string(r.bytes(r.length())))
	if !ok {
		r.err = errBroken
		return
	}
	v.Set(reflect.ValueOf(n))
}

func (r *values) list(v reflect.Value) {
	n := r.length()
	if n == 0 {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), n-1, n-1))
	for i := range n - 1 {
		r.take(v.Index(i))
	}
}

func (r *values) truth() bool {
	b := r.bytes(1)
	return b != nil && b[0] == 1
}

func (r *values) number() int64 {
	n, size := binary.Varint(r.data)
	r.pass(size)
	return n
}

// length is that of a text or list. Each of their elements takes a byte at least, so that what is left bounds it.
func (r *values) length() int {
	n, size := binary.Uvarint(r.data)
	r.pass(size)
	if n > uint64(len(r.data))+1 {
		r.err = errBroken
		return 0
	}
	return int(n)
}

// bytes are the next n.
func (r *values) bytes(n int) []byte {
	if n > len(r.data) {
		r.err = errBroken
		r.data = nil
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *values) pass(size int) {
	if size <= 0 {
		r.err, size = errBroken, len(r.data)
	}
	r.data = r.data[size:]
}

// shapeOf is a number for what appendValue makes of a type: values of one shape cannot be read as another.
func shapeOf(t reflect.Type) uint64 {
	h := fnv.New64a()
	seen := map[reflect.Type]bool{}
	var walk func(t reflect.Type)
	walk = func(t reflect.Type) {
		fmt.Fprintf(h, "%s %s;", t.Kind(), t)
		if seen[t] || t == exactNumber {
			return
		}
		seen[t] = true
		switch t.Kind() {
		case reflect.Bool, reflect.Int, reflect.Int32, reflect.Int64, reflect.Float64, reflect.String:
		case reflect.Pointer, reflect.Slice:
			walk(t.Elem())
		case reflect.Struct:
			for i := range t.NumField() {
				f := t.Field(i)
				if !f.IsExported() {
					panic(fmt.Sprintf("%s hides %s", t, f.Name)) // another slip: nobody could read it back
				}
				fmt.Fprintf(h, "%s ", f.Name)
				walk(f.Type)
			}
		default:
			panic(fmt.Sprintf("a result holds a %s", t)) // a slip of the programmer
		}
	}
	walk(t)
	return h.Sum64()
}
