package layout

import (
	"slices"

	"fuhe/normalize/lexicon"
)

// row is one parsed row of a region: its first token, and the index behind its last.
type row struct {
	record     *record
	start, end int
}

// lattice is the search for the rows of a region: a path through (token, column) that takes the tokens
// in order, column by column, row by row, with the greatest sum of weights. best[i][c] is the best way
// to have read i tokens and to stand before column c of a row that has begun; best[i][0] is between two
// rows.
type lattice struct {
	walk   *walker
	tokens []token
	roles  []lexicon.Role
	best   [][]step
	gains  []roleGains // see weigh
	sizes  tokenSizes
	cells  [][]*cell // by token and length; see cell
	lined  bool      // every row has a line of its own
	kind   headerKind

	own      map[lexicon.List]map[string]int // words of levels that are no common ones; see ownWords
	widest   int                             // the widest figure that has a line of its own; see widestFigure
	known    widths                          // of the columns, as a first reading tells them
	measured map[lexicon.Role][]int          // the lines of the cells that were read; see measure
}

// step is the best way to a state, and where it came from.
type step struct {
	weight int
	from   int  // token index before
	column int  // the column that was read, or len(roles) for the end of a row
	middle int  // where the second column of a pair began
	start  bool // the column was the first of its row that is not blank
	cut    int  // bytes of a token that hold the first column of a pair, where both were glued; see gluedPair
	ok     bool
}

// parse cuts the tokens into rows of the header's columns: twice, since the first reading tells how wide the
// columns are.
func (l *lattice) parse() []row {
	rows := l.search()
	known := l.widths()
	if len(known) == 0 {
		return rows
	}
	second := l.again()
	second.known = known
	return second.search()
}

// parseLines is parse where every row has a line of its own.
func (l *lattice) parseLines() []row {
	each := l.again()
	each.lined = true
	return each.search()
}

// again is a search of the same tokens for the same columns, with what was worked out of them.
func (l *lattice) again() *lattice {
	return &lattice{walk: l.walk, tokens: l.tokens, kind: l.kind, roles: l.roles, own: l.own, cells: l.cells, sizes: l.sizes}
}

func (w *walker) latticeOf(h header, tokens []token) *lattice {
	l := &lattice{walk: w, tokens: tokens, kind: h.kind, sizes: sizesOf(tokens), own: map[lexicon.List]map[string]int{}, cells: make([][]*cell, len(tokens))}
	for _, c := range h.columns {
		l.roles = append(l.roles, c.role)
	}
	for role, list := range map[lexicon.Role]lexicon.List{lexicon.Level1: lexicon.Level1Words, lexicon.Level2: lexicon.Level2Words} {
		if h.has(role) {
			l.own[list] = l.ownWords(list)
		}
	}
	return l
}

// search finds the best path, and returns its rows.
func (l *lattice) search() []row {
	l.best = make([][]step, len(l.tokens)+1)
	for i := range l.best {
		l.best[i] = make([]step, len(l.roles)+1)
	}
	l.best[0][0] = step{ok: true}
	for i := range l.best {
		for c := 1; c < len(l.roles); c++ {
			l.advance(i, c)
		}
		l.close(i)
		l.open(i)
	}
	return l.rows()
}

const (
	rowWeight  = 4  // a whole row is worth having
	skipWeight = -7 // a token between rows that belongs to none
)

// advance reads column c from token i on, in every length that makes sense.
func (l *lattice) advance(i, c int) {
	if s := l.best[i][c]; s.ok {
		l.read(i, c, 0, s.weight, false)
	}
}

// read offers every length, from the shortest on, of column c at token i. A target and its result, a
// weight and its score are read as one: either tells where the other ends.
func (l *lattice) read(i, c, shortest, weight int, start bool) {
	role := l.roles[c]
	l.gluedPair(i, c, weight, start)
	for k := shortest; k <= l.longest(role) && i+k <= len(l.tokens); k++ {
		if l.broken(i, k, start) {
			break
		}
		gain, fits := l.weigh(role, i, k)
		if !fits {
			continue
		}
		s := step{weight: weight + gain, from: i, column: c, middle: i + k, start: start, ok: true}
		if c+1 < len(l.roles) && paired(role, l.roles[c+1]) {
			l.readPair(s, c+1)
			continue
		}
		l.offer(i+k, c+1, s)
	}
}

// paired reports whether two neighbouring columns are read as one.
func paired(first, second lexicon.Role) bool {
	return first == lexicon.Target && second == lexicon.Actual || first == lexicon.Weight && second == lexicon.Score ||
		first == lexicon.Level1 && second == lexicon.Level1Weight || first == lexicon.Level2 && second == lexicon.Level2Weight
}

// readPair offers every length of the second column of a pair, behind the first.
func (l *lattice) readPair(first step, c int) {
	i := first.middle
	for k := 0; k <= l.longest(l.roles[c]) && i+k <= len(l.tokens); k++ {
		if l.broken(i, k, false) {
			break
		}
		gain, fits := l.weigh(l.roles[c], i, k)
		if !fits {
			continue
		}
		if k == 0 && l.roles[c] == lexicon.Actual && first.from == i {
			gain = 0 // scored by what was done, not by a target
		}
		if k > 0 && l.roles[c] == lexicon.Actual && first.from == i {
			gain -= 2 // of one value alone it is mostly the target
		}
		s := first
		s.weight += gain + l.pairing(l.roles[c], s.from, i, i+k)
		l.offer(i+k, c+1, s)
	}
}

// weigh is gain, remembered: each run of tokens is weighed for many paths.
func (l *lattice) weigh(role lexicon.Role, i, k int) (int, bool) {
	if role == lexicon.Actual || role == lexicon.LastYear {
		role = lexicon.Target // they look alike
	}
	longest := l.longest(role)
	g := &l.gainsOf(role, longest)[i*(longest+1)+k]
	if !g.known {
		weight, fits := l.gain(role, i, k)
		*g = gain{int32(weight), fits, true}
	}
	return int(g.weight), g.fits
}

// roleGains are the gains of the runs of tokens as cells of a role, by token and length.
type roleGains struct {
	role  lexicon.Role
	gains []gain
}

// gainsOf are those of a role, of which there are few.
func (l *lattice) gainsOf(role lexicon.Role, longest int) []gain {
	for i := range l.gains {
		if l.gains[i].role == role {
			return l.gains[i].gains
		}
	}
	gains := make([]gain, (len(l.tokens)+1)*(longest+1))
	l.gains = append(l.gains, roleGains{role, gains})
	return gains
}

type gain struct {
	weight      int32
	fits, known bool
}

// close ends a row.
func (l *lattice) close(i int) {
	if l.lined && i < len(l.tokens) && !l.tokens[i].first {
		return // the rest of the line would belong to no row
	}
	if s := l.best[i][len(l.roles)]; s.ok {
		l.offer(i, 0, step{weight: s.weight + rowWeight, from: i, column: len(l.roles), ok: true})
	}
}

// open begins a row at its first column that is not blank, or passes over a token that belongs to none:
// a page's head, a stray note.
func (l *lattice) open(i int) {
	s := l.best[i][0]
	if !s.ok || i == len(l.tokens) {
		return
	}
	l.offer(i+1, 0, step{weight: s.weight + skipWeight, from: i, ok: true})
	l.total(i, s.weight)
	if l.lined && !l.tokens[i].first {
		return
	}
	for c, weight := 0, s.weight; c < len(l.roles); c++ {
		l.read(i, c, 1, weight, true)
		blank, fits := l.weigh(l.roles[c], i, 0)
		if !fits {
			return
		}
		weight += blank
	}
}

// totalWeight is worth more than reading the closing row as an indicator.
const totalWeight = 12

// total takes the row that closes a table: 总分 with the weight and the score, or the score alone.
func (l *lattice) total(i, weight int) {
	if k := l.totalCells(i); k > 0 {
		more := 6 * max(0, k-3) // the sums of the levels' weights
		l.offer(i+k, 0, step{weight: weight + totalWeight + more, from: i, column: totalRow, ok: true})
	}
}

// totalCells is how many tokens from token i on are a closing row; 0 where it begins none.
func (l *lattice) totalCells(i int) int {
	if !l.lists(i, i+1).closes {
		return 0
	}
	k, most := 1, 3
	for _, role := range []lexicon.Role{lexicon.Level1Weight, lexicon.Level2Weight} {
		if slices.Contains(l.roles, role) {
			most++
		}
	}
	for k < most && i+k < len(l.tokens) {
		if _, fits := l.pointsGain(i+k, 1); !fits {
			break
		}
		k++
	}
	if k == 1 {
		return 0
	}
	if i+k < len(l.tokens) && l.tokens[i+k].first == l.tokens[i+k-1].first && isGrade(l.tokens[i+k].text) {
		k++ // and the grade
	}
	return k
}

// totalRow marks the step over a closing row.
const totalRow = -1

// totalRecord is a closing row as a record: of two figures the first is the weight.
func (l *lattice) totalRecord(from, to int) *record {
	rec := recordOf(lexicon.Name, l.piece(lexicon.Level1, from, from+1))
	if isGrade(l.tokens[to-1].text) {
		to--
		rec.put(lexicon.Reason, l.piece(lexicon.Reason, to, to+1))
	}
	rec.put(lexicon.Score, l.piece(lexicon.Score, to-1, to))
	if to-from >= 3 {
		rec.put(lexicon.Weight, l.piece(lexicon.Weight, from+1, from+2))
	}
	return rec
}

func (l *lattice) offer(i, c int, s step) {
	if old := l.best[i][c]; !old.ok || s.weight > old.weight {
		l.best[i][c] = s
	}
}

// rows reads the best path backwards from the best end: what comes behind the last row is not the
// table's.
func (l *lattice) rows() []row {
	end := 0
	for i := range l.best {
		if s := l.best[i][0]; s.ok && s.weight > l.best[end][0].weight {
			end = i
		}
	}
	var rows []row
	for i := end; i > 0; {
		s := l.best[i][0]
		if s.column == totalRow {
			rows = append(rows, row{l.totalRecord(s.from, i), s.from, i})
		}
		if s.column != len(l.roles) {
			i = s.from
			continue
		}
		rec, start := l.record(i)
		rows = append(rows, row{rec, start, i})
		i = start
	}
	for a, b := 0, len(rows)-1; a < b; a, b = a+1, b-1 {
		rows[a], rows[b] = rows[b], rows[a]
	}
	return rows
}

func (l *lattice) record(end int) (*record, int) {
	rec, i := &record{}, end
	for c := len(l.roles); ; {
		s := l.best[i][c]
		if s.cut > 0 {
			first, second := l.halves(s.from, s.cut)
			rec.put(l.roles[c-2], first)
			rec.put(l.roles[c-1], second)
			i, c = s.from, s.column
			if s.start {
				break
			}
			continue
		}
		if c == s.column+2 {
			rec.put(l.roles[c-1], l.piece(l.roles[c-1], s.middle, i))
			i = s.middle
		}
		rec.put(l.roles[s.column], l.piece(l.roles[s.column], s.from, i))
		i, c = s.from, s.column
		if s.start {
			break
		}
	}
	for _, role := range l.roles {
		if _, ok := rec.get(role); !ok {
			rec.put(role, piece{place: l.placeNear(i)})
		}
	}
	return rec, i
}
