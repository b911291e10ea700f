package table

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
)

// TestBarred: where a cell a line is ended by a bar, and blank cells are copied too, rows end where they
// agree; where nothing tells the ends there are no rows.
func TestBarred(t *testing.T) {
	const head = "指标名称|\n指标值|\n完成值|\n分值|\n得分|\n说明|\n"
	tests := []struct {
		name, text string
		want       []string
	}{
		{"full rows", head + "培训场次|\n≥10|\n12|\n10|\n10|\n无|\n培训人次|\n≥300|\n280|\n10|\n9.33|\n略少|\n合格率|\n≥95|\n96|\n10|\n10|\n无|\n",
			[]string{"指标名称,指标值,完成值,分值,得分,说明", "培训场次,≥10,12,10,10,无", "培训人次,≥300,280,10,9.33,略少", "合格率,≥95,96,10,10,无"}},
		{"blank cells behind the one before", head + "培训场次|\n≥10|\n12|\n10|\n10||\n培训人次|\n≥300|\n280|\n10|\n9.33||\n合格率|\n≥95|\n96|\n10|\n10||\n",
			[]string{"指标名称,指标值,完成值,分值,得分,说明", "培训场次,≥10,12,10,10,", "培训人次,≥300,280,10,9.33,", "合格率,≥95,96,10,10,"}},
		{"two rows are too few", head + "培训场次|\n≥10|\n12|\n10|\n10|\n无|\n", nil},
		{"words alone agree in every width", strings.Repeat("甲乙丙|\n", 24), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var lines []document.Line
			for i, text := range strings.Split(strings.TrimSpace(tt.text), "\n") {
				lines = append(lines, document.Line{Text: text, Place: document.Place{Line: i + 1}})
			}
			n, rows := barred(lines, 0)
			var got []string
			for _, r := range rows {
				got = append(got, strings.Join(r.cells, ","))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" || n != len(lines) {
				t.Errorf("%d of %d lines: %s", n, len(lines), diff)
			}
		})
	}
}

func TestBarredLine(t *testing.T) {
	for text, want := range map[string]int{"甲|": 1, "甲||": 2, " 甲 | | ": 2, "||": 2, "｜": 1, "甲": 0, "甲|乙|": 0, "": 0} {
		if _, cells, _ := barredLine(text); cells != want {
			t.Errorf("%q: %d cells, want %d", text, cells, want)
		}
	}
}
