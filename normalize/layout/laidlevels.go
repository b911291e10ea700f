package layout

import (
	"math"
	"math/big"
	"slices"

	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// levelCell is a merged cell of a level column: its text, and the rows from and up to that it covers.
type levelCell struct {
	text     string
	from, to int
}

// heights tells how far down each line of the table stands, and where the rows begin and end: in lines of
// a cell, since lines of cells with even and odd numbers of lines stand half a line apart.
type heights struct {
	of   map[int]float64 // by line
	tops []float64       // by row
	ends []float64
	// atTop: cells begin at the top of their rows, and do not stand in the middle
	atTop bool
}

// measureRows lays rows below one another.
func (t *laid) measureRows(lines []laidLine, rows []laidRow, atTop bool) heights {
	h := heights{of: map[int]float64{}, atTop: atTop}
	at := 0.0
	for i, r := range rows {
		if i > 0 {
			at += t.between(lines[rows[i-1].to-1], lines[r.from])
		}
		own := lines[r.from:r.to]
		counts := t.tall(own)
		tall := float64(slices.Max(counts))
		seen := make([]int, len(t.cols))
		for _, l := range own {
			sum, n := 0.0, 0.0
			for c, text := range l.cells {
				if text == "" || t.spanning(c) {
					continue
				}
				sum += float64(seen[c]) + 0.5
				if !atTop {
					sum += (tall - float64(counts[c])) / 2
				}
				seen[c]++
				n++
			}
			h.of[l.line] = at + sum/n
		}
		h.tops, h.ends = append(h.tops, at), append(h.ends, at+tall)
		at += tall + 0.3
	}
	t.fill(h)
	return h
}

// between is how much room the lines of merged cells, and blank ones, take between two rows.
func (t *laid) between(a, b laidLine) float64 {
	if a.part != b.part {
		return 1
	}
	return 0.8*float64(b.line-a.line-1) + 0.6*float64(t.blanks(a.line, b.line))
}

// fill gives the lines on which only merged cells stand a place between their neighbours.
func (t *laid) fill(h heights) {
	for _, p := range t.parts {
		for i, k := range p.lines {
			if _, ok := h.of[k]; ok {
				continue
			}
			before, behind := -1, -1
			for j := i - 1; j >= 0 && before < 0; j-- {
				if _, ok := h.of[p.lines[j]]; ok {
					before = j
				}
			}
			for j := i + 1; j < len(p.lines) && behind < 0; j++ {
				if _, ok := h.of[p.lines[j]]; ok {
					behind = j
				}
			}
			switch {
			case before >= 0 && behind >= 0:
				a, b := h.of[p.lines[before]], h.of[p.lines[behind]]
				h.of[k] = a + (b-a)*float64(i-before)/float64(behind-before)
			case before >= 0:
				h.of[k] = h.of[p.lines[before]] + float64(i-before)
			case behind >= 0:
				h.of[k] = h.of[p.lines[behind]] - float64(behind-i)
			}
		}
	}
}

// levelPiece is a line of a merged cell.
type levelPiece struct {
	text string
	at   float64
	line int // as printed
	part int
}

func (t *laid) levelPieces(c int, h heights) (out []levelPiece) {
	for p := range t.parts {
		for _, k := range t.parts[p].lines {
			if text := squeeze(t.cell(p, k, c)); text != "" {
				out = append(out, levelPiece{text, h.of[k], t.lines[k].Place.Line, p})
			}
		}
	}
	return out
}

const (
	tallestLevel = 12  // lines of a merged cell
	unknownLevel = 2   // costs: words of no list
	bareRow      = 3   // a row without the cell
	wrongSum     = 6   // the weights of the rows are not those of the cell
	cutLevel     = 4   // a cell that ends inside one of the next level
	rightSum     = -1  // the weights of the rows are those of the cell: the only gain there is
	offLevel     = 1.5 // a line by which a cell is off its middle
	tornLevel    = 4   // a printed line between the lines of one cell, beyond the one that may take turns
	overPages    = 4   // a cell on two pages
)

// mostShares is how many ways to share rows out among the cells of a level column are tried.
const mostShares = 10_000_000

// spread is how the cells of a level column stand for rows.
type spread int

const (
	merged   spread = iota // each in the middle of its rows, or at their top
	firstRow               // each in its first row, blank in the others
	eachRow                // each in its row, again and again
)

// levelCut shares the rows out among the cells of a level column, and cuts its lines into cells: each is a word,
// stands where its rows are, and has the weights of its rows where it prints one.
type levelCut struct {
	*laid
	column  int
	spread  spread
	pieces  []levelPiece
	texts   [][]levelText // of the cells that begin at each piece, the shortest first
	lines   []laidLine
	rows    []laidRow
	sums    *rowSums
	heights heights
	cuts    map[int]bool // rows at which the cells of the next level begin, if it was read
}

// levels reads a level column the way that costs least.
func (t *laid) levels(c int, lines []laidLine, rows []laidRow, h heights, cuts map[int]bool) (cells []levelCell) {
	l := levelCut{laid: t, column: c, pieces: t.levelPieces(c, h), lines: lines, rows: rows, sums: sumsOf(t.rowWeights(lines, rows)), heights: h, cuts: cuts}
	if len(l.pieces) == 0 {
		return nil
	}
	l.texts = t.levelTexts(c, l.pieces)
	least := math.Inf(1)
	for _, l.spread = range []spread{merged, firstRow, eachRow} {
		if got, cost := l.cells(); cost < least {
			cells, least = got, cost
		}
	}
	return cells
}

// levelState is the cheapest way to a number of pieces and of rows: from which numbers its last step came, and
// whether that left a row bare.
type levelState struct {
	cost        float64
	pieces, row int
}

func (l *levelCut) cells() ([]levelCell, float64) {
	n, m := len(l.pieces), len(l.rows)
	best := make([][]levelState, n+1)
	for i := range best {
		best[i] = slices.Repeat([]levelState{{cost: math.Inf(1)}}, m+1)
	}
	best[0][0].cost = 0
	for i := 0; i <= n; i++ {
		for r := 0; r <= m; r++ {
			at := best[i][r].cost
			if math.IsInf(at, 1) {
				continue
			}
			if r < m && at+bareRow < best[i][r+1].cost {
				best[i][r+1] = levelState{at + bareRow, i, r}
			}
			for k := i + 1; k <= min(n, i+tallestLevel); k++ {
				at += l.torn(i, k)
				l.extend(best[k], at, levelState{pieces: i, row: r}, k)
			}
		}
	}
	return l.trace(best), best[n][m].cost
}

// extend tries the cell of the pieces from a state on up to k for all the rows that may be its own, at a cost so
// far, and keeps what is cheaper than the best so far with so many pieces.
func (l *levelCut) extend(best []levelState, cost float64, from levelState, k int) {
	i, r := from.pieces, from.row
	cell := &l.texts[i][k-i-1]
	for e := r + 1; e <= l.lastRow(r); e++ {
		from.cost = cost + cell.cost + l.placeCost(i, k, r, e)
		if from.cost+rightSum >= best[e].cost {
			continue
		}
		if from.cost += l.sumCost(cell, r, e); from.cost < best[e].cost {
			best[e] = from
		}
	}
}

// lastRow is how far a cell that begins at a row may reach. In a table of very many cells and rows it reaches no
// farther than all of them can be tried.
func (l *levelCut) lastRow(r int) int {
	reach := len(l.rows)
	if l.spread == eachRow {
		reach = 1
	}
	begun := len(l.pieces) * min(len(l.pieces), tallestLevel) * len(l.rows)
	return min(len(l.rows), r+min(reach, max(1, mostShares/begun)))
}

// torn is what it costs that the last piece before k belongs to the cell that begins at i: lines of a cell
// follow one another, and those of another may stand between.
func (l *levelCut) torn(i, k int) float64 {
	if k-1 == i || l.pieces[k-1].part != l.pieces[k-2].part {
		return 0
	}
	return tornLevel * float64(max(0, l.pieces[k-1].line-l.pieces[k-2].line-2))
}

// placeCost is what it costs that the pieces from i up to k stand where the rows from r up to e do.
func (l *levelCut) placeCost(i, k, r, e int) float64 {
	last := e
	if l.spread != merged {
		last = r + 1
	}
	cost := offLevel * l.offMiddle(l.pieces[i:k], l.lines, l.rows[r:last], l.heights, r, last)
	if l.cuts != nil && e < len(l.rows) && !l.cuts[e] {
		cost += cutLevel
	}
	return cost
}

// trace follows the cheapest way back.
func (l *levelCut) trace(best [][]levelState) (cells []levelCell) {
	for i, r := len(l.pieces), len(l.rows); i > 0 || r > 0; {
		s := best[i][r]
		if s.pieces < i {
			text := ""
			for _, p := range l.pieces[s.pieces:i] {
				text += p.text
			}
			cells = append(cells, levelCell{text, s.row, r})
		}
		i, r = s.pieces, s.row
	}
	slices.Reverse(cells)
	return cells
}

// offMiddle is how far the cell stands from the middle of its rows. Of rows on several pages those on its own
// count.
func (t *laid) offMiddle(cell []levelPiece, lines []laidLine, rows []laidRow, h heights, from, to int) float64 {
	for len(rows) > 1 && lines[rows[0].from].part < cell[0].part {
		rows, from = rows[1:], from+1
	}
	for len(rows) > 1 && lines[rows[len(rows)-1].from].part > cell[0].part {
		rows, to = rows[:len(rows)-1], to-1
	}
	if cell[len(cell)-1].part != cell[0].part {
		return overPages
	}
	if h.atTop {
		return math.Abs(cell[0].at - h.tops[from] - 0.5)
	}
	return math.Abs((cell[0].at + cell[len(cell)-1].at - h.tops[from] - h.ends[to-1]) / 2)
}

// levelWordCost is what it costs that the text is one cell.
func (t *laid) levelWordCost(c int, text string) float64 {
	if t.cols[c].role == lexicon.Level1Weight || t.cols[c].role == lexicon.Level2Weight {
		if wholeFigure(text) {
			return 0
		}
		return 4
	}
	list := lexicon.Level1Words
	if t.cols[c].role == lexicon.Level2 {
		list = lexicon.Level2Words
	}
	name, _ := label(text)
	switch {
	case !balanced(text):
		return 8
	case t.w.lex.Has(list, name):
		return 0
	case t.w.lex.Has(lexicon.Level1Words, name), t.w.lex.Has(lexicon.Level2Words, name):
		return 1
	}
	return unknownLevel + 0.4*float64(max(0, runes(name)-6))
}

// sumCost holds the weight that a cell prints against those of the rows from r up to e. Where it prints none, round
// sums are likelier than others.
func (l *levelCut) sumCost(cell *levelText, r, e int) float64 {
	if l.spread == eachRow {
		return 0
	}
	sum := l.sums.of(r, e)
	switch {
	case sum.weight == nil:
		return 0
	case cell.weight != nil && quantity.Compare(cell.weight, sum.weight) != 0:
		return wrongSum
	case cell.weighed:
		return rightSum
	case sum.round:
		return 0
	}
	return 0.4
}

// levelText is what a cell reads whose lines are some pieces that follow one another.
type levelText struct {
	cost    float64  // of its being one cell
	weight  *big.Rat // that it prints behind its name, or is; nil for none
	weighed bool     // it prints something for a weight behind its name
}

// levelTexts are the texts of the cells that may begin at each piece.
func (t *laid) levelTexts(c int, pieces []levelPiece) [][]levelText {
	out := make([][]levelText, len(pieces))
	for i := range pieces {
		text := ""
		for _, p := range pieces[i:min(len(pieces), i+tallestLevel)] {
			text += p.text
			out[i] = append(out[i], t.levelText(c, text))
		}
	}
	return out
}

func (t *laid) levelText(c int, text string) levelText {
	cell := levelText{cost: t.levelWordCost(c, text)}
	if _, printed := label(text); printed != "" {
		text, cell.weighed = printed, true
	}
	if q := quantity.Parse(text); q.Kind == quantity.Number {
		cell.weight = q.Rat()
	}
	return cell
}
