package layout

import (
	"slices"
	"strconv"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// Text that was laid out with blanks keeps its columns: the characters of a cell stand below one another,
// and corridors of blanks part the cells. Such a table is built again as a grid: its columns are told by
// the corridors between its lines, its rows by the lines that hold figures, and what breaks over lines by
// where it is centred. The grid is then read as any other.

// laid is a table of laid-out text while it is built.
type laid struct {
	w      *walker
	lines  []document.Line
	wide   bool          // a Chinese character takes two places
	rulers map[int]ruled // lines on their rulers
	cuts   map[int][]headStretch

	head0 laidHead
	parts []laidPart // one for each page
	end   int        // the line behind the table
	cols  []laidColumn
	first manners // of the lines of the first page
}

// dearestSure is how badly the lines of a table may fit its grid for the rows to be judged.
const dearestSure = 0.8

// laidPart is what stands of the table on one page: every page has places of its own.
type laidPart struct {
	lines  []int // of data, blank ones too
	heads  []stretch
	totals []int // lines of sums
	edges  []int // where the columns begin, and the last ends
	apart  bool  // the header stands on the page before, and only its order counts
	unsure bool  // the page holds no weights or no scores: where they stand is not known
}

// laidColumn is one column: index of its header cell, -1 for none.
type laidColumn struct {
	head int
	text string
	role lexicon.Role
}

// laidOut reads a table that begins at line i, and returns how many lines it took: 0 where the text is
// not laid out, or not so that its cells are certain.
func (w *walker) laidOut(lines []document.Line, i int) int {
	if !strings.Contains(lines[i].Text, "  ") {
		return 0
	}
	t := &laid{w: w, lines: lines, wide: w.text.wide(), rulers: map[int]ruled{}}
	if !t.region(i) || !t.columns() {
		return 0
	}
	if t.head0.header.kind == goalHeader {
		return t.goals(i)
	}
	built, ok := t.build()
	if !ok {
		return 0
	}
	w.table(built.table)
	w.pastRows()
	w.linear = true
	w.loose = w.loose || built.cost > dearestSure
	return t.end - i
}

func (t *laid) ruled(k int) ruled {
	l, ok := t.rulers[k]
	if !ok {
		l = rule(t.lines[k].Text, t.wide, t.w.text.apart())
		t.rulers[k] = l
	}
	return l
}

// blanks is how many blank lines are printed between two lines of one page.
func (t *laid) blanks(a, b int) int {
	from, to := t.lines[a].Place, t.lines[b].Place
	if from.Page != to.Page || from.Line == 0 {
		return 0
	}
	return max(0, to.Line-from.Line-(b-a))
}

func (t *laid) samePage(a, b int) bool { return t.lines[a].Place.Page == t.lines[b].Place.Page }

// goals takes the two columns of text under 预期目标 | 实际完成情况.
func (t *laid) goals(i int) int {
	for c, col := range t.cols {
		head := map[lexicon.Role]string{lexicon.Goal: "预期目标", lexicon.Result: "实际完成情况"}[col.role]
		text := ""
		for p := range t.parts {
			for _, k := range t.parts[p].lines {
				text = joinLines(text, t.cell(p, k, c))
			}
		}
		if head != "" && text != "" {
			t.w.addCellText(squeezeText(text), head, t.lines[t.parts[0].lines[0]].Place)
		}
	}
	return t.end - i
}

// cell is what stands on a line in a column. A word that crosses an edge stands in the column that has the
// most of it.
func (t *laid) cell(part, line, c int) string {
	l, edges := t.ruled(line), t.parts[part].edges
	from, to := edges[c], edges[c+1]
	from, to = t.whole(l, from, edges), t.whole(l, to, edges)
	return l.between(from, to)
}

// whole moves an edge out of the word that it cuts on a line, to the nearer end of the word.
func (t *laid) whole(l ruled, edge int, edges []int) int {
	if l.blank(edge) || l.blank(edge-1) {
		return edge
	}
	from, to := edge, edge
	for !l.blank(from - 1) {
		from--
	}
	for !l.blank(to) {
		to++
	}
	if edge-from < to-edge {
		return from
	}
	return to
}

// region finds the lines of the table that begins at line i, page by page.
func (t *laid) region(i int) bool {
	head, ok := t.head(i)
	if !ok || head.header.kind == projectsHeader && head.header.has(lexicon.Name) {
		return false
	}
	t.head0, t.end = head, head.next
	t.parts = []laidPart{{heads: head.cells}}
	lines := 0
	for k := head.next; k < len(t.lines) && k-i < regionLines; k++ {
		part := &t.parts[len(t.parts)-1]
		if k > head.next && !t.samePage(k-1, k) {
			t.parts = append(t.parts, laidPart{})
			part = &t.parts[len(t.parts)-1]
		}
		text := quantity.TrimSpace(t.lines[k].Text)
		if pageNumber(text) || t.numbersPage(k) || t.w.runningHead(text) || t.w.text.heads()[text] > 1 && len(part.lines) == 0 {
			continue
		}
		if again, ok := t.head(k); ok {
			if len(part.heads) > 0 || !slices.Equal(again.roles, head.roles) {
				break
			}
			part.heads, part.lines, k = again.cells, nil, again.next-1
			continue
		}
		if t.total(k) {
			part.totals, t.end = append(part.totals, k), k+1
			if lines++; t.closes(k) {
				break
			}
			continue
		}
		if t.over(k) {
			break
		}
		part.lines, t.end = append(part.lines, k), k+1
		lines++
	}
	t.trim()
	return lines > 1 || lines == 1 && head.header.kind == goalHeader
}

// numbersPage reports whether a line is the number of its page: one figure, below all others.
func (t *laid) numbersPage(k int) bool {
	_, err := strconv.Atoi(squeeze(t.lines[k].Text))
	return err == nil && (k+1 == len(t.lines) || !t.samePage(k, k+1))
}

// trim drops the parts that hold nothing. Of a header alone on its page the cells stand above the next one.
func (t *laid) trim() {
	t.parts = slices.DeleteFunc(t.parts, func(p laidPart) bool { return len(p.lines)+len(p.totals) == 0 })
	if len(t.parts) > 0 && len(t.parts[0].heads) == 0 {
		t.parts[0].heads, t.parts[0].apart = t.head0.cells, true
	}
}

// total reports whether a line is a row of sums: a word for it, and figures.
func (t *laid) total(k int) bool {
	word, figures := t.sums(k)
	return figures > 0 && t.head0.header.kind != fundsHeader && t.head0.header.kind != goalHeader &&
		(t.w.totalWord(word) || t.w.lex.Has(lexicon.SubtotalWords, word))
}

// closes reports whether the sums are those of the whole table.
func (t *laid) closes(k int) bool {
	word, _ := t.sums(k)
	return t.w.lex.Has(lexicon.TotalWords, word)
}

// sums are the words of a line before its first figure, 总  分 together, and the number of its figures.
func (t *laid) sums(k int) (word string, figures int) {
	for _, s := range t.ruled(k).sums() {
		switch {
		case wholeFigure(s.text):
			figures++
		case figures == 0:
			word += squeeze(s.text)
		}
	}
	return word, figures
}

// wordsForAmounts reports whether a line has words, and nothing else, where a table of funds has amounts.
func (t *laid) wordsForAmounts(parts []stretch) bool {
	words := 0
	for _, s := range parts {
		if wholeFigure(s.text) {
			return false
		}
		for k, role := range t.head0.roles {
			if t.anchoring(role) && overlap(s, t.head0.cells[k]) && han(s.text) > 3 {
				words++
			}
		}
	}
	return words > 0
}

// over reports whether a line stands behind the table.
func (t *laid) over(k int) bool {
	text := quantity.TrimSpace(t.lines[k].Text)
	parts := t.ruled(k).stretches(2)
	if t.w.noteRow(strings.Join(strings.Fields(text), " ")) || t.w.pairs(text) != nil {
		return true
	}
	_, _, titled := caption(text)
	level, _ := heading(text)
	kind := t.head0.header.kind
	switch {
	case kind == fundsHeader && t.wordsForAmounts(parts):
		return true
	case titled, len(parts) == 1 && (level == levelPart || level == levelSection) && parts[0].from < t.head0.cells[0].to:
		return true
	case kind == goalHeader:
		return k > 0 && t.blanks(k-1, k) > 0 && len(parts) == 1
	}
	return len(parts) == 1 && parts[0].from < t.head0.cells[0].to && strings.Contains(text, "。") || isTitle(squeeze(text))
}
