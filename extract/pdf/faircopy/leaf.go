package faircopy

import (
	"encoding/hex"
	"math"
	"slices"
	"strconv"

	"fuhe/extract/pdf/token"
)

// scalar writes a value that holds no others.
func (w *writer) scalar(o object) {
	switch v := o.(type) {
	case bool:
		w.out = strconv.AppendBool(w.out, v)
	case int64:
		w.out = strconv.AppendInt(w.out, v, 10)
	case float64:
		w.real(v)
	case name:
		w.name(v)
	case text:
		w.out = append(w.out, '<')
		w.out = hex.AppendEncode(w.out, v)
		w.out = append(w.out, '>')
	default:
		w.out = append(w.out, "null"...)
	}
}

// real writes a number with a point and without an exponent; beyond 1e9 files hold only garbage.
func (w *writer) real(v float64) {
	if math.IsNaN(v) || math.Abs(v) > 1e9 {
		v = 0
	}
	from := len(w.out)
	w.out = strconv.AppendFloat(w.out, v, 'f', -1, 64)
	if !slices.Contains(w.out[from:], '.') {
		w.out = append(w.out, ".0"...)
	}
}

func (w *writer) name(n name) {
	w.out = append(w.out, '/')
	for _, c := range []byte(n) {
		if c == '#' || c <= ' ' || c > '~' || !token.Regular(c) {
			w.out = append(w.out, '#')
			w.out = hex.AppendEncode(w.out, []byte{c})
		} else {
			w.out = append(w.out, c)
		}
	}
}
