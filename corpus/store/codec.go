package store

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/zstd"

	"fuhe/normalize/form"
	"fuhe/report"
	"fuhe/score/finding"
)

// maxBody bounds a result when it is unpacked; the largest reports of a thousand forms take a tenth.
const maxBody = 1 << 30

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
	var plain bytes.Buffer
	if err := gob.NewEncoder(&plain).Encode(slim(r)); err != nil {
		return nil, fmt.Errorf("pack result: %w", err)
	}
	pack, err := packer()
	if err != nil {
		return nil, fmt.Errorf("pack result: %w", err)
	}
	return pack.EncodeAll(plain.Bytes(), nil), nil
}

// Decode is the result that was packed.
func Decode(body []byte) (*report.Result, error) {
	unpack, err := unpacker()
	if err != nil {
		return nil, fmt.Errorf("unpack result: %w", err)
	}
	plain, err := unpack.DecodeAll(body, nil)
	if err != nil {
		return nil, fmt.Errorf("unpack result: %w", err)
	}
	var r report.Result
	if err := gob.NewDecoder(bytes.NewReader(plain)).Decode(&r); err != nil && err != io.EOF {
		return nil, fmt.Errorf("unpack result: %w", err)
	}
	return &r, nil
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
