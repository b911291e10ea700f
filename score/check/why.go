package check

import "fuhe/extract/document"

// Why is why a finding of the check matters to a reviewer.
func (c *Check) Why() document.Message { return families()[familyOf(c.Code)].why }

// Tolerance is what the check lets pass before it speaks.
func (c *Check) Tolerance() document.Message { return families()[familyOf(c.Code)].tolerance }

// family is a family of checks: what its findings have in common.
type family struct{ why, tolerance document.Message }

var (
	printedFigures = document.Message{
		ZH: "金额和比率按印刷位数代表一个区间（±末位半个单位），分值、得分、指标值、计数按原数；重算所得区间与所列数值相交即认可。截位、按显示值计算、取整等做法单独说明，不作错误。",
		EN: "money and rates stand for all values that print so (half a unit of the last digit to both sides); weights, scores, targets and counts are exact. What is printed has to meet what is computed; truncation, whole points and figures computed from a displayed rate are named as such and are no errors.",
	}
	sameFigures = document.Message{
		ZH: "位数相同的应相等，位数不同的按较粗的精度比较；约数、区间、单位不可换算的不比较。按名称对应的，把握低于75%的不比较，低于85%的最多作警告，报告中列明对应把握。",
		EN: "figures of equal digits are equal, others agree by the coarser one's precision; approximate figures, ranges and units that do not convert are not compared. Names are matched: below 75% nothing is compared, below 85% a difference is at most a warning, and the report says how sure the match is.",
	}
	certainWords = document.Message{
		ZH: "只依据报告自己写明的文字；读取有疑问的行、含义两可的表述、他年度和计划性的表述不判断。",
		EN: "only what the report itself says counts; rows read with doubt, wordings that may mean two things, other years and plans are not judged.",
	}
)

func families() map[string]family {
	text := func(zh, en string) document.Message { return document.Message{ZH: zh, EN: en} }
	return map[string]family{
		"EXE": {text("预算执行既是单独计分项，也是判断产出与资金是否匹配的依据，口径或算术有误会连带影响总分。", "execution earns points of its own and is the measure of whether outputs answer to money: a wrong base or sum carries on into the total."), printedFigures},
		"SCR": {text("每项得分都应能由指标值、完成值、分值和评分办法重算出来，不能重算的得分没有依据。", "every score has to follow from target, result, weight and rule; one that does not has no ground."), printedFigures},
		"WGT": {text("分值决定各项得分的比重，分值有误则得分率、总分和等级都失去意义。", "weights decide what scores count for: if they are wrong, so are rates, total and grade."), text("分值按原数比较；合并计分、加分项、百分比权重按各自规则折合后再比较。", "weights are exact; rows weighed together, bonus rows and weights in percent are converted first.")},
		"TOT": {text("总分、小计、得分率和等级是报告的结论，应能由各行得分逐级汇总得出。", "total, subtotals, rates and grade are the conclusion, and have to follow from the rows."), printedFigures},
		"RUL": {text("报告自己印出的评分标准优先适用，得分应当是该标准能够给出的分数。", "a rule that the report prints goes first, and its scores have to be ones that it can give."), text("评分标准只有完整读懂才用于重算；读不全或含酌情的，不判断或接受全部可能的分数。", "a rule is applied only where it was read in full; one with discretion admits every score that it may give.")},
		"XRF": {text("同一数据在表、文、附件之间不一致，说明至少有一处不实，是复核中最常提出的问题。", "where one figure differs between form, text and annexes, at least one is untrue; reviewers raise nothing more often."), sameFigures},
		"UNT": {text("单位、符号、量级写错，会使完成率和得分成倍失真。", "a wrong unit, sign or magnitude distorts completion and score many times over."), certainWords},
		"IND": {text("指标设置不当，自评分数再准确也不能说明绩效。", "where indicators are badly chosen, no score of them tells of performance."), certainWords},
		"EXP": {text("未完成和扣分应当说明原因、提出改进措施，这是自评结果应用的前提。", "misses and deductions need a cause and a remedy, or the evaluation cannot be used."), certainWords},
		"STR": {text("编号、目录、名称前后不一，常是删改、照搬留下的痕迹，也影响查阅。", "numbers, contents and names that do not agree are often the trace of cutting and copying."), text("只指出报告自身前后不一之处；标题未能识别、附件另行编号的不判断。", "only what the report contradicts itself in is told; headings not recognised, and annexes numbered anew, are left alone.")},
		"TIM": {text("日期和年度错位，可能是照搬往年报告，或把评价时点之后的结果计入。", "dates and years out of place point to an old report copied, or to results counted that came later."), text("日期按所写的年、月、日精度比较，未写年度的按评价年度；依据文件、计划和与上年比较中的年度不算。", "dates are compared as exactly as they were written, without a year as of the year evaluated; years of documents, plans and comparisons do not count.")},
		"POP": {text("照搬、普遍满分、跨年跨表不一致，单看一份报告看不出来，只有放在一起比较才能发现。", "copies, full scores throughout, and years and tables that do not agree are seen by no report alone, only by all together."), text("各项的门槛（份数、比例、显著性）写在说明中；数据不足的列为未核对。金额和比率按印刷位数比较。", "the text of each check gives its thresholds (numbers, shares, significance); where there is too little to compare it is told as skipped. Money and rates are compared to the digits printed.")},
	}
}
