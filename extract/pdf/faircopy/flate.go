package faircopy

import (
	"bytes"
	"sync"
)

// inflaters keeps the tables of inflaters that are not in use.
var inflaters = sync.Pool{New: func() any { return new(inflater) }}

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
	f := inflaters.Get().(*inflater)
	defer inflaters.Put(f)
	return f.unpack(out, data, limit)
}
