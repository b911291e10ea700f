package table

import (
	"math"
	"slices"
	"strings"
)

const (
	fewestLines = 3   // lines with several chunks below which nothing is a table
	nearLines   = 2.6 // distance of baselines, in sizes, above which a table ends
	longBlock   = 40  // lines with which no table begins, above which some are skipped
	mostTrimmed = 3   // lines at either end of a block that may belong to the text around it
)

// columnsOf finds tables without vertical rules: lines that follow one another with texts below one
// another. It returns the lines that are left and the tables. Where several lines in turn begin none, a
// quarter of those that hang together is given up, so that the cost stays in proportion to the text.
func columnsOf(strips []strip, page int, frames []*frame) ([]line, []*part) {
	rest := make([]line, 0, len(strips))
	var parts []*part
	runs := runsOf(strips, frames)
	failed := 0
	var t trial
	for start := 0; start < len(strips); {
		p, end := t.tableAt(strips, runs[start], start, page)
		if p != nil {
			parts, start, failed = append(parts, p), end, 0
			continue
		}
		if failed++; failed <= mostTrimmed || end-start < longBlock {
			end = start + 1
		} else {
			end, failed = start+(end-start)/4, 0
		}
		for _, s := range strips[start:end] {
			rest = append(rest, *s.line)
		}
		start = end
	}
	return rest, parts
}

// run is a stretch of lines between rules of a frame.
type run struct {
	end   int
	frame *frame
}

// runsOf finds the runs of all frames, by their first lines.
func runsOf(strips []strip, frames []*frame) map[int][]run {
	out := map[int][]run{}
	for _, f := range frames {
		for start := 0; start < len(strips); {
			end, next := f.framed(strips, start)
			if end-start > 1 {
				out[start] = append(out[start], run{end, f})
			}
			start = next
		}
	}
	return out
}

// tableAt looks for a table that begins with the line at start. It returns the index behind its last
// line or, if there is none, behind those that were taken together.
func (t *trial) tableAt(strips []strip, runs []run, start, page int) (*part, int) {
	for _, r := range runs {
		if p := t.aligned(strips[start:r.end], page, r.frame, false); p != nil {
			return p, r.end
		}
	}
	if len(strips[start].chunks) < 2 {
		return nil, start + 1
	}
	end := block(strips, start)
	for last := end; last >= start+fewestLines && last >= end-mostTrimmed; last-- {
		if p := t.aligned(strips[start:last], page, nil, last == end && alone(strips, start, end)); p != nil && len(strips[last-1].chunks) > 1 {
			return p, last
		}
	}
	return nil, end
}

// alone reports whether the lines stand apart from the text around them, or that is set in one piece.
func alone(strips []strip, start, end int) bool {
	near := func(i int) bool { return strips[i].base-strips[i-1].base <= nearLines*strips[i].size }
	return (start == 0 || len(strips[start-1].chunks) == 1 || !near(start)) && (end == len(strips) || len(strips[end].chunks) == 1 || !near(end))
}

// block is the index behind the lines that may form a table with the line at start: near lines of
// several chunks, with at most one line of a single chunk between two of them.
func block(strips []strip, start int) int {
	end, last := start+1, start
	for ; end < len(strips); end++ {
		near := strips[end].base-strips[end-1].base <= nearLines*max(strips[end].size, strips[end-1].size)
		if !near || len(strips[end].chunks) == 1 && end-last > 1 {
			break
		}
		if len(strips[end].chunks) > 1 {
			last = end
		}
	}
	return last + 1
}

// aligned makes a table of the lines, or nil if their chunks do not stand in columns. Only lines that
// stand alone may be a table of words.
func (t *trial) aligned(strips []strip, page int, f *frame, alone bool) *part {
	for _, n := range t.chunkCounts(strips) {
		columns := t.corridors(strips, n)
		if len(columns) < 2 {
			continue
		}
		cut := t.recut(strips, columns)
		found := t.take(cut, columns)
		found.words = found.words && alone && found.rows == len(cut)
		if found.table(f != nil) {
			return newBoard(cut, columns, f).part(page)
		}
	}
	return nil
}

// trial is room for trying whether lines are a table: most are none, and many are tried for each table.
// What one trial leaves there is void when the next begins.
type trial struct {
	counts, usual []int
	chunks        []span
	columns       []span
	filled        [][]bool
	slots         []bool
	cut           []strip
	tally         tally
}

// sized is a slice of so many zeros in the room of another.
func sized[T any](room []T, n int) []T {
	room = slices.Grow(room[:0], n)[:n]
	clear(room)
	return room
}

// tally counts how well lines keep to columns.
type tally struct {
	columns             []texts
	pieces, clean, rows int
	gap                 float64  // the narrowest between two columns, in sizes
	words               bool     // nothing speaks against a table of words
	taken               []int    // by column: how many chunks of the present line stand in it
	at                  [][2]int // by chunk of the present line: the columns that it stands in, first and up to
}

// texts are the chunks of one column that stand in it alone.
type texts struct {
	count, figures int
	chunks         []span
	size           float64
}

// take counts the lines.
func (r *trial) take(strips []strip, columns []span) *tally {
	t := &r.tally
	t.reset(len(columns))
	size := 0.0
	for i := range strips {
		t.count(&strips[i], columns)
		size = max(size, strips[i].size)
	}
	t.gap = narrowest(columns) / size
	return t
}

// reset forgets what was counted and makes room for so many columns.
func (t *tally) reset(columns int) {
	*t = tally{columns: slices.Grow(t.columns[:0], columns)[:columns], taken: sized(t.taken, columns), at: t.at[:0], words: true}
	for i := range t.columns {
		t.columns[i] = texts{chunks: t.columns[i].chunks[:0]}
	}
}

func (t *tally) count(s *strip, columns []span) {
	t.pieces += len(s.chunks)
	if len(s.chunks) > 1 {
		t.rows++
	}
	clear(t.taken)
	t.at = t.at[:0]
	for _, p := range s.chunks {
		first, end := under(columns, p)
		t.at = append(t.at, [2]int{first, end})
		for k := first; k < end; k++ {
			t.taken[k]++
		}
	}
	for i, p := range s.chunks {
		if t.words && (strings.Contains(p.text, ":") || strings.Contains(p.text, "：") || strings.HasSuffix(p.text, "。")) {
			t.words = false
		}
		if first, end := t.at[i][0], t.at[i][1]; end-first == 1 && t.taken[first] == 1 {
			t.clean++
			t.columns[first].add(p, s.size)
		}
	}
}

func (c *texts) add(p piece, size float64) {
	c.count++
	if numeric(p.text) {
		c.figures++
	}
	c.chunks = append(c.chunks, span{p.x0, p.x1})
	c.size = max(c.size, size)
}

const (
	tidy          = 0.8 // share of the chunks that must stand in one column alone
	figureColumns = 0.5 // share of the chunks of a column that must be figures, in one column at least
	dense         = 0.8 // share of the slots that a table of words must fill
	straight      = 0.6 // sizes by which the texts of a column may stand out of line
	wordColumn    = 1.0 // sizes between columns of words, at least
)

// table reports whether the lines are a table: rows enough, nearly all chunks in one column each, and
// more that speaks for it the narrower the gaps are. In a frame of rules little is needed.
func (t *tally) table(framed bool) bool {
	if t.pieces == 0 || float64(t.clean) < tidy*float64(t.pieces) {
		return false
	}
	if framed {
		return t.rows >= 2 && t.gap >= chunkGap
	}
	switch figures := t.figures(2); {
	case t.rows < fewestLines:
		return false
	case t.gap >= wideGap && figures > 0:
		return true
	case len(t.columns) > 2 && t.figures(fewestLines) > 1 && t.lined() == len(t.columns):
		return true
	}
	filled := 0
	for i := range t.columns {
		filled += t.columns[i].count
	}
	return t.words && t.rows > fewestLines && len(t.columns) > 2 && t.gap >= wordColumn && t.lined() == len(t.columns) &&
		float64(filled) >= dense*float64(t.rows*len(t.columns))
}

// figures counts the columns that hold at least so many figures, and mostly figures.
func (t *tally) figures(least int) int {
	n := 0
	for _, c := range t.columns {
		if c.figures >= least && float64(c.figures) >= figureColumns*float64(c.count) {
			n++
		}
	}
	return n
}

// lined counts the columns whose texts stand in line at the left, the right or in the middle, but for
// one, which is the heading.
func (t *tally) lined() int {
	n := 0
	for i := range t.columns {
		c := &t.columns[i]
		if c.count > 1 && c.straightness() <= straight*c.size {
			n++
		}
	}
	return n
}

// furthest is how far right a text of the column ends, and how far right the middle of one stands.
func (c *texts) furthest() (right, mid float64) {
	right, mid = math.Inf(-1), math.Inf(-1)
	for _, s := range c.chunks {
		right, mid = max(right, s.x1), max(mid, (s.x0+s.x1)/2)
	}
	return right, mid
}

// straightness is how far the texts of a column stand out of line at the left, the right or in the middle,
// whichever is least.
func (c *texts) straightness() float64 {
	at := make([]float64, len(c.chunks))
	least := math.Inf(1)
	for _, edge := range []func(s span) float64{
		func(s span) float64 { return s.x0 },
		func(s span) float64 { return (s.x0 + s.x1) / 2 },
		func(s span) float64 { return s.x1 },
	} {
		for i, s := range c.chunks {
			at[i] = edge(s)
		}
		least = min(least, spread(at))
	}
	return least
}

// spread is how far positions lie apart when the one furthest out is left aside. It sorts them.
func spread(at []float64) float64 {
	if len(at) < 2 {
		return math.Inf(1)
	}
	slices.Sort(at)
	if n := len(at); n > 2 {
		return min(at[n-1]-at[1], at[n-2]-at[0])
	}
	return at[len(at)-1] - at[0]
}
