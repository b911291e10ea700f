package paper_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"fuhe/corpus/synth/paper"
)

// drawn makes random papers whose tables are built like those of reports.
type drawn struct{ *rand.Rand }

func (r drawn) one(of ...string) string { return of[r.IntN(len(of))] }

func (r drawn) chance(p float64) bool { return r.Float64() < p }

// paper is a title and one to three tables with text between them.
func (r drawn) paper() paper.Paper {
	p := paper.Paper{Title: "项目支出绩效自评表"}
	p.Blocks = append(p.Blocks, paper.Block{Paragraph: &paper.Paragraph{Text: p.Title, Heading: 1, Centred: true}})
	for i := range 1 + r.IntN(3) {
		p.Blocks = append(p.Blocks, paper.Block{Paragraph: &paper.Paragraph{Text: fmt.Sprintf("（%d）%s", i+1, r.sentence(10+r.IntN(60)))}})
		t := r.table()
		p.Blocks = append(p.Blocks, paper.Block{Table: &t, PageEnd: r.chance(.2)})
	}
	p.Blocks = append(p.Blocks, paper.Block{Paragraph: &paper.Paragraph{Text: "附注：" + r.sentence(30)}})
	return p
}

// table has header rows with groups, rows under merged labels and, at times, a total.
func (r drawn) table() paper.Table {
	columns := 3 + r.IntN(8)
	t := paper.Table{}
	for range columns {
		t.Widths = append(t.Widths, .6+1.4*r.Float64())
	}
	t.Widths[columns-1] += 2 // long texts stand in the last one
	if r.chance(.4) {
		t.Rows = append(t.Rows, r.pairs(columns)...)
	}
	head := r.header(columns)
	if len(t.Rows) == 0 {
		t.Header = len(head)
	}
	t.Rows = append(t.Rows, head...)
	levels := min(1+r.IntN(3), columns-2)
	for range 1 + r.IntN(4) {
		t.Rows = append(t.Rows, r.group(levels, columns, 1+r.IntN(9))...)
	}
	if r.chance(.6) {
		total := []paper.Cell{{Text: r.one("合计", "总分"), ColSpan: columns - 2, Centred: true}, r.figure(), r.figure()}
		t.Rows = append(t.Rows, total)
	}
	return t
}

// pairs are rows of a label and what it names.
func (r drawn) pairs(columns int) [][]paper.Cell {
	var rows [][]paper.Cell
	for range 1 + r.IntN(3) {
		value := paper.Cell{Text: r.sentence(4 + r.IntN(60)), ColSpan: columns - 1}
		rows = append(rows, []paper.Cell{{Text: r.one("项目名称", "主管部门", "实施单位", "年度目标")}, value})
	}
	return rows
}

func (r drawn) header(columns int) [][]paper.Cell {
	if r.chance(.5) {
		var row []paper.Cell
		for i := range columns {
			row = append(row, paper.Cell{Text: r.label(i), Centred: true})
		}
		return [][]paper.Cell{row}
	}
	upper, lower := []paper.Cell{}, []paper.Cell{}
	for i := 0; i < columns; i++ {
		if i+1 < columns && r.chance(.3) {
			upper = append(upper, paper.Cell{Text: r.label(i), ColSpan: 2, Centred: true})
			lower = append(lower, paper.Cell{Text: r.label(i + 10)}, paper.Cell{Text: r.label(i + 20)})
			i++
			continue
		}
		upper = append(upper, paper.Cell{Text: r.label(i), RowSpan: 2, Centred: r.chance(.5)})
	}
	if len(lower) == 0 {
		for i := range upper {
			upper[i].RowSpan = 1
		}
		return [][]paper.Cell{upper}
	}
	return [][]paper.Cell{upper, lower}
}

func (r drawn) label(i int) string {
	return r.one("一级指标", "二级指标", "年度指标值", "实际完成值", "分值", "得分", "全年预算数（A）", "偏差原因分析及改进措施") + fmt.Sprint(i)
}

// group is rows under labels that span them: the first level all, each further one part of those of the
// level before.
func (r drawn) group(levels, columns, rows int) [][]paper.Cell {
	out := make([][]paper.Cell, rows)
	ends := []int{rows}
	for level := range levels {
		var inner []int
		at := 0
		for _, end := range ends {
			for at < end {
				span := end - at
				if level > 0 {
					span = 1 + r.IntN(span)
				}
				out[at] = append(out[at], paper.Cell{Text: r.sentence(2 + r.IntN(5)), RowSpan: span, Vertical: r.chance(.1)})
				at += span
				inner = append(inner, at)
			}
		}
		ends = inner
	}
	for i := range out {
		out[i] = append(out[i], r.values(columns-levels)...)
	}
	return out
}

func (r drawn) values(n int) []paper.Cell {
	var row []paper.Cell
	for len(row) < n {
		switch k := r.IntN(10); {
		case k < 4:
			row = append(row, r.figure())
		case k < 6:
			row = append(row, paper.Cell{})
		case k < 9:
			row = append(row, paper.Cell{Text: r.sentence(2 + r.IntN(20))})
		default:
			row = append(row, paper.Cell{Text: r.sentence(2+r.IntN(6)) + "\n" + r.sentence(2+r.IntN(6))})
		}
	}
	if r.chance(.2) {
		row[n-1] = paper.Cell{Text: r.sentence(20 + r.IntN(100))}
	}
	row[0] = paper.Cell{Text: r.sentence(4 + r.IntN(12))}
	return row
}

func (r drawn) figure() paper.Cell {
	switch r.IntN(4) {
	case 0:
		n := r.IntN(10000)
		return paper.Cell{Text: fmt.Sprintf("%d.%02d%%", n/100, n%100), Number: "0.00%", Value: fmt.Sprintf("%d.%04d", n/10000, n%10000)}
	case 1:
		n := 1000000 + r.IntN(8000000)
		return paper.Cell{Text: fmt.Sprintf("%d,%03d.%02d", n/100000, n/100%1000, n%100), Number: "#,##0.00", Value: fmt.Sprintf("%d.%02d", n/100, n%100)}
	case 2:
		return paper.Cell{Text: fmt.Sprintf("≥%d%s", r.IntN(500), r.one("%", "次", "人", "公里", "万元"))}
	}
	return paper.Cell{Text: fmt.Sprint(r.IntN(100)), Centred: true}
}

func (r drawn) sentence(length int) string {
	var b strings.Builder
	for n := 0; n < length; {
		w := r.one("完成", "年度", "道路", "维修", "群众", "满意度", "项目", "资金", "按期", "拨付", "2023年", "改造", "培训", "，", "、", "及时", "设施", "管理", "提升", "12个", "（含）", "质量")
		if n == 0 && strings.ContainsAny(w, "，、（") {
			continue
		}
		b.WriteString(w)
		n += len([]rune(w))
	}
	return b.String()
}
