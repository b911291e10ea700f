package rulebook

import (
	"fmt"
	"math/big"
	"regexp"
	"sync"

	"go.yaml.in/yaml/v3"
)

// Decimal is an exact decimal as it stands in a book; empty means that the book does not say.
type Decimal string

var decimal = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^-?[0-9]{1,12}(\.[0-9]{1,12})?$`)
})

// Rat is the number, or nil if there is none.
func (d Decimal) Rat() *big.Rat {
	if !decimal().MatchString(string(d)) {
		return nil
	}
	r, _ := new(big.Rat).SetString(string(d))
	return r
}

// UnmarshalYAML takes a plain decimal and refuses everything else, exponents too.
func (d *Decimal) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.ScalarNode || n.Value != "" && !decimal().MatchString(n.Value) {
		return fmt.Errorf("line %d: %q is not a decimal", n.Line, n.Value)
	}
	*d = Decimal(n.Value)
	return nil
}
