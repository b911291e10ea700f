package rulebook

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
)

// suits reports whether nothing in the form speaks against the book: its kind, its year, its place, the
// weight that it gives to execution, or the name of its grade.
func (in *situation) suits(b *Book) bool {
	m, f := b.Match, in.form
	if len(m.Kinds) > 0 && !slices.Contains(m.Kinds, f.Kind) {
		return false
	}
	if f.Year > 0 && (f.Year < m.From || m.To > 0 && f.Year > m.To) {
		return false
	}
	if len(m.Regions) > 0 && len(in.places) > 0 && in.reach(b) == 0 && in.named(b) == 0 {
		return false
	}
	own := b.Execution.Weight.Rat()
	if w := executionWeight(f); w != nil && own != nil && w.Cmp(own) != 0 {
		return false
	}
	return !in.gradedOtherwise(b)
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
func (in *situation) named(b *Book) int {
	if b.namedIn(in.form) != "" {
		return 1
	}
	return 0
}

func (b *Book) namedIn(f *form.Form) string {
	for _, number := range b.Match.Documents {
		if names(f, number) {
			return number
		}
	}
	return ""
}

func (in *situation) whyNamed(b *Book) document.Message {
	number := b.namedIn(in.form)
	return document.Message{
		ZH: fmt.Sprintf("报告引用%s，适用《%s》", number, b.Name.ZH),
		EN: fmt.Sprintf("the report names %s: %s", number, b.Name.EN),
	}
}

// ruled: the form prints bands that are the book's own and not the national ones, and its execution
// weight.
func (in *situation) ruled(b *Book) int {
	own := b.Execution.Weight.Rat()
	if in.weight == nil || own == nil || in.weight.Cmp(own) != 0 || !sameBands(in.printed.Bands, b.Qualitative.Bands) {
		return 0
	}
	return 1
}

func sameBands(a, b []Band) bool {
	return len(a) > 0 && slices.EqualFunc(a, b, func(x, y Band) bool {
		return x.Low.Rat().Cmp(y.Low.Rat()) == 0 && x.High.Rat().Cmp(y.High.Rat()) == 0
	})
}

// fewestRows is how many prescribed rows a form has to have to be one of the method.
const fewestRows = 3

// prescribes: the form scores rows that the book prescribes by name.
func (in *situation) prescribes(b *Book) int {
	count := 0
	for _, key := range in.shelf.rows[b.ID] {
		if slices.Contains(in.rows, key) {
			count++
		}
	}
	if count < fewestRows {
		return 0
	}
	return 1
}

// weighed: the form gives each block of level 1 the book's weight. A regional book that names no layout
// has weights that others have too: they tell nothing of the region.
func (in *situation) weighed(b *Book) int {
	if len(b.Match.Regions) > 0 && len(b.Match.Layouts) == 0 {
		return 0
	}
	for _, level1 := range b.Weights.Sets() {
		if !slices.Equal(level1, in.shelf.Default().Weights.Level1) && fit(level1, in.form) {
			return 1
		}
	}
	return 0
}

// Sets are all sets of level-1 weights that the rules know.
func (w Weights) Sets() [][]Share {
	all := [][]Share{w.Level1}
	for _, v := range w.Variants {
		all = append(all, v.Level1)
	}
	return all
}

// fit reports whether each level-1 share is found in the form with its weight. Several blocks may make
// up one share (年度目标1, 年度目标2).
func fit(shares []Share, f *form.Form) bool {
	for _, share := range shares {
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
	return len(shares) > 0
}

// graded: the form's grade has a name that the book uses and the national one does not.
func (in *situation) graded(b *Book) int {
	grade := gradeWord(in.form.Total.Grade.Text)
	if grade == "" || in.shelf.Default().Grades.has(grade) || !b.Grades.has(grade) {
		return 0
	}
	return 1
}

// gradedOtherwise: the form's grade has a name that the national book uses and this one does not.
func (in *situation) gradedOtherwise(b *Book) bool {
	grade := gradeWord(in.form.Total.Grade.Text)
	return grade != "" && in.shelf.Default().Grades.has(grade) && !b.Grades.has(grade)
}

// gradeWord is a printed grade without what may surround its name: “优秀”, 良好等, 优级.
func gradeWord(text string) string {
	word := strings.Trim(strings.TrimSpace(text), "“”\"‘’'。 ")
	for _, end := range []string{"等级", "等次", "等", "级"} {
		word = strings.TrimSuffix(word, end)
	}
	switch word {
	case "优秀":
		return "优"
	case "良好":
		return "良"
	case "中等":
		return "中"
	case "较差":
		return "差"
	}
	return word
}

func (g Grades) has(word string) bool {
	return slices.ContainsFunc(g.Bands, func(b Grade) bool { return gradeWord(b.Name.ZH) == word })
}

// located: the unit lies in one of the book's regions; a city tells more than its province.
func (in *situation) located(b *Book) int { return in.reach(b) }

func (in *situation) reach(b *Book) int {
	best := 0
	for _, region := range b.Match.Regions {
		for _, p := range in.places {
			switch {
			case region == p.city && region != "":
				best = max(best, 2)
			case p.in(region):
				best = max(best, 1)
			}
		}
	}
	return best
}

func (in *situation) whyLocated(b *Book) document.Message {
	if strings.Trim(in.name, "0123456789") == "" {
		return in.whyCoded(b)
	}
	return document.Message{
		ZH: fmt.Sprintf("按所在地区（%s）适用《%s》", in.name, b.Name.ZH),
		EN: fmt.Sprintf("by region (%s): %s", in.name, b.Name.EN),
	}
}

// laidOut: the form has a layout that belongs to the book.
func (in *situation) laidOut(b *Book) int {
	if slices.Contains(b.Match.Layouts, in.form.Layout) {
		return 1
	}
	return 0
}

// coded: the project has a code of the budget system, whose rules the book holds.
func (in *situation) coded(b *Book) int {
	if b.Match.Coded && codeOf(in.form.Project) != "" {
		return 1
	}
	return 0
}

func (in *situation) whyCoded(b *Book) document.Message {
	code := codeOf(in.form.Project)[:6]
	return document.Message{
		ZH: fmt.Sprintf("按项目编码（%s）适用《%s》", code, b.Name.ZH),
		EN: fmt.Sprintf("by the project's code (%s): %s", code, b.Name.EN),
	}
}

// ofKind: the book is for reports of the kind, wherever they come from.
func (in *situation) ofKind(b *Book) int {
	if len(b.Match.Regions) == 0 && !b.Match.Coded && slices.Contains(b.Match.Kinds, in.form.Kind) {
		return 1
	}
	return 0
}

func fallback(b *Book, f *form.Form) document.Message {
	if number := b.namedIn(f); number != "" {
		return document.Message{
			ZH: fmt.Sprintf("报告引用%s，适用《%s》", number, b.Name.ZH),
			EN: fmt.Sprintf("the report names %s: %s", number, b.Name.EN),
		}
	}
	return document.Message{
		ZH: fmt.Sprintf("报告未载明所依据的评分办法，按《%s》复核", b.Name.ZH),
		EN: "the report names no scoring method; reviewed by: " + b.Name.EN,
	}
}

// names reports whether the document number stands anywhere in the form, however its brackets are
// written.
func names(f *form.Form, number string) bool {
	number = roundBrackets(number)
	_, after, _ := strings.Cut(number, ")")
	for _, t := range texts(f) {
		// Most texts lack even the plain end of the number; only the others are worth rewriting.
		if strings.Contains(t, strings.TrimSuffix(after, "号")) && strings.Contains(roundBrackets(t), number) {
			return true
		}
	}
	return false
}

// roundBrackets writes all brackets alike, and leaves out blanks.
func roundBrackets(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '〔', '[', '【', '（', '﹝':
			return '('
		case '〕', ']', '】', '）', '﹞':
			return ')'
		case ' ', '\u3000':
			return -1
		}
		return r
	}, text)
}

// texts are all that may name a document: who and what the report is on, its narrative and its rules.
func texts(f *form.Form) []string {
	all := make([]string, 0, 3+len(f.Fields)+len(f.Text)+len(f.Rules)+len(f.Funds)+len(f.Indicators))
	all = append(all, f.Unit, f.Title, f.Project)
	for i := range f.Fields {
		all = append(all, f.Fields[i].Value.Text)
	}
	for i := range f.Text {
		all = append(all, f.Text[i].Text)
	}
	for i := range f.Rules {
		all = append(all, f.Rules[i].Text)
	}
	for i := range f.Funds {
		all = append(all, f.Funds[i].Rule.Text)
	}
	for i := range f.Indicators {
		all = append(all, f.Indicators[i].Rule.Text)
	}
	return all
}
