package report

import (
	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// Schema names the version of the public JSON.
const Schema = "fuhe/1"

// The types below are the public JSON. They stand apart from the types that travel between the stages
// so that those may change and these not.

type fileJSON struct {
	Schema string     `json:"schema"`
	Source sourceJSON `json:"source"`
	Status Status     `json:"status"`
	Notes  []noteJSON `json:"notes,omitempty"`
	Forms  []formJSON `json:"forms,omitempty"`
	Gone   []goneJSON `json:"gone,omitempty"`
}

type sourceJSON struct {
	Name   string `json:"name"`
	Path   string `json:"path,omitempty"`
	SHA256 string `json:"sha256,omitempty"`
	Format string `json:"format,omitempty"`
	Pages  int    `json:"pages,omitempty"`

	Given  Given    `json:"given,omitzero"`
	Copies []string `json:"copies,omitempty"`
}

type noteJSON struct {
	Code  document.Code  `json:"code"`
	Says  string         `json:"says"`
	Place document.Place `json:"place,omitzero"`
}

type formJSON struct {
	Kind       form.Kind       `json:"kind,omitempty"`
	Layout     string          `json:"layout,omitempty"`
	Rulebook   string          `json:"rulebook,omitempty"`
	From       fromJSON        `json:"rulebook_from,omitzero"`
	Title      string          `json:"title,omitempty"`
	Unit       string          `json:"unit,omitempty"`
	Project    string          `json:"project,omitempty"`
	Year       int             `json:"year,omitempty"`
	Doubt      string          `json:"doubt,omitempty"`
	Funds      []fundJSON      `json:"funds,omitempty"`
	Sections   []sectionJSON   `json:"sections,omitempty"`
	Indicators []indicatorJSON `json:"indicators,omitempty"`
	Total      totalJSON       `json:"total,omitzero"`
	Claims     []claimJSON     `json:"claims,omitempty"`
	Findings   []findingJSON   `json:"findings,omitempty"`
	Accepted   []acceptedJSON  `json:"accepted,omitempty"`
	Ran        []string        `json:"ran,omitempty"`
	Skipped    []skipJSON      `json:"skipped,omitempty"`
}

// fromJSON is why a form was held against its rulebook.
type fromJSON struct {
	By   string   `json:"by,omitempty"`
	Why  string   `json:"why,omitempty"`
	Also []string `json:"also,omitempty"`
}

type entryJSON struct {
	Text        string         `json:"text,omitempty"`
	Bound       quantity.Bound `json:"bound,omitempty"`
	Value       string         `json:"value,omitempty"`
	Upper       string         `json:"upper,omitempty"`
	Unit        string         `json:"unit,omitempty"`
	Approximate bool           `json:"approximate,omitempty"`
	Doubt       string         `json:"doubt,omitempty"`
	Place       document.Place `json:"place,omitzero"`
}

type intervalJSON struct {
	Low  string `json:"low,omitempty"`
	High string `json:"high,omitempty"`
}

type fundJSON struct {
	Name    string      `json:"name"`
	Initial entryJSON   `json:"initial,omitzero"`
	Budget  entryJSON   `json:"budget,omitzero"`
	Spent   entryJSON   `json:"spent,omitzero"`
	Weight  entryJSON   `json:"weight,omitzero"`
	Rate    entryJSON   `json:"rate,omitzero"`
	Score   entryJSON   `json:"score,omitzero"`
	Due     rateDueJSON `json:"due,omitzero"`
}

type rateDueJSON struct {
	Rate  intervalJSON `json:"rate,omitzero"`
	Score intervalJSON `json:"score,omitzero"`

	Reading string `json:"reading,omitempty"`
}

type sectionJSON struct {
	Name   string      `json:"name"`
	Weight entryJSON   `json:"weight,omitzero"`
	Score  entryJSON   `json:"score,omitzero"`
	Rate   entryJSON   `json:"rate,omitzero"`
	Due    rateDueJSON `json:"due,omitzero"`
}

type indicatorJSON struct {
	Goal       string          `json:"goal,omitempty"`
	Level1     string          `json:"level1,omitempty"`
	Level2     string          `json:"level2,omitempty"`
	Name       string          `json:"name"`
	Nature     form.Nature     `json:"nature,omitempty"`
	Target     entryJSON       `json:"target,omitzero"`
	Actual     entryJSON       `json:"actual,omitzero"`
	Rate       entryJSON       `json:"rate,omitzero"`
	Weight     entryJSON       `json:"weight,omitzero"`
	Score      entryJSON       `json:"score,omitzero"`
	Reason     entryJSON       `json:"reason,omitzero"`
	WeightFrom form.WeightFrom `json:"weight_from,omitempty"`
	Completion string          `json:"completion,omitempty"`
	Due        intervalJSON    `json:"due,omitzero"`
	Method     string          `json:"method,omitempty"`
	Reading    string          `json:"reading,omitempty"`
	Doubt      string          `json:"doubt,omitempty"`
	Inferred   string          `json:"inferred,omitempty"`
}

type totalJSON struct {
	Weight entryJSON    `json:"weight,omitzero"`
	Score  entryJSON    `json:"score,omitzero"`
	Grade  entryJSON    `json:"grade,omitzero"`
	Due    intervalJSON `json:"due,omitzero"`
}

type claimJSON struct {
	Subject  string         `json:"subject"`
	Quantity entryJSON      `json:"quantity"`
	Sentence string         `json:"sentence"`
	Place    document.Place `json:"place,omitzero"`
}

type findingJSON struct {
	Code    string           `json:"code"`
	Level   finding.Level    `json:"level"`
	Title   string           `json:"title,omitempty"`
	Says    string           `json:"says,omitempty"`
	Subject string           `json:"subject,omitempty"`
	Printed string           `json:"printed,omitempty"`
	Due     string           `json:"due,omitempty"`
	Working string           `json:"working,omitempty"`
	Clause  string           `json:"clause,omitempty"`
	Trust   int              `json:"trust,omitempty"`
	Place   document.Place   `json:"place,omitzero"`
	Also    []document.Place `json:"also,omitempty"`
}

// acceptedJSON is a finding with the words of the reviewer who accepted it.
type acceptedJSON struct {
	findingJSON
	Reason   string `json:"reason"`
	Reviewer string `json:"reviewer"`
	Date     string `json:"date"`
}

// goneJSON is an entry of a review file that no longer occurs.
type goneJSON struct {
	Code     string `json:"code"`
	Subject  string `json:"subject"`
	Printed  string `json:"printed,omitempty"`
	Reason   string `json:"reason"`
	Reviewer string `json:"reviewer"`
	Date     string `json:"date"`
}

type skipJSON struct {
	Code string `json:"code"`
	Why  string `json:"why"`
}
