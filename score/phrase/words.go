package phrase

import (
	"strings"

	"fuhe/extract/document"
)

// Tree is the rule without its gaps: count(0.5 per 项 ≤3); floor.
func (r Rule) Tree() string { return Rule{Clauses: r.Clauses}.String() }

// Marked is the text of the rule, folded, with what was not understood in brackets: 每高出【扣0.4分】.
func (r Rule) Marked() string {
	folded, _ := fold(r.Text)
	folded = withoutHarmless(folded)
	for _, g := range r.Gaps {
		if g.Text != "" && !strings.Contains(folded, "【"+g.Text) {
			folded = strings.Replace(folded, g.Text, "【"+g.Text+"】", 1)
		}
	}
	return folded
}

// Name says what kind of clause it is.
func Name(c Clause) document.Message {
	switch c := c.(type) {
	case Count:
		if c.Gain {
			return document.Message{ZH: "按项给分", EN: "points by the piece"}
		}
		return document.Message{ZH: "按项扣分", EN: "deduction by the piece"}
	case Step:
		return document.Message{ZH: "按步长扣分", EN: "deduction by steps"}
	case Ladder:
		return document.Message{ZH: "按档给分", EN: "tiers"}
	case Cases:
		return document.Message{ZH: "分情形给分", EN: "cases"}
	case Cut:
		return document.Message{ZH: "超额扣分", EN: "cut for over-achievement"}
	case Ratio:
		return document.Message{ZH: "按比例计分", EN: "proportion"}
	case Bands:
		return document.Message{ZH: "定性分档", EN: "classes"}
	case Binary:
		return document.Message{ZH: "是否给分", EN: "all or nothing"}
	case Additive:
		return document.Message{ZH: "逐项给分", EN: "criteria that add up"}
	case Open:
		return openNames.of(c.Kind)
	}
	return document.Message{}
}

// byKind has a text for each kind of open clause.
type byKind []struct {
	kind Kind
	text document.Message
}

func (w byKind) of(k Kind) document.Message {
	for i := range w {
		if w[i].kind == k {
			return w[i].text
		}
	}
	return document.Message{}
}

var openNames = byKind{
	{Cap, document.Message{ZH: "封顶", EN: "cap"}},
	{Floor, document.Message{ZH: "封底", EN: "floor"}},
	{Most, document.Message{ZH: "扣分上限", EN: "limit"}},
	{Standard, document.Message{ZH: "标准", EN: "standard"}},
	{FullIf, document.Message{ZH: "得满分", EN: "full marks on a condition"}},
	{ZeroIf, document.Message{ZH: "不得分", EN: "nothing on a condition"}},
	{Free, document.Message{ZH: "酌情", EN: "discretion"}},
	{Exempt, document.Message{ZH: "除外", EN: "exception"}},
	{NotApplicable, document.Message{ZH: "不适用", EN: "not applicable"}},
	{Rescaled, document.Message{ZH: "不适用", EN: "not applicable"}},
	{OneOfTwo, document.Message{ZH: "择一", EN: "choice"}},
	{Optional, document.Message{ZH: "非必评", EN: "optional"}},
	{LowTarget, document.Message{ZH: "指标值偏低", EN: "low target"}},
	{Ceil, document.Message{ZH: "不足一步", EN: "part of a step"}},
	{ProRata, document.Message{ZH: "不足一步", EN: "part of a step"}},
	{Whole, document.Message{ZH: "不足一步", EN: "part of a step"}},
	{Aggregate, document.Message{ZH: "汇总", EN: "aggregation"}},
	{Rank, document.Message{ZH: "排名", EN: "rank"}},
	{Relative, document.Message{ZH: "与最优者比", EN: "relative to the best"}},
	{Negative, document.Message{ZH: "负分", EN: "negative points"}},
	{Explain, document.Message{ZH: "说明", EN: "explanation"}},
}
