package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fuhe/score/finding"
)

// Of the checks that could not run, the text names the commonest reasons; the rest is counted.
const (
	mostReasons = 3
	briefClause = 170
)

// group is a text together with the codes it holds for.
type group struct {
	text  string
	codes []string
}

// grouped gathers the codes under their texts, both in the order of their first appearance.
func grouped[T any](list []T, of func(T) (text, code string)) []group {
	var groups []group
	for _, item := range list {
		text, code := of(item)
		i := slices.IndexFunc(groups, func(g group) bool { return g.text == text })
		if i < 0 {
			i, groups = len(groups), append(groups, group{text: text})
		}
		if !slices.Contains(groups[i].codes, code) {
			groups[i].codes = append(groups[i].codes, code)
		}
	}
	return groups
}

// clauses lists, once each, the rules that the findings rest on.
func (t *text) clauses(b *strings.Builder, found []finding.Finding) {
	lang := t.options.Lang
	groups := grouped(found, func(f finding.Finding) (string, string) { return plain(f.Clause.In(lang)), f.Code })
	groups = slices.DeleteFunc(groups, func(g group) bool { return g.text == "" })
	if len(groups) == 0 {
		return
	}
	fmt.Fprintf(b, "\n  %s\n", t.paint.in(dim, say("依据", "clauses").In(lang)))
	for _, g := range groups {
		slices.Sort(g.codes)
		t.fill(b, findingIndent, piece{codes(g.codes, lang) + say("：", ": ").In(lang), narrowed(g.text, briefClause)})
	}
}

// skipped tells how many checks could not run: the reasons that hold for several, then the others by
// family. JSON and workpapers give the reason of each.
func (t *text) skipped(b *strings.Builder, list []finding.Skip) {
	if len(list) == 0 {
		return
	}
	lang := t.options.Lang
	fmt.Fprintf(b, "\n  %s\n", t.paint.in(dim, fmt.Sprintf(say("未能核对 %d 项（逐项原因见 --format json 或 xlsx）",
		"checks that could not run: %d (--format json or xlsx gives the reason of each)").In(lang), len(list))))
	groups := grouped(list, func(s finding.Skip) (string, string) { return plain(s.Why.In(lang)), s.Code })
	slices.SortStableFunc(groups, func(a, b group) int { return len(b.codes) - len(a.codes) })
	var rest []string
	for i, g := range groups {
		slices.Sort(g.codes)
		if i >= mostReasons || len(g.codes) < 2 && len(groups) > mostReasons {
			rest = append(rest, g.codes...)
			continue
		}
		t.fill(b, findingIndent, piece{codes(g.codes, lang) + say("：", ": ").In(lang), g.text})
	}
	if len(rest) > 0 {
		t.fill(b, findingIndent, piece{fmt.Sprintf(say("其余 %d 项：", "others: %d, of ").In(lang), len(rest)), families(rest, lang)})
	}
}

// families counts codes by their family: EXE 3、SCR 5.
func families(list []string, lang string) string {
	slices.Sort(list)
	groups := grouped(list, func(code string) (string, string) { return family(code), code })
	return strings.Join(each(groups, func(g group) string { return fmt.Sprintf("%s %d", g.text, len(g.codes)) }), say("、", ", ").In(lang))
}

func family(code string) string {
	name, _, _ := strings.Cut(code, "-")
	return name
}

// codes joins the codes of one family under its name and its runs into one: RUL-01～06、09.
func codes(list []string, lang string) string {
	var parts []string
	for _, g := range grouped(list, func(code string) (string, string) { return family(code), code }) {
		numbers := runs(each(g.codes, func(code string) string { return strings.TrimPrefix(code, g.text+"-") }))
		parts = append(parts, g.text+"-"+strings.Join(numbers, say("、", ", ").In(lang)))
	}
	return strings.Join(parts, say("、", ", ").In(lang))
}

// runs joins three and more numbers that follow one another: 01 02 03 05 is 01～03 05.
func runs(numbers []string) []string {
	var joined []string
	for i := 0; i < len(numbers); {
		end := i + 1
		for end < len(numbers) && follows(numbers[end-1], numbers[end]) {
			end++
		}
		if end-i > 2 {
			joined = append(joined, numbers[i]+"～"+numbers[end-1])
		} else {
			joined = append(joined, numbers[i:end]...)
		}
		i = end
	}
	return joined
}

func follows(a, b string) bool {
	m, err := strconv.Atoi(a)
	n, errB := strconv.Atoi(b)
	return err == nil && errB == nil && n == m+1
}
