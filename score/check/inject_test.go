package check

import (
	"math/big"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"fuhe/normalize/claim"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/phrase"
	"fuhe/score/recompute"
)

// TestInjectedErrors puts one wrong figure into each clean form: a check that stays silent on right forms
// has to speak of wrong ones.
func TestInjectedErrors(t *testing.T) {
	for _, name := range []string{"national", "regional", "more"} {
		data, err := os.ReadFile("testdata/whole/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range txtar.Parse(data).Files {
			fix, _, err := readFixture(file.Data)
			if err != nil {
				t.Fatal(err)
			}
			if len(fix.Expect) == 0 {
				t.Run(file.Name, func(t *testing.T) { injected(t, file.Data) })
			}
		}
	}
}

func injected(t *testing.T, data []byte) {
	t.Helper()
	faults := map[string]func(*form.Form) bool{
		"TOT-01": func(f *form.Form) bool { return changed(&f.Total.Score, "1") },
		"EXE-02": func(f *form.Form) bool { return recomputable(&f.Funds[0]) && changed(&f.Funds[0].Score, "-0.37") },
		"EXE-08": func(f *form.Form) bool {
			return recompute.Weight(f.Funds[0].Weight) != nil && inPoints(f.Funds[0].Weight) && is(f.Total.Weight, 100) && changed(&f.Funds[0].Score, "5")
		},
		"EXE-01": func(f *form.Form) bool { return recomputable(&f.Funds[0]) && changed(&f.Funds[0].Rate, "-1") },
		"SCR-07": missedInFull,
		"SCR-05": func(f *form.Form) bool {
			return onSoleRow(f, func(x *form.Indicator) bool { return x.Score.Value == x.Weight.Value && changed(&x.Score, "0.5") })
		},
		"SCR-06": func(f *form.Form) bool {
			return onSoleRow(f, func(x *form.Indicator) bool { return x.Score.Numeric() && changed(&x.Score, "-200") })
		},
		"WGT-01": func(f *form.Form) bool {
			return is(f.Total.Weight, 100) && f.Total.Score.Numeric() && onSoleRow(f, func(x *form.Indicator) bool { return changed(&x.Weight, "7") })
		},
		"TOT-06": func(f *form.Form) bool { return gradeKey(f.Total.Grade.Text) == "优" && regraded(f, "差") },
		"EXE-06": func(f *form.Form) bool {
			return len(f.Funds) > 1 && positive(f.Funds[1].Spent) && f.Funds[1].Spent.Unit == "" && strings.Contains(f.Funds[len(f.Funds)-1].Name, "其他") && changed(&f.Funds[1].Spent, "13")
		},
	}
	for code, put := range faults {
		_, f, err := readFixture(data)
		if err != nil {
			t.Fatal(err)
		}
		if !put(f) {
			continue
		}
		found := reviewed(t, f)
		if !slices.ContainsFunc(found, func(x finding.Finding) bool { return x.Code == code && x.Level != finding.Info }) {
			t.Errorf("%s does not speak; found:\n%s", code, describeAll(found))
		}
	}
}

// onSoleRow tries the rows that are weighed and scored in points and alone, until one could be changed.
func onSoleRow(f *form.Form, change func(*form.Indicator) bool) bool {
	joint := recompute.JointRows(f)
	for i := range f.Indicators {
		x := &f.Indicators[i]
		if _, together := joint[i]; !together && recompute.Weight(x.Weight) != nil && inPoints(x.Weight) && !strings.HasPrefix(x.Weight.Value, "0.") &&
			!recompute.Inapplicable(x) && len(recompute.Followed(f, i)) == 0 && !strings.Contains(x.Level1, "加分") && change(x) {
			return true
		}
	}
	return false
}

func regraded(f *form.Form, word string) bool {
	f.Total.Grade.Text, f.Total.Grade.Quantity = word, quantity.Parse(word)
	return true
}

func recomputable(x *form.Fund) bool {
	return positive(x.Spent) && positive(x.Budget) && recompute.Weight(x.Weight) != nil && !strings.HasPrefix(x.Weight.Value, "0.") && x.Rate.Unit == "%"
}

// changed adds to a printed figure; it reports whether there was one.
func changed(e *form.Entry, by string) bool {
	if !e.Numeric() {
		return false
	}
	d, _ := new(big.Rat).SetString(by)
	text := quantity.FormatShort(d.Add(d, e.Rat()), 4) + e.Unit
	e.Text, e.Quantity = text, quantity.Parse(text)
	return true
}

// missedInFull lets the first row that reached an at-least target in figures miss it, and keeps the score.
func missedInFull(f *form.Form) bool {
	joint := recompute.JointRows(f)
	for i := range f.Indicators {
		x := &f.Indicators[i]
		_, together := joint[i]
		if met, known := recompute.Met(x); together || !known || !met || x.Target.Bound != quantity.AtLeast || recompute.Weight(x.Weight) == nil || x.Rule.Text != "" ||
			x.Score.Value != x.Weight.Value || strings.HasPrefix(x.Weight.Value, "0.") || x.Target.Unit == "" {
			continue
		}
		half := new(big.Rat).Quo(x.Target.Rat(), big.NewRat(2, 1))
		text := quantity.FormatShort(half, 4) + x.Target.Unit
		x.Actual.Text, x.Actual.Quantity = text, quantity.Parse(text)
		return true
	}
	return false
}

// reviewed runs the whole catalogue over a form as a review does.
func reviewed(t *testing.T, f *form.Form) []finding.Finding {
	t.Helper()
	found, _ := reviewOf(t, f)
	return found
}

// reviewOf does the same and returns as well what was skipped.
func reviewOf(t *testing.T, f *form.Form) ([]finding.Finding, []finding.Skip) {
	t.Helper()
	shelf, err := books()
	if err != nil {
		t.Fatal(err)
	}
	rules := phrase.Memo{}
	b, _ := shelf.Choose(f, rules)
	f.Claims = claim.Read(f)
	due := recompute.Form(f, b, rules)
	found, _, skipped := Run(All(), Review{Form: f, Due: &due, Book: b, Rules: rules})
	return found, skipped
}
