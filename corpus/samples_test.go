package corpus_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"fuhe/normalize/form"
	"fuhe/score/finding"
)

// truth is what a person knows about a sample report: the facts printed in it, what is wrong with it,
// and what looks wrong but is right.
type truth struct {
	Layout   string   `yaml:"layout"`
	Clean    bool     `yaml:"clean"` // neither error nor warning may be said about it
	Facts    facts    `yaml:"facts"`
	Forms    []facts  `yaml:"forms"` // instead of facts, for a file that holds several forms
	Findings []wanted `yaml:"findings"`
	Silent   []silent `yaml:"silent"`
}

// wanted is a finding that has to be made, under one of the codes, near one of the texts.
type wanted struct {
	ID    string        `yaml:"id"`
	Must  bool          `yaml:"must"`
	Level finding.Level `yaml:"level"`
	Codes []string      `yaml:"codes"`
	Near  []string      `yaml:"near"`
	Why   string        `yaml:"why"`
}

// silent is a place where no error or warning of the families may be made; no codes means all.
type silent struct {
	Codes         []string `yaml:"codes"`
	Near          []string `yaml:"near"`
	Except        []string `yaml:"except"`
	ExceptPrinted []string `yaml:"except_printed"`
	Why           string   `yaml:"why"`
}

// TestSamples holds every sample of testdata, in each format that it is kept in beside its truth,
// against what is known about it.
func TestSamples(t *testing.T) {
	for _, path := range truthFiles(t) {
		want := readTruth(t, path)
		for _, ext := range []string{".txt", ".pdf", ".docx", ".xlsx", ".html"} {
			report := strings.TrimSuffix(path, ".truth.yaml") + ext
			if _, err := os.Stat(report); err != nil {
				continue
			}
			t.Run(filepath.Base(report), func(t *testing.T) { holdSample(t, report, want) })
		}
	}
}

func holdSample(t *testing.T, path string, want truth) {
	got := reviewFile(t, path)
	for _, fault := range want.factFaults(got.forms) {
		t.Error(fault)
	}
	for _, fault := range want.faults(got.findings) {
		t.Error(fault)
	}
	for _, fault := range want.undeclared(got.findings) {
		t.Error(fault)
	}
}

// allFacts are the facts of each form of the file, in order.
func (w truth) allFacts() []facts {
	if w.Forms != nil {
		return w.Forms
	}
	return []facts{w.Facts}
}

func (w truth) factFaults(read []*form.Form) (faults []string) {
	known := w.allFacts()
	if len(read) != len(known) {
		return []string{fmt.Sprintf("%d forms read, there are %d", len(read), len(known))}
	}
	for i, want := range known {
		faults = append(faults, want.faults(read[i:i+1])...)
	}
	return faults
}

// undeclared are the findings that nobody put into the report: all errors that are not wanted, and for
// a clean report all warnings too.
func (w truth) undeclared(found []finding.Finding) (faults []string) {
	for _, f := range found {
		if f.Level == finding.Info || f.Level == finding.Warning && !w.Clean {
			continue
		}
		if !w.declares(f) {
			faults = append(faults, "false alarm: "+told(f))
		}
	}
	return faults
}

func (w truth) declares(f finding.Finding) bool {
	for _, d := range w.Findings {
		if d.met(f) {
			return true
		}
	}
	return false
}

// faults are the wanted findings that were not made, and the silences that were broken.
func (w truth) faults(found []finding.Finding) (faults []string) {
	for _, d := range w.Findings {
		if d.Must && !d.among(found) {
			faults = append(faults, d.ID+" not found: "+strings.Join(d.Codes, "/")+" near "+d.Near[0]+": "+d.Why)
		}
	}
	for _, s := range w.Silent {
		for _, f := range found {
			if s.broken(f) {
				faults = append(faults, "must be silent ("+s.Why+"): "+told(f))
			}
		}
	}
	return faults
}

func (d wanted) among(found []finding.Finding) bool {
	for _, f := range found {
		if f.Level.Rank() >= finding.Warning.Rank() && d.met(f) {
			return true
		}
	}
	return false
}

func (d wanted) met(f finding.Finding) bool {
	return slices.Contains(d.Codes, f.Code) && nearAny(everything(f), d.Near)
}

func (s silent) broken(f finding.Finding) bool {
	if f.Level.Rank() < finding.Warning.Rank() || slices.Contains(s.Except, f.Code) || slices.Contains(s.ExceptPrinted, f.Printed) {
		return false
	}
	return inFamily(f.Code, s.Codes) && nearAny(f.Subject+" "+f.Printed, s.Near)
}

func inFamily(code string, families []string) bool {
	for _, c := range families {
		if code == c || strings.HasPrefix(code, c+"-") {
			return true
		}
	}
	return len(families) == 0
}

// everything is all text of a finding in which a place may be recognised.
func everything(f finding.Finding) string {
	parts := []string{f.Subject, f.Says.ZH, f.Printed, f.Due, f.Working, f.Place.Quote}
	for _, p := range f.Also {
		parts = append(parts, p.Quote)
	}
	return strings.Join(parts, " ")
}

func nearAny(text string, near []string) bool {
	for _, n := range near {
		if strings.Contains(squeezed(text), squeezed(n)) {
			return true
		}
	}
	return false
}

func told(f finding.Finding) string {
	return string(f.Level) + " " + f.Code + " " + f.Subject + " [" + f.Printed + " / " + f.Due + "] " + f.Says.ZH
}

func truthFiles(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob("../testdata/*/*.truth.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no samples in testdata: %v", err)
	}
	return paths
}

func readTruth(t testing.TB, path string) truth {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var w truth
	dec := yaml.NewDecoder(strings.NewReader(string(data)))
	dec.KnownFields(true)
	if err := dec.Decode(&w); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return w
}
