package check

import (
	"bytes"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// A fixture is a form as compact YAML. Every entry is the text as printed, read by quantity.Parse; an
// empty string is a cell that was there but blank; an entry left out was not there at all.
//
//	rulebook: cn-2020          # default: chosen as in a real run
//	unit: 某市体育局
//	year: 2023
//	funds:
//	  - {name: 资金总额, budget: 100.00, spent: 90.00, rate: 90.00%, weight: 10, score: 9.00}
//	  - {name: 基本支出, part: true, budget: 60.00, spent: 55.00}
//	sections:
//	  - {name: 产出指标, weight: 50, score: 49, rate: 98%, summary: true}
//	indicators:
//	  - {level1: 产出指标, name: 培训人次, target: ≥100人, actual: 98人, weight: 10, score: 9.8}
//	total: {weight: 100, score: 98.8, grade: 优, also: [98.8]}
//	listings:
//	  - {caption: 产出完成情况, number: 3, indicators: [{name: 培训人次, actual: 98人}]}
//	rules: [达成预期指标100-80%]
//	gridless: true             # read from text without a grid: entries have lines, not cells
//	reason: 因疫情取消一期培训
//	text:                      # leading # make a heading of that level, "| label | text" is a cell of the form
//	  - "# 一、基本情况"
//	  - 全年预算100.00万元。
//	captions: [{number: 1, title: 绩效目标}]
//	contents: [一、基本情况]   # 目录
//	expect:                    # in trips files: findings of the code under test that must be among those found
//	  - {level: error, subject: 资金总额, printed: 90.63%, due: 90.62%, says: 末位}
//	only: true                 # and no other finding of that code
type fixture struct {
	Rulebook   string
	Kind       form.Kind
	Layout     string
	Title      string
	Unit       string
	Project    string
	Year       int
	Money      string
	Fields     []fieldText
	Funds      []fundText
	Sections   []sectionText
	Indicators []indicatorText
	Total      totalText
	Listings   []listingText
	Rules      []string
	Gridless   bool
	Reason     *string
	Measures   *string
	Text       []string
	Captions   []captionText
	Contents   []string
	Expect     []expectation
	Only       bool
	Prose      bool // of whole forms: expect lists what the checks of text say too
}

type expectation struct {
	Code    string // in fixtures of whole forms
	Level   string
	Subject string
	Printed string
	Due     string
	Says    string // a piece of the Chinese sentence
	Working string // a piece of the working
}

type fieldText struct {
	Name  string
	Value *string
}

type fundText struct {
	Name                                                      string
	Part                                                      bool
	Initial, Budget, Spent, Weight, Rate, Score, Rule, Reason *string
	Money                                                     string
}

type sectionText struct {
	Name, Goal, Parent  string
	Level               int
	Weight, Score, Rate *string
	Summary             bool
	Doubt               string // of the weight
}

type indicatorText struct {
	Goal, Level1, Level2, Name                  string
	Nature                                      form.Nature
	Target, Actual, Rate, Weight, Score, Review *string
	LastYear                                    *string `yaml:"last_year"`
	Reason, Rule, Meaning                       *string
	RuleShared                                  bool            `yaml:"rule_shared"`
	WeightFrom                                  form.WeightFrom `yaml:"weight_from"`
	Negative                                    bool
	Doubt                                       string
	DoubtWeight                                 string   `yaml:"doubt_weight"` // how the weight was inferred
	Merged                                      []string // weight, score: one cell with the row above
}

type totalText struct {
	Weight, Score, Grade *string
	Also                 []string
}

type listingText struct {
	Caption    string
	Number     int
	Goals      bool
	Indicators []indicatorText
}

type captionText struct {
	Number int
	Title  string
}

// readFixture parses the YAML, refusing unknown keys, and returns it with the form it stands for.
func readFixture(data []byte) (fixture, *form.Form, error) {
	var x fixture
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&x); err != nil {
		return x, nil, fmt.Errorf("fixture: %w", err)
	}
	return x, x.form(), nil
}

func (x fixture) form() *form.Form {
	f := &form.Form{Kind: x.Kind, Layout: x.Layout, Title: x.Title, Unit: x.Unit, Project: x.Project, Year: x.Year}
	at := &sheet{table: 1}
	if x.Gridless {
		at.table = 0
	}
	for _, v := range x.Fields {
		f.Fields = append(f.Fields, form.Field{Name: v.Name, Value: at.entry(v.Value)})
	}
	for _, v := range x.Funds {
		f.Funds = append(f.Funds, v.fund(at, x.Money))
	}
	for _, v := range x.Sections {
		f.Sections = append(f.Sections, v.section(at))
	}
	for _, v := range x.Indicators {
		f.Indicators = append(f.Indicators, v.merged(v.indicator(at), f.Indicators))
	}
	f.Total = x.Total.total(at)
	f.Reason, f.Measures = at.entry(x.Reason), at.entry(x.Measures)
	for _, text := range x.Rules {
		f.Rules = append(f.Rules, form.Rule{Text: text, Place: at.row().Quoting(text)})
	}
	for _, v := range x.Listings {
		f.Listings = append(f.Listings, v.listing(at))
	}
	f.Text = paragraphs(x.Text)
	for i, title := range x.Contents {
		f.Contents = append(f.Contents, form.Content{Title: title, Place: document.Place{Line: 2000 + i}.Quoting(title)})
	}
	for i, v := range x.Captions {
		f.Captions = append(f.Captions, form.Caption{Number: v.Number, Title: v.Title, Place: document.Place{Line: 1000 + i}.Quoting(v.Title)})
	}
	return f
}

// A sheet hands out places: a new row for each thing, a new column for each entry.
type sheet struct{ table, rows, columns int }

func (s *sheet) row() document.Place {
	s.rows, s.columns = s.rows+1, 0
	return document.Place{Table: s.table, Row: s.rows}
}

func (s *sheet) entry(text *string) form.Entry {
	s.columns++
	if text == nil {
		return form.Entry{}
	}
	place := document.Place{Table: s.table, Row: s.rows, Column: s.columns}
	if s.table == 0 {
		place = document.Place{Line: 100*s.rows + s.columns}
	}
	return form.Entry{Text: *text, Quantity: quantity.Parse(*text), Place: place.Quoting(*text)}
}

func (v fundText) fund(at *sheet, money string) form.Fund {
	at.row()
	if v.Money != "" {
		money = v.Money
	}
	return form.Fund{
		Name: v.Name, Part: v.Part, Money: money,
		Initial: at.entry(v.Initial), Budget: at.entry(v.Budget), Spent: at.entry(v.Spent),
		Weight: at.entry(v.Weight), Rate: at.entry(v.Rate), Score: at.entry(v.Score),
		Rule: at.entry(v.Rule), Reason: at.entry(v.Reason),
	}
}

func (v sectionText) section(at *sheet) form.Section {
	place, weight := at.row(), at.entry(v.Weight)
	weight.Doubt = v.Doubt
	return form.Section{
		Name: v.Name, Level: v.Level, Goal: v.Goal, Parent: v.Parent, Summary: v.Summary, Place: place.Quoting(v.Name),
		Weight: weight, Score: at.entry(v.Score), Rate: at.entry(v.Rate),
	}
}

func (v indicatorText) indicator(at *sheet) form.Indicator {
	place := at.row()
	in := form.Indicator{
		Goal: v.Goal, Level1: v.Level1, Level2: v.Level2, Name: v.Name, Nature: v.Nature, Place: place.Quoting(v.Name),
		Target: at.entry(v.Target), Actual: at.entry(v.Actual), Rate: at.entry(v.Rate), Weight: at.entry(v.Weight), Score: at.entry(v.Score),
		Review: at.entry(v.Review), LastYear: at.entry(v.LastYear), Reason: at.entry(v.Reason), Rule: at.entry(v.Rule),
		Meaning: at.entry(v.Meaning), RuleShared: v.RuleShared, WeightFrom: v.WeightFrom, Negative: v.Negative, Doubt: v.Doubt,
	}
	in.Weight.Doubt = v.DoubtWeight
	if in.WeightFrom == "" {
		in.WeightFrom = form.FromCell
		if in.Weight.Missing() {
			in.WeightFrom = form.FromNone
		}
	}
	if in.Nature == "" {
		in.Nature = natureOf(in.Target)
	}
	return in
}

// merged gives the row the entries whose cells it shares with the row above.
func (v indicatorText) merged(in form.Indicator, above []form.Indicator) form.Indicator {
	for _, what := range v.Merged {
		last := &above[len(above)-1]
		switch what {
		case "weight":
			in.Weight, in.WeightFrom = last.Weight, last.WeightFrom
		case "score":
			in.Score = last.Score
		}
	}
	return in
}

func natureOf(target form.Entry) form.Nature {
	switch target.Kind {
	case quantity.Words:
		return form.Qualitative
	case quantity.Number, quantity.Date:
		return form.Quantitative
	}
	return ""
}

func (v totalText) total(at *sheet) form.Total {
	at.row()
	t := form.Total{Weight: at.entry(v.Weight), Score: at.entry(v.Score), Grade: at.entry(v.Grade)}
	for _, also := range v.Also {
		t.Also = append(t.Also, at.entry(&also))
	}
	return t
}

func (v listingText) listing(at *sheet) form.Listing {
	own := &sheet{table: at.table + 1}
	l := form.Listing{Caption: v.Caption, Number: v.Number, Goals: v.Goals, Place: own.row().Quoting(v.Caption)}
	for _, in := range v.Indicators {
		l.Indicators = append(l.Indicators, in.indicator(own))
	}
	at.table = own.table
	return l
}

// paragraphs numbers the lines from 1; leading # mark headings, and every paragraph knows those above it.
func paragraphs(lines []string) []form.Paragraph {
	var out []form.Paragraph
	var heads []string
	for i, text := range lines {
		if cell, ok := strings.CutPrefix(text, "| "); ok {
			label, body, _ := strings.Cut(cell, " | ")
			place := document.Place{Line: i + 1}.Quoting(body)
			out = append(out, form.Paragraph{Text: body, Heads: []string{label}, Cell: true, Place: place, Lines: []document.Line{{Text: body, Place: place}}})
			continue
		}
		level := len(text) - len(strings.TrimLeft(text, "#"))
		text = strings.TrimSpace(text[level:])
		if level > 0 {
			heads = heads[:min(level-1, len(heads))]
		}
		place := document.Place{Line: i + 1}.Quoting(text)
		out = append(out, form.Paragraph{
			Text: text, Level: level, Heads: append([]string(nil), heads...), Place: place,
			Lines: []document.Line{{Text: text, Place: place}},
		})
		if level > 0 {
			heads = append(heads, text)
		}
	}
	return out
}
