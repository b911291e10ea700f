package portfolio

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/report"
	"fuhe/score/finding"
)

// key is the hash of a name; 0 is no name. Names are told apart by 64 bits.
type key uint64

// card is what is kept of one form.
type card struct {
	id      string // of the form
	path    string
	number  int // from 1
	kind    form.Kind
	unit    string
	project string
	year    int

	who, what, named key // unit with region; project with kind; project alone
	inCharge         key // 主管部门
	conflict         bool

	score, full, budget, initial, spent amount
	belied                              bool  // a target is missed or the money was not spent, as the form's own review found
	rates, roundRates                   int   // measured rates, and those that end in 0 or 5
	fund                                int16 // the row of the whole budget
	outputs                             int   // quantity indicators, with a figure or not
	rows                                []row
	listed                              []listed
	paragraphs                          []signature
}

// listed is a row of a department's form that may be one of its projects.
type listed struct {
	name                 key
	budget, spent, score amount
	at                   int16
	section              bool
}

// Most of what is kept of one form, whatever it holds.
const (
	mostRows       = 400
	mostParagraphs = 150
)

// keyOf is the key of a name in parts: FNV-1a, the same in every run.
func keyOf(parts ...string) key {
	sum, some := uint64(14695981039346656037), false
	for _, part := range parts {
		some = some || part != ""
		for i := 0; i < len(part); i++ {
			sum = (sum ^ uint64(part[i])) * 1099511628211
		}
		sum = (sum ^ 0xff) * 1099511628211
	}
	if !some {
		return 0
	}
	return key(mix(sum))
}

// yearly is the year in a project's name, which says nothing of which project it is.
var yearly = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:19|20)\d\d(?:年度|年)?`) })

// projectName is the comparable name of a project, or "" where it names none.
func projectName(name string) string {
	name = lexicon.Fold(yearly().ReplaceAllString(quantity.Fold(name), ""))
	if utf8.RuneCountInString(name) < 4 || strings.Contains(vague, " "+name+" ") {
		return ""
	}
	return name
}

// vague are names that many projects of one unit may go by.
const vague = " 项目支出 专项资金 专项经费 其他项目 其他支出 业务经费 工作经费 其他专项 部门项目 一般项目 其他经费 年度资金总额 "

// newCard keeps what the checks need of one form.
func newCard(r *report.Result, n int) card {
	review := r.Reports[n]
	f := review.Form
	c := card{id: report.FormID(r, n), path: r.Source.Path, number: n + 1, kind: f.Kind, unit: f.Unit, project: f.Project, year: f.Year}
	if c.unit == "" {
		c.unit = r.Source.Given.Unit
	}
	if c.year == 0 {
		c.year = r.Source.Given.Year
	}
	region := r.Source.Given.Region
	if unit := lexicon.Fold(c.unit); utf8.RuneCountInString(unit) > 1 {
		c.who = keyOf(region, unit)
	}
	if name := projectName(f.Project); name != "" {
		c.named = keyOf(name)
		c.what = keyOf(string(f.Kind), name)
	} else if f.Kind == form.Department {
		c.what = keyOf(string(f.Kind), "\x01")
	}
	for _, field := range f.Fields {
		if strings.HasPrefix(lexicon.Key(field.Name), "主管部门") && field.Value.Text != "" {
			c.inCharge = keyOf(region, lexicon.Fold(field.Value.Text))
		}
	}
	c.fill(f)
	c.belied = belied(review)
	return c
}

// fill keeps the figures, of a form whose rows can be judged.
func (c *card) fill(f *form.Form) {
	c.paragraphs = signatures(f)
	if f.Doubt != "" {
		return
	}
	c.score, c.full = plain(f.Total.Score), plain(f.Total.Weight)
	if !c.full.known() && c.score.known() && c.score.value <= 100 {
		c.full = amount{value: 100, digits: 3}
	}
	if i := totalFund(f); i >= 0 {
		c.fund = int16(i)
		c.initial, c.budget, c.spent = money(f.Funds[i].Initial, f.Funds[i]), money(f.Funds[i].Budget, f.Funds[i]), money(f.Funds[i].Spent, f.Funds[i])
	}
	c.keepRows(f)
	if f.Kind == form.Department {
		c.listed = listedIn(f)
	}
}

// totalFund is the row of the form's whole budget, or -1.
func totalFund(f *form.Form) int {
	for i, fund := range f.Funds {
		if !fund.Part && i < mostRows {
			return i
		}
	}
	return -1
}

// belied reports whether the form's own review found what full marks do not go with.
func belied(r *finding.Report) bool {
	for _, f := range r.Findings {
		switch f.Code {
		case "SCR-07", "SCR-16", "SCR-17", "EXE-04", "EXE-14":
			return true
		}
	}
	return false
}

func listedIn(f *form.Form) (all []listed) {
	for i, fund := range f.Funds {
		if name := projectName(fund.Name); name != "" && i < mostRows {
			all = append(all, listed{name: keyOf(name), budget: money(fund.Budget, fund), spent: money(fund.Spent, fund), at: int16(i)})
		}
	}
	for i, s := range f.Sections {
		name := projectName(s.Name)
		if !s.Summary || name == "" || i >= mostRows {
			continue
		}
		// A part of another weight than a form's 100 is not scored as the form is.
		if weight := plain(s.Weight); weight.known() && weight.value != 100 {
			continue
		}
		all = append(all, listed{name: keyOf(name), score: plain(s.Score), at: int16(i), section: true})
	}
	return all
}
