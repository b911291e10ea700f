package rulebook

// Conventions are the ways of coming by a printed figure that the rules admit, each list with the rules'
// own way first. A figure is wrong only where none of them gives it.
type Conventions struct {
	Basis  `yaml:",inline"`
	Digits []Digits   `yaml:"digits" doc:"取舍方式|how figures are brought to their digits"`
	Rates  []RateFrom `yaml:"rates" doc:"执行得分按哪个执行率计算|the rate that execution is scored by"`
	Steps  []Steps    `yaml:"steps" doc:"每多（少）若干扣分的，不足一步如何计|how a step that is not full is counted"`
}

// Digits is a way of bringing a figure to the digits that are printed.
type Digits string

const (
	HalfUp    Digits = "half-up"   // 四舍五入
	Truncated Digits = "truncated" // 截位
	Integers  Digits = "integer"   // whole points, where every score of the form is whole
)

// RateFrom is the execution rate that points are computed from.
type RateFrom string

const (
	FromAmounts   RateFrom = "amounts"   // the quotient of the amounts, not rounded
	FromDisplayed RateFrom = "displayed" // the rate as printed
)

// Steps is a way of counting the steps of a deduction: 每低于5%扣2分 at 7.2%.
type Steps string

const (
	WholeSteps Steps = "whole-steps" // one
	BegunSteps Steps = "begun-steps" // two
	ProRata    Steps = "pro-rata"    // 1.44
)
