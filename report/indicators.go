package report

import (
	"fmt"
	"math/big"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

var rowColumns = []column{
	{say("序号", "no."), 6}, {say("文件", "file"), 20}, {say("单位或项目", "unit or project"), 18},
	{say("一级指标", "level 1"), 14}, {say("二级指标", "level 2"), 14}, {say("指标", "indicator"), 28},
	{say("指标值", "target"), 14}, {say("完成值", "actual"), 14}, {say("完成率", "completion"), 10},
	{say("分值", "weight"), 8}, {say("自评得分", "printed score"), 9}, {say("应得分（低）", "due (low)"), 10},
	{say("应得分（高）", "due (high)"), 10}, {say("差异", "difference"), 9}, {say("计分方法", "method"), 13},
	{say("算式", "working"), 32}, {say("依据", "clause"), 30}, {say("偏差原因", "reason"), 28},
	{say("页", "page"), 6}, {say("位置", "place"), 16}, {say("读取说明", "how it was read"), 24},
}

// The columns that the difference is computed from.
const scoreColumn, lowColumn, highColumn = "K", "L", "M"

// scored is one row that earns points: an indicator, or the execution of a fund.
type scored struct {
	level1, level2, name   string
	target, actual, weight form.Entry
	score, reason          form.Entry
	completion             *big.Rat
	points                 finding.Points
	doubts                 []document.Message
}

func (b *workbook) indicators(r *Result, f *finding.Report) {
	lang := b.options.Lang
	for _, row := range append(b.fundRows(f), indicatorRows(f)...) {
		due, working := quantity.Interval{}, row.points.Why.In(lang)
		if by := admitted(row.points, row.score); by != nil {
			due, working = by.Score, by.Working
		}
		low, high := b.ends(due)
		at := row.score.Place
		b.rows.row(b.count(b.rows.rows), b.text(r.Source.Name), b.text(whose(f)),
			b.text(row.level1), b.text(row.level2), b.text(row.name),
			b.printed(row.target), b.printed(row.actual), b.figure(row.completion, "0.00%"),
			b.printed(row.weight), b.printed(row.score), low, high, b.difference(row.score),
			b.text(methodWord(row.points.Method).In(lang)), b.text(working), b.text(row.points.Clause.In(lang)),
			b.text(row.reason.Text), b.count(at.Page), b.text(where(at, lang)), b.text(spoken(row.doubts, lang)))
	}
}

func (b *workbook) fundRows(f *finding.Report) []scored {
	var rows []scored
	for i, fund := range f.Form.Funds {
		if fund.Score.Missing() && fund.Weight.Missing() {
			continue
		}
		row := scored{level1: say("预算执行", "execution").In(b.options.Lang), name: fund.Name,
			target: fund.Budget, actual: fund.Spent, weight: fund.Weight, score: fund.Score, reason: fund.Reason}
		if i < len(f.Due.Funds) {
			row.points = f.Due.Funds[i].Score
			if rate := middle(f.Due.Funds[i].Rate); rate != nil {
				row.completion = rate.Quo(rate, big.NewRat(100, 1))
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func indicatorRows(f *finding.Report) []scored {
	return beside(f.Form.Indicators, f.Due.Indicators, func(i form.Indicator, d finding.IndicatorDue) scored {
		return scored{i.Level1, i.Level2, i.Name, i.Target, i.Actual, i.Weight, i.Score, i.Reason,
			middle(d.Completion), d.Points, rowDoubts(i)}
	})
}

// difference is a live formula: by how much the printed score lies outside of what is due, once that is
// rounded to the printed digits. It lets a reviewer recompute the row from the sheet alone.
func (b *workbook) difference(score form.Entry) excelize.Cell {
	row := b.rows.rows + 1
	formula := fmt.Sprintf(`IF(COUNT(%[1]s%[4]d,%[2]s%[4]d,%[3]s%[4]d)=3,`+
		`ROUND(%[1]s%[4]d-MAX(ROUND(%[2]s%[4]d,%[5]d),MIN(ROUND(%[3]s%[4]d,%[5]d),%[1]s%[4]d)),%[5]d),"")`,
		scoreColumn, lowColumn, highColumn, row, quantity.Decimals(score.Value))
	id, err := b.styles.id(look{format: "0.00##;[Red]-0.00##;0.00"})
	b.keep(err)
	return excelize.Cell{StyleID: id, Formula: formula}
}
