package markup

import "testing"

func TestSqueeze(t *testing.T) {
	for _, c := range []struct{ text, running, cell string }{
		{"预算执行率", "预算执行率", "预算执行率"},
		{"  预 算 执行率 \n", "预算执行率", "预算执行率"},
		{"use  of\u00a0funds", "use\tof funds", "use of funds"},
		{"指标 1 得分", "指标1得分", "指标1得分"},
		{"甲局　　填报", "甲局\t填报", "甲局填报"},
		{"甲局\t填报", "甲局\t填报", "甲局\t填报"},
		{"甲局      填报", "甲局\t填报", "甲局\t填报"},
		{"姓　　名", "姓名", "姓名"},
		{"5    6", "5\t6", "5 6"},
		{"单位：甲局 日期：2024年", "单位：甲局\t日期：2024年", "单位：甲局日期：2024年"},
		{"注： 说明：无", "注：说明：无", "注：说明：无"},
		{"得\u200b分\ufeff", "得分", "得分"},
		{"\u200b \u00a0", "", ""},
	} {
		if got := squeeze(c.text, fieldGap); got != c.running {
			t.Errorf("%q in running text: %q, want %q", c.text, got, c.running)
		}
		if got := squeeze(c.text, columnGap); got != c.cell {
			t.Errorf("%q in a cell: %q, want %q", c.text, got, c.cell)
		}
	}
}

func TestJoint(t *testing.T) {
	for _, c := range []struct{ upper, lower, want string }{
		{"交通治理宣传覆", "盖率", ""}, {"5", "6", " "}, {"95", "%", ""}, {"service", "desk", " "}, {"12", "月", ""}, {"", "5", ""}, {"A-", "B", ""},
	} {
		if got := joint(c.upper, c.lower); got != c.want {
			t.Errorf("%q and %q: %q, want %q", c.upper, c.lower, got, c.want)
		}
	}
}
