package docx

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func field(mark string) string { return `<w:r><w:fldChar w:fldCharType="` + mark + `"/></w:r>` }

func textBox(content string) string { return "<w:txbxContent>" + content + "</w:txbxContent>" }

// TestText reads one body after another and draws what was read.
func TestText(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"runs are joined", "<w:p>" + r("预算执") + r("行率") + r("94.74%") + "</w:p>", "预算执行率94.74%"},
		{"blank paragraphs do not count", p("一") + p(" ") + "<w:p/>" + p("二"), "一\n二"},
		{"breaks divide", "<w:p>" + r("上") + "<w:r><w:br/></w:r>" + r("下") + "</w:p>", "上\n下"},
		{"tabs and wide blanks set fields apart", "<w:p>" + r("单位：甲局") + "<w:r><w:tab/></w:r>" + r("日期：2024") + "</w:p>" + p("填表人：张三   电话：1"),
			"单位：甲局\t日期：2024\n填表人：张三\t电话：1"},
		{"a tab stop in the properties is none", `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>` + r("文") + "</w:p>", "文"},
		{"blanks between Chinese go", p("绩 效 自 评") + p("目　　录") + p("use of funds"), "绩效自评\n目录\nuse of funds"},
		{"insertions are kept, deletions dropped", "<w:p>" + r("得分") + "<w:del><w:r><w:delText>98</w:delText></w:r></w:del><w:ins>" + r("95") + "</w:ins></w:p>", "得分95"},
		{"moved text stands where it went", "<w:p><w:moveFrom>" + r("甲") + "</w:moveFrom>" + r("乙") + "<w:moveTo>" + r("甲") + "</w:moveTo></w:p>", "乙甲"},
		{"a deleted paragraph mark joins", "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("前半，") + "</w:p>" + p("后半"), "前半，后半"},
		{"hidden text is not printed", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>" + r("显") + `<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>也显</w:t></w:r></w:p>`, "显也显"},
		{"of a field only the result", "<w:p>" + field("begin") + "<w:r><w:instrText>PAGEREF _Toc1 \\h</w:instrText></w:r>" + r("垃圾") + field("separate") + r("12") + field("end") + r("页") + "</w:p>", "12页"},
		{"fields in fields", "<w:p>" + field("begin") + field("begin") + field("separate") + r("内") + field("end") + field("separate") + r("外") + field("end") + "</w:p>", "外"},
		{"a field without an end loses nothing behind it", "<w:p>" + field("begin") + "</w:p>" + p("后文"), "后文"},
		{"a simple field", `<w:p><w:fldSimple w:instr="PAGE">` + r("3") + "</w:fldSimple></w:p>", "3"},
		{"links, tags and controls are looked through", "<w:p><w:hyperlink>" + r("甲") + "</w:hyperlink><w:smartTag><w:smartTagPr/>" + r("乙") + "</w:smartTag><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + r("丙") + "</w:sdtContent></w:sdt></w:p>", "甲乙丙"},
		{"a control around paragraphs", "<w:sdt><w:sdtContent>" + p("甲") + p("乙") + "</w:sdtContent></w:sdt>", "甲\n乙"},
		{"one branch of alternatives", "<w:p>" + r("文") + "<w:r><mc:AlternateContent><mc:Choice>" + textBox(p("框")) + "</mc:Choice><mc:Fallback>" + textBox(p("框")) + "</mc:Fallback></mc:AlternateContent></w:r></w:p>", "文\n框"},
		{"the other branch where the first says nothing", "<w:p><w:r><mc:AlternateContent><mc:Choice><wps:pic/></mc:Choice><mc:Fallback>" + textBox(p("框")) + "</mc:Fallback></mc:AlternateContent></w:r></w:p>", "框"},
		{"a text box in a drawing follows its paragraph", "<w:p>" + r("上") + "<w:r><w:pict><v:textbox>" + textBox(p("框一")+p("框二")) + "</v:textbox></w:pict></w:r>" + r("下") + "</w:p>", "上下\n框一\n框二"},
		{"a table in a text box", "<w:p><w:r>" + textBox(tbl(tr(tc("", "甲"), tc("", "乙")))) + "</w:r></w:p>", "|甲|乙|"},
		{"symbols", `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:sym w:font="Wingdings 2" w:char="F0A3"/><w:t>否</w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t>95</w:t></w:r></w:p>`, "☑是□否≥95"},
		{"letters in a symbol font", `<w:p><w:r><w:rPr><w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/></w:rPr><w:t>R</w:t></w:r>` + r("达标") + "</w:p>", "☑达标"},
		{"an old form's tick box", `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>` + field("end") + r("是") + "</w:p>", "☑是"},
		{"no-break hyphen, soft hyphen", "<w:p><w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/></w:r></w:p>", "A-B"},
		{"a fraction", "<w:p><m:oMath><m:r><m:t>得分=</m:t></m:r><m:f><m:num><m:r><m:t>B</m:t></m:r></m:num><m:den><m:r><m:t>A</m:t></m:r></m:den></m:f></m:oMath></w:p>", "得分=B/A"},
		{"phonetic guides are left out", "<w:p><w:ruby><w:rt>" + r("zhi") + "</w:rt><w:rubyBase>" + r("值") + "</w:rubyBase></w:ruby></w:p>", "值"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, sketch(mustRead(t, pack(t, c.body, nil)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestStrictForm reads the namespaces of the strict form, and a text part under another name.
func TestStrictForm(t *testing.T) {
	data := packed(t, parts{
		"_rels/.rels":        `<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>`,
		"word/document2.xml": `<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:r><d:t>严格</d:t></d:r></d:p></d:body></d:document>`,
	})
	if !Sniff(data) {
		t.Error("not taken for a document")
	}
	if got := sketch(mustRead(t, data)); got != "严格" {
		t.Errorf("read %q", got)
	}
}

func TestFootnotesFollow(t *testing.T) {
	notes := wrapped("footnotes", `<w:footnote w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote>`+p("注文")+"</w:footnote>")
	header := wrapped("hdr", p("页眉"))
	data := pack(t, "<w:p>"+r("正文")+"<w:r><w:footnoteReference/></w:r></w:p>"+p("完"), parts{"word/footnotes.xml": notes, "word/header1.xml": header})
	if got := sketch(mustRead(t, data)); got != "正文\n完\n注文" {
		t.Errorf("read %q", got)
	}
}

func TestPlaces(t *testing.T) {
	doc := mustRead(t, pack(t, p("甲")+p("")+p("乙")+tbl(tr(tc("", "丙"), tc("", p("丁")+p("戊"))))+p("己"), nil))
	var lines []int
	for _, b := range doc.Blocks {
		if b.Paragraph != nil {
			lines = append(lines, b.Paragraph.Place.Line)
		}
	}
	if diff := cmp.Diff([]int{1, 2, 3}, lines); diff != "" {
		t.Error(diff)
	}
	cell := doc.Blocks[2].Table.Cells[1]
	if cell.Place.Table != 1 || cell.Place.Row != 1 || cell.Place.Column != 2 || cell.Place.Quote != "丁戊" {
		t.Errorf("cell's place %+v", cell.Place)
	}
	if len(cell.Lines) != 2 || cell.Lines[1].Text != "戊" || cell.Lines[1].Place.Column != 2 {
		t.Errorf("cell's lines %+v", cell.Lines)
	}
}
