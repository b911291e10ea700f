package report

import (
	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/score/finding"
)

func say(zh, en string) document.Message { return document.Message{ZH: zh, EN: en} }

// LevelWord names a level for people.
func LevelWord(l finding.Level) document.Message {
	switch l {
	case finding.Error:
		return say("错误", "error")
	case finding.Warning:
		return say("警告", "warning")
	}
	return say("提示", "info")
}

// kindWord names what a form evaluates.
func kindWord(k form.Kind) document.Message {
	switch k {
	case form.Project:
		return say("项目支出", "project")
	case form.Department:
		return say("部门整体支出", "department")
	case form.Transfer:
		return say("转移支付", "transfer payment")
	case form.Evaluation:
		return say("绩效评价", "evaluation")
	}
	return say("", "")
}

// statusWord names how far a file could be read.
func statusWord(s Status) document.Message {
	switch s {
	case OK:
		return say("已读取", "read")
	case Partial:
		return say("部分读取", "read in part")
	}
	return say("未能读取", "not read")
}

// methodWord names the way a score is computed; an id that has no word stands for itself.
func methodWord(id string) document.Message {
	for _, m := range []struct{ id, zh, en string }{
		{"ratio", "按完成比例", "by completion"},
		{"inverse", "反向比例", "inverse ratio"},
		{"linear", "反向线性", "linear, the less the better"},
		{"two-sided", "按偏离程度", "by deviation"},
		{"all-or-nil", "达标得满分", "all or nothing"},
		{"binary", "达标得满分", "all or nothing"},
		{"additive", "按项加分", "points by item"},
		{"count", "按项扣分", "deduction by item"},
		{"step", "按档扣分", "deduction by step"},
		{"tier", "分档计分", "tiers"},
		{"band", "区间计分", "bands"},
		{"qualitative", "定性分档", "qualitative bands"},
		{"execution", "按预算执行率", "by execution rate"},
		{"deadline", "按完成时限", "by deadline"},
		{"range", "目标为区间", "target range"},
		{"zero-target", "目标值为零", "target of zero"},
		{"gap", "所印标准未能全部识别", "printed rule not fully understood"},
		{"none", "不能重算", "not recomputed"},
	} {
		if m.id == id {
			return say(m.zh, m.en)
		}
	}
	return say(id, id)
}
