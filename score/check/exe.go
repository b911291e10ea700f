package check

import (
	"slices"

	"fuhe/extract/document"
	"fuhe/score/finding"
)

// exe are the checks of funds and execution (预算执行情况).
func exe() []*Check {
	return slices.Concat(exeFigures(), exeFunds(), exeYear(), []*Check{exeCarry})
}

// executionRule is the clause that the checks of rates rest on.
var executionRule = document.Message{ZH: "预算执行率＝预算执行数÷预算数×100%", EN: "execution rate = spent ÷ budget × 100%"}

func exeFigures() []*Check {
	return []*Check{
		{
			Code: "EXE-01", Level: finding.Error,
			Title:   document.Message{ZH: "执行率计算有误", EN: "Execution rate does not recompute"},
			Doc:     document.Message{ZH: "用执行数除以预算数重算执行率，与表内、文中所列执行率比较。金额视为四舍五入后的数，截位得到的执行率只作提示；进位、末位误差也会指出。文中的执行率只在能确定对应金额时核对；恰为按年初预算数计算的，提请核对。", EN: "Recomputes spent ÷ budget and holds it against the rates printed in the table and in the text. Amounts stand for all values that print so; a truncated rate is only mentioned, a last digit that was rounded up is reported. A rate in the text is held only against amounts that certainly belong to it; one that is right of the initial budget is a question."},
			Formula: "R(E ÷ P × 100, d) = rate",
			Why:     document.Message{ZH: "执行率是预算执行得分的直接依据，率算错了得分往往跟着错，也可能是预算数或执行数本身被改过。", EN: "The rate is what the execution score is taken from: a wrong one mostly carries a wrong score with it, or shows that an amount was changed afterwards."},
			Allows:  document.Message{ZH: "金额按印刷位数取区间，四舍五入相符即认可；截位的，以及金额取舍所致偏差不超过0.1个百分点的只作提示，超过的提请核对，进位不认可。", EN: "Amounts stand for all values that print so, and the rounded rate has to meet them; a truncated rate, or one that amounts before rounding explain within 0.1 point, is only mentioned, beyond that it is a question, and rounding up is not accepted."},
			Clause:  executionRule,
			Trips:   document.Message{ZH: "预算数200.00、执行数181.00，执行率印为90.51%", EN: "budget 200.00, spent 181.00, rate printed 90.51%"},
			Silent:  document.Message{ZH: "预算数2953.76、执行数2584.20，执行率87.49%（87.4885四舍五入）", EN: "budget 2953.76, spent 2584.20, rate 87.49% (87.4885 rounded)"},
			Run:     executionRate,
		},
		{
			Code: "EXE-02", Level: finding.Error,
			Title:   document.Message{ZH: "预算执行得分计算有误", EN: "Execution score does not recompute"},
			Doc:     document.Message{ZH: "预算执行得分＝分值×执行率，以分值为限。截位可以接受，只作提示；按表内已取舍的执行率计算的见SCR-20，全表均为整数分时的取整见SCR-19。只有金额未经四舍五入才成立、且偏离超过分值千分之一的，提请核对。", EN: "The score is weight × rate, at most the weight. Truncating is accepted and mentioned; computing from the rate as displayed is told by SCR-20, whole points by SCR-19. A score that holds only for amounts before rounding is a question where it is off by more than a thousandth of the weight."},
			Formula: "min(w, w × E ÷ P) = s",
			Why:     document.Message{ZH: "预算执行通常占10分或20分，多计的分直接进入总分，临界时会改变等级。", EN: "Execution mostly weighs 10 or 20 points; what it is given too much goes straight into the total and may lift the grade."},
			Allows:  document.Message{ZH: "以得分所印位数四舍五入相符即认可，截位、按所列执行率计算和整数分在办法允许时只作说明；只有金额取舍前才成立的，偏差在分值千分之一以内作提示，超过的提请核对。", EN: "Rounding to the digits printed is accepted, truncation, the displayed rate and whole points are mentioned where the rules admit them; a score that holds only for amounts before rounding is mentioned up to a thousandth of the weight, and a question beyond."},
			Clause:  document.Message{ZH: "预算执行得分＝分值×预算执行率，不超过分值", EN: "execution earns weight × rate, at most the weight"},
			Trips:   document.Message{ZH: "分值20、执行率90.62%，得分印为18.62", EN: "weight 20, rate 90.62%, score printed 18.62"},
			Silent:  document.Message{ZH: "分值20、执行率94.24%，得分18.85", EN: "weight 20, rate 94.24%, score 18.85"},
			Run:     executionScore,
		},
		{
			Code: "EXE-08", Level: finding.Error,
			Title:   document.Message{ZH: "预算执行得分高于分值", EN: "Execution score is over its weight"},
			Doc:     document.Message{ZH: "任何办法都以分值为得分上限，超支也不能多得分。", EN: "Every method caps a score at its weight; overspending earns nothing more."},
			Formula: "s ≤ w",
			Why:     document.Message{ZH: "超出分值的得分不可能成立，多出的部分虚增总分，通常是把执行率超过100%也计了分。", EN: "A score over its weight cannot be; the excess inflates the total, mostly because a rate above 100% was given points for."},
			Allows:  document.Message{ZH: "无，按所列分值和得分原数比较；不以分计的权重不判断。", EN: "None, weight and score are compared as printed; weights that are not points are not judged."},
			Clause:  document.Message{ZH: "得分不得突破权重总额", EN: "no score exceeds its weight"},
			Trips:   document.Message{ZH: "分值10、得分10.01", EN: "weight 10, score 10.01"},
			Silent:  document.Message{ZH: "执行率100.09%、分值10、得分10", EN: "rate 100.09%, weight 10, score 10"},
			Run:     executionOverWeight,
		},
		{
			Code: "EXE-04", Needs: AllText, Level: finding.Warning,
			Title:   document.Message{ZH: "执行率偏低未说明原因", EN: "Low execution without a cause"},
			Doc:     document.Message{ZH: "总额及各组成部分的执行率低于规定比例（未规定的按90%），而表内原因栏和文字部分均未说明原因。只说“偏低”而不说为何，仍视为未说明。", EN: "The rate of the total or of a part lies below what the rules ask for (90% if they are silent), and neither the form nor the text says why. To call it low is not yet a cause."},
			Formula: "E ÷ P < θ ⇒ reason",
			Why:     document.Message{ZH: "资金没花出去又不说原因，复核人无法区分是任务未完成、节约还是预算编大，扣分和下年预算都无从判断。", EN: "Money left unspent without a cause may be work not done, savings or a budget set too high; neither the points nor next year's budget can be judged."},
			Allows:  document.Message{ZH: "以办法规定的比例为线，没有规定的按90%；所印执行率四舍五入后达到该线的不提示，原因栏、正文或所附原因中说明为何的也不提示。", EN: "The line is that of the rules, 90% where they are silent; a printed rate that rounds to the line, and any cause given in the row, below the table or in the text, is let pass."},
			Clause:  document.Message{ZH: "预算执行率偏低的，应当说明原因", EN: "low execution calls for a cause"},
			Trips:   document.Message{ZH: "项目支出执行率73.84%，全文未提原因", EN: "project spending at 73.84%, no cause anywhere"},
			Silent:  document.Message{ZH: "执行率82%，文中写明“因工程验收推迟，尾款未支付”", EN: "82%, and the text says that acceptance was put off and the last payment with it"},
			Run:     lowExecution,
		},
		{
			Code: "EXE-10", Level: finding.Info,
			Title:   document.Message{ZH: "未执行预算超过20%", EN: "More than 20% unspent"},
			Doc:     document.Message{ZH: "总额或其组成部分未执行比例超过20%，一体化系统按此预警。", EN: "More than a fifth of the total or of a part was not spent; the filing software raises an alarm at this line."},
			Formula: "(P − E) ÷ P > 20%",
			Why:     document.Message{ZH: "五分之一以上的预算没用完，一体化系统会预警，关系到结转、收回和下年安排。", EN: "More than a fifth left unspent raises an alarm in the filing software and bears on carry-over, recovery and next year's budget."},
			Allows:  document.Message{ZH: "未执行比例不超过20%的不提示，按所列金额计算；同一行已由EXE-04提示的不重复。", EN: "Up to 20% unspent, of the amounts as printed, is let pass; a row that EXE-04 tells is not told again."},
			Clause:  document.Message{ZH: "预算绩效管理一体化系统的预警口径：未执行率超过20%", EN: "alarm line of the filing software: more than 20% unspent"},
			Trips:   document.Message{ZH: "预算100、执行73.84", EN: "budget 100, spent 73.84"},
			Silent:  document.Message{ZH: "预算100、执行80", EN: "budget 100, spent 80"},
			Run:     unspent,
		},
	}
}

func exeFunds() []*Check {
	return []*Check{
		{
			Code: "EXE-03", Level: finding.Warning,
			Title:   document.Message{ZH: "执行数大于预算数", EN: "Spent more than the budget"},
			Doc:     document.Message{ZH: "执行数超出预算数且不能用四舍五入解释，请核对预算口径（是否含追加、结转）。", EN: "Spending exceeds the budget by more than rounding; the base of the budget (additions, carry-over) wants a look."},
			Formula: "E ≤ P",
			Why:     document.Message{ZH: "执行数大于预算数，多是预算数漏填追加或上年结转，也可能是超预算支出，执行率会因此虚高到100%以上。", EN: "Spending over the budget mostly means that additions or carry-over were left out of it, or that the budget was overrun; the rate then stands above 100% for nothing."},
			Allows:  document.Message{ZH: "按印刷位数的区间比较，取舍能解释的超出不提示；疑为元、万元混填的由UNT-03指出。", EN: "An excess that rounding of the printed amounts explains is let pass; 元 mixed with 万元 is told by UNT-03."},
			Clause:  document.Message{ZH: "预算数应为包含追加和上年结转的全年（调整后）预算数", EN: "the budget is the full-year figure, additions and carry-over included"},
			Trips:   document.Message{ZH: "预算1718.98、执行1720.45", EN: "budget 1718.98, spent 1720.45"},
			Silent:  document.Message{ZH: "预算100.00、执行100.00", EN: "budget 100.00, spent 100.00"},
			Run:     overspent,
		},
		{
			Code: "EXE-05", Level: finding.Warning,
			Title:   document.Message{ZH: "执行率所用预算口径疑似有误", EN: "Execution rate computed from the other budget"},
			Doc:     document.Message{ZH: "表内同时列有年初预算数和全年（调整后）预算数，而所列执行率只有按前者计算才成立。", EN: "The form prints both the initial and the full-year budget, and the printed rate holds for the initial one only."},
			Formula: "R(E ÷ P₀) = rate ≠ R(E ÷ P)",
			Why:     document.Message{ZH: "用年初预算数作分母会抬高或压低执行率，同一单位换个口径就能多得分。", EN: "Taking the initial budget as the base lifts or lowers the rate: a change of base alone can earn points."},
			Allows:  document.Message{ZH: "所列执行率按全年预算数四舍五入或截位成立的不提示；只有按年初预算数成立才提示。", EN: "A rate that holds for the full-year budget, rounded or truncated, is let pass; it is told only where the initial budget alone explains it."},
			Clause:  document.Message{ZH: "执行率以全年（调整后）预算数为分母", EN: "the rate is taken of the full-year budget"},
			Trips:   document.Message{ZH: "年初预算80、全年预算100、执行72，执行率印为90%", EN: "initial 80, full-year 100, spent 72, rate printed 90%"},
			Silent:  document.Message{ZH: "年初预算80、全年预算100、执行72，执行率印为72%", EN: "initial 80, full-year 100, spent 72, rate printed 72%"},
			Run:     wrongBase,
		},
		{
			Code: "EXE-06", Needs: AllRows, Level: finding.Error,
			Title:   document.Message{ZH: "资金合计与明细不符", EN: "Funds do not add up"},
			Doc:     document.Message{ZH: "“其中”各行之和应等于所属总额。明细小于总额且未列“其他”的，可能未列全，不作判断，但另一列的明细恰好加成总额的除外；任意若干行之和等于总额的（层层列示），视为相符。合计行留空为零而明细填有金额的，只指出一次。", EN: "The parts add up to their total. Parts below the total without a row for the rest may be incomplete and are left alone, unless they make up the total in another column; where some of the rows make up the total (parts of parts), they agree. A total row left at zero over parts that were filled in is told once."},
			Formula: "Σ parts = total",
			Why:     document.Message{ZH: "明细与总额不符，说明有资金漏列、重列或总额未更新，执行率的分子分母都不可靠。", EN: "Parts that do not make the total show money left out, counted twice or a total not brought up to date: neither end of the rate can be relied on."},
			Allows:  document.Message{ZH: "各数按印刷位数取区间相加，任意若干行之和等于总额即认可；明细少于总额而未列“其他”的、超过十行的不判断。", EN: "Printed amounts are added as intervals, and any of the rows that make the total will do; parts below a total without a row for the rest, and blocks of more than ten rows, are not judged."},
			Clause:  document.Message{ZH: "资金总额＝各项资金之和", EN: "the total is the sum of its parts"},
			Trips:   document.Message{ZH: "总额100，其中财政拨款90、其他资金20", EN: "total 100; of it grants 90, other 20"},
			Silent:  document.Message{ZH: "总额100，其中财政拨款80", EN: "total 100; of it grants 80"},
			Run:     fundParts,
		},
		{
			Code: "EXE-07", Level: finding.Error,
			Title:   document.Message{ZH: "预算数为零或空白却有执行数或得分", EN: "No budget, yet spending or points"},
			Doc:     document.Message{ZH: "没有预算数就没有执行率，执行数和得分无从谈起。预算数为零而列有执行率或得分的报错；只列有执行数的，和预算数空白的，提请核对。", EN: "Without a budget there is no rate. Where it is zero a rate or a score is an error; spending alone, and a blank budget, want a look."},
			Formula: "P > 0",
			Why:     document.Message{ZH: "没有预算数就没有执行率，这里的执行率和得分无从计算，多为漏填或错列。", EN: "Without a budget there is no rate, so a rate or score beside it has nothing to come from: mostly a figure was left out or stands in the wrong column."},
			Allows:  document.Message{ZH: "无：预算数须大于零；执行数、得分也为零或未填的行不提示，只有执行数的提请核对。", EN: "None: the budget has to be above zero; rows whose spending and score are zero too are let pass, spending alone is a question."},
			Clause:  executionRule,
			Trips:   document.Message{ZH: "预算数0、执行数50、得分10", EN: "budget 0, spent 50, score 10"},
			Silent:  document.Message{ZH: "其他资金：预算数0、执行数0", EN: "other funds: budget 0, spent 0"},
			Run:     noBudget,
		},
		{
			Code: "EXE-11", Prose: true, Level: finding.Warning,
			Title:   document.Message{ZH: "“其中”各项之和与所属总额不符", EN: "Parts do not add up to the amount they are said to be part of"},
			Doc:     document.Message{ZH: "文中“其中”之后的各项应合计为紧邻其前的总额。若合计恰为文中或表内另一总额，说明口径错位；若合计大于所属总额，也请核对；小于的可能未列全，不作判断，但支出只分基本支出与项目支出的，小于也提示。括号内所列为上一项的组成，不计入。", EN: "What follows 其中 adds up to the amount right before it. Parts that make up another stated total have the wrong scope; parts over their total want a look; parts below it may be incomplete and are left alone, but for spending that is basic or for projects. What stands in brackets behind a part belongs to that part."},
			Formula: "Σ parts = amount before 其中",
			Why:     document.Message{ZH: "分项与所属总额对不上，说明口径串了或有资金没交代，读者会据此误判资金构成。", EN: "Parts that do not fit the amount they stand under have another scope, or leave money untold, and mislead on what the funds were made of."},
			Allows:  document.Message{ZH: "按印刷位数取区间相加；合计小于总额的可能未列全，不提示，除非恰为文中或表内另一总额。", EN: "Printed amounts are added as intervals; parts below their amount may be incomplete and are let pass, unless they make another total of the text or table."},
			Clause:  document.Message{ZH: "“其中”所列各项为紧邻其前总额的组成部分", EN: "what follows 其中 is part of the amount right before it"},
			Trips:   document.Message{ZH: "全年预算100万元，财政拨款80万元，其中基本支出60万元，项目支出40万元", EN: "budget 1,000,000, grants 800,000, of which basic 600,000 and projects 400,000"},
			Silent:  document.Message{ZH: "财政拨款100万元，其中基本支出60万元，项目支出40万元", EN: "grants 1,000,000, of which basic 600,000 and projects 400,000"},
			Run:     partsOfText,
		},
		{
			Code: "EXE-15", Needs: AllRows, Level: finding.Error,
			Title:   document.Message{ZH: "基本支出与项目支出之和与总额不符", EN: "Basic and project spending do not make up the total"},
			Doc:     document.Message{ZH: "部门整体支出总额应等于基本支出、项目支出（及其他支出）之和；所列基本、项目支出之和等于总额的预算数或执行数的，视为相符；未列其他支出而差额超过1%的，可能未列全，提请核对。", EN: "The total of a department is basic plus project (plus other) spending. Two figures that make up either the budget or the spending of the total agree; where more than 1% is missing and no other spending is listed, this is a question."},
			Formula: "basic + project (+ other) = total",
			Why:     document.Message{ZH: "基本支出、项目支出与总额不符，部门整体支出的构成就不可信，执行率也可能按了不同的总额计算。", EN: "Where basic and project spending do not make the total, what the department spent is not to be trusted, and the rate may be of another total."},
			Allows:  document.Message{ZH: "按印刷位数取区间，表内逐列核对，另栏填列的与预算数或执行数之一相符即认可；未列其他支出而差额超过1%的只提请核对。", EN: "Printed amounts are intervals, held column by column, and fields beside the table may make either budget or spending; where no other spending is listed and more than 1% is missing, it is only a question."},
			Clause:  document.Message{ZH: "部门整体支出＝基本支出＋项目支出＋其他支出", EN: "department spending = basic + project + other"},
			Trips:   document.Message{ZH: "总额100.00，基本支出60.00，项目支出45.00", EN: "total 100.00, basic 60.00, project 45.00"},
			Silent:  document.Message{ZH: "总额预算110、执行100，基本支出60、项目支出40（为执行数）", EN: "budget 110, spent 100; basic 60 and project 40, both spent"},
			Run:     basicAndProject,
		},
	}
}
