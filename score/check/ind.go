package check

import (
	"fuhe/extract/document"
	"fuhe/score/finding"
)

// ind are questions of how indicators were designed.
func ind() []*Check {
	return []*Check{
		indLow, indExact, indDouble, indCategory, indMoney, indEmpty, indFormal, indTasks,
		indSurvey, indKinds, indUnfinished, indOwnStaff,
	}
}

var wellDesigned = document.Message{
	ZH: "绩效指标应当指向明确、细化量化、合理可行、相应匹配",
	EN: "Indicators are to be specific, quantified, reasonable and matched to what they stand for",
}

var indLow = &Check{
	Code: "IND-01", Level: finding.Warning,
	Title:   document.Message{ZH: "指标值设置偏低", EN: "Targets were set low"},
	Doc:     document.Message{ZH: "正向定量指标中有完成值超过指标值 2 倍的，或至少 3 项且三分之二以上超过 1.2 倍的。增减幅度类指标不计。", EN: "A positive row came out at more than twice its target, or at least three and two thirds of them at more than 1.2 times. Rows that measure a change are left out."},
	Formula: "完成值 ÷ 指标值 > 2，或多数 > 1.2",
	Why:     document.Message{ZH: "目标定低了，人人都能满分，得分再高也不说明绩效，下年应当调高。", EN: "Where targets are low everyone scores in full, the points tell nothing, and next year's have to be raised."},
	Allows:  document.Message{ZH: "单项不超过2倍、1.2倍以上的不足三项或不到三分之二的不提示；增减幅度、成本、反向指标和约数不计。", EN: "Up to twice one target, and fewer than three or two thirds of the rows above 1.2 times, is let pass; changes, costs, negative rows and approximate results are left out."},
	Clause:  wellDesigned,
	Trips:   document.Message{ZH: "指标值 ≥10 次，完成 26 次", EN: "26 against ≥10"},
	Silent:  document.Message{ZH: "指标值 ≥1000 万，完成 1345.7 万", EN: "1345.7 against ≥1000"},
	Run:     runLow,
}

var indExact = &Check{
	Code: "IND-02", Level: finding.Info,
	Title:   document.Message{ZH: "完成值恰等于目标值", EN: "The result is the target to the digit"},
	Doc:     document.Message{ZH: "自然发生的数量（没有“=”限定、数值在 1000 以上或带小数的计数）完成值与指标值完全相同，可能是事后倒填目标。金额、比率、时限不判断。", EN: "A count that is not fixed beforehand (no “=”, of 1000 and more or with decimals) equals its target to the digit: the target may have been filled in afterwards. Money, rates and dates are left alone."},
	Formula: "完成值 = 指标值（计数 ≥ 1000）",
	Why:     document.Message{ZH: "自然发生的大数与目标分毫不差，可能是年底按完成值倒填了目标。", EN: "A large count that nobody controls and that meets its target to the digit may have been made the target afterwards."},
	Allows:  document.Message{ZH: "差一个单位即不提示；不足1000的整数、有等号的目标以及金额、比率、时限、面积、长度等不看。", EN: "One off is let pass; whole numbers under 1000, targets with an equals sign, money, rates, terms, areas and lengths are not looked at."},
	Clause:  wellDesigned,
	Trips:   document.Message{ZH: "排查隐患 3.6 万处，指标值 3.6 万处", EN: "36 thousand dangers found, 36 thousand planned"},
	Silent:  document.Message{ZH: "培训 12 期，指标值 12 期", EN: "12 courses, 12 planned"},
	Run:     runExact,
}

var indDouble = &Check{
	Code: "IND-03", Level: finding.Warning,
	Title:   document.Message{ZH: "指标重复设置", EN: "One indicator twice"},
	Doc:     document.Message{ZH: "同一年度目标下有两行名称相同的指标（如产出与效益各列一次），重复计分。", EN: "Under one goal two rows have one name, as under output and again under benefit, and score twice."},
	Formula: "名称(i) ≠ 名称(j)",
	Why:     document.Message{ZH: "同一件事计了两次分，这件事完成得好坏就被放大一倍，其他指标被挤占。", EN: "What is scored twice counts double, at the cost of the other rows."},
	Allows:  document.Message{ZH: "名称归一后须完全相同；不同年度目标下的同名行、“社会效益”之类通用名称不提示。", EN: "Names have to be the same once folded; rows under different goals and generic names are let pass."},
	Clause:  wellDesigned,
	Trips:   document.Message{ZH: "“培训覆盖率”同时列在产出指标和效益指标", EN: "The coverage stands under output and under benefit"},
	Silent:  document.Message{ZH: "两个年度目标下各有一行“培训覆盖率”", EN: "Two goals have one row each of that name"},
	Run:     runDouble,
}

var indCategory = &Check{
	Code: "IND-04", Level: finding.Info,
	Title:   document.Message{ZH: "三级指标与上级指标不匹配", EN: "An indicator under the wrong heading"},
	Doc:     document.Message{ZH: "表中设有满意度类指标，而名称以满意度（意度）、满意率结尾的指标列在其他类别下。表中没有满意度类别的不判断。", EN: "The form has a class for satisfaction, but a satisfaction rate stands elsewhere. Silent where the form has no such class."},
	Formula: "满意度 ∈ 满意度指标",
	Why:     document.Message{ZH: "放错类别，满意度板块的分值就名不副实，按类别汇总、比较也会出错。", EN: "In the wrong class, the weight of satisfaction is not what it says, and sums by class go wrong."},
	Allows:  document.Message{ZH: "只看名称以满意度、满意率结尾的行，上级含“满意”即认可；表中没有满意度类别的不判断。", EN: "Only names that end as a rate of satisfaction are looked at, any class that names it will do; forms without such a class are not judged."},
	Clause:  wellDesigned,
	Trips:   document.Message{ZH: "“学员满意度”列在“社会效益指标”下", EN: "A satisfaction rate under social benefit"},
	Silent:  document.Message{ZH: "“学员满意度”列在“服务对象满意度指标”下", EN: "A satisfaction rate under satisfaction"},
	Run:     runCategory,
}

var indMoney = &Check{
	Code: "IND-05", Level: finding.Warning,
	Title:   document.Message{ZH: "资金支付类作数量指标", EN: "Paying money as an output"},
	Doc:     document.Message{ZH: "数量指标的名称是资金支付、拨付、执行、到位或金额：资金使用情况已在预算执行中计分，不是产出数量。", EN: "An indicator of quantity counts money paid or spent: that is scored as execution and is no output."},
	Formula: "数量指标 ∌ 资金支付",
	Why:     document.Message{ZH: "资金支付在预算执行里已经计分，再作产出就重复得分，也替代不了真正的产出。", EN: "Payment is scored as execution already: as an output it scores twice and stands in for a real one."},
	Allows:  document.Message{ZH: "只看数量指标，名称须以资金类词语开头、支付类词语结尾；补助发放人数等以对象计数的不提示。", EN: "Only rows of quantity, whose name joins money and paying at its end; counts of people or things that got money are let pass."},
	Clause:  wellDesigned,
	Trips:   document.Message{ZH: "数量指标“补助资金拨付率”", EN: "“share of subsidies paid” as a quantity"},
	Silent:  document.Message{ZH: "数量指标“补助资金发放人数”", EN: "“people who got subsidies” as a quantity"},
	Run:     runMoney,
}

var indEmpty = &Check{
	Code: "IND-06", Level: finding.Warning,
	Title:   document.Message{ZH: "定性指标空洞不可考核", EN: "A target that says nothing"},
	Doc:     document.Message{ZH: "指标值只有“优”“良好”“提升”之类的评语，没有说明达到什么程度或如何衡量。写明对象的表述（如“有效提升”“满足应用要求”）不提示。", EN: "The target is a mere mark: excellent, good, improved. Wordings that say what is reached are let pass."},
	Formula: "指标值 ∉ {优, 良, 好, 提升 …}",
	Why:     document.Message{ZH: "只写“优”“提升”，完成到什么程度都算达标，这样的指标给满分没有意义。", EN: "A mark alone is reached by anything, and full marks for it mean nothing."},
	Allows:  document.Message{ZH: "只在指标值整个就是一个评语时提示；写明对象或程度的表述（有效提升、满足要求）不提示，同一张表合并一次。", EN: "Told only where the target is a mark and nothing else; wordings with an object or degree are let pass, and one table is told once."},
	Clause:  wellDesigned,
	Trips:   document.Message{ZH: "“管理水平”指标值“优”", EN: "“excellent” as the target of “management”"},
	Silent:  document.Message{ZH: "“系统运行”指标值“满足应用要求”", EN: "“meets the needs of use” as the target of a system"},
	Run:     runEmpty,
}

var indFormal = &Check{
	Code: "IND-07", Level: finding.Warning,
	Title:   document.Message{ZH: "形式量化实质定性", EN: "Numbers in form only"},
	Doc:     document.Message{ZH: "指标名称只是效益类别（社会效益、生态效益等），指标值却是百分比，没有说明比率如何计算。", EN: "The name is no more than a class of benefit, and the target a percentage of nothing."},
	Formula: "名称 = 类别 ∧ 单位 = %",
	Why:     document.Message{ZH: "给“社会效益”配一个百分比，看似量化，实际没有分子分母，完成值无法取得。", EN: "A percentage of social benefit looks measured, but has neither part nor whole, so no result can be had."},
	Allows:  document.Message{ZH: "名称多写一个具体对象即不提示；指标值不是比率的不看。", EN: "Any name that says of what is let pass; targets that are no rates are not looked at."},
	Clause:  wellDesigned,
	Trips:   document.Message{ZH: "“社会效益”指标值 ≥95%", EN: "“social benefit ≥95%”"},
	Silent:  document.Message{ZH: "“群众投诉办结率”指标值 ≥95%", EN: "“complaints settled ≥95%”"},
	Run:     runFormal,
}

var indTasks = &Check{
	Code: "IND-08", Needs: AllRows, Level: finding.Warning,
	Title:   document.Message{ZH: "重点工作未设指标", EN: "Key tasks without an indicator"},
	Doc:     document.Message{ZH: "报告在“重点工作”标题下逐条列出任务，而没有任何指标与之对应。按字词重合程度对应，部分对应的不提示。", EN: "The report lists key tasks under a heading of their own, and no indicator takes one up. Anything that matches in part is let pass."},
	Formula: "重点工作 ⊆ 指标",
	Why:     document.Message{ZH: "重点工作不设指标，做没做成都不影响得分，自评就没有覆盖主要职责。", EN: "A key task without an indicator costs nothing when it fails, and the evaluation misses what the office is for."},
	Allows:  document.Message{ZH: "字词重合四成以上（或含同一关键词）即视为已设；不足4字、超过40字的条目和“完成情况”标题下的不看。", EN: "Four tenths of the letters, or the same key word, count as taken up; items under 4 or over 40 letters and headings on results are not looked at."},
	Clause:  document.Message{ZH: "绩效指标应当覆盖部门年度重点工作任务", EN: "Indicators have to cover the year's key tasks"},
	Trips:   document.Message{ZH: "列有“①老旧管网改造 20 公里”，没有相应指标", EN: "“renew 20 km of pipes” is listed, no indicator is about it"},
	Silent:  document.Message{ZH: "列有“①开展技能培训”，有“技能培训人次”指标", EN: "“hold courses” is listed, “people trained” is scored"},
	Run:     runTasks,
}
