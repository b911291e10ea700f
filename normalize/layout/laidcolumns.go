package layout

import (
	"slices"

	"fuhe/normalize/lexicon"
)

// columns finds the columns of every part: the header's on the first page, and the same ones again on the
// others.
func (t *laid) columns() bool {
	if len(t.parts) == 0 || len(t.parts[0].lines) == 0 || len(t.parts[0].heads) == 0 {
		return false
	}
	if !t.firstColumns() {
		return false
	}
	for p := 1; p < len(t.parts); p++ {
		if !t.moreColumns(p) {
			t.cutBefore(p)
			break
		}
	}
	return true
}

// cutBefore ends the table before a part.
func (t *laid) cutBefore(p int) {
	t.parts = t.parts[:p]
	last := t.parts[p-1]
	t.end = 0
	for _, k := range slices.Concat(last.lines, last.totals) {
		t.end = max(t.end, k+1)
	}
}

func (t *laid) data(part int) (out []ruled) {
	for _, k := range t.parts[part].lines {
		out = append(out, t.ruled(k))
	}
	return out
}

// firstColumns lays the header cells over the stretches that the corridors of the data leave. Stretches
// under no header cell are columns of their own: the label of a block, the names of funds.
func (t *laid) firstColumns() bool {
	data, ok := t.separate(0)
	if !ok {
		return false
	}
	spans := spansOf(data)
	heads, held := t.parts[0].heads, mannersOf(data)
	pairs := align(len(heads), len(spans), func(h, from, to int) float64 {
		s, weigh := stretch{from: spans[from].from, to: spans[to-1].to}, 1.0
		if t.parts[0].apart {
			weigh = 0.15
		}
		return weigh*distance(heads[h], s) + mergeCost(data, spans[from:to], t.head0.roles[h]) + held.at(s).misfit(t.head0.roles[h])
	}, t.emptyCost, func(s int) float64 {
		if spans[s].to <= heads[0].from {
			return 1
		}
		return t.unheaded(heads, spans[s])
	})
	if pairs == nil {
		return false
	}
	if t.head0.header.kind == fundsHeader {
		pairs = t.namesUnderSource(pairs)
	}
	var extents []stretch
	for _, p := range pairs {
		col, extent := laidColumn{head: p.head}, stretch{}
		if p.head >= 0 {
			col.text, col.role, extent = heads[p.head].text, t.head0.roles[p.head], heads[p.head]
		}
		if p.from < p.to {
			extent.from, extent.to = spans[p.from].from, spans[p.to-1].to
		}
		t.cols, extents = append(t.cols, col), append(extents, extent)
	}
	t.parts[0].edges = edgesOf(extents)
	t.oneName()
	return true
}

// namesUnderSource gives the stretch before an empty column of names to that column: 资金来源 stands in the middle
// of a wide column, and the names of funds at its left end. A label that had the stretch stands for none.
func (t *laid) namesUnderSource(pairs []aligned) []aligned {
	names := t.nameHead()
	if names >= 0 {
		t.head0.roles[names] = lexicon.FundName
	}
	for i := 1; i < len(pairs); i++ {
		before := &pairs[i-1]
		if h := pairs[i].head; h < 0 || h != names || pairs[i].from < pairs[i].to || before.from == before.to {
			continue
		}
		pairs[i].from, pairs[i].to = before.from, before.to
		before.to = before.from
		if before.head < 0 {
			pairs = slices.Delete(pairs, i-1, i)
		}
		break
	}
	return pairs
}

// nameHead is the header cell of the names of funds: the last before the amounts, but for the numbers of lines; -1
// where they have none.
func (t *laid) nameHead() int {
	for h, role := range t.head0.roles {
		if !t.anchoring(role) {
			continue
		}
		for h--; h >= 0 && t.head0.roles[h] == lexicon.Sequence; h-- {
		}
		return h
	}
	return -1
}

// emptyCost is what it costs that nothing stands under a header cell: a table has names, and the label of the
// block often stands higher.
func (t *laid) emptyCost(h int) float64 {
	switch role := t.head0.roles[h]; {
	case role == lexicon.Name:
		return 15
	case role == "" && h == 0:
		return 2
	}
	return 5
}

// oneName leaves one column of names of funds, the last before the amounts: those before it are labels of the
// block, such as 项目资金（万元） | 资金来源.
func (t *laid) oneName() {
	if t.head0.header.kind != fundsHeader {
		return
	}
	for c := range t.cols[:t.name()] {
		if t.cols[c].role == lexicon.FundName {
			t.cols[c].role = ""
		}
	}
}

// unheaded is what it costs to leave a stretch between two headers without one: little for one that touches
// neither and stands before the amounts of funds, whose names often have none.
func (t *laid) unheaded(heads []stretch, s stretch) float64 {
	for h := range heads {
		if overlap(heads[h], s) {
			return 9
		}
	}
	if t.head0.header.kind == fundsHeader && s.to <= heads[min(1, len(heads)-1)].from {
		return 1
	}
	return 4
}

// mergeCost is what it costs that corridors between stretches are none. It may be an accident, unless two
// figures stand on either side, or wide blanks between words on one line.
func mergeCost(data []ruled, spans []stretch, role lexicon.Role) float64 {
	cost := 0.0
	for i := 1; i < len(spans); i++ {
		a, b := spans[i-1], spans[i]
		cost += 1.5
		if b.from-a.to > 1 {
			cost += 1.5
		}
		for _, l := range data {
			if l.empty(a.from, a.to) || l.empty(b.from, b.to) {
				continue
			}
			switch {
			case figureRole(role):
				cost += 4
			case l.blank(a.to-1) || l.blank(b.from) || b.from-a.to > 1:
				cost += 2
			}
		}
	}
	return cost
}

func distance(a, b stretch) float64 {
	return 0.5 * float64(max(0, a.from-b.to+1, b.from-a.to+1))
}

// separate drops the few lines that cross the corridors between two header cells, or ends the table before
// them: every two neighbours must be parted.
func (t *laid) separate(part int) ([]ruled, bool) {
	p := &t.parts[part]
	data := t.data(part)
	rogue := map[int]bool{}
	for h := 1; h < len(p.heads); h++ {
		a, b := p.heads[h-1], p.heads[h]
		crossing := narrowest(data, a.middle()/2+1, b.middle()/2)
		for _, i := range crossing {
			rogue[i] = true
		}
	}
	if len(rogue) > 1+len(data)/10 {
		first := len(data)
		for i := range rogue {
			first = min(first, i)
		}
		if first < 2 {
			return nil, false
		}
		t.end = p.lines[first]
		p.lines, p.totals = p.lines[:first], nil
		t.parts = t.parts[:part+1]
		return data[:first], true
	}
	var kept []ruled
	for i, l := range data {
		if !rogue[i] {
			kept = append(kept, l)
		}
	}
	return kept, true
}

// narrowest are the lines that cross the place between two others which the fewest lines cross.
func narrowest(data []ruled, from, to int) (crossing []int) {
	fewest := -1
	for p := from; p <= to; p++ {
		n := 0
		for _, l := range data {
			if !l.blank(p) && !l.blank(p-1) {
				n++
			}
		}
		if fewest >= 0 && n >= fewest {
			continue
		}
		fewest, crossing = n, nil
		for i, l := range data {
			if !l.blank(p) && !l.blank(p-1) {
				crossing = append(crossing, i)
			}
		}
	}
	return crossing
}

// edgesOf are the middles between columns, and the ends beyond the first and the last.
func edgesOf(extents []stretch) []int {
	edges := []int{0}
	for i := 1; i < len(extents); i++ {
		edges = append(edges, max(edges[i-1], (extents[i-1].to+extents[i].from+1)/2))
	}
	return append(edges, 1<<20)
}

// aligned pairs a header with stretches from and up to: a header without any is an empty column, stretches
// without a header, -1, one that has none.
type aligned struct{ head, from, to int }

// mostMerged is how many stretches may be one column.
const mostMerged = 4

// align lays headers over stretches in their order, at the least cost.
func align(heads, spans int, pair func(h, from, to int) float64, noSpan, noHead func(int) float64) []aligned {
	type cellOf struct {
		cost float64
		step aligned
		ok   bool
	}
	best := make([][]cellOf, heads+1)
	for h := range best {
		best[h] = make([]cellOf, spans+1)
	}
	best[0][0].ok = true
	for h := 0; h <= heads; h++ {
		for s := 0; s <= spans; s++ {
			at := best[h][s]
			offer := func(h2, s2 int, cost float64, step aligned) {
				if c := &best[h2][s2]; !c.ok || at.cost+cost < c.cost {
					*c = cellOf{at.cost + cost, step, true}
				}
			}
			if h < heads {
				offer(h+1, s, noSpan(h), aligned{h, s, s})
				for n := 1; n <= mostMerged && s+n <= spans; n++ {
					offer(h+1, s+n, pair(h, s, s+n), aligned{h, s, s + n})
				}
			}
			if s < spans {
				offer(h, s+1, noHead(s), aligned{-1, s, s + 1})
			}
		}
	}
	var out []aligned
	for h, s := heads, spans; h > 0 || s > 0; {
		step := best[h][s].step
		out = append(out, step)
		if step.head >= 0 {
			h--
		}
		s = step.from
	}
	slices.Reverse(out)
	return out
}

// moreColumns finds the columns again on a later page: under the header, where it stands there again, and
// otherwise by order, by what the columns hold, and by about where they stood.
func (t *laid) moreColumns(part int) bool {
	p := &t.parts[part]
	if len(p.lines) == 0 {
		p.edges = t.parts[part-1].edges
		return true
	}
	data := t.data(part)
	spans, held := spansOf(data), mannersOf(data)
	where, weigh := t.expected(part)
	pairs := align(len(t.cols), len(spans), func(c, from, to int) float64 {
		s := stretch{from: spans[from].from, to: spans[to-1].to}
		return weigh*distance(where(c), s) + t.misfit(c, held, s) + mergeCost(data, spans[from:to], t.cols[c].role)
	}, func(c int) float64 { return absentCost(t.cols[c].role) }, func(s int) float64 {
		if s == 0 {
			return 2 // the label of the block, whose header is a part of it
		}
		return 12
	})
	return pairs != nil && t.place(p, pairs, spans)
}

// expected tells where a column should stand on a later page, and how much that weighs: under its header, or about
// where it stood on the page before.
func (t *laid) expected(part int) (where func(column int) stretch, weigh float64) {
	if heads := t.parts[part].heads; len(heads) > 0 {
		return func(c int) stretch {
			if h := t.cols[c].head; h >= 0 {
				return heads[h]
			}
			return stretch{from: 0, to: heads[0].from}
		}, 1
	}
	before := t.parts[part-1].edges
	return func(c int) stretch { return stretch{from: before[c], to: min(before[c+1], before[c]+40)} }, 0.15
}

// place sets the edges of a later page by its columns and their stretches. It fails where a stretch belongs to no
// column, but for the label of the block before them all.
func (t *laid) place(p *laidPart, pairs []aligned, spans []stretch) bool {
	label := 0
	if first := pairs[0]; first.head < 0 {
		label, pairs = spans[0].to, pairs[1:]
	}
	extents := make([]stretch, len(t.cols))
	right := 0
	for _, a := range pairs {
		if a.head < 0 {
			return false
		}
		if a.from < a.to {
			extents[a.head] = stretch{from: spans[a.from].from, to: spans[a.to-1].to}
			right = spans[a.to-1].to
			continue
		}
		extents[a.head] = stretch{from: right + 1, to: right + 1}
		role := t.cols[a.head].role
		p.unsure = p.unsure || role == lexicon.Weight || role == lexicon.Score
	}
	p.edges = edgesOf(extents)
	p.edges[0] = label
	return true
}

// absentCost is what it costs that a page holds nothing of a column.
func absentCost(role lexicon.Role) float64 {
	switch role {
	case lexicon.Name:
		return 15
	case lexicon.Weight, lexicon.Score, lexicon.Target, lexicon.Actual, lexicon.Budget, lexicon.Spent, lexicon.FundName:
		return 6
	case lexicon.Level2, lexicon.Level2Weight, lexicon.Rule:
		return 3
	case "", lexicon.Level1, lexicon.Reason, lexicon.Level1Weight:
		return 1
	}
	return 2
}

// misfit is what it costs that a stretch is a column by what it holds: figures, names, and what the column held
// on the first page.
func (t *laid) misfit(c int, data manners, s stretch) float64 {
	got := data.at(s)
	cost := 0.0
	if edges := t.parts[0].edges; c+1 < len(edges) {
		if t.first.of == nil {
			t.first = mannersOf(t.data(0))
		}
		cost = got.differs(t.first.at(stretch{from: edges[c], to: edges[c+1]}))
	}
	return cost + got.misfit(t.cols[c].role)
}
