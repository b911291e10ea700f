package layout

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// Reports without a table carry their rows in sentences (某某场次，年初目标值≥40场，实际完成值42场，自评得分20分)
// and their points in headings: （满分15分，实得14分）.

// told is a paragraph of prose that carries points.
type told struct {
	name          string
	weight, score form.Entry
	level         int // of its number sign
	parent        int // index of the told heading it stands under, or -1
	children      bool
	paragraph     int
}

// readProse reads the points that stand in the narrative: as rows and blocks of a form that has no
// table, and in any form so that none of them is taken for the total.
func (w *walker) readProse() {
	rows, heads := []form.Indicator(nil), w.toldPoints()
	for i := range w.form.Text {
		found := w.sentenceRows(&w.form.Text[i])
		if len(found) > 0 {
			w.spoken(i)
		}
		rows = append(rows, found...)
	}
	for _, t := range heads {
		w.spoken(t.paragraph)
	}
	w.readToldProjects()
	if len(w.form.Indicators) > 0 || len(w.form.Listings) > 0 {
		return
	}
	w.form.Indicators = append(w.form.Indicators, rows...)
	w.addTold(heads)
}

// spoken marks a paragraph whose points are those of a row or a block.
func (w *walker) spoken(i int) {
	if w.parts == nil {
		w.parts = map[int]bool{}
	}
	w.parts[i] = true
}

// sentenceRows reads the sentences of a paragraph that are rows: a name, and behind it what a header
// would call target, result and points.
func (w *walker) sentenceRows(p *form.Paragraph) (rows []form.Indicator) {
	if !w.mayTellRows(p.Text) {
		return nil
	}
	at := 0
	for _, sentence := range strings.FieldsFunc(p.Text, func(r rune) bool { return r == '；' || r == '。' || r == ';' }) {
		at += strings.Index(p.Text[at:], sentence)
		if row, ok := w.sentenceRow(p, at, sentence); ok {
			rows = append(rows, row)
		}
		at += len(sentence)
	}
	return rows
}

// mayTellRows is a cheap test before the costly ones: behind the name of a row stand clauses that begin with the heads
// of its target, its result and its points.
func (w *walker) mayTellRows(text string) bool {
	const headed = 3
	n := 0
	for rest := text; n < headed; {
		_, after, found := cutSign(rest, "，,")
		if !found {
			return false
		}
		if w.lex.BeginsHeader(firstRune(after)) {
			n++
		}
		rest = after
	}
	return true
}

func (w *walker) sentenceRow(p *form.Paragraph, at int, sentence string) (form.Indicator, bool) {
	clauses := strings.FieldsFunc(sentence, func(r rune) bool { return r == '，' || r == ',' })
	if len(clauses) < 3 || !w.toldAsRow(clauses[1:]) {
		return form.Indicator{}, false
	}
	rec, from := &record{}, at+len(clauses[0])
	for _, c := range clauses[1:] {
		from += strings.Index(p.Text[from:], c)
		if head, rest := w.lex.LeadingHeader(c); head.Role != "" && (rest != "" || head.Role == lexicon.Actual) { // a result may be left blank
			rec.put(head.Role, piece{text: strings.TrimLeft(rest, "：:为是"), place: p.PlaceAt(from, len(c))})
		}
		from += len(c)
	}
	target, score := rec.at(lexicon.Target), rec.at(lexicon.Score).entry()
	name := indicatorName(trimOrdinal(clauses[0]))
	if _, told := rec.get(lexicon.Actual); target.text == "" || !told || !inPoints(score) || name == "" || utf8.RuneCountInString(name) > 40 {
		return form.Indicator{}, false
	}
	ind := form.Indicator{
		Name: name, Target: target.entry(), Actual: rec.at(lexicon.Actual).entry(), Score: score,
		WeightFrom: form.FromNone, Place: p.PlaceAt(at, len(clauses[0])),
	}
	if weight := rec.at(lexicon.Weight).entry(); inPoints(weight) {
		ind.Weight, ind.WeightFrom = weight, form.FromCell
	}
	ind.Level1, ind.Level2 = w.levelsOver(p)
	w.readNature(&ind, rec)
	return ind, true
}

// toldAsRow is a cheap test before the costly one: what a row cannot be without is among the clauses.
func (w *walker) toldAsRow(clauses []string) bool {
	target, actual, score := false, false, false
	for _, c := range clauses {
		switch head, _ := w.lex.LeadingHeader(c); head.Role {
		case lexicon.Target:
			target = true
		case lexicon.Actual:
			actual = true
		case lexicon.Score:
			score = true
		}
	}
	return target && actual && score
}

// levelsOver names the blocks that a paragraph's headings open: （一）产出指标.
func (w *walker) levelsOver(p *form.Paragraph) (level1, level2 string) {
	for _, head := range p.Heads {
		name, _ := label(trimOrdinal(head))
		switch {
		case w.lex.Has(lexicon.Level1Words, name) && !w.lex.Has(lexicon.IndicatorHead, name):
			level1, level2 = name, ""
		case w.lex.Has(lexicon.Level2Words, name):
			level2 = name
		}
	}
	return level1, level2
}

func inPoints(e form.Entry) bool { return e.Numeric() && (e.Unit == "分" || e.Unit == "") }

// toldPoints finds the headings, and items led by one, that say how many points they were given, and
// which stands under which.
func (w *walker) toldPoints() (list []told) {
	var open []int
	for i := range w.form.Text {
		p := &w.form.Text[i]
		level, _ := heading(p.Text)
		if level == levelNone || level == levelCount {
			continue
		}
		for len(open) > 0 && list[open[len(open)-1]].level >= level {
			open = open[:len(open)-1]
		}
		t, ok := w.pointsOf(p)
		if !ok {
			continue
		}
		t.level, t.parent, t.paragraph = level, -1, i
		if len(open) > 0 {
			t.parent = open[len(open)-1]
			list[t.parent].children = true
		}
		open = append(open, len(list))
		list = append(list, t)
	}
	return list
}

// longestTold is the most characters of what a heading with points is called.
const longestTold = 30

// pointsOf reads the bracket behind a heading's name: （自评得分50分）, （满分15分，实得14分）.
func (w *walker) pointsOf(p *form.Paragraph) (t told, ok bool) {
	before, rest, found := cutSign(p.Text, "（(")
	if first, size := utf8.DecodeRuneInString(p.Text); first == '（' || first == '(' { // the number sign's
		number, behind, _ := cutSign(p.Text[size:], "）)")
		before, rest, found = cutSign(behind, "（(")
		before = p.Text[:size] + number + "）" + before
	}
	inside, _, closed := cutSign(rest, "）)")
	t.name = trimOrdinal(before)
	if !found || !closed || t.name == "" || holdsSign(t.name, "，。；：") || utf8.RuneCountInString(t.name) > longestTold || w.namesTotal(t.name) {
		return told{}, false
	}
	for _, c := range strings.FieldsFunc(inside, func(r rune) bool { return strings.ContainsRune("，,；;、 ", r) }) {
		head, rest := w.lex.LeadingHeader(c)
		e := piece{text: rest, place: p.PlaceAt(strings.Index(p.Text, inside), len(inside))}.entry()
		if !inPoints(e) || e.Bound != quantity.None {
			continue
		}
		switch head.Role {
		case lexicon.Weight:
			t.weight = e
		case lexicon.Score:
			t.score = e
		}
	}
	return t, t.score.Numeric()
}

// namesTotal reports whether a heading speaks of the whole, so that its points are the total.
func (w *walker) namesTotal(name string) bool {
	for _, word := range []string{"总分", "总得分", "综合", "总体", "结论", "自评结果", "评价结果", "自评得分"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return w.lex.Has(lexicon.TotalWords, name)
}

// addTold makes rows of the innermost points that stand under others, and blocks of the rest.
func (w *walker) addTold(list []told) {
	for _, t := range list {
		place := w.form.Text[t.paragraph].Place
		switch {
		case t.children, t.parent < 0 && t.level < levelItem:
			s := form.Section{Name: t.name, Level: 1, Weight: t.weight, Score: t.score, Place: place}
			if t.parent >= 0 {
				s.Level, s.Parent = 2, list[t.parent].name
			}
			w.form.Sections = append(w.form.Sections, s)
		default:
			ind := form.Indicator{Name: indicatorName(t.name), Weight: t.weight, Score: t.score, WeightFrom: form.FromNone, Place: place}
			if t.weight.Numeric() {
				ind.WeightFrom = form.FromLabel
			}
			ind.Level1, ind.Level2 = levelsAbove(list, t)
			w.form.Indicators = append(w.form.Indicators, ind)
		}
	}
}

// levelsAbove names the outermost heading and, if it is another, the nearest one.
func levelsAbove(list []told, t told) (level1, level2 string) {
	for p := t.parent; p >= 0; p = list[p].parent {
		level1 = list[p].name
	}
	if t.parent >= 0 && list[t.parent].parent >= 0 {
		level2 = list[t.parent].name
	}
	return level1, level2
}
