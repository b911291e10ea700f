package layout

import (
	"maps"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// A glued table is read as the path from row to row with the greatest sum of weights: where rows have no lines of their
// own, one row's end is told by the next one's beginning. The points of the rows are summed on the way, since a wrong
// cut between digits mostly breaks the sums.

// gluedText is the text below glued headers, line for line.
type gluedText struct {
	text  string
	lines []gluedPart
}

// gluedPart is one line of it.
type gluedPart struct {
	from, to int // bytes
	place    document.Place
}

// gluedTable is the search for the rows of a glued table.
type gluedTable struct {
	gluedText
	walk     *walker
	roles    []lexicon.Role
	kind     headerKind
	open     bool      // rows have no lines of their own
	known    rowPoints // what is scored beside the rows: the execution of the budget
	common   map[string]int
	levelsAt map[int]bool
	nodes    map[int]map[rowPoints]*reach
	tried    map[int]gluedRows
}

// gluedRows are the rows that may begin at a place.
type gluedRows struct {
	rows []gluedRow
	sure bool // every division was tried
}

// gluedRow is one way to read a row.
type gluedRow struct {
	from, to int
	weight   int
	record   *record
	points   rowPoints
	total    bool
}

// reach is the best way to have read the rows up to a place, with the sum of their points.
type reach struct {
	weight int
	sums   rowPoints
	before *reach
	row    *gluedRow
}

const (
	mostSums  = 80 // the most sums kept for one place
	farBehind = 45 // a way that is worse by more than a row or two is given up
	leastSure = 6  // a row of a lower weight is none that a form prints
	endInside = 8  // what it costs that a table ends where nothing says so

)

// read returns the rows of the best path, and how many bytes they take.
func (t *gluedTable) read() (rows []gluedRow, end int) {
	t.nodes, t.tried = map[int]map[rowPoints]*reach{0: {{}: {}}}, map[int]gluedRows{}
	var best *reach
	end = 0
	ahead := 0 // the best weight so far
	for at := 0; at < len(t.text); {
		for _, r := range t.kept(at) {
			if ahead = max(ahead, r.weight); r.weight >= ahead-farBehind {
				t.extend(at, r)
			}
		}
		next := len(t.text)
		for to := range t.nodes {
			if to > at {
				next = min(next, to)
			}
		}
		at = next
	}
	for to, states := range t.nodes {
		inside := to < len(t.text) && t.open && !t.walk.tableTail(t.text[to:])
		for _, r := range states {
			if inside {
				r.weight -= endInside
			}
			if r.row != nil && (best == nil || r.weight > best.weight || r.weight == best.weight && better(r, best, to, end)) {
				best, end = r, to
			}
		}
	}
	for r := best; r != nil && r.row != nil; r = r.before {
		rows = append(rows, t.marked(*r.row, best))
	}
	slices.Reverse(rows)
	return rows, end
}

// better breaks ties the same way each time.
func better(a, b *reach, to, end int) bool {
	if to != end {
		return to < end
	}
	return a.sums.less(b.sums)
}

// kept are the states of a place, the best first, bounded.
func (t *gluedTable) kept(at int) []*reach {
	var states []*reach
	for _, r := range t.nodes[at] {
		states = append(states, r)
	}
	slices.SortFunc(states, func(a, b *reach) int {
		switch {
		case a.weight != b.weight:
			return b.weight - a.weight
		case a.sums.less(b.sums):
			return -1
		}
		return 1
	})
	return states[:min(len(states), mostSums)]
}

// extend goes on from a state by every row that may begin there. Nothing follows the row that closes the table.
func (t *gluedTable) extend(at int, r *reach) {
	if r.row != nil && r.row.total {
		return
	}
	tried, ok := t.tried[at]
	if !ok {
		tried = t.rowsAt(at)
		t.tried[at] = tried
	}
	for i := range tried.rows {
		row := &tried.rows[i]
		next := &reach{weight: r.weight + row.weight, sums: r.sums.plus(row.points), before: r, row: row}
		if row.total {
			next.weight += t.closing(r.sums, row.points)
		}
		if t.nodes[row.to] == nil {
			t.nodes[row.to] = map[rowPoints]*reach{}
		}
		if old := t.nodes[row.to][next.sums]; old == nil || next.weight > old.weight {
			t.nodes[row.to][next.sums] = next
		}
	}
}

// closing weighs the rows' sums against those of the row that closes the table.
func (t *gluedTable) closing(sums, total rowPoints) (weight int) {
	all := sums.plus(t.known)
	if total.scored && (all.score == total.score || sums.score == total.score) {
		weight += 14
	}
	if total.weighed && all.weighed && (all.weight == total.weight || sums.weight == total.weight) {
		weight += 6
	}
	return weight
}

// rowsAt lists the rows that may begin at a byte.
func (t *gluedTable) rowsAt(at int) gluedRows {
	line := t.lineAt(at)
	text := t.text[at:line.to]
	if n := len(text) - len(strings.TrimLeft(text, "….·")); n > 0 && (n == len(text) || !strings.HasPrefix(text, ".")) {
		return gluedRows{rows: []gluedRow{{from: at, to: at + n}}, sure: true} // rows left out: ……
	}
	if rows := t.totalsAt(at, text, line.place); rows != nil {
		return gluedRows{rows: rows, sure: true}
	}
	if n := t.unusedLevels(text); n > 0 && t.totalsAt(at+n, text[n:], line.place) != nil {
		return gluedRows{rows: []gluedRow{{from: at, to: at + n}}, sure: true}
	}
	if t.kind == fundsHeader && numbersColumns(text) {
		return gluedRows{rows: []gluedRow{{from: at, to: line.to}}, sure: true}
	}
	if name := strings.TrimLeft(text, "　"); t.kind == fundsHeader && !strings.ContainsAny(name, "0123456789-—/") && runes(name) <= 12 && line.from == at {
		return gluedRows{rows: []gluedRow{{from: at, to: line.to}}, sure: true} // 其他资金, nothing filled in
	}
	return t.search(at, text, line)
}

// unusedLevels is how many bytes the levels take that the text begins with and that no row stands under:
// 满意度指标服务对象满意度指标总分99.6.
func (t *gluedTable) unusedLevels(text string) int {
	at := 0
	for {
		longest := 0
		for _, list := range []lexicon.List{lexicon.Level1Words, lexicon.Level2Words} {
			word := t.walk.lex.LongestIn(list, text[at:], func(word, _ string) bool { return strings.HasSuffix(word, "指标") })
			longest = max(longest, len(word))
		}
		if longest == 0 {
			return at
		}
		at += longest
		at += bracketAt(text[at:])
	}
}

// search divides the row that begins at a byte in every way that makes sense.
func (t *gluedTable) search(at int, text string, line gluedPart) gluedRows {
	if cut := cutRunes(text, gluedRunes); len(cut) < len(text) {
		if !t.open {
			return gluedRows{}
		}
		text = cut
	}
	s := gluedSearch{walk: t.walk, text: text, roles: t.roles, money: t.kind == fundsHeader || t.kind == projectsHeader, summary: t.kind == summaryHeader, open: t.open, table: t.text, common: t.common, base: at, levelsAt: t.levelsAt}
	var rows []gluedRow
	found := s.divisions()
	if len(found) == 0 && s.money {
		s.loose = true
		found = s.divisions()
	}
	for _, to := range slices.Sorted(maps.Keys(found)) { // of rows as good as another the first is read, each time
		for _, d := range found[to] {
			rows = append(rows, t.row(at, to, text, d, line.place))
		}
	}
	return gluedRows{rows: rows, sure: !s.exhausted()}
}

func cutRunes(text string, most int) string {
	for i := range text {
		if most--; most < 0 {
			return text[:i]
		}
	}
	return text
}

// row makes a row of a division.
func (t *gluedTable) row(at, to int, text string, d division, place document.Place) gluedRow {
	rec := &record{}
	for c, role := range t.roles {
		cell := text[d.cells[c].from:d.cells[c].to]
		rec.put(role, piece{text: cell, place: place.Quoting(cell)})
	}
	return gluedRow{from: at, to: at + to, weight: d.weight + rowWeight, record: rec, points: rowPointsOf(rec)}
}

// lineAt is the line that holds a byte.
func (t *gluedTable) lineAt(at int) gluedPart {
	i, _ := slices.BinarySearchFunc(t.lines, at, func(l gluedPart, at int) int { return l.to - at - 1 })
	if i < len(t.lines) && t.lines[i].to == at {
		i++
	}
	return t.lines[min(i, len(t.lines)-1)]
}

// marked marks what another division of a row reads otherwise, where nothing tells which is right: not the shapes of
// the cells, and not the sums.
func (t *gluedTable) marked(row gluedRow, path *reach) gluedRow {
	tried := t.tried[row.from]
	if row.record == nil || row.total {
		return row
	}
	confirmed := t.confirmed(path)
	rec := row.record.clone()
	doubted := !tried.sure || row.weight < leastSure
	if doubted {
		for i := range rec.pieces {
			rec.pieces[i].doubt = form.InferredCut
		}
	}
	for i := range tried.rows {
		other := &tried.rows[i]
		if other.to != row.to || row.weight-other.weight >= sureBy || other.record == nil || confirmed && other.points != row.points {
			continue
		}
		for _, role := range t.roles {
			if other.record.text(role) == row.record.text(role) {
				continue
			}
			p := rec.at(role)
			p.doubt, doubted = form.InferredCut, true
			rec.put(role, p)
		}
	}
	if doubted {
		for _, role := range []lexicon.Role{lexicon.Name, lexicon.FundName} {
			if p, ok := rec.get(role); ok {
				p.doubt = form.InferredCut
				rec.put(role, p)
			}
		}
	}
	row.record = rec
	return row
}

// confirmed reports whether the rows' points sum to what the closing row prints.
func (t *gluedTable) confirmed(path *reach) bool {
	if path.row == nil || !path.row.total || path.before == nil {
		return false
	}
	total, sums := path.row.points, path.before.sums
	all := sums.plus(t.known)
	return total.scored && (all.score == total.score || sums.score == total.score)
}

// numbersColumns reports whether a line only numbers the columns: 列次123.
func numbersColumns(text string) bool {
	numbers := strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(text, "行次"), "列次"), " ")
	return len(numbers) > 1 && numbers != text && strings.HasPrefix("123456789", numbers)
}
