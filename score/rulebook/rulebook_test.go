package rulebook

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func shelf(t testing.TB) *Shelf {
	t.Helper()
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEveryBookCitesItsRules(t *testing.T) {
	for _, b := range shelf(t).All() {
		bases := map[string]Basis{
			"execution": b.Execution.Basis, "quantitative": b.Quantitative.Basis, "over": b.Over.Basis,
			"qualitative": b.Qualitative.Basis, "weights": b.Weights.Basis, "grades": b.Grades.Basis, "explain": b.Explain.Basis,
		}
		for what, basis := range bases {
			if basis.Clause.ZH == "" || basis.Clause.EN == "" {
				t.Errorf("%s: %s cites no clause in zh and en", b.ID, what)
			}
			switch basis.Evidence {
			case Read, InForm, Software, Practice, Assumed:
			default:
				t.Errorf("%s: %s has the evidence %q", b.ID, what, basis.Evidence)
			}
		}
	}
}

func TestBooks(t *testing.T) {
	tests := []struct {
		id, execution, partly string
		negative              Formula
		tiers                 int
	}{
		{"cn-2020", "10", "0.6", Inverse, 0},
		{"cn-transfer", "10", "0.5", Inverse, 0},
		{"hb-wuhan", "20", "0.5", Inverse, 0},
		{"bj-dept", "20", "0.6", Inverse, 3},
		{"gx", "10", "0.6", Linear, 0},
	}
	s := shelf(t)
	for _, tt := range tests {
		b, ok := s.Book(tt.id)
		if !ok {
			t.Fatalf("no book %s", tt.id)
		}
		partly, _ := b.Qualitative.Band(Partly)
		if string(b.Execution.Weight) != tt.execution || string(partly.Low) != tt.partly ||
			b.Quantitative.Negative[0] != tt.negative || len(b.Over.Tiers) != tt.tiers {
			t.Errorf("%s: execution %s, partly from %s, negative %s, %d tiers; want %+v",
				b.ID, b.Execution.Weight, partly.Low, b.Quantitative.Negative[0], len(b.Over.Tiers), tt)
		}
	}
}

func TestEveryBookIsSound(t *testing.T) {
	for _, b := range shelf(t).All() {
		if err := b.Check(); err != nil {
			t.Errorf("%s: %v", b.ID, err)
		}
		if b.Evidence == "" {
			t.Errorf("%s does not say how well it is known", b.ID)
		}
	}
}

// TestEveryBookIsReadAsAFileToo: what the program embeds is held to what it asks of users.
func TestEveryBookIsReadAsAFileToo(t *testing.T) {
	names, err := books.ReadDir("books")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		_, err := shelf(t).Own("books/"+name.Name(), func(path string) ([]byte, error) {
			text, err := books.ReadFile(path)
			return []byte(strings.Replace(string(text), "\nid: ", "\nid: own-", 1)), err
		})
		var problems Problems
		if errors.As(err, &problems) {
			problems = slices.DeleteFunc(problems, func(p Problem) bool { return strings.Contains(p.Says.EN, "is taken by") })
		}
		if len(problems) > 0 {
			t.Error(problems)
		}
	}
}

func TestShelfIsRefused(t *testing.T) {
	good, err := books.ReadFile("books/cn-2020.yaml")
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct{ old, new, says string }{
		"unknown key":    {"rounding:", "roundings:", "not found"},
		"exponent":       {"low: 0.6", "low: 6e-1", "not a decimal"},
		"extends itself": {"match:", "extends: cn-2020\nmatch:", "extends itself"},
		"other id":       {"id: cn-2020", "id: cn-2021", "file's name"},
		"no default":     {"default: true", "default: false", "no default"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(string(good), tt.old, tt.new, 1)
			if text == string(good) {
				t.Fatalf("%q does not stand in the book", tt.old)
			}
			_, err := LoadFrom(fstest.MapFS{"cn-2020.yaml": {Data: []byte(text)}})
			if err == nil || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("error %v, want one with %q", err, tt.says)
			}
		})
	}
}
