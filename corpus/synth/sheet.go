package synth

import (
	"math/rand/v2"
	"strings"

	"fuhe/corpus/synth/paper"
	"fuhe/corpus/truth"
)

// sheet lays one report out: what is written on it goes into the blocks of the paper, and what a person
// can read off it into the truth, at the same stroke.
type sheet struct {
	rnd  *rand.Rand
	r    *report
	st   style
	form truth.Form
	// qualitative is what the column of comparators holds for words: 定性 or nothing
	qualitative  string
	stars        string // before the names of key rows
	nameWeight   bool   // names carry their weight: 立项依据充分性（5分）
	blockWeights bool   // blocks have their weight in a column
	blocks       []paper.Block

	points bool // the form has weights and scores
	tables int  // numbered tables of the text so far

	columns int // of the table being written
	widths  []float64
	rows    [][]paper.Cell
	under   []int // by column: rows below that a cell above still covers
	header  int
}

// box is a cell that may grow to fill its row.
type box struct {
	paper.Cell
	wide bool
}

func text(s string) box { return box{Cell: paper.Cell{Text: s}} }

func head(s string) box { return box{Cell: paper.Cell{Text: s, Centred: true, Bold: true}} }

func (b box) grow() box { b.wide = true; return b }

func (b box) down(rows int) box { b.RowSpan = rows; return b }

func (b box) across(columns int) box { b.ColSpan = columns; return b }

// typed lets a workbook hold the cell as a number under a format.
func (b box) typed(number, value string) box { b.Number, b.Value = number, value; return b }

// begin starts a table of so many columns.
func (s *sheet) begin(columns int) {
	s.end()
	s.columns, s.rows, s.header = columns, nil, 0
	s.under = make([]int, columns)
	s.widths = make([]float64, columns)
	for i := range s.widths {
		s.widths[i] = 1
	}
}

// end closes the table being written.
func (s *sheet) end() {
	if len(s.rows) > 0 {
		t := &paper.Table{Widths: s.widths, Header: s.header, Rows: s.rows}
		s.blocks = append(s.blocks, paper.Block{Table: t})
	}
	s.rows = nil
}

// put writes a row; the columns that its cells leave free go to the wide ones, or else to the last.
func (s *sheet) put(cells ...box) {
	free := 0
	for _, n := range s.under {
		if n == 0 {
			free++
		}
	}
	wide := 0
	for i, c := range cells {
		cells[i].ColSpan, cells[i].RowSpan = max(c.ColSpan, 1), max(c.RowSpan, 1)
		free -= cells[i].ColSpan
		if c.wide {
			wide++
		}
	}
	if wide == 0 && free > 0 {
		cells[len(cells)-1].wide, wide = true, 1
	}
	row := make([]paper.Cell, 0, len(cells))
	for _, c := range cells {
		if c.wide && free > 0 {
			more := free / wide
			c.ColSpan, free, wide = c.ColSpan+more, free-more, wide-1
		}
		row = append(row, c.Cell)
	}
	s.cover(row)
	s.rows = append(s.rows, row)
}

// cover notes which columns the row's cells hold for the rows below.
func (s *sheet) cover(row []paper.Cell) {
	at := 0
	fresh := make([]bool, len(s.under))
	for _, c := range row {
		for at < len(s.under) && s.under[at] > 0 {
			at++
		}
		for range c.ColSpan {
			if at >= len(s.under) {
				panic("synth: a row is wider than its table: " + c.Text)
			}
			s.under[at] = c.RowSpan
			fresh[at] = true
			at++
		}
	}
	for i := range s.under {
		if s.under[i] > 0 {
			s.under[i]--
		}
	}
}

func (s *sheet) paragraph(format string, parts ...string) {
	s.end()
	s.blocks = append(s.blocks, paper.Block{Paragraph: &paper.Paragraph{Text: format + strings.Join(parts, "")}})
}

func (s *sheet) heading(level int, words string) {
	s.end()
	s.blocks = append(s.blocks, paper.Block{Paragraph: &paper.Paragraph{Text: words, Heading: level, Centred: level == 1}})
}

func (s *sheet) centred(words string) {
	s.end()
	s.blocks = append(s.blocks, paper.Block{Paragraph: &paper.Paragraph{Text: words, Centred: true}})
}

// one takes one of several wordings, written with bars between them.
func (s *sheet) one(wordings string) string { return one(s.rnd, wordings) }

// label is a level-1 or block label with its weight in brackets: 产出指标（50分）.
func (s *sheet) label(name, weight string) string { return name + s.st.bracket(weight+"分") }

// title writes the form's title and the year, which may stand in one line or in two.
func (s *sheet) title(name string) {
	r := s.r
	s.form.Year, s.form.Kind = r.year, r.kind
	year := itoa(r.year)
	switch s.rnd.IntN(3) {
	case 0:
		s.heading(1, year+"年度"+name)
	case 1:
		s.heading(1, name)
		s.centred(s.st.bracket(year + "年度"))
	default:
		s.heading(1, name+s.st.bracket(year+"年度"))
	}
}

// unitName is the unit with its province, as the form prints it.
func (s *sheet) unitName() string {
	s.form.Unit = s.r.province + s.r.unit
	return s.form.Unit
}

func (s *sheet) departmentName() string { return s.r.province + s.r.department }

func (s *sheet) projectName() string {
	s.form.Project = s.r.project
	return s.r.project
}

// basics writes 项目名称, 主管部门 and 实施单位, as nearly all project forms do.
func (s *sheet) basics(unit string) {
	s.put(head(s.one("项目名称")), text(s.projectName()).grow())
	s.put(head("主管部门"), text(s.departmentName()).grow(), head(unit), text(s.unitName()).grow())
}
