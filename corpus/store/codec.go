package store

import (
	"encoding/binary"
	"fmt"
	"reflect"
	"sync"

	"github.com/klauspost/compress/zstd"

	"fuhe/normalize/form"
	"fuhe/report"
	"fuhe/score/finding"
)

// maxBody bounds a result when it is unpacked; the largest reports of a thousand forms take a tenth.
const maxBody = 1 << 30

// shape is that of a result. It stands before each, so that another version of the program does not misread it.
var shape = sync.OnceValue(func() uint64 { return shapeOf(reflect.TypeFor[report.Result]()) })

// packer and unpacker are made when the first result is met. Both may be used by several at a time.
var (
	packer = sync.OnceValues(func() (*zstd.Encoder, error) {
		return zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	})
	unpacker = sync.OnceValues(func() (*zstd.Decoder, error) {
		return zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxBody), zstd.WithDecoderConcurrency(0))
	})
)

// Encode packs a result: the same result makes the same bytes. The printed lines behind joined paragraphs
// and the document itself stay behind.
func Encode(r *report.Result) ([]byte, error) {
	pack, err := packer()
	if err != nil {
		return nil, fmt.Errorf("pack result: %w", err)
	}
	plain := appendValue(nil, reflect.ValueOf(slim(r)).Elem())
	return pack.EncodeAll(plain, binary.LittleEndian.AppendUint64(nil, shape())), nil
}

// Decode is the result that was packed. One that another version of the program packed is ErrVersion.
func Decode(body []byte) (*report.Result, error) {
	packed := values{data: body}
	if head := packed.bytes(8); head == nil || binary.LittleEndian.Uint64(head) != shape() {
		return nil, fmt.Errorf("unpack result: %w", ErrVersion)
	}
	unpack, err := unpacker()
	if err != nil {
		return nil, fmt.Errorf("unpack result: %w", err)
	}
	plain, err := unpack.DecodeAll(packed.data, nil)
	if err != nil {
		return nil, fmt.Errorf("unpack result: %w", err)
	}
	r, v := new(report.Result), values{data: plain}
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
