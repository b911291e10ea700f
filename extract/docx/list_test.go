package docx

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// listPart describes two lists: headings 一、 (一) 1. ① and a plain one, with a use that begins anew.
var listPart = wrapped("numbering", `<w:abstractNum w:abstractNumId="0">`+
	lvl(0, "chineseCounting", "%1、", "")+lvl(1, "chineseCounting", "（%2）", `<w:pStyle w:val="H2"/>`)+lvl(2, "decimal", "%3.", "")+lvl(3, "decimalEnclosedCircle", "%4", "")+
	`</w:abstractNum><w:abstractNum w:abstractNumId="1">`+lvl(0, "decimal", "%1", "")+lvl(1, "decimal", "%1.%2", "")+lvl(2, "bullet", "", "")+
	`</w:abstractNum><w:abstractNum w:abstractNumId="2">`+lvl(0, "upperRoman", "%1", "")+lvl(1, "decimal", "%1.%2", "<w:isLgl/>")+`</w:abstractNum>
	<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
	<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
	<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>`)

func lvl(i int, format, text, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val=%q/>%s<w:lvlText w:val=%q/></w:lvl>`, i, format, more, text)
}

// item is a paragraph in a list.
func item(list, level int, text string) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr>%s</w:p>`, level, list, r(text))
}

func styled(style, text string) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val=%q/></w:pPr>%s</w:p>`, style, r(text))
}

func TestListLabels(t *testing.T) {
	styles := wrapped("styles", `<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
		<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
		<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="H1"/></w:style>
		<w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Round"/></w:style>`)
	for _, c := range []struct{ name, body, want string }{
		{"levels count and begin again", item(1, 0, "结论") + item(1, 1, "得分") + item(1, 1, "执行") + item(1, 2, "预算") + item(1, 3, "甲") + item(1, 0, "佐证") + item(1, 1, "概况"),
			"一、结论\n（一）得分\n（二）执行\n1.预算\n①甲\n二、佐证\n（一）概况"},
		{"levels in one label", item(2, 0, "甲") + item(2, 1, "乙") + item(2, 1, "丙"), "1甲\n1.1乙\n1.2丙"},
		{"a use that begins anew", item(2, 0, "甲") + item(2, 0, "乙") + item(3, 0, "丙") + item(3, 0, "丁"), "1甲\n2乙\n1丙\n2丁"},
		{"legal numbering", item(4, 0, "甲") + item(4, 1, "乙"), "I甲\n1.1乙"},
		{"bullets say nothing", item(2, 2, "甲"), "甲"},
		{"lists of styles", styled("H1", "甲") + styled("H2", "乙") + styled("Mine", "丙") + styled("Round", "丁"), "一、甲\n（一）乙\n二、丙\n丁"},
		{"a style's list taken off", styled("H1", "甲") + `<w:p><w:pPr><w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>` + r("乙") + "</w:p>", "一、甲\n乙"},
		{"numbers that stand alone in cells", tbl(tr(tc("", item(2, 0, "")), tc("", "甲")), tr(tc("", item(2, 0, "")), tc("", "乙"))), "|1|甲|\n|2|乙|"},
		{"a label before figures keeps a blank", item(1, 2, "2021年"), "1. 2021年"},
		{"unknown lists", item(9, 0, "甲") + item(1, 12, "乙"), "甲\n乙"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := pack(t, c.body, parts{"word/numbering.xml": listPart, "word/styles.xml": styles})
			if diff := cmp.Diff(c.want, sketch(mustRead(t, data))); diff != "" {
				t.Error(diff)
			}
		})
	}
}
