// Code generated from the folder books by TestShelved -update. DO NOT EDIT.

package rulebook

import (
	"fuhe/extract/document"
	"fuhe/normalize/form"
)

func cn2020Book(b *Book) *Book {
	b.ID = "cn-2020"
	b.Name = document.Message{ZH: "项目支出绩效评价管理办法（全国）", EN: "National rules for evaluating project spending"}
	b.Clause = document.Message{ZH: "财政部《项目支出绩效评价管理办法》（财预〔2020〕10号）", EN: "Ministry of Finance, rules for performance evaluation of project spending (财预〔2020〕10号)"}
	b.Evidence = "software"
	b.Match.Documents = []string{"财预〔2020〕10号"}
	b.Match.From = 2019
	b.Match.Default = true
	b.Execution.Basis.Clause = document.Message{ZH: "预算执行率得分＝分值×预算执行率，以分值为限", EN: "execution earns its weight times the execution rate, at most the weight"}
	b.Execution.Basis.Evidence = "software"
	b.Execution.Weight = "10"
	b.Execution.Base = "full-year"
	b.Execution.Cap = true
	b.Execution.ZeroBudget = "open"
	b.Quantitative.Basis.Clause = document.Message{ZH: "定量指标达到指标值的记满分，未达到的按完成值与指标值的比例记分", EN: "a number that meets its target earns the weight, one that misses it the share it reached"}
	b.Quantitative.Basis.Evidence = "software"
	b.Quantitative.Positive = []Formula{"ratio"}
	b.Quantitative.Negative = []Formula{"inverse", "linear"}
	b.Quantitative.Equal = []Formula{"ratio", "two-sided"}
	b.Quantitative.ZeroTarget = "all-or-nil"
	b.Over.Basis.Clause = document.Message{ZH: "完成值明显高于指标值的，分析原因；系年初指标值设定明显偏低的，可按偏离程度适度调减", EN: "results far over the target call for a cause; where the target was set clearly too low, points may be cut in proportion"}
	b.Over.Basis.Evidence = "assumed"
	b.Over.May = true
	b.Over.If = "low-target"
	b.Qualitative.Basis.Clause = document.Message{ZH: "定性指标分达成、部分达成并具有一定效果、未达成且效果较差三档，分别按分值的80%（含）—100%、60%（含）—80%、0—60%计分", EN: "words are scored by class - met, partly met, missed - at 80–100%, 60–80% or 0–60% of the weight, lower bounds included"}
	b.Qualitative.Basis.Evidence = "software"
	b.Qualitative.Bands = []Band{
		Band{Class: "met", Low: "0.8", High: "1"},
		Band{Class: "partly", Low: "0.6", High: "0.8"},
		Band{Class: "missed", Low: "0", High: "0.6"},
	}
	b.Satisfaction.Basis.Clause = document.Message{ZH: "满意度指标可按阶梯计分，如90%（含）以上得满分、80%（含）—90%得80%、60%（含）—80%得50%、60%以下不得分（财预〔2021〕101号示例）", EN: "satisfaction may be scored by a ladder, for example all from 90%, 80% of the weight from 80%, half from 60%, nothing below (an example of 财预〔2021〕101号)"}
	b.Satisfaction.Basis.Evidence = "assumed"
	b.Satisfaction.Ladder = []Rung{
		Rung{From: "0.9", Earn: "1"},
		Rung{From: "0.8", Earn: "0.8"},
		Rung{From: "0.6", Earn: "0.5"},
		Rung{From: "0", Earn: "0"},
	}
	b.Weights.Basis.Clause = document.Message{ZH: "一级指标权重原则上为预算执行10、产出50、效益30、满意度10，特殊情况可调整", EN: "level-1 weights are in principle execution 10, output 50, benefit 30, satisfaction 10, and may be set aside"}
	b.Weights.Basis.Evidence = "read"
	b.Weights.Total = "100"
	b.Weights.Level1 = []Share{
		Share{Name: "预算执行", Weight: "10"},
		Share{Name: "产出", Weight: "50"},
		Share{Name: "效益", Weight: "30"},
		Share{Name: "满意度", Weight: "10"},
	}
	b.Grades.Basis.Clause = document.Message{ZH: "90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差", EN: "优 from 90, 良 from 80, 中 from 60, 差 below"}
	b.Grades.Basis.Evidence = "read"
	b.Grades.Bands = []Grade{
		Grade{Name: document.Message{ZH: "优", EN: "excellent"}, Low: "90"},
		Grade{Name: document.Message{ZH: "良", EN: "good"}, Low: "80"},
		Grade{Name: document.Message{ZH: "中", EN: "fair"}, Low: "60"},
		Grade{Name: document.Message{ZH: "差", EN: "poor"}, Low: "0"},
	}
	b.Explain.Basis.Clause = document.Message{ZH: "未完成指标值、预算执行率偏低或完成值偏离较大的，应当说明原因", EN: "missed targets, low execution and large deviations call for a cause"}
	b.Explain.Basis.Evidence = "practice"
	b.Explain.ExecutionBelow = "0.9"
	b.Explain.OverRatio = "1.3"
	b.Explain.OverIfZero = "30"
	b.Explain.Missed = true
	b.Conventions.Basis.Clause = document.Message{ZH: "得分四舍五入；未规定取舍方式和步数算法的，截位、按表内所列执行率计算、全表取整，以及不足一步的各种算法均可接受", EN: "scores are rounded half up; where the rules do not say, cutting off, computing from the rate as printed, whole points throughout, and any way to count a step that is not full are accepted"}
	b.Conventions.Basis.Evidence = "software"
	b.Conventions.Digits = []Digits{"half-up", "truncated", "integer"}
	b.Conventions.Rates = []RateFrom{"amounts", "displayed"}
	b.Conventions.Steps = []Steps{"whole-steps", "begun-steps", "pro-rata"}
	b.Rounding.Rate = 2
	b.Rounding.Score = 2
	b.NotApplicable = "open"
	return b
}

func ahBook(b *Book) *Book {
	b.ID = "ah"
	b.Name = document.Message{ZH: "安徽省项目支出绩效自评", EN: "Self-evaluation of project spending in Anhui"}
	b.Clause = document.Message{ZH: "安徽省项目支出绩效自评表填表说明（2022年）", EN: "Notes to the self-evaluation form of Anhui (2022)"}
	b.Evidence = "printed"
	b.Extends = "cn-2020"
	b.Match.Regions = []string{"安徽省"}
	b.Match.Kinds = []form.Kind{"project"}
	b.Match.From = 2020
	b.Weights.Basis.Clause = document.Message{ZH: "表下注明：预算执行10分，产出50分，效益30分，满意度10分，特殊情况可调整", EN: "printed under the form - execution 10, output 50, benefit 30, satisfaction 10, which may be set aside"}
	b.Weights.Basis.Evidence = "printed"
	return b
}

func bjDeptBook(b *Book) *Book {
	b.ID = "bj-dept"
	b.Name = document.Message{ZH: "北京市部门整体绩效评价", EN: "Evaluation of whole departments in Beijing"}
	b.Clause = document.Message{ZH: "北京市部门整体绩效评价指标体系评分表", EN: "Scoring table for whole departments in Beijing"}
	b.Evidence = "printed"
	b.Extends = "cn-2020"
	b.Match.Regions = []string{"北京市"}
	b.Match.Kinds = []form.Kind{"department"}
	b.Match.Layouts = []string{"beijing-blocks"}
	b.Execution.Basis.Clause = document.Message{ZH: "当年预算执行情况20分，得分＝分值×全年执行数÷全年预算数，不超过20分", EN: "execution weighs 20 and earns weight × spent ÷ full-year budget, at most 20"}
	b.Execution.Basis.Evidence = "printed"
	b.Execution.Weight = "20"
	b.Quantitative.Basis.Clause = document.Message{ZH: "正向指标按全年实际值÷年度指标值、反向指标按年度指标值÷全年实际值乘以分值计分，不超过分值", EN: "positive numbers earn actual ÷ target, negative ones target ÷ actual of the weight, at most the weight"}
	b.Quantitative.Basis.Evidence = "printed"
	b.Quantitative.Negative = []Formula{"inverse"}
	b.Over.Basis.Clause = document.Message{ZH: "年初指标值设定偏低的，超出幅度200%—300%扣分值的10%，300%—500%扣20%，500%以上扣30%（均含下限）", EN: "where the target was set too low - over by 200–300% costs 10% of the weight, 300–500% 20%, from 500% on 30%, lower bounds included"}
	b.Over.Basis.Evidence = "printed"
	b.Over.Tiers = []Tier{
		Tier{From: "2", To: "3", Cut: "0.1"},
		Tier{From: "3", To: "5", Cut: "0.2"},
		Tier{From: "5", Cut: "0.3"},
	}
	b.Over.May = false
	b.Weights.Basis.Clause = document.Message{ZH: "当年预算执行情况20分，整体绩效目标实现情况60分，预算管理情况20分", EN: "execution 20, goals reached 60, budget management 20"}
	b.Weights.Basis.Evidence = "printed"
	b.Weights.Level1 = []Share{
		Share{Name: "预算执行", Weight: "20"},
		Share{Name: "绩效目标", Weight: "60"},
		Share{Name: "预算管理", Weight: "20"},
	}
	b.NotApplicable = "rescale"
	b.Rows = []Row{
		Row{Name: "财务管理制度健全性", Weight: "1", Rule: "每有一项不合格扣0.5分，扣完为止"},
		Row{Name: "资金使用合规性和安全性", Weight: "2", Rule: "每有一项不合格扣0.5分，扣完为止"},
		Row{Name: "会计基础信息完善性", Weight: "1", Rule: "每有一项不合格扣0.5分，扣完为止"},
		Row{Name: "资产管理规范性", Weight: "4", Rule: "每有一项不合格扣0.8分，扣完为止"},
		Row{Name: "绩效管理情况", Weight: "4", Rule: "每有一项不合格扣2分，扣完为止"},
	}
	return b
}

func cnCentralBook(b *Book) *Book {
	b.ID = "cn-central"
	b.Name = document.Message{ZH: "中央部门项目支出绩效自评", EN: "Self-evaluation of central departments"}
	b.Clause = document.Message{ZH: "财政部《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号），其文未再核对", EN: "Ministry of Finance, guide to core targets and indicators of central departments (财预〔2021〕101号); its text was not read again"}
	b.Evidence = "assumed"
	b.Extends = "cn-2020"
	b.Match.From = 2021
	b.Weights.Basis.Clause = document.Message{ZH: "设成本指标的，预算执行10、成本20、产出40、效益20、满意度10；未设成本指标的，预算执行10、产出50、效益30、满意度10；不设满意度指标的，其10分并入效益", EN: "with a cost indicator - execution 10, cost 20, output 40, benefit 20, satisfaction 10; without - 10, 50, 30, 10; without satisfaction its 10 go to benefit"}
	b.Weights.Basis.Evidence = "assumed"
	b.Weights.Level1 = []Share{
		Share{Name: "预算执行", Weight: "10"},
		Share{Name: "成本", Weight: "20"},
		Share{Name: "产出", Weight: "40"},
		Share{Name: "效益", Weight: "20"},
		Share{Name: "满意度", Weight: "10"},
	}
	b.Weights.Variants = []Variant{
		Variant{When: document.Message{ZH: "设成本指标、不设满意度指标", EN: "with cost, without satisfaction"}, Level1: []Share{
			Share{Name: "预算执行", Weight: "10"},
			Share{Name: "成本", Weight: "20"},
			Share{Name: "产出", Weight: "40"},
			Share{Name: "效益", Weight: "30"},
		}},
		Variant{When: document.Message{ZH: "不设成本指标", EN: "without cost"}, Level1: []Share{
			Share{Name: "预算执行", Weight: "10"},
			Share{Name: "产出", Weight: "50"},
			Share{Name: "效益", Weight: "30"},
			Share{Name: "满意度", Weight: "10"},
		}},
		Variant{When: document.Message{ZH: "不设成本和满意度指标", EN: "without cost and satisfaction"}, Level1: []Share{
			Share{Name: "预算执行", Weight: "10"},
			Share{Name: "产出", Weight: "50"},
			Share{Name: "效益", Weight: "40"},
		}},
	}
	b.Grades.Basis.Clause = document.Message{ZH: "90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差；文中以整数列示，89.5等介于其间的按连续区间归入下一等级", EN: "优 from 90, 良 from 80, 中 from 60, 差 below; the text has integers, and 89.5 is taken to lie below 90"}
	return b
}

func cnTransferBook(b *Book) *Book {
	b.ID = "cn-transfer"
	b.Name = document.Message{ZH: "中央对地方转移支付绩效自评", EN: "Self-evaluation of central-to-local transfers"}
	b.Clause = document.Message{ZH: "中央对地方专项转移支付绩效目标自评表填表说明", EN: "Notes to the self-evaluation form for earmarked transfers"}
	b.Evidence = "printed"
	b.Extends = "cn-2020"
	b.Match.Kinds = []form.Kind{"transfer"}
	b.Execution.Basis.Clause = document.Message{ZH: "预算数为调整后财政资金总额（包括上年结余结转），执行数为财政资金实际支出数", EN: "the budget is the adjusted total, carry-over included; executed is what was really spent"}
	b.Execution.Basis.Evidence = "printed"
	b.Execution.Base = "adjusted"
	b.Quantitative.Basis.Clause = document.Message{ZH: "正向指标得分＝权重×完成值÷指标值，反向指标得分＝权重×指标值÷完成值，不突破权重总额", EN: "positive numbers earn weight × actual ÷ target, negative ones weight × target ÷ actual, at most the weight"}
	b.Quantitative.Basis.Evidence = "printed"
	b.Quantitative.Negative = []Formula{"inverse"}
	b.Qualitative.Basis.Clause = document.Message{ZH: "定性指标按达成、部分达成、未达成三档，分别在100%—80%（含）、80%—50%（含）、50%—0区间计分", EN: "words are scored by class - met, partly met, missed - at 100–80%, 80–50% or 50–0% of the weight, lower bounds included"}
	b.Qualitative.Basis.Evidence = "printed"
	b.Qualitative.Bands = []Band{
		Band{Class: "met", Low: "0.8", High: "1"},
		Band{Class: "partly", Low: "0.5", High: "0.8"},
		Band{Class: "missed", Low: "0", High: "0.5"},
	}
	return b
}

func cqBook(b *Book) *Book {
	b.ID = "cq"
	b.Name = document.Message{ZH: "重庆市绩效自评", EN: "Self-evaluation in Chongqing"}
	b.Clause = document.Message{ZH: "重庆市部门整体、项目绩效自评表（2021—2022年）；办法原文未见", EN: "Chongqing, self-evaluation forms of departments and projects (2021–2022); the rules themselves were not found"}
	b.Evidence = "printed"
	b.Extends = "cn-2020"
	b.Match.Regions = []string{"重庆市"}
	b.Match.Kinds = []form.Kind{"project", "department"}
	b.Match.From = 2020
	b.Execution.Basis.Clause = document.Message{ZH: "执行率权重10分，按全年（调整）预算数计算执行率", EN: "execution weighs 10; the rate is of the full-year (adjusted) budget"}
	b.Execution.Basis.Evidence = "printed"
	b.Execution.Base = "adjusted"
	b.Weights.Basis.Clause = document.Message{ZH: "预算执行10分，指标90分；得分系数由填报人给出，算法未见", EN: "execution 10, indicators 90; a coefficient is given by the filer, how was not found"}
	b.Weights.Basis.Evidence = "printed"
	b.Weights.Level1 = []Share{
		Share{Name: "预算执行", Weight: "10"},
		Share{Name: "指标", Weight: "90"},
	}
	return b
}

func gdBook(b *Book) *Book {
	b.ID = "gd"
	b.Name = document.Message{ZH: "广东省绩效自评", EN: "Self-evaluation in Guangdong"}
	b.Clause = document.Message{ZH: "广东省财政支出绩效自评的通行做法；办法原文未再核对", EN: "practice of self-evaluation in Guangdong; the text of the rules was not read again"}
	b.Evidence = "assumed"
	b.Extends = "cn-2020"
	b.Match.Regions = []string{"广东省"}
	b.Grades.Basis.Clause = document.Message{ZH: "90（含）—100分为优，80（含）—90分为良，70（含）—80分为中，60（含）—70分为低，60分以下为差", EN: "优 from 90, 良 from 80, 中 from 70, 低 from 60, 差 below"}
	b.Grades.Basis.Evidence = "assumed"
	b.Grades.Bands = []Grade{
		Grade{Name: document.Message{ZH: "优", EN: "excellent"}, Low: "90"},
		Grade{Name: document.Message{ZH: "良", EN: "good"}, Low: "80"},
		Grade{Name: document.Message{ZH: "中", EN: "fair"}, Low: "70"},
		Grade{Name: document.Message{ZH: "低", EN: "low"}, Low: "60"},
		Grade{Name: document.Message{ZH: "差", EN: "poor"}, Low: "0"},
	}
	return b
}

func gxBook(b *Book) *Book {
	b.ID = "gx"
	b.Name = document.Message{ZH: "广西壮族自治区绩效自评", EN: "Self-evaluation in Guangxi"}
	b.Clause = document.Message{ZH: "广西预算管理一体化系统绩效自评填报规则", EN: "Filing rules of the budget system of Guangxi"}
	b.Evidence = "software"
	b.Extends = "cn-2020"
	b.Match.Documents = []string{"百财办〔2021〕4号"}
	b.Match.Regions = []string{"广西壮族自治区"}
	b.Match.Kinds = []form.Kind{"project", "department", "evaluation"}
	b.Quantitative.Negative = []Formula{"linear", "inverse"}
	b.Explain.Basis.Clause = document.Message{ZH: "完成值达到指标值130%的，必须填写偏差原因及整改措施", EN: "from 130% of the target on, the cause of the deviation has to be given"}
	b.Explain.Basis.Evidence = "software"
	return b
}

func hbWuhanBook(b *Book) *Book {
	b.ID = "hb-wuhan"
	b.Name = document.Message{ZH: "湖北省（武汉市）绩效自评", EN: "Self-evaluation in Hubei and Wuhan"}
	b.Clause = document.Message{ZH: "湖北省、武汉市绩效自评表备注", EN: "Notes of the self-evaluation forms of Hubei and Wuhan"}
	b.Evidence = "printed"
	b.Extends = "cn-transfer"
	b.Match.Regions = []string{"湖北省"}
	b.Match.Layouts = []string{"hubei-goals", "hubei-project"}
	b.Execution.Basis.Clause = document.Message{ZH: "预算执行情况20分，得分＝20分×执行率", EN: "execution weighs 20 and earns 20 × its rate"}
	b.Execution.Weight = "20"
	b.Weights.Basis.Clause = document.Message{ZH: "预算执行20分，年度绩效目标80分", EN: "execution 20, annual goals 80"}
	b.Weights.Basis.Evidence = "printed"
	b.Weights.Level1 = []Share{
		Share{Name: "预算执行", Weight: "20"},
		Share{Name: "目标", Weight: "80"},
	}
	return b
}

func heTjBook(b *Book) *Book {
	b.ID = "he-tj"
	b.Name = document.Message{ZH: "河北省、天津市绩效自评", EN: "Self-evaluation in Hebei and Tianjin"}
	b.Clause = document.Message{ZH: "河北省、天津市预算管理一体化系统绩效自评填报规则", EN: "Filing rules of the budget systems of Hebei and Tianjin"}
	b.Evidence = "software"
	b.Extends = "cn-2020"
	b.Match.Regions = []string{"河北省", "天津市"}
	b.Match.Kinds = []form.Kind{"project", "department", "evaluation"}
	b.Quantitative.Negative = []Formula{"linear", "inverse"}
	b.Explain.Basis.Clause = document.Message{ZH: "完成值达到指标值120%的，须说明原因", EN: "from 120% of the target on, the cause has to be given"}
	b.Explain.Basis.Evidence = "software"
	b.Explain.OverRatio = "1.2"
	return b
}

func hnDeptBook(b *Book) *Book {
	b.ID = "hn-dept"
	b.Name = document.Message{ZH: "湖南省部门整体支出绩效评价（2015—2019年）", EN: "Evaluation of whole departments in Hunan (2015–2019)"}
	b.Clause = document.Message{ZH: "湖南省部门整体支出绩效评价指标评分表（2015年、2017年）", EN: "Hunan, scoring tables for whole departments (2015, 2017)"}
	b.Evidence = "read"
	b.Extends = "cn-2020"
	b.Match.Regions = []string{"湖南省"}
	b.Match.Kinds = []form.Kind{"department"}
	b.Match.From = 2015
	b.Match.To = 2019
	b.Execution.Basis.Clause = document.Message{ZH: "预算执行不单列，由预算完成率、预算控制率等指标计分", EN: "execution has no row of its own; rows on completion and control of the budget stand for it"}
	b.Execution.Basis.Evidence = "read"
	b.Execution.Weight = ""
	b.Weights.Basis.Clause = document.Message{ZH: "按评分表所列分值", EN: "as the scoring table prints them"}
	b.Weights.Level1 = []Share{}
	b.NotApplicable = "full"
	b.Rows = []Row{
		Row{Name: "在职人员控制率", Weight: "5", Rule: "以100%为标准。在职人员控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止"},
		Row{Name: "三公经费变动率", Weight: "8", Rule: "“三公经费”变动率≤0，计8分；大于0的，每超过一个百分点扣0.8分，扣完为止"},
		Row{Name: "预算完成率", Weight: "5", Rule: "100%计满分，每低于5%扣2分，扣完为止"},
		Row{Name: "预算控制率", Weight: "5", Rule: "预算控制率=0，计5分；0-10%（含），计4分；10-20%（含），计3分；20-30%（含），计2分；大于30%不得分"},
		Row{Name: "新建楼堂馆所面积控制率", Weight: "5", Rule: "100%以下（含）计满分，每超出5%扣2分，扣完为止"},
		Row{Name: "新建楼堂馆所投资概算控制率", Weight: "5", Rule: "100%以下（含）计满分，每超出5%扣2分，扣完为止"},
	}
	return b
}

func ithmisBook(b *Book) *Book {
	b.ID = "ithmis"
	b.Name = document.Message{ZH: "预算管理一体化系统绩效自评（默认）", EN: "Self-evaluation module of the budget system (default)"}
	b.Clause = document.Message{ZH: "预算管理一体化系统绩效自评模块的默认算法", EN: "default computations of the self-evaluation module of the integrated budget system"}
	b.Evidence = "software"
	b.Extends = "cn-2020"
	b.Match.Kinds = []form.Kind{"project", "department"}
	b.Match.From = 2020
	b.Match.Coded = true
	b.Execution.Basis.Clause = document.Message{ZH: "预算执行得分＝10×执行数÷预算数，最高10分；预算数和执行数均为零的得0分", EN: "execution earns 10 × spent ÷ budget, at most 10; nothing spent of nothing earns 0"}
	b.Execution.Base = "adjusted"
	b.Execution.ZeroBudget = "zero"
	b.Quantitative.Basis.Clause = document.Message{ZH: "正向指标按完成值÷指标值计分；反向指标超出指标值的按2−完成值÷指标值计分，达到两倍不得分；指标值为零的，完成值为零得满分，否则不得分；各项四舍五入保留两位小数", EN: "positive numbers earn actual ÷ target; negative ones beyond their target 2 − actual ÷ target, nothing from twice the target on; a target of zero earns all or nothing; each row is rounded to two digits"}
	b.Quantitative.Negative = []Formula{"linear", "inverse"}
	b.Explain.Basis.Clause = document.Message{ZH: "完成值达到指标值120%的，得分转为人工填写", EN: "from 120% of the target on, the score is left to the filer"}
	b.Explain.Basis.Evidence = "software"
	b.Explain.OverRatio = "1.2"
	return b
}

func scDeptBook(b *Book) *Book {
	b.ID = "sc-dept"
	b.Name = document.Message{ZH: "四川省部门整体绩效自评", EN: "Self-evaluation of whole departments in Sichuan"}
	b.Clause = document.Message{ZH: "四川省部门整体支出绩效评价指标体系", EN: "Sichuan, framework for evaluating whole departments"}
	b.Evidence = "read"
	b.Extends = "cn-2020"
	b.Match.Regions = []string{"四川省"}
	b.Match.Kinds = []form.Kind{"department"}
	b.Match.From = 2017
	b.Execution.Basis.Clause = document.Message{ZH: "预算执行计入综合管理，单列的权重办法未见", EN: "execution is part of general management; a weight of its own was not found"}
	b.Execution.Basis.Evidence = "read"
	b.Execution.Weight = ""
	b.Execution.Base = "adjusted"
	b.Weights.Basis.Clause = document.Message{ZH: "部门决策25分，综合管理30分，部门绩效45分", EN: "decision 25, general management 30, performance 45"}
	b.Weights.Level1 = []Share{
		Share{Name: "决策", Weight: "25"},
		Share{Name: "管理", Weight: "30"},
		Share{Name: "绩效", Weight: "45"},
	}
	b.Explain.Basis.Clause = document.Message{ZH: "预算执行率未达到90%的说明原因，预算有追加或调减的单独说明", EN: "execution below 90% and any change of the budget during the year have to be explained"}
	b.Explain.Basis.Evidence = "read"
	b.Explain.Adjusted = true
	return b
}

func scProjectBook(b *Book) *Book {
	b.ID = "sc-project"
	b.Name = document.Message{ZH: "四川省部门预算项目支出绩效自评", EN: "Self-evaluation of project spending in Sichuan"}
	b.Clause = document.Message{ZH: "四川省部门预算项目支出绩效自评表填表说明", EN: "Notes to the self-evaluation form for project spending in Sichuan"}
	b.Evidence = "read"
	b.Extends = "cn-2020"
	b.Match.Regions = []string{"四川省"}
	b.Match.Kinds = []form.Kind{"project"}
	b.Execution.Basis.Evidence = "read"
	b.Execution.Base = "adjusted"
	b.Weights.Basis.Clause = document.Message{ZH: "预算执行10分，绩效指标90分", EN: "execution 10, indicators 90"}
	b.Weights.Level1 = []Share{
		Share{Name: "预算执行", Weight: "10"},
		Share{Name: "绩效指标", Weight: "90"},
	}
	b.Explain.Basis.Clause = document.Message{ZH: "预算执行率未达到90%的说明原因，预算有追加或调减的单独说明", EN: "execution below 90% and any change of the budget during the year have to be explained"}
	b.Explain.Basis.Evidence = "read"
	b.Explain.Adjusted = true
	return b
}

func shBook(b *Book) *Book {
	b.ID = "sh"
	b.Name = document.Message{ZH: "上海市绩效评价", EN: "Evaluation in Shanghai"}
	b.Clause = document.Message{ZH: "上海市财政项目绩效评价的通行做法；办法原文未再核对", EN: "practice of evaluating projects in Shanghai; the text of the rules was not read again"}
	b.Evidence = "assumed"
	b.Extends = "cn-2020"
	b.Match.Regions = []string{"上海市"}
	b.Grades.Basis.Clause = document.Message{ZH: "90（含）—100分为优，75（含）—90分为良，60（含）—75分为合格，60分以下为不合格", EN: "优 from 90, 良 from 75, 合格 from 60, 不合格 below"}
	b.Grades.Basis.Evidence = "assumed"
	b.Grades.Bands = []Grade{
		Grade{Name: document.Message{ZH: "优", EN: "excellent"}, Low: "90"},
		Grade{Name: document.Message{ZH: "良", EN: "good"}, Low: "75"},
		Grade{Name: document.Message{ZH: "合格", EN: "passed"}, Low: "60"},
		Grade{Name: document.Message{ZH: "不合格", EN: "failed"}, Low: "0"},
	}
	return b
}

func xjBook(b *Book) *Book {
	b.ID = "xj"
	b.Name = document.Message{ZH: "新疆维吾尔自治区项目支出绩效自评", EN: "Self-evaluation of project spending in Xinjiang"}
	b.Clause = document.Message{ZH: "新疆项目支出绩效自评表（2023年），各行列有指标赋分规则；办法原文未见", EN: "Xinjiang, self-evaluation forms (2023), which print a rule for each row; the rules themselves were not found"}
	b.Evidence = "printed"
	b.Extends = "cn-2020"
	b.Match.Regions = []string{"新疆维吾尔自治区"}
	b.Match.Kinds = []form.Kind{"project"}
	b.Match.From = 2021
	b.Execution.Basis.Clause = document.Message{ZH: "预算执行10分，按全年预算数计算执行率", EN: "execution weighs 10; the rate is of the full-year budget"}
	b.Execution.Basis.Evidence = "printed"
	return b
}

func ynBook(b *Book) *Book {
	b.ID = "yn"
	b.Name = document.Message{ZH: "云南省项目支出绩效自评", EN: "Self-evaluation of project spending in Yunnan"}
	b.Clause = document.Message{ZH: "云南省决算公开附表（公开14表）所附项目支出绩效自评表；办法原文未见", EN: "Yunnan, self-evaluation forms among the published accounts (table 14); the rules themselves were not found"}
	b.Evidence = "printed"
	b.Extends = "cn-2020"
	b.Match.Regions = []string{"云南省"}
	b.Match.Kinds = []form.Kind{"project"}
	b.Match.From = 2020
	b.Execution.Basis.Clause = document.Message{ZH: "预算执行10分", EN: "execution weighs 10"}
	b.Execution.Basis.Evidence = "printed"
	return b
}

// shelved are the books of the program, in the order of their ids.
func shelved() []*Book {
	cn2020 := cn2020Book((*Book)(nil).heir())
	ah := ahBook(cn2020.heir())
	bjDept := bjDeptBook(cn2020.heir())
	cnCentral := cnCentralBook(cn2020.heir())
	cnTransfer := cnTransferBook(cn2020.heir())
	cq := cqBook(cn2020.heir())
	gd := gdBook(cn2020.heir())
	gx := gxBook(cn2020.heir())
	hbWuhan := hbWuhanBook(cnTransfer.heir())
	heTj := heTjBook(cn2020.heir())
	hnDept := hnDeptBook(cn2020.heir())
	ithmis := ithmisBook(cn2020.heir())
	scDept := scDeptBook(cn2020.heir())
	scProject := scProjectBook(cn2020.heir())
	sh := shBook(cn2020.heir())
	xj := xjBook(cn2020.heir())
	yn := ynBook(cn2020.heir())
	return []*Book{ah, bjDept, cn2020, cnCentral, cnTransfer, cq, gd, gx, hbWuhan, heTj, hnDept, ithmis, scDept, scProject, sh, xj, yn}
}
