package report

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

var findingKind = kind{say("问题清单", "Findings"), "C", []column{
	{say("索引号", "index"), 8}, {say("单位或项目", "unit or project"), 14}, {say("级别", "level"), 6},
	{say("编号", "code"), 8}, {say("名称", "title"), 14}, {say("对象", "subject"), 13}, {say("说明", "says"), 30},
	{say("填报数", "printed"), 11}, {say("重算数", "due"), 11}, {say("差异", "difference"), 10}, {say("容差", "tolerance"), 9},
	{say("算式", "working"), 18}, {say("依据", "clause"), 18}, {say("页", "page"), 4}, {say("位置", "place"), 12},
	{say("原文", "quotation"), 13}, {say("重算过程", "recomputed"), 8}, {say("建议", "suggestion"), 18},
	{say("人工结论", "verdict"), 8}, {say("备注", "remarks"), 12},
	{say("汇总", "summary"), 8}, {say("文件", "file"), 26}, {say("另见", "see also"), 28}, {say("读取说明", "how it was read"), 22},
}, 20}

// The columns that the difference is computed from, and the one that the reviewer fills in.
const printedColumn, dueColumn, verdictColumn = 8, 9, 19

var differenceLook = look{format: "0.00##;[Red]-0.00##;0.00"}

// finding writes a row; the verdict and the remarks are blank but for what a review file accepts.
func (b *workbook) finding(p *papers, i int) {
	lang, x := b.options.Lang, p.findings[i]
	verdict, remarks := "", ""
	if x.by != nil {
		verdict, remarks = acceptedWord.In(lang), fmt.Sprintf("%s（%s，%s）", x.by.Reason, x.by.Reviewer, x.by.Date)
	}
	c := comparisonOf(x.Finding)
	row := b.findings.next().row
	b.findings.row(b.text(x.index), b.text(whose(p.Report)),
		b.styled(look{fill: fill(x.Level), middle: true}, LevelWord(x.Level).In(lang)),
		b.text(x.Code), b.text(x.Title.In(lang)), b.text(x.Subject), b.text(x.Says.In(lang)),
		b.amount(x.Printed), b.dueCell(x.Finding, c), b.differenceCell(c, row), b.tolerance(c),
		b.text(x.Working), b.text(x.Clause.In(lang)), b.count(x.Place.Page), b.text(where(x.Place, lang)), b.text(x.Place.Quote),
		b.rowLink(p, x.row), b.text(suggestion(x.Finding).In(lang)), b.text(verdict), b.text(remarks),
		b.link(p.inOverview, p.index), b.text(p.Source.Name), b.text(b.also(x.Also)), b.text(doubts(p.Form, &x.Finding, lang)))
	b.mark(x)
}

// rowLink leads to the row that was recomputed.
func (b *workbook) rowLink(p *papers, row int) excelize.Cell {
	if row < 0 {
		return b.text("")
	}
	return b.link(spot{p.inRows.sheet, p.inRows.row + row}, b.rows.indexed(b.rows.count+1+row))
}

// comparison is what is printed beside what is due, where both are numbers.
type comparison struct {
	printed, due         *big.Rat // nil if it is none
	printedLook, dueLook string   // number formats
	decimals             int      // that the difference is told to
	formula              string   // of what is due; empty if it can only be quoted
}

// comparisonOf reads both figures of a finding, and its working as a formula that gives the one that is due.
func comparisonOf(f finding.Finding) comparison {
	var c comparison
	p, pf, ok := exact(form.Entry{Text: strings.TrimSpace(f.Printed)})
	if ok {
		c.printed, c.printedLook = p, pf
	}
	d, df, ok := exact(form.Entry{Text: strings.TrimSpace(f.Due)})
	if !ok {
		return c
	}
	c.due, c.dueLook = d, df
	decimals := decimalsOf(df)
	c.decimals = max(decimals, decimalsOf(pf))
	if t, ok := arithmetic(f.Working, nil); ok && strings.ContainsAny(t.formula, "+-*/") && quantity.Compare(quantity.Round(t.value, decimals), d) == 0 {
		c.formula = fmt.Sprintf("ROUND(%s,%d)", t.formula, decimals)
	}
	return c
}

// decimalsOf is how many digits of the value behind the point a number format shows.
func decimalsOf(format string) int {
	n := 0
	if _, fraction, ok := strings.Cut(format, "."); ok {
		n = len(fraction) - len(strings.TrimLeft(fraction, "0"))
	}
	if strings.Contains(format, "%") {
		n += 2
	}
	return n
}

// comparable reports whether both are numbers of one kind. Less than 15 is no figure to take the difference from.
func (c comparison) comparable() bool {
	return c.printed != nil && c.due != nil && !strings.ContainsAny(c.dueLook, "<>＜＞") && strings.Contains(c.printedLook, "%") == strings.Contains(c.dueLook, "%")
}

// amount is a printed figure: a number that looks as it is printed, else a text.
func (b *workbook) amount(text string) excelize.Cell {
	return b.printed(form.Entry{Text: strings.TrimSpace(text)})
}

func (b *workbook) dueCell(f finding.Finding, c comparison) excelize.Cell {
	if c.formula == "" || len(b.styles.known) > mostStyles {
		return b.amount(f.Due)
	}
	return b.live(look{format: c.dueLook}, c.formula, c.due)
}

// differenceCell is what is printed less what is due, as a formula.
func (b *workbook) differenceCell(c comparison, row int) excelize.Cell {
	if !c.comparable() {
		return b.text("")
	}
	l := look{format: "0.00##;[Red]-0.00##;0.00"}
	if strings.Contains(c.dueLook, "%") {
		l.format = "0.00##%;[Red]-0.00##%;0.00%"
	}
	return b.live(l, fmt.Sprintf("ROUND(%s-%s,%d)", ref(printedColumn, row), ref(dueColumn, row), c.decimals), rounded(minus(c.printed, c.due), c.decimals))
}

// tolerance is half a unit of the last digit of the finer of both figures: so far a figure may lie from the
// one it stands for. A bound has none.
func (b *workbook) tolerance(c comparison) excelize.Cell {
	if !c.comparable() || strings.ContainsAny(c.dueLook, "≥≤≧≦") {
		return b.text("")
	}
	format := "0.0#######"
	if strings.Contains(c.printedLook, "%") {
		format += "%"
	}
	half, _ := quantity.HalfUnit(c.decimals).Float64()
	return b.styled(look{format: format}, half)
}

func minus(a, b *big.Rat) *big.Rat { return quantity.Minus(a, b) }

func rounded(v *big.Rat, decimals int) *big.Rat { return quantity.Round(v, decimals) }

// suggestion says what the one who filled in the report should look at.
func suggestion(f finding.Finding) document.Message {
	family, _, _ := strings.Cut(f.Code, "-")
	m := say("核对该处填报内容", "look at this entry again")
	switch family {
	case "EXE":
		m = say("核对预算批复与执行数据", "check against the budget and the accounts")
	case "SCR", "RUL":
		m = say("按评分标准重新计分，或补充计分依据", "score by the rules again, or say by what it was scored")
	case "WGT":
		m = say("核对各级分值", "check the weights of all levels")
	case "TOT":
		m = say("重新汇总得分，核对总分与等级", "add up the scores again; check total and grade")
	case "XRF":
		m = say("查明以何处为准，统一前后表述", "find out which is right and say the same in all places")
	case "UNT":
		m = say("核对并统一计量单位", "check the unit and use one")
	case "IND":
		m = say("完善指标设置", "set the indicator anew")
	case "EXP":
		m = say("补充原因说明和改进措施，删除提示语", "give reasons and measures; delete template text")
	case "STR":
		m = say("修改文本格式、编号", "mend numbers and format")
	case "TIM":
		m = say("核对日期与年度", "check dates and years")
	}
	if due := strings.TrimSpace(f.Due); f.Level == finding.Error && strings.Trim(due, "0123456789.,%") == "" && due != "" {
		m.ZH, m.EN = fmt.Sprintf("%s；确属填报有误的，更正为 %s", m.ZH, due), fmt.Sprintf("%s; if it is wrong, correct it to %s", m.EN, due)
	}
	return m
}

// acceptedWord is the verdict on a finding that a review file lets stand.
var acceptedWord = say("认可", "accepted")

// whose names the form: its project, else its unit.
func whose(f *finding.Report) string {
	if f.Form.Project != "" {
		return f.Form.Project
	}
	return f.Form.Unit
}

func (b *workbook) also(places []document.Place) string {
	lang := b.options.Lang
	return strings.Join(each(places, func(p document.Place) string { return located(p, briefAlso, lang) }), say("；", "; ").In(lang))
}

// verdicts offers the reviewer's answers beside each finding.
func (b *workbook) verdicts(name string, rows int) {
	lang := b.options.Lang
	b.dropDown(name, verdictColumn, rows, say("属实", "true").In(lang), say("不属实", "not so").In(lang), say("待核", "open").In(lang), acceptedWord.In(lang))
}

var uncheckedKind = kind{say("未能核对", "Not checked"), "E", []column{
	{say("索引号", "index"), 8}, {say("单位或项目", "unit or project"), 28}, {say("检查内容", "item"), 14},
	{say("编号", "code"), 10}, {say("未能核对的原因", "why it could not be checked"), 60}, {say("文件", "file"), 30},
}, 0}

func (b *workbook) skipped(p *papers) {
	for _, s := range p.Skipped {
		b.unchecked.row(b.text(b.unchecked.index()), b.text(whose(p.Report)), b.text(familyOf(s.Code).In(b.options.Lang)), b.text(s.Code),
			b.text(s.Why.In(b.options.Lang)), b.text(p.Source.Name))
	}
}

// noted lists what could not be read of a file, and so could not be checked either.
func (b *workbook) noted(r *Result) {
	for _, n := range r.Notes {
		b.unchecked.row(b.text(b.unchecked.index()), b.text(""), b.text(say("读取", "reading").In(b.options.Lang)), b.text(string(n.Code)),
			b.text(strings.TrimSpace(n.Says.In(b.options.Lang)+" "+where(n.Place, b.options.Lang))), b.text(r.Source.Path))
	}
}

// familyOf is the item of the check form that a code belongs to.
func familyOf(code string) document.Message {
	for _, f := range checkItems() {
		if f.holds(code) {
			return f.name
		}
	}
	return say("", "")
}
