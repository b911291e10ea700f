package synth

import (
	_ "embed"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

//go:embed words.yaml
var wordList string

// words is the vocabulary of invented reports.
type words struct {
	Places     []string `yaml:"places"`
	Ranks      []string `yaml:"ranks"`
	Surnames   []string `yaml:"surnames"`
	Causes     []string `yaml:"causes"`
	Remedies   []string `yaml:"remedies"`
	Spending   []string `yaml:"spending"`
	Added      []string `yaml:"added"`
	Decision   []string `yaml:"decision"`
	Management []string `yaml:"management"`
	Checklist  []string `yaml:"checklist"`
	Rules      []string `yaml:"rules"`
	Themes     []*theme `yaml:"themes"`
}

// theme is the vocabulary of one field of government.
type theme struct {
	Name     string    `yaml:"name"`
	Bureaus  []string  `yaml:"bureaus"`
	Projects []string  `yaml:"projects"`
	Counts   []measure `yaml:"counts"`
	Rates    []string  `yaml:"rates"`
	Costs    []measure `yaml:"costs"`
	Ceilings []measure `yaml:"ceilings"`
	Effects  []effect  `yaml:"effects"`
	Gains    []measure `yaml:"gains"`
	People   []string  `yaml:"people"`
}

// measure is what is counted, its unit and its usual size as a decimal.
type measure struct{ name, unit, size string }

// effect is what is to be reached, in words, with the level-2 kind it belongs to.
type effect struct{ name, reached, kind string }

func (m *measure) UnmarshalYAML(n *yaml.Node) (err error) {
	m.name, m.unit, m.size, err = three(n)
	return err
}

func (e *effect) UnmarshalYAML(n *yaml.Node) (err error) {
	e.name, e.reached, e.kind, err = three(n)
	return err
}

func three(n *yaml.Node) (a, b, c string, err error) {
	var list []string
	if err := n.Decode(&list); err != nil {
		return "", "", "", err
	}
	if len(list) != 3 {
		return "", "", "", fmt.Errorf("line %d: %d words, want 3", n.Line, len(list))
	}
	return list[0], list[1], list[2], nil
}

// loadWords reads the embedded vocabulary.
func loadWords() (*words, error) {
	w := &words{}
	dec := yaml.NewDecoder(strings.NewReader(wordList))
	dec.KnownFields(true)
	if err := dec.Decode(w); err != nil {
		return nil, fmt.Errorf("words.yaml: %w", err)
	}
	return w, nil
}
