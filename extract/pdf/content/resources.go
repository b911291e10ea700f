package content

import (
	"github.com/ledongthuc/pdf"

	"fuhe/extract/pdf/font"
)

// resources are what a page or a form may name. What was asked for once is kept.
type resources struct {
	value  pdf.Value
	fonts  map[string]*font.Font // nil where the name stands for nothing here
	states map[string]stateFont
	spaces map[string]space
}

// resourcesOf returns the resources of a page or a form; without any they are empty.
func (p *Press) resourcesOf(v pdf.Value) *resources {
	number := v.Key("Resources")
	n := int(number.Int64())
	if number.Kind() != pdf.Integer || n < 0 || n >= len(p.resources) {
		return &resources{}
	}
	if p.resources[n] == nil {
		p.resources[n] = &resources{value: p.parts.Index(n)}
	}
	return p.resources[n]
}

// keep puts a value into a map, which is made if there is none.
func keep[T any](m map[string]T, name string, value T) map[string]T {
	if m == nil {
		m = map[string]T{}
	}
	m[name] = value
	return m
}

// font finds a font by its name; forms without resources of their own use those outside.
func (f *frame) font(name []byte, shelf *font.Shelf) *font.Font {
	for ; f != nil; f = f.outer {
		if found := f.resources.font(name, shelf); found != nil {
			return found
		}
	}
	return nil
}

func (r *resources) font(name []byte, shelf *font.Shelf) *font.Font {
	found, known := r.fonts[string(name)]
	if !known {
		if v := r.value.Key("Font").Key(string(name)); v.Kind() == pdf.Integer {
			found = shelf.Font(int(v.Int64()))
		}
		r.fonts = keep(r.fonts, string(name), found)
	}
	return found
}

// stateFont is the font of an external graphics state.
func (r *resources) stateFont(name []byte, shelf *font.Shelf) stateFont {
	set, known := r.states[string(name)]
	if !known {
		if v := r.value.Key("ExtGState").Key(string(name)); v.Len() == 2 {
			set = stateFont{shelf.Font(int(v.Index(0).Int64())), v.Index(1).Float64()}
		}
		r.states = keep(r.states, string(name), set)
	}
	return set
}

// space finds the family of a colour space by its name or by the resources.
func (r *resources) space(name []byte) space {
	found, known := r.spaces[string(name)]
	if !known {
		found = r.lookSpace(string(name))
		r.spaces = keep(r.spaces, string(name), found)
	}
	return found
}
