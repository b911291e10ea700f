package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fuhe/score/finding"
)

// How much of a finding fits on lines that are read at a glance; JSON and workpapers hold all of it.
const (
	mostAlso    = 3
	briefQuote  = 20
	briefFigure = 80
)

// byLevel puts the gravest first and keeps the order of the form within a level.
func byLevel(found []finding.Finding) []finding.Finding {
	sorted := slices.Clone(found)
	slices.SortStableFunc(sorted, func(a, b finding.Finding) int {
		return cmp.Compare(b.Level.Rank(), a.Level.Rank())
	})
	return sorted
}

// finding prints what does not agree, the figures with their working, and where to look.
func (t *text) finding(b *strings.Builder, f finding.Finding) {
	lang := t.options.Lang
	head := fmt.Sprintf("%s %s %s",
		t.paint.in(levelColor(f.Level), LevelWord(f.Level).In(lang)), f.Code, t.paint.in(bold, plain(f.Title.In(lang))))
	if f.Subject != "" {
		head += " · " + plain(f.Subject)
	}
	fmt.Fprintf(b, "\n  %s\n", head)
	for _, line := range []string{plain(f.Says.In(lang)), t.stands(f), t.figures(f)} {
		if line != "" {
			fmt.Fprintf(b, "    %s\n", line)
		}
	}
}

// stands tells the place and, more briefly, where else to look.
func (t *text) stands(f finding.Finding) string {
	lang := t.options.Lang
	var also []string
	for _, p := range f.Also {
		p.Quote = brief(p.Quote, briefQuote)
		if at := located(p, lang); at != "" {
			also = append(also, at)
		}
	}
	if all := len(also); all > mostAlso {
		also = append(also[:mostAlso], fmt.Sprintf(say("共 %d 处", "%d in all").In(lang), all))
	}
	return t.pairs(
		[2]string{say("位置：", "at: ").In(lang), located(f.Place, lang)},
		[2]string{say("另见：", "see also: ").In(lang), strings.Join(also, say("；", "; ").In(lang))},
	)
}

// figures tells printed, due and working, as far as the sentence above has not told them already, and
// the clause.
func (t *text) figures(f finding.Finding) string {
	lang := t.options.Lang
	told := plain(f.Says.In(lang))
	untold := func(s string) string {
		if s = plain(s); strings.Contains(told, s) {
			return ""
		}
		return brief(s, briefFigure)
	}
	printed, due := untold(f.Printed), untold(f.Due)
	if due != "" {
		printed = brief(plain(f.Printed), briefFigure)
	}
	return t.pairs(
		[2]string{say("填报：", "printed: ").In(lang), printed},
		[2]string{say("应为：", "due: ").In(lang), due},
		[2]string{say("算式：", "working: ").In(lang), untold(f.Working)},
		[2]string{say("依据：", "clause: ").In(lang), plain(f.Clause.In(lang))},
	)
}

// skipped tells which checks could not run: those with one reason share a line.
func (t *text) skipped(b *strings.Builder, list []finding.Skip) {
	lang := t.options.Lang
	var reasons []string
	codes := map[string][]string{}
	for _, s := range list {
		why := plain(s.Why.In(lang))
		if codes[why] == nil {
			reasons = append(reasons, why)
		}
		codes[why] = append(codes[why], s.Code)
	}
	if len(list) > 0 {
		fmt.Fprintf(b, "\n  %s\n", t.paint.in(dim, fmt.Sprintf(say("未能核对 %d 项", "checks that could not run: %d").In(lang), len(list))))
	}
	for _, why := range reasons {
		line := fmt.Sprintf("    %s%s%s", why, say("：", ": ").In(lang), strings.Join(codes[why], say("、", ", ").In(lang)))
		fmt.Fprintln(b, t.paint.in(dim, line))
	}
}
