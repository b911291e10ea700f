package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fuhe/extract/document"
	"fuhe/score/finding"
)

// How much of a finding fits on lines that are read at a glance; JSON and workpapers hold all of it.
const (
	mostAlso    = 2
	mostSays    = 3 * (lineWidth - len(findingIndent)) // columns
	briefQuote  = 52
	briefAlso   = 24
	briefFigure = 80
)

const findingIndent = "    "

// byLevel puts the gravest first and keeps the order of the form within a level.
func byLevel(found []finding.Finding) []*finding.Finding {
	sorted := make([]*finding.Finding, len(found))
	for i := range found {
		sorted[i] = &found[i]
	}
	slices.SortStableFunc(sorted, func(a, b *finding.Finding) int {
		return cmp.Compare(b.Level.Rank(), a.Level.Rank())
	})
	return sorted
}

// finding prints what does not agree, where to look, and what the sentence leaves unsaid: the figures,
// the working, and how sure the row was read.
func (t *text) finding(b *strings.Builder, r *finding.Report, f *finding.Finding) {
	lang := t.options.Lang
	level, title := LevelWord(f.Level).In(lang), plain(f.Title.In(lang))
	b.WriteString("\n  " + t.paint.in(levelColor(f.Level), level) + " " + f.Code + " " + t.paint.in(bold, title))
	if f.Subject != "" {
		room := lineWidth - int(columns("  "+level+" "+f.Code+" "+title+" · "))
		b.WriteString(" · " + narrowed(plain(f.Subject), max(room, 10)))
	}
	b.WriteString("\n")
	t.says(b, r, f)
}

// says prints the sentence of a finding and what it leaves unsaid.
func (t *text) says(b *strings.Builder, r *finding.Report, f *finding.Finding) {
	lang, known := t.options.Lang, &told{}
	known.hear(f.Says.In(lang))
	t.fill(b, findingIndent, piece{"", narrowed(plain(f.Says.In(lang)), mostSays)})
	printed, due, working := figures(f, known)
	at := where(f.Place, lang) + " " + quoted(excerpt(f.Place.Quote, briefQuote, f.Printed, f.Due, f.Subject))
	t.fill(b, findingIndent,
		piece{say("位置：", "at: ").In(lang), strings.TrimSpace(at)},
		piece{say("另见：", "see also: ").In(lang), t.also(f, known)},
		piece{say("填报：", "printed: ").In(lang), narrowed(printed, briefFigure)},
		piece{say("应为：", "due: ").In(lang), narrowed(due, briefFigure)},
		piece{say("算式：", "working: ").In(lang), narrowed(working, briefFigure)},
		piece{say("对应把握：", "match: ").In(lang), match(f.Trust)},
		piece{say("读取说明：", "how it was read: ").In(lang), doubts(r.Form, f, lang)},
	)
}

// match is how surely places matched by name speak of one thing; a match beyond doubt goes unsaid.
func match(trust int) string {
	if trust <= 0 || trust >= 100 {
		return ""
	}
	return strconv.Itoa(trust) + "%"
}

// also names the first few other places to look at. Entries of the finding's own row that have been told
// are no news.
func (t *text) also(f *finding.Finding, known *told) string {
	lang := t.options.Lang
	var places []string
	for _, p := range f.Also {
		if sameRow(p, f.Place) && p.Quote != "" && known.knows(plain(p.Quote)) {
			continue
		}
		if at := located(p, briefAlso, lang); at != "" {
			places = append(places, at)
		}
	}
	if all := len(places); all > mostAlso {
		return strings.Join(places[:mostAlso], say("；", "; ").In(lang)) + fmt.Sprintf(say(" 等 %d 处", " and %d more").In(lang), counted(all, lang))
	}
	return strings.Join(places, say("；", "; ").In(lang))
}

// counted is the number behind a list that was cut: Chinese counts them all, English those left out.
func counted(all int, lang string) int {
	if lang == "en" {
		return all - mostAlso
	}
	return all
}

// sameRow reports whether two places lie in one row of a table, or on one line of a text.
func sameRow(a, b document.Place) bool {
	if a.Line > 0 {
		return a.Line == b.Line
	}
	return a.Page == b.Page && a.Table == b.Table && a.Row == b.Row && a.Row > 0
}
