package quantity

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shown writes a quantity the way the tables of this package do: comparator, value or range, unit, and
// ~ for an approximate one; a date as year-month-day with ? for what was not written.
func shown(q Quantity) string {
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	switch q.Kind {
	case Number:
		if q.Upper != "" {
			add(q.Value + ".." + q.Upper)
		} else {
			add(string(q.Bound))
			add(q.Value)
		}
		add(q.Unit)
		if q.Approximate {
			add("~")
		}
	case Date:
		add(string(q.Bound))
		add(part(q.Day.Year) + "-" + part(q.Day.Month) + "-" + part(q.Day.Day))
	case Blank:
		add("blank")
	default:
		add(string(q.Kind))
	}
	return strings.Join(parts, " ")
}

func part(n int) string {
	if n == 0 {
		return "?"
	}
	return fmt.Sprint(n)
}

// A row of a table: as written in a cell, and as it is read.
type row struct{ written, read string }

func check(t *testing.T, table []row) {
	t.Helper()
	for _, r := range table {
		if diff := cmp.Diff(r.read, shown(Parse(r.written))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", r.written, diff)
		}
	}
}
