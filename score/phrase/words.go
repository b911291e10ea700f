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
		return openNames[c.Kind]
	}
	return document.Message{}
}

var openNames = map[Kind]document.Message{
	Cap: {ZH: "封顶", EN: "cap"}, Floor: {ZH: "封底", EN: "floor"}, Most: {ZH: "扣分上限", EN: "limit"},
	Standard: {ZH: "标准", EN: "standard"}, FullIf: {ZH: "得满分", EN: "full marks on a condition"}, ZeroIf: {ZH: "不得分", EN: "nothing on a condition"},
	Free: {ZH: "酌情", EN: "discretion"}, Exempt: {ZH: "除外", EN: "exception"},
	NotApplicable: {ZH: "不适用", EN: "not applicable"}, Rescaled: {ZH: "不适用", EN: "not applicable"}, OneOfTwo: {ZH: "择一", EN: "choice"}, Optional: {ZH: "非必评", EN: "optional"},
	LowTarget: {ZH: "指标值偏低", EN: "low target"}, Ceil: {ZH: "不足一步", EN: "part of a step"}, ProRata: {ZH: "不足一步", EN: "part of a step"}, Whole: {ZH: "不足一步", EN: "part of a step"},
	Aggregate: {ZH: "汇总", EN: "aggregation"}, Rank: {ZH: "排名", EN: "rank"}, Relative: {ZH: "与最优者比", EN: "relative to the best"},
	Negative: {ZH: "负分", EN: "negative points"}, Explain: {ZH: "说明", EN: "explanation"},
}
