package phrase

import (
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/wording"
)

// What stands beside the clauses that were understood may change them: 连续三个月, 其中, 加倍. A rule with
// such words, or with a number that no clause took, is not understood in full.
var (
	unsettled = wording.New(`连续|重复|同时满足|加倍|翻倍|翻番|双倍|减半|其后|之后每|以后每|第[0-9一二三]次|其中|任一|任意|任何一|原则上|再[扣加得]|另[扣加得]|额外|除外|除[^,;]{1,20}外|两者|二者|孰|或者?[扣得减加]|递增|递减|平均每|[甲乙丙]类|以此为限|累进|分段|附件|参照|系数|每[^0-9]{1,4}$|中的?较|及以上|以上的?$|部分`)
	// narrative tells of a score that was given; rules do not.
	narrative = wording.New(`自评得分|自评分|实际得分|实得|实扣|共得|故[扣得]|因此|经核查|经核实|经检查|扣分原因|得分原因|得分率为|已[扣得]|共(?:发现|扣|计扣)`)
	// harmless are words about scoring that give no points and change none.
	harmless = wording.New(`(?:得分|分数|分值|计算结果|结果)?(?:保留|四舍五入)[^。;,\x00]*小数(?:点)?(?:后)?(?:[0-9一两二三]位)?|(?:分|共分?)[0-9]档(?:计分|得分|赋分|给分|打分)?:?|(?:超额完成|超过目标值?)(?:的|部分)*,?不(?:再|另行)?加分|(?:同类|同一|相同)?(?:问题|情形|事项|情况)?不重复扣分|以此类推|依此类推|依次类推|(?:目标|任务|指标|实际|计划)?完成率=[^。;,/得]{0,12}(?:实际|完成)[^。;,/得]{0,12}/[^。;,/得]{0,8}(?:计划|目标|指标|应)[^。;,/得]{0,12}\*100%`)
)

// withoutHarmless drops the harmless words; the marks of each of them are looked for first.
func withoutHarmless(folded string) string {
	for _, mark := range [...]string{"小数", "档", "不重复", "类推", "加分", "完成率="} {
		if strings.Contains(folded, mark) {
			return harmless.ReplaceAllString(folded, "")
		}
	}
	return folded
}

// residue finds what is left, in the sentences that hold a clause, of words that may change it.
func residue(rest string) []Gap {
	var gaps []Gap
	for s := range strings.SplitSeq(rest, stop) {
		if !strings.Contains(s, blot) {
			continue
		}
		for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == 0 || r == ';' }) {
			part = strings.Trim(part, ",:、()的")
			if mayScore(part) && scoring.MatchString(part) {
				continue // it is a gap by itself
			}
			if unsettled.MatchString(part) || narrative.MatchString(part) || strings.ContainsAny(total.ReplaceAllString(dated.ReplaceAllString(part, ""), ""), "0123456789") {
				gaps = append(gaps, Gap{Text: part, Why: document.Message{
					ZH: "未能确定其对计分影响的表述：“" + part + "”", EN: "words whose effect on the score is not clear: “" + part + "”",
				}})
			}
		}
	}
	return gaps
}
