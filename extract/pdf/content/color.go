package content

// space is a family of colour spaces.
type space uint8

const (
	gray space = iota
	rgb
	cmyk
	lab
	tint   // Separation, DeviceN: 0 is no ink
	opaque // patterns and indexed colours, whose lightness is not known
)

// paint is a colour: its space, and how light it is, from 0 black to 1 white.
type paint struct {
	space space
	light float64
}

var black = paint{}

// pale reports whether a colour can hardly be seen on white paper.
func (p paint) pale() bool { return p.light >= 0.93 }

// white reports whether a line of the colour cannot be seen on white paper. Tables of web pages are
// ruled in greys that are nearly so.
func (p paint) white() bool { return p.light >= 0.985 }

// shade is the colour of the components.
func (s space) shade(n []float64) paint {
	at := func(i int) float64 {
		if i < len(n) {
			return min(max(n[i], 0), 1)
		}
		return 0
	}
	switch s {
	case gray:
		return paint{s, at(0)}
	case rgb:
		return paint{s, 0.299*at(0) + 0.587*at(1) + 0.114*at(2)}
	case cmyk:
		return paint{s, max(0, 1-0.3*at(0)-0.59*at(1)-0.11*at(2)-at(3))}
	case lab:
		return paint{s, lightness(n)}
	case tint:
		most := 0.0
		for i := range n {
			most = max(most, at(i))
		}
		return paint{s, 1 - most}
	}
	return paint{s, 0}
}

// lightness is the first component of a Lab colour, from 0 to 100.
func lightness(n []float64) float64 {
	if len(n) == 0 {
		return 0
	}
	return min(max(n[0]/100, 0), 1)
}

// shade sets a colour in the space chosen before; without one the number of components tells it.
func (d *drawing) shade(p *paint) {
	s := p.space
	if s == gray || s == rgb || s == cmyk {
		s = deviceSpace(len(d.numbers))
	}
	*p = s.shade(d.numbers)
}

// deviceSpace is the space that has so many components.
func deviceSpace(components int) space {
	switch components {
	case 3:
		return rgb
	case 4:
		return cmyk
	}
	return gray
}

// chosenSpace is the first colour, black, of the space that the last operand names.
func (d *drawing) chosenSpace() paint {
	name, _ := d.lastName()
	return paint{space: d.frame.space(name)}
}

func (r *resources) lookSpace(name string) space {
	components := int64(0)
	if v := r.value.Key("ColorSpace").Key(name); v.Len() > 0 {
		name, components = v.Index(0).Name(), v.Index(1).Int64()
	}
	switch name {
	case "DeviceRGB", "CalRGB", "RGB":
		return rgb
	case "DeviceCMYK", "CMYK":
		return cmyk
	case "ICCBased":
		return deviceSpace(int(components))
	case "Lab":
		return lab
	case "Separation", "DeviceN":
		return tint
	case "Indexed", "I", "Pattern":
		return opaque
	}
	return gray
}
