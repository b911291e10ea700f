package report

import (
	"fmt"
	"strings"

	"fuhe/extract/document"
)

// where says in words where a person would look; empty when the place is not known.
func where(p document.Place, lang string) string {
	var parts []string
	add := func(n int, zh, en string) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf(say(zh, en).In(lang), n))
		}
	}
	add(p.Page, "第 %d 页", "page %d")
	if p.Line > 0 && p.Column > 0 {
		// The line of a text is the row; the table's own counting would only add a second number of rows.
		return strings.Join(append(parts, fmt.Sprintf(say("第 %d 行第 %d 列", "line %d, column %d").In(lang), p.Line, p.Column)), separator(lang))
	}
	add(p.Line, "第 %d 行", "line %d")
	if p.Cell != "" {
		parts = append(parts, fmt.Sprintf(say("单元格 %s", "cell %s").In(lang), plain(p.Cell)))
		return strings.Join(parts, separator(lang))
	}
	add(p.Table, "表格 %d", "table %d")
	switch {
	case p.Row > 0 && p.Column > 0:
		parts = append(parts, fmt.Sprintf(say("第 %d 行第 %d 列", "row %d, column %d").In(lang), p.Row, p.Column))
	default:
		add(p.Row, "第 %d 行", "row %d")
		add(p.Column, "第 %d 列", "column %d")
	}
	return strings.Join(parts, separator(lang))
}

// quoted sets a quotation in marks; marks of its own become inner ones.
func quoted(quote string) string {
	if quote = plain(quote); quote == "" {
		return ""
	}
	return "“" + strings.ReplaceAll(strings.ReplaceAll(quote, "“", "‘"), "”", "’") + "”"
}

// excerpt cuts a quotation to so many columns around the first of the words that it holds.
func excerpt(quote string, width int, words ...string) string {
	quote = plain(quote)
	if columns(quote) <= float64(width) {
		return quote
	}
	for _, word := range words {
		at := strings.Index(quote, word)
		if word == "" || at < 0 {
			continue
		}
		// Half of what remains beside the word stands before it.
		if from := lastFitting(quote[:at], (width-int(columns(word)))/2); from > 0 {
			return "…" + narrowed(quote[from:], width-2)
		}
	}
	return narrowed(quote, width)
}

// lastFitting is where the last characters begin that fit into so many columns.
func lastFitting(text string, width int) int {
	over := int(columns(text)) - max(width, 0)
	for i, r := range text {
		if over <= 0 {
			return i
		}
		over -= columnsOf(r)
	}
	return len(text)
}

// located is the place in words with its quotation, cut to so many columns, behind it.
func located(p document.Place, width int, lang string) string {
	return strings.TrimSpace(where(p, lang) + " " + quoted(excerpt(p.Quote, width)))
}

func separator(lang string) string { return say(" ", ", ").In(lang) }
