package rulebook

import (
	"fmt"
	"math/big"
	"strings"

	"go.yaml.in/yaml/v3"

	"fuhe/normalize/quantity"
)

// Decimal is an exact decimal as it stands in a book; empty means that the book does not say.
type Decimal string

// decimal reports whether a text is a plain decimal, with at most 12 digits on either side of its point.
func decimal(text string) bool {
	whole, places, pointed := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	return digits(whole) && (!pointed || digits(places))
}

// decimalPattern says the same as an expression, for the JSON Schema.
const decimalPattern = `^-?[0-9]{1,12}(\.[0-9]{1,12})?$`

func digits(text string) bool {
	return len(text) >= 1 && len(text) <= 12 && strings.Trim(text, "0123456789") == ""
}

// unset is written where a book does not know what the one it builds on says; whatever needs the figure is
// then skipped.
const unset = "unset"

// Rat is the number, or nil if there is none. As that of a quantity it may be shared.
func (d Decimal) Rat() *big.Rat {
	if !decimal(string(d)) {
		return nil
	}
	return quantity.Quantity{Value: string(d)}.Rat()
}

// UnmarshalYAML takes a plain decimal or “unset” and refuses everything else, exponents too.
func (d *Decimal) UnmarshalYAML(n *yaml.Node) error {
	switch {
	case n.Kind == yaml.ScalarNode && n.Value == unset:
		*d = ""
	case n.Kind == yaml.ScalarNode && decimal(n.Value):
		*d = Decimal(n.Value)
	default:
		return fmt.Errorf("line %d: %q is not a decimal", n.Line, n.Value)
	}
	return nil
}
