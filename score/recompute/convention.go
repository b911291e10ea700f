package recompute

import (
	"math/big"
	"slices"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/rulebook"
)

// digitsOf are the modes by which the book lets a figure be brought to its digits; nil for all.
func digitsOf(b *rulebook.Book) []string {
	var modes []string
	for _, d := range b.Conventions.Digits {
		switch d {
		case rulebook.HalfUp:
			modes = append(modes, string(Rounded))
		case rulebook.Truncated:
			modes = append(modes, string(Truncated))
		case rulebook.Integers:
			modes = append(modes, string(Whole))
		}
	}
	if len(modes) == len([]Mode{Rounded, Truncated, Whole}) {
		return nil
	}
	return modes
}

// admitsRate reports whether the book lets execution be scored by that rate; one that says nothing does.
func admitsRate(b *rulebook.Book, from rulebook.RateFrom) bool {
	return len(b.Conventions.Rates) == 0 || slices.Contains(b.Conventions.Rates, from)
}

// inSteps leaves of the readings of a step rule those that the book admits, its own way of counting first.
// A rule that says itself how to count is left as it is: so is one that would lose every reading.
func inSteps(due []finding.Reading, b *rulebook.Book) []finding.Reading {
	if len(b.Conventions.Steps) == 0 {
		return due
	}
	rank := func(r finding.Reading) int { return slices.Index(b.Conventions.Steps, rulebook.Steps(r.Name)) }
	counted := func(r finding.Reading) bool {
		return slices.Contains([]rulebook.Steps{rulebook.WholeSteps, rulebook.BegunSteps, rulebook.ProRata}, rulebook.Steps(r.Name))
	}
	var kept []finding.Reading
	for _, r := range due {
		if !counted(r) || rank(r) >= 0 {
			kept = append(kept, r)
		}
	}
	if !slices.ContainsFunc(kept, counted) {
		return due
	}
	slices.SortStableFunc(kept, func(a, b finding.Reading) int {
		if !counted(a) || !counted(b) {
			return 0
		}
		return rank(a) - rank(b)
	})
	return kept
}

// Habit is one way, of several that the rules admit, to compute the scores of a form.
type Habit string

// The habits, by what they are about: the digits, or the formula or way of counting by its own name.
const (
	HabitRounded   Habit = "rounded"
	HabitTruncated Habit = "truncated"
)

// Stray is a row that was computed in another way than nearly all rows of its form for which that can be
// told.
type Stray struct {
	Row   int   // index into the form's indicators
	Used  Habit // the only way that its score agrees with
	Usual Habit // the way of the others
	Count int   // how many others
	Due   finding.Reading
	Mode  Mode
}

// A habit is one that at least so many rows show, and so many times as many as the rows that break it.
const (
	habitRows  = 4
	habitTimes = 4
)

// Strays finds the rows that break a habit of their form: in rounding, or in the formula chosen among
// those that the rules admit for rows of one kind.
func Strays(f *form.Form, due finding.Due) []Stray {
	shown := map[string][]telling{} // by what the rows are alike in
	var order []string
	p := PrecisionOf(f)
	for i := range f.Indicators {
		x := &f.Indicators[i]
		if !plain(x.Score) || x.Doubt != "" || x.WeightFrom == form.FromInferred || i >= len(due.Indicators) {
			continue
		}
		for about, t := range p.tells(x.Score, due.Indicators[i].Points) {
			t.row = i
			if shown[about] == nil {
				order = append(order, about)
			}
			shown[about] = append(shown[about], t)
		}
	}
	slices.Sort(order)
	var all []Stray
	for _, about := range order {
		all = append(all, strays(shown[about])...)
	}
	return all
}

// telling is what a row's score tells of the way it was computed.
type telling struct {
	row    int
	habit  Habit
	others map[Habit]finding.Reading // what it would be by the other ways
	mode   Mode                      // and how those are brought to their digits
}

// tells returns, for each thing in which rows can be alike, the one way that the score agrees with; a
// score that several ways give tells nothing.
func (p Precision) tells(score form.Entry, points finding.Points) map[string]telling {
	v, decimals := score.Rat(), p.decimals(score)
	others, fitting := map[Habit]finding.Reading{}, []finding.Reading{}
	for _, r := range points.Readings {
		mode := Off
		if exactReading(r) {
			mode = Match(r.Score, v, decimals)
		}
		switch {
		case mode == Rounded || mode == Truncated:
			fitting = append(fitting, r)
		case exactReading(r):
			others[habitOf(r, points)] = r
		}
	}
	out := map[string]telling{}
	if len(fitting) != 1 {
		return out
	}
	fit := fitting[0]
	if len(others) > 0 {
		out["formula "+points.Method] = telling{habit: habitOf(fit, points), others: others, mode: Rounded}
	}
	rounded := quantity.Compare(quantity.Round(fit.Score.Low, decimals), v) == 0
	cut := quantity.Compare(quantity.Truncate(fit.Score.Low, decimals), v) == 0
	switch {
	case rounded && !cut:
		out["digits"] = telling{habit: HabitRounded, others: map[Habit]finding.Reading{HabitTruncated: fit}, mode: Truncated}
	case cut && !rounded && !measuredSo(points, v, decimals):
		out["digits"] = telling{habit: HabitTruncated, others: map[Habit]finding.Reading{HabitRounded: fit}, mode: Rounded}
	}
	return out
}

// habitOf names a reading; the book's own formula has the name of the method.
func habitOf(r finding.Reading, points finding.Points) Habit {
	if r.Name == Strict {
		return Habit(points.Method)
	}
	return Habit(r.Name)
}

// measuredSo reports whether the score is rounded after all, of a result that prints as this one does.
func measuredSo(points finding.Points, v *big.Rat, decimals int) bool {
	return slices.ContainsFunc(points.Readings, func(r finding.Reading) bool {
		return r.Name == Unrounded && r.Score.Rounds(v, decimals)
	})
}

// exactReading reports whether a reading gives one score and not a range of them.
func exactReading(r finding.Reading) bool {
	return r.Name != Unrounded && r.Score.Low != nil && quantity.Compare(r.Score.Low, r.Score.High) == 0
}

// strays are the few rows that break what nearly all show.
func strays(shown []telling) []Stray {
	count := map[Habit]int{}
	var usual Habit
	for _, t := range shown {
		if count[t.habit]++; count[t.habit] > count[usual] {
			usual = t.habit
		}
	}
	n := count[usual]
	if n < habitRows || n < habitTimes*(len(shown)-n) {
		return nil
	}
	var all []Stray
	for _, t := range shown {
		if due, ok := t.others[usual]; ok && t.habit != usual {
			all = append(all, Stray{Row: t.row, Used: t.habit, Usual: usual, Count: n, Due: due, Mode: t.mode})
		}
	}
	return all
}
