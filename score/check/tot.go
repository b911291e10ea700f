package check

import (
	"slices"

	"fuhe/extract/document"
	"fuhe/score/finding"
)

// tot are the checks of sums, rates and grades (总分、小计、得分率、等级).
func tot() []*Check {
	return slices.Concat(totSums(), totRates(), totReview(), []*Check{totWeighted})
}

func totSums() []*Check {
	return []*Check{
		{
			Code: "TOT-01", Needs: AllRows, Level: finding.Error,
			Title:   document.Message{ZH: "总分不等于各项得分之和", EN: "Total is not the sum of the scores"},
			Doc:     document.Message{ZH: "总分应等于预算执行得分与各项指标得分（按表内所印）之和；没有自评表、正文逐条写明各部分分值和得分且分值合计100的，按各条得分合计；与各板块小计之和相符的也视为相符，小计自身的错误另行指出。尾差不超过取舍误差的只作提示；某行得分本身有误的，不再连带指责合计。", EN: "The total is the sum of the execution score and of all scores as printed, or of the numbered items of a report without a form whose weights make 100; a total that agrees with the subtotals agrees too, and a wrong subtotal is told apart. A difference within rounding is mentioned. A wrong row does not accuse a sum that is right for what is printed."},
			Formula: "Σ s = S",
			Why:     document.Message{ZH: "总分是自评的结论，与各项之和不符，必有一处被改过或漏加，等级也可能跟着错。", EN: "The total is the conclusion: where it is not the sum, something was changed or left out, and the grade may be wrong with it."},
			Allows:  document.Message{ZH: "与各行之和或各小计之和相等即认可；差额不超过各取舍得分末位半个单位之和的作提示，整数分没有此余地，有不适用项的按折算或满分口径认可。", EN: "The sum of the rows or of the printed subtotals will do; a gap within half a last digit for each rounded score is mentioned, whole points leave none, and inapplicable rows may be rescaled or given in full."},
			Clause:  document.Message{ZH: "总分＝各项得分之和", EN: "total = sum of all scores"},
			Trips:   document.Message{ZH: "18.85＋39.9＋40＝98.75，总分印为99.75", EN: "18.85 + 39.9 + 40 = 98.75, total printed 99.75"},
			Silent:  document.Message{ZH: "18.85＋39.9＋40，总分98.75", EN: "18.85 + 39.9 + 40, total 98.75"},
			Run:     totalScore,
		},
		{
			Code: "TOT-02", Needs: AllRows, Level: finding.Error,
			Title:   document.Message{ZH: "小计有误", EN: "Subtotal does not add up"},
			Doc:     document.Message{ZH: "各板块（一级、二级指标，年度目标，汇总表各行）的得分应等于其下各行得分之和；正文同一句逐一写明各一级指标得分的，也按表内各行核对。", EN: "The score of each block - levels 1 and 2, annual goals, rows of a summary table - is the sum of its rows, and so are the points that a sentence gives to each first-level block."},
			Formula: "Σ s(block) = s",
			Why:     document.Message{ZH: "小计错了会原样进入总分，也使各板块得分率失真，看不出短板在哪。", EN: "A wrong subtotal goes on into the total and distorts the block's rate, so that weak blocks do not show."},
			Allows:  document.Message{ZH: "按所印得分相加应相等，差额在各取舍得分末位半个单位之和以内作提示；下级得分不全、下级分值不足而可能漏读的不判断。", EN: "Scores as printed have to add up; a gap within half a last digit for each rounded score is mentioned, and blocks whose rows are not all scored or may not all be read are not judged."},
			Clause:  document.Message{ZH: "小计＝所属各项得分之和", EN: "subtotal = sum of its scores"},
			Trips:   document.Message{ZH: "产出30、效果28.55，小计印为58.65", EN: "output 30, effect 28.55, subtotal printed 58.65"},
			Silent:  document.Message{ZH: "产出30、效果28.55，小计58.55", EN: "output 30, effect 28.55, subtotal 58.55"},
			Run:     subtotals,
		},
		{
			Code: "TOT-03", Needs: AllRows, Level: finding.Error,
			Title:   document.Message{ZH: "总分多处不一致", EN: "The total is not the same everywhere"},
			Doc:     document.Message{ZH: "表头、合计栏、汇总表和文字中的总分应一致；小数位不同而数值相容（98.75与98.8）的视为一致。", EN: "The total in the head, in the sum, in the summary table and in the text is one figure; fewer digits (98.8 for 98.75) are no difference."},
			Formula: "S₁ = S₂ = …",
			Why:     document.Message{ZH: "同一份报告出现两个总分，不知道上报、公开的是哪一个，等级也随之有争议。", EN: "Two totals in one report leave open which was filed and published, and the grade with it."},
			Allows:  document.Message{ZH: "小数位相同的须相等，位数不同的按较粗一方四舍五入相容即可；满分、上年和平均分不作比较。", EN: "Figures of equal digits have to be equal, of unequal digits the coarser has to be the finer one rounded; full marks, last year and averages are not compared."},
			Clause:  document.Message{ZH: "同一数据前后应当一致", EN: "one figure is the same everywhere"},
			Trips:   document.Message{ZH: "表内98.75，文中98.95分", EN: "98.75 in the form, 98.95 in the text"},
			Silent:  document.Message{ZH: "表内98.75，文中98.75分", EN: "98.75 in both"},
			Run:     totalsElsewhere,
		},
		{
			Code: "TOT-05", Needs: AllRows, Level: finding.Warning,
			Title:   document.Message{ZH: "不适用指标未折算或折算有误", EN: "Rows that do not apply are not rescaled, or wrongly"},
			Doc:     document.Message{ZH: "有不适用指标时，办法要求按适用指标折算百分制的，总分应为100×Σ得分÷Σ分值。", EN: "Where rows do not apply and the rules rescale the rest, the total is 100 × Σ scores ÷ Σ weights."},
			Formula: "100 × Σ s ÷ Σ w = S",
			Why:     document.Message{ZH: "不适用的指标不折算，等于白扣分或白送分，总分与其他单位不可比。", EN: "Rows that do not apply, if not rescaled, cost points or give them away, and the total cannot be compared."},
			Allows:  document.Message{ZH: "按两位小数（总分位数更多的按其位数）四舍五入相符即认可，截位不认可；办法没有折算规定、分值得分不全的不判断。", EN: "The rescaled total rounded to two digits, or to more if it prints more, is accepted, truncated it is not; rules that do not rescale and incomplete scores are not judged."},
			Clause:  document.Message{ZH: "不适用指标不计分，其余指标折算为百分制", EN: "rows that do not apply are dropped and the rest counts to 100"},
			Trips:   document.Message{ZH: "适用分值90、得分85.5，总分印为85.5", EN: "applicable weight 90, scores 85.5, total printed 85.5"},
			Silent:  document.Message{ZH: "适用分值90、得分85.5，总分95", EN: "applicable weight 90, scores 85.5, total 95"},
			Run:     rescaledTotal,
		},
	}
}

func totRates() []*Check {
	return []*Check{
		{
			Code: "TOT-04", Level: finding.Error,
			Title:   document.Message{ZH: "得分率计算有误", EN: "Score rate does not recompute"},
			Doc:     document.Message{ZH: "得分率＝得分÷分值。以取舍后的得分或取舍前的得分计算均可；截位的只作提示。正文写明的某一板块的得分率，按其得分与表内分值核对。板块得分本身有误、得分率与各行之和相符的，由TOT-02指出，不再指责得分率。", EN: "Score rate = score ÷ weight, of the score as printed or before rounding; a truncated one is mentioned. A rate that the text tells of a block is held against the points told with it and the weight in the form. Where the score of a block is wrong and its rate is right for its rows, TOT-02 tells it and the rate is let pass."},
			Formula: "R(s ÷ w × 100, d) = rate",
			Why:     document.Message{ZH: "得分率是判断哪一板块薄弱的依据，算错会把短板说成长处。", EN: "The rate tells which block is weak; a wrong one makes a strength of it."},
			Allows:  document.Message{ZH: "按所印位数四舍五入，用取舍前的得分计算也认可；截位的作提示，率与各行之和相符而板块得分有误的由TOT-02指出。", EN: "Rounded to the digits printed, of the score before or after rounding; a truncated rate is mentioned, and one that fits the rows where the block's score is wrong is left to TOT-02."},
			Clause:  document.Message{ZH: "得分率＝得分÷分值×100%", EN: "score rate = score ÷ weight × 100%"},
			Trips:   document.Message{ZH: "58.55÷60，得分率印为97.85%", EN: "58.55 of 60, rate printed 97.85%"},
			Silent:  document.Message{ZH: "18.12÷20，得分率90.60%（执行率90.62%，得分已取舍）", EN: "18.12 of 20, rate 90.60% (execution 90.62%, the score was rounded)"},
			Run:     scoreRates,
		},
		{
			Code: "TOT-06", Level: finding.Error,
			Title:   document.Message{ZH: "等级与分数不符", EN: "Grade and total do not go together"},
			Doc:     document.Message{ZH: "报告自己印有各等级分数段的（如优（90分及以上）、良（80-90分）），按其核对；没有的按办法规定的分数段。优秀、良好等视同优、良。办法未列该等级名称的不作判断。项目汇总表逐个项目列有得分和等级的，逐行核对。", EN: "The grade is held against the bands that the report itself prints, or else those of the rules; longer names of one grade are taken as one. A grade that the rules do not name is left alone. Lists of projects with scores and grades are held row by row."},
			Formula: "grade(S) = grade",
			Why:     document.Message{ZH: "等级决定结果应用（预算安排、整改要求），分数与等级不符，结论就站不住。", EN: "The grade decides what follows, in budget and remedies; one that the score does not bear out leaves no conclusion."},
			Allows:  document.Message{ZH: "无，总分折成百分制后按原数对应分数段，89.99不进入90分档；优与优秀、中与合格等视为同级，办法没有的等级名称不判断。", EN: "None, the total out of 100 falls in its band as it is and 89.99 is not 90; names for one grade count as the same, grades that the rules do not know are not judged."},
			Clause:  document.Message{ZH: "90分以上为优、80—90为良、60—80为中、60以下为差（办法另有规定的从其规定）", EN: "90 and over, 80–90, 60–80, below 60, unless the rules say otherwise"},
			Trips:   document.Message{ZH: "总分79.6，等级良", EN: "79.6, graded 良"},
			Silent:  document.Message{ZH: "总分95.97，等级优", EN: "95.97, graded 优"},
			Run:     gradeOfTotal,
		},
		{
			Code: "TOT-07", Needs: AllText, Level: finding.Info,
			Title:   document.Message{ZH: "未给出评价等级", EN: "No grade is stated"},
			Doc:     document.Message{ZH: "表内和文中均未给出评价等级，按总分可得出应属等级。", EN: "Neither the form nor the text states a grade; the total tells which it would be."},
			Formula: "∃ grade",
			Why:     document.Message{ZH: "没有等级，自评结果就无法直接应用和公开，复核人要自行对应。", EN: "Without a grade the result can be neither used nor published as it is, and the reviewer has to find it."},
			Allows:  document.Message{ZH: "表内或文中任何一处给出等级即不提示；没有总分的不判断。", EN: "A grade anywhere, in the form or the text, is enough; without a total nothing is judged."},
			Clause:  document.Message{ZH: "自评结果应当给出等级", EN: "a self-evaluation states its grade"},
			Trips:   document.Message{ZH: "总分98.75，全文无等级", EN: "total 98.75, no grade anywhere"},
			Silent:  document.Message{ZH: "文中写明“评价等级为优”", EN: "the text says that the grade is 优"},
			Run:     missingGrade,
		},
	}
}
