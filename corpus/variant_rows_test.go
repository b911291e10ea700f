package corpus_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// varyFunds makes other money with the same shape: a total row, and the parts that add up to it.
func varyFunds(rnd *rand.Rand, sample []fund) []fund {
	funds := append([]fund(nil), sample...)
	budget, spent := new(big.Rat), new(big.Rat)
	for i := range funds[1:] {
		b, s := money(rnd)
		funds[i+1].Budget, funds[i+1].Spent = b.FloatString(2), s.FloatString(2)
		budget.Add(budget, b)
		spent.Add(spent, s)
	}
	if len(funds) == 1 {
		budget, spent = money(rnd)
	}
	funds[0].Budget, funds[0].Spent = budget.FloatString(2), spent.FloatString(2)
	for i := range funds {
		funds[i].reckon()
	}
	return funds
}

// reckon computes rate and score from the money, to two places.
func (f *fund) reckon() {
	rate := new(big.Rat).Quo(number(f.Spent), number(f.Budget))
	f.Rate = rounded(new(big.Rat).Mul(rate, big.NewRat(100, 1)), 2)
	if f.Score != "" {
		f.Score = rounded(rate.Mul(rate, number(f.Weight)), 2)
	}
}

func money(rnd *rand.Rand) (budget, spent *big.Rat) {
	b := 20000 + rnd.Int64N(90000000)
	s := b - b*(1+rnd.Int64N(900))/10000
	return big.NewRat(b, 100), big.NewRat(s, 100)
}

// varyRows makes the rows of one block. A checklist of the sample stays as long as it is; any other
// block may grow or shrink to a number of rows among which its weight divides evenly.
func varyRows(rnd *rand.Rand, b block, sample []row, names *namer) (rows []row) {
	if sample[0].Target == "" {
		for _, s := range sample {
			rows = append(rows, varyJudged(rnd, s))
		}
		return rows
	}
	n := pick(rnd, shares(b.Weight, len(sample)))
	weight := big.NewRat(b.Weight, int64(n))
	for i := range n {
		r := names.row(b.Name, i, n)
		r.Level1 = b.Name
		if b.Parent != "" {
			r.Level1, r.Level2 = b.Parent, b.Name
		}
		r.Weight = plain(weight)
		r.Score = scored(r, weight)
		rows = append(rows, r)
	}
	slices.SortStableFunc(rows, func(a, b row) int { return kindOrder(a.Level2) - kindOrder(b.Level2) })
	return rows
}

// kindOrder is the place of a second-level kind in a form: forms print rows of one kind together.
func kindOrder(kind string) int {
	return slices.Index(slices.Concat(outputKinds, effectKinds, delightKind), kind)
}

// shares lists the numbers of rows near the sample's that give each row a weight of at most one place.
func shares(weight int64, near int) (list []int) {
	for n := max(1, near-3); n <= near+3; n++ {
		if weight*10%int64(n) == 0 && weight/int64(n) <= 20 {
			list = append(list, n)
		}
	}
	return list
}

// varyJudged varies a row without a target: a checklist (its score falls in steps of a half) or a rate
// that is compared with last year's.
func varyJudged(rnd *rand.Rand, s row) row {
	if strings.HasSuffix(s.Actual, "%") {
		s.Actual = fmt.Sprintf("%d.%02d%%", rnd.IntN(4), 1+rnd.IntN(99))
		s.Score = number(s.Weight).FloatString(2)
		return s
	}
	step := big.NewRat(int64(rnd.IntN(3)), 2)
	score := new(big.Rat).Sub(number(s.Weight), step)
	if score.Sign() <= 0 {
		score = number(s.Weight)
	}
	s.Score = score.FloatString(2)
	return s
}

// scored is the weight by the degree of completion, at most the weight.
func scored(r row, weight *big.Rat) string {
	target, actual := written.FindStringSubmatch(r.Target), written.FindStringSubmatch(r.Actual)
	degree := big.NewRat(1, 1)
	if target != nil && actual != nil && !strings.Contains(r.Target, "年") {
		degree = new(big.Rat).Quo(number(actual[2]), number(target[2]))
		if target[1] == "<=" {
			degree.Inv(degree)
		}
	}
	if degree.Cmp(big.NewRat(1, 1)) > 0 {
		degree = big.NewRat(1, 1)
	}
	score := new(big.Rat).Mul(weight, degree)
	if degree.Cmp(big.NewRat(1, 1)) == 0 {
		return plain(score)
	}
	return rounded(score, 2)
}

// plain prints a number with as few places as it needs.
func plain(r *big.Rat) string {
	s := strings.TrimRight(r.FloatString(4), "0")
	return strings.TrimSuffix(s, ".")
}

// missed reports whether the row fell short of its target.
func (r row) missed() bool { return r.Weight != "" && number(r.Score).Cmp(number(r.Weight)) < 0 }

// integer prints n.
func integer(n int) string { return strconv.Itoa(n) }
