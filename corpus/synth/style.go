package synth

import (
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
)

// style is how one office writes its figures and marks.
type style struct {
	money      string // 万元 or 元
	moneyPlace int    // decimals of money
	commas     bool
	ratePlace  int
	rateShort  bool // 100% for 100.00%
	scorePlace int
	scoreShort bool // 4.9 for 4.90
	atLeast    string
	atMost     string
	equal      string // "=" or blank
	gap        string // between a number and its unit
	unitless   bool   // results leave their unit out
	filler     bool   // 指标1： before names
	nameUnit   bool   // the unit in brackets behind the name
	blank      string // in money rows that have no points
	partRates  bool   // rows of parts print their rates
	upright    bool   // labels of level 1 set one character below the other
	echo       bool   // results repeat the comparator: ≥266米 under ≥266米
	noReason   string // in the column of reasons, of rows that need none
	typed      bool   // a workbook holds numbers as numbers
	open, shut string // brackets
	colon      string
	merge      int // mergeLabels …: how labels of levels stand over several rows
}

// The ways in which the labels of levels 1 and 2 stand over their rows.
const (
	mergeLabels  = iota // one cell over all rows
	repeatLabels        // in each row
	firstOnly           // in the first row, blanks below
)

func drawStyle(rnd *rand.Rand) style {
	s := style{
		money:      "万元",
		moneyPlace: pick(rnd, []int{2, 2, 2, 2, 0, 1, 4, 6}),
		commas:     chance(rnd, .15),
		ratePlace:  pick(rnd, []int{2, 2, 2, 2, 1}),
		rateShort:  chance(rnd, .4),
		scorePlace: pick(rnd, []int{2, 2, 2, 1}),
		scoreShort: chance(rnd, .5),
		upright:    chance(rnd, .1),
		echo:       chance(rnd, .06),
		noReason:   pick(rnd, []string{"", "", "", "", "无", "/", "—"}),
		atLeast:    pick(rnd, []string{"≥", "≥", "≥", "≥", "≧", ">=", "不低于", "大于等于"}),
		atMost:     pick(rnd, []string{"≤", "≤", "≤", "≤", "≦", "<=", "不超过", "小于等于"}),
		equal:      pick(rnd, []string{"", "", "=", "＝"}),
		gap:        pick(rnd, []string{"", "", "", "", " "}),
		unitless:   chance(rnd, .15),
		filler:     chance(rnd, .1),
		nameUnit:   chance(rnd, .08),
		blank:      pick(rnd, []string{"", "", "-", "—", "——", "/"}),
		partRates:  chance(rnd, .5),
		typed:      chance(rnd, .6),
		open:       "（", shut: "）",
		colon: pick(rnd, []string{"：", "：", ":"}),
		merge: pick(rnd, []int{mergeLabels, mergeLabels, mergeLabels, mergeLabels, repeatLabels, firstOnly}),
	}
	if s.scorePlace < 2 {
		s.scoreShort = false // 5 for 4.98 would pass for a whole point
	}
	if chance(rnd, .25) {
		s.open, s.shut = "(", ")"
	}
	if chance(rnd, .12) {
		s.money, s.moneyPlace = "元", pick(rnd, []int{0, 2, 2})
	}
	return s
}

// points prints a score.
func (s style) points(r *big.Rat) string {
	text := rounded(r, s.scorePlace)
	if s.scoreShort {
		return trimmed(text)
	}
	return text
}

// rate prints a rate in percent, without the sign.
func (s style) rate(r *big.Rat) string {
	text := rounded(r, s.ratePlace)
	if s.rateShort {
		return trimmed(text)
	}
	return text
}

// amount prints money.
func (s style) amount(text string) string {
	if s.commas {
		return grouped(text)
	}
	return text
}

// sign prints a comparator.
func (s style) sign(bound string) string {
	switch bound {
	case ">=":
		return s.atLeast
	case "<=":
		return s.atMost
	case "=":
		return s.equal
	}
	return bound
}

func (s style) bracket(text string) string { return s.open + text + s.shut }

// pick takes one of a list.
func pick[T any](rnd *rand.Rand, list []T) T { return list[rnd.IntN(len(list))] }

// one takes one of several wordings, written with bars between them.
func one(rnd *rand.Rand, wordings string) string { return pick(rnd, strings.Split(wordings, "|")) }

// chance is true with the probability.
func chance(rnd *rand.Rand, p float64) bool { return rnd.Float64() < p }

func itoa(n int) string { return strconv.Itoa(n) }
