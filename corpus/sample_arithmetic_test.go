package corpus_test

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"fuhe/normalize/quantity"
)

// TestTruthIsTrue recomputes every figure of the truth files, so that the known answers are right: what
// does not recompute has to be declared as an error of the report, and all else has to recompute to the
// digit. It does not use the program.
func TestTruthIsTrue(t *testing.T) {
	for _, path := range truthFiles(t) {
		w := readTruth(t, path)
		for _, f := range w.allFacts() {
			for _, d := range f.deviations() {
				if !w.admits(d) {
					t.Errorf("%s: %s does not recompute, and no error is declared for it", path, d)
				}
			}
		}
		if w.Clean && len(w.Findings) > 0 {
			t.Errorf("%s: clean, but findings are declared", path)
		}
	}
}

func (w truth) admits(deviation string) bool {
	for _, d := range w.Findings {
		if d.Level == "error" && nearAny(deviation, d.Near) {
			return true
		}
	}
	return false
}

// deviations names what does not recompute.
func (w facts) deviations() (list []string) {
	list = append(list, w.fundDeviations()...)
	sum := w.elsewhere()
	for _, r := range w.Indicators {
		if r.Score == "" { // a part of the row above, or a form without scores
			continue
		}
		sum.Add(sum, number(r.Score))
		if due := w.due(r); due != "" && number(due).Cmp(number(r.Score)) != 0 {
			list = append(list, fmt.Sprintf("%s %s, due %s", r.Name, r.Score, due))
		}
	}
	if w.Total != "" && sum.Sign() > 0 && sum.Cmp(number(w.Total)) != 0 {
		list = append(list, "总分 "+w.Total+", due "+sum.FloatString(2))
	}
	return append(list, w.sectionDeviations()...)
}

// elsewhere are the points of the total that no row of indicators shows: those of the funds, and in a
// report in prose those of its headings.
func (w facts) elsewhere() *big.Rat {
	sum := new(big.Rat)
	if w.Elsewhere != "" {
		sum.Set(number(w.Elsewhere))
	}
	for _, f := range w.Funds {
		if f.Score != "" {
			sum.Add(sum, number(f.Score))
		}
	}
	if len(w.Indicators) == 0 {
		for _, s := range w.Sections {
			sum.Add(sum, number(s.Score))
		}
	}
	return sum
}

func (w facts) fundDeviations() (list []string) {
	for _, f := range w.Funds {
		if f.Rate == "" || number(f.base()).Sign() == 0 {
			continue
		}
		rate := new(big.Rat).Quo(number(f.Spent), number(f.base()))
		if due := rounded(new(big.Rat).Mul(rate, f.rateUnit()), quantity.Decimals(f.Rate)); due != f.Rate {
			list = append(list, f.Name+" "+f.Rate+", due "+due)
		}
		if f.Score == "" {
			continue
		}
		if due := rounded(rate.Mul(rate, number(f.Weight)), quantity.Decimals(f.Score)); due != f.Score {
			list = append(list, f.Name+" "+f.Score+", due "+due)
		}
	}
	if len(w.Funds) > 2 && w.partsMiss() {
		list = append(list, w.Funds[0].Name+" is not the sum of its parts")
	}
	return list
}

// rateUnit is what a rate of one is printed as: 100, or 1 where rates are fractions (0.958).
func (w fund) rateUnit() *big.Rat {
	if number(w.Rate).Cmp(big.NewRat(3, 2)) < 0 {
		return big.NewRat(1, 1)
	}
	return big.NewRat(100, 1)
}

func (w facts) partsMiss() bool {
	budget, spent := new(big.Rat), new(big.Rat)
	for _, f := range w.Funds[1:] {
		if f.base() == w.Funds[0].base() && f.Spent == w.Funds[0].Spent {
			return false // the whole, told again
		}
		budget.Add(budget, number(f.base()))
		spent.Add(spent, number(f.Spent))
	}
	splits := big.NewRat(max(1, int64(w.Splits)), 1) // by source, and again by kind
	return budget.Cmp(splits.Mul(splits, number(w.Funds[0].base()))) != 0 ||
		spent.Cmp(new(big.Rat).Mul(big.NewRat(max(1, int64(w.Splits)), 1), number(w.Funds[0].Spent))) != 0
}

func (w facts) sectionDeviations() (list []string) {
	for _, s := range w.Sections {
		rows := w.rowsOf(s)
		if len(rows) == 0 { // the section of the funds
			continue
		}
		sum := new(big.Rat)
		for _, r := range rows {
			if r.Score != "" {
				sum.Add(sum, number(r.Score))
			}
		}
		if sum.Cmp(number(s.Score)) != 0 {
			list = append(list, s.Goal+s.Name+" "+s.Score+", due "+sum.FloatString(2))
		}
	}
	return list
}

func (w facts) rowsOf(s section) (rows []row) {
	for _, r := range w.Indicators {
		if r.Goal == s.Goal && r.Level1 == s.Name {
			rows = append(rows, r)
		}
	}
	return rows
}

// due is the row's score by the plain rule of all samples: weight, or weight by the degree of
// completion; blank for rows that a person judges.
func (w facts) due(r row) string {
	target, actual := written.FindStringSubmatch(r.Target), written.FindStringSubmatch(r.Actual)
	if target == nil || actual == nil || w.weight(r).Sign() == 0 || strings.ContainsAny(r.Target, "年月") {
		return ""
	}
	reached, asked := number(actual[2]), number(target[2])
	if target[1] == "<=" {
		reached, asked = asked, reached
	}
	degree := big.NewRat(1, 1)
	if asked.Sign() > 0 {
		degree.Quo(reached, asked)
	}
	if degree.Cmp(big.NewRat(1, 1)) > 0 {
		degree.SetInt64(1)
	}
	weight := w.weight(r)
	if weight.Sign() == 0 {
		return "" // neither the row nor its block prints one
	}
	return rounded(degree.Mul(degree, weight), 2)
}

// weight is printed, or an equal share of the row's section.
func (w facts) weight(r row) *big.Rat {
	if r.Weight != "" {
		return number(r.Weight)
	}
	for _, s := range w.Sections {
		if s.Goal == r.Goal && s.Name == r.Level1 {
			return new(big.Rat).Quo(number(s.Weight), new(big.Rat).SetInt64(int64(len(w.rowsOf(s)))))
		}
	}
	return new(big.Rat)
}

func number(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic("not a number in a truth file: " + strconv.Quote(s))
	}
	return r
}

// rounded prints half up, as offices round.
func rounded(r *big.Rat, decimals int) string { return r.FloatString(decimals) }
