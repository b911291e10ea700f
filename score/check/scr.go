package check

import (
	"slices"

	"fuhe/extract/document"
	"fuhe/score/finding"
)

// scr are the checks of the points of indicators (指标得分).
func scr() []*Check {
	return slices.Concat(scrFormulas(), scrBounds(), scrReasons(), []*Check{scrKept}, scrWays(), []*Check{scrLine, scrUnread, scrImplied, scrRate})
}

// capRule is the clause that no row earns more than its weight.
var capRule = document.Message{ZH: "得分不得突破权重总额", EN: "no score exceeds its weight"}

func scrFormulas() []*Check {
	return []*Check{
		{
			Code: "SCR-01", Level: finding.Error,
			Title:   document.Message{ZH: "正向指标得分计算有误", EN: "Score of a positive indicator does not recompute"},
			Doc:     document.Message{ZH: "未达到指标值的正向指标按完成值占指标值的比例计分，以分值为限。只按截位或未经四舍五入的完成值才成立的，作提示；取整见SCR-19，满意度阶梯见SCR-15。几项合并计分的不逐项判断。", EN: "A positive indicator that missed its target earns the share it reached, at most the weight. Scores that hold only truncated or for a result before rounding are mentioned; whole points are told by SCR-19, ladders of satisfaction by SCR-15. Rows scored together are not judged one by one."},
			Formula: "min(w, w × a ÷ t) = s",
			Why:     document.Message{ZH: "少完成却多得分是自评虚高最直接的形式，多计的分会进入小计和总分。", EN: "More points than the share reached is the plainest way in which a self-evaluation is inflated; they go on into subtotal and total."},
			Allows:  document.Message{ZH: "按得分所印位数四舍五入相符即认可，截位（办法允许时）或按四舍五入前的完成值才成立的作提示，取整见SCR-19；自带评分标准、合并计分和分值不确定的行不按此计算。", EN: "The share rounded to the score's digits is accepted; truncation, where the rules admit it, or a result before rounding is mentioned, whole points are for SCR-19; rows with a rule of their own, scored together or of uncertain weight are not computed so."},
			Clause:  document.Message{ZH: "正向指标：得分＝分值×完成值÷指标值", EN: "positive: weight × actual ÷ target"},
			Trips:   document.Message{ZH: "指标值100%、完成值98%、分值5，得分4.5", EN: "target 100%, actual 98%, weight 5, score 4.5"},
			Silent:  document.Message{ZH: "指标值100%、完成值98%、分值5，得分4.9", EN: "target 100%, actual 98%, weight 5, score 4.9"},
			Run:     positiveScores,
		},
		{
			Code: "SCR-02", Level: finding.Error,
			Title:   document.Message{ZH: "反向指标得分计算有误", EN: "Score of a negative indicator does not recompute"},
			Doc:     document.Message{ZH: "超出指标值的反向指标按办法所列公式（指标值÷完成值，或2−完成值÷指标值）计分；办法允许的任一公式成立即可。", EN: "A negative indicator that exceeded its target is scored by target ÷ actual or by 2 − actual ÷ target, as the rules admit; any admitted formula will do."},
			Formula: "w × t ÷ a = s ∨ w × (2 − a ÷ t) = s",
			Why:     document.Message{ZH: "反向指标最容易按正向公式误算，超标越多反而得分越高，掩盖了没管住的成本或事故。", EN: "Negative rows are easily computed the wrong way round, so that the worse the result the more it earns, which hides costs or accidents out of hand."},
			Allows:  document.Message{ZH: "指标值÷完成值与2−完成值÷指标值等办法允许的公式任一成立即可，按所印位数四舍五入；截位的作提示。", EN: "Any formula that the rules admit, target ÷ actual or 2 − actual ÷ target, will do, rounded to the digits printed; truncation is mentioned."},
			Clause:  document.Message{ZH: "反向指标：得分＝分值×指标值÷完成值", EN: "negative: weight × target ÷ actual"},
			Trips:   document.Message{ZH: "指标值≤10、完成值12.5、分值10，得分9", EN: "target ≤10, actual 12.5, weight 10, score 9"},
			Silent:  document.Message{ZH: "指标值≤10、完成值12.5、分值10，得分8", EN: "target ≤10, actual 12.5, weight 10, score 8"},
			Run:     negativeScores,
		},
		{
			Code: "SCR-03", Level: finding.Error,
			Title:   document.Message{ZH: "等于型指标得分计算有误", EN: "Score of an equal-to indicator does not recompute"},
			Doc:     document.Message{ZH: "带等号的指标值，完成值与之相等得满分，不等的按办法允许的公式计分。", EN: "A target with an equals sign earns the weight when it is hit, else what the admitted formulas give."},
			Formula: "a = t ⇒ w; else formula(a, t)",
			Why:     document.Message{ZH: "带等号的目标多了少了都是偏离，当作“越多越好”计分会把偏离当成超额完成。", EN: "A target with an equals sign is missed on either side; scoring it as the more the better takes a deviation for an achievement."},
			Allows:  document.Message{ZH: "办法允许的公式任一成立即可，按所印位数四舍五入；截位或四舍五入前才成立的作提示，与目标相等的行不在此判断。", EN: "Any admitted formula will do, rounded to the digits printed; truncation and results before rounding are mentioned, and rows that hit their target are not judged here."},
			Clause:  document.Message{ZH: "定量指标按完成值与指标值的比例计分", EN: "numbers are scored by their ratio to the target"},
			Trips:   document.Message{ZH: "指标值=100%、完成值98%、分值10，得分9", EN: "target =100%, actual 98%, weight 10, score 9"},
			Silent:  document.Message{ZH: "指标值=100%、完成值98%、分值10，得分9.8", EN: "target =100%, actual 98%, weight 10, score 9.8"},
			Run:     exactScores,
		},
		{
			Code: "SCR-04", Level: finding.Error,
			Title:   document.Message{ZH: "目标值为零的指标得分有误", EN: "Score against a target of zero does not recompute"},
			Doc:     document.Message{ZH: "指标值为零（如事故0起）的，完成值为零得满分，大于零不得分。", EN: "A target of zero (no accidents) earns the weight at zero and nothing above it."},
			Formula: "a ≤ 0 ? w : 0 = s",
			Why:     document.Message{ZH: "零目标多是安全、廉政一类底线，发生了仍给分，等于把底线问题当作小偏差。", EN: "Targets of zero are mostly lines not to be crossed, as of accidents; points in spite of one make a small deviation of it."},
			Allows:  document.Message{ZH: "无，完成值大于零即应得零分；写成“≥0”“>0”的不是零目标，办法未规定零目标如何计分的不判断。", EN: "None: a result above zero earns nothing; ≥0 and >0 are no targets of zero, and rules that do not say how such a target is scored are not applied."},
			Clause:  document.Message{ZH: "指标值为零的，完成值为零得满分，否则不得分", EN: "a target of zero earns all or nothing"},
			Trips:   document.Message{ZH: "指标值=0起、完成值1起、分值5，得分5", EN: "target =0, actual 1, weight 5, score 5"},
			Silent:  document.Message{ZH: "指标值=0起、完成值0起、分值5，得分5", EN: "target =0, actual 0, weight 5, score 5"},
			Run:     zeroTargets,
		},
		{
			Code: "SCR-09", Level: finding.Error,
			Title:   document.Message{ZH: "定性指标得分超出档位区间", EN: "Score outside the band of its class"},
			Doc:     document.Message{ZH: "完成情况写明达成、部分达成、未达成的定性指标，得分应落在办法规定的档位区间内。", EN: "A qualitative row that says it is met, partly met or missed earns points inside the band of that class."},
			Formula: "s ∈ [low × w, high × w]",
			Why:     document.Message{ZH: "定性指标没有公式，档位是唯一的约束，越档给分就是随意给分。", EN: "Qualitative rows have no formula; the band of their class is all that binds, and a score outside it is arbitrary."},
			Allows:  document.Message{ZH: "档内任何分数（含两端，按所印位数取舍）都认可；完成值与指标值表述相同的、没有写明档次的不判断。", EN: "Any score inside the band, its ends included and rounded as printed, is accepted; rows that repeat their target's words or name no class are not judged."},
			Clause:  document.Message{ZH: "定性指标按三档计分", EN: "words are scored by three classes"},
			Trips:   document.Message{ZH: "部分达成，分值5，得分4.5（档位3—4）", EN: "partly met, weight 5, score 4.5 (band 3–4)"},
			Silent:  document.Message{ZH: "部分达成，分值5，得分3.5", EN: "partly met, weight 5, score 3.5"},
			Run:     bandScores,
		},
	}
}

func scrBounds() []*Check {
	return []*Check{
		{
			Code: "SCR-05", Level: finding.Error,
			Title:   document.Message{ZH: "得分高于分值", EN: "Score is over its weight"},
			Doc:     document.Message{ZH: "任何一项得分都不得高于其分值；分值系推断的，只提请核对；几项合并计分的，按分值之和核对；各行未列分值的，按所属板块的分值核对其得分合计。", EN: "No row earns more than its weight; where the weight was inferred this is only a question. Rows scored together are held against their weights together, rows without weights against that of their block."},
			Formula: "s ≤ w",
			Why:     document.Message{ZH: "得分高于分值使总分虚增，可能掩盖其他项目的扣分，甚至改变等级。", EN: "Points over the weight inflate the total: they may make up for deductions elsewhere, and even change the grade."},
			Allows:  document.Message{ZH: "无，得分与分值按原数比较（5.00与5相等）；分值系推断、读取有疑问或合并计分的只提请核对，不以分计的不判断。", EN: "None, score and weight are compared as printed (5.00 is 5); weights inferred or read with doubt, and rows scored together, make a question only."},
			Clause:  capRule,
			Trips:   document.Message{ZH: "分值5、得分6", EN: "weight 5, score 6"},
			Silent:  document.Message{ZH: "分值5、得分5.00", EN: "weight 5, score 5.00"},
			Run:     scoreOverWeight,
		},
		{
			Code: "SCR-06", Level: finding.Error,
			Title:   document.Message{ZH: "得分为负或空白", EN: "Score is negative or blank"},
			Doc:     document.Message{ZH: "有分值的指标应有得分且不为负（扣分项、约束性指标除外）。同表其他指标有得分而该行空白的，提请核对。", EN: "A row with a weight has a score of zero or more, rows that only take points off left out. A blank one beside scored rows wants a look."},
			Formula: "s ≥ 0",
			Why:     document.Message{ZH: "有分值而没有得分，总分就不知漏加了哪一项；负分则会暗中抵减别的得分。", EN: "A weight without a score leaves open what the total counts, and a negative score quietly takes from the others."},
			Allows:  document.Message{ZH: "零分不提示；扣分项、约束性、负面清单类的负分不提示，全表得分都空白的不提示空白。", EN: "Zero is let pass, and so are negative points of rows that only deduct; blanks are told only where other rows are scored."},
			Clause:  document.Message{ZH: "各项指标均应计分", EN: "every row is scored"},
			Trips:   document.Message{ZH: "分值5，得分-1", EN: "weight 5, score -1"},
			Silent:  document.Message{ZH: "分值5，得分0", EN: "weight 5, score 0"},
			Run:     missingScores,
		},
		{
			Code: "SCR-07", Level: finding.Error,
			Title:   document.Message{ZH: "未完成目标却得满分", EN: "Full marks for a missed target"},
			Doc:     document.Message{ZH: "完成值未达到指标值（正向偏低、反向偏高、晚于期限、写明未完成），得分却等于分值。全表均为整数分且取整后成立的，提请核对。行内另有评分标准的，按其标准核对。", EN: "The result missed its target (too low, too high, too late, or said to be missed) and the score is the full weight. In a form of whole points where rounding explains it this is a question. Rows with rules of their own are held to those."},
			Formula: "a misses t ⇒ s < w",
			Why:     document.Message{ZH: "没完成却给满分，偏差就从得分里消失了，原因和改进措施也随之不写，是复核扣减最多的问题。", EN: "Full marks for a miss make it vanish from the score, and its cause and remedy with it; reviewers take off more points for this than for anything."},
			Allows:  document.Message{ZH: "按所印位数四舍五入后确为满分的不提示，整数分表中取整后才成立的提请核对；能否完成说不清的、部分或基本达成的定性行和自带评分标准的行不判断。", EN: "Shares that round to full marks at the digits printed are let pass, those that do in whole points are a question; rows not certainly missed, partly met in words, or with a rule of their own are not judged."},
			Clause:  document.Message{ZH: "未达到指标值的，按比例计分", EN: "a missed target earns its share"},
			Trips:   document.Message{ZH: "指标值≥95%、完成值90%、分值10，得分10", EN: "target ≥95%, actual 90%, weight 10, score 10"},
			Silent:  document.Message{ZH: "指标值≤95%、完成值90%、分值10，得分10", EN: "target ≤95%, actual 90%, weight 10, score 10"},
			Run:     fullForMissed,
		},
		{
			Code: "SCR-17", Level: finding.Error,
			Title:   document.Message{ZH: "无完成值却得分", EN: "Points without a result"},
			Doc:     document.Message{ZH: "列有指标值而完成值空白（其他行均有填写）的指标，得分大于零缺少依据。", EN: "A row with a target and a blank result, among rows that have one, has no ground for its points."},
			Formula: "a blank ⇒ s = 0",
			Why:     document.Message{ZH: "没有完成值的得分没有依据，可能是年底没统计，也可能结果不好而不填。", EN: "Points without a result rest on nothing: it may not have been counted, or it was left out because it was poor."},
			Allows:  document.Message{ZH: "零分不提示；目标为“无、零、不发生”而完成值写“无”的，没有指标值、完成值栏的检查类行不提示。", EN: "A score of zero is let pass, and so is 无 as the result where nothing was to happen, and checklist rows without those columns."},
			Clause:  document.Message{ZH: "得分以实际完成值为依据", EN: "points rest on the result"},
			Trips:   document.Message{ZH: "指标值≥90%、完成值空白，得分10", EN: "target ≥90%, result blank, score 10"},
			Silent:  document.Message{ZH: "检查类指标，无指标值、完成值栏", EN: "a checklist row without target and result"},
			Run:     pointsWithoutResult,
		},
	}
}

func scrReasons() []*Check {
	return []*Check{
		{
			Code: "SCR-08", Needs: AllText, Level: finding.Warning,
			Title:   document.Message{ZH: "已完成目标却扣分未说明", EN: "Points cut although the target was reached, without a reason"},
			Doc:     document.Message{ZH: "完成值达到指标值，或与指标值表述相同，得分却低于分值，且该行未说明原因。行内另有评分标准或属超额完成扣分的除外。", EN: "The result reached the target, or says the same, yet the score is below the weight and the row gives no reason. Rows with rules of their own and cuts for over-achievement are left alone."},
			Formula: "a meets t ∧ s < w ⇒ reason",
			Why:     document.Message{ZH: "目标完成了仍扣分，说明表外另有问题没写出来，或者分算错了；复核人无法判断该不该扣。", EN: "Points cut from a target reached mean a shortcoming that was not written down, or a wrong sum; a reviewer cannot tell which."},
			Allows:  document.Message{ZH: "该行或表下原因中有任何说明即不提示；自带评分标准的、后续行未完成而可能合并计分的也不提示，仍在达成档区间内的会注明。", EN: "Any reason in the row or naming it below the table is let pass, and so are rows with rules of their own or joined to a missed one; a score still inside the band of its class is told as such."},
			Clause:  document.Message{ZH: "扣分应当说明理由", EN: "every deduction states its reason"},
			Trips:   document.Message{ZH: "指标值“效果显著”、完成值“效果显著”、分值5，得分4.5", EN: "target and result both “marked effect”, weight 5, score 4.5"},
			Silent:  document.Message{ZH: "同上，但偏差原因栏写明扣分理由", EN: "the same with a reason in its column"},
			Run:     cutThoughReached,
		},
		{
			Code: "SCR-10", Level: finding.Warning,
			Title:   document.Message{ZH: "完成情况表述与满分不符", EN: "Wording and full marks do not go together"},
			Doc:     document.Message{ZH: "完成情况写“基本完成”“基本达成”等留有余地的表述，得分却为满分。", EN: "The result is worded as basically or mostly done, and the score is the full weight."},
			Formula: "“basically done” ⇒ s < w",
			Why:     document.Message{ZH: "“基本完成”就是没有全部完成，给满分等于把没做完的部分一笔带过。", EN: "Basically done is not wholly done; full marks pass over what was left."},
			Allows:  document.Message{ZH: "少于满分即不提示，扣多少不问；自带评分标准的行不判断。", EN: "Anything below full marks is let pass, however little was taken; rows with a rule of their own are not judged."},
			Clause:  document.Message{ZH: "定性指标按完成情况分档计分", EN: "words are scored by class"},
			Trips:   document.Message{ZH: "指标值“完成建设”、完成值“基本完成”、分值5，得分5", EN: "target “built”, result “basically done”, weight 5, score 5"},
			Silent:  document.Message{ZH: "指标值“完成建设”、完成值“完成建设”，得分5", EN: "target “built”, result “built”, score 5"},
			Run:     vagueWithFullMarks,
		},
		{
			Code: "SCR-11", Level: finding.Warning,
			Title:   document.Message{ZH: "相同完成情况得分不同", EN: "Same result, different score"},
			Doc:     document.Message{ZH: "指标值、完成值、分值均相同的定性指标，得分不同且未说明差异。", EN: "Qualitative rows with the same target, result and weight have different scores, and nothing says why."},
			Formula: "(t, a, w) same ⇒ s same",
			Why:     document.Message{ZH: "同样的完成情况得分不同，说明没有统一尺度，低的可能有问题没写，高的可能多给了分。", EN: "Unequal scores for one result show that there is no common measure: the lower hides a fault, or the higher was given too much."},
			Allows:  document.Message{ZH: "无，指标值、完成值、分值均相同而得分不等即提示；只看文字指标，该行有任何原因说明的、自带评分标准的不提示。", EN: "None: same words and weight, other score; only worded rows are held together, and any reason given for the lower one is let pass."},
			Clause:  document.Message{ZH: "同一标准应当一致适用", EN: "one standard is applied alike"},
			Trips:   document.Message{ZH: "两项均为“有效提升”，分值5，得分5.00与4.80", EN: "twice “raised”, weight 5, scores 5.00 and 4.80"},
			Silent:  document.Message{ZH: "两项均为“有效提升”，得分4.80的一项写明原因", EN: "the lower one gives its reason"},
			Run:     unequalScores,
		},
		{
			Code: "SCR-12", Level: finding.Warning,
			Title:   document.Message{ZH: "超额完成未按规定扣分", EN: "Over-achievement not cut as the rules say"},
			Doc:     document.Message{ZH: "办法对远超指标值的情形规定了扣分档次（以年初指标值偏低为前提），完成值已进入档次而得分未扣。", EN: "The rules cut points by tiers where a target set too low was far exceeded; the result lies in a tier and nothing was cut."},
			Formula: "(a − t) ÷ t ∈ tier ⇒ s ≤ w × (1 − cut)",
			Why:     document.Message{ZH: "目标定得过低，超额再多也不说明绩效好，不按档扣分就鼓励年初压低目标。", EN: "Going far over a target set too low proves nothing; unless it costs points, low targets pay."},
			Allows:  document.Message{ZH: "以办法所列档次的起点为界，未入档不提示；得分不高于扣减后应得即认可，反向指标、自带评分标准的行和没有档次的办法不判断。", EN: "Below the first tier of the rules nothing is told, and a score not over what the cut leaves is accepted; negative rows, rows with their own rule and rules without tiers are left out."},
			Clause:  document.Message{ZH: "年初指标值设定偏低的，按超出幅度扣分", EN: "targets set too low cost points by tier"},
			Trips:   document.Message{ZH: "指标值≥100、完成值350（超250%）、分值4，得分4，档次扣10%", EN: "target ≥100, actual 350 (250% over), weight 4, score 4, tier 10%"},
			Silent:  document.Message{ZH: "指标值≥1000万、完成值1345.7万，得分4", EN: "target ≥1000, actual 1345.7, score 4"},
			Run:     overTiers,
		},
		{
			Code: "SCR-13", Needs: AllText, Level: finding.Warning,
			Title:   document.Message{ZH: "超额完成较多未说明原因", EN: "Far over the target, without a reason"},
			Doc:     document.Message{ZH: "完成值达到指标值的规定倍数（未规定的按1.3倍）以上而未说明原因；达到两倍的提请核对指标值是否偏低，其余作提示。", EN: "The result is at or over the ratio the rules name (1.3 if they are silent) and no reason is given. From twice the target on this is a question, below it a remark."},
			Formula: "a ÷ t ≥ κ ⇒ reason",
			Why:     document.Message{ZH: "超额太多往往是指标值偏低或年中任务变了，不说明就无法判断目标是否合理。", EN: "A result far over its target mostly shows a target set low or a task that changed; without a word the target cannot be judged."},
			Allows:  document.Message{ZH: "办法规定倍数以下（未规定的按1.3倍）不提示，达到两倍才为警告；该行有任何原因说明的、反向指标和方向不明的不提示。", EN: "Below the ratio of the rules (1.3 where they are silent) nothing is told, from twice the target on it is a warning; any reason given, negative rows and rows of open sense are let pass."},
			Clause:  document.Message{ZH: "完成值偏离指标值较大的，应当说明原因", EN: "large deviations call for a cause"},
			Trips:   document.Message{ZH: "指标值≥12次、完成值16次，未说明原因", EN: "target ≥12, actual 16, no reason"},
			Silent:  document.Message{ZH: "指标值≥12次、完成值15次", EN: "target ≥12, actual 15"},
			Run:     overAchieved,
		},
	}
}
