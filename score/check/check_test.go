package check

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"fuhe/extract/document"
	"fuhe/normalize/claim"
	"fuhe/normalize/form"
	"fuhe/score/finding"
	"fuhe/score/phrase"
	"fuhe/score/recompute"
	"fuhe/score/rulebook"
)

// books loads the rulebooks once for all tests.
var books = sync.OnceValues(rulebook.Load)

// review runs one check over a form as a real review would: claims read, points recomputed.
func review(t testing.TB, c *Check, f *form.Form, book string) ([]finding.Finding, []finding.Skip) {
	t.Helper()
	shelf, err := books()
	if err != nil {
		t.Fatal(err)
	}
	rules := phrase.Memo{}
	b, _ := shelf.Choose(f, rules)
	if book != "" {
		var ok bool
		if b, ok = shelf.Book(book); !ok {
			t.Fatalf("no rulebook %q", book)
		}
	}
	f.Claims = claim.Read(f)
	due := recompute.Form(f, b, rules)
	found, _, skipped := Run([]*Check{c}, Review{Form: f, Due: &due, Book: b, Rules: rules})
	return found, skipped
}

func byCode(t testing.TB, code string) *Check {
	t.Helper()
	for _, c := range All() {
		if c.Code == code {
			return c
		}
	}
	t.Fatalf("no check %s", code)
	return nil
}

// example is one file of testdata/FAMILY.txtar: CODE/trips-name.yaml or CODE/silent-name.yaml.
type example struct {
	code, name string
	trips      bool
	data       []byte
}

var exampleName = regexp.MustCompile(`^([A-Z]{3}-\d\d)/((trips|silent)-[a-z0-9-]+)\.yaml$`)

func examples(t testing.TB) []example {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var out []example
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range txtar.Parse(data).Files {
			m := exampleName.FindStringSubmatch(file.Name)
			if m == nil {
				t.Errorf("%s: %s is neither CODE/trips-….yaml nor CODE/silent-….yaml", path, file.Name)
				continue
			}
			if family := strings.TrimSuffix(filepath.Base(path), ".txtar"); !strings.HasPrefix(m[1], family) {
				t.Errorf("%s: %s belongs to another family", path, file.Name)
			}
			out = append(out, example{code: m[1], name: m[2], trips: m[3] == "trips", data: file.Data})
		}
	}
	return out
}

func TestExamples(t *testing.T) {
	known := map[string]bool{}
	for _, c := range All() {
		known[c.Code] = true
	}
	for _, x := range examples(t) {
		t.Run(x.code+"/"+x.name, func(t *testing.T) {
			if !known[x.code] {
				t.Fatalf("no check %s in the catalogue", x.code)
			}
			fix, f, err := readFixture(x.data)
			if err != nil {
				t.Fatal(err)
			}
			found, skipped := review(t, byCode(t, x.code), f, fix.Rulebook)
			if x.trips {
				mustTrip(t, fix, found, skipped)
				return
			}
			for _, got := range found {
				t.Errorf("must be silent, says: %s", describe(got))
			}
		})
	}
}

func mustTrip(t *testing.T, fix fixture, found []finding.Finding, skipped []finding.Skip) {
	t.Helper()
	if len(found) == 0 {
		t.Fatalf("must trip, found nothing; skipped: %v", skipped)
	}
	for _, got := range found {
		wellFormed(t, got)
	}
	for _, want := range fix.Expect {
		if !slices.ContainsFunc(found, want.matches) {
			t.Errorf("no finding like %+v; found:\n%s", want, describeAll(found))
		}
	}
	if fix.Only && len(found) != len(fix.Expect) {
		t.Errorf("want exactly %d findings, found:\n%s", len(fix.Expect), describeAll(found))
	}
}

func (e expectation) matches(f finding.Finding) bool {
	return (e.Level == "" || e.Level == string(f.Level)) &&
		(e.Subject == "" || e.Subject == f.Subject) &&
		(e.Printed == "" || e.Printed == f.Printed) &&
		(e.Due == "" || e.Due == f.Due) &&
		strings.Contains(f.Says.ZH, e.Says) &&
		strings.Contains(f.Working, e.Working)
}

// wellFormed holds a finding to what every output relies on.
func wellFormed(t *testing.T, f finding.Finding) {
	t.Helper()
	if f.Says.ZH == "" || f.Says.EN == "" {
		t.Errorf("%s says nothing in one of the languages: %+v", f.Code, f.Says)
	}
	if f.Level.Rank() == 0 {
		t.Errorf("%s has no level", f.Code)
	}
	if !f.Place.Known() {
		t.Errorf("%s points nowhere: %s", f.Code, f.Says.ZH)
	}
	for _, bad := range []string{"%!", "<nil>", "/1 "} {
		if strings.Contains(f.Says.ZH+f.Says.EN+f.Working+f.Due, bad) {
			t.Errorf("%s is badly formatted: %s", f.Code, describe(f))
		}
	}
}

func describe(f finding.Finding) string {
	return fmt.Sprintf("%s %s [%s] printed %q due %q: %s / %s (%s)", f.Code, f.Level, f.Subject, f.Printed, f.Due, f.Says.ZH, f.Says.EN, f.Working)
}

func describeAll(all []finding.Finding) string {
	var b strings.Builder
	for _, f := range all {
		b.WriteString("\t" + describe(f) + "\n")
	}
	return b.String()
}

// TestCatalogue polices the list: no code twice, every text there in both languages, and examples.
func TestCatalogue(t *testing.T) {
	seen := map[string]bool{}
	trips, silent := map[string]int{}, map[string]int{}
	for _, x := range examples(t) {
		if x.trips {
			trips[x.code]++
		} else {
			silent[x.code]++
		}
	}
	for _, c := range All() {
		if seen[c.Code] {
			t.Errorf("%s stands twice in the catalogue", c.Code)
		}
		seen[c.Code] = true
		if !regexp.MustCompile(`^[A-Z]{3}-\d\d$`).MatchString(c.Code) {
			t.Errorf("%q is no code", c.Code)
		}
		if c.Level.Rank() == 0 || c.Run == nil || c.Formula == "" {
			t.Errorf("%s lacks a level, a formula or its function", c.Code)
		}
		texts := map[string]document.Message{"title": c.Title, "doc": c.Doc, "clause": c.Clause, "trips": c.Trips, "silent": c.Silent, "why": c.Why, "tolerance": c.Allows}
		for _, name := range slices.Sorted(maps.Keys(texts)) {
			if m := texts[name]; m.ZH == "" || m.EN == "" {
				t.Errorf("%s: no %s in one of the languages", c.Code, name)
			}
		}
		if trips[c.Code] < 1 || silent[c.Code] < 2 {
			t.Errorf("%s has %d examples that trip it and %d that stay silent; at least 1 and 2 are needed", c.Code, trips[c.Code], silent[c.Code])
		}
	}
}

// TestEmptyForm runs every check over forms with nothing in them: no finding, no panic.
func TestEmptyForm(t *testing.T) {
	for _, c := range All() {
		if found, _ := review(t, c, &form.Form{}, ""); len(found) > 0 {
			t.Errorf("an empty form trips %s:\n%s", c.Code, describeAll(found))
		}
	}
}
