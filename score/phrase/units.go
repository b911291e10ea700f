package phrase

import (
	"math/big"
	"strings"

	"fuhe/normalize/quantity"
)

// inUnit brings an amount of one unit to another, so that 2小时 can be held against steps of 30分钟. An
// amount without a unit has the other one's; 个单位 is whatever the amount is written in.
func inUnit(v *big.Rat, from, to string) (*big.Rat, bool) {
	from, to = plainUnit(from), plainUnit(to)
	if v == nil || from == to || from == "" || to == "" {
		return v, v != nil
	}
	factor, ok := quantity.Ratio(quantity.Quantity{Kind: quantity.Number, Value: "1", Unit: from}, quantity.Quantity{Kind: quantity.Number, Value: "1", Unit: to})
	if !ok {
		return nil, false
	}
	return quantity.Times(v, factor.Low), true
}

// plainUnit is the unit in which a value is printed that is counted in the steps of a rule.
func plainUnit(unit string) string {
	switch {
	case strings.HasSuffix(unit, "百分点"):
		return "%"
	case strings.HasSuffix(unit, "单位"):
		return ""
	}
	return unit
}
