package truth

import (
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// sample is the shape in which people write down what they know of a sample report.
type sample struct {
	Layout   string   `yaml:"layout"`
	Clean    bool     `yaml:"clean"`
	Facts    facts    `yaml:"facts"`
	Findings []Wanted `yaml:"findings"`
	Silent   []Silent `yaml:"silent"`
}

type facts struct {
	Year       int                 `yaml:"year"`
	Unit       string              `yaml:"unit"`
	Total      string              `yaml:"total"`
	Grade      string              `yaml:"grade"`
	Funds      []map[string]string `yaml:"funds"`
	Sections   []map[string]string `yaml:"sections"` // reckoned by the author, not all of them printed
	Indicators []map[string]string `yaml:"indicators"`
}

// handWritten reads a truth file that a person wrote. Comparators are written >=, <=.
func handWritten(data string) (*Truth, error) {
	var s sample
	dec := yaml.NewDecoder(strings.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&s); err != nil {
		return nil, err
	}
	t := &Truth{Layout: s.Layout, Clean: s.Clean, Errors: s.Findings, Silent: s.Silent}
	f := Form{Unit: s.Facts.Unit, Year: s.Facts.Year}
	f.Total.Score, f.Total.Grade = written(s.Facts.Total), Entry{Text: s.Facts.Grade}
	for _, m := range s.Facts.Funds {
		f.Funds = append(f.Funds, Fund{Name: m["name"], Budget: written(m["budget"]), Spent: written(m["spent"]), Rate: written(m["rate"]),
			Weight: written(m["weight"]), Score: written(m["score"])})
	}
	for _, m := range s.Facts.Indicators {
		f.Indicators = append(f.Indicators, Indicator{Goal: m["goal"], Level1: m["level1"], Level2: m["level2"], Name: m["name"],
			Target: written(m["target"]), Actual: written(m["actual"]), Weight: written(m["weight"]), Score: written(m["score"])})
	}
	t.Forms = []Form{f}
	return t, nil
}

var amount = regexp.MustCompile(`^(>=|<=|=)?([0-9.]+)([^年月日]*)$`)

// written takes an amount apart; what is no amount is words.
func written(s string) Entry {
	m := amount.FindStringSubmatch(s)
	if m == nil {
		return Entry{Text: s}
	}
	return Entry{Text: s, Bound: m[1], Value: m[2], Unit: m[3]}
}
