package content

import "fuhe/extract/pdf/token"

// The operators that change what text and lines are drawn (ISO 32000-1, annex A). Each function runs those
// of one group and reports whether the name is one of them.

// textOperator sets and shows text.
func (d *drawing) textOperator(name []byte) bool {
	switch string(name) {
	case "BT":
		d.text = newText()
	case "Td":
		if n := d.last(2); n != nil {
			d.text.move(n[0], n[1])
		}
	case "TD":
		if n := d.last(2); n != nil {
			d.state.leading = -n[1]
			d.text.move(n[0], n[1])
		}
	case "Tm":
		if n := d.last(6); n != nil {
			d.text.set(sixNumbers(n))
		}
	case "T*":
		d.nextLine()
	case "Tj":
		d.showLast()
	case "TJ":
		d.showArray()
	case "'":
		d.nextLine()
		d.showLast()
	case `"`:
		d.showSpaced()
	default:
		return d.textStateOperator(name)
	}
	return true
}

// textStateOperator sets how text is shown.
func (d *drawing) textStateOperator(name []byte) bool {
	switch string(name) {
	case "Tf":
		d.setFont()
	case "Tc":
		d.set(&d.state.charSpace)
	case "Tw":
		d.set(&d.state.wordSpace)
	case "Tz":
		if d.set(&d.state.stretch) {
			d.state.stretch /= 100
		}
	case "TL":
		d.set(&d.state.leading)
	case "Ts":
		d.set(&d.state.rise)
	case "Tr":
		if n := d.last(1); n != nil {
			d.state.mode = int(n[0])
		}
	default:
		return false
	}
	return true
}

// stateOperator changes or saves the graphics state, or draws an external object.
func (d *drawing) stateOperator(name []byte) bool {
	switch string(name) {
	case "q":
		d.save()
	case "Q":
		d.restore()
	case "cm":
		if n := d.last(6); n != nil {
			d.state.ctm = d.state.ctm.after(sixNumbers(n))
		}
	case "w":
		d.set(&d.state.lineWidth)
	case "gs":
		d.graphicsState()
	case "Do":
		d.external()
	default:
		return false
	}
	return true
}

// pathOperator builds a path.
func (d *drawing) pathOperator(name []byte) bool {
	ctm := &d.state.ctm
	switch string(name) {
	case "m":
		if n := d.last(2); n != nil {
			d.path.move(ctm.apply(n[0], n[1]))
		}
	case "l":
		if n := d.last(2); n != nil {
			d.path.line(ctm.apply(n[0], n[1]))
		}
	case "re":
		if n := d.last(4); n != nil {
			d.path.rectangle(ctm, n[0], n[1], n[2], n[3])
		}
	case "c":
		if n := d.last(6); n != nil {
			d.curve(n[:4], n[4], n[5])
		}
	case "v", "y":
		if n := d.last(4); n != nil {
			d.curve(n[:2], n[2], n[3])
		}
	case "h":
		d.path.close()
	default:
		return false
	}
	return true
}

// paintOperator ends a path, or makes it a clip.
func (d *drawing) paintOperator(name []byte) bool {
	switch string(name) {
	case "S":
		d.paint(false, true)
	case "s":
		d.path.close()
		d.paint(false, true)
	case "f", "F", "f*":
		d.paint(true, false)
	case "B", "B*":
		d.paint(true, true)
	case "b", "b*":
		d.path.close()
		d.paint(true, true)
	case "n":
		d.paint(false, false)
	case "W", "W*":
		d.clipNext = true
	default:
		return false
	}
	return true
}

// colorOperator chooses a colour.
func (d *drawing) colorOperator(name []byte) bool {
	fill, stroke := &d.state.fill, &d.state.stroke
	switch string(name) {
	case "g":
		d.setColor(fill, gray, 1)
	case "G":
		d.setColor(stroke, gray, 1)
	case "rg":
		d.setColor(fill, rgb, 3)
	case "RG":
		d.setColor(stroke, rgb, 3)
	case "k":
		d.setColor(fill, cmyk, 4)
	case "K":
		d.setColor(stroke, cmyk, 4)
	case "cs":
		*fill = d.chosenSpace()
	case "CS":
		*stroke = d.chosenSpace()
	case "sc", "scn":
		d.shade(fill)
	case "SC", "SCN":
		d.shade(stroke)
	default:
		return false
	}
	return true
}

// markOperator marks what a text is.
func (d *drawing) markOperator(name []byte) bool {
	switch string(name) {
	case "BDC":
		d.beginMarked(actualText(d.operands))
	case "BMC":
		d.beginMarked(nil)
	case "EMC":
		d.endMarked()
	default:
		return false
	}
	return true
}

// last returns so many last operands, or nil if they are not all numbers.
func (d *drawing) last(count int) []float64 {
	if from := len(d.numbers) - count; from >= 0 {
		return d.numbers[from:]
	}
	return nil
}

// set sets a part of the state to the last operand, if that is a number.
func (d *drawing) set(to *float64) bool {
	n := d.last(1)
	if n == nil {
		return false
	}
	*to = n[0]
	return true
}

// setColor sets a colour to so many components in a space.
func (d *drawing) setColor(to *paint, s space, components int) {
	if n := d.last(components); n != nil {
		*to = s.shade(n)
	}
}

func sixNumbers(n []float64) matrix { return matrix{n[0], n[1], n[2], n[3], n[4], n[5]} }

// lastName is the last operand if it is a name. The bytes are good until the next operator.
func (d *drawing) lastName() ([]byte, bool) {
	if n := len(d.operands); n > 0 && d.operands[n-1].Kind == token.Name {
		return d.operands[n-1].Bytes, true
	}
	return nil, false
}
