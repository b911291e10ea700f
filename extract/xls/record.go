package xls

import "fuhe/extract/compound"

// Kinds of records, as the format's description names them.
const (
	recFormula    = 0x0006
	recEnd        = 0x000A
	recDateMode   = 0x0022
	recFilePass   = 0x002F
	recContinue   = 0x003C
	recCodePage   = 0x0042
	recColumnInfo = 0x007D
	recBoundSheet = 0x0085
	recMulRK      = 0x00BD
	recMulBlank   = 0x00BE
	recRString    = 0x00D6
	recXF         = 0x00E0
	recMerged     = 0x00E5
	recSST        = 0x00FC
	recLabelSST   = 0x00FD
	recBlank      = 0x0201
	recNumber     = 0x0203
	recLabel      = 0x0204
	recBoolErr    = 0x0205
	recString     = 0x0207
	recRow        = 0x0208
	recRK         = 0x027E
	recFormat     = 0x041E
	recBegin      = 0x0809
)

// record is one record: its bytes, and those of the records that continue it.
type record struct {
	kind  uint16
	parts [][]byte
}

// data is the first part: all there is for all but long texts.
func (r record) data() []byte { return r.parts[0] }

// next reads the record at the offset and returns where the one behind it begins; false at the end.
func next(stream []byte, at int) (r record, end int, ok bool) {
	kind, body, at, ok := one(stream, at)
	if !ok {
		return record{}, at, false
	}
	r = record{kind, [][]byte{body}}
	for {
		kind, body, after, ok := one(stream, at)
		if !ok || kind != recContinue {
			return r, at, true
		}
		r.parts, at = append(r.parts, body), after
	}
}

func one(stream []byte, at int) (kind uint16, body []byte, end int, ok bool) {
	if at < 0 || at+4 > len(stream) {
		return 0, nil, at, false
	}
	end = at + 4 + int(compound.U16(stream, at+2))
	if end > len(stream) {
		return 0, nil, at, false
	}
	return compound.U16(stream, at), stream[at+4 : end], end, true
}

// reader reads over the parts of a record.
type reader struct {
	parts [][]byte
	at    int // in the first part
	short bool
}

// byte reads one byte; at the end it reads zeros and short is set.
func (r *reader) byte() byte {
	for len(r.parts) > 0 && r.at >= len(r.parts[0]) {
		r.parts, r.at = r.parts[1:], 0
	}
	if len(r.parts) == 0 {
		r.short = true
		return 0
	}
	b := r.parts[0][r.at]
	r.at++
	return b
}

func (r *reader) u16() int { low := int(r.byte()); return low | int(r.byte())<<8 }

func (r *reader) u32() int { low := r.u16(); return low | r.u16()<<16 }

// skip leaves bytes out.
func (r *reader) skip(n int) {
	for n > 0 && len(r.parts) > 0 {
		step := min(n, len(r.parts[0])-r.at)
		r.at, n = r.at+step, n-step
		if r.at >= len(r.parts[0]) {
			r.parts, r.at = r.parts[1:], 0
		}
	}
	r.short = r.short || n > 0
}

// text reads a text of the given number of characters with its flags. A text that goes on in the next
// part has its width said anew there.
func (r *reader) text(count int) string {
	flags := r.byte()
	runs, extra := 0, 0
	if flags&8 != 0 {
		runs = r.u16()
	}
	if flags&4 != 0 {
		extra = r.u32()
	}
	units := make([]uint16, 0, min(count, 4096))
	wide := flags&1 != 0
	for len(units) < count && !r.short {
		if len(r.parts) > 1 && r.at >= len(r.parts[0]) {
			r.parts, r.at = r.parts[1:], 0
			wide = r.byte()&1 != 0
		}
		unit := uint16(r.byte())
		if wide {
			unit |= uint16(r.byte()) << 8
		}
		units = append(units, unit)
	}
	r.skip(4*runs + extra)
	return decodeUnits(units)
}
