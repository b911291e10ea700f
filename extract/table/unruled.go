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
func unruled(strips []strip, p *document.Page, b beams) ([]strip, []*part) {
	var parts []*part
	free, foot := unnumbered(strips, p.Height)
	rest := slices.Clone(strips[:free])
	for start := free; start < foot; {
		from, end := stretch(strips[:foot], free, start)
		for _, w := range weavesOf(strips[from:end], b) {
			first, last := from+w.tiers[0].from, from+w.tiers[len(w.tiers)-1].to
			rest = append(rest, strips[free:first]...)
			parts, free = append(parts, w.part(p.Number)), last
		}
		start = max(start+1, end)
	}
	return append(rest, strips[free:]...), parts
}

// unnumbered are the lines, from and up to, but for page numbers above or below all others.
func unnumbered(lines []strip, height float64) (from, end int) {
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
		if slices.ContainsFunc(tiers[i].bunches, func(b bunch) bool { return len(b.marks) == 1 && b.marks[0].figure }) {
			figures++
		}
		cost += tiers[i].cost()
	}
	return abreast >= leastAbreast && (figures > 0 || abreast >= fewestTiers) && 2*several > len(tiers) &&
		cost <= dearestRow*float64(len(tiers))+dearestLine*float64(tiers[len(tiers)-1].to-tiers[0].from) && 3*len(sections) <= 2*len(tiers)+1
}
