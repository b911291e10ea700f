package layout

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// laidHead is the header of a table in laid-out text, its cells from left to right.
type laidHead struct {
	cells  []stretch
	roles  []lexicon.Role // of each cell; "" is not known
	header header
	next   int // the line behind it
}

const (
	headLines = 9  // the most lines that header cells break over
	sampled   = 12 // lines below a header that are asked where its cells end
)

// head reads the header that begins at line i: of the runs of lines from there on the one that names the
// most columns. Its first and its last line must belong to columns that are known.
func (t *laid) head(i int) (laidHead, bool) {
	var best laidHead
	most := 0
	if !t.spaced(i) {
		return best, false
	}
	for n := 1; n <= headLines && i+n <= len(t.lines) && t.samePage(i, i+n-1) && !strings.Contains(t.lines[i+n-1].Text, "。"); n++ {
		h, weight := t.headOf(i, i+n)
		if weight > 0 && weight >= most { // of the same columns the longer: （A） stands below 全年预算数
			best, most = h, weight
		}
	}
	for k := i + 1; most > 0 && t.strange(best) > 0 && k < best.next; k++ {
		if _, weight := t.headOf(k, best.next); weight >= most {
			return laidHead{}, false // the lines before are none of it
		}
	}
	return best, most > 0
}

// spaced reports whether a line may begin a header: it is not running text, and wide blanks stand in it.
func (t *laid) spaced(i int) bool {
	text := t.lines[i].Text
	return strings.Contains(text, "  ") && !holdsSign(text, "。；，\t") && quantity.TrimSpace(text) != ""
}

// headOf reads the lines from i up to end as one header, and weighs it: 0 for none.
func (t *laid) headOf(i, end int) (h laidHead, weight int) {
	groups := t.headCells(i, end)
	known, unknown, atFirst, atLast := 0, 0, false, false
	var cells []cellAt
	for k, g := range groups {
		cell := around(g)
		role := t.role(cell.text)
		if role == "" && quantity.Parse(cell.text).Kind == quantity.Number && !yearHeader(cell.text) {
			return laidHead{}, 0
		}
		if role != "" || yearHeader(cell.text) {
			known++
			for _, p := range g {
				atFirst, atLast = atFirst || p.line == i, atLast || p.line == end-1
			}
		} else if k > 0 {
			unknown++
		}
		h.cells, h.roles = append(h.cells, cell), append(h.roles, role)
		cells = append(cells, cellAt{Cell: &document.Cell{Text: cell.text, Column: k, ColumnSpan: 1, RowSpan: 1}, text: cell.text, from: k, to: k + 1})
	}
	if known < 2 || !atFirst || !atLast || unknown >= known {
		return laidHead{}, 0
	}
	if slices.Contains(h.roles, lexicon.Goal) && slices.Contains(h.roles, lexicon.Level1) {
		return laidHead{}, 0 // 年初设定目标 stands above the goals, and no indicators
	}
	h.header, h.next = t.w.headerOf(cells, header{}), end
	if h.header.kind == noHeader || len(h.cells) < 3 && h.header.kind != goalHeader {
		return laidHead{}, 0
	}
	h.settleRoles()
	return h, 3*(known-t.strange(h)) - 2*unknown
}

// around is the stretch that the pieces of a cell take together, with their text.
func around(pieces []headPiece) stretch {
	cell := stretch{from: pieces[0].from, to: pieces[0].to}
	for _, p := range pieces {
		cell.text += squeeze(p.text)
		cell.from, cell.to = min(cell.from, p.from), max(cell.to, p.to)
	}
	return cell
}

// settleRoles takes over what the whole header tells of its cells: 分值 behind 一级指标 is its weight; of 绩效指标 |
// 一级指标 | 二级指标 | 三级指标 the first is the label of the block.
func (h *laidHead) settleRoles() {
	for _, c := range h.header.columns {
		if c.from >= 0 && c.to == c.from+1 && c.from < len(h.roles) && c.role != "" {
			h.roles[c.from] = c.role
		}
	}
	for k, role := range h.roles {
		if role == lexicon.Name && slices.Contains(h.roles[k+1:], lexicon.Name) {
			h.roles[k] = ""
		}
	}
}

// strange is how many cells are headers, and none of a table of funds.
func (t *laid) strange(h laidHead) (n int) {
	if h.header.kind != fundsHeader {
		return 0
	}
	for _, role := range h.roles {
		switch role {
		case lexicon.Unit, lexicon.Level1, lexicon.Level2, lexicon.Name, lexicon.Target, lexicon.Actual:
			n++
		}
	}
	return n
}

// headPiece is what stands of a header cell on one line.
type headPiece struct {
	stretch
	line int
}

// headCells puts the pieces that stand over one another together. One over several others is the head of
// a group of columns, and none of a column.
func (t *laid) headCells(i, end int) (cells [][]headPiece) {
	var pieces []headPiece
	for k := i; k < end; k++ {
		for _, s := range t.cutHead(k, end) {
			pieces = append(pieces, headPiece{s, k})
		}
	}
	pieces = slices.DeleteFunc(slices.Clone(pieces), func(g headPiece) bool {
		under := 0
		for _, p := range pieces {
			if p.line != g.line && overlap(p.stretch, g.stretch) && !t.alsoOn(pieces, g, p) {
				under++
			}
		}
		return under > 1
	})
	return stacked(pieces)
}

// stacked puts pieces that stand over one another together, from left to right.
func stacked(pieces []headPiece) (cells [][]headPiece) {
	slices.SortStableFunc(pieces, func(a, b headPiece) int { return cmp.Compare(a.from, b.from) })
	right := -1
	for _, p := range pieces {
		if n := len(cells); n > 0 && p.from < right {
			cells[n-1] = append(cells[n-1], p)
		} else {
			cells = append(cells, []headPiece{p})
		}
		right = max(right, p.to)
	}
	for _, c := range cells {
		slices.SortStableFunc(c, func(a, b headPiece) int { return cmp.Compare(a.line, b.line) })
	}
	return cells
}

// alsoOn reports whether the piece goes on under g on an earlier line too: it is no second column.
func (t *laid) alsoOn(pieces []headPiece, g, p headPiece) bool {
	for _, o := range pieces {
		if o.line != g.line && o.line < p.line && overlap(o.stretch, p.stretch) && overlap(o.stretch, g.stretch) {
			return true
		}
	}
	return false
}

// cutHead cuts a line of a header: at wide blanks, and at single ones where both sides are headers or no
// line of the data below crosses.
func (t *laid) cutHead(k, below int) (out []stretch) {
	for _, cut := range t.headStretches(k) {
		s, words := cut.stretch, cut.words
		if len(words) == 1 || t.role(s.text) != "" && !t.eachKnown(words) {
			out = append(out, s)
			continue
		}
		last := words[0]
		for _, w := range words[1:] {
			if t.role(last.text) != "" && t.role(w.text) != "" || twoWords(last.text, w.text) || t.parted(last.to, w.from, below) {
				out = append(out, last)
				last = w
				continue
			}
			last = stretch{last.text + " " + w.text, last.from, w.to}
		}
		out = append(out, last)
	}
	return out
}

// headStretch is a stretch of a line, and the words in it.
type headStretch struct {
	stretch
	words []stretch
}

// headStretches are the stretches of a line, kept because a line is tried in the headers of all lengths that it may
// belong to.
func (t *laid) headStretches(k int) []headStretch {
	cut, known := t.cuts[k]
	if !known {
		for _, s := range t.ruled(k).stretches(2) {
			cut = append(cut, headStretch{s, ruledWords(t.ruled(k), s)})
		}
		if t.cuts == nil {
			t.cuts = map[int][]headStretch{}
		}
		t.cuts[k] = cut
	}
	return cut
}

// twoWords reports whether the words beside a single blank belong to two header cells: 年度指标 全年实, and not
// 得 分 nor 满意度 (%).
func twoWords(a, b string) bool {
	return han(a) > 1 && han(b) > 1 && balanced(a) && balanced(b)
}

// han is how many Chinese characters a text has.
func han(text string) (n int) {
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}

// ruledWords cuts a stretch at every blank.
func ruledWords(l ruled, s stretch) []stretch { return l[:s.to].stretchesFrom(s.from, 1) }

func (t *laid) eachKnown(words []stretch) bool {
	for _, w := range words {
		if t.role(w.text) == "" {
			return false
		}
	}
	return true
}

// parted reports whether the lines below have a corridor from one place up to the other, with words
// beside it.
func (t *laid) parted(from, to, below int) bool {
	left, right, seen := 0, 0, 0
	for k := below; k < len(t.lines) && seen < sampled && t.samePage(below, k); k++ {
		l := t.ruled(k)
		seen++
		clear := false
		for p := from; p < to; p++ {
			clear = clear || l.blank(p)
		}
		if !clear {
			return false
		}
		if l.between(from-4, from) != "" {
			left++
		}
		if l.between(to, to+4) != "" {
			right++
		}
	}
	return left+right > 0
}

// role is the role of a whole header cell; of one with half a bracket there is more on the next line.
func (t *laid) role(text string) lexicon.Role {
	if !balanced(text) || !strings.ContainsFunc(text, unicode.IsLetter) {
		return ""
	}
	return t.w.lex.Role(text)
}
