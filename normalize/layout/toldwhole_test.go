package layout

import (
	"testing"

	"fuhe/normalize/form"
)

// A report in prose whose headings carry the points of blocks that make the hundred is a form, and its total
// may stand behind a plain 得分.
func TestBlocksToldInHeadingsMakeAForm(t *testing.T) {
	f := readText(t, `2022年部门整体支出绩效自评报告
临河县水务局对2022年度整体支出开展自评，得分90分，分项如下：
一、投入（满分30分，实得28分）
绩效目标设定合理。
二、产出（满分40分，实得34分）
新建提灌站3座，目标4座。
三、效果（满分30分，实得28分）
灌溉用水得到保障。
`)
	if len(f.Sections) != 3 || f.Sections[1].Score.Value != "34" || f.Sections[1].Weight.Value != "40" {
		t.Errorf("blocks %+v", f.Sections)
	}
	if f.Total.Score.Value != "90" {
		t.Errorf("total %+v", f.Total)
	}
}

// Blocks that leave a part of the hundred untold say nothing of a plain 得分.
func TestBareTotalNeedsAllBlocks(t *testing.T) {
	forms := readForms(t, `2022年部门工作总结
本局对窗口服务开展自评，得分90分，分项如下：
一、服务（满分30分，实得28分）
二、环境（满分40分，实得34分）
`)
	if len(forms) != 0 {
		t.Errorf("%d forms", len(forms))
	}
}

func TestUnitIsNoKindOfMoney(t *testing.T) {
	for title, want := range map[string]string{
		"市级财政项目支出绩效自评表（2017年度）":     "",
		"2021年度省级部门预算项目绩效自评表":       "",
		"2021年临河市财政局部门整体绩效自评报告":     "临河市财政局",
		"2022年度临河县机关事务中心部门整体绩效报告":   "临河县机关事务中心",
		"2020年度临河县蚕桑产业发展项目支出绩效评价报告": "",
		"临河县2015年村镇供水工程绩效自评报告":      "",
		"临河市2020—2022年人才引进政策绩效评价报告": "",
		"2021年度临河县第一中学部门整体支出绩效报告":   "临河县第一中学",
	} {
		if got := unitOf(title); got != want {
			t.Errorf("%s: unit %q, want %q", title, got, want)
		}
	}
}

// The Beijing sheet has budget management for a part of its own; other sheets have a level 2 of that name.
func TestBudgetManagementWithinALevelIsNoPart(t *testing.T) {
	for level, want := range map[int]bool{0: true, 1: true, 2: false} {
		f := &form.Form{Sections: []form.Section{{Name: "预算管理", Level: level}}}
		if got := hasPart(f, "预算管理"); got != want {
			t.Errorf("level %d: %v", level, got)
		}
	}
}
