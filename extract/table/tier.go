package table

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// bunch is what stands below one another in one row: the text of one cell.
type bunch struct {
	span
	marks []*mark // from top to bottom
}

// tier is one row of a table without rules: a run of lines, and the texts beside one another in it.
type tier struct {
	from, to int // lines, up to
	bunches  []bunch
	setting  setting
	off      int // texts that are not level with the others
	apart    int // lines that stand apart from the one before
}

const (
	mostAgainst = 12   // of what speaks against the texts of a row above which it is none
	mostInTier  = 30   // lines of one row; texts in the middle of others stand on lines of their own
	inLine      = 2.0  // points by which texts of one cell may stand out of line
	nextLine    = 2.2  // distance of baselines, in sizes, above which two lines are not of one cell
	sameMiddle  = 0.3  // sizes by which the middles of the texts of one row may differ
	overlapping = 0.95 // baselines nearer than this, in sizes, are of lines beside one another
	longLine    = 5    // characters of a line that is likely to fill its cell
	otherSize   = 1.2  // times by which the sizes of two lines of one cell may differ, at most
	firstIndent = 2.2  // sizes by which the first line of a paragraph may be moved in
)

// What speaks against taking lines for one row, in rows: a row more costs one.
const (
	aRow        = 1.0
	loneText    = 1.5  // a row of one text
	sideBySide  = 2.0  // two texts beside one another in one cell
	twoFigures  = 3.0  // figures below one another in one cell
	unbroken    = 2.0  // a line that had room for what stands on the next
	broken      = 0.3  // a line that had none
	filledUp    = 0.12 // the same with a long line
	outOfMiddle = 0.8  // a text that stands higher or lower than the others: it may be that of several rows
	scattered   = 2.0  // the same where most do
	cutText     = 1.2  // a row that but goes on with texts of the one above
	overlapped  = 0.8  // a text that reaches into the row above
	unequal     = 2.0  // texts of other sizes, or further apart than lines of one text
	unusual     = 0.3  // a row whose texts are not level in the middle
	ruledOff    = 3.0  // a rule between two lines of one text
	unbarred    = 1.5  // a row that no rule closes, where rules close the others
	around      = 0.5  // a line of one text above or below all others
)

// setting is how the texts of a row stand to one another: with their tops, middles or feet level.
type setting uint8

const (
	tops setting = iota
	middles
	feet
)

// tiersOf cuts lines into the rows that they most likely are.
func tiersOf(strips []strip, b beams) []tier {
	c := newCuts(marksOf(strips), b.of(strips))
	n := len(c.marks)
	for end := 1; end <= n; end++ {
		c.cut(end)
	}
	var out []tier
	for end := n; end > 0; end = c.from[end] {
		out = append(out, tierOf(c.marks, c.from[end], end))
	}
	slices.Reverse(out)
	return out
}

// cuts are the ways to cut lines into rows.
type cuts struct {
	marks      [][]mark
	beams      beams
	lead, foot int       // lines of one text above and below all others, up to and from
	seams      []float64 // by line: what speaks against a row that begins with it
	cost       []float64 // of the best rows up to a line
	from       []int     // where the last of them begins
	heap       heap
}

func newCuts(marks [][]mark, b beams) *cuts {
	n := len(marks)
	c := &cuts{marks: marks, beams: b, seams: make([]float64, n), cost: make([]float64, n+1), from: make([]int, n+1), heap: heap{marks: marks}}
	c.lead, c.foot = singles(marks)
	for i := 1; i < n; i++ {
		c.seams[i] = severed(marks[i-1], marks[i], b)
	}
	return c
}

// cut finds where the row best begins that ends before a line.
func (c *cuts) cut(end int) {
	c.cost[end] = math.Inf(1)
	c.heap.clear(end)
	for start := end - 1; start >= max(0, end-mostInTier); start-- {
		if c.heap.add(start); c.heap.torn > mostAgainst {
			return // more lines only say more against it
		}
		before := c.cost[start] + c.seams[start]
		if before+c.least(start, end) >= c.cost[end] {
			continue
		}
		if sum := before + c.row(start, end); sum < c.cost[end] {
			c.cost[end], c.from[end] = sum, start
		}
	}
}

// single reports whether the lines are among those of one text above or below all others.
func (c *cuts) single(start, end int) bool { return end <= c.lead || start >= c.foot }

// least is what a row of the lines on the heap costs at least.
func (c *cuts) least(start, end int) float64 {
	if c.single(start, end) {
		return around + c.heap.torn
	}
	return aRow + c.heap.torn
}

// row is the cost of a row of the lines.
func (c *cuts) row(start, end int) float64 {
	if c.single(start, end) && len(c.beams.rules) == 0 {
		return around + c.heap.torn
	}
	t := tierOf(c.marks, start, end)
	if c.single(start, end) {
		return around + t.texts() + c.beams.crossed(&t)
	}
	return t.cost() + c.beams.crossed(&t)
}

// singles are the lines of one text above and below all others, up to and from: titles and notes.
func singles(marks [][]mark) (lead, foot int) {
	for lead < len(marks) && len(marks[lead]) == 1 {
		lead++
	}
	for foot = len(marks); foot > lead && len(marks[foot-1]) == 1; {
		foot--
	}
	return lead, foot
}

// tierOf puts the chunks of lines that reach under one another together.
func tierOf(marks [][]mark, from, to int) tier {
	t := tier{from: from, to: to}
	all := make([]*mark, 0, (to-from)*len(marks[from]))
	for _, l := range marks[from:to] {
		for k := range l {
			all = append(all, &l[k])
		}
	}
	t.bunches = make([]bunch, 0, len(marks[from]))
	slices.SortFunc(all, func(a, b *mark) int {
		return cmp.Or(cmp.Compare(a.x0, b.x0), cmp.Compare(a.line.base, b.line.base), cmp.Compare(a.x1, b.x1))
	})
	for i, m := range all {
		if n := len(t.bunches); n > 0 && m.x0 < t.bunches[n-1].x1 {
			b := &t.bunches[n-1]
			b.marks, b.x1 = all[i-len(b.marks):i+1:i+1], max(b.x1, m.x1)
			continue
		}
		t.bunches = append(t.bunches, bunch{span{m.x0, m.x1}, all[i : i+1 : i+1]})
	}
	for i := range t.bunches {
		if m := t.bunches[i].marks; len(m) > 1 {
			slices.SortStableFunc(m, func(a, b *mark) int { return cmp.Compare(a.line.base, b.line.base) })
		}
	}
	t.apart = apart(marks[from:to])
	t.setting, t.off = t.settled()
	return t
}

// apart counts the lines that stand too far below the line before, or are of another size than it.
func apart(lines [][]mark) int {
	n := 0
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1][0].line, lines[i][0].line
		if b.base-a.base > nextLine*max(a.size, b.size) || max(a.size, b.size) > otherSize*min(a.size, b.size) {
			n++
		}
	}
	return n
}

// settled is the setting that puts most texts level, and how many it does not.
func (t tier) settled() (best setting, off int) {
	for _, s := range []setting{middles, tops, feet} {
		t.setting = s
		if n := t.unlevel(); s == middles || n < off {
			best, off = s, n
		}
		if off == 0 {
			break
		}
	}
	return best, off
}

// cost is how much speaks against the tier being one row.
func (t tier) cost() float64 {
	sum := aRow + unequal*float64(t.apart)
	if len(t.bunches) == 1 {
		sum += loneText
	}
	if t.setting != middles {
		sum += unusual
	}
	sum += t.texts()
	if 3*t.off <= len(t.bunches) {
		return sum + float64(t.off)*outOfMiddle
	}
	return sum + float64(t.off)*scattered
}

// texts is how much speaks against each text of the row being one.
func (t tier) texts() float64 {
	sum := 0.0
	for i := range t.bunches {
		sum += t.bunches[i].cost()
	}
	return sum
}

// cost is how much speaks against the texts being one.
func (b *bunch) cost() float64 {
	sum := 0.0
	for i := 1; i < len(b.marks); i++ {
		sum += tear(b.marks[i-1], b.marks[i])
	}
	return sum
}

// tear is how much speaks against the lower text going on with the upper one.
func tear(upper, lower *mark) float64 {
	size := max(upper.line.size, lower.line.size)
	switch {
	case upper.line == lower.line:
		return sideBySide
	case lower.line.base-upper.line.base > nextLine*size:
		return unbroken
	case max(upper.line.size, lower.line.size) > otherSize*min(upper.line.size, lower.line.size):
		return unequal
	case upper.figure && lower.figure:
		if strings.HasSuffix(upper.text, ".") {
			return filledUp
		}
		return twoFigures
	case strings.IndexAny(lower.text, "（(") == 0 && inLineWith(upper, lower):
		return broken
	case !wraps(upper, lower):
		return unbroken
	case upper.long:
		return filledUp
	}
	return broken
}

// wraps reports whether the lower text can be what the upper line had no room for.
func wraps(upper, lower *mark) bool {
	indent := upper.x0 - lower.x0
	if !inLineWith(upper, lower) && (indent < 0 || indent > firstIndent*upper.line.size) {
		return false
	}
	return upper.x1-upper.x0+tokenWidth(lower.text, lower.line.size) > max(upper.room(), lower.room())
}

// unlevel counts the texts that do not stand level with the others.
func (t tier) unlevel() int {
	mid, n := t.middle(), 0
	for i := range t.bunches {
		if t.bunches[i].off(mid, t.setting) {
			n++
		}
	}
	return n
}

// middle is the height at which most texts stand.
func (t tier) middle() float64 {
	at := make([]float64, len(t.bunches))
	for i := range t.bunches {
		at[i] = t.bunches[i].level(t.setting)
	}
	slices.Sort(at)
	return at[len(at)/2]
}

// off reports whether the text stands higher or lower than that.
func (b *bunch) off(middle float64, s setting) bool {
	return math.Abs(b.level(s)-middle) > sameMiddle*b.marks[0].line.size
}

// level is the height at which the text stands.
func (b *bunch) level(s setting) float64 {
	first, last := b.marks[0].line.base, b.marks[len(b.marks)-1].line.base
	switch s {
	case tops:
		return first
	case feet:
		return last
	}
	return (first + last) / 2
}

// severed is how much speaks against the end of a row between two lines. No row reaches into the next one,
// but for cells over several rows.
func severed(above, here []mark, b beams) float64 {
	if b.part(above, here) {
		return 0
	}
	sum := 0.0
	if b.banded {
		sum += unbarred
	}
	if goesOn(above, here) {
		sum += cutText
	}
	if here[0].line.base-above[0].line.base < overlapping*min(above[0].line.size, here[0].line.size) {
		sum += overlapped * float64(min(len(above), len(here)))
	}
	return sum
}

// goesOn reports whether a line holds nothing but the rest of texts of the line above, which holds more.
func goesOn(above, here []mark) bool {
	if len(here) >= len(above) {
		return false
	}
	for i := range here {
		m := &here[i]
		k := slices.IndexFunc(above, func(o mark) bool { return o.x0 < m.x1 && m.x0 < o.x1 })
		if k < 0 || m.figure || !wraps(&above[k], m) {
			return false
		}
	}
	return true
}
