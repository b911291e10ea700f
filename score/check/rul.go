package check

import (
	"slices"

	"fuhe/extract/document"
	"fuhe/score/finding"
)

// rul is the family about the scoring rules printed in a report (评分标准): whether a score can come
// from its row's rule at all, and whether the rule itself holds together.
func rul() []*Check {
	return slices.Concat(rulOfPieces(), rulOfValues(), rulOfTexts(), rulOfPlaces(), rulOfRemarks())
}

func ownRule() document.Message {
	return document.Message{ZH: "报告所印评分标准", EN: "the scoring rule printed in the report"}
}

// rulOfPieces are the checks on points that are taken or given by the piece.
func rulOfPieces() []*Check {
	return []*Check{
		{
			Code: "RUL-01", Level: finding.Error, Run: unreachable, Clause: ownRule(),
			Title:   document.Message{ZH: "得分不符合扣分步长", EN: "Score that the rule cannot give"},
			Formula: "s ∉ {w − k·d, 0}",
			Why:     document.Message{ZH: "得分是标准给不出来的数，说明没有按标准扣分，而是先定分再填表。", EN: "A score that its rule cannot give was not come by through the rule, but set first and filled in."},
			Allows:  document.Message{ZH: "与某个可能得分按所印位数四舍五入相同即认可，满分不问；标准未写明不足一步如何计的只作提示，有酌情、按比例表述或几行共用的不判断。", EN: "A score that one of the possible ones prints as is accepted, full marks always; where the rule leaves parts of a step open it is a remark, and discretion, proportion or a rule for several rows is not judged."},
			Doc: document.Message{
				ZH: "评分标准规定按项、按例扣分或按档给分时，可能的得分是有限的几个。得分不在其中，说明扣分未按标准执行或填写有误。按步长扣分而表内没有可供重算的数值的，也看得分是否为整步所得；标准未写明不足一步如何计的，只作提示。标准中有酌情、按比例或未能解析的表述时不作判断；满分不作判断；几行共用的标准不作判断。",
				EN: "Where a rule takes or gives points by the piece or by tiers, only some scores can come out. Another score does not follow the rule. Where steps are taken from a figure that the form does not print, the score should be one of whole steps; a remark only, unless the rule says how parts of a step count. Nothing is said where the rule leaves room, was not fully understood, or covers several rows, nor of full marks.",
			},
			Trips:  document.Message{ZH: "分值3分，每有一项不合格扣1分，得分2.40", EN: "weight 3, one point off for each failed item, score 2.40"},
			Silent: document.Message{ZH: "分值3分，每有一项不合格扣0.6分，得分2.40", EN: "weight 3, 0.6 off for each failed item, score 2.40"},
		},
		{
			Code: "RUL-02", Level: finding.Error, Run: tooManyItems, Clause: ownRule(),
			Title:   document.Message{ZH: "扣分项数超过检查项数", EN: "More items failed than are listed"},
			Formula: "(w − s) ÷ d > n",
			Why:     document.Message{ZH: "扣的项数比标准列的还多，扣分必有算错或另有未写明的扣分事项。", EN: "More items deducted than the rule has means a wrong sum, or deductions nobody wrote down."},
			Allows:  document.Message{ZH: "无，折合项数为整数且多于所列项数才提示；不足一项的由RUL-01判断，标准未读全的不判断。", EN: "None: a whole number of items, more than are listed; fractions are for RUL-01, and rules not read in full are not judged."},
			Doc: document.Message{
				ZH: "评分标准逐项列明检查内容（①②③……）并按不合格项数扣分的，扣分折合的项数不应多于所列项数。",
				EN: "Where a rule numbers its criteria and takes points for each that failed, no more can have failed than are listed.",
			},
			Trips:  document.Message{ZH: "列明两项，每项扣1分，分值6分，得分3分（折合三项）", EN: "two criteria, one point each, weight 6, score 3"},
			Silent: document.Message{ZH: "列明四项，每项扣1分，分值6分，得分3分", EN: "four criteria, one point each, weight 6, score 3"},
		},
	}
}

// rulOfValues are the checks that compute a score from the result.
func rulOfValues() []*Check {
	return []*Check{
		{
			Code: "RUL-03", Level: finding.Error, Run: recomputedRule, Clause: ownRule(),
			Title:   document.Message{ZH: "按评分标准重算得分不符", EN: "Score differs from its tier or step"},
			Formula: "s ≠ f(a)",
			Why:     document.Message{ZH: "有明确档次或步长还算错，是最容易核减的分，也说明填报时没有对照标准。", EN: "A score that tiers or steps settle and that is wrong still is the first to be cut, and shows that the rule was not looked at."},
			Allows:  document.Message{ZH: "不足一步按整步、进一步、按比例任一成立即可，未写“含”的边界两侧都认可，按所印位数四舍五入或截位；标准所写满分与分值不符的不重算。", EN: "Parts of a step may count in full, not at all or in proportion, a border given to no side may go to either, rounded or truncated as printed; rules written for another weight are not applied."},
			Doc: document.Message{
				ZH: "评分标准按档次给分，或按高于、低于某一数值的幅度扣分的，用完成值重算。步长不足一步时按整步、按进一步、按比例三种算法均予认可；落在档次边界而标准未写“含”的，两侧均予认可。",
				EN: "Where a rule gives points by tiers or takes them by steps from a number, the score is computed again from the result. Parts of a step may count in full, not at all or in proportion; a value on a border that the rule gives to no side may go to either.",
			},
			Trips:  document.Message{ZH: "≥90%得5分，80%—90%得3分，完成值85%，得分5", EN: "5 points from 90%, 3 from 80%; result 85%, score 5"},
			Silent: document.Message{ZH: "≥90%得5分，80%—90%得3分，完成值85%，得分3", EN: "5 points from 90%, 3 from 80%; result 85%, score 3"},
		},
		{
			Code: "RUL-04", Level: finding.Error, Run: recomputedReference, Clause: ownRule(),
			Title:   document.Message{ZH: "按参照值重算得分不符", EN: "Score differs from its comparison"},
			Formula: "s ≠ f(a, ref)",
			Why:     document.Message{ZH: "与上年或平均数比较的标准，换个参照值得分就不同，须用表内印出的参照值复核。", EN: "Where a rule compares with last year or a mean, another reference gives another score: it has to follow from the one printed."},
			Allows:  document.Message{ZH: "不足一步的各种算法和四舍五入、截位均认可；参照值未印出的不判断，标准未写明与谁比的只提请核对。", EN: "Every way with parts of a step, rounding and truncation are accepted; without a printed reference nothing is judged, and where the rule does not name it this is a question."},
			Doc: document.Message{
				ZH: "评分标准与上年数或平均数比较的，用表内所印参照值重算。参照值未印出的不作判断。",
				EN: "Where a rule compares with last year or an average, the score is computed again from the printed reference; without one nothing is said.",
			},
			Trips:  document.Message{ZH: "高于上年每1个百分点扣0.5分，上年6%、本年8%，得分为满分", EN: "0.5 off for each point over last year; 6% then, 8% now, full marks"},
			Silent: document.Message{ZH: "高于上年每1个百分点扣0.5分，上年8%、本年6%，得分为满分", EN: "0.5 off for each point over last year; 8% then, 6% now, full marks"},
		},
	}
}

// rulOfTexts are the checks on what a rule itself says.
func rulOfTexts() []*Check {
	return []*Check{
		{
			Code: "RUL-05", Level: finding.Warning, Run: otherWeight, Clause: ownRule(),
			Title:   document.Message{ZH: "评分标准所写满分与分值不一致", EN: "Rule names another weight"},
			Formula: "w(rule) ≠ w",
			Why:     document.Message{ZH: "标准写的满分不是这一行的分值，说明标准是从别处套来的，按它打的分不可信。", EN: "A rule whose full marks are not the row's weight was taken from elsewhere, and points given by it are not to be trusted."},
			Allows:  document.Message{ZH: "无，按原数比较；写100分的视为量表不比较，给分方式不止一种或未读全的标准不判断。", EN: "None, compared as printed; 100 is taken for a scale and passed over, and rules with several ways to score or not read in full are not judged."},
			Doc: document.Message{
				ZH: "评分标准写明满分、最高档得分或得分上限的，应与该行分值一致；不一致多为沿用其他模板。",
				EN: "The full marks that a rule names have to be the row's weight; otherwise the rule was taken from another form.",
			},
			Trips:  document.Message{ZH: "分值5分，标准写“≤100%计8分”", EN: "weight 5, the rule says 8 points"},
			Silent: document.Message{ZH: "分值8分，标准写“≤100%计8分”", EN: "weight 8, the rule says 8 points"},
		},
		{
			Code: "RUL-06", Level: finding.Info, Run: brokenTiers, Clause: ownRule(),
			Title:   document.Message{ZH: "评分档次有缺口或重叠", EN: "Tiers leave a gap or overlap"},
			Formula: "hiᵢ ≠ loᵢ₊₁",
			Why:     document.Message{ZH: "落在缺口或重叠处的完成值，给高给低都说得通，标准等于没有约束。", EN: "A result in a gap or an overlap may be given the higher or the lower score: the rule binds nothing there."},
			Allows:  document.Message{ZH: "边界归属没有写明的不算缺口，有“其他情况”兜底的不判断；标准未读全的不判断。", EN: "Borders of which the text says nothing are no gap; tiers with an else, and rules not read in full, are not judged."},
			Doc: document.Message{
				ZH: "各档应首尾相接。中间有缺口，或同一边界值两档都“含”、都“不含”的，得分无法唯一确定。",
				EN: "Tiers should meet: a gap, or a border that both or neither of two tiers include, leaves a score open.",
			},
			Trips:  document.Message{ZH: "≥90%得5分，60%—80%得3分（80%—90%未规定）", EN: "5 points from 90%, 3 for 60–80%: nothing for 80–90%"},
			Silent: document.Message{ZH: "≥90%得5分，80%—90%得3分", EN: "5 points from 90%, 3 for 80–90%"},
		},
		{
			Code: "RUL-07", Level: finding.Info, Run: bottomless, Clause: ownRule(),
			Title:   document.Message{ZH: "扣分规则无封底", EN: "Deductions without a floor"},
			Formula: "n·d > w",
			Why:     document.Message{ZH: "扣分没有底线，扣穿时填负分还是零分各行其是，总分无法复核。", EN: "Without a floor, deductions beyond the weight may be filled in as zero or as less, and the total cannot be checked."},
			Allows:  document.Message{ZH: "按所列项数扣不穿分值的、写有“扣完为止”或扣分上限的不提示；未写明的，重算时扣到零分为止。", EN: "Deductions that the listed items cannot carry past the weight, and rules with a floor or a limit, are let pass; scores are held at zero here."},
			Doc: document.Message{
				ZH: "扣分合计可能超过分值而标准未写“扣完为止”的，得分可能为负；复核时按扣完为止处理。",
				EN: "Where deductions may exceed the weight and no floor is given, a score could be negative; it is held at zero here.",
			},
			Trips:  document.Message{ZH: "分值4分，每发现一例扣1分，未写扣完为止", EN: "weight 4, one point off for each case, no floor"},
			Silent: document.Message{ZH: "分值4分，每发现一例扣1分，扣完为止", EN: "weight 4, one point off for each case, down to zero"},
		},
	}
}

// rulOfPlaces are the checks on rules that do not serve their rows.
func rulOfPlaces() []*Check {
	return []*Check{
		{
			Code: "RUL-08", Level: finding.Info, Run: onlyDiscretion, Clause: ownRule(),
			Title:   document.Message{ZH: "评分标准不可执行", EN: "Rules that leave all to discretion"},
			Formula: "rule = free",
			Why:     document.Message{ZH: "酌情打分的标准等于没有标准，同样的情况可以得出不同的分，复核人只能问依据。", EN: "Discretion is no measure: one result may be given any score, and a reviewer can only ask for the ground."},
			Allows:  document.Message{ZH: "标准中只要有一条可据以计算的内容就不提示；没有读懂的标准不判断，整张表合并提示一次。", EN: "One clause that can be computed by is enough; rules that were not understood are not judged, and all rows are told once."},
			Doc: document.Message{
				ZH: "评分标准只写酌情扣分、合理确定分值等，无法据以重算得分。",
				EN: "A rule that only says to deduct at discretion gives nothing to compute a score by.",
			},
			Trips:  document.Message{ZH: "标准为“未达指标值酌情扣分”", EN: "the rule is: deduct at discretion if missed"},
			Silent: document.Message{ZH: "标准为“每低于目标值1个百分点扣0.5分”", EN: "the rule is: 0.5 off for each point below the target"},
		},
		{
			Code: "RUL-09", Level: finding.Warning, Run: unequalSum, Clause: ownRule(),
			Title:   document.Message{ZH: "逐项给分合计不等于分值", EN: "Points for criteria do not add up to the weight"},
			Formula: "Σ pᵢ ≠ w",
			Why:     document.Message{ZH: "逐项分数加不到分值，全部做到也得不满（或会超过）满分，标准本身就错了。", EN: "Criteria that do not add up to the weight give less or more than full marks to one who meets them all: the rule itself is wrong."},
			Allows:  document.Message{ZH: "无，按原数相加比较；只有一项、另有其他给分扣分条款或未读全的标准不判断。", EN: "None, added as printed; rules with one criterion, with other clauses beside them or not read in full are not judged."},
			Doc: document.Message{
				ZH: "评分标准逐项给分的，各项分数之和应等于该行分值。",
				EN: "Where a rule gives points for each criterion, they have to add up to the row's weight.",
			},
			Trips:  document.Message{ZH: "分值4分，标准为制度健全1分、执行有效2分", EN: "weight 4, criteria of 1 and 2 points"},
			Silent: document.Message{ZH: "分值3分，标准为制度健全1分、执行有效2分", EN: "weight 3, criteria of 1 and 2 points"},
		},
		{
			Code: "RUL-10", Level: finding.Info, Run: misplacedRule, Clause: ownRule(),
			Title:   document.Message{ZH: "评分标准与所在行不对应", EN: "Rule stands beside the wrong row"},
			Formula: "rule(funds) ∌ rate",
			Why:     document.Message{ZH: "预算执行行用了指标的评分标准，执行得分就没有适用的规则，多为复制粘贴错行。", EN: "Beside the funds a rule for indicators leaves execution without a rule of its own: mostly copied into the wrong row."},
			Allows:  document.Message{ZH: "标准中只要提到执行率的计算就不提示；只讲一个方向公式或未读懂的不判断。", EN: "Any clause on the execution rate is enough; rules with a formula for one sense only, or not understood, are not judged."},
			Doc: document.Message{
				ZH: "预算执行行所附标准只讲指标值与完成值的计分方法，未涉及执行率的，疑为指标计分标准错位。",
				EN: "A rule beside the funds that speaks of targets and results but not of the execution rate was probably meant for the indicators.",
			},
			Trips:  document.Message{ZH: "资金行标准写“正向指标得分＝完成值÷指标值×分值”", EN: "the funds row carries: score = actual ÷ target × weight"},
			Silent: document.Message{ZH: "资金行标准写“得分＝分值×执行率”", EN: "the funds row carries: score = weight × execution rate"},
		},
	}
}
