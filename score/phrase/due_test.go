package phrase

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"fuhe/normalize/quantity"
)

// facts reads a row: weight actual [target [last year]].
func facts(t testing.TB, row string) Facts {
	t.Helper()
	f := strings.Fields(row + " - - -")
	w, ok := new(big.Rat).SetString(f[0])
	if !ok {
		t.Fatalf("no weight in %q", row)
	}
	return Facts{Weight: w, Actual: quantity.Parse(f[1]), Target: quantity.Parse(f[2]), LastYear: quantity.Parse(f[3])}
}

func TestDue(t *testing.T) {
	const (
		balance  = "低于上年的不扣分；高于上年结余率，每高出1个百分点扣0.4分，扣完为止"
		spread   = "高于市级平均差异率（28.3%）的，每高出10%（含），扣0.4分，扣完为止"
		staff    = "以100%为标准。控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止"
		spending = "100%计满分，每低于5%扣2分，扣完为止"
		control  = "=0，计5分；0-10%（含），计4分；10-20%（含），计3分；大于20%不得分"
		content  = "满意度≥90得10，80-90得8，60-80得5，<60不得分"
		plan     = "实际与计划每相差3%，扣1分，扣满15分为止"
	)
	tests := []struct{ rule, row, due string }{
		{balance, "4 7.40% - 11.25%", "4"},
		{balance, "4 12.75% - 11.25%", "3.6 3.2 3.4"}, // whole steps, begun steps, in part
		{balance, "4 12.75% - 3%", "0.4 0 0.1"},
		{balance, "4 12.75% - -", ""},
		{spread, "4 0.66%", "4"},
		{spread, "4 38.3%", "3.6 *3.6 *2.8 *2.4 *2.5866"}, // points, then relative to the average
		{staff, "5 98%", "5"},
		{staff, "5 103%", "3.5"},
		{staff, "5 103人", ""},
		{spending, "5 92.8%", "3 1 2.12 *3 *1 *2.12"},
		{control, "5 0%", "5"},
		{control, "5 10%", "4"},
		{control, "5 25%", "0"},
		{content, "10 90%", "10"},
		{content, "10 80%", "8 5"}, // the border is given to neither tier
		{content, "10 59.9%", "0"},
		{plan, "15 94件 100件", "13"},
		{plan, "15 106件 100件", "13"},
		{"得分=完成值/指标值*分值", "5 98% 100%", "4.9"},
		{"得分=完成值/指标值*分值", "5 3000人 ≥0.5万人", "3"},
		{"正向指标，得分=权重*B/A，反向指标，得分=权重*A/B", "10 12.5天 ≤10天", "8"},
		{"达到目标值得满分，未达到目标值不得分", "5 98% ≥95%", "5"},
		{"达到目标值得满分，未达到目标值不得分", "5 94% ≥95%", "0"},
		{"完成率≥95%得满分；80%-95%得分值的80%；低于80%不得分", "5 90件 100件", "4"},
		{"每有一项不合格扣0.5分", "5 90件 100件", ""},
		{"每少1座扣0.5分，扣完为止", "5 34座 36座", "4"},
		{"每少1座扣0.5分，扣完为止", "5 40座 36座", "5"},
		{"每少1座扣0.5分，扣完为止", "5 90% 100%", ""},
		{"未达指标值酌情扣分", "5 90件 100件", ""},
		{"每高出扣分", "5 90件 100件", ""},
	}
	for _, tt := range tests {
		r, _ := Compile(tt.rule)
		var got []string
		for _, d := range r.Due(facts(t, tt.row)) {
			s := decimal(d.Score.Low)
			if d.Lenient {
				s = "*" + s
			}
			got = append(got, s)
		}
		if want := strings.Fields(tt.due); !slices.Equal(compact(got), compact(want)) {
			t.Errorf("%s with %s\n due %v, want %v", tt.rule, tt.row, got, want)
		}
	}
}

// compact drops what was said before: readings that agree are one.
func compact(all []string) []string {
	var out []string
	for _, s := range all {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

func TestOverAchievement(t *testing.T) {
	r, _ := Compile("正向指标得分=权重*B/A，反向指标得分=权重*A/B。年初指标值设定偏低的，计算结果在200%-300%（含200%）区间，按该指标分值的10%扣分。")
	tests := []struct {
		row  string
		want []string
	}{
		{"10 25件 10件", []string{"10"}},
		{"10 30件 10件", []string{"10", "9"}},
		{"10 39件 10件", []string{"10", "9"}},
		{"10 9件 10件", []string{"9"}},
	}
	for _, tt := range tests {
		var got []string
		for _, d := range r.Due(facts(t, tt.row)) {
			got = append(got, decimal(d.Score.Low))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: due %v, want %v", tt.row, got, tt.want)
		}
	}
}

func TestReachable(t *testing.T) {
	tests := []struct{ rule, weight, set string }{
		{"①一；②二；③三；④四；⑤五；⑥六。每有一项不合格扣0.8分，扣完为止", "4", "4, 3.2, 2.4, 1.6, 0.8, 0"},
		{"每有一项不合格扣2分", "4", "4, 2, 0"},
		{"①一；②二。每有一项不合格扣1分", "4", "4, 3, 2"},
		{"每发现一处错误扣0.5分，最多扣1分", "4", "4, 3.5, 3"},
		{"每缺一项扣2分；每项不完善扣1.5分，扣完为止", "4", "4, 2.5, 2, 1, 0.5, 0"},
		{"≥90%得5分；80%-90%得3分；低于80%不得分", "5", "5, 3, 0"},
		{"符合要求得满分，不符合不得分", "3", "3, 0"},
		{"制度健全得2分；执行有效得1分", "3", "3, 2, 1, 0"},
		{"每有一项不合格扣0.5分；造成重大损失的不得分", "2", "2, 1.5, 1, 0.5, 0"},
		{"制度健全得2分；执行有效得1分", "5", ""},
		{"未达指标值酌情扣分", "4", ""},
		{"每有一项不合格扣0.5分，情节严重的酌情扣分", "4", ""},
		{"每高出1个百分点扣0.9分", "4", "4, 3.1, 2.2, 1.3, 0.4, 0"},
		{"≥90%得满分，每低于1个百分点扣2分，低于60%不得分，最多扣4分", "10", "10, 8, 6, 0"},
		{"每高出1个百分点扣0.4分，不足1个百分点的按比例扣分", "4", ""},
		{"好得2分，较好得1.5分，一般得1分，差得0分", "2", "2, 1.5, 1, 0"},
		{"≥90%得5分；80%-90%得3分", "5", ""},
		{"按完成比例计分", "5", ""},
		{"", "5", ""},
	}
	for _, tt := range tests {
		r, _ := Compile(tt.rule)
		w, _ := new(big.Rat).SetString(tt.weight)
		set, ok := r.Reachable(w)
		if set.String() != tt.set || ok != (tt.set != "") {
			t.Errorf("%s of %s: %s (%v), want %s\n%s", tt.rule, tt.weight, set, ok, tt.set, r)
		}
	}
}
