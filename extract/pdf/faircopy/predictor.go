package faircopy

// predictor is how neighbouring bytes were taken from each other before packing (ISO 32000-1, 7.4.4.4).
type predictor struct {
	kind, colors, bits, columns int
	early                       bool
}

func (f *file) predictor(d dict) predictor {
	p := predictor{kind: 1, colors: 1, bits: 8, columns: 1, early: true}
	if d == nil {
		return p
	}
	f.setPositive(&p.kind, d["Predictor"])
	f.setPositive(&p.colors, d["Colors"])
	f.setPositive(&p.bits, d["BitsPerComponent"])
	f.setPositive(&p.columns, d["Columns"])
	if o, ok := d["EarlyChange"]; ok {
		p.early = f.integer(o) != 0
	}
	return p
}

// setPositive sets a number to what an object says, if that can be.
func (f *file) setPositive(to *int, o object) {
	if n := f.integer(o); n > 0 && n < 1<<24 {
		*to = int(n)
	}
}

// used reports whether anything has to be undone.
func (p predictor) used() bool { return p.kind > 1 }

// undo adds back what was taken away.
func (p predictor) undo(data []byte) []byte {
	row, pixel := (p.colors*p.bits*p.columns+7)/8, max(1, p.colors*p.bits/8)
	if p.colors > 64 || p.bits > 32 || row <= 0 {
		return data
	}
	row = min(row, len(data))
	switch {
	case p.kind == 2 && p.bits == 8 && row > 0:
		for from := 0; from < len(data); from += row {
			addLeft(data[from:min(from+row, len(data))], pixel)
		}
	case p.kind >= 10:
		return undoPNG(data, row, pixel)
	}
	return data
}

func addLeft(row []byte, pixel int) {
	for i := pixel; i < len(row); i++ {
		row[i] += row[i-pixel]
	}
}

// undoPNG works in place: each row begins with the number of its own filter. A last row that breaks
// off is kept as far as it goes.
func undoPNG(data []byte, row, pixel int) []byte {
	out := data[:0]
	above := make([]byte, row)
	for len(data) > 1 {
		kind, line := data[0], data[1:min(1+row, len(data))]
		data = data[1+len(line):]
		undoRow(kind, line, above, pixel)
		copy(above, line)
		out = append(out, line...)
	}
	return out
}

func undoRow(kind byte, line, above []byte, pixel int) {
	switch kind {
	case 1:
		addLeft(line, pixel)
	case 2:
		for i := range line {
			line[i] += above[i]
		}
	case 3:
		for i := range line {
			line[i] += byte((int(before(line, i, pixel)) + int(above[i])) / 2)
		}
	case 4:
		for i := range line {
			line[i] += paeth(before(line, i, pixel), above[i], before(above, i, pixel))
		}
	}
}

func before(line []byte, i, pixel int) byte {
	if i < pixel {
		return 0
	}
	return line[i-pixel]
}

// paeth chooses the neighbour that is nearest to left + up - corner.
func paeth(left, up, corner byte) byte {
	estimate := int(left) + int(up) - int(corner)
	dl, du, dc := distance(estimate, left), distance(estimate, up), distance(estimate, corner)
	switch {
	case dl <= du && dl <= dc:
		return left
	case du <= dc:
		return up
	}
	return corner
}

func distance(a int, b byte) int {
	return max(a-int(b), int(b)-a)
}
