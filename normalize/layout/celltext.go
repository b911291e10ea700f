package layout

import (
	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// goalResult takes what the form says in words of its goals and of how they were met: both are part of the narrative,
// each under its own head, by which figures of the one are targets.
func (w *gridWalk) goalResult(rec *record) bool {
	p := rec.at(lexicon.Result)
	if set := rec.at(lexicon.Goal); !set.shared && !p.shared {
		if text := squeezeText(quantity.TrimSpace(set.text)); !placeholder(text) {
			w.addCellText(text, "预期目标", set.place)
		}
	}
	text := squeezeText(quantity.TrimSpace(p.text))
	if placeholder(text) || p.shared {
		return p.shared
	}
	w.addCellText(text, "实际完成情况", p.place)
	w.header = header{} // the block has one row
	return true
}

// addCellText adds the text of a cell to the narrative, under the words that head the cell.
func (r *reader) addCellText(text, head string, place document.Place) {
	line := document.Line{Text: text, Place: place}
	r.form.Text = append(r.form.Text, form.Paragraph{Text: text, Heads: []string{head}, Cell: true, Lines: []document.Line{line}, Place: place})
}

// managed takes what a form of transfers says to be amiss with its funds, 执行准确性 and the like: part of the narrative.
func (w *gridWalk) managed(rec *record) bool {
	p := rec.at(lexicon.Reason)
	if text := squeezeText(quantity.TrimSpace(p.text)); !p.shared && !placeholder(text) && text != "无" {
		w.addCellText(text, "存在问题和改进措施", p.place)
	}
	return rec.text(lexicon.Situation) != ""
}

// story takes a row that is one sentence or more across the table, alone or beside its label, into the narrative: what a
// form says of its problems or of low spending under its last row.
func (w *gridWalk) story(own []cellAt) bool {
	last := own[len(own)-1]
	if len(own) > 2 || own[0].shared || 2*(last.to-last.from) < w.table.Columns || !holdsSign(last.text, "。，；") {
		return false
	}
	text := squeezeText(quantity.TrimSpace(last.text))
	if !longerThan(text, shortestStory-1) {
		return false
	}
	head := w.form.Title
	if len(own) == 2 {
		if head = squeeze(own[0].text); !w.lex.Has(lexicon.Statement, head) {
			return false
		}
	}
	w.addCellText(text, head, last.Place)
	return true
}
