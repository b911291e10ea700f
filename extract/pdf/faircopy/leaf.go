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

// refine tells a font whose program is needed from others: one that has no map to Unicode, and codes
// that mean nothing by themselves.
func (w *writer) refine(o object, as role) role {
	if as != font {
		return as
	}
	d := w.dict(o)
	if w.get(d["ToUnicode"]) == nil && (isName(w.get(d["Subtype"]), "Type0") || w.ownEncoding(d["Encoding"])) {
		return innerFont
	}
	return as
}

// ownEncoding reports whether an encoding leaves codes to the font's program: it names no base.
func (w *writer) ownEncoding(o object) bool {
	switch e := w.get(o).(type) {
	case nil:
		return true
	case dict:
		return w.get(e["BaseEncoding"]) == nil
	}
	return false
}

// laidAside is a value that is written as an object of its own: -1 is the writer's first.
type laidAside int64

// fontEntry are the roles of fonts.
var fontEntry = map[role]bool{font: true, innerFont: true, descendant: true}

// slim lays the long lists of a font aside. Each page asks for its fonts anew, and the object layer
// reads all that stands in a font's dictionary each time.
func (w *writer) slim(d dict) dict {
	const long = 8
	slim := make(dict, len(d))
	for k, v := range d {
		a, isArray := v.(array)
		_, isDict := v.(dict)
		if isArray && len(a) > long || isDict && k == "Encoding" {
			w.aside = append(w.aside, v)
			v = laidAside(-len(w.aside))
		}
		slim[k] = v
	}
	return slim
}

// space writes a colour space as its family and, where a profile has them, the number of its
// components: enough to know what is nearly white.
func (w *writer) space(a array) {
	if len(a) == 0 {
		w.out = append(w.out, "null"...)
		return
	}
	w.out = append(w.out, '[')
	w.name(w.file.name(a[0]))
	if len(a) > 1 && isName(w.get(a[0]), "ICCBased") {
		w.out = append(w.out, ' ')
		w.out = strconv.AppendInt(w.out, w.integer(w.dict(a[1])["N"]), 10)
	}
	w.out = append(w.out, ']')
}
