package html

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
)

func mustRead(t testing.TB, data []byte) *document.Document {
	t.Helper()
	doc, err := Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// sketch draws a document: a line for each paragraph, and for each row of a table the cells that begin
// in it, with their spans where they have any: text·rows×columns.
func sketch(doc *document.Document) string {
	var b strings.Builder
	for _, block := range doc.Blocks {
		if block.Paragraph != nil {
			b.WriteString(block.Paragraph.Text + "\n")
			continue
		}
		row := 0
		for _, c := range block.Table.Cells {
			for ; row < c.Row; row++ {
				b.WriteString("|\n")
			}
			b.WriteString("|" + c.Text)
			if c.RowSpan > 1 || c.ColumnSpan > 1 {
				fmt.Fprintf(&b, "·%d×%d", c.RowSpan, c.ColumnSpan)
			}
		}
		b.WriteString("|\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// sketches reads one page after another and draws what was read.
type sketches []struct{ name, page, want string }

func (all sketches) check(t *testing.T) {
	t.Helper()
	for _, c := range all {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, sketch(mustRead(t, []byte(c.page)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestText(t *testing.T) {
	sketches{
		{"paragraphs and breaks", "<h1>标题</h1><p>一\n 二</p><div>三<br>四<div>五</div>六</div>", "标题\n一二\n三\n四\n五\n六"},
		{"text outside of elements", "甲<p>乙</p>丙", "甲\n乙\n丙"},
		{"inline elements join", "<p>执行<b>率</b><span>94.74</span><sup>%</sup></p>", "执行率94.74%"},
		{"wide blanks set fields apart", "<p>填表人：张三&nbsp;&nbsp;&nbsp;联系电话：1</p><p>单位：甲局 日期：2024年</p>", "填表人：张三\t联系电话：1\n单位：甲局\t日期：2024年"},
		{"spread words", "<p>目&emsp;&emsp;录</p><p>绩 效 自 评 表</p>", "目录\n绩效自评表"},
		{"entities", "<p>&ge;95%&nbsp;&lt;3&permil;</p>", "≥95% <3‰"},
		{"what is not shown", `<p style="color:red; DISPLAY : none">一</p><p hidden>二</p><script>三</script><style>四</style><noscript>五</noscript><template>六</template><input type="hidden" value="七"><p>八<del>九</del></p>`, "八"},
		{"what Word leaves behind", `<!--[if gte mso 9]><xml>甲</xml><![endif]--><p class=MsoNormal>得分<o:p></o:p></p><![if !supportMisalignedColumns]><p>乙</p><![endif]><p style="mso-hide:all">丙</p><p>PAGEREF _Toc5379 \h 12</p>`, "得分\n乙\n12"},
		{"fields of Word", `<p><span style='mso-element:field-begin'></span> TOC \o "1-3" <span style='mso-element:field-separator'></span>目录<span style='mso-element:field-end'></span></p>`, "目录"},
		{"a field without an end", `<p><span style='mso-element:field-begin'></span>TOC</p><p>后文</p>`, "后文"},
		{"a list label that Word wrote out", `<p><span style='mso-list:Ignore'>一、<span>&nbsp;</span></span>结论</p>`, "一、结论"},
		{"numbered lists", "<ol start=3><li>甲<li>乙</ol><ul><li>丙</ul><ol><li value=7>丁<li>戊</ol>", "3.甲\n4.乙\n丙\n7.丁\n8.戊"},
		{"forms", `<p><input type=checkbox checked>是<input type=radio>否 得分<input value="95"></p><p><select><option>优<option selected>良</select></p><textarea>一
二</textarea>`, "☑是□否得分95\n良\n一\n二"},
		{"set text", "<pre>一\r\n甲局  乙局\n</pre>", "一\n甲局\t乙局"},
		{"what has no width", "<p>绩\u200b效\ufeff自\u00ad评</p>", "绩效自评"},
	}.check(t)
}

func TestTables(t *testing.T) {
	sketches{
		{"spans", "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td>2</table>", "|甲·2×1|乙·1×2|\n|1|2|"},
		{"a span to the end of the rows", "<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3</table>", "|甲·3×1|1|\n|2|\n|3|"},
		{"a span to the end of the columns", "<table><tr><td>a<td>b<td>c<tr><td colspan=0>甲</table>", "|a|b|c|\n|甲·1×3|"},
		{"spans that reach out", "<table><tr><td rowspan=9 colspan=99999>甲<td>1<tr><td>2</table>", "|甲·2×1|1|\n|2|"},
		{"broken spans", "<table><tr><td colspan=-3>甲<td rowspan=x>1</table>", "|甲|1|"},
		{"a span is cut by a cell from above", "<table><tr><td>1<td>2<td rowspan=2>3<tr><td colspan=3>甲</table>", "|1|2|3·2×1|\n|甲·1×2|"},
		{"columns that no cell begins in are none", "<table><tr><td colspan=2>甲<td colspan=3>乙<tr><td colspan=2>1<td colspan=3>2</table>", "|甲|乙|\n|1|2|"},
		{"ragged rows", "<table><tr><td>1<td>2<td>3<tr><td>4</table>", "|1|2|3|\n|4|"},
		{"heads first, feet last", "<table><tfoot><tr><td>合计<td>9</tfoot><tbody><tr><td>甲<td>9</tbody><thead><tr><th>名<th>分</thead></table>", "|名|分|\n|甲|9|\n|合计|9|"},
		{"cells without rows", "<table><td>1<td>2<tr><td>3<td>4</table>", "|1|2|\n|3|4|"},
		{"rows without a table", "<tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>", "|1|2|\n|3|4|"},
		{"text between rows stands before", "<table><tr><td>1<td>2</tr>文字<tr><td>3<td>4</table>", "文字\n|1|2|\n|3|4|"},
		{"hidden rows and cells", "<table><tr style='display:none'><td>x<td>y<tr><td>1<td hidden>z<td>2</table>", "|1|2|"},
		{"paragraphs in cells", "<table><tr><td><p>交通治理宣传覆</p><p>盖率</p><td>A<br>B<td>≥\n95%</table>", "|交通治理宣传覆盖率|A B|≥95%|"},
		{"a caption", "<table><caption>表1 得分</caption><tr><td>1<td>2</table>", "表1得分\n|1|2|"},
		{"frames around text", "<table><tr><td><p>一</p><p>二</p></table>", "一\n二"},
	}.check(t)
}

func TestNestedTables(t *testing.T) {
	const inner = "<table><tr><td>预算数<td>执行数<tr><td>860<td>798</table>"
	const drawn = "|预算数|执行数|\n|860|798|"
	sketches{
		{"a layout table is replaced", "<table><tr><td>标题<tr><td>" + inner + "<tr><td>落款</table>", "标题\n" + drawn + "\n落款"},
		{"a side bar", "<table><tr><td>栏目<td>" + inner + "</table>", "栏目\n" + drawn},
		{"layout in layout", "<table><tr><td><table><tr><td><table><tr><td>" + inner + "</table></table></table>", drawn},
		{"beside data it follows", "<table><tr><td>名称<td>得分<td>说明<tr><td>甲<td>5<td>见表" + inner + "<tr><td>乙<td>6<td>无</table>", "|名称|得分|说明|\n|甲|5|见表|\n|乙|6|无|\n" + drawn},
		{"beside a label it divides", "<table><tr><td>项目<td>桥<tr><td>资金<td>" + inner + "<tr><td>总分<td>98</table>", "|项目|桥|\n资金\n" + drawn + "\n|总分|98|"},
	}.check(t)
}

func TestPlaces(t *testing.T) {
	doc := mustRead(t, []byte("<p>甲<p><p>乙<table><tr><td>丙<td><p>丁<p>戊</table><p>己"))
	if got := doc.Blocks[3].Paragraph.Place; got.Line != 3 || got.Quote != "己" {
		t.Errorf("paragraph's place %+v", got)
	}
	cell := doc.Blocks[2].Table.Cells[1]
	if cell.Place.Table != 1 || cell.Place.Row != 1 || cell.Place.Column != 2 || len(cell.Lines) != 2 {
		t.Errorf("cell %+v", cell)
	}
	if doc.Blocks[2].Table.Evidence != document.Markup {
		t.Errorf("evidence %q", doc.Blocks[2].Table.Evidence)
	}
}

func TestPagesOfPictures(t *testing.T) {
	doc := mustRead(t, []byte("<p><img src=1.jpg></p>"))
	if len(doc.Notes) != 1 || doc.Notes[0].Code != document.NoTextLayer {
		t.Errorf("notes %+v", doc.Notes)
	}
	if doc = mustRead(t, []byte("<p><img src=logo.jpg>文</p>")); len(doc.Notes) != 0 {
		t.Errorf("notes %+v", doc.Notes)
	}
}
