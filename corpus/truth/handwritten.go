package truth

import (
	"regexp"
	"sync"

	"go.yaml.in/yaml/v3"
)

// sample is the shape in which people write down what they know of a sample report. It has more fields,
// for the author's own reckoning; those are not compared here.
type sample struct {
	Layout   string   `yaml:"layout"`
	Clean    bool     `yaml:"clean"`
	Facts    facts    `yaml:"facts"`
	Forms    []facts  `yaml:"forms"` // instead of facts, for a file that holds several forms
	Findings []Wanted `yaml:"findings"`
	Silent   []Silent `yaml:"silent"`
}

type facts struct {
	Year       int                 `yaml:"year"`
	Unit       string              `yaml:"unit"`
	Project    string              `yaml:"project"`
	Total      string              `yaml:"total"`
	Grade      string              `yaml:"grade"`
	Funds      []map[string]string `yaml:"funds"`
	Indicators []map[string]string `yaml:"indicators"`
}

// handWritten reads a truth file that a person wrote. Comparators are written >=, <=.
func handWritten(data string) (*Truth, error) {
	var s sample
	if err := yaml.Unmarshal([]byte(data), &s); err != nil {
		return nil, err
	}
	if len(s.Forms) == 0 {
		s.Forms = []facts{s.Facts}
	}
	t := &Truth{Layout: s.Layout, Clean: s.Clean, Partial: true, Errors: s.Findings, Silent: s.Silent}
	for _, f := range s.Forms {
		t.Forms = append(t.Forms, f.form())
	}
	return t, nil
}

func (w facts) form() Form {
	f := Form{Unit: w.Unit, Project: w.Project, Year: w.Year}
	f.Total.Score, f.Total.Grade = written(w.Total), Entry{Text: w.Grade}
	for _, m := range w.Funds {
		f.Funds = append(f.Funds, Fund{Name: m["name"], Budget: written(m["budget"]), Spent: written(m["spent"]), Rate: written(m["rate"]),
			Weight: written(m["weight"]), Score: written(m["score"])})
	}
	for _, m := range w.Indicators {
		f.Indicators = append(f.Indicators, Indicator{Goal: m["goal"], Level1: m["level1"], Level2: m["level2"], Name: m["name"],
			Target: written(m["target"]), Actual: written(m["actual"]), Weight: written(m["weight"]), Score: written(m["score"])})
	}
	return f
}

var amount = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(>=|<=|=)?([0-9.]+)([^年月日]*)$`)
})

// written takes an amount apart; what is no amount is words.
func written(s string) Entry {
	m := amount().FindStringSubmatch(s)
	if m == nil {
		return Entry{Text: s}
	}
	return Entry{Text: s, Bound: m[1], Value: m[2], Unit: m[3]}
}
