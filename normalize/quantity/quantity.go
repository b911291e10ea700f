// Package quantity reads one written amount: ≥95%, 1.2万元, 三千五百人, 6月底前. The text of a cell or a
// phrase comes in; its comparator, number, unit and the interval it stands for go out. It never judges
// whether an amount is right.
package quantity

import (
	"math/big"
	"strings"
)

// Bound is the comparator written before, behind or around an amount.
type Bound string

const (
	None    Bound = ""      // nothing written
	Equal   Bound = "="     // =, ═, ﹦, 等于
	AtLeast Bound = ">="    // ≥ ≧ >= 不低于 不少于 达到…以上
	AtMost  Bound = "<="    // ≤ ≦ <= 不超过 不高于 控制在…以内
	Above   Bound = ">"     // > 大于 高于 超过
	Below   Bound = "<"     // < 小于 低于
	Range   Bound = "range" // 2-12, 80%~90%, 5至10
)

// Kind tells what sort of thing was written.
type Kind string

const (
	Blank  Kind = ""       // nothing, or a placeholder: - — / 无 ……
	Number Kind = "number" // one amount, or a range of amounts
	Date   Kind = "date"   // a date or deadline: 2023年12月底, 6月底前
	Words  Kind = "words"  // a graded word or a sentence: 合规, 效果显著
	Mixed  Kind = "mixed"  // several amounts, or an amount inside a longer sentence
)

// Quantity is one amount as printed. Value and Upper are exact decimals after folding full-width
// digits and dropping thousands separators, in the printed Unit; trailing zeros are kept, they carry
// the precision. 三千五百人 has the value 3500 and the unit 人.
type Quantity struct {
	Bound       Bound  `json:"bound,omitempty"`
	Value       string `json:"value,omitempty"`
	Upper       string `json:"upper,omitempty"` // of a range
	Unit        string `json:"unit,omitempty"`  // as printed: %, 万, 万元, 万处, 百分点
	Approximate bool   `json:"approximate,omitempty"`
	Kind        Kind   `json:"-"`
	Day         Day    `json:"-"` // of a date
}

// Day is a date or the end of a period, as exactly as it was written; zero fields were not written.
// 2023年12月底 is {2023, 12, 31}; 6月底前 is {0, 6, 30}.
type Day struct{ Year, Month, Day int }

// Numeric reports whether the quantity holds a number to compute with.
func (q Quantity) Numeric() bool { return q.Kind == Number && q.Value != "" }

// Rat is the printed number, in the printed unit, or nil. It may be shared: nothing must be computed into it.
func (q Quantity) Rat() *big.Rat { return rat(q.Value) }

// Top is the upper end of a range, or the number itself; as Rat, it may be shared.
func (q Quantity) Top() *big.Rat {
	if q.Upper != "" {
		return rat(q.Upper)
	}
	return q.Rat()
}

// rat reads a plain decimal. Exponents and fractions, which no Value has, are refused: their size has
// no bound.
func rat(s string) *big.Rat {
	if r := brief(s); r != nil {
		return r
	}
	if strings.Trim(s, "0123456789.-") != "" {
		return nil
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return nil
	}
	return r
}
