package layout

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLevelTornByPageEnd holds a level's cell that a page's end cut in two to be one level, with its points.
func TestLevelTornByPageEnd(t *testing.T) {
	f := readText(t, `项目支出绩效自评表
项目名称	河道清淤
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分
产出指标（80分）	数量指标	清淤长度	≥20公里	20公里	40	40
	质量指标	验收合格率	≥95%	95%	40	40
满意度指标（20	服务对象满	沿岸居民满意度	≥90%	95%	10	10
分）	意度指标	受益农户满意度	≥85%	90%	10	10
`)
	var levels []string
	for _, in := range f.Indicators {
		levels = append(levels, in.Level1+"/"+in.Level2)
	}
	want := []string{"产出指标/数量指标", "产出指标/质量指标", "满意度指标/服务对象满意度指标", "满意度指标/服务对象满意度指标"}
	if diff := cmp.Diff(want, levels); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"产出指标 80", "满意度指标 20"}, sectionWeights(f)); diff != "" {
		t.Error(diff)
	}
}
