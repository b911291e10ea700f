package synth

// Layout is one form of the catalogue: the plan of its figures and how it is laid out.
type Layout struct {
	ID       string // L1 … L22, N1 … N3
	Title    string // what the form is, in Chinese
	province string // whose form it is; printed in most of its reports
	plan     plan
	forms    int     // most forms in one file
	running  float64 // how often running text stands around it; 0 for never
	lay      func(s *sheet)
}

// Layouts are all forms of the catalogue in its order.
func Layouts() []Layout {
	return []Layout{
		{"L1", "全国统一的项目支出绩效自评表", "", nationalPlan("project"), 3, .4, layNational},
		{"L1b", "同一表式的部门整体支出绩效自评表", "", nationalPlan("department"), 1, .4, layNationalDepartment},
		{"L2", "云南公开表", "云南省", nationalPlan("project"), 2, .2, layYunnan},
		{"L3", "内蒙古项目支出绩效自评表", "内蒙古自治区", nationalPlan("project"), 2, .2, layInnerMongolia},
		{"L4", "四川部门预算项目支出绩效自评表", "四川省", sichuanPlan(), 4, .2, laySichuan},
		{"L5", "扶贫、乡村振兴项目绩效目标自评表", "", nationalPlan("project"), 2, .2, layVillage},
		{"L5b", "宁夏项目绩效目标自评表", "宁夏回族自治区", ningxiaPlan(), 1, .1, layNingxia},
		{"L6", "湖北项目自评表", "湖北省", hubeiProjectPlan(), 3, .3, layHubeiProject},
		{"L7", "湖北部门整体绩效自评表", "湖北省", hubeiGoalsPlan(), 1, .6, layHubeiGoals},
		{"L8", "武汉不打分的自评表", "湖北省", unscoredPlan("project"), 2, .2, layWuhanUnscored},
		{"L9", "带复核分的评分表", "湖北省", reviewedPlan(), 1, .3, layReviewed},
		{"L10", "重庆系统自评表", "重庆市", chongqingPlan(), 2, .2, layChongqing},
		{"L11", "北京项目支出绩效自评表（2016）", "北京市", fixedPlan("project"), 2, .2, layBeijing2016},
		{"L12", "北京部门整体绩效评分表", "北京市", beijingPlan(), 1, .7, layBeijingBlocks},
		{"L13", "新疆项目支出绩效自评表", "新疆维吾尔自治区", nationalPlan("project"), 2, .2, layXinjiang},
		{"L14", "转移支付绩效目标自评表（旧）", "", unscoredPlan("transfer"), 2, .2, layTransferOld},
		{"L15", "转移支付绩效目标自评表（新）", "", unscoredPlan("transfer"), 2, .2, layTransferNew},
		{"L16", "部委系统导出的转移支付自评表", "", unscoredPlan("transfer"), 1, .1, layTransferExport},
		{"L17", "银川项目自评表", "宁夏回族自治区", yinchuanPlan(), 1, .2, layYinchuan},
		{"L18", "四川部门整体评分表", "四川省", sichuanScoringPlan(), 1, .4, laySichuanScoring},
		{"L19", "苏州自评表", "江苏省", suzhouPlan(), 1, .2, laySuzhou},
		{"L20", "海南评分表", "海南省", hainanPlan(), 1, .3, layHainan},
		{"L21", "广州部门整体自评表", "广东省", unscoredPlan("department"), 1, .3, layGuangzhou},
		{"L22", "较早的部门整体自评报告", "", nationalPlan("department"), 1, 0, layOlderReport},
		{"N1", "逐项叙述目标、完成值和得分", "", narratedPlan(), 1, 0, layNarrated},
		{"N2", "标题写自评得分", "", nationalPlan(""), 1, 0, layScoredHeadings},
		{"N3", "标题写满分和实得分", "", processPlan(), 1, 0, layPointHeadings},
	}
}
