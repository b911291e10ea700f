package check

import (
	"fuhe/extract/document"
	"fuhe/score/finding"
)

// exp are the explanations a form owes: causes, defects behind deductions, evidence.
func exp() []*Check {
	return []*Check{expMissed, expRestated, expDeducted, expEvidence, expMeasures, expBlank, expTemplate, expUnsupported, expProblems}
}

var mustExplain = document.Message{
	ZH: "未完成绩效目标或偏离目标较大的，应当分析并说明原因，提出改进措施",
	EN: "Where a target was missed, or far from met, the cause is to be analysed and a remedy proposed",
}

var expMissed = &Check{
	Code: "EXP-01", Needs: AllText, Level: finding.Warning,
	Title:   document.Message{ZH: "未完成未说明原因", EN: "A missed target without an explanation"},
	Doc:     document.Message{ZH: "完成值未达到指标值的行，应在偏差原因栏、原因分析栏或正文中提及并说明原因；正文指出执行率偏低等不足的，应说明原因。只复述结果而无原因的另由 EXP-02 提示。", EN: "A row that missed its target is explained in its own reason cell, the reason block or the text; a shortfall that the text names is explained too. A text that only repeats the result is EXP-02's."},
	Formula: "完成值 < 指标值 ⇒ 有原因说明",
	Why:     document.Message{ZH: "不说原因就分不清是客观条件还是管理问题，下年目标和预算都无法据此调整。", EN: "Without a cause one cannot tell circumstances from management, nor set next year's target and budget by it."},
	Allows:  document.Message{ZH: "本行原因栏、点到该项的总原因或正文提到未达到即认可（表内只有一项未完成的，总原因不必点名）；是否未完成不确定的不提示。", EN: "A text in the row, a reason below the table that names it or a sentence on the miss is enough (with one miss it need not name it); rows not certainly missed are let pass."},
	Clause:  mustExplain,
	Trips:   document.Message{ZH: "完成值 85%，指标值 ≥90%，原因栏空白，正文未提及", EN: "85% against ≥90%, no reason anywhere"},
	Silent:  document.Message{ZH: "原因栏写“因汛期影响，两期培训推迟”", EN: "The reason cell says that floods put two courses off"},
	Run:     runMissed,
}

var expRestated = &Check{
	Code: "EXP-02", Level: finding.Warning,
	Title:   document.Message{ZH: "原因分析只复述结果", EN: "The reason only repeats the result"},
	Doc:     document.Message{ZH: "偏差原因栏除指标名称、完成值和“未达到目标值”之类的结果表述外没有其他内容，正文别处也没有说明该指标未完成的原因。", EN: "The reason given has nothing in it but the indicator's name, its figure and the words for not meeting the target, and the text gives no cause elsewhere."},
	Formula: "原因文字 − (指标名称 ∪ 数值 ∪ 结果用语) = ∅",
	Why:     document.Message{ZH: "把“未达到目标”再说一遍不是原因，等于没有分析。", EN: "To say again that the target was missed is no cause: nothing was analysed."},
	Allows:  document.Message{ZH: "去掉名称、数字和结果用语后还剩四个字以上即视为有内容，别处写有原因的也认可。", EN: "More than four letters left beside the name, figures and words for results count as content, and a cause given elsewhere will do."},
	Clause:  mustExplain,
	Trips:   document.Message{ZH: "“培训合格率完成值为 88%，未达到目标值”", EN: "“The pass rate was 88% and missed its target”"},
	Silent:  document.Message{ZH: "“培训合格率 88%，主要是新入职人员较多”", EN: "“… 88%, because many were newly hired”"},
	Run:     runRestated,
}

var expDeducted = &Check{
	Code: "EXP-03", Needs: AllText, Level: finding.Warning,
	Title:   document.Message{ZH: "扣分无说明", EN: "A deduction without a reason"},
	Doc:     document.Message{ZH: "没有可比目标值的行（管理类、检查表类）得分低于分值，而原因栏和正文都没有指出该项存在的不足。有目标值和完成值的行由 SCR 各项检查。", EN: "A row without a target to compare (management, check lists) scored below its weight, and neither its reason nor the text names a defect. Rows with figures are for the SCR checks."},
	Formula: "得分 < 分值 ⇒ 正文或原因栏指出不足",
	Why:     document.Message{ZH: "管理类指标扣了分却不说问题，复核人不知道扣得对不对，也谈不上整改。", EN: "Points taken from management rows without naming the fault can be neither checked nor mended."},
	Allows:  document.Message{ZH: "正文任何一处就该项（或其上级、前四字）提到不足、滞后、有待等即认可，不问扣多少；没有正文的不判断，合并提示一次。", EN: "Any word on a shortcoming of the row, its level or its first four letters is accepted whatever was taken; forms without text are not judged, and all rows are told once."},
	Clause:  document.Message{ZH: "扣分应当有依据并说明理由", EN: "Every deduction has its ground and says so"},
	Trips:   document.Message{ZH: "合同管理 4 分得 3.5 分，正文只写“制度健全”", EN: "3.5 of 4 for contracts, the text only praises"},
	Silent:  document.Message{ZH: "正文写“个别合同归档不及时”", EN: "The text says that some contracts were filed late"},
	Run:     runDeducted,
}

var expEvidence = &Check{
	Code: "EXP-04", Needs: AllText, Level: finding.Warning,
	Title:   document.Message{ZH: "佐证材料缺失", EN: "No evidence is listed"},
	Doc:     document.Message{ZH: "佐证材料（证明材料、支撑材料）标题下只写“无”。", EN: "Under a heading for evidence the report says “none”."},
	Formula: "佐证材料 = “无”",
	Why:     document.Message{ZH: "没有佐证，完成值和得分都只是自说自话，复核时按无依据处理。", EN: "Without evidence results and scores are mere assertion, and reviewers treat them so."},
	Allows:  document.Message{ZH: "只在佐证标题下仅写“无”“暂无”“没有”时提示；列有任何材料或没有该部分的不提示，材料够不够不判断。", EN: "Told only where nothing but 无 stands under the heading; any material listed, or no such part at all, is let pass, and whether it suffices is not judged."},
	Clause:  document.Message{ZH: "自评结果应有佐证材料支撑", EN: "Results are to be backed by evidence"},
	Trips:   document.Message{ZH: "“（四）其他佐证材料”下写“无”", EN: "“Other evidence: none”"},
	Silent:  document.Message{ZH: "佐证材料下列有问卷汇总表、验收单", EN: "Survey tables and acceptance notes are listed"},
	Run:     runEvidence,
}

var expMeasures = &Check{
	Code: "EXP-05", Needs: AllText, Level: finding.Info,
	Title:   document.Message{ZH: "改进措施未对应问题", EN: "No remedy for a problem"},
	Doc:     document.Message{ZH: "未完成的指标、正文承认偏低的执行率，在改进措施栏和措施建议部分均未提及。", EN: "A missed indicator, or an execution rate called low, is not taken up by the remedies."},
	Formula: "问题 ⊆ 措施涉及事项",
	Why:     document.Message{ZH: "有问题没措施，下年多半还会未完成，整改也无从跟踪。", EN: "A miss without a remedy will mostly be missed again, and nothing can be followed up."},
	Allows:  document.Message{ZH: "措施中提到该项或字词重合25%以上即认可；措施条数不少于问题条数的不逐项对应，原因都没写的由EXP-01提示。", EN: "A remedy that names the row or has 25% of its letters will do; as many remedies as problems are not paired off, and misses without a cause are for EXP-01."},
	Clause:  mustExplain,
	Trips:   document.Message{ZH: "合格率未完成，措施只谈预算管理", EN: "A pass rate was missed, the remedies speak of budgeting only"},
	Silent:  document.Message{ZH: "措施写“提高培训合格率”", EN: "The remedies name the pass rate"},
	Run:     runMeasures,
}

var expBlank = &Check{
	Code: "EXP-06", Needs: AllText, Level: finding.Info,
	Title:   document.Message{ZH: "必填项空白", EN: "A required field is blank"},
	Doc:     document.Message{ZH: "表头有“填报日期”“填报人”“联系电话”“单位名称”“主管部门”等栏目而未填写。", EN: "The form has a field for date, person, telephone or unit, and nothing is filled in."},
	Formula: "必填栏 ≠ 空",
	Why:     document.Message{ZH: "填报人、日期空着，出了问题找不到责任人，也不知道数据截至何时。", EN: "Without a name or a date nobody answers for the form, and one does not know up to when its figures go."},
	Allows:  document.Message{ZH: "填了任何内容即不提示，内容对错不问；表上没有的栏目不要求。", EN: "Anything filled in is let pass, right or not; fields that the form does not have are not asked for."},
	Clause:  document.Message{ZH: "自评表各栏应填写完整", EN: "Every field of the form is to be filled in"},
	Trips:   document.Message{ZH: "“填报日期：”后为空", EN: "Nothing behind “date:”"},
	Silent:  document.Message{ZH: "“填报日期：2024年3月8日”", EN: "A date is given"},
	Run:     runBlank,
}

var expTemplate = &Check{
	Code: "EXP-07", Level: finding.Info,
	Title:   document.Message{ZH: "模板提示语残留", EN: "Template instructions left in"},
	Doc:     document.Message{ZH: "正文或表中留有模板的填写说明，如“（包括……等）”“（100字以内）”“请填写”或“××”占位符。", EN: "The text keeps the template's instructions: “(including …)”, “(within 100 characters)”, “please fill in”, ××."},
	Formula: "正文 ∩ 模板提示语 = ∅",
	Why:     document.Message{ZH: "提示语没删，说明这一段可能照模板交差，没有填写自己的情况。", EN: "Instructions left in show that the part may have been handed in as the template had it."},
	Allows:  document.Message{ZH: "只认填写要求、字数限制、示例、××占位等固定形式；没有正文的不检查，整篇合并提示一次。", EN: "Only fixed shapes count: requests to fill in, limits of length, samples, ×× placeholders; told once for the text, which has to be there."},
	Clause:  document.Message{ZH: "正式报告不应保留模板填写说明", EN: "A final report has no instructions of its template in it"},
	Trips:   document.Message{ZH: "“项目概况（200字以内）”", EN: "“Overview (within 200 characters)”"},
	Silent:  document.Message{ZH: "“车辆（包括公务用车、执法车）12 辆”", EN: "“vehicles (staff cars and patrol cars)”"},
	Run:     runTemplate,
}

var expUnsupported = &Check{
	Code: "EXP-08", Needs: AllText, Level: finding.Warning,
	Title:   document.Message{ZH: "指标完成情况无文字佐证", EN: "An indicator the text does not support"},
	Doc:     document.Message{ZH: "正文逐项分析指标完成情况时，某一指标完全没有提及，或其条目下只有计划性表述而没有结果。目标设定、问题和措施部分的文字不算佐证；正文没有逐项分析（提及的指标不足一半）时不判断。", EN: "In a report that goes through its indicators, one is not spoken of at all, or its item has plans but no result. Goals, problems and remedies are no support; silent where the text names fewer than half of the indicators."},
	Formula: "指标 ⇒ 正文有结果描述",
	Why:     document.Message{ZH: "正文逐项写成绩却跳过这一项，可能是没做或拿不出依据，而表上仍计了分。", EN: "A text that goes through the rows and skips this one may have nothing to show for what the form scores."},
	Allows:  document.Message{ZH: "提到名称、写出完成值（连单位）或附表重复列示均可；正文提到的不足三项或不到一半的，视为没有逐项说明，不判断。", EN: "The name, the result with its unit or a row of another table will do; a text that speaks of fewer than three rows, or half of them, does not go through them and is not judged."},
	Clause:  document.Message{ZH: "自评报告应逐项说明绩效指标完成情况", EN: "The report is to say how each indicator was met"},
	Trips:   document.Message{ZH: "计分指标“设备验收合格率”在正文中没有出现", EN: "The pass rate of the equipment is scored, the text has no word of it"},
	Silent:  document.Message{ZH: "正文写“设备全部验收合格”", EN: "The text says the equipment passed"},
	Run:     runUnsupported,
}

var expProblems = &Check{
	Code: "EXP-09", Needs: AllText, Level: finding.Warning,
	Title:   document.Message{ZH: "问题部分未覆盖失分点", EN: "The problems named are not where points were lost"},
	Doc:     document.Message{ZH: "报告有“存在的问题”部分，但所列问题涉及的、连同表中或正文已说明原因的失分不到全部失分的三分之一。失分合计不足 0.5 分时不提示。", EN: "The report has a part on problems, but what it takes up, together with what is explained elsewhere, is less than a third of the points lost. Silent where less than half a point was lost."},
	Formula: "Σ 问题涉及的失分 ≥ ⅓ Σ 失分",
	Why:     document.Message{ZH: "丢分多的地方在问题部分只字不提，问题就成了应景文字，整改抓不住重点。", EN: "Problems that leave out where points were lost are written for form's sake, and remedies miss what matters."},
	Allows:  document.Message{ZH: "问题所涉及的和别处已说明原因的失分达到三分之一即认可；失分合计不足0.5分的不提示。", EN: "A third of the lost points, named as problems or explained elsewhere, is enough; under 0.5 points in all nothing is told."},
	Clause:  mustExplain,
	Trips:   document.Message{ZH: "执行率失 2 分、效益失 1.5 分，问题只写“目标设置不够细化”", EN: "Points lost for execution and effect, the problem named is goal setting"},
	Silent:  document.Message{ZH: "问题写“预算执行率偏低”", EN: "The problem named is low execution"},
	Run:     runProblems,
}
