package font

import "github.com/ledongthuc/pdf"

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

// cidWidths reads DW and W (ISO 32000-1, 9.7.4.3).
func cidWidths(inner pdf.Value) widths {
	w := widths{usual: 1}
	if dw := inner.Key("DW"); !dw.IsNull() {
		w.usual = dw.Float64() / 1000
	}
	list := inner.Key("W")
	for i := 0; i+1 < list.Len(); {
		first, second := cidOf(list.Index(i)), list.Index(i+1)
		if second.Kind() == pdf.Array {
			for k := range second.Len() {
				w.set(first+k, second.Index(k).Float64()/1000)
			}
			i += 2
			continue
		}
		w.setRange(first, cidOf(second), list.Index(i+2).Float64()/1000)
		i += 3
	}
	return w
}

func cidOf(v pdf.Value) int {
	return int(min(max(v.Float64(), 0), maxCID))
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
	list := inner.Key("W2")
	for i, left := 0, maxCID; i+1 < list.Len() && left > 0; {
		first, second := cidOf(list.Index(i)), list.Index(i+1)
		if second.Kind() == pdf.Array {
			for k := 0; k+2 < second.Len(); k += 3 {
				h.byCID[uint32(first+k/3)] = height(second, k)
			}
			i += 2
			continue
		}
		for cid, last := first, cidOf(second); cid <= last && left > 0; cid++ {
			left--
			h.byCID[uint32(cid)] = height(list, i+2)
		}
		i += 5
	}
	return h
}

func height(list pdf.Value, i int) [2]float64 {
	return [2]float64{list.Index(i).Float64() / 1000, list.Index(i+1).Float64() / 1000}
}

func (h heights) of(cid uint32, width float64) (advance, origin float64) {
	if v, ok := h.byCID[cid]; ok {
		return v[0], v[1]
	}
	return h.advance, width / 2
}
