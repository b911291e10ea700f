package faircopy

import (
	"bytes"

	"fuhe/extract/pdf/token"
)

// unHex decodes ASCIIHexDecode.
func unHex(data []byte) []byte {
	t := token.New(append([]byte("<"), data...), 0).Next()
	return t.Bytes
}

// unASCII85 decodes ASCII85Decode; bytes that do not belong to it are passed over.
func unASCII85(data []byte) []byte {
	data = bytes.TrimPrefix(bytes.TrimLeft(data, "\x00\t\n\f\r "), []byte("<~"))
	out := make([]byte, 0, len(data)*4/5)
	var group uint32
	have := 0
	for _, c := range data {
		switch {
		case c == '~':
			return appendPart(out, group, have)
		case c == 'z' && have == 0:
			out = append(out, 0, 0, 0, 0)
		case c >= '!' && c <= 'u':
			group = group*85 + uint32(c-'!')
			if have++; have == 5 {
				out = append(out, byte(group>>24), byte(group>>16), byte(group>>8), byte(group))
				group, have = 0, 0
			}
		}
	}
	return appendPart(out, group, have)
}

// appendPart decodes the last group, which may be short.
func appendPart(out []byte, group uint32, have int) []byte {
	if have < 2 {
		return out
	}
	for range 5 - have {
		group = group*85 + 84
	}
	for i := range have - 1 {
		out = append(out, byte(group>>(24-8*i)))
	}
	return out
}

// unRunLength decodes RunLengthDecode up to the limit.
func unRunLength(data []byte, limit int) []byte {
	var out []byte
	for len(data) > 1 && data[0] != 128 && len(out) < limit {
		n := int(data[0])
		if n < 128 {
			end := min(n+2, len(data))
			out = append(out, data[1:end]...)
			data = data[end:]
			continue
		}
		for range 257 - n {
			out = append(out, data[1])
		}
		data = data[2:]
	}
	return out
}
