package corpus_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"fuhe/score/finding"
)

// layout is one way to write a model down, with the sample it takes after.
type layout struct {
	name    string
	samples []string
	write   func(*rand.Rand, *model) []byte
	weights bool // the form prints a weight for each row
}

var layouts = []layout{
	{"linear", []string{"linear/canal", "linear/theatre"}, writeLinear, false},
	{"blocks", []string{"tabbed/parks", "tabbed/archives"}, writeBlocks, true},
	{"project", []string{"project/clinic"}, writeProject, true},
	{"lines", []string{"project/clinic"}, writeProjectLines, true},
}

// variantsPerLayout is enough that every habit of a copy meets every layout.
const variantsPerLayout = 60

func variants() int {
	if testing.Short() {
		return variantsPerLayout / 4
	}
	return variantsPerLayout
}

// model makes variant n of the layout; the same n always makes the same report.
func (l layout) model(t testing.TB, n int) (*rand.Rand, *model) {
	rnd := rand.New(rand.NewPCG(uint64(n), 0x5eed))
	sample := readTruth(t, "../testdata/"+l.samples[n%len(l.samples)]+".truth.yaml")
	return rnd, vary(rnd, sample)
}

// TestVariantsAreRead writes reports that take after the samples and holds what is read of them against
// what was written: every name, target, actual and score, the funds, the total and the year.
func TestVariantsAreRead(t *testing.T) {
	for _, l := range layouts {
		for n := range variants() {
			t.Run(fmt.Sprintf("%s/%d", l.name, n), func(t *testing.T) {
				t.Parallel()
				rnd, m := l.model(t, n)
				text := l.write(rnd, m)
				got := review(t, "variant.txt", text)
				report(t, text, m.printed(l.weights).faults(got.forms))
				report(t, text, errorsIn(got.findings))
			})
		}
	}
}

// printed is the facts as far as the layout prints them.
func (m *model) printed(weights bool) facts {
	f := m.facts
	f.Indicators = append([]row(nil), f.Indicators...)
	for i := range f.Indicators {
		if !weights {
			f.Indicators[i].Weight = ""
		}
	}
	return f
}

func errorsIn(found []finding.Finding) (faults []string) {
	for _, f := range found {
		if f.Level == finding.Error {
			faults = append(faults, "false alarm: "+told(f))
		}
	}
	return faults
}

// report prints the faults and, once, the text they were found in.
func report(t *testing.T, text []byte, faults []string) {
	for _, f := range faults {
		t.Error(f)
	}
	if len(faults) > 0 && testing.Verbose() {
		t.Logf("\n%s", text)
	}
}

// TestVariantsAreTheSameEveryTime guards the generator itself: a red variant can be made again.
func TestVariantsAreTheSameEveryTime(t *testing.T) {
	for _, l := range layouts {
		a, m := l.model(t, 7)
		b, k := l.model(t, 7)
		if string(l.write(a, m)) != string(l.write(b, k)) {
			t.Errorf("%s: variant 7 differs from itself", l.name)
		}
	}
}
