package check

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"fuhe/normalize/claim"
	"fuhe/score/finding"
	"fuhe/score/phrase"
	"fuhe/score/recompute"
)

// TestWholeForms runs the whole catalogue over forms as an office would file them: what a senior
// reviewer would find in the figures, and nothing else at error or warning level.
func TestWholeForms(t *testing.T) {
	paths, err := filepath.Glob("testdata/whole/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range txtar.Parse(data).Files {
			t.Run(file.Name, func(t *testing.T) { wholeForm(t, file.Data) })
		}
	}
}

func wholeForm(t *testing.T, data []byte) {
	t.Helper()
	fix, f, err := readFixture(data)
	if err != nil {
		t.Fatal(err)
	}
	shelf, err := books()
	if err != nil {
		t.Fatal(err)
	}
	rules := phrase.Memo{}
	b, _ := shelf.Choose(f, rules)
	if fix.Rulebook != "" {
		b, _ = shelf.Book(fix.Rulebook)
	}
	f.Claims = claim.Read(f)
	due := recompute.Form(f, b, rules)
	found, _, _ := Run(All(), Review{Form: f, Due: &due, Book: b, Rules: rules})
	for _, got := range found {
		wellFormed(t, got)
		if got.Level != finding.Info && (fix.Prose || numeric(got.Code)) && !slices.ContainsFunc(fix.Expect, func(e expectation) bool { return e.Code == got.Code && e.matches(got) }) {
			t.Errorf("not expected: %s", describe(got))
		}
	}
	for _, want := range fix.Expect {
		if n := count(found, want); n != 1 {
			t.Errorf("%d findings like %+v; found:\n%s", n, want, describeAll(found))
		}
	}
}

// numeric reports whether a code belongs to the families of figures; what the text checks say of a form
// is held by their own fixtures.
func numeric(code string) bool {
	return slices.Contains([]string{"EXE", "SCR", "WGT", "TOT", "RUL"}, code[:3]) || code == "UNT-03"
}

func count(found []finding.Finding, want expectation) int {
	n := 0
	for _, got := range found {
		if got.Code == want.Code && want.matches(got) {
			n++
		}
	}
	return n
}
