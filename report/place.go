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

// quoted is the place's quotation in the language's marks.
func quoted(p document.Place, lang string) string {
	if p.Quote == "" {
		return ""
	}
	return fmt.Sprintf(say("“%s”", "“%s”").In(lang), plain(p.Quote))
}

// located is the place in words with its quotation behind it.
func located(p document.Place, lang string) string {
	return strings.TrimSpace(where(p, lang) + " " + quoted(p, lang))
}

func separator(lang string) string { return say(" ", ", ").In(lang) }
