package table

import (
	"math"
	"slices"
	"strings"

	"fuhe/extract/document"
)

const (
	fewestTiers   = 3    // rows of several texts that are a table without any figure
	fewestAbreast = 3    // texts beside one another in a row that shows columns
	leastAbreast  = 2    // such rows
	tallRow       = 5.0  // distance of baselines, in sizes, above which a table without rules ends
	mostUnruled   = 400  // lines that are looked at together
	mostTexts     = 3000 // and the texts in them
	dearestRow    = 2.3  // what a row may cost on average
	dearestLine   = 0.2  // and besides for each line
	proseWidth    = 0.5  // share of the width of the table above which a line from its left edge is text around it
)

// unruled finds the tables whose rows and columns only the places of their texts tell. It returns the
// lines that are left and the tables.
func unruled(lines []line, p *document.Page, b beams) ([]line, []*part) {
	var rest []line
	var parts []*part
	strips := stripsOf(lines)
	free, foot := unnumbered(lines, p.Height)
	rest = append(rest, lines[:free]...)
	for start := free; start < foot; {
		from, end := stretch(strips[:foot], free, start)
		for _, w := range weavesOf(strips[from:end], b) {
			first, last := from+w.tiers[0].from, from+w.tiers[len(w.tiers)-1].to
			rest = append(rest, lines[free:first]...)
			parts, free = append(parts, w.part(p.Number)), last
		}
		start = max(start+1, end)
	}
	return append(rest, lines[free:]...), parts
}

// unnumbered are the lines, from and up to, but for page numbers above or below all others.
func unnumbered(lines []line, height float64) (from, end int) {
	end = len(lines)
	if end > 0 && lines[end-1].box.Y0 > (1-footZone)*height && pageNumber(lines[end-1].text()) {
		end--
	}
	if end > 0 && lines[0].box.Y1 < max(headZone*height, margin) && pageNumber(lines[0].text()) {
		from++
	}
	return from, end
}

// stretch are the lines that may be one table with the line at start, from and up to: those with several
// texts, those between, and the nearest above and below. Those before free are taken.
func stretch(strips []strip, free, start int) (from, end int) {
	if len(strips[start].chunks) < 2 {
		return start, start + 1
	}
	end = start + 1
	for end < len(strips) && end-start < mostUnruled && within(&strips[end-1], &strips[end], tallRow) && !prose(strips[start:end], &strips[end]) {
		end++
	}
	for from = start; from > free && within(&strips[from-1], &strips[from], nextLine) && !prose(strips[start:end], &strips[from-1]); {
		from--
	}
	return from, end
}

// within reports whether a line stands no more than so many sizes below another.
func within(above, below *strip, most float64) bool {
	return below.base-above.base <= most*max(above.size, below.size)
}

// prose reports whether a line below others is text set over the columns of what stands above.
func prose(above []strip, s *strip) bool {
	if len(s.chunks) > 1 {
		return false
	}
	left, right := math.Inf(1), math.Inf(-1)
	for i := range above {
		left, right = min(left, above[i].box.X0), max(right, above[i].box.X1)
	}
	c := s.chunks[0]
	return c.x1-c.x0 > proseWidth*(right-left) && c.x0 < left+firstIndent*s.size
}

// weavesOf makes tables of lines that follow one another.
func weavesOf(strips []strip, b beams) []*weave {
	texts := 0
	for i := range strips {
		texts += len(strips[i].chunks)
	}
	if len(strips) < leastAbreast || texts > mostTexts {
		return nil
	}
	var out []*weave
	tiers := tiersOf(strips, b)
	edges := edgesBetween(gapsOf(tiers))
	for start := 0; start < len(tiers); {
		end := start
		for end < len(tiers) && !foreign(tiers, end, edges) {
			end++
		}
		if w := weaveOf(trimmed(tiers[start:end]), b.of(strips)); w != nil {
			out = append(out, w)
		}
		start = end + 1
	}
	return out
}

// foreign reports whether a row is none, but text around tables: it stands alone, not within one column behind
// the first, and is a heading, ends as a sentence does, or stands beside another such row.
func foreign(tiers []tier, i int, edges []span) bool {
	if !tiers[i].alone() {
		return false
	}
	b := &tiers[i].bunches[0]
	first, end := slotsIn(edges, b.span)
	if first > 0 {
		return end-first > 1
	}
	text := b.text()
	return heading(text) || strings.HasSuffix(text, "。") || i > 0 && tiers[i-1].alone() || i+1 < len(tiers) && tiers[i+1].alone()
}

// alone reports whether the row has but one text.
func (t *tier) alone() bool { return len(t.bunches) == 1 }

// trimmed leaves out the rows of one text at either end: titles and notes. The lowest above may be the rest of
// a cell that the page before began.
func trimmed(tiers []tier) []tier {
	from, end := 0, len(tiers)
	for from < end && tiers[from].alone() {
		from++
	}
	for end > from && tiers[end-1].alone() {
		end--
	}
	if from > 0 && from < end && tiers[from-1].rest(tiers[from:end]) {
		from--
	}
	return tiers[from:end]
}

// rest reports whether a text is the rest of a cell above the rows: it stands close above in one column, right of
// the middle or where the first row has nothing.
func (t *tier) rest(below []tier) bool {
	left, right := math.Inf(1), math.Inf(-1)
	for i := range below {
		b := below[i].bunches
		left, right = min(left, b[0].x0), max(right, b[len(b)-1].x1)
	}
	_, bottom := t.extent()
	top, _ := below[0].extent()
	s := t.bunches[0].span
	if top-bottom > tallRow*t.bunches[0].marks[0].line.size {
		return false
	}
	first, end := slotsIn(edgesBetween(gapsOf(below)), s)
	return s.x0 > (left+right)/2 || end-first == 1 && !slices.ContainsFunc(below[0].bunches, func(b bunch) bool { return b.x0 < s.x1 && s.x0 < b.x1 })
}

// text is what the bunch holds.
func (b *bunch) text() string {
	var text strings.Builder
	for i := range b.marks {
		text.WriteString(b.marks[i].text)
	}
	return text.String()
}

// weaveOf makes a table of rows, or nil if they are none.
func weaveOf(tiers []tier, b beams) *weave {
	if len(tiers) < leastAbreast {
		return nil
	}
	sections := sectionsOf(tiers)
	if !convincing(tiers, sections) {
		return nil
	}
	return newWeave(tiers, sections, b)
}

// convincing reports whether rows and sections are those of a table: several texts abreast in some rows, no
// more columns than rows have in common, and rows that fit together well.
func convincing(tiers []tier, sections []section) bool {
	abreast, several, figures, cost := 0, 0, 0, 0.0
	for i := range tiers {
		if len(tiers[i].bunches) >= fewestAbreast {
			abreast++
		}
		if len(tiers[i].bunches) > 1 {
			several++
		}
		if slices.ContainsFunc(tiers[i].bunches, func(b bunch) bool { return len(b.marks) == 1 && numeric(b.marks[0].text) }) {
			figures++
		}
		cost += tiers[i].cost()
	}
	return abreast >= leastAbreast && (figures > 0 || abreast >= fewestTiers) && 2*several > len(tiers) &&
		cost <= dearestRow*float64(len(tiers))+dearestLine*float64(tiers[len(tiers)-1].to-tiers[0].from) && 3*len(sections) <= 2*len(tiers)+1
}

// weave is the rows of a table without rules on common columns.
type weave struct {
	tiers    []tier
	sections []section
	edges    []span  // between the columns of all sections
	columns  [][]int // of each section: the column of the grid that each of its own begins with, and the end
	x0, x1   float64
	ys       []float64
	beams    beams
}

func newWeave(tiers []tier, sections []section, b beams) *weave {
	w := &weave{tiers: tiers, sections: sections, beams: b, x0: math.Inf(1), x1: math.Inf(-1)}
	var all []span
	for _, s := range sections {
		all = append(all, s.edges...)
	}
	w.edges = edgesBetween(all)
	for i := range tiers {
		for _, b := range tiers[i].bunches {
			w.x0, w.x1 = min(w.x0, b.x0), max(w.x1, b.x1)
		}
	}
	for _, s := range sections {
		w.columns = append(w.columns, w.under(s))
	}
	w.ys = w.heights()
	return w
}

// under are the columns of the grid with which those of a section begin. A section that begins further
// right has no cells in the columns before.
func (w *weave) under(s section) []int {
	first, last := len(w.edges), 0
	for i := s.from; i < s.to; i++ {
		for _, b := range w.tiers[i].bunches {
			from, end := slotsIn(w.edges, b.span)
			first, last = min(first, from), max(last, end)
		}
	}
	out := []int{first}
	for _, e := range s.edges {
		k := slices.IndexFunc(w.edges, func(o span) bool { return o.within(e) })
		out = append(out, max(k+1, out[len(out)-1]))
	}
	return append(out, max(last, out[len(out)-1]+1))
}

// slotRun are columns of the grid, first and up to.
type slotRun struct{ first, end int }

// places are where the texts of a section's columns stand: in the columns of the grid that each covers, or in
// the one in which all of its texts are.
func (w *weave) places(n int) []slotRun {
	s := w.sections[n]
	out := make([]slotRun, len(s.edges)+1)
	for k := range out {
		out[k] = slotRun{len(w.edges), 0}
	}
	for i := s.from; i < s.to; i++ {
		for _, b := range w.tiers[i].bunches {
			k, end := slotsIn(s.edges, b.span)
			if end-k > 1 {
				continue
			}
			from, to := slotsIn(w.edges, b.span)
			out[k] = slotRun{min(out[k].first, from), max(out[k].end, to)}
		}
	}
	for k := range out {
		if out[k].end-out[k].first != 1 {
			out[k] = slotRun{w.columns[n][k], w.columns[n][k+1]}
		}
	}
	return out
}

// heights are the edges of the rows: the middles between the texts above and below.
func (w *weave) heights() []float64 {
	out := make([]float64, 0, len(w.tiers)+1)
	for i := range w.tiers {
		top, bottom := w.tiers[i].extent()
		if i > 0 {
			_, above := w.tiers[i-1].extent()
			top = max((top+above)/2, out[i-1]+0.1)
		}
		out = append(out, top)
		if i == len(w.tiers)-1 {
			out = append(out, max(bottom, top+0.1))
		}
	}
	return out
}

// extent is how high the tier's texts reach, but for those that stand higher or lower than the others.
func (t tier) extent() (top, bottom float64) {
	top, bottom = math.Inf(1), math.Inf(-1)
	mid := t.middle()
	for i := range t.bunches {
		if t.bunches[i].off(mid, t.setting) && len(t.bunches) > 1 {
			continue
		}
		for _, m := range t.bunches[i].marks {
			top, bottom = min(top, m.line.box.Y0), max(bottom, m.line.box.Y1)
		}
	}
	return top, bottom
}

// part makes the grid a part of a table.
func (w *weave) part(page int) *part {
	p := &part{page: page, evidence: document.Aligned, xs: []float64{w.x0}, ys: w.ys}
	for _, e := range w.edges {
		p.xs = append(p.xs, (e.x0+e.x1)/2)
	}
	p.xs = append(p.xs, w.x1)
	p.slack = w.edges
	p.box = document.Box{X0: w.x0, Y0: w.ys[0], X1: w.x1, Y1: w.ys[len(w.ys)-1]}
	p.slots = make([]int32, p.rows()*p.columns())
	for i := range p.slots {
		p.slots[i] = -1
	}
	for n, s := range w.sections {
		places := w.places(n)
		for r := s.from; r < s.to; r++ {
			w.fill(p, s.edges, places, r)
		}
	}
	p.span(w.tiers, w.beams)
	for i, s := range p.slots {
		if s < 0 {
			p.add(cell{page: page, row: i / p.columns(), col: i % p.columns(), rows: 1, cols: 1})
		}
	}
	p.slots = nil
	return p
}

// fill puts the texts of one row into their cells.
func (w *weave) fill(p *part, edges []span, places []slotRun, row int) {
	for i := range w.tiers[row].bunches {
		b := &w.tiers[row].bunches[i]
		first, end := slotsIn(edges, b.span)
		from, to := places[first].first, places[end-1].end
		c := cell{page: p.page, row: row, rows: 1, col: from, cols: max(to-from, 1)}
		c.box = document.Box{X0: p.xs[c.col], X1: p.xs[c.col+c.cols], Y0: p.ys[row], Y1: p.ys[row+1]}
		c.write(b.lines(p.page))
		p.set(c)
	}
}

// lines are the lines of the text.
func (b *bunch) lines(page int) []line {
	var out []line
	for _, m := range b.marks {
		l := line{page: page, base: m.line.base, size: m.line.size, pieces: []piece{m.piece},
			box: document.Box{X0: m.x0, X1: m.x1, Y0: m.line.box.Y0, Y1: m.line.box.Y1}}
		if n := len(out); n > 0 && out[n-1].base == l.base {
			out[n-1].pieces = append(out[n-1].pieces, m.piece)
			out[n-1].box = out[n-1].box.Union(l.box)
			continue
		}
		out = append(out, l)
	}
	return out
}
