package layout

import (
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// walker reads a document block by block into one form.
type walker struct {
	reader
	story    narrative
	read     []draft      // the forms before
	contents bool         // inside the table of contents
	text     *textLines   // all lines of running text, for evidence of names and of how they were laid out
	parts    map[int]bool // paragraphs whose points are those of a row or a block, not the total

	gluedDone int // steps taken so far in dividing glued lines
	headTries int // runs of lines tried so far as headers
}

// Read reads the forms of a document. It returns none where there is no sign of a self-evaluation.
func Read(doc *document.Document, lex *lexicon.Lexicon) []*form.Form {
	w := newWalker(doc, lex)
	run := make([]document.Line, 0, min(len(doc.Blocks), mostRoom))
	for _, b := range doc.Blocks {
		if b.Paragraph != nil {
			n := len(run)
			run = appendLines(run, b.Paragraph, doc.Format)
			run = run[:n+len(w.text.withoutFeet(run[n:]))]
			continue
		}
		if uncut(b.Table) {
			if t := w.cutBars(b.Table); t != nil {
				b.Table, w.linear = t, true
			} else {
				run = appendBars(run, b.Table)
				continue
			}
		}
		w.run(run)
		run = run[:0]
		w.story.close()
		w.table(b.Table)
		w.pastRows()
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
	tieListed(found, *w.projects)
	tieAsides(found)
	if len(found) == 0 {
		if f := listForm(w.read, *w.projects); f != nil {
			found = append(found, f)
		} else if f := w.tornForm(); f != nil {
			found = append(found, f)
		}
	}
	return found
}

// draft is a form that was read but for what only the whole of it tells.
type draft struct {
	form            *form.Form
	titles          []string
	linear, aligned bool
	lost, loose     bool
	parts           map[int]bool
	unread          map[lexicon.Role]bool
}

// nextForm puts the form aside and begins another. What was said since the last table, such as its
// title, belongs to the new one.
func (w *walker) nextForm() {
	before := w.form
	late, total := w.lateFields(), w.lateTotal()
	fresh := slices.Clone(w.titles[w.oldTitles:])
	w.titles = w.titles[:w.oldTitles]
	w.putAside()
	w.form = &form.Form{}
	if at := w.beginning(before.Text); at < len(before.Text) {
		w.form.Text = append(w.form.Text, before.Text[at:]...)
		before.Text = before.Text[:at]
	}
	w.story = narrative{form: w.form, width: w.story.width, room: mostRoom / 8}
	w.reader = reader{lex: w.lex, form: w.form, next: w.nextForm, money: w.money, projects: w.projects, titles: fresh, linear: w.linear, aligned: w.aligned}
	w.tail = 0
	for _, f := range late {
		w.addField(f.Name, piece{text: f.Value.Text, place: f.Value.Place})
	}
	if w.form.Total.Score.Missing() { // it was none of the fields
		w.form.Total.Score = total
	}
}

// beginning is where the text of the next form begins, behind the rows of the one before: at its title, with the
// office that stands over it, or else at once.
func (w *walker) beginning(text []form.Paragraph) int {
	from := min(w.tail, len(text))
	for i := from; i < len(text); i++ {
		if !titleLine(&text[i]) || !isTitle(text[i].Text) {
			continue
		}
		if i > from && titleLine(&text[i-1]) && isUnit(text[i-1].Text) {
			i--
		}
		return i
	}
	return from
}

// pastRows notes that what is told from here on stands behind rows of the form.
func (w *walker) pastRows() {
	w.story.close()
	w.tail = len(w.form.Text)
}

// lateFields takes the fields out of the form that were printed below its rows, from the first on that it had
// already: they stand in the head of the next form, before the field that told it apart. A total among them is no
// other total of the form before.
func (w *walker) lateFields() []form.Field {
	old, below := w.form.Fields[:w.oldFields:w.oldFields], w.form.Fields[w.oldFields:]
	from := slices.IndexFunc(below, func(f form.Field) bool {
		return f.Value.Text != "" && slices.ContainsFunc(old, func(o form.Field) bool { return lexicon.Key(o.Name) == lexicon.Key(f.Name) })
	})
	if from < 0 {
		return nil
	}
	late := slices.Clone(below[from:])
	w.form.Fields = append(old, below[:from]...)
	for _, f := range late {
		w.form.Total.Also = slices.DeleteFunc(w.form.Total.Also, func(e form.Entry) bool { return e.Place == f.Value.Place && e.Text == f.Value.Text })
	}
	return late
}

// lateTotal takes a total out of the form that was told below its rows and is not its own: it stands in the
// head of the next form.
func (w *walker) lateTotal() form.Entry {
	if len(w.below) == 0 {
		return form.Entry{}
	}
	e, own := w.below[len(w.below)-1], &w.form.Total
	if e.Rat().Cmp(own.Score.Rat()) == 0 {
		return form.Entry{}
	}
	own.Also = slices.DeleteFunc(own.Also, func(o form.Entry) bool { return o == e })
	return e
}

func (w *walker) putAside() {
	w.endListing()
	w.story.finish()
	w.parts = nil
	w.readProse()
	w.read = append(w.read, draft{w.form, w.titles, w.linear, w.aligned, w.lost, w.loose, w.parts, w.unread})
}

func newWalker(doc *document.Document, lex *lexicon.Lexicon) *walker {
	f := &form.Form{}
	w := &walker{reader: reader{lex: lex, form: f, projects: &[]form.Listed{}}, story: narrative{form: f, room: min(len(doc.Blocks), mostRoom)}}
	w.next, w.text = w.nextForm, linesOf(doc)
	if doc.Format == "text" {
		w.story.width = wrapWidth(w.text.all())
	}
	return w
}

// found reports whether the document holds anything of a self-evaluation.
func (d draft) found() bool {
	f := d.form
	return len(f.Indicators) > 0 || len(f.Funds) > 0 && (len(f.Listings) > 0 || !f.Total.Score.Missing() || d.named()) ||
		!f.Total.Score.Missing() && (len(f.Sections) > 0 || len(f.Text) > 0) || toldWhole(f)
}

// named reports whether a form says what it is and whose: one that only accounts for its money.
func (d draft) named() bool {
	return isTitle(d.form.Title) && (d.form.Unit != "" || d.form.Project != "")
}

// run reads lines that stand between two tables.
func (w *walker) run(lines []document.Line) {
	if w.onlyPageEnds(lines) {
		return
	}
	w.before = nil
	lines = w.unglued(lines)
	for i := 0; i < len(lines); {
		n := w.step(lines, i)
		if n == 0 {
			w.noteHead(lines[i].Text)
			w.story.add(lines[i])
			n = 1
		}
		i += n
	}
}

// noteHead notes the head of a column that no table was read under.
func (w *walker) noteHead(text string) {
	if role := w.lex.Role(text); role != "" && runes(text) > 2 {
		if w.unread == nil {
			w.unread = map[lexicon.Role]bool{}
		}
		w.unread[role] = true
	}
}

// onlyPageEnds reports whether nothing but the numbers and the running heads of pages stands between two
// tables.
func (w *walker) onlyPageEnds(lines []document.Line) bool {
	for _, l := range lines {
		text := quantity.TrimSpace(l.Text)
		if text == "" || pageNumber(text) || len(text) <= 3 && strings.Trim(text, "0123456789") == "" {
			continue
		}
		if isTitle(text) || !mayRepeat(text) || w.text.heads()[text] < 2 {
			return false
		}
	}
	return true
}

// step tries what a line may begin, and returns how many lines it took; 0 is running text.
func (w *walker) step(lines []document.Line, i int) int {
	text := quantity.TrimSpace(lines[i].Text)
	if text == "" || text == "|" || pageNumber(text) {
		return 1
	}
	if w.inContents(text) {
		w.contentsLine(text, lines[i].Place)
		return 1
	}
	w.seen++
	if number, rest, ok := caption(text); ok {
		w.captioned = w.seen
		w.form.Captions = append(w.form.Captions, form.Caption{Number: number, Title: rest, Place: lines[i].Place})
		w.story.close()
		return 0
	}
	for _, try := range []func([]document.Line, int) int{w.laidOut, w.laidFields, w.weightLabel, w.glued, w.region, w.goalLines, w.titledBlock, w.closingRow, w.fieldLine, w.gluedFields} {
		if n := try(lines, i); n > 0 {
			w.story.close()
			return n
		}
	}
	return 0
}

// contentsLine keeps a line of the table of contents, without its page number.
func (w *walker) contentsLine(text string, at document.Place) {
	title := strings.TrimRight(squeeze(text), "0123456789.．…·-—─_ ")
	if title != "" && title != "目录" {
		w.form.Contents = append(w.form.Contents, form.Content{Title: title, Place: at})
	}
}

// labelLines is the most lines that a broken label is spread over, longestLabel more bytes than one has.
const (
	labelLines   = 5
	longestLabel = 90
)

// inContents reports whether the line belongs to the table of contents: it ends with a page's number.
func (w *walker) inContents(text string) bool {
	if strings.HasPrefix(text, "目") && squeeze(text) == "目录" {
		w.contents = true
		return true
	}
	w.contents = w.contents && text != "" && digit(rune(text[len(text)-1]))
	return w.contents
}
