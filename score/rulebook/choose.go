package rulebook

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"sync"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/score/phrase"
)

// Choose returns the book that a form was filled in by, with the rules that the form itself prints
// put over the book's, and says why: a document number it names, else rules it prints, else its
// region, else its weights, else the national book.
// The printed rules are compiled through the memo, which may be nil.
func (s *Shelf) Choose(f *form.Form, rules phrase.Memo) (*Book, document.Message) {
	p := PrintedIn(f, rules)
	b, why := s.choose(f, p)
	over := b.With(p)
	if over != b {
		why.ZH += "；表内另印计分规则的，从其规定"
		why.EN += "; where the form prints rules of its own, they go first"
	}
	return over, why
}

func (s *Shelf) choose(f *form.Form, p Printed) (*Book, document.Message) {
	if sameBands(p.Bands, s.Default().Qualitative.Bands) {
		p.Bands = nil // the national bands tell nothing
	}
	for _, reason := range reasons {
		for _, b := range s.books {
			if b.Match.Default || !b.suits(f) {
				continue
			}
			if why, ok := reason(b, f, p); ok {
				return b, why
			}
		}
	}
	return s.Default(), fallback(s.Default(), f)
}

// reasons to take a book, the strongest first.
var reasons = []func(*Book, *form.Form, Printed) (document.Message, bool){
	(*Book).named, (*Book).printed, (*Book).located, (*Book).weighed,
}

// suits reports whether nothing in the form speaks against the book: its kind, its year, or the weight
// that the form gives to execution.
func (b *Book) suits(f *form.Form) bool {
	m := b.Match
	if len(m.Kinds) > 0 && !slices.Contains(m.Kinds, f.Kind) {
		return false
	}
	if f.Year > 0 && (f.Year < m.From || m.To > 0 && f.Year > m.To) {
		return false
	}
	w := executionWeight(f)
	return w == nil || w.Cmp(b.Execution.Weight.Rat()) == 0
}

func executionWeight(f *form.Form) *big.Rat {
	for _, fund := range f.Funds {
		if w := fund.Weight.Rat(); w != nil && !fund.Part {
			return w
		}
	}
	return nil
}

// named: the form names the document that the book is taken from.
func (b *Book) named(f *form.Form, _ Printed) (document.Message, bool) {
	for _, number := range b.Match.Documents {
		if names(f, number) {
			return document.Message{
				ZH: fmt.Sprintf("报告引用%s，适用《%s》", number, b.Name.ZH),
				EN: fmt.Sprintf("the report names %s: %s", number, b.Name.EN),
			}, true
		}
	}
	return document.Message{}, false
}

// printed: the form prints bands that are the book's own and not the national ones, and its execution
// weight.
func (b *Book) printed(f *form.Form, p Printed) (document.Message, bool) {
	w := executionWeight(f)
	if w == nil {
		w = p.Execution.Rat()
	}
	if w == nil || w.Cmp(b.Execution.Weight.Rat()) != 0 || !sameBands(p.Bands, b.Qualitative.Bands) {
		return document.Message{}, false
	}
	return document.Message{
		ZH: fmt.Sprintf("报告所印计分规则与《%s》一致", b.Name.ZH),
		EN: "the rules printed in the report are those of: " + b.Name.EN,
	}, true
}

func sameBands(a, b []Band) bool {
	return len(a) > 0 && slices.EqualFunc(a, b, func(x, y Band) bool {
		return x.Low.Rat().Cmp(y.Low.Rat()) == 0 && x.High.Rat().Cmp(y.High.Rat()) == 0
	})
}

// located: the unit, title or department lies in one of the book's regions.
func (b *Book) located(f *form.Form, _ Printed) (document.Message, bool) {
	for _, region := range b.Match.Regions {
		for _, text := range whereabouts(f) {
			if strings.Contains(text, region) {
				return document.Message{
					ZH: fmt.Sprintf("按所在地区（%s）适用《%s》", region, b.Name.ZH),
					EN: fmt.Sprintf("by region (%s): %s", region, b.Name.EN),
				}, true
			}
		}
	}
	return b.coded(f)
}

// coded: the code of the project, which the filing software begins with the six digits of the division
// that filed it (510923…), is one of the book's province.
func (b *Book) coded(f *form.Form) (document.Message, bool) {
	code := projectCode().FindString(strings.TrimSpace(f.Project))
	for _, province := range b.Match.Codes {
		if strings.HasPrefix(code, province) {
			return document.Message{
				ZH: fmt.Sprintf("按项目编码（%s）适用《%s》", code[:6], b.Name.ZH),
				EN: fmt.Sprintf("by the project's code (%s): %s", code[:6], b.Name.EN),
			}, true
		}
	}
	return document.Message{}, false
}

// projectCode is division, year, kind of project and number: 51092324T000010263357.
var projectCode = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[1-6][0-9]{7}[A-Z][0-9]{9,}`)
})

// weighed: the form has the book's layout, or gives each first level the book's weight. A transfer is
// taken for what it is. A regional book that names no layout has the national weights, which tell
// nothing of the region.
func (b *Book) weighed(f *form.Form, _ Printed) (document.Message, bool) {
	if len(b.Match.Regions) > 0 && len(b.Match.Layouts) == 0 {
		return document.Message{}, false
	}
	onlyKind := len(b.Match.Regions) == 0 && slices.Contains(b.Match.Kinds, f.Kind)
	if !onlyKind && !slices.Contains(b.Match.Layouts, f.Layout) && !b.Weights.fit(f) {
		return document.Message{}, false
	}
	return document.Message{
		ZH: fmt.Sprintf("按表式和权重适用《%s》", b.Name.ZH),
		EN: "by layout and weights: " + b.Name.EN,
	}, true
}

// fit reports whether each level-1 share is found in the form with its weight. Several blocks may make
// up one share (年度目标1, 年度目标2).
func (w Weights) fit(f *form.Form) bool {
	for _, share := range w.Level1 {
		sum := new(big.Rat)
		for _, s := range f.Sections {
			if r := s.Weight.Rat(); r != nil && s.Level <= 1 && !s.Summary && strings.Contains(s.Name+s.Goal, share.Name) {
				sum.Add(sum, r)
			}
		}
		if e := executionWeight(f); sum.Sign() == 0 && e != nil && share.Name == "预算执行" {
			sum = e
		}
		if sum.Cmp(share.Weight.Rat()) != 0 {
			return false
		}
	}
	return len(w.Level1) > 0
}

func fallback(b *Book, f *form.Form) document.Message {
	if why, ok := b.named(f, Printed{}); ok {
		return why
	}
	return document.Message{
		ZH: fmt.Sprintf("报告未载明所依据的评分办法，按《%s》复核", b.Name.ZH),
		EN: "the report names no scoring method; reviewed by: " + b.Name.EN,
	}
}

func whereabouts(f *form.Form) []string {
	texts := []string{f.Unit, f.Title, f.Project}
	for _, field := range f.Fields {
		texts = append(texts, field.Value.Text)
	}
	return texts
}

// names reports whether the document number stands anywhere in the form, however its brackets are
// written.
func names(f *form.Form, number string) bool {
	number = brackets.Replace(number)
	for _, t := range append(whereabouts(f), texts(f)...) {
		if strings.Contains(brackets.Replace(t), number) {
			return true
		}
	}
	return false
}

var brackets = strings.NewReplacer("〔", "(", "〕", ")", "[", "(", "]", ")", "【", "(", "】", ")",
	"（", "(", "）", ")", "﹝", "(", "﹞", ")", " ", "", "\u3000", "")

func texts(f *form.Form) []string {
	var all []string
	for _, p := range f.Text {
		all = append(all, p.Text)
	}
	for _, r := range rules(f) {
		all = append(all, r.Text)
	}
	return all
}
