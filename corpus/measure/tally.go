// Package measure holds what the pipeline read and found against what is known beforehand. Results and
// truths go in; out come counts of what was right, missed, wrong and too much, and every confusion with
// its place. It reads no report itself and mends nothing.
package measure

// Tally counts how often something was read right.
type Tally struct {
	Right  int `json:"right"`
	Missed int `json:"missed"` // printed, not read
	Wrong  int `json:"wrong"`  // read otherwise than it is printed
	Extra  int `json:"extra"`  // read, not printed
}

// Wanted is how many there were to be read.
func (t Tally) Wanted() int { return t.Right + t.Missed + t.Wrong }

// Precision is the share of what was read that is right; 1 when nothing was read.
func (t Tally) Precision() float64 { return share(t.Right, t.Right+t.Wrong+t.Extra) }

// Recall is the share of what is printed that was read right; 1 when nothing was printed.
func (t Tally) Recall() float64 { return share(t.Right, t.Wanted()) }

// F1 is the harmonic mean of precision and recall.
func (t Tally) F1() float64 {
	p, r := t.Precision(), t.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func share(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

func (t *Tally) add(o Tally) {
	t.Right += o.Right
	t.Missed += o.Missed
	t.Wrong += o.Wrong
	t.Extra += o.Extra
}

// Tallies are tallies by field.
type Tallies map[string]*Tally

func (t Tallies) at(field string) *Tally {
	if t[field] == nil {
		t[field] = &Tally{}
	}
	return t[field]
}

// Sum adds up the fields.
func (t Tallies) Sum(fields ...string) (sum Tally) {
	for _, f := range fields {
		if one := t[f]; one != nil {
			sum.add(*one)
		}
	}
	return sum
}

// fields are all fields that are compared, in the order of the printed tables.
var fields = [...]string{
	"form", "kind", "year", "unit", "project",
	"fund", "fund.initial", "fund.budget", "fund.spent", "fund.weight", "fund.rate", "fund.score",
	"section.weight", "section.score",
	"row", "row.name", "row.level1", "row.level2", "row.target", "row.target.unit", "row.actual", "row.actual.unit",
	"row.weight", "row.score", "row.review", "row.reason",
	"total.weight", "total.score", "total.grade",
}
