package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
)

// totalsAt reads the row that closes a table: 总分10099.25, 合计100100.00优.
func (t *gluedTable) totalsAt(at int, text string, place document.Place) []gluedRow {
	if t.kind == fundsHeader || t.kind == projectsHeader {
		return nil
	}
	rec, n := t.walk.gluedTotal(text, t.roles, place)
	if rec == nil || !t.open && n < len(text) {
		return nil
	}
	if t.kind == summaryHeader {
		rec.drop(lexicon.Weight) // not that of the rows
	}
	return []gluedRow{{from: at, to: at + n, weight: totalWeight, record: rec, points: rowPointsOf(rec), total: true}}
}

// gluedTotal reads the closing row that a text begins with, and how many bytes it takes. Of several figures the first
// are weights of 100, the levels' and the rows'; the grade may follow, and in a summary the rate.
func (w *walker) gluedTotal(text string, roles []lexicon.Role, place document.Place) (*record, int) {
	at := strings.IndexAny(text, "0123456789")
	if at <= 0 || !w.totalWord(text[:at]) {
		return nil, 0
	}
	rec := recordOf(lexicon.Name, piece{text: text[:at], place: place.Quoting(text[:at])})
	put := func(role lexicon.Role, figure string) {
		rec.put(role, piece{text: figure, place: place.Quoting(figure)})
	}
	end := at + len(text[at:]) - len(strings.TrimLeft(text[at:], "0123456789."))
	figures := text[at:end]
	for {
		rest, ok := strings.CutPrefix(figures, "100")
		if !ok || rest == "" || rest[0] == '.' {
			break
		}
		put(lexicon.Weight, "100")
		figures = rest
	}
	if strings.HasPrefix(text[end:], "%") {
		if figures, ok := withoutRate(figures); ok {
			put(lexicon.Score, figures)
			return rec, end + len("%")
		}
		return nil, 0
	}
	if half := len(figures) / 2; len(figures) > 3 && slices.Contains(roles, lexicon.Review) && len(figures)%2 == 0 && figures[:half] == figures[half:] {
		figures = figures[:half]
	}
	put(lexicon.Score, figures)
	if score, ok := hundredths(rec.at(lexicon.Score)); !ok || score > 2*fullPoints*100 {
		return nil, 0
	}
	end += len(text[end:]) - len(strings.TrimPrefix(text[end:], "分"))
	return rec, end + w.gluedGrade(rec, text[end:], place)
}

// gluedGrade takes the grade that the text begins with, and returns its bytes.
func (w *walker) gluedGrade(rec *record, text string, place document.Place) int {
	for n := 2; n > 0; n-- {
		word := cutRunes(text, n)
		if isGrade(word) && utf8.RuneCountInString(word) == n {
			rec.put(lexicon.Reason, piece{text: word, place: place.Quoting(word)})
			return len(word)
		}
	}
	return 0
}

// withoutRate cuts the rate off a score of 100 points, which says the same: 99.799.7, 98.298.20.
func withoutRate(figures string) (string, bool) {
	for i := 1; i < len(figures); i++ {
		score, rate := piece{text: figures[:i]}.entry(), piece{text: figures[i:]}.entry()
		if score.Numeric() && rate.Numeric() && figures[i] != '.' && figures[i-1] != '.' && meets(rate, score.Rat()) {
			return figures[:i], true
		}
	}
	return "", false
}
