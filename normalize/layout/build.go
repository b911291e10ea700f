package layout

import (
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// addFund adds one row of the funds block.
func (r *reader) addFund(rec *record) {
	name := squeeze(rec.text(lexicon.FundName))
	fund := form.Fund{
		Initial: blankEntry(rec.at(lexicon.Initial)),
		Budget:  blankEntry(rec.at(lexicon.Budget)),
		Spent:   blankEntry(rec.at(lexicon.Spent)),
		Rate:    blankEntry(rec.at(lexicon.Rate)),
		Weight:  ownEntry(rec.at(lexicon.Weight)),
		Score:   ownEntry(rec.at(lexicon.Score)),
		Reason:  blankEntry(rec.at(lexicon.Reason)),
		Rule:    ownEntry(rec.at(lexicon.Rule)),
		Money:   r.money,
	}
	if !fund.Budget.Numeric() && !fund.Spent.Numeric() && !fund.Initial.Numeric() && !fund.Score.Numeric() {
		return
	}
	fund.Part = len(r.form.Funds) > 0 && (isPart(name) || rec.at(lexicon.Score).shared || fund.Score.Missing() && fund.Weight.Missing())
	fund.Name = strings.TrimRight(strings.TrimPrefix(strings.TrimPrefix(name, "其中："), "其中:"), "：:")
	if rec.at(lexicon.FundName).shared {
		fund.Name = lexicon.Key(name) // the label of the whole block, its unit in brackets
	}
	if fund.Weight.Missing() && !fund.Score.Missing() {
		fund.Weight = r.blockWeight(r.block)
	}
	if r.closesFunds(name) {
		r.totalOfFunds(fund)
		return
	}
	r.form.Funds = append(r.form.Funds, fund)
}

// closesFunds reports whether a funds row is the sum below its parts.
func (r *reader) closesFunds(name string) bool {
	return len(r.form.Funds) >= 2 && r.lex.Has(lexicon.TotalWords, name)
}

// totalOfFunds puts the sum in front of the parts that stand above it, as everywhere else.
func (r *reader) totalOfFunds(fund form.Fund) {
	if first := r.form.Funds[0]; strings.HasSuffix(first.Name, "总额") || strings.HasSuffix(first.Name, "总体") {
		r.form.Funds = append(r.form.Funds, fund) // the sum of another block
		return
	}
	fund.Part = false
	for i := range r.form.Funds {
		r.form.Funds[i].Part = true
	}
	r.form.Funds = append([]form.Fund{fund}, r.form.Funds...)
}

// isPart reports whether a funds row says that it is a part of the row above.
func isPart(name string) bool {
	return strings.HasPrefix(name, "其中") || strings.HasSuffix(name, "其他资金") || strings.HasPrefix(name, "上年结转")
}

// ownEntry is the entry of a cell that begins in this row; a merged cell from above belongs to the row
// it began in.
func ownEntry(p piece) form.Entry {
	if p.shared || placeholder(p.text) {
		return form.Entry{}
	}
	return p.entry()
}

// scoreEntry keeps the place of a cell for a weight or a score that was left blank, which ownEntry does not: a row with
// both left blank is not meant to be scored.
func scoreEntry(p piece) form.Entry {
	if !p.shared && quantity.TrimSpace(p.text) == "" {
		return form.Entry{Place: p.place}
	}
	return ownEntry(p)
}

// blockWeight is the printed weight of the part of the form, or of the goal, with that name.
func (r *reader) blockWeight(name string) form.Entry {
	for i := len(r.form.Sections) - 1; i >= 0; i-- {
		if s := r.form.Sections[i]; s.Level == 0 && s.Name == name && !s.Summary {
			return s.Weight
		}
	}
	return form.Entry{}
}

// addIndicator adds one scored row, or one row of a listing when the table has no scores.
func (r *reader) addIndicator(rec *record) {
	r.enterLevels(rec)
	ind := form.Indicator{
		Goal: r.goal, Level1: r.level1, Level2: r.level2,
		Place:      rec.at(lexicon.Name).place.Quoting(squeeze(rec.text(lexicon.Name))),
		Target:     r.amount(rec, lexicon.Target),
		Actual:     r.amount(rec, lexicon.Actual),
		LastYear:   blankEntry(rec.at(lexicon.LastYear)),
		Rate:       ownEntry(rec.at(lexicon.Completion)),
		Weight:     scoreEntry(rec.at(lexicon.Weight)),
		Score:      scoreEntry(rec.at(lexicon.Score)),
		Review:     ownEntry(rec.at(lexicon.Review)),
		Reason:     blankEntry(rec.at(lexicon.Reason)),
		WeightFrom: form.FromNone,
		Doubt:      rec.at(lexicon.Name).doubt,
	}
	ind.Optional = optional(ind.Level1) || optional(ind.Level2) || optional(rec.text(lexicon.Name))
	r.readName(&ind, rec.text(lexicon.Name))
	if ind.Name == "" || unusedRow(&ind) {
		return
	}
	r.oldTitles, r.oldFields, r.below = len(r.titles), len(r.form.Fields), nil
	if ind.Weight.Numeric() && ind.WeightFrom == form.FromNone {
		ind.WeightFrom = form.FromCell
	}
	if ind.Target.Missing() && ind.LastYear.Numeric() {
		ind.Target = ind.LastYear // the figure that the result is held against
	}
	dividePlan(&ind)
	ind.Rule, ind.RuleShared = r.carried(rec, lexicon.Rule, &r.rule)
	ind.Meaning, _ = r.carried(rec, lexicon.Meaning, &r.meaning)
	r.readNature(&ind, rec)
	if r.listing != nil {
		r.listing.Indicators = append(r.listing.Indicators, ind)
		return
	}
	r.form.Indicators = append(r.form.Indicators, ind)
}

// optional reports whether a label says that a form fills in some of such rows only: 基础设施类（可选项）.
func optional(label string) bool {
	return strings.Contains(label, "可选") || strings.Contains(label, "任选") || strings.Contains(label, "选评")
}

// readName reads the name cell: without a weight in brackets, and without level words that were glued to
// it, 效益指标社会效益指标市容环境整洁.
func (r *reader) readName(ind *form.Indicator, text string) {
	name, weight := label(text)
	if weight != "" && ind.Weight.Missing() {
		ind.Weight = form.Entry{Text: weight, Quantity: quantity.Parse(weight), Place: ind.Place}
		ind.WeightFrom = form.FromLabel
	}
	ind.Name = indicatorName(name)
	for _, level := range []lexicon.List{lexicon.Level1Words, lexicon.Level2Words} {
		rest := r.withoutLevel(level, ind.Name)
		if rest == ind.Name {
			continue
		}
		if word := strings.TrimSuffix(ind.Name, rest); level == lexicon.Level1Words {
			ind.Level1 = word
		} else {
			ind.Level2, r.level2 = word, word // of the rows below too
		}
		ind.Name = indicatorName(rest)
	}
}

// withoutLevel drops a level word from the front of a name, if it ends in 指标 and a name is left.
func (r *reader) withoutLevel(list lexicon.List, name string) string {
	word := r.lex.LongestIn(list, name, func(word, rest string) bool {
		return strings.HasSuffix(word, "指标") && !r.lex.Has(lexicon.IndicatorHead, word) && len([]rune(rest)) >= 3
	})
	return strings.TrimPrefix(name, word)
}

// blankEntry is an entry that is empty when its cell holds a placeholder, so that the cell's place is
// kept: a blank reason is a finding's place.
func blankEntry(p piece) form.Entry {
	if placeholder(p.text) {
		return form.Entry{Place: p.place}
	}
	return p.entry()
}

// unusedRow tells rows of the template that were left over: no target, no result, no score.
func unusedRow(ind *form.Indicator) bool {
	if strings.Trim(ind.Name, "….·—-/指标0123456789：:") == "" {
		return true
	}
	return placeholder(ind.Target.Text) && placeholder(ind.Actual.Text) && ind.Score.Missing() && ind.Weight.Missing()
}

// carriedCell is the last text of a column that applies to the rows below it too.
type carriedCell struct {
	piece
	read piece      // the piece that was read last,
	as   form.Entry // and its entry: a long rule is read once, not for each row that it covers
}

// entryOf is the entry of a piece in the column.
func (c *carriedCell) entryOf(p piece) form.Entry {
	if p.shared, p.look = false, nil; p != c.read {
		c.read, c.as = p, p.entry()
	}
	return c.as
}

// carried is the rule or explanation that applies to a row: its own cell, or the merged cell above it,
// which tabbed text leaves blank.
func (r *reader) carried(rec *record, role lexicon.Role, above *carriedCell) (form.Entry, bool) {
	p, ok := rec.get(role)
	if !ok {
		return form.Entry{}, false
	}
	if !placeholder(p.text) {
		if !p.shared {
			above.piece = p
		}
		return above.entryOf(p), p.shared
	}
	if above.text == "" {
		return form.Entry{}, false
	}
	return above.entryOf(above.piece), true
}

// amount joins a value with the comparator and the unit that have columns of their own.
func (r *reader) amount(rec *record, role lexicon.Role) form.Entry {
	p := rec.at(role)
	if placeholder(p.text) {
		return form.Entry{Place: p.place}
	}
	e := p.entry()
	if role == lexicon.Target {
		if b := boundOf(rec.text(lexicon.Direction), rec.text(lexicon.Nature)); b != quantity.None && e.Bound == quantity.None && e.Numeric() {
			e.Bound = b
		}
	}
	if unit := squeeze(rec.text(lexicon.Unit)); unit != "" && e.Unit == "" && e.Numeric() && !placeholder(unit) {
		e.Unit = unit
	}
	return e
}

// boundOf reads a comparator from a column of its own; 指标性质 may hold one, or 正向/定量.
func boundOf(cells ...string) quantity.Bound {
	for _, c := range cells {
		if c = squeeze(c); c == "" {
			continue
		}
		if q := quantity.Parse(c + "1"); q.Kind == quantity.Number && q.Bound != quantity.None && q.Value == "1" {
			return q.Bound
		}
	}
	return quantity.None
}

// readNature tells quantitative from qualitative, by the column if there is one, else by the target.
func (r *reader) readNature(ind *form.Indicator, rec *record) {
	cell := squeeze(rec.text(lexicon.Nature)) + squeeze(rec.text(lexicon.Direction))
	ind.Negative = strings.Contains(cell, "反向") || strings.Contains(cell, "负向")
	switch {
	case strings.Contains(cell, "定性"):
		ind.Nature = form.Qualitative
	case strings.Contains(cell, "定量"):
		ind.Nature = form.Quantitative
	case ind.Target.Kind == quantity.Number || ind.Target.Kind == quantity.Date:
		ind.Nature = form.Quantitative
	case ind.Target.Kind == quantity.Words:
		ind.Nature = form.Qualitative
	case ind.Actual.Kind == quantity.Number:
		ind.Nature = form.Quantitative
	}
}

// addTotal takes a row that closes a table: 合计 | 100 | 95.97.
func (r *reader) addTotal(rec *record) {
	score, weight := ownEntry(rec.at(lexicon.Score)), ownEntry(rec.at(lexicon.Weight))
	if !score.Numeric() {
		if r.form.Total.Weight.Missing() && weight.Numeric() {
			r.form.Total.Weight = weight
		}
		return
	}
	if grade := rec.at(lexicon.Reason); isGrade(squeeze(grade.text)) && r.form.Total.Grade.Missing() {
		r.form.Total.Grade = grade.entry()
	}
	if r.form.Total.Score.Missing() {
		r.form.Total.Score, r.form.Total.Weight = score, weight
		return
	}
	if r.form.Total.Weight.Missing() {
		r.form.Total.Weight = weight
	}
	r.form.Total.Also = append(r.form.Total.Also, score)
}

// addSummary adds one row of a summary table: 一级指标 | 分值 | 得分 | 得分率.
func (r *reader) addSummary(rec *record) bool {
	p := rec.at(lexicon.Level1)
	if p.text == "" {
		p = rec.at(lexicon.Name)
	}
	s := form.Section{
		Level: 1, Summary: true, Place: p.place,
		Weight: ownEntry(rec.at(lexicon.Weight)), Score: ownEntry(rec.at(lexicon.Score)), Rate: ownEntry(rec.at(lexicon.ScoreRate)),
	}
	s.Name, _ = label(p.text)
	if inner := rec.at(lexicon.Level2); !placeholder(inner.text) && s.Name != "" {
		s.Level, s.Parent, s.Place = 2, s.Name, inner.place
		s.Name, _ = label(inner.text)
	}
	if s.Name == "" || !s.Score.Numeric() {
		return false
	}
	r.form.Sections = append(r.form.Sections, s)
	return true
}
