package synth

import (
	"math/rand/v2"

	"fuhe/corpus/truth"
)

// Kind is one way in which a sound report is put wrong, and what has to be found then.
type Kind struct {
	Name  string
	Title string // in Chinese
	Level string // the gravest level that is due: error, warning or info
	Codes []string
	needs wish
	put   func(*spoiler) *hit // nil when this report offers no place for it
}

// hit is where an error was put: texts near which it has to be found, what is printed there now and what
// is due.
type hit struct {
	near    []string
	printed string
	due     string
}

// spoiler puts one error into a report. What the sound report shows to its reader decides where.
type spoiler struct {
	rnd  *rand.Rand
	r    *report
	seen *truth.Form
	text string // of the sound report
}

// Kinds are all ways in which a report can be put wrong.
func Kinds() []Kind {
	return []Kind{
		{"rate", "执行率算错", "error", []string{"EXE-01", "XRF-03", "SCR-20"}, wish{}, misrate},
		{"part-rate", "分项执行率算错", "error", []string{"EXE-01", "XRF-03"}, wish{parts: true}, misratePart},
		{"exec-score", "执行得分算错", "error", []string{"EXE-02"}, wish{}, mispoint},
		{"exec-above-weight", "执行得分高于分值", "error", []string{"EXE-08", "EXE-02"}, wish{}, overpoint},
		{"overspent", "执行数大于预算数", "warning", []string{"EXE-03", "EXE-06", "EXE-15"}, wish{}, overspend},
		{"low-rate", "执行率偏低未说明", "warning", []string{"EXE-04", "EXE-10"}, wish{}, underspend},
		{"parts", "其中各项之和与总额不符", "error", []string{"EXE-06", "EXE-15", "EXE-11"}, wish{parts: true}, mispart},
		{"money-unit", "元与万元混用", "warning", []string{"UNT-03", "XRF-03", "EXE-01", "XRF-01"}, wish{told: true}, mismoney},
		{"full-for-missed", "未完成却得满分", "error", []string{"SCR-07", "SCR-01", "SCR-02", "SCR-03", "SCR-15", "SCR-09"}, wish{missed: true}, overscore},
		{"score-off", "未完成而扣分不按比例", "error", []string{"SCR-01", "SCR-02", "SCR-03", "SCR-15"}, wish{missed: true}, misscore},
		{"above-weight", "得分高于分值", "error", []string{"SCR-05", "RUL-01"}, wish{}, overweight},
		{"met-but-cut", "已完成却扣分未说明", "warning", []string{"SCR-08", "SCR-01", "SCR-02", "SCR-03", "EXP-03"}, wish{}, cut},
		{"words-band", "部分达成却得满分", "error", []string{"SCR-09", "SCR-10"}, wish{}, misband},
		{"zero-actual", "完成值为零却得分", "error", []string{"SCR-07", "SCR-01", "SCR-03", "SCR-17"}, wish{}, zeroActual},
		{"blank-actual", "无完成值却得分", "error", []string{"SCR-17"}, wish{}, blankActual},
		{"zero-target", "目标为零而发生", "error", []string{"SCR-04", "SCR-07", "SCR-03"}, wish{zero: true}, happenedAnyway},
		{"late", "逾期完成却得满分", "error", []string{"SCR-07", "SCR-10", "TIM-01", "TIM-02"}, wish{dated: true}, late},
		{"no-reason", "未完成未说明原因", "warning", []string{"EXP-01", "EXP-03"}, wish{missed: true}, silence},
		{"far-over", "超额完成较多未说明", "warning", []string{"SCR-13", "IND-01", "SCR-12"}, wish{}, farOver},
		{"value-unit", "完成值单位与指标值不一致", "warning", []string{"UNT-01", "UNT-04", "UNT-03"}, wish{}, misunit},
		{"weights", "分值合计不等于100", "error", []string{"WGT-01", "WGT-02"}, wish{}, misweigh},
		{"total", "总分不等于各项之和", "error", []string{"TOT-01", "TOT-02", "TOT-03", "TOT-04"}, wish{}, mistotal},
		{"section", "部分得分小计有误", "error", []string{"TOT-02", "TOT-04", "TOT-01", "TOT-03"}, wish{told: true}, missection},
		{"section-rate", "得分率算错", "error", []string{"TOT-04"}, wish{told: true}, missectionRate},
		{"grade", "等级与分数不符", "error", []string{"TOT-06"}, wish{told: true}, misgrade},
		{"total-told", "正文总分与表不一致", "error", []string{"TOT-03", "TOT-01"}, wish{told: true}, mistell},
		{"rate-told", "正文执行率与表不一致", "error", []string{"EXE-01", "XRF-03"}, wish{told: true}, mistellRate},
		{"result-told", "正文完成值与表不一致", "error", []string{"XRF-01"}, wish{told: true}, mistellResult},
		{"goal-done", "目标完成情况与表不一致", "error", []string{"XRF-01", "XRF-02", "XRF-03"}, wish{}, misdone},
		{"goal-aim", "年度目标与指标值不一致", "error", []string{"XRF-04", "XRF-01", "XRF-03"}, wish{}, misaim},
		{"count-told", "正文指标数量与表不一致", "warning", []string{"XRF-06", "XRF-09"}, wish{told: true}, miscount},
		{"year", "照抄往年年度", "warning", []string{"TIM-02", "XRF-14", "XRF-03"}, wish{told: true}, copyYear},
		{"unmet-told", "正文未完成指标数与表不一致", "warning", []string{"XRF-16", "XRF-06", "XRF-09", "XRF-15"}, wish{told: true, missed: true}, misunmet},
		{"other-unit", "照抄其他单位名称", "warning", []string{"XRF-14", "STR-05"}, wish{told: true}, copyUnit},
		{"cost-sign", "成本指标方向相反", "warning", []string{"UNT-06"}, wish{}, costSign},
		{"rule-step", "得分不符合扣分步长", "error", []string{"RUL-01", "RUL-02", "RUL-03"}, wish{process: true}, misstep},
		{"review-above", "复核分高于自评分", "warning", []string{"TOT-08"}, wish{}, reviewAbove},
		{"twice", "同一指标重复设置", "warning", []string{"IND-03"}, wish{}, twice},
		{"row-misprint", "某行得分误写而总分无误", "error", []string{"TOT-01", "TOT-02", "SCR-01", "SCR-02", "SCR-03", "SCR-08"}, wish{}, misprintRow},
		{"spent-slip", "总额执行数误写", "error", []string{"EXE-01", "EXE-02", "EXE-03", "EXE-06", "EXE-15", "XRF-03"}, wish{parts: true}, misprintSpent},
		{"rate-base", "执行率按年初预算数计算", "warning", []string{"EXE-05", "EXE-01", "EXE-03", "EXE-02"}, wish{adjusted: true}, otherBase},
		{"rate-base-told", "正文执行率按年初预算数计算", "warning", []string{"EXE-01", "EXE-05", "XRF-03"}, wish{told: true, adjusted: true}, otherBaseTold},
		{"weights-within", "板块之间分值挪动", "error", []string{"WGT-02", "WGT-01"}, wish{}, shiftWeight},
		{"blank-score", "得分空白", "warning", []string{"SCR-06"}, wish{}, blankScore},
		{"over-hundred", "比率超过100%", "warning", []string{"UNT-04"}, wish{}, overHundred},
		{"decimals", "得分小数位多于各行", "info", []string{"UNT-07"}, wish{missed: true}, moreDecimals},
		{"all-done", "有未完成指标却称全部完成", "warning", []string{"XRF-07", "XRF-16"}, wish{told: true, missed: true}, sayAllDone},
		{"filed-early", "填报日期早于年度结束", "warning", []string{"TIM-03"}, wish{}, fileEarly},
		{"template", "模板提示语残留", "info", []string{"EXP-07"}, wish{told: true}, leaveHint},
		{"table-number", "表号重号", "warning", []string{"STR-01"}, wish{told: true}, repeatNumber},
		{"section-number", "章节序号跳号", "info", []string{"STR-02"}, wish{told: true}, skipNumber},
		{"change", "同比增减幅度算错", "error", []string{"XRF-10"}, wish{told: true}, misfact(changeFact)},
		{"share", "占比算错", "error", []string{"XRF-10", "XRF-18"}, wish{told: true}, misfact(shareFact)},
		{"of-which", "正文其中各项之和与总额不符", "warning", []string{"EXE-11"}, wish{told: true}, misfact(whichFact)},
		{"list", "列举多于计数", "error", []string{"XRF-09"}, wish{told: true}, misfact(listFact)},
		{"together", "列举与共计数不符", "error", []string{"XRF-09"}, wish{told: true}, misfact(togetherFact)},
		{"classes", "分类数量之和与总数不符", "error", []string{"XRF-15"}, wish{told: true}, misfact(classFact)},
		{"assets", "资产净值算错", "error", []string{"XRF-11"}, wish{told: true}, misfact(assetFact)},
		{"staff", "人员合计与各项不符", "error", []string{"XRF-11"}, wish{told: true}, misfact(staffFact)},
	}
}

// shown is what the sound report prints of a row, nil when it prints no such row.
func (p *spoiler) shown(x *row) *truth.Indicator {
	for i := range p.seen.Indicators {
		if p.seen.Indicators[i].Name == x.name {
			return &p.seen.Indicators[i]
		}
	}
	return nil
}

// any picks a row that is printed with its score and of which the condition holds.
func (p *spoiler) any(fits func(*row) bool) *row {
	var list []*row
	for _, x := range p.r.rows() {
		if k := p.shown(x); k != nil && k.Score.Text != "" && fits(x) {
			list = append(list, x)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return pick(p.rnd, list)
}

// weighed reports whether the row's weight is printed, or can be told from its block's.
func (p *spoiler) weighed(x *row) bool {
	return p.shown(x).Weight.Text != "" || len(p.seen.Sections) > 0
}

// pointed reports whether points are printed that a total can be held against.
func (p *spoiler) pointed() bool {
	for _, s := range p.seen.Sections {
		if s.Score.Text != "" {
			return true
		}
	}
	return p.any(func(*row) bool { return true }) != nil
}

func (p *spoiler) fundShown() truth.Fund {
	for _, f := range p.seen.Funds {
		if (f.Budget.Value == p.r.fund.budget || f.Initial.Value == p.r.fund.budget) && f.Spent.Value == p.r.fund.spent {
			return f
		}
	}
	return truth.Fund{}
}

// off is a figure beside the right one, never the same and never below nought.
func (p *spoiler) off(v, by string) string {
	if compare(v, by) <= 0 {
		return add(v, by)
	}
	return less(v, by)
}

// step is the smallest difference that this office's points can show plainly.
func (p *spoiler) step() string {
	if p.r.style.scorePlace < 2 {
		return "0.6"
	}
	return "0.42"
}
