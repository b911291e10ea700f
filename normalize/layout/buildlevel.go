package layout

import (
	"cmp"
	"math/big"
	"slices"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// enterLevels takes over the level cells of the row; blank cells carry the level above on.
func (r *reader) enterLevels(rec *record) {
	if p, ok := rec.get(lexicon.Level1); ok && !placeholder(p.text) && !p.shared {
		name, weight := label(p.text)
		weight = levelWeight(weight, rec, lexicon.Level1Weight)
		if r.insideBlock(rec, weight) {
			r.level2 = name
			r.addSection(form.Section{Name: name, Level: 2, Goal: r.goal, Parent: r.level1}, weight, p.place)
		} else if whole, points, torn := r.tornLevel(lexicon.Level1Words, r.level1, name); torn {
			r.mendLevel1(whole, points, p.place)
		} else {
			r.level1, r.level2 = name, ""
			if name != "" {
				r.addSection(form.Section{Name: name, Level: 1, Goal: r.goal}, weight, p.place)
			}
		}
	}
	if p, ok := rec.get(lexicon.Level2); ok && !placeholder(p.text) && !p.shared {
		name, weight := label(p.text)
		weight = levelWeight(weight, rec, lexicon.Level2Weight)
		if whole, points, torn := r.tornLevel(lexicon.Level2Words, r.level2, name); torn {
			r.mendLevel2(whole)
			name, weight = whole, cmp.Or(points, weight)
		}
		r.level2 = name
		if weight != "" {
			r.addSection(form.Section{Name: name, Level: 2, Goal: r.goal, Parent: r.level1}, weight, p.place)
		}
	}
}

// insideBlock reports whether the one level of a row of linear text is a second one, whatever its word: the block above
// is divided into such already, and its weight still has room for this one's, 目标实现（60） with 产出（30） and then 效果（30）.
func (r *reader) insideBlock(rec *record, weight string) bool {
	if !r.linear || r.level1 == "" || r.level2 == "" || weight == "" || rec.text(lexicon.Level2) != "" {
		return false
	}
	var whole *big.Rat
	sum := quantity.Parse(weight).Rat()
	for i := range r.form.Sections {
		switch s := &r.form.Sections[i]; {
		case s.Goal != r.goal || s.Summary:
		case s.Level == 1 && s.Name == r.level1:
			whole = s.Weight.Rat()
		case s.Level == 2 && s.Parent == r.level1 && s.Weight.Numeric():
			sum = quantity.Plus(sum, s.Weight.Rat())
		}
	}
	return whole != nil && quantity.Compare(sum, whole) <= 0 && slices.ContainsFunc(r.form.Sections, func(s form.Section) bool {
		return s.Level == 2 && s.Name == r.level2 && s.Parent == r.level1 && s.Goal == r.goal && s.Weight.Numeric()
	})
}

// tornLevel joins a level's cell with its rest, which a page's end tore off, 产出指 and 标, 满意度指标（10 and 分）: neither
// is a level, and both together are one, perhaps with points.
func (r *reader) tornLevel(words lexicon.List, torn, rest string) (whole, weight string, ok bool) {
	if torn == "" || r.lex.Has(words, rest) || r.lex.Has(words, torn) && !bracketGoesOn(torn, rest) {
		return "", "", false
	}
	whole, weight = label(torn + rest)
	return whole, weight, r.lex.Has(words, whole)
}

// mendLevel1 gives the block above, and its rows, the whole name and the points that a page's end tore.
func (r *reader) mendLevel1(whole, weight string, place document.Place) {
	for i := range r.form.Indicators {
		if in := &r.form.Indicators[i]; in.Level1 == r.level1 {
			in.Level1 = whole
		}
	}
	for i := range r.form.Sections {
		if s := &r.form.Sections[i]; s.Name == r.level1 {
			s.Name = whole
			if weight != "" && s.Weight.Missing() {
				s.Weight = form.Entry{Text: weight, Quantity: quantity.Parse(weight), Place: place}
			}
		}
	}
	r.level1 = whole
}

// mendLevel2 gives the rows above the whole name of the second level that a page's end tore.
func (r *reader) mendLevel2(whole string) {
	for i := range r.form.Indicators {
		if in := &r.form.Indicators[i]; in.Level1 == r.level1 && in.Level2 == r.level2 {
			in.Level2 = whole
		}
	}
}

// addSection adds a block of indicators, unless it stands there already: level cells are printed again
// on each page, and listings repeat them without a weight.
func (r *reader) addSection(s form.Section, weight string, place document.Place) {
	if r.listing != nil {
		return
	}
	s.Place = place
	if weight != "" {
		s.Weight = form.Entry{Text: weight, Quantity: quantity.Parse(weight), Place: place}
	}
	for i := range r.form.Sections {
		old := &r.form.Sections[i]
		if old.Level == 0 && s.Level == 1 && old.Name == s.Name && old.Goal == s.Goal {
			old.Level = 1 // the heading of a part, and then its level cell
			return
		}
		if old.Name == s.Name && old.Level == s.Level && old.Goal == s.Goal && old.Parent == s.Parent && !old.Summary {
			return
		}
	}
	r.form.Sections = append(r.form.Sections, s)
}
