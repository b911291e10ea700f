package corpus_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// seeds is where the two reports that the project began with lie, with what is known about them. They
// are no part of the repository: the test is skipped where they are absent.
const seeds = "../../shared/seeds"

// seedTruth is what is known about a seed, in the form of its truth.json.
type seedTruth struct {
	Facts struct {
		Year       int
		Total      string
		Grade      string
		Funds      []fund
		Indicators [][4]string // name, target, actual, score
	}
	Findings []wanted
	Silent   []struct {
		Codes         []string
		Near          []string
		Except        []string
		ExceptPrinted []string `json:"except_printed"`
		Why           string
	}
}

// TestSeeds holds the seeds, as text and as PDF, against what is known about them.
func TestSeeds(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(seeds, "truth.json"))
	if err != nil {
		t.Skip("no seeds beside the repository")
	}
	var known struct{ Files map[string]seedTruth }
	if err := json.Unmarshal(data, &known); err != nil {
		t.Fatal(err)
	}
	for name, seed := range known.Files {
		for _, ext := range []string{".txt", ".pdf"} {
			t.Run(name+ext, func(t *testing.T) { holdSeed(t, filepath.Join(seeds, name+ext), seed.truth()) })
		}
	}
}

func holdSeed(t *testing.T, path string, want truth) {
	got := reviewFile(t, path)
	for _, fault := range append(want.Facts.faults(got.forms), want.faults(got.findings)...) {
		t.Error(fault)
	}
}

func (s seedTruth) truth() truth {
	w := truth{Findings: s.Findings}
	w.Facts = facts{Year: s.Facts.Year, Total: s.Facts.Total, Grade: s.Facts.Grade, Funds: s.Facts.Funds}
	for _, i := range s.Facts.Indicators {
		w.Facts.Indicators = append(w.Facts.Indicators, row{Name: i[0], Target: i[1], Actual: i[2], Score: i[3]})
	}
	for _, q := range s.Silent {
		w.Silent = append(w.Silent, silent{q.Codes, q.Near, q.Except, q.ExceptPrinted, q.Why})
	}
	return w
}
