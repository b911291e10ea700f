package font

import (
	"github.com/ledongthuc/pdf"

	"fuhe/extract/pdf/token"
)

// maxCID is the largest CID (ISO 32000-1, annex C).
const maxCID = 65535

// widths are the advances of CIDs, in ems: single ones by CID, and long ranges.
type widths struct {
	byCID  [256]*[256]float32 // by its high and low byte; those that are not set are unset
	ranges []widthRange
	usual  float64
}

type widthRange struct {
	lo, hi uint32
	width  float64
}

func (w *widths) of(cid uint32) float64 {
	if cid <= maxCID && w.byCID[cid>>8] != nil {
		if width := w.byCID[cid>>8][cid&0xFF]; width > unset {
			return float64(width)
		}
	}
	for _, r := range w.ranges {
		if cid >= r.lo && cid <= r.hi {
			return r.width
		}
	}
	return w.usual
}

// unknown is the width of a code whose CID is not known: Latin codes of one byte are half as wide.
func (w *widths) unknown(bytes int) float64 {
	if bytes == 1 {
		return w.usual / 2
	}
	return w.usual
}

const unset = -1e6

// numbers reads a list of numbers, and lists of numbers in it, from the text that the fair copy has of it.
type numbers struct {
	lex   token.Lexer
	token token.Token
}

func listOf(v pdf.Value) *numbers {
	n := &numbers{}
	n.lex.Reset([]byte(v.RawString()))
	n.next() // the bracket before the list
	return n
}

// next goes on to the next number or bracket. It reports whether there is one in the same list.
func (n *numbers) next() bool {
	n.lex.Read(&n.token)
	return n.token.Kind != token.End && n.token.Kind != token.ArrayEnd
}

// opens reports whether a list stands here.
func (n *numbers) opens() bool { return n.token.Kind == token.ArrayOpen }

// value is the number that stands here, or 0 if something else does.
func (n *numbers) value() float64 {
	if n.token.Kind == token.Integer || n.token.Kind == token.Real {
		return n.token.Number
	}
	return 0
}

func (n *numbers) cid() int { return int(min(max(n.value(), 0), maxCID)) }

// cidWidths reads DW and W (ISO 32000-1, 9.7.4.3).
func cidWidths(inner pdf.Value) widths {
	w := widths{usual: 1}
	if dw := inner.Key("DW"); !dw.IsNull() {
		w.usual = dw.Float64() / 1000
	}
	list := listOf(inner.Key("W"))
	for list.next() {
		first := list.cid()
		if !list.next() {
			break
		}
		if list.opens() {
			for cid := first; list.next(); cid++ {
				w.set(cid, list.value()/1000)
			}
			continue
		}
		last := list.cid()
		list.next()
		w.setRange(first, last, list.value()/1000)
	}
	return w
}

func (w *widths) set(cid int, width float64) {
	if cid > maxCID {
		return
	}
	page := w.byCID[cid>>8]
	if page == nil {
		page = new([256]float32)
		for i := range page {
			page[i] = 2 * unset
		}
		w.byCID[cid>>8] = page
	}
	page[cid&0xFF] = float32(width)
}

func (w *widths) setRange(lo, hi int, width float64) {
	const short, most = 64, 4096
	if hi-lo > short && len(w.ranges) < most {
		w.ranges = append(w.ranges, widthRange{uint32(lo), uint32(hi), width})
		return
	}
	for cid := lo; cid <= min(hi, lo+short); cid++ {
		w.set(cid, width)
	}
}

// heights are the metrics of vertical writing: how far down the next glyph stands, and how far to the
// right the origin of this one is.
type heights struct {
	advance float64
	byCID   map[uint32][2]float64 // advance, origin
}

func cidHeights(inner pdf.Value) heights {
	h := heights{advance: -1, byCID: map[uint32][2]float64{}}
	if dw := inner.Key("DW2"); dw.Len() == 2 {
		h.advance = dw.Index(1).Float64() / 1000
	}
	list := listOf(inner.Key("W2"))
	for left := maxCID; list.next() && left > 0; {
		first := list.cid()
		if !list.next() {
			break
		}
		if list.opens() {
			for cid := first; list.next(); cid++ {
				one, whole := list.height()
				if !whole {
					break
				}
				h.byCID[uint32(cid)] = one
			}
			continue
		}
		last := list.cid()
		list.next()
		one, _ := list.height()
		for cid := first; cid <= last && left > 0; cid++ {
			left--
			h.byCID[uint32(cid)] = one
		}
	}
	return h
}

// height reads three numbers, of which the last is not needed. They are not whole if the list ends before.
func (n *numbers) height() (read [2]float64, whole bool) {
	read[0] = n.value() / 1000
	if !n.next() {
		return read, false
	}
	read[1] = n.value() / 1000
	return read, n.next()
}

func (h heights) of(cid uint32, width float64) (advance, origin float64) {
	if v, ok := h.byCID[cid]; ok {
		return v[0], v[1]
	}
	return h.advance, width / 2
}
