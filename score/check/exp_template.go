package check

import (
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
)

// instruction is a shape of a template's words; a text without any of its signs is not searched for it.
type instruction struct {
	signs []string
	shape *wording.Expr
}

// instructions are the shapes of a template's own words: brackets that ask or limit, a heading's
// bracket that lists what to write about, placeholders.
var instructions = []instruction{
	{[]string{"字以", "字左右", "可另附", "请填", "请说明", "请简述", "如实填写", "填写"}, wording.New(`[（(][^（）()]{0,24}(字以内|字左右|字以下|可另附|请填写|请填|请说明|请简述|如实填写|由.{1,8}填写)[^（）()]{0,24}[）)]`)},
	{[]string{"字）", "字)"}, wording.New(`[（(][^（）()]{0,40}(?:不超过|控制在|限)[0-9一二三四五六七八九十百千]{1,5}字[）)]`)},
	{[]string{"（包括", "(包括", "（主要包括", "(主要包括"}, wording.New(`[（(](主要)?包括[^（）()，。；]{2,40}(等|等方面|等内容|等情况)[）)]$`)},
	{[]string{"，包括", "，主要包括"}, wording.New(`^[^。；]{2,24}，(主要)?包括[^。；]{4,40}等(相关)?(内容|情况|方面)。?$`)},
	{[]string{"（请", "(请"}, wording.New(`[（(]请(简要|简单|扼要|详细|逐项|逐一|具体|重点|分别|认真)(说明|填写|描述|阐述|列示|列出|分析|概述|简述|介绍)[^（）()]{0,60}[）)]`)},
	{[]string{"填写说明", "填表说明", "填报说明"}, wording.New(`[（(](填写说明|填表说明|填报说明)[：:][^（）()]{2,80}[）)]`)},
	{[]string{"请在此", "请在下方", "请据实", "请如实", "请根据实际情况", "此处填写", "（示例）", "（样表）"}, wording.New(`请(在此|在下方|据实|如实|根据实际情况)(填写|说明)|此处填写|（示例）|（样表）`)},
	{[]string{"××", "ＸＸ", "xx", "XX", "×", "Ｘ"}, wording.New(`[×ＸＸxX]{2,}(年|月|日|万元|元|单位|项目|局|人|个|分|%)`)},
}

func runTemplate(p *Pass) {
	if len(p.Form.Text) == 0 {
		p.Skip("没有正文", "There is no running text")
		return
	}
	var places []document.Place
	var first string
	seen := map[string]bool{}
	for i := range p.Form.Text {
		para := &p.Form.Text[i]
		for _, one := range instructions {
			if !p.read.paragraphHas(i, one.signs...) {
				continue
			}
			hit := one.shape.FindString(strings.TrimSpace(para.Text))
			if hit == "" || seen[para.Text] {
				continue
			}
			seen[para.Text] = true
			if first == "" {
				first = hit
			}
			places = append(places, para.PlaceAt(strings.Index(para.Text, hit), len(hit)))
		}
	}
	if len(places) == 0 {
		return
	}
	p.Report(finding.Finding{
		Subject: "模板提示语", Printed: first,
		Says:  both("正文共有 %[2]d 处疑似模板填写说明未删除，如“%[1]s”", "%[2]d pieces of template instructions seem to be left in the text, as “%[1]s”", runes(first, 40), len(places)),
		Place: places[0], Also: places[1:],
	})
}
