package measure

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
)

// printer writes the tables as text; the first error stays.
type printer struct{ *bufio.Writer }

func (p printer) line(format string, args ...any) { fmt.Fprintf(p.Writer, format+"\n", args...) }

// WriteText prints the table for a person: fields, layouts, formats, kinds of errors, levels, alarms.
func (t *Table) WriteText(w io.Writer) error {
	p := printer{bufio.NewWriter(w)}
	p.line("files %d, without errors %d, not read %d, confusions %d", t.Files, t.Clean, t.Unread, t.Confused)
	t.fields(p)
	groups(p, "layout", t.Layouts)
	groups(p, "format", t.Formats)
	t.kinds(p)
	t.levels(p)
	return p.Flush()
}

func (t *Table) fields(p printer) {
	p.line("\n%-16s %7s %7s %7s %7s %7s %7s %7s %7s", "field", "printed", "right", "missed", "wrong", "extra", "prec.", "recall", "F1")
	for _, name := range fields {
		one := t.Fields[name]
		if one == nil || *one == (Tally{}) {
			continue
		}
		p.line("%-16s %7d %7d %7d %7d %7d %7.2f %7.2f %7.2f", name, one.Wanted(), one.Right, one.Missed, one.Wrong, one.Extra,
			100*one.Precision(), 100*one.Recall(), 100*one.F1())
	}
}

// columns are the groups of fields that the tables by layout and format show.
var columns = [...]struct {
	name   string
	fields []string
}{
	{"head", []string{"kind", "year", "unit", "project"}},
	{"funds", []string{"fund", "fund.initial", "fund.budget", "fund.spent", "fund.weight", "fund.rate", "fund.score"}},
	{"rows", []string{"row"}},
	{"name", []string{"row.name"}},
	{"level", []string{"row.level1", "row.level2"}},
	{"target", []string{"row.target"}},
	{"actual", []string{"row.actual"}},
	{"weight", []string{"row.weight", "section.weight"}},
	{"score", []string{"row.score", "row.review", "section.score"}},
	{"reason", []string{"row.reason"}},
	{"total", []string{"total.weight", "total.score", "total.grade"}},
}

func groups(p printer, what string, all map[string]*Group) {
	fmt.Fprintf(p.Writer, "\nF1 by %-10s %5s", what, "files")
	for _, c := range columns {
		fmt.Fprintf(p.Writer, " %6s", c.name)
	}
	p.line("  %6s %7s", "errors", "alarms")
	for _, name := range slices.SortedFunc(maps.Keys(all), byNumber) {
		g := all[name]
		fmt.Fprintf(p.Writer, "%-16s %5d", name, g.Files)
		for _, c := range columns {
			sum := g.Fields.Sum(c.fields...)
			if sum == (Tally{}) {
				fmt.Fprintf(p.Writer, " %6s", "")
				continue
			}
			fmt.Fprintf(p.Writer, " %6.1f", 100*sum.F1())
		}
		p.line("  %6.1f %7.2f", 100*g.Hits.Recall(), ratio(g.Alarms, g.Clean))
	}
}

// ratio is n for each of so many.
func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// byNumber sorts L2 before L10.
func byNumber(a, b string) int {
	return cmp.Or(cmp.Compare(letters(a), letters(b)), cmp.Compare(digits(a), digits(b)), cmp.Compare(a, b))
}

func letters(s string) string {
	for i, r := range s {
		if r >= '0' && r <= '9' {
			return s[:i]
		}
	}
	return s
}

func digits(s string) (n int) {
	for _, r := range s[len(letters(s)):] {
		if r < '0' || r > '9' {
			break
		}
		n = n*10 + int(r-'0')
	}
	return n
}

func (t *Table) kinds(p printer) {
	p.line("\n%-24s %7s %7s %7s %7s %7s", "error put in", "planted", "found", "recall", "graded", "prec.")
	for _, name := range slices.Sorted(maps.Keys(t.Kinds)) {
		k := t.Kinds[name]
		p.line("%-24s %7d %7d %7.1f %7.1f %7.1f", name, k.Planted, k.Found, 100*k.Recall(), 100*share(k.Graded, k.Planted), 100*k.Precision())
	}
}

func (t *Table) levels(p printer) {
	p.line("\n%-10s %7s %7s %7s %7s %7s %7s %7s", "level", "told", "right", "allowed", "follows", "beside", "alarms", "prec.")
	for _, name := range slices.Sorted(maps.Keys(t.Levels)) {
		l := t.Levels[name]
		p.line("%-10s %7d %7d %7d %7d %7d %7d %7.1f", name, l.Told, l.Right, l.Allowed, l.Follows, l.Beside, l.Alarm, 100*l.Precision())
	}
	p.line("\nfalse alarms in %d reports without errors", t.Clean)
	names := slices.SortedFunc(maps.Keys(t.Alarms), func(a, b string) int { return cmp.Or(t.Alarms[b]-t.Alarms[a], cmp.Compare(a, b)) })
	for _, name := range names {
		p.line("%6d  %s", t.Alarms[name], name)
	}
}
