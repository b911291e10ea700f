package layout

import (
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// fields reads a row of basic data: labels, each with its value in the cell behind it.
func (w *gridWalk) fields(own []cellAt) {
	if w.headlessTotal(own) {
		return
	}
	for i := 0; i < len(own); i++ {
		if own[i].shared {
			continue
		}
		name, value := splitField(own[i].text)
		if i+1 < len(own) && w.tellsFund(own[i], own[i+1]) {
			i++
			continue
		}
		if !w.isField(name) {
			w.noteMoney(own[i].text)
			if w.cellStory(own, i) {
				continue
			}
			w.titles = append(w.titles, squeeze(own[i].text))
			w.blockLabel(own[i])
			continue
		}
		p := piece{text: value, place: own[i].Place}
		if value == "" && i+1 < len(own) {
			if next, _ := splitField(own[i+1].text); !w.isField(next) {
				i++
				p = own[i].piece()
			}
		}
		before := w.form
		if w.addField(name, p); w.form != before {
			w.header = header{} // another form has begun
		}
	}
}

// cellStory takes a cell that holds sentences into the narrative, under the label before it. A cell that
// says what is to be filled in (200字以内) does no harm there.
func (w *gridWalk) cellStory(own []cellAt, i int) bool {
	if !strings.Contains(own[i].text, "。") {
		return false
	}
	text := squeezeText(quantity.TrimSpace(own[i].text))
	if !longerThan(text, shortestStory-1) {
		return false
	}
	head := ""
	if i > 0 {
		head = squeeze(own[i-1].text)
	}
	if head == "" || utf8.RuneCountInString(head) > longestTold {
		head = w.form.Title
	}
	w.addCellText(text, head, own[i].Place)
	return true
}

// shortestStory is the fewest characters of a cell that tells something.
const shortestStory = 12

// blockLabel takes a label with a weight that stands beside a header: 预算执行情况（万元）（20分）.
func (w *gridWalk) blockLabel(c cellAt) {
	if name, weight := label(c.text); weight != "" && len([]rune(name)) <= 20 {
		w.block = lexicon.Key(name)
		w.addSection(form.Section{Name: w.block}, weight, c.Place)
	}
}

// splitField cuts 填报日期：2024年5月 at its colon.
func splitField(text string) (name, value string) {
	text = quantity.TrimSpace(text)
	if i := firstSign(text, "：:"); i > 0 {
		_, rest, _ := strings.Cut(strings.Replace(text, "：", ":", 1), ":")
		return squeeze(text[:i]), quantity.TrimSpace(rest)
	}
	return squeeze(text), ""
}

// longestLabelText is more bytes than the label of basic data has.
const longestLabelText = 60

// isField reports whether the word labels basic data.
func (r *reader) isField(name string) bool {
	if name == "" || len(name) > longestLabelText {
		return false
	}
	return r.lex.Has(lexicon.UnitLabel|lexicon.ProjectLabel|lexicon.DateLabel|lexicon.TotalLabel|lexicon.BasicLabel, name)
}

// addField stores one pair of basic data and what it says of the form as a whole.
func (r *reader) addField(name string, p piece) {
	p.text = quantity.TrimSpace(p.text)
	if r.another(name, squeeze(p.text)) {
		r.next()
	}
	e := blankEntry(p)
	if p.text == "" {
		e.Place = e.Place.Quoting(name)
	}
	r.form.Fields = append(r.form.Fields, form.Field{Name: name, Value: e})
	switch {
	case r.lex.Has(lexicon.TotalLabel, name):
		r.addPrintedTotal(r.totalOf(e))
	case r.lex.Has(lexicon.UnitLabel, name) && r.form.Unit == "" && !moneyUnit(squeeze(e.Text)):
		r.form.Unit = ownName(e.Text)
	case r.lex.Has(lexicon.ProjectLabel, name) && r.form.Project == "":
		r.form.Project = squeeze(e.Text)
	case strings.HasSuffix(name, "等级") && isGrade(squeeze(e.Text)) && r.form.Total.Grade.Missing():
		r.form.Total.Grade = e
	case strings.HasSuffix(name, "等级") && isGrade(ticked(e.Text)) && r.form.Total.Grade.Missing():
		r.form.Total.Grade = form.Entry{Text: ticked(e.Text), Place: e.Place}
	}
}

// moneyUnit reports whether a text is what amounts are counted in: 单位：万元 names no office.
func moneyUnit(text string) bool {
	switch text {
	case "元", "千元", "万元", "亿元", "百万元":
		return true
	}
	return false
}

// another reports whether a field begins another form: it names another project, or another unit where
// no project is named, after rows were already scored; or it follows the title of a form below them, and the form so
// far was a department's and this is a project's, or the other way round.
func (r *reader) another(name, value string) bool {
	f := r.form
	if r.next == nil || value == "" || !r.hasRows() {
		return false
	}
	if r.lex.Has(lexicon.ProjectLabel, name) {
		return f.Project != "" && value != f.Project || f.Project == "" && r.retitled()
	}
	if f.Project != "" {
		return r.lex.Has(lexicon.UnitLabel, name) && r.retitled()
	}
	if r.lex.Has(lexicon.UnitLabel, name) {
		return f.Unit != "" && otherOffice(value, f.Unit)
	}
	before := inCharge(f)
	return f.Unit == "" && before != "" && namesInCharge(name) && otherOffice(value, before)
}

// retitled reports whether the title of a form stands below the rows so far.
func (r *reader) retitled() bool {
	return slices.ContainsFunc(r.form.Text[min(r.tail, len(r.form.Text)):], func(p form.Paragraph) bool {
		return titleLine(&p) && isTitle(p.Text) && strings.HasSuffix(bareTitle(p.Text), "表")
	})
}

// otherOffice reports whether two names are of two offices, not two ways of writing one. Those of one county begin
// alike, those of one trade end alike, so what counts is what is left.
func otherOffice(a, b string) bool {
	const same, far, own, place = 60, 30, 4, 2
	if lexicon.Similar(a, b) < same {
		return true
	}
	x, y := []rune(a), []rune(b)
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	if min(len(x), len(y)) >= place && lexicon.Similar(string(x), string(y)) < far {
		return true
	}
	x, y = []rune(a), []rune(b)
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	return min(len(x), len(y)) >= own && lexicon.Similar(string(x), string(y)) < same
}

// hasRows reports whether the form has rows already: scored ones, or a table of results without scores.
func (r *reader) hasRows() bool {
	if len(r.form.Indicators) > 0 {
		return true
	}
	listings := r.form.Listings
	if r.listing != nil {
		listings = append(listings[:len(listings):len(listings)], *r.listing)
	}
	for _, l := range listings {
		if !l.Goals && len(l.Indicators) > 0 {
			return true
		}
	}
	return false
}

// addPrintedTotal takes a total that stands in the head of the form.
func (r *reader) addPrintedTotal(e form.Entry) {
	if !e.Numeric() {
		return
	}
	if r.form.Total.Score.Missing() {
		r.form.Total.Score = e
		return
	}
	if e == r.form.Total.Score {
		return // it came with the head from the form before
	}
	r.form.Total.Also = append(r.form.Total.Also, e)
	r.below = append(r.below, e)
}

// totalOf takes the weight off a total that came as a line of its own: 总分 100 97.95.
func (r *reader) totalOf(e form.Entry) form.Entry {
	figures := strings.Fields(e.Text)
	if len(figures) > 1 && strings.HasSuffix(figures[0], "分") && holdsSign(figures[1], "：:") {
		return piece{text: figures[0], place: e.Place}.entry() // 98.9分 财政审核评分：
	}
	if len(figures) != 2 {
		return e
	}
	weight, score := piece{text: figures[0], place: e.Place}.entry(), piece{text: figures[1], place: e.Place}.entry()
	if !totals(weight, score) {
		return e
	}
	if r.form.Total.Weight.Missing() {
		r.form.Total.Weight = weight
	}
	return score
}

// captionReach is how many lines may stand between a table's title and the table: its unit, a blank.
const captionReach = 4

// totals reports whether two figures can be the weight and the score of a whole form; bonus points may
// take the score a little over its hundred.
func totals(weight, score form.Entry) bool {
	if !weight.Numeric() || !score.Numeric() {
		return false
	}
	most := new(big.Rat).Set(weight.Rat())
	if hundred := big.NewRat(100, 1); most.Cmp(hundred) == 0 {
		most.SetInt64(120)
	}
	return score.Rat().Cmp(most) <= 0
}

// beginListing opens a table that names indicators without scoring them.
func (r *reader) beginListing(place document.Place, goals bool) {
	l := form.Listing{Place: place, Goals: goals}
	if n := len(r.form.Captions); n > 0 {
		if c := r.form.Captions[n-1]; !r.captionUsed(c.Number) && r.seen-r.captioned <= captionReach {
			l.Caption, l.Number = c.Title, c.Number
		}
	}
	r.listing = &l
}

func (r *reader) captionUsed(number int) bool {
	for _, l := range r.form.Listings {
		if l.Number == number {
			return true
		}
	}
	return false
}

// endListing closes the listing that is open; an empty one was no listing.
func (r *reader) endListing() {
	if r.listing != nil && len(r.listing.Indicators) > 0 {
		r.form.Listings = append(r.form.Listings, *r.listing)
	}
	r.listing = nil
}
