package layout

import (
	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// titledBlock takes the title of a text block, perhaps broken over lines, and the lines of its text.
func (w *walker) titledBlock(lines []document.Line, i int) int {
	joined := ""
	for k := i; k < min(i+labelLines, len(lines)); k++ {
		more := squeeze(lines[k].Text)
		if k > i && len(joined)+len(more) > longestLabel {
			return 0
		}
		joined += more
		head, body, _ := cutSign(joined, "：:")
		if len(head) > longestLabel {
			return 0
		}
		if k == i && (lexicon.Key(head) == "" || head == joined && !longerThan(joined, 1)) {
			return 0 // 注 alone is no title
		}
		if !w.takeBlock(head, piece{text: body, place: lines[i].Place}) {
			continue
		}
		return k - i + 1 + w.blockBody(lines, k+1)
	}
	return 0
}

// blockBody takes the lines of a block's text and returns how many they are.
func (w *walker) blockBody(lines []document.Line, i int) int {
	start, numbered, count := i, levelNone, 0
	for ; i < len(lines); i++ {
		text := quantity.TrimSpace(lines[i].Text)
		if pageNumber(text) {
			continue
		}
		level, _ := heading(text)
		if w.last == noteBlock && level == levelItem && (numbered == levelNone || numbered == level) {
			numbered, count = level, count+1
			w.form.Rules = append(w.form.Rules, form.Rule{Text: squeezeText(text), Place: lines[i].Place})
			continue
		}
		if _, n := w.closing(lines, i); n > 0 || level != levelNone || isTitle(text) || w.ends(lines, i) || i-start > 60 {
			break
		}
		w.appendBlock(text, lines[i].Place, count)
	}
	return i - start
}

// ends reports whether a block's text is over: another block, a field or a table begins.
func (w *walker) ends(lines []document.Line, i int) bool {
	joined := ""
	for k := i; k < min(i+labelLines, len(lines)); k++ {
		if joined += squeeze(lines[k].Text); len(joined) > longestLabel && k > i {
			break
		}
		head, _, _ := cutSign(joined, "：:")
		for _, list := range []lexicon.List{lexicon.ReasonBlock, lexicon.MeasuresBlock, lexicon.NoteBlock} {
			if w.lex.Has(list, head) && len([]rune(head)) > 1 {
				return true
			}
		}
	}
	_, _, found := w.headerRun(lines, i)
	return found
}

// appendBlock adds a line to the text of the block that is open.
func (w *walker) appendBlock(text string, place document.Place, items int) {
	switch w.last {
	case reasonBlock:
		w.form.Reason = longer(w.form.Reason, text, place)
	case measuresBlock:
		w.form.Measures = longer(w.form.Measures, text, place)
	case noteBlock:
		if n := len(w.form.Rules); n > 0 && items > 0 {
			w.form.Rules[n-1].Text = joinLines(w.form.Rules[n-1].Text, text)
		} else {
			w.form.Rules = append(w.form.Rules, form.Rule{Text: squeezeText(text), Place: place})
		}
	}
}

func longer(e form.Entry, text string, place document.Place) form.Entry {
	if e.Text == "" {
		e.Place = place
	}
	return piece{text: joinLines(e.Text, text), place: e.Place}.entry()
}
