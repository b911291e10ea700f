package layout

import (
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// Some copies have a whole table in one line, its rows glued as its cells are: 项目名称某项目主管部门某局项目资金
// 年初预算数…产出指标数量指标培训人数≥100人107.6. Such a line is cut before and behind its headers; where rows begin is found by
// reading them.

// unglued cuts the lines that hold whole tables.
func (w *walker) unglued(lines []document.Line) []document.Line {
	var out []document.Line // nothing as long as no line was cut
	for i, l := range lines {
		switch parts := w.partsOf(l); {
		case parts == nil && out != nil:
			out = append(out, l)
		case parts != nil && out == nil:
			out = slices.Concat(lines[:i], parts)
		case parts != nil:
			out = append(out, parts...)
		}
	}
	if out == nil {
		return lines
	}
	return out
}

// partsOf cuts a line that holds a whole table, or the label of a goal and more; nil for any other line.
func (w *walker) partsOf(l document.Line) []document.Line {
	if n := goalLabelAt(l.Text); n > 0 {
		return []document.Line{part(l, 0, n), part(l, n, len(l.Text))}
	}
	if cells := w.unspaced(l); cells != nil {
		return cells
	}
	cuts := w.tableCuts(l.Text)
	if cuts == nil {
		return nil
	}
	var parts []document.Line
	from := 0
	for _, to := range append(cuts, len(l.Text)) {
		if from < to {
			parts = append(parts, part(l, from, to))
		}
		from = to
	}
	return parts
}

func part(l document.Line, from, to int) document.Line {
	text := l.Text[from:to]
	return document.Line{Text: text, Place: l.Place.Quoting(text)}
}

const (
	shortestTable = 40    // characters: no line with headers and rows is shorter
	longestTable  = 20000 // and what is longer is no form
)

// tableCuts tells where a line that holds headers and their rows is cut: before the headers, with the label of their
// block, and behind them. Nil for a line that holds no such table.
func (w *walker) tableCuts(text string) (cuts []int) {
	if len(text) < shortestTable*3 || len(text) > longestTable || strings.Contains(text, "|") {
		return nil
	}
	rows := false
	for at := 0; at < len(text); {
		first, size := quantity.RuneAt(text, at)
		if (first == '年' || first == '绩') && at > 0 {
			if n := goalLabelAt(text[at:]); n > 0 {
				cuts = append(cuts, at, at+n)
				at += n
				continue
			}
		}
		if !w.lex.BeginsHeader(first) {
			at += size
			continue
		}
		h, end := w.tableHead(text, at)
		if h.kind == noHeader {
			at += size
			continue
		}
		rows = rows || h.kind != goalHeader && len(text)-end > shortestTable
		cuts = append(cuts, w.moneyLabel(text, at), end)
		at = end
	}
	if !rows {
		return nil
	}
	if at := w.fieldsAt(text[:cuts[0]]); at > 0 {
		cuts = slices.Insert(cuts, 0, at)
	}
	return cuts
}

// fieldsAt is where the basic data begin behind what else stands in the line before them; 0 where they do not.
func (w *walker) fieldsAt(text string) int {
	labels := w.labelsIn(text)
	for i, l := range labels {
		if label := text[l.from:l.to]; len(labels)-i > 1 && (w.lex.Has(lexicon.ProjectLabel, label) || w.lex.Has(lexicon.UnitLabel, label)) {
			return l.from
		}
	}
	return 0
}

// tableHead reads the headers of a table that begin at a byte of the text.
func (w *walker) tableHead(text string, at int) (header, int) {
	heads, end := w.headersAt(text, at)
	if len(heads) < 2 {
		return header{}, at
	}
	return gluedHeader(heads), end
}

// moneyLabel is where the label of the funds block begins that stands before headers at a byte of the text:
// 部门支出（元）年初预算数.
func (w *walker) moneyLabel(text string, at int) int {
	before := text[:at]
	for strings.HasSuffix(before, "）") || strings.HasSuffix(before, ")") {
		open := max(strings.LastIndex(before, "（"), strings.LastIndex(before, "("))
		if open < 0 || len(before)-open > longestHeadWord {
			return at
		}
		before = before[:open]
	}
	from := len(before)
	for i := range before {
		if len(before)-i <= longestLabel && w.lex.Has(lexicon.MoneyBlock, before[i:]) {
			from = i
			break
		}
	}
	if from == len(before) {
		return at
	}
	return from
}

// goalLabelAt is how many bytes the label of an annual goal takes, with its points, that the text begins with and runs
// on from: 年度绩效目标1（40分）.
func goalLabelAt(text string) int {
	for _, prefix := range []string{"年度绩效目标", "年度目标", "绩效目标"} {
		rest, ok := strings.CutPrefix(text, prefix)
		if !ok {
			continue
		}
		behind := strings.TrimLeft(rest, "0123456789")
		n := bracketAt(behind)
		if behind == rest || n == 0 || n == len(behind) {
			continue
		}
		end := len(text) - len(behind) + n
		if _, weight := label(text[:end]); weight != "" && !strings.ContainsRune("：: \t", firstRune(text[end:])) {
			return end
		}
	}
	return 0
}
