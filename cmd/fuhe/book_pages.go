package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"fuhe/score/rulebook"
)

// listBooks prints a line a book: its id, its name, and which reports it is for.
func (a *app) listBooks() error {
	shelf, err := rulebook.Load()
	if err != nil {
		return err
	}
	var rows [][2]string
	for _, b := range shelf.All() {
		rows = append(rows, [2]string{b.ID, b.Name.In(a.lang) + a.say("　", "  ·  ") + a.matchOf(b.Match)})
	}
	printPairs(a.stdout, rows)
	return nil
}

// bookPages writes all rulebooks as Markdown, the page that is kept under docs.
func (a *app) bookPages(w io.Writer) error {
	shelf, err := rulebook.Load()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "<!-- %s -->\n\n# %s\n\n%s\n\n", "fuhe list rulebooks --markdown --lang "+a.lang, a.say("评分规则", "Rulebooks"), a.howChosen())
	fmt.Fprintf(out, "| %s | %s | %s | %s |\n| --- | --- | --- | --- |\n", a.say("编号", "id"), a.say("名称", "name"), a.say("适用", "for"), a.say("如何得知", "known from"))
	for _, b := range shelf.All() {
		fmt.Fprintf(out, "| [%s](#%s) | %s | %s | %s |\n", b.ID, b.ID, cell(b.Name.In(a.lang)), cell(a.matchOf(b.Match)), a.evidence(b.Evidence))
	}
	for _, b := range shelf.All() {
		a.bookPage(out, b)
	}
	return out.Flush()
}

// howChosen says in which order a book is looked for.
func (a *app) howChosen() string {
	return a.say(`选用次序：--rulebook 指定的；报告引用的文件；报告所印的定性档次和执行分值；固定指标；各板块权重；只有某份规则使用的等级名称；所在地区（由单位名称中的省、市、区判断）和年度；表式；项目编码；报告类型；都没有的，用 cn-2020。
与报告已知内容（类型、年度、地区、执行分值、等级名称）抵触的不选。同样合适的几份中，取能解释更多得分的一份；其余的也算可能适用，仅其中一份不允许的，降一级提示。报告自印的规则始终优先。`,
		`Looked for in this order: what --rulebook names; a document that the report names; bands and the execution weight that it prints; prescribed rows; weights of its blocks; a name of a grade that only one book uses; region (by the province, city or district in the unit's name) and year; layout; the project's code; the kind of report; else cn-2020.
A book is passed over that the report contradicts in kind, year, region, execution weight or grade. Of several that suit equally the one that explains more of the scores is taken; the others may hold as well, and what only one of them forbids is told one level milder. Rules that the report prints itself always go first.`)
}

func (a *app) bookPage(out io.Writer, b *rulebook.Book) {
	fmt.Fprintf(out, "\n## %s\n\n**%s**\n\n", b.ID, b.Name.In(a.lang))
	for _, line := range a.aboutBook(b) {
		fmt.Fprintf(out, "- %s%s%s\n", line[0], a.say("：", ": "), line[1])
	}
	fmt.Fprintf(out, "\n| %s | %s | %s | %s |\n| --- | --- | --- | --- |\n", a.say("部分", "section"), a.say("规则", "rule"), a.say("取值", "figures"), a.say("如何得知", "known from"))
	for _, s := range a.sectionsOf(b) {
		fmt.Fprintf(out, "| %s | %s | %s | %s |\n", s.title, cell(s.basis.Clause.In(a.lang)), cell(strings.Join(s.figures, "<br>")), a.evidence(s.basis.Evidence))
	}
	for i, r := range b.Rows {
		if i == 0 {
			fmt.Fprintf(out, "\n%s\n\n", a.say("固定指标（报告未印评分标准时采用）：", "Prescribed rows (where the report prints no rule beside them):"))
		}
		fmt.Fprintf(out, "- %s\n", a.fixedRow(r))
	}
}
