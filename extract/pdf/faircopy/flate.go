package faircopy

import (
	"bytes"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// inflaters keeps the tables of inflaters that are not in use.
var inflaters = sync.Pool{New: func() any { return flate.NewReader(bytes.NewReader(nil)) }}

// inflate unpacks zlib data as far as it goes, up to the limit: no checksum is asked for, and a missing
// or broken head is no hindrance.
func inflate(data []byte, limit int) []byte { return inflateOnto(nil, data, limit) }

// inflateOnto appends what zlib data unpack to.
func inflateOnto(out, data []byte, limit int) []byte {
	data = bytes.TrimLeft(data, "\r\n")
	from := len(out)
	out = rawInflate(out, afterZlibHead(data), limit)
	if len(out) == from && len(data) > 2 {
		out = rawInflate(out, data, limit)
	}
	return out
}

func afterZlibHead(data []byte) []byte {
	if len(data) < 2 {
		return nil
	}
	return data[2:]
}

func rawInflate(out, data []byte, limit int) []byte {
	r := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(data), nil); err != nil {
		return out
	}
	out = withRoom(out, min(limit, max(512, usualRatio*len(data))))
	limit += len(out)
	for len(out) < limit {
		if len(out) == cap(out) {
			out = withRoom(out, min(len(out), limit-len(out)))
		}
		n, err := r.Read(out[len(out):min(cap(out), limit)])
		out = out[:len(out)+n]
		if err != nil {
			break
		}
	}
	return out
}

// usualRatio is what contents unpack to: room that is not used costs nothing, growing does.
const usualRatio = 8

// withRoom returns the bytes with room for so many more. Other than slices.Grow it does not write to the
// room: memory that is not written to is never really there.
func withRoom(b []byte, more int) []byte {
	if cap(b)-len(b) >= more {
		return b
	}
	return append(make([]byte, 0, max(len(b)+more, 2*cap(b))), b...)
}
