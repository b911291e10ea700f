package layout

import (
	"math/big"
	"slices"
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// isTotal reports whether the row closes the table: its first own cell is 合计 or 总分.
func (w *gridWalk) isTotal(own []cellAt) bool {
	for _, c := range own {
		if c.shared {
			continue
		}
		return w.totalWord(c.text) && w.header.kind != fundsHeader
	}
	return false
}

// subtotal takes a row of 小计 below the rows of a block: the points of the block, and no block of that name.
func (w *gridWalk) subtotal(rec *record, own []cellAt) bool {
	first := slices.IndexFunc(own, func(c cellAt) bool { return !c.shared })
	if first < 0 || w.header.kind != indicatorHeader || !w.lex.Has(lexicon.SubtotalWords, own[first].text) {
		return false
	}
	for i := len(w.form.Sections) - 1; i >= 0; i-- {
		s := &w.form.Sections[i]
		if s.Level != 1 || s.Name != w.level1 || s.Goal != w.goal || s.Summary {
			continue
		}
		if s.Weight.Missing() {
			s.Weight = ownEntry(rec.at(lexicon.Weight))
		}
		if s.Score.Missing() {
			s.Score = ownEntry(rec.at(lexicon.Score))
		}
		break
	}
	return true
}

// totalWord reports whether a cell is what closes a table, also behind the dots of unused rows: ……总分.
func (r *reader) totalWord(text string) bool {
	switch firstRune(text) {
	case '…', '.', '·', '。', ' ', '\n':
		text = strings.TrimLeft(text, "….·。 \n")
	}
	return r.lex.Has(lexicon.TotalWords, text)
}

// totalFigures mends a total row whose cells stand beside their columns, as where the row closes a small
// table inside a wider one: of two figures the first is the weight, the second the score, and one is the
// score.
func (w *gridWalk) totalFigures(rec *record, own []cellAt) {
	var figures []piece
	for _, c := range own[1:] {
		if q := quantity.Parse(c.text); !c.shared && q.Numeric() && (q.Unit == "" || q.Unit == "分") {
			figures = append(figures, c.piece())
		}
	}
	if len(figures) == 1 && !rec.at(lexicon.Score).entry().Numeric() && !rec.at(lexicon.Weight).entry().Numeric() {
		rec.put(w.soleTotal(figures[0]), figures[0])
	}
	if points := w.pointsColumns(); len(figures) == 3 && len(points) == 3 {
		for i, role := range points {
			rec.put(role, figures[i])
		}
		return
	}
	if len(figures) != 2 {
		return
	}
	if weight, score := figures[0].entry(), figures[1].entry(); totals(weight, score) {
		rec.put(lexicon.Weight, figures[0])
		rec.put(lexicon.Score, figures[1])
	}
}

// headlessTotal takes a total row of a table whose header was not read, 总分 | 100 | 99.46: the first figure is the weight,
// and no total.
func (w *gridWalk) headlessTotal(own []cellAt) bool {
	if len(own) != 3 || own[0].shared || !w.totalWord(own[0].text) {
		return false
	}
	weight, score := own[1].piece(), own[2].piece()
	if !totals(weight.entry(), score.entry()) {
		return false
	}
	rec := recordOf(lexicon.Weight, weight)
	rec.put(lexicon.Score, score)
	w.addTotal(rec)
	return true
}

// soleTotal tells what the one figure of a total row is that stands beside its column: the weight of rows that sum to
// it while their scores do not, as where the scores were left blank.
func (w *gridWalk) soleTotal(figure piece) lexicon.Role {
	weights, scores := new(big.Rat), new(big.Rat)
	for i := range w.form.Funds {
		f := &w.form.Funds[i]
		addPoints(weights, f.Weight)
		addPoints(scores, f.Score)
	}
	for i := range w.form.Indicators {
		in := &w.form.Indicators[i]
		addPoints(weights, in.Weight)
		addPoints(scores, in.Score)
	}
	if total := figure.entry().Rat(); quantity.Compare(weights, total) == 0 && quantity.Compare(scores, total) != 0 && w.header.has(lexicon.Weight) {
		return lexicon.Weight
	}
	return lexicon.Score
}

func addPoints(sum *big.Rat, e form.Entry) {
	if points := e.Rat(); points != nil {
		sum.Add(sum, points)
	}
}

// pointsColumns are the columns of points from left to right, however many rows the header has: the weight, the score, a reviewer's.
func (w *gridWalk) pointsColumns() (roles []lexicon.Role) {
	columns := slices.Clone(w.header.columns)
	slices.SortStableFunc(columns, func(a, b column) int { return a.from - b.from })
	for _, c := range columns {
		if c.role == lexicon.Weight || c.role == lexicon.Score || c.role == lexicon.Review {
			roles = append(roles, c.role)
		}
	}
	return roles
}

// totalGrade reads a grade that stands in the total row: 总分 | 100 | 96 | 优.
func (w *gridWalk) totalGrade(own []cellAt) {
	for _, c := range own[1:] {
		if g := squeeze(c.text); isGrade(g) && w.form.Total.Grade.Missing() {
			w.form.Total.Grade = form.Entry{Text: g, Place: c.Place.Quoting(g)}
		}
	}
}

// boxes are those of a choice, ticks first.
const (
	ticks = "☑√✓✔■☒"
	boxes = ticks + "□☐○"
)

// bracketedBoxes are brackets that stand for boxes: 优（）良（√）.
var bracketedBoxes = strings.NewReplacer("（√）", "☑", "(√)", "☑", "（）", "□", "()", "□")

// ticked is the word of a choice that is ticked, 优□ 良☑ 中□ or ☐优 ☑良; blank where none or several are.
func ticked(text string) string {
	text = strings.Trim(bracketedBoxes.Replace(squeeze(text)), "()（）")
	behind := !strings.ContainsRune(boxes, firstRune(text))
	choice, word, marked := "", "", false
	take := func() bool {
		if marked && word != "" && choice != "" {
			return false
		}
		if marked && word != "" {
			choice = word
		}
		word, marked = "", false
		return true
	}
	for _, c := range text {
		if !strings.ContainsRune(boxes, c) {
			word += string(c)
			continue
		}
		if !behind && !take() {
			return ""
		}
		marked = strings.ContainsRune(ticks, c)
		if behind && !take() {
			return ""
		}
	}
	if !take() {
		return ""
	}
	return choice
}

// isGrade reports whether a word is a grade of the whole.
func isGrade(word string) bool {
	switch strings.Trim(word, "“”\"‘’") {
	case "优", "优秀", "良", "良好", "中", "一般", "差", "较差", "合格", "不合格", "好", "较好":
		return true
	}
	return false
}
