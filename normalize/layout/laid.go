package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// Text that was laid out with blanks keeps its columns: every character stands below those of its cell,
// and a cell that breaks over lines is centred on its row. Such a table is built again where all of that
// holds to the letter; where it does not, the text is read as one without a grid.

// span is a stretch of one line between wide blanks: from and to count characters.
type stretch struct {
	text     string
	from, to int
}

// stretches cuts a line where at least two blanks stand.
func stretches(text string) (out []stretch) {
	var s stretch
	start, end := 0, 0 // bytes of the stretch that is open
	at, gap := 0, 2    // characters, and how many of the last were blanks
	for i := 0; i < len(text); at++ {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if quantity.IsSpace(r) {
			gap++
			continue
		}
		if gap > 1 {
			if end > start {
				out = append(out, s)
			}
			start, s.from = i-size, at
		}
		end, gap = i, 0
		s.text, s.to = text[start:end], at+1
	}
	if end > start {
		out = append(out, s)
	}
	return out
}

func overlap(a, b stretch) bool { return a.from < b.to && b.from < a.to }

// laid is a table of laid-out text while it is built.
type laid struct {
	w      *walker
	lines  []document.Line
	heads  []stretch // the header cells from left to right, their lines joined
	left   int       // columns in front of the first header
	edges  []int     // where the columns begin; the last is beyond the page
	from   int       // the first line of data
	to     int       // and the line behind the last
	header header
	roles  []lexicon.Role
}

// laidOut reads a table that begins at line i, and returns how many lines it took: 0 where the text is
// not laid out, or not so that its cells are certain.
func (w *walker) laidOut(lines []document.Line, i int) int {
	for _, at := range []int{i + 1, i} {
		t := &laid{w: w, lines: lines}
		if !t.heading(i, at) || !t.columns() {
			continue
		}
		if t.header.kind == goalHeader {
			return t.goals(i)
		}
		if table, ok := t.build(); ok {
			w.table(table)
			w.pastRows()
			w.linear = true
			return t.to - i
		}
	}
	return 0
}

// heading takes the header that begins at line i and names most of its columns on line at: there, and on
// the lines around it that the other names break over.
func (t *laid) heading(i, at int) bool {
	if at >= len(t.lines) || !t.names(at) {
		return false
	}
	t.heads, t.from = t.headers(t.lines[at].Text), at+1
	var above, below []stretch
	if at > 0 {
		above = stretches(t.lines[at-1].Text)
	}
	if at+1 < len(t.lines) {
		below = stretches(t.lines[at+1].Text)
	}
	used := t.wrapped(above, below)
	if at > i && !used {
		return false // the line above is none of the header's
	}
	slices.SortFunc(t.heads, func(a, b stretch) int { return a.from - b.from })
	return len(t.heads) >= 2
}

// headers cuts a line into header cells: at wide blanks, and at single ones where both sides are headers.
func (t *laid) headers(text string) (out []stretch) {
	for _, s := range stretches(text) {
		words, at := strings.Fields(s.text), s.from
		known := 0
		for _, word := range words {
			if t.role(word) != "" || placeholder(word) {
				known++
			}
		}
		if known < 2 || known*2 < len(words) || t.role(s.text) != "" {
			out = append(out, s)
			continue
		}
		for _, word := range words {
			n := len([]rune(word))
			out = append(out, stretch{word, at, at + n})
			at += n + 1
		}
	}
	return out
}

// goals takes the two columns of text under 预期目标 | 实际完成情况.
func (t *laid) goals(i int) int {
	for k, h := range t.heads {
		head := map[lexicon.Role]string{lexicon.Goal: "预期目标", lexicon.Result: "实际完成情况"}[t.roleOfHead(k)]
		text := ""
		for _, line := range t.written(t.from, t.to, t.left+k) {
			text = joinLines(text, t.cell(line, t.left+k))
		}
		if head != "" && text != "" && h.text != "" {
			t.w.addCellText(squeezeText(text), head, t.lines[t.from].Place)
		}
	}
	return t.to - i
}

// names reports whether a line names two columns or more and holds no figure.
func (t *laid) names(k int) bool {
	if k >= len(t.lines) {
		return false
	}
	text := t.lines[k].Text
	if !strings.ContainsFunc(strings.TrimSpace(text), quantity.IsSpace) {
		return false // a line of prose: one cell
	}
	heads := t.headers(text)
	others := slices.DeleteFunc(slices.Clone(heads), func(s stretch) bool { return t.role(s.text) != "" })
	return len(heads)-len(others) >= 2 && !slices.ContainsFunc(others, func(s stretch) bool {
		return quantity.Parse(s.text).Kind == quantity.Number
	})
}

// role is the role of a whole header cell; of one with half a bracket there is more on the next line.
func (t *laid) role(text string) lexicon.Role {
	if !balanced(text) {
		return ""
	}
	return t.w.lex.Role(text)
}

// wrapped adds the header cells that stand on several lines: in two beside the others, in three with the
// middle one among them, or in two of which one is among them.
func (t *laid) wrapped(above, below []stretch) (used bool) {
	under := false
	for _, a := range above {
		for _, b := range below {
			if overlap(a, b) && t.widen(&a, &b) {
				used, under = true, true
			}
		}
	}
	for _, b := range below {
		if t.widen(nil, &b) {
			used, under = true, true
		}
	}
	for _, a := range above {
		used = t.widen(&a, nil) || used
	}
	if under {
		t.from++
	}
	return used
}

// widen joins what stands above and below to the header cell between them, or makes one of the two, if
// the whole is a header and the cell alone was none.
func (t *laid) widen(above, below *stretch) bool {
	var whole stretch
	for _, s := range []*stretch{above, below} {
		switch {
		case s == nil:
		case whole.text == "":
			whole = *s
		default:
			whole.from, whole.to = min(whole.from, s.from), max(whole.to, s.to)
		}
	}
	middle := slices.IndexFunc(t.heads, func(h stretch) bool { return overlap(h, whole) })
	parts := ""
	if above != nil {
		parts = above.text
	}
	if middle >= 0 {
		parts += t.heads[middle].text
		whole.from, whole.to = min(whole.from, t.heads[middle].from), max(whole.to, t.heads[middle].to)
	}
	if below != nil {
		parts += below.text
	}
	whole.text = parts
	switch {
	case t.role(whole.text) == "", middle < 0 && (above == nil || below == nil), middle >= 0 && t.role(t.heads[middle].text) != "":
		return false
	case middle >= 0:
		t.heads[middle] = whole
	default:
		t.heads = append(t.heads, whole)
	}
	return true
}

// columns finds the region of the table and where its columns are divided.
func (t *laid) columns() bool {
	var cells []cellAt
	for k, h := range t.heads {
		cells = append(cells, cellAt{Cell: &document.Cell{Text: h.text, Column: k, ColumnSpan: 1, RowSpan: 1}, text: h.text, from: k, to: k + 1})
	}
	t.header = t.w.headerOf(cells, header{})
	if k := t.header.kind; len(t.heads) < 3 && k != goalHeader || k == noHeader || k == projectsHeader && t.header.has(lexicon.Name) {
		return false
	}
	for t.from < len(t.lines) && strings.TrimSpace(t.lines[t.from].Text) == "" {
		t.from++
	}
	for t.to = t.from; t.to < len(t.lines) && t.to-t.from < regionLines && !t.over(t.to); t.to++ {
		if t.closes(t.to) {
			t.to++
			break
		}
	}
	for t.to > t.from && strings.TrimSpace(t.lines[t.to-1].Text) == "" {
		t.to--
	}
	if t.to-t.from < 2 && t.header.kind != goalHeader || t.to == t.from || !t.spaced() {
		return false
	}
	return t.divide()
}

// spaced reports whether wide blanks part cells in some line, from the header on: single ones may only part words.
func (t *laid) spaced() bool {
	return slices.ContainsFunc(t.lines[t.from-1:t.to], func(l document.Line) bool { return len(stretches(l.Text)) > 1 })
}

// closes reports whether a line is the total row of a table of scores.
func (t *laid) closes(k int) bool {
	parts := stretches(t.lines[k].Text)
	return len(parts) > 1 && t.header.kind != fundsHeader && t.w.lex.Has(lexicon.TotalWords, parts[0].text)
}

// over reports whether a line stands behind the table.
func (t *laid) over(k int) bool {
	text := t.lines[k].Text
	parts := stretches(text)
	switch {
	case len(parts) == 0:
		return t.header.kind == goalHeader || k+1 < len(t.lines) && (t.over(k+1) || t.names(min(k+2, len(t.lines)-1)))
	case t.names(k), k+1 < len(t.lines) && t.names(k+1) && t.startsHead(k):
		return true
	case t.w.noteRow(strings.TrimSpace(strings.ReplaceAll(text, "  ", " "))), t.w.pairs(strings.TrimSpace(text)) != nil:
		return true
	}
	level, _ := heading(text)
	_, _, titled := caption(text)
	return level == levelPart || level == levelSection || titled || t.header.kind != goalHeader && len(parts) == 1 && parts[0].from < t.heads[0].to && strings.Contains(text, "。")
}

// startsHead reports whether a line above a header belongs to it: one of its stretches goes on below.
func (t *laid) startsHead(k int) bool {
	next := &laid{w: t.w, lines: t.lines}
	return next.heading(k, k+1)
}

// divide finds the edges between neighbouring headers: a column of blanks between the middles of the two
// that no line of the table crosses; and in front of the first header one that parts a label of the whole
// block from the names.
func (t *laid) divide() bool {
	t.edges = []int{0}
	for k := 1; k < len(t.heads); k++ {
		a, b := t.heads[k-1], t.heads[k]
		edge, ok := t.corridor((a.from+a.to)/2+1, (b.from+b.to)/2)
		if !ok {
			return false
		}
		t.edges = append(t.edges, edge)
	}
	first := t.heads[0]
	end := 1 << 20
	if len(t.edges) > 1 {
		end = t.edges[1]
	}
	if t.header.kind == fundsHeader && t.roleOfHead(0) != lexicon.FundName && t.roleOfHead(0) != "" {
		if edge, ok := t.nearest((first.from + first.to) / 2); ok { // the names have no header
			t.edges = slices.Insert(t.edges, 1, edge)
			end, t.left = edge, 1
		}
	}
	if edge := t.labelEdge(end); edge > 0 {
		t.edges = slices.Insert(t.edges, 1, edge)
		t.left++
	}
	t.edges = append(t.edges, 1<<20)
	return true
}

func (t *laid) roleOfHead(k int) lexicon.Role { return t.role(t.heads[k].text) }
