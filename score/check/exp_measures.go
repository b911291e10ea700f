package check

import (
	"strings"
	"sync"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
	"fuhe/score/finding"
)

func runMeasures(p *Pass) {
	measures := measuresText(p.read)
	missed := p.missed()
	if measures == "" || len(missed) == 0 {
		p.Skip("没有改进措施或没有未完成的指标", "No remedies are given, or no target was missed")
		return
	}
	problems, _ := problemsText(p.read)
	if n := points(problems); n >= 2 && points(measures) >= n {
		return // as many remedies as problems: which answers which is for a reader to say
	}
	for _, i := range missed {
		in := &p.Form.Indicators[i]
		causes := p.explanations(i, len(missed) == 1)
		if len(causes) == 0 {
			continue // that it is nowhere explained is said already
		}
		if hasAny(in.Reason.Text, remedies...) || mentions(measures, in.Name) || lexicon.Coverage(in.Name, measures) >= 25 || p.answered(i, causes, measures) {
			continue
		}
		place := p.Form.Measures.Place
		if !place.Known() {
			place = in.Actual.Place
		}
		p.Report(finding.Finding{
			Subject: in.Name,
			Says:    both("“%[1]s”未完成，但改进措施没有涉及该指标", "%[1]s was missed, and the remedies do not take it up", in.Name),
			Place:   place, Also: []document.Place{in.Place},
		})
	}
}

// remedies are the words by which a row's own cell goes on from the cause to what is done about it.
var remedies = []string{"下一步", "将加强", "将加快", "将进一步", "将继续", "拟于", "已补", "已整改", "已完成整改", "督促", "改进措施：", "整改措施："}

// stock are the words that every report has of a cause and of a remedy: to share them is to share nothing.
var stock = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for _, w := range strings.Fields("项目 工作 进度 资金 管理 建设 完成 目标 指标 年度 影响 单位 部门 原因 主要 不足 未能 及时 实施 推进 加强 提高 提升 情况 问题 措施 开展 较低 偏低 较多 未达 达到 实际 计划 预算 执行 支出 全年 没有 存在 绩效 任务 数量 质量 时间 一是 二是 三是 四是 五是 一定 部分 相关 由于 导致 造成 进行 落实 力度 的 了 和 等 因 为 是 将 在 与 及 有 不 未") {
		pairs = append(pairs, w, " ")
	}
	return strings.NewReplacer(pairs...)
})

// answered reports remedies that take up the cause of a row's miss, if not the row: they share a word with the
// sentences on the row (落实围挡喷淋 answers 受站点围挡施工影响).
func (p *Pass) answered(index int, causes []explanation, measures string) bool {
	m, folded := p.read.matter(index), lexicon.Fold(measures)
	for _, x := range causes {
		for _, one := range strings.FieldsFunc(x.text, func(r rune) bool { return strings.ContainsRune("。；;\n", r) }) {
			if (len(causes) == 1 || m.in(lexicon.Fold(one))) && sharesWord(one, folded) {
				return true
			}
		}
	}
	return false
}

// sharesWord reports whether a text has two characters together, of no stock word, that the folded one has as well.
func sharesWord(text, folded string) bool {
	for _, piece := range strings.FieldsFunc(stock().Replace(text), func(r rune) bool { return r < '\u3400' || r > '\u9fff' }) {
		if lexicon.PairsOf(piece).Shared(folded) > 0 {
			return true
		}
	}
	return false
}

// points is the number of numbered points in a text.
func points(text string) int {
	most := 0
	for _, marks := range ordinals {
		n := 0
		for n < len(marks) && strings.Contains(text, marks[n]) {
			n++
		}
		most = max(most, n)
	}
	return most
}

func measuresText(n *narrative) string {
	f := n.form
	var b strings.Builder
	b.WriteString(f.Measures.Text)
	for i := range f.Text {
		if para := &f.Text[i]; para.Level == 0 && n.under(i, "措施", "建议", "整改") {
			b.WriteString(para.Text)
		}
	}
	return b.String()
}
