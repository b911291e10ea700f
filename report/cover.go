package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe/score/finding"
)

var (
	coverName  = say("封面", "Cover")
	coverTitle = say("绩效自评复核工作底稿", "Workpaper: review of performance self-evaluations")
)

// mostOnCover is how many files the cover lists; more have a sheet of their own.
const mostOnCover = 20

var fileKind = kind{say("文件清单", "Files"), "F", []column{
	{say("序号", "no."), 8}, {say("文件", "file"), 60}, {say("格式", "format"), 8}, {say("页数", "pages"), 8},
	{say("读取情况", "reading"), 10}, {say("自评表", "forms"), 8}, {say("SHA-256", "SHA-256"), 68},
	{say("内容相同的文件", "files of the same bytes"), 40},
}, 0}

// census counts what the cover tells.
type census struct {
	tally
	books   map[string]int // forms by rulebook
	first   []*Result      // the files, without their forms, as many as the cover lists
	partial int
	sole    string // the unit that all forms are of; empty where they are of several
	mixed   bool
}

func (c *census) form(f *finding.Report) {
	if c.books == nil {
		c.books = map[string]int{}
	}
	c.books[f.Rulebook]++
	switch unit := f.Form.Unit; {
	case c.mixed || unit == "":
	case c.sole == "":
		c.sole = unit
	case c.sole != unit:
		c.sole, c.mixed = "", true
	}
}

// source counts a file, and lists it: on the cover as long as there is room.
func (b *workbook) source(r *Result) {
	b.met.add(r)
	if r.Status == Partial {
		b.met.partial++
	}
	if b.files == nil && len(b.met.first) == mostOnCover {
		b.files = b.add(fileKind)
		for _, before := range b.met.first {
			b.listed(before)
		}
	}
	if b.files != nil {
		b.listed(r)
		return
	}
	short := *r
	short.Document, short.Reports = nil, nil
	for _, f := range r.Reports {
		short.Reports = append(short.Reports, &finding.Report{Rulebook: f.Rulebook}) // only their number is told
	}
	b.met.first = append(b.met.first, &short)
}

func (b *workbook) listed(r *Result) {
	b.files.row(b.count(b.files.count+1), b.text(r.Source.Path), b.text(r.Source.Format), b.count(r.Source.Pages),
		b.text(statusWord(r.Status).In(b.options.Lang)), b.styled(look{}, len(r.Reports)), b.text(r.Source.SHA256),
		b.text(strings.Join(r.Source.Copies, "; ")))
}

// coverWidths are those of the six columns of the cover.
var coverWidths = []float64{16, 44, 10, 12, 10, 68}

// page writes the cover from top to bottom.
type page struct {
	book *workbook
	row  int
}

// front fills the cover, when all is counted.
func (b *workbook) front() {
	if b.err != nil {
		return
	}
	for i, w := range coverWidths {
		b.keep(b.cover.SetColWidth(i+1, i+1, w))
	}
	p := &page{book: b}
	p.line(40, b.styled(look{large: true, bold: true, middle: true, bare: true}, coverTitle.In(b.options.Lang)))
	b.keep(b.cover.MergeCell("A1", ref(len(coverWidths), 1)))
	p.line(8)
	p.signatures()
	p.line(8)
	p.facts()
	p.line(8)
	p.contents()
	p.line(8)
	p.files()
	if b.err == nil {
		b.keep(b.cover.Flush())
	}
}

func (p *page) line(height float64, cells ...any) {
	if p.book.err != nil {
		return
	}
	p.row++
	p.book.keep(p.book.cover.SetRow(ref(1, p.row), cells, excelize.RowOpts{Height: height}))
}

// signatures are the blanks to be signed.
func (p *page) signatures() {
	b, lang := p.book, p.book.options.Lang
	head := func(zh, en string) excelize.Cell { return b.styled(headStyle, say(zh, en).In(lang)) }
	blank := b.text("")
	p.line(22, head("被核对单位", "reviewed unit"), b.text(b.met.sole), head("索引号", "index"), blank, head("页次", "page"), blank)
	p.line(22, head("编制人", "prepared by"), blank, head("日期", "date"), blank, head("说明", "remarks"), blank)
	p.line(22, head("复核人", "reviewed by"), blank, head("日期", "date"), blank, head("复核意见", "opinion"), blank)
}

// facts are what was done with which means, and how much of it.
func (p *page) facts() {
	b, lang := p.book, p.book.options.Lang
	fact := func(zh, en, text string) {
		lines := max(1, int(columns(text)/120)+1)
		p.line(float64(lines)*lineHeight+6, b.styled(headStyle, say(zh, en).In(lang)), b.text(text), b.text(""), b.text(""), b.text(""), b.text(""))
		b.keep(b.cover.MergeCell(ref(2, p.row), ref(len(coverWidths), p.row)))
	}
	fact("程序", "program", strings.TrimSpace("fuhe 复核 "+b.options.Program))
	fact("评分规则", "rulebooks", b.met.rulebooks(lang))
	fact("核对结果", "outcome", b.met.line(b.options.Passed, lang))
	fact("读取情况", "reading", fmt.Sprintf(say("全部读取 %d 个文件，部分读取 %d 个，未能读取 %d 个（原因见“汇总”“未能核对”）",
		"files read: %d, in part: %d, not read: %d (why: see Summary and Not checked)").In(lang), b.met.tally.files-b.met.partial-b.met.failed, b.met.partial, b.met.failed))
	fact("核对方法", "method", say("按报告所印规则或适用办法逐行重算；印出的数代表四舍五入后与其相同的所有数，两者不可能相符时才列为错误。“重算”“差异”“核对”等栏为公式，可改动引用的数字自行验算。",
		"Every row is scored again by the rules that the report prints or that apply. A printed figure stands for all values that round to it; only what cannot agree is an error. Recomputed figures, differences and marks are formulas: change a quoted figure to try them.").In(lang))
	fact("符号", "marks", say("✓ 重算相符　✗ 重算不符，见问题清单　? 不符，但读取或规则有疑问，未列为问题　— 未能重算（原因见“算式”栏）", "✓ agrees   ✗ does not agree, see Findings   ? does not agree, but reading or rule leave a doubt   — not recomputed (the working says why)").In(lang))
	fact("结论", "conclusion", "")
}

// rulebooks are the ids of the books used, with the number of forms that each was used for.
func (c *census) rulebooks(lang string) string {
	return strings.Join(each(slices.Sorted(maps.Keys(c.books)), func(id string) string {
		return fmt.Sprintf(say("%s（%d 份）", "%s (forms: %d)").In(lang), id, c.books[id])
	}), say("、", ", ").In(lang))
}

// contents lead to the sheets.
func (p *page) contents() {
	b, lang := p.book, p.book.options.Lang
	p.line(18, b.styled(headStyle, say("底稿目录", "contents").In(lang)), b.styled(headStyle, say("内容", "holds").In(lang)), b.styled(headStyle, say("索引号", "index").In(lang)))
	for _, x := range []struct {
		sheet  *sheet
		zh, en string
	}{
		{b.overview, "每份自评表一行：总分、等级、问题数", "a row a form: totals, grade, counts"},
		{b.items, "按检查内容列示是否符合要求", "by item: in order or not"},
		{b.findings, "每个问题一行，差异可验算", "a row a finding, with live differences"},
		{b.rows, "逐行重算，含相符的行", "every row recomputed, those that agree too"},
		{b.unchecked, "未执行的检查及原因", "checks that did not run, and why"},
		{b.files, "文件及其 SHA-256", "the files with their SHA-256"},
	} {
		if x.sheet != nil {
			p.line(16, b.link(spot{x.sheet.name.In(lang), 1}, x.sheet.name.In(lang)), b.text(say(x.zh, x.en).In(lang)), b.text(x.sheet.letter))
		}
	}
}

// files are listed as far as the cover has room.
func (p *page) files() {
	b, lang := p.book, p.book.options.Lang
	head := func(zh, en string) any { return b.styled(headStyle, say(zh, en).In(lang)) }
	if b.files != nil {
		return
	}
	p.line(18, head("序号", "no."), head("文件", "file"), head("格式", "format"), head("读取情况", "reading"), head("自评表", "forms"), head("SHA-256", "SHA-256"))
	for i, r := range b.met.first {
		lines := int(columns(r.Source.Path)/(coverWidths[1]-cellPadding)) + 1
		p.line(float64(lines)*lineHeight+4, b.count(i+1), b.text(r.Source.Path), b.text(r.Source.Format), b.text(statusWord(r.Status).In(lang)),
			b.styled(look{}, len(r.Reports)), b.text(r.Source.SHA256))
	}
}
