package phrase

import "testing"

// Rule texts as offices word them, and what they compile to. A gap is an honest answer: the rule then
// bounds nothing.
var compiled = []struct{ name, text, tree string }{
	// counts
	{"checklist", "①制度是否健全；②管理是否合规；③核算是否准确。每有一项不合格扣0.5分，扣完为止。", "count(0.5 per 项 ≤3); floor"},
	{"numbered rules are no criteria", "①得分最高不超过本项分值；②每有一项不合格扣0.5分", "cap; count(0.5 per 项)"},
	{"checklist without floor", "①是否及时汇总；②是否及时纠偏。每有一项不合格扣2分。", "count(2 per 项 ≤2)"},
	{"events", "每出现一个安全责任事故扣3分，扣完为止", "count(3 per 个); floor"},
	{"events over a list", "以上情况每出现一例扣0.5分，扣完为止。", "count(0.5 per 例); floor"},
	{"missing items", "每少一项扣1分，扣完为止", "count(1 per 项); floor"},
	{"places", "发现资料缺失的，每处扣0.2分，最低0分", "count(0.2 per 处); floor"},
	{"days", "未按时完成的，每延迟1天扣0.5分，扣完为止", "count(0.5 per 天); floor"},
	{"two days a step", "每逾期两天扣1分", "count(1 per 2天)"},
	{"two counts", "每缺一项制度扣1分；每项制度不完善扣0.5分，扣完为止", "count(1 per 项); count(0.5 per 项); floor"},
	{"share of the weight", "每有一项未完成，扣分值的20%", "count(20%w per 项)"},
	{"limited", "每发现一处错误扣0.5分，最多扣2分", "count(0.5 per 处); most 2"},
	{"policy excepted", "除政策性原因外，每延迟一天扣1分，扣完为止", "exempt; count(1 per 天); floor"},

	{"points for each", "评价要点共四项，每符合一项得0.5分", "count(+0.5 per 项 ≤4)"},
	{"full marks in points", "评价要点全部满足得4分，每缺少一项扣1分", "additive(4); count(1 per 项)"},
	{"one of all", "全部达标得满分，有一项不达标扣1分", "full; count(1 per 项)"},
	{"months", "按期完成得满分，每延迟一个月扣1分，扣完为止", "full; count(1 per 个月); floor"},

	// steps
	{"last year", "部门结转结余率低于上年的不扣分；高于上年结余率，每高出1个百分点扣0.4分，扣完为止。（说明：如非预算部门主观因素导致扣分的，经共同研究，可作为例外情况酌情考虑。）", "full; step(0.4 per 1个百分点 over last-year); floor; exempt"},
	{"average with value", "部门预决算差异率高于市级平均差异率（28.3%）的，每高出10%（含），扣0.4分，扣完为止。", "step(0.4 per 10% over average 28.3 full); floor"},
	{"standard", "以100%为标准。在职人员控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。", "step(0.5 per 1个百分点 over number 100); floor"},
	{"zero", "“三公经费”变动率≤0，计8分；“三公经费”变动率＞0，每超过一个百分点扣0.8分，扣完为止。", "step(0.8 per 1个百分点 over number 0); floor"},
	{"under", "100%计满分，每低于5%扣2分，扣完为止", "step(2 per 5% under number 100); floor"},
	{"over with border", "100%以下（含）计满分，每超出5%扣2分，扣完为止", "step(2 per 5% over number 100); floor"},
	{"reached", "达到95%，不扣分；低于95%的，每降低1个百分点，扣1分", "step(1 per 1个百分点 under number 95)"},
	{"average not printed", "≥全市平均水平，得5分；低于平均水平，每降低1个百分点，扣0.5分，扣完为止", "gap"},
	{"target", "未达到目标值的，每低于目标值1个百分点扣0.5分，扣完为止", "step(0.5 per 1个百分点 under target); floor"},
	{"two sided", "实际与计划每相差3%，扣1分，扣满15分为止", "step(1 per 3% both target); floor 15"},
	{"minutes", "平均响应时间每减少5分钟扣1分，扣完为止", "step(1 per 5分钟 under target); floor"},
	{"either way", "政府采购执行率100%得满分，每超过（降低）1%扣0.2分", "step(0.2 per 1% both number 100)"},

	{"nothing at the bottom", "满意度≥90%得满分，每下降1个百分点扣0.5分，低于60%不得分", "step(0.5 per 1个百分点 under number 90 zero ..<60%)"},
	{"share of the weight a step", "预算执行率达到100%得满分，每降低1%扣权重分的5%", "step(5%w per 1% under number 100)"},
	{"deviation band", "偏差在±5%以内得满分，每超出1个百分点扣0.5分", "gap"},

	// ladders
	{"chained", "X≥95%，得3分；90%≤X＜95%，得2分；80%≤X＜90%，得1分；X＜80%，不得分。", "ladder(≥95%..→3 ≥90%..<95%→2 ≥80%..<90%→1 ..<80%→0)"},
	{"chained downwards", "100%≥执行率≥95%得5分；95%＞执行率≥90%得3分；执行率＜90%不得分", "ladder(≥95%..≤100%→5 ≥90%..<95%→3 ..<90%→0)"},
	{"percent of points", "完成率达95%以上(含95%)得满分，90%-95%(含90%)得80%分，90%以下不得分", "ladder(≥95%..→full ≥90%..95%→80%w ..90%→0)"},
	{"compared twice without a comma", "大于等于95%小于100%的得4分，等于100%的得5分，小于95%的不得分", "ladder(≥95%..<100%→4 =100%→5 ..<95%→0)"},
	{"in proportion between", "执行率<50%不得分，50%（含）-100%按比例得分", "ratio(+B/A zero ..<50%)"},
	{"graded words", "优得满分，良得80%分值，差不得分", "cases(优→full 良→80%w 差→0)"},
	{"right closed", "预算控制率=0，计5分；0-10%（含），计4分；10-20%（含），计3分；20-30%（含），计2分；大于30%不得分。", "ladder(=0→5 0%..≤10%→4 10%..≤20%→3 20%..≤30%→2 >30%..→0)"},
	{"left closed", "≥90%，计5分；80%（含）-90%，计4分；70%（含）-80%，计3分；低于70%不得分。", "ladder(≥90%..→5 ≥80%..90%→4 ≥70%..80%→3 ..<70%→0)"},
	{"and above", "满意度90%及以上得10分，80%（含）-90%得8分，60%（含）-80%得5分，60%以下不得分", "ladder(≥90%..→10 ≥80%..90%→8 ≥60%..80%→5 ..60%→0)"},
	{"shares", "完成率≥95%得满分；80%-95%得分值的80%；低于80%不得分", "ladder(≥95%..→full 80%..95%→80%w ..<80%→0)"},
	{"two comparisons", "≥80%，<90%的得4分；≥90%的得5分；<80%的不得分", "ladder(≥80%..<90%→4 ≥90%..→5 ..<80%→0)"},
	{"else", "完成率达到95%的得5分，否则不得分", "ladder(≥95%..→5 else→0)"},
	{"several quantities", "培训人数≥100人得5分，培训满意度≥90%得5分", "gap"},

	// ratios
	{"both directions with lost signs", "定量指标计分原则: 正向指标 (即目标值为 >X, 得分=权重 B/A) ，反向指标 (即目标值为& X，得分=权重 A/B) ，得分不得突破权重总额。定量指标先汇总完成数，再计算得分。", "ratio(+B/A -A/B); cap; aggregate"},
	{"both directions in words", "①得分一档最高不能超过该指标分值上限（20分）。②该指标若为正向指标，则得分计算方法应用全年实际值（B）/年度指标值（A）*该指标分值；若定量指标为反向指标，则得分计算方法应用年度指标值（A）/全年实际值（B）*该指标分值。若年初指标值设定偏低，则得分计算方法应用（全年实际值（B）-年度指标值（A））/年度指标值（A）*100%。若计算结果在200%-300%（含200%）区间，则按照该指标分值的10%扣分；计算结果在300%-500%（含300%）区间，则按照该指标分值的20%扣分；计算结果高于500%（含500%），则按照该指标分值的30%扣分。",
		"cap 20; ratio(+B/A -A/B); low-target; cut(≥200%..300% 10%w if low target); cut(≥300%..500% 20%w if low target); cut(≥500%.. 30%w if low target)"},
	{"execution", "得分=权重*执行率", "ratio(execution)"},
	{"execution in the head", "得分（10分×执行率）", "ratio(execution of 10)"},
	{"in proportion", "按完成比例计算得分，满分为止", "ratio(+B/A); cap"},
	{"missed in proportion", "达到指标值得满分，未完成的按完成值与指标值的比例记分", "full; ratio(+B/A)"},
	{"with a way out", "部门根据本单位情况自行确定并选择产出指标，合理确定各项指标权重。量化的指标按照比率*单项指标分值即为该指标得分。如果不能定量评价，则以定性的方式进行自评。", "ratio(+B/A); free"},

	// classes
	{"bands 80 50", "定性指标计分原则: 达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标 且效果较差三档，分别按照该指标对应分值区间 100-80(含 80%) 、80-50% (含50%) 、 50-0%合理确定分值。汇总时，以资金额度为权重，对分值进行加权平均计算。", "bands(1 0.8 0.5 0); aggregate"},
	{"bands 80 60", "根据完成情况分为达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差三档，分别按照100%-80%（含）、80%-60%（含）、60%-0%合理确定分值。", "bands(1 0.8 0.6 0)"},
	{"binary", "符合要求得满分，不符合不得分", "binary(full)"},
	{"binary with points", "按时完成得5分，否则不得分", "binary(5)"},
	{"binary on target", "达到目标值得满分，未达到目标值不得分", "binary(full on target)"},
	{"additive", "有管理制度，1分；制度健全，1分；执行有效，1分。", "additive(1+1+1)"},
	{"additive with verbs", "①制定办法得2分；②及时公开得1分；③资料完整得1分", "additive(2+1+1)"},

	{"additive in brackets", "制度健全（1分）；内容完整（1分）", "additive(1+1)"},
	{"date as condition", "2023年12月底前完成得满分，否则不得分", "binary(full)"},
	{"analysis is no scoring", "可从受益广度等方面进行设计分析", ""},

	// discretion
	{"discretion", "未达指标值酌情扣分", "free"},
	{"range of points", "完成不好的扣1-2分", "free"},
	{"not applicable", "没有该项工作的部门按满分计算", "na full"},
	{"zero without evidence", "无佐证材料的得0分", "zero"},
	{"prose", "反映部门履职目标的实现程度，由部门根据实际情况填写。", ""},
	{"empty", "", ""},

	// what must not be compiled to a wrong rule
	{"lost comparator", "在职人员控制率W100%，计5分；每超过一个百分点扣0.5分", "gap"},
	{"lost comparator of a tier", "90%，计5分；80%（含）-90%，计4分；低于80%不得分。", "gap"},
	{"lost comparator at the bottom", "满意度≥90%得满分，每下降1个百分点扣0.5分，低60%不得分", "gap"},
	{"lost each", "高于上年结余率，高出1个百分点扣0.4分，扣完为止", "gap"},
	{"lost sign before last year", "于上年结余率，每高出1个百分点扣0.4分，扣完为止", "gap"},
	{"lost step", "每超过 个百分点扣0.5分", "gap"},
	{"lost points", "每有一项不合格扣 分", "gap"},
	{"unknown formula", "得分=（实际值-基期值）/基期值*权重", "gap"},
}

func TestCompile(t *testing.T) {
	for _, tt := range compiled {
		t.Run(tt.name, func(t *testing.T) {
			r, gaps := Compile(tt.text)
			if tt.tree == "gap" {
				if len(gaps) == 0 {
					t.Errorf("%s\n got %s\nwant a gap", tt.text, r)
				}
				return
			}
			if r.String() != tt.tree {
				t.Errorf("%s\n got %s\nwant %s", tt.text, r, tt.tree)
			}
		})
	}
}
