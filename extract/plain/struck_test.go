package plain

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestStruckTwice(t *testing.T) {
	for name, c := range map[string]struct{ copied, want string }{
		"a row of headers": {
			"一级指标\n一级指标 二级指标\n二级指标 得分\n得分\n产出指标 数量指标 10",
			"一级指标 二级指标 得分\n产出指标 数量指标 10",
		},
		"a label of two lines, beside a plain cell": {
			"项目\n项目\n名称\n名称 道路养护\n主管部门\n主管部门 交通局 实施单位\n实施单位 养护站",
			"项目\n名称 道路养护\n主管部门 交通局 实施单位 养护站",
		},
		"the figures of a bold row": {
			"分值\n分值 得分\n得分\n合计\n合计 100\n100 98.5\n98.5",
			"分值 得分\n合计 100 98.5",
		},
		"the rest of a header that is no word": {
			"分值（\n分值（\nB）\nB） 得分\n得分 理由\n理由\n5\n5",
			"分值（\nB） 得分 理由\n5\n5",
		},
		"equal figures are not bold": {
			"分值\n分值 得分\n得分\n任务一 5\n5 6",
			"分值 得分\n任务一 5\n5 6",
		},
		"equal cells of a copy with a cell a line": {
			"稳步提高\n稳步提高\n10\n10\n长期有效\n长期有效",
			"稳步提高\n稳步提高\n10\n10\n长期有效\n长期有效",
		},
		"numbered headings, in running text": {
			"一、基本情况\n一、基本情况\n二、评价结论\n二、评价结论\n总得分95分。",
			"一、基本情况\n二、评价结论\n总得分95分。",
		},
		"a word at the end of one line and the beginning of the next": {
			"检查 稳步提高\n稳步提高 10\n",
			"检查 稳步提高\n稳步提高 10",
		},
	} {
		t.Run(name, func(t *testing.T) {
			lines, err := Lines([]byte(c.copied))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, l := range lines {
				got = append(got, l.Text)
			}
			if diff := cmp.Diff(strings.Split(c.want, "\n"), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
