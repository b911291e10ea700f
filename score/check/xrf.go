package check

import (
	"fuhe/extract/document"
	"fuhe/score/finding"
)

// xrf are the cross-references: the same thing told in two places of one report.
func xrf() []*Check {
	return []*Check{
		xrfActual, xrfListing, xrfTwice, xrfTarget, xrfName, xrfCount,
		xrfAbsolute, xrfOpposite, xrfEnumeration, xrfChange, xrfIdentity, xrfGoals,
		xrfFinal, xrfCopied, xrfClasses, xrfMissed, xrfShares,
	}
}

// onlyOneFact is the ground of most cross-references.
var onlyOneFact = document.Message{
	ZH: "绩效自评结果应当真实、准确，自评表与报告正文、附表所列同一数据应当一致",
	EN: "Self-evaluation results have to be true and accurate: the same figure is the same in the form, the text and the annexes",
}

var xrfActual = &Check{
	Code: "XRF-01", Level: finding.Error,
	Title:   document.Message{ZH: "自评表与正文的完成值不一致", EN: "Result in the form and in the text differ"},
	Doc:     document.Message{ZH: "把正文中陈述的完成值与自评表同一指标的实际完成值相比较。正文的数值按其所在条目（如“①宣传覆盖率（指标值：≥90%）”）和名称相似程度归属到指标，归属不确定的不比较；约数、其他年度、只覆盖部分时段的数值不比较；精度不同时按较粗的精度比较。", EN: "Compares the result stated in the text with the form's actual value of the same indicator. A figure is tied to an indicator by the item it stands in and by its name; uncertain ties, approximate figures, other years and parts of the year are left alone; unequal precision is compared by the coarser one."},
	Formula: "正文完成值 = 表内实际完成值",
	Why:     document.Message{ZH: "表上一个数、正文另一个数，至少一处不实，而得分是按表上的数算的。", EN: "One figure in the form and another in the text: one of them is untrue, and the score was computed from the form's."},
	Allows:  document.Message{ZH: "位数相同须相等，位数不同的按较粗精度四舍五入或截位，“90%以上”类表述满足即可；归属把握低于75%、约数、区间、他年度和不可换算的不比较，低于85%只作警告。", EN: "Equal digits have to be equal, the finer figure may round or be cut to the coarser, a bound has only to be kept; ties below 75%, approximate figures, ranges, other years and units that do not convert are not compared, below 85% it is a warning."},
	Clause:  onlyOneFact,
	Trips:   document.Message{ZH: "表内 90%，正文“覆盖率达到 91%”", EN: "90% in the form, “the coverage reached 91%” in the text"},
	Silent:  document.Message{ZH: "表内 53.10%，正文 53.1%", EN: "53.10% in the form, 53.1% in the text"},
	Run:     runActual,
}

var xrfListing = &Check{
	Code: "XRF-02", Level: finding.Error,
	Title:   document.Message{ZH: "两张表的数值不一致", EN: "Figure differs between two tables"},
	Doc:     document.Message{ZH: "正文或佐证材料中重复列示的指标表，其完成值应与自评表相同。按指标名称对应；名称对应不上的不比较。同一文件中项目汇总表所列的预算数、执行数、执行率，应与该项目自评表的资金总额行相同，按项目名称对应。", EN: "A table that repeats indicators shows the same results as the form, and a list of projects in the same file the same budget, spending and rate as the funds of the project's form. Rows are matched by name; what has no match is left alone."},
	Formula: "附表完成值 = 自评表实际完成值",
	Why:     document.Message{ZH: "附表或汇总表与自评表不同步，多是改了一张忘了另一张，上报和公开的数据会不一致。", EN: "Tables that differ were mostly not changed together, and what was filed is then not what was published."},
	Allows:  document.Message{ZH: "按较粗一方的精度比较，金额按印刷位数，文字表述相近即认可；名称相似不足88%或与另一行难分的不对应，金额相差万倍的疑为单位漏写，不提示。", EN: "By the coarser figure's digits, money by those printed, worded results by likeness; names less than 88% alike or too close to another row's are not matched, and amounts ten thousand times apart lack a unit and are let pass."},
	Clause:  onlyOneFact,
	Trips:   document.Message{ZH: "自评表 16 次，附表 18 次", EN: "16 times in the form, 18 in the annex"},
	Silent:  document.Message{ZH: "自评表 2.8 万处，附表 28000 处", EN: "28 thousand in both, in other units"},
	Run:     runListing,
}

var xrfTwice = &Check{
	Code: "XRF-03", Level: finding.Error,
	Title:   document.Message{ZH: "同一数值前后不一致", EN: "One figure told in two ways"},
	Doc:     document.Message{ZH: "预算数、执行数、执行率在正文与资金表之间，以及同一名称、同一单位、同一年度的数值在正文不同位置之间应当一致。年初预算与调整后预算是两个数，不相比较；只在数值相近（相差不到一成，多为笔误或进位）时提示。", EN: "Budget, spending and execution rate agree between the text and the funds table, and figures of one name, unit and year agree wherever the text states them. Initial and adjusted budget are two figures; only values within a tenth of one another are reported, which slips of the pen and of rounding are."},
	Formula: "甲处数值 = 乙处数值",
	Why:     document.Message{ZH: "预算数、执行数、执行率是报告的基础数据，两处不同会让执行率和得分失去依据。", EN: "Budget, spending and rate are what the report rests on: told in two ways, neither rate nor score has a ground."},
	Allows:  document.Message{ZH: "按较粗一方的精度比较；相差超过一成的多为不同口径，约数、他年度和把握不足的不比较，正文前后之间的不一致只作警告。", EN: "By the coarser figure's digits; more than a tenth apart is mostly another scope and let pass, approximate figures, other years and unsure ties are not compared, and two places of the text make a warning only."},
	Clause:  onlyOneFact,
	Trips:   document.Message{ZH: "正文执行率 90.63%，附表 90.62%", EN: "90.63% in the text, 90.62% in the annex"},
	Silent:  document.Message{ZH: "90.6% 与 90.62%；年初预算 80 万元与全年预算 85 万元", EN: "90.6% and 90.62%; an initial budget of 80 and an adjusted one of 85"},
	Run:     runTwice,
}

var xrfTarget = &Check{
	Code: "XRF-04", Level: finding.Error,
	Title:   document.Message{ZH: "目标值前后不一致", EN: "Target differs between two places"},
	Doc:     document.Message{ZH: "正文括注的指标值、绩效目标表所列指标值应与自评表年初指标值相同（≧ 与 ≥ 视为相同）。", EN: "The target in the text or in a table of goals is the form's target (≧ counts as ≥)."},
	Formula: "正文或附表指标值 = 自评表指标值",
	Why:     document.Message{ZH: "自评用的指标值与别处所列不同，可能是年中悄悄改低了目标，完成率因此虚高。", EN: "A target that differs elsewhere may have been lowered on the quiet, and the completion with it is too high."},
	Allows:  document.Message{ZH: "只比数值不比符号（≥与≧、=均可），按较粗一方的精度，文字表述相近即认可；归属把握低于85%的只作警告。", EN: "Figures are compared without their signs and by the coarser one's digits, wordings by likeness; ties below 85% make a warning only."},
	Clause:  document.Message{ZH: "自评所用指标值应为批复的年初绩效目标，不得自行更改", EN: "The targets evaluated are those approved at the start of the year"},
	Trips:   document.Message{ZH: "自评表 ≥90%，正文“指标值：≥95%”", EN: "≥90% in the form, “target: ≥95%” in the text"},
	Silent:  document.Message{ZH: "自评表 ≧90%，正文 ≥90%", EN: "≧90% in the form, ≥90% in the text"},
	Run:     runTarget,
}

var xrfName = &Check{
	Code: "XRF-05", Level: finding.Info,
	Title:   document.Message{ZH: "指标名称前后写法不一", EN: "An indicator's name is written in two ways"},
	Doc:     document.Message{ZH: "同一指标在自评表、附表和正文中的名称只差一两个字，多为漏字、错字，建议统一。", EN: "The name of one indicator differs by a letter or two between form, annex and text: mostly a slip."},
	Formula: "编辑距离(名称甲, 名称乙) = 1（同一条目内 ≤ 2）",
	Why:     document.Message{ZH: "名称差一个字就可能对应不上指标库和上年数据，也常是改名或照搬的痕迹。", EN: "A letter's difference keeps a row from being matched with last year's or the register's, and is often the trace of copying."},
	Allows:  document.Message{ZH: "名称全同、只差末尾计量词或差两个字以上（八字以上的名称差三个字以上）的不提示，首尾字不同或不足五字的不比较。", EN: "Equal names, a counting word less at the end, and more than one letter apart (two in names of eight and more of equal length) are let pass; names under five letters, or of another first or last one, are not compared."},
	Clause:  onlyOneFact,
	Trips:   document.Message{ZH: "表内“执法工作意度”，正文“执法工作满意度”", EN: "One letter missing in the form's name"},
	Silent:  document.Message{ZH: "“注册用户量”在正文写作“注册用户”", EN: "The text leaves out a counting word at the end"},
	Run:     runName,
}
