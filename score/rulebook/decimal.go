package rulebook

import (
	"fmt"
	"math/big"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Decimal is an exact decimal as it stands in a book; empty means that the book does not say.
type Decimal string

// decimal reports whether a text is a plain decimal, with at most 12 digits on either side of its point.
func decimal(text string) bool {
	whole, places, pointed := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	return digits(whole) && (!pointed || digits(places))
}

func digits(text string) bool {
	return len(text) >= 1 && len(text) <= 12 && strings.Trim(text, "0123456789") == ""
}

// Rat is the number, or nil if there is none.
func (d Decimal) Rat() *big.Rat {
	if !decimal(string(d)) {
		return nil
	}
	r, _ := new(big.Rat).SetString(string(d))
	return r
}

// UnmarshalYAML takes a plain decimal and refuses everything else, exponents too.
func (d *Decimal) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.ScalarNode || n.Value != "" && !decimal(n.Value) {
		return fmt.Errorf("line %d: %q is not a decimal", n.Line, n.Value)
	}
	*d = Decimal(n.Value)
	return nil
}
