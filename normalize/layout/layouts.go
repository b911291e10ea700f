package layout

import (
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
)

// Layout is one family of forms, recognised by its blocks and columns after it was read.
type Layout struct {
	ID    string
	Title document.Message
	Doc   document.Message
	match func(*form.Form) bool
}

// All lists the layouts in the order in which they are tried; the first that fits names the form.
func All() []Layout {
	return []Layout{
		{
			ID:    "hubei-goals",
			Title: document.Message{ZH: "湖北（武汉）部门整体自评表：执行 20 + 年度目标 80", EN: "Hubei (Wuhan) department form: execution 20 + annual goals 80"},
			Doc: document.Message{
				ZH: "按“年度目标N（40分）”分块，块内再分产出、效益；行内只有指标值、完成值、得分，没有分值列，分值由块的分值推断。",
				EN: "Blocks by annual goal (40 points each) with output and benefit inside; rows carry target, actual and score but no weight, which is inferred from the block.",
			},
			match: func(f *form.Form) bool { return hasGoal(f) && !printsWeights(f) },
		},
		{
			ID:    "beijing-blocks",
			Title: document.Message{ZH: "北京部门整体评分表：执行 20 + 目标实现 60 + 预算管理 20", EN: "Beijing department scoring sheet: execution 20 + goals 60 + budget management 20"},
			Doc: document.Message{
				ZH: "三个部分各有表头，预算管理部分按评分标准扣分，并嵌有上年与本年对比的小表。",
				EN: "Three parts with headers of their own; budget management is scored by printed rules and holds a small table of last year against this year.",
			},
			match: func(f *form.Form) bool { return hasPart(f, "预算管理") && hasRules(f) },
		},
		{
			ID:    "hubei-project",
			Title: document.Message{ZH: "湖北项目自评表：执行 20 + 指标 80，无分值列", EN: "Hubei project form: execution 20 + indicators 80, no weight column"},
			Doc:   document.Message{ZH: "得分按“20分*执行率”，指标行没有分值列。", EN: "The execution score is 20 times the rate; rows have no weight column."},
			match: func(f *form.Form) bool {
				return len(f.Indicators) > 0 && !printsWeights(f) && len(f.Funds) > 0 && scoredRows(f)
			},
		},
		{
			ID:    "reviewed",
			Title: document.Message{ZH: "自评分与复核分并列的评分表", EN: "scoring table with the reviewer's points beside its own"},
			Doc:   document.Message{ZH: "每行除自评得分外另有复核（财政、第三方）得分一列，两列各自合计。", EN: "Each row has the points of a reviewer beside its own; each column has its sum."},
			match: reviewed,
		},
		{
			ID:    "national",
			Title: document.Message{ZH: "全国统一自评表（财预〔2020〕10号）：执行 10 + 产出 50 + 效益 30 + 满意度 10", EN: "National form: execution 10 + output 50 + benefit 30 + satisfaction 10"},
			Doc:   document.Message{ZH: "三级指标逐行列出指标值、完成值、分值、得分和偏差原因。", EN: "Level-3 rows with target, actual, weight, score and the reason for a deviation."},
			match: func(f *form.Form) bool { return printsWeights(f) && scoredRows(f) && len(f.Funds) > 0 },
		},
		{
			ID:    "unscored",
			Title: document.Message{ZH: "不打分的自评表（转移支付等）", EN: "form without scores (transfer payments and others)"},
			Doc:   document.Message{ZH: "只列指标值与完成值，没有分值和得分，得分类核对不适用。", EN: "Targets and actuals only; checks of scores do not apply."},
			match: func(f *form.Form) bool { return len(f.Indicators) > 0 && !scoredRows(f) },
		},
		{
			ID:    "indicators",
			Title: document.Message{ZH: "其他指标评分表", EN: "other scoring table"},
			Doc:   document.Message{ZH: "有指标与得分，但不属于以上各类。", EN: "Indicators with scores that fit none of the layouts above."},
			match: func(f *form.Form) bool { return len(f.Indicators) > 0 },
		},
		{
			ID:    "projects",
			Title: document.Message{ZH: "项目自评结果汇总表", EN: "list of projects with their results"},
			Doc: document.Message{
				ZH: "每个项目一行，列预算数、执行数、执行率、得分和等级，文件里没有各项目自己的自评表。",
				EN: "A row a project with budget, spending, rate, score and grade; the projects' own forms are not in the file.",
			},
			match: func(f *form.Form) bool {
				return len(f.Indicators) == 0 && len(f.Listed)+len(f.Told) > 0 && f.Total.Score.Missing()
			},
		},
		{
			ID:    "narrative",
			Title: document.Message{ZH: "只有文字说明的自评报告", EN: "self-evaluation in prose"},
			Doc:   document.Message{ZH: "没有评分表，分数与执行率写在文字里。", EN: "No scoring table; totals and rates stand in sentences."},
			match: func(*form.Form) bool { return true },
		},
	}
}

// recognise names the layout of a form.
func recognise(f *form.Form) string {
	for _, l := range All() {
		if l.match(f) {
			return l.ID
		}
	}
	return ""
}

// anyRow reports whether one of the rows is such a one.
func anyRow(f *form.Form, such func(*form.Indicator) bool) bool {
	for i := range f.Indicators {
		if such(&f.Indicators[i]) {
			return true
		}
	}
	return false
}

func hasGoal(f *form.Form) bool {
	return anyRow(f, func(row *form.Indicator) bool { return row.Goal != "" })
}

func reviewed(f *form.Form) bool {
	return anyRow(f, func(row *form.Indicator) bool { return !row.Review.Missing() })
}

func printsWeights(f *form.Form) bool {
	return anyRow(f, func(row *form.Indicator) bool {
		return row.WeightFrom == form.FromCell || row.WeightFrom == form.FromLabel
	})
}

func hasRules(f *form.Form) bool {
	return anyRow(f, func(row *form.Indicator) bool { return !row.Rule.Missing() })
}

func scoredRows(f *form.Form) bool {
	return anyRow(f, func(row *form.Indicator) bool { return row.Score.Numeric() })
}

func hasPart(f *form.Form, word string) bool {
	for i := range f.Sections {
		s := &f.Sections[i]
		if strings.Contains(s.Name, word) && s.Level < 2 { // a part, not a level within another
			return true
		}
	}
	return false
}
