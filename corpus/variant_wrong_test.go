package corpus_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"fuhe/score/finding"
)

// wrong is one discrepancy that can be put into a sound report: put changes the model and names the
// subject, or returns a blank when this report offers no place for it.
type wrong struct {
	name    string
	layouts string
	codes   []string
	put     func(*model) string
}

var wrongs = []wrong{
	{"a missed row scored otherwise than by its degree", "linear blocks project lines", []string{"SCR-01", "SCR-02", "SCR-03"}, misscore},
	{"a missed row with the full score", "linear blocks project lines", []string{"SCR-07", "SCR-01", "SCR-02", "SCR-03"}, overscore},
	{"a score above the weight", "blocks project lines", []string{"SCR-05"}, overweight},
	{"a total that is no sum", "linear blocks project lines", []string{"TOT-01", "TOT-02", "TOT-03", "TOT-04"}, mistotal},
	{"a rate that is no quotient", "linear blocks project lines", []string{"EXE-01", "XRF-03"}, misrate},
	{"an execution score off its rate", "linear blocks project", []string{"EXE-02"}, mispoint},
	{"parts that do not add up", "blocks project", []string{"EXE-06", "EXE-15", "EXE-01"}, mispart},
	{"a result told otherwise in the text", "linear blocks", []string{"XRF-01"}, misclaim},
	{"a result printed otherwise in another table", "blocks", []string{"XRF-02", "XRF-01"}, misrepeat},
}

// TestWrongVariantsAreFound puts one discrepancy into each of several variants; it has to be found at
// error level, and nothing else may be.
func TestWrongVariantsAreFound(t *testing.T) {
	for _, w := range wrongs {
		for _, l := range layouts {
			if !slices.Contains(strings.Fields(w.layouts), l.name) {
				continue
			}
			t.Run(w.name+"/"+l.name, func(t *testing.T) {
				t.Parallel()
				for n, done := 100, 0; done < 3 && n < 140; n++ {
					done += w.hold(t, l, n)
				}
			})
		}
	}
}

func (w wrong) hold(t *testing.T, l layout, n int) int {
	rnd, m := l.model(t, n)
	subject := w.put(m)
	if subject == "" {
		return 0
	}
	text := l.write(rnd, m)
	found := false
	var faults []string
	for _, f := range review(t, "wrong.txt", text).findings {
		switch {
		case f.Level != finding.Error:
		case slices.Contains(w.codes, f.Code) && nearAny(everything(f), []string{subject}):
			found = true
		case !slices.Contains(w.codes, f.Code):
			faults = append(faults, fmt.Sprintf("variant %d: beside %q: %s", n, subject, told(f)))
		}
	}
	if !found {
		faults = append(faults, fmt.Sprintf("variant %d: %s not found near %q", n, w.name, subject))
	}
	report(t, text, faults)
	return 1
}

// firstMissed finds a row with numbers that fell short by enough to tell.
func firstMissed(m *model) *row {
	for i := range m.Indicators {
		r := &m.Indicators[i]
		if r.Target != "" && r.missed() {
			lost := number(r.Weight)
			if lost.Sub(lost, number(r.Score)).Cmp(big.NewRat(1, 10)) > 0 {
				return r
			}
		}
	}
	return nil
}

func misscore(m *model) string {
	r := firstMissed(m)
	if r == nil || number(r.Score).Cmp(number("0.5")) < 0 {
		return ""
	}
	r.Score = new(big.Rat).Sub(number(r.Score), number("0.37")).FloatString(2)
	m.settle()
	return r.Name
}

func overscore(m *model) string {
	r := firstMissed(m)
	if r == nil {
		return ""
	}
	r.Score = r.Weight
	m.settle()
	return r.Name
}

func overweight(m *model) string {
	for i := range m.Indicators {
		r := &m.Indicators[i]
		if r.Target != "" && !r.missed() {
			r.Score = new(big.Rat).Add(number(r.Weight), number("0.5")).FloatString(2)
			m.settle()
			return r.Name
		}
	}
	return ""
}

func mistotal(m *model) string {
	m.Total = new(big.Rat).Sub(number(m.Total), number("1.3")).FloatString(2)
	return m.Total
}

// misrate spoils the last row of the funds: the only one, or a part.
func misrate(m *model) string {
	f := &m.Funds[len(m.Funds)-1]
	f.Rate = new(big.Rat).Sub(number(f.Rate), number("0.37")).FloatString(2)
	return f.Rate
}

func mispoint(m *model) string {
	f := &m.Funds[0]
	f.Score = new(big.Rat).Sub(number(f.Score), number("0.42")).FloatString(2)
	m.settle()
	return f.Score
}

func mispart(m *model) string {
	f := &m.Funds[1]
	f.Budget = new(big.Rat).Add(number(f.Budget), number("3.5")).FloatString(2)
	f.reckon()
	return m.Funds[0].Budget
}

// misclaim lets the narrative state another result of a row whose result is a number.
func misclaim(m *model) string {
	for _, r := range m.Indicators {
		if a := written.FindStringSubmatch(r.Actual); r.Target != "" && a != nil && a[3] == "%" {
			m.claims[r.Name] = new(big.Rat).Sub(number(a[2]), number("3")).FloatString(0) + "%"
			return r.Name
		}
	}
	return ""
}

func misrepeat(m *model) string {
	for _, r := range m.Indicators {
		if a := written.FindStringSubmatch(r.Actual); r.Target != "" && a != nil && a[3] == "%" {
			m.also[r.Name] = new(big.Rat).Sub(number(a[2]), number("4")).FloatString(0) + "%"
			return r.Name
		}
	}
	return ""
}
