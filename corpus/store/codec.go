package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"reflect"
	"sync"

	"github.com/klauspost/compress/flate"

	"fuhe/normalize/form"
	"fuhe/report"
	"fuhe/score/finding"
)

// maxBody bounds a result when it is unpacked; the largest reports of a thousand forms take a tenth.
const maxBody = 1 << 30

// shape is that of a result. It stands before each, so that another version of the program does not misread it.
var shape = sync.OnceValue(func() uint64 { return shapeOf(reflect.TypeFor[report.Result]()) })

// packers keeps what was allotted to pack results with.
var packers = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.DefaultCompression) // fails for an unknown level alone
	return w
}}

// Encode packs a result: the same result makes the same bytes. The printed lines behind joined paragraphs
// and the document itself stay behind.
func Encode(r *report.Result) ([]byte, error) {
	out := bytes.NewBuffer(binary.LittleEndian.AppendUint64(nil, shape()))
	w := packers.Get().(*flate.Writer)
	defer packers.Put(w)
	w.Reset(out)
	_, err := w.Write(appendValue(nil, reflect.ValueOf(slim(r)).Elem()))
	if err = errors.Join(err, w.Close()); err != nil {
		return nil, fmt.Errorf("pack result: %w", err)
	}
	return out.Bytes(), nil
}

// Decode is the result that was packed. One that another version of the program packed is ErrVersion.
func Decode(body []byte) (*report.Result, error) {
	packed := values{data: body}
	if b := packed.bytes(8); b == nil || binary.LittleEndian.Uint64(b) != shape() {
		return nil, fmt.Errorf("unpack result: %w", ErrVersion)
	}
	plain := bytes.NewBuffer(make([]byte, 0, 8*len(body))) // for as much as most unpack to
	if _, err := plain.ReadFrom(io.LimitReader(flate.NewReader(bytes.NewReader(packed.data)), maxBody)); err != nil {
		return nil, fmt.Errorf("unpack result: %w", err)
	}
	r, v := new(report.Result), values{data: plain.Bytes()}
	v.take(reflect.ValueOf(r).Elem())
	if v.err != nil || len(v.data) > 0 {
		return nil, fmt.Errorf("unpack result: %w", errBroken)
	}
	return r, nil
}

// slim is the result without what nobody reads again.
func slim(r *report.Result) *report.Result {
	short := *r
	short.Document = nil
	short.Reports = make([]*finding.Report, len(r.Reports))
	for i, review := range r.Reports {
		one := *review
		if review.Form != nil {
			one.Form = withoutLines(review.Form)
		}
		short.Reports[i] = &one
	}
	return &short
}

func withoutLines(f *form.Form) *form.Form {
	short := *f
	short.Text = make([]form.Paragraph, len(f.Text))
	for i, p := range f.Text {
		p.Lines = nil
		short.Text[i] = p
	}
	return &short
}
