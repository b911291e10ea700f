package phrase

import (
	"math/big"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
)

// Cut is one tier of a rule on over-achievement: where (actual − target) ÷ target, in percent, lies in
// the range, a share of the weight is lost. LowTarget: only where the target was set too low.
type Cut struct {
	Range     Range
	Share     *big.Rat
	LowTarget bool
}

func (c Cut) String() string {
	s := "cut(" + c.Range.String() + " " + decimal(quantity.Times(c.Share, hundred)) + "%w"
	if c.LowTarget {
		s += " if low target"
	}
	return s + ")"
}

// Says the tier.
func (c Cut) Says() document.Message {
	share := decimal(quantity.Times(c.Share, hundred)) + "%"
	zh := "超出指标值" + c.Range.zh() + "的，扣分值的" + share
	if c.LowTarget {
		zh = "年初指标值设定偏低且" + zh
	}
	return document.Message{ZH: zh, EN: "over the target by " + c.Range.String() + ": less " + share + " of the weight"}
}

const ofWeight = `(?:该|本)?(?:项)?(?:指标)?(?:权重|分值)的`

var cutPatterns = []pattern{
	{
		name:  "over-achievement tier",
		needs: []words{{"扣"}, {"结果", "偏离", "比例"}, {"权重", "分值"}, {"%"}},
		re: wording.New(`(?:若|如)?(?:计算结果|偏离度|超出比例|超额比例|偏离程度|结果)(?:在|处于|为)?(` + anyRange + `)(?:之间)?(?:区间|范围)?(?:内)?(?:的)?,?(?:则)?` +
			`(?:(?:按照?)?` + ofWeight + num + `%扣分|扣(?:除|减)?` + ofWeight + num + `%)`),
		read:    readCut,
		example: "年初指标值设定偏低的，计算结果在200%-300%（含200%）区间，则按照该指标分值的10%扣分",
		tree:    "low-target; cut(≥200%..300% 10%w if low target)",
	},
	{
		name:  "measure of over-achievement",
		needs: []words{{"偏低"}},
		re: wording.New(`(?:若|如)?年初(?:指标值|目标值)设定(?:明显)?偏低(?:的)?,(?:则)?(?:得分)?(?:计算方法)?(?:应用)?` +
			`\(` + within + `{0,20}B\)?-` + within + `{0,20}A\)?\)?/` + within + `{0,12}A\)?(?:\*100%)?|年初(?:指标值|目标值)设定(?:明显)?偏低的?,`),
		read:    func(match) (Clause, bool) { return Open{Kind: LowTarget}, true },
		example: "若年初指标值设定偏低，则得分计算方法应用（全年实际值（B）-年度指标值（A））/年度指标值（A）*100%",
		tree:    "low-target",
	},
}

func readCut(m match) (Clause, bool) {
	r, ok := readRange(m.group(1))
	share := percent(m.first(2, 3))
	if !ok || share == nil || r.Unit != "%" {
		return nil, false
	}
	return Cut{Range: r, Share: share, LowTarget: lowTarget.MatchString(m.text)}, true
}

var lowTarget = wording.New(`(?:指标值|目标值)(?:设定|设置)?(?:明显)?(?:偏低|过低)`)
