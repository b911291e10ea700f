package layout

import (
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// walker reads a document block by block into one form.
type walker struct {
	reader
	story    narrative
	read     []draft         // the forms before
	tail     int             // paragraphs of the form when its last table began
	contents bool            // inside the table of contents
	lines    []document.Line // all lines of running text, for evidence of names
	words    phrases
}

// Read reads the forms of a document. It returns none where there is no sign of a self-evaluation.
func Read(doc *document.Document, lex *lexicon.Lexicon) []*form.Form {
	w := newWalker(doc, lex)
	var run []document.Line
	for _, b := range doc.Blocks {
		if b.Paragraph != nil {
			run = append(run, linesOf(b.Paragraph, doc.Format)...)
			continue
		}
		w.run(run)
		run = nil
		w.story.close()
		w.table(b.Table)
		w.tail = len(w.form.Text)
	}
	w.run(run)
	return w.forms()
}

// forms finishes the forms and leaves out what turned out to be none.
func (w *walker) forms() []*form.Form {
	w.putAside()
	var found []*form.Form
	for _, f := range w.read {
		if f.finish(); f.found() {
			found = append(found, f.form)
		}
	}
	return found
}

// draft is a form that was read but for what only the whole of it tells.
type draft struct {
	form   *form.Form
	titles []string
	linear bool
}

// nextForm puts the form aside and begins another. What was said since the last table, such as its
// title, belongs to the new one.
func (w *walker) nextForm() {
	before := w.form
	w.putAside()
	w.form = &form.Form{}
	if w.tail < len(before.Text) {
		w.form.Text = append(w.form.Text, before.Text[w.tail:]...)
		before.Text = before.Text[:w.tail]
	}
	w.story = narrative{form: w.form, width: w.story.width}
	w.reader = reader{lex: w.lex, form: w.form, next: w.nextForm, money: w.money}
	w.tail = 0
}

func (w *walker) putAside() {
	w.endListing()
	w.story.finish()
	w.read = append(w.read, draft{w.form, w.titles, w.linear})
}

func newWalker(doc *document.Document, lex *lexicon.Lexicon) *walker {
	f := &form.Form{}
	w := &walker{reader: reader{lex: lex, form: f}, story: narrative{form: f}}
	w.next = w.nextForm
	for _, b := range doc.Blocks {
		if b.Paragraph != nil {
			w.lines = append(w.lines, linesOf(b.Paragraph, doc.Format)...)
		}
	}
	if doc.Format == "text" {
		w.story.width = wrapWidth(w.lines)
	}
	w.words = phrasesOf(w.lines)
	return w
}

// linesOf gives a paragraph as the lines that the readers of text walk over: printed lines in text
// files, whole paragraphs in formats that know them.
func linesOf(p *document.Paragraph, format string) []document.Line {
	if format == "text" && len(p.Lines) > 0 {
		return p.Lines
	}
	return []document.Line{{Text: p.Text, Place: p.Place}}
}

// found reports whether the document holds anything of a self-evaluation.
func (d draft) found() bool {
	f := d.form
	return len(f.Indicators) > 0 || len(f.Funds) > 0 && (len(f.Listings) > 0 || !f.Total.Score.Missing()) ||
		!f.Total.Score.Missing() && (len(f.Sections) > 0 || len(f.Text) > 0)
}

// run reads lines that stand between two tables.
func (w *walker) run(lines []document.Line) {
	if onlyPageEnds(lines) {
		return
	}
	w.before = nil
	for i := 0; i < len(lines); {
		n := w.step(lines, i)
		if n == 0 {
			w.story.add(lines[i])
			n = 1
		}
		i += n
	}
}

// onlyPageEnds reports whether nothing but the numbers of pages stands between two tables.
func onlyPageEnds(lines []document.Line) bool {
	for _, l := range lines {
		text := strings.TrimSpace(l.Text)
		if text != "" && !pageNumber(text) && (len(text) > 3 || strings.Trim(text, "0123456789") != "") {
			return false
		}
	}
	return true
}

// step tries what a line may begin, and returns how many lines it took; 0 is running text.
func (w *walker) step(lines []document.Line, i int) int {
	text := strings.TrimSpace(lines[i].Text)
	if text == "" || pageNumber(text) {
		return 1
	}
	if w.inContents(text) {
		return 1
	}
	w.seen++
	if number, rest, ok := caption(text); ok {
		w.captioned = w.seen
		w.form.Captions = append(w.form.Captions, form.Caption{Number: number, Title: rest, Place: lines[i].Place})
		w.story.close()
		return 0
	}
	for _, try := range []func([]document.Line, int) int{w.weightLabel, w.region, w.goalLines, w.titledBlock, w.fieldLine} {
		if n := try(lines, i); n > 0 {
			w.story.close()
			return n
		}
	}
	return 0
}

// labelLines is the most lines that a broken label is spread over.
const labelLines = 5

// inContents reports whether the line belongs to the table of contents: it ends with a page's number.
func (w *walker) inContents(text string) bool {
	s := squeeze(text)
	if s == "目录" {
		w.contents = true
		return true
	}
	end, _ := utf8.DecodeLastRuneInString(s)
	w.contents = w.contents && end >= '0' && end <= '9'
	return w.contents
}

// goalLines takes 年度目标 1（40 分）：…, whole or broken over lines, with its text up to the table below.
func (w *walker) goalLines(lines []document.Line, i int) int {
	joined := ""
	for k := i; k < min(i+labelLines, len(lines)); k++ {
		joined += squeeze(lines[k].Text)
		head, body, _ := cutAnyRune(joined, "：:")
		name, weight := label(head)
		if weight == "" {
			name, body = goalPrefix(name, body)
		}
		if !isGoal(name) {
			if k == i && !strings.HasPrefix(name, "年度") {
				return 0
			}
			continue
		}
		if weight == "" && body == "" && k+1 < len(lines) && bracketOnly(lines[k+1].Text) {
			if _, next := label(name + squeeze(lines[k+1].Text)); next != "" {
				weight, k = next, k+1
			}
		}
		w.enterGoal(name, weight, lines[i].Place)
		return k - i + 1 + w.goalText(lines, k+1)
	}
	return 0
}

// goalPrefix cuts a goal's name from the text that only a blank set off: 年度目标1 推进….
func goalPrefix(name, body string) (string, string) {
	digits := strings.IndexAny(name, "0123456789")
	if digits < 0 || digits+1 >= len(name) || body != "" {
		return name, body
	}
	return name[:digits+1], name[digits+1:]
}

// goalText counts the lines of a goal's text, which ends where a table begins; 0 if none is near.
func (w *walker) goalText(lines []document.Line, i int) int {
	for k := i; k < min(i+8, len(lines)); k++ {
		if _, _, ok := w.headerRun(lines, k); ok {
			return k - i
		}
		if level, _ := heading(lines[k].Text); level == levelPart || level == levelSection {
			return 0
		}
	}
	return 0
}

// weightLabel takes the label of a block that stands just before the headers of its table, perhaps
// broken over lines: 预算执行情况（万元）（20分）.
func (w *walker) weightLabel(lines []document.Line, i int) int {
	joined := ""
	for k := i; k < min(i+4, len(lines)); k++ {
		joined += squeeze(lines[k].Text)
		name, weight := label(joined)
		name = trimOrdinal(lexicon.Key(name))
		if name == "" || len([]rune(name)) > 16 || strings.ContainsAny(joined, "，。；：") || isGoal(name) {
			return 0
		}
		if weight == "" || k+1 >= len(lines) {
			continue
		}
		if _, _, ok := w.headerRun(lines, k+1); !ok {
			return 0
		}
		w.noteMoney(joined)
		w.block = name
		w.addSection(form.Section{Name: name}, weight, lines[i].Place)
		return k - i + 1
	}
	return 0
}

func bracketOnly(text string) bool {
	s := squeeze(text)
	return strings.HasPrefix(s, "（") || strings.HasPrefix(s, "(")
}

// titledBlock takes the title of a text block, perhaps broken over lines, and the lines of its text.
func (w *walker) titledBlock(lines []document.Line, i int) int {
	joined := ""
	for k := i; k < min(i+labelLines, len(lines)); k++ {
		joined += squeeze(lines[k].Text)
		if len(joined) > 90 {
			return 0
		}
		head, body, _ := cutAnyRune(joined, "：:")
		if k == i && (lexicon.Key(head) == "" || head == joined && len([]rune(joined)) < 2) {
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
		text := strings.TrimSpace(lines[i].Text)
		if pageNumber(text) {
			continue
		}
		level, _ := heading(text)
		if w.last == noteBlock && level == levelItem && (numbered == levelNone || numbered == level) {
			numbered, count = level, count+1
			w.form.Rules = append(w.form.Rules, form.Rule{Text: squeezeText(text), Place: lines[i].Place})
			continue
		}
		if level != levelNone || w.ends(lines, i) || i-start > 60 {
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
		joined += squeeze(lines[k].Text)
		head, _, _ := cutAnyRune(joined, "：:")
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

// fieldLine takes a line of basic data: 填报日期：  总分： 98.75, or 单位名称 某某局.
func (w *walker) fieldLine(lines []document.Line, i int) int {
	text := strings.TrimSpace(lines[i].Text)
	if len([]rune(text)) > 80 || strings.ContainsAny(text, "。；") {
		return 0
	}
	pairs := w.pairs(text)
	if len(pairs) == 0 {
		return w.brokenField(lines, i)
	}
	if len(pairs) == 1 && pairs[0][1] == "" && !strings.ContainsAny(text, "：:") {
		return w.valueBelow(lines, i, pairs[0][0])
	}
	for _, p := range pairs {
		w.addField(p[0], piece{text: p[1], place: lines[i].Place})
	}
	return 1
}

// valueBelow takes a label that fills a line, with its value, and perhaps more labels, on the next: a
// cell a line.
func (w *walker) valueBelow(lines []document.Line, i int, name string) int {
	if i+1 < len(lines) {
		value := strings.TrimSpace(lines[i+1].Text)
		pairs := w.pairs(name + " " + value)
		if level, _ := heading(value); level == levelNone && len([]rune(value)) <= 60 && pairs[0][1] != "" && !w.ends(lines, i+1) {
			for _, p := range pairs {
				w.addField(p[0], piece{text: p[1], place: lines[i+1].Place})
			}
			return 2
		}
	}
	w.addField(name, piece{place: lines[i].Place})
	return 1
}

// pairs cuts a line into labels and what stands behind each; nil unless it begins with a label that a
// colon or a blank sets off.
func (w *walker) pairs(text string) [][2]string {
	spaced := strings.NewReplacer("：", "： ", ":", ": ").Replace(text)
	var pairs [][2]string
	for _, token := range strings.Fields(spaced) {
		name := strings.TrimRight(token, "：:")
		colon := name != token
		if w.isField(name) && (colon || len([]rune(name)) >= 4) {
			pairs = append(pairs, [2]string{name, ""})
			continue
		}
		if len(pairs) == 0 {
			return nil
		}
		last := &pairs[len(pairs)-1]
		if value, next := w.gluedLabel(name); colon && next != "" {
			last[1] = strings.TrimSpace(last[1] + " " + value)
			pairs = append(pairs, [2]string{next, ""})
			continue
		}
		last[1] = strings.TrimSpace(last[1] + " " + token)
	}
	return pairs
}

// gluedLabel finds the label that a value runs into where the blank between them was lost: 3月5日总分：.
func (w *walker) gluedLabel(text string) (value, label string) {
	for i := range text {
		if i > 0 && w.isField(text[i:]) {
			return text[:i], text[i:]
		}
	}
	return text, ""
}

// brokenField takes a label that is broken over lines, with its value on the line behind it.
func (w *walker) brokenField(lines []document.Line, i int) int {
	joined := squeeze(lines[i].Text)
	if lexicon.Key(joined) == "" {
		return 0
	}
	for k := i + 1; k < min(i+labelLines, len(lines)); k++ {
		if joined += squeeze(lines[k].Text); len([]rune(joined)) > 14 {
			return 0
		}
		if !w.isField(strings.TrimRight(joined, "：:")) || k+1 >= len(lines) {
			continue
		}
		value := strings.TrimSpace(lines[k+1].Text)
		if len([]rune(value)) > 30 || w.isField(squeeze(value)) {
			return 0
		}
		w.addField(strings.TrimRight(joined, "：:"), piece{text: value, place: lines[k+1].Place})
		return k - i + 2
	}
	return 0
}
