package layout

import (
	"fmt"
	"testing"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// pointsOf is a form of rows with the given weights and scores, and its total.
func pointsOf(total string, points ...[2]string) *form.Form {
	entry := func(s string) form.Entry { return form.Entry{Text: s, Quantity: quantity.Parse(s)} }
	f := &form.Form{Total: form.Total{Score: entry(total)}}
	for i, p := range points {
		f.Indicators = append(f.Indicators, form.Indicator{Name: fmt.Sprint("指标", i), Level1: "产出指标", Weight: entry(p[0]), Score: entry(p[1])})
	}
	return f
}

// TestTornSums: a report's own slip is no torn table, cells that went astray are.
func TestTornSums(t *testing.T) {
	tests := []struct {
		name            string
		form            *form.Form
		torn, confirmed bool
	}{
		{"all agrees", pointsOf("98", [2]string{"50", "50"}, [2]string{"50", "48"}), false, true},
		{"the total is a little off", pointsOf("99", [2]string{"50", "50"}, [2]string{"50", "48"}), false, false},
		{"the weights are a little off", pointsOf("98", [2]string{"50", "50"}, [2]string{"45", "48"}), false, false},
		{"no weights are printed", pointsOf("98", [2]string{"", "50"}, [2]string{"", "48"}), false, false},
		{"the total is far off", pointsOf("90", [2]string{"50", "50"}, [2]string{"50", "48"}), true, false},
		{"a row is read twice", pointsOf("98", [2]string{"50", "50"}, [2]string{"50", "48"}, [2]string{"50", "48"}), true, false},
		{"a target is taken for a weight", pointsOf("98", [2]string{"300", "50"}, [2]string{"50", "48"}), true, false},
		{"two figures are taken for one", pointsOf("9898", [2]string{"50", "50"}, [2]string{"50", "48"}), true, false},
	}
	for _, tt := range tests {
		if s := tally(tt.form); s.torn() != tt.torn || s.confirmed() != tt.confirmed {
			t.Errorf("%s: torn %v, confirmed %v", tt.name, s.torn(), s.confirmed())
		}
	}
}

// TestTornTotals: where two totals differ, the scores make one of them unless the table is torn.
func TestTornTotals(t *testing.T) {
	for also, want := range map[string]bool{"98": false, "97": false, "": false} {
		f := pointsOf("98", [2]string{"50", "50"}, [2]string{"50", "48"})
		f.Total.Also = []form.Entry{{Text: also, Quantity: quantity.Parse(also)}}
		if got := tally(f).tornTotals(f); got != want {
			t.Errorf("98, the sum, and %q: torn %v", also, got)
		}
	}
	f := pointsOf("97", [2]string{"50", "50"}, [2]string{"50", "44"})
	f.Total.Also = []form.Entry{{Text: "96", Quantity: quantity.Parse("96")}}
	if !tally(f).tornTotals(f) {
		t.Error("97 and 96 over a sum of 94: not torn")
	}
}

// TestTornParts: an error moves the parts of one column of amounts, a torn table those of several.
func TestTornParts(t *testing.T) {
	entry := func(s string) form.Entry { return form.Entry{Text: s, Quantity: quantity.Parse(s)} }
	for spent, want := range map[string]bool{"80": false, "60": false, "20": true} {
		funds := []form.Fund{
			{Name: "年度资金总额", Budget: entry("100"), Spent: entry("80")},
			{Name: "财政拨款", Part: true, Budget: entry("30"), Spent: entry(spent)},
			{Name: "其他资金", Part: true, Budget: entry("10"), Spent: entry("0")},
		}
		if tornParts(funds) != want {
			t.Errorf("parts of 40 in 100, and of %s in 80: torn %v", spent, !want)
		}
	}
}

// TestDoubtedReasons: where words were torn out of their cells a blank reason may be among them; a row that lost its
// points is not judged.
func TestDoubtedReasons(t *testing.T) {
	entry := func(s string) form.Entry { return form.Entry{Text: s, Quantity: quantity.Parse(s)} }
	f := pointsOf("", [2]string{"", "50"}, [2]string{"", "48"}, [2]string{"", "2"}, [2]string{"", ""})
	f.Indicators[1].Target, f.Indicators[1].Actual = entry("整，两个乡镇的"), entry("任务划出。改进")
	markLostGrid(f, true, false)
	if f.Indicators[0].Doubt != "" || f.Indicators[1].Doubt == "" || f.Indicators[3].Doubt == "" {
		t.Errorf("doubts %q, %q, %q", f.Indicators[0].Doubt, f.Indicators[1].Doubt, f.Indicators[3].Doubt)
	}
	if f.Indicators[0].Reason.Doubt == "" {
		t.Error("the blank reason is taken for certain")
	}
}

func TestTornBlocks(t *testing.T) {
	for weight, want := range map[string]bool{"60": false, "58": false, "40": true} {
		f := pointsOf("60", [2]string{"30", "30"}, [2]string{"30", "30"})
		f.Sections = []form.Section{{Name: "产出指标", Level: 1, Weight: form.Entry{Text: weight, Quantity: quantity.Parse(weight)}}}
		if tornBlocks(f) != want {
			t.Errorf("a block of %s over rows of 60: torn %v", weight, !want)
		}
	}
}

// TestUnitsWithoutAmounts: a column of bare units where targets should stand has lost them to another.
func TestUnitsWithoutAmounts(t *testing.T) {
	for target, want := range map[string]bool{"个": true, "%": true, "微克/立方米": true, "176个": false, "≥95%": false, "合理可控": false, "12月底前": false} {
		row := form.Indicator{Name: "调查点位数量", Target: form.Entry{Text: target, Quantity: quantity.Parse(target)}}
		if impossible(&row) != want {
			t.Errorf("%s: impossible %v", target, !want)
		}
	}
}

// TestFiguresCutByALine: a target that lost its last digits and its unit to the next line is no target of its result.
func TestFiguresCutByALine(t *testing.T) {
	for _, c := range []struct {
		target, actual string
		want           bool
	}{
		{"大于等于2288", "0份", true}, {"大于等于2.", "9万剂次", true}, {"小于等于8", "730元/人·月", true},
		{"大于等于2288", "2290份", false}, {"≥8", "730", false}, {"小于等于820元/人·月", "73元/人·月", false}, {"8", "730元", false},
	} {
		row := form.Indicator{Name: "低保月人均标准", Target: entryOf(c.target), Actual: entryOf(c.actual)}
		if impossible(&row) != c.want {
			t.Errorf("%s, %s: impossible %v", c.target, c.actual, !c.want)
		}
	}
}

// TestBlocksConfirm: where every block's weight is that of its rows, a total that differs is the report's own.
func TestBlocksConfirm(t *testing.T) {
	blocks := func(total string, weights ...string) *form.Form {
		f := &form.Form{Total: form.Total{Score: figure100(total)}}
		for i, name := range []string{"产出指标", "效益指标", "满意度指标"} {
			f.Sections = append(f.Sections, form.Section{Name: name, Level: 1, Weight: figure100(weights[2*i])})
			row := figure100(weights[2*i+1])
			f.Indicators = append(f.Indicators, form.Indicator{Name: "一项", Level1: name, Weight: row, Score: row})
		}
		return f
	}
	for _, tt := range []struct {
		name string
		form *form.Form
		want bool
	}{
		{"each block is its rows", blocks("100", "70", "70", "30", "30", "10", "10"), true},
		{"the total is another figure", blocks("1", "70", "70", "30", "30", "10", "10"), false},
		{"a row is lost", blocks("100", "70", "70", "30", "20", "10", "10"), false},
		{"a block has no weight", blocks("100", "70", "70", "", "30", "10", "10"), false},
	} {
		markLostGrid(tt.form, true, false)
		if got := tt.form.Doubt == ""; got != tt.want {
			t.Errorf("%s: trusted %v", tt.name, got)
		}
	}
}

func figure100(text string) form.Entry {
	return form.Entry{Text: text, Quantity: quantity.Parse(text)}
}

// TestStrayLevels: rows without levels, and the levels' words alone in the text, are a table in the order of columns.
func TestStrayLevels(t *testing.T) {
	f := pointsOf("100", [2]string{"50", "50"}, [2]string{"50", "50"})
	f.Text = []form.Paragraph{{Text: "二级指标"}, {Text: "数量 指标"}, {Text: "效益指标"}}
	if strayLevels(f) {
		t.Error("rows have their levels, and yet are doubted")
	}
	f.Indicators[1].Level1 = ""
	if !strayLevels(f) {
		t.Error("a row has lost its levels, and is not doubted")
	}
}

// TestAlignedTablesAreTornByTheirSums: a table without lines is cut by where its words stand, so one odd row does not
// tell that it is torn; points that no form has do.
func TestAlignedTablesAreTornByTheirSums(t *testing.T) {
	odd := func(points ...[2]string) *form.Form {
		f := pointsOf("97", points...)
		f.Indicators[0].Name = "宣传：场次"
		return f
	}
	for _, x := range []struct {
		form            *form.Form
		linear, aligned bool
		want            string
	}{
		{odd([2]string{"", "50"}, [2]string{"", "48"}), false, false, ""},
		{odd([2]string{"50", "50"}, [2]string{"50", "49"}), false, true, ""},
		{odd([2]string{"50", "50"}, [2]string{"50", "49"}), true, false, form.LostGrid},
		{odd([2]string{"510", "50"}, [2]string{"50", "49"}), false, true, form.LostGrid},
		{odd([2]string{"15", "15"}, [2]string{"10", "9.54"}), false, true, form.LostGrid},
	} {
		if markLostGrid(x.form, x.linear, x.aligned); x.form.Doubt != x.want {
			t.Errorf("linear %v, aligned %v: doubt %q, want %q", x.linear, x.aligned, x.form.Doubt, x.want)
		}
	}
}

// TestTurnTotal: the one figure behind 总分 is a score where the rows already weigh 100.
func TestTurnTotal(t *testing.T) {
	for _, x := range []struct {
		name          string
		weight, score string // printed behind 总分
		rows          [2]string
		want          string // the score then
		doubted       bool
	}{
		{"rows weigh 100", "95.5", "", [2]string{"60", "40"}, "95.5", false},
		{"rows weigh 100 and score otherwise", "95", "", [2]string{"60", "40"}, "95", true},
		{"rows weigh what is printed", "95.5", "", [2]string{"60", "35.5"}, "", false},
		{"the weight is printed", "100", "", [2]string{"60", "40"}, "", false},
		{"both are printed", "95.5", "95", [2]string{"60", "40"}, "95", false},
	} {
		f := pointsOf("", [2]string{x.rows[0], "60"}, [2]string{x.rows[1], "35.5"})
		f.Total = form.Total{Weight: figure100(x.weight), Score: figure100(x.score)}
		if turnTotal(f); f.Total.Score.Text != x.want || (f.Total.Score.Doubt != "") != x.doubted {
			t.Errorf("%s: score %q, doubt %q, want %q, doubted %v", x.name, f.Total.Score.Text, f.Total.Score.Doubt, x.want, x.doubted)
		}
	}
}

// TestLooseGrid: rows that fit their grid badly are trusted where a sum holds and no block is short of its rows.
func TestLooseGrid(t *testing.T) {
	block := func(weight string) []form.Section {
		return []form.Section{{Name: "产出指标", Level: 1, Weight: figure100(weight)}}
	}
	for _, x := range []struct {
		total    string
		points   [2][2]string
		sections []form.Section
		want     string
	}{
		{"97", [2][2]string{{"60", "58"}, {"40", "39"}}, nil, ""},
		{"96", [2][2]string{{"60", "58"}, {"40", "39"}}, nil, ""},
		{"97", [2][2]string{{"60", "58"}, {"38", "39"}}, nil, ""},
		{"96", [2][2]string{{"60", "58"}, {"38", "39"}}, nil, form.LostGrid},
		{"97", [2][2]string{{"60", "58"}, {"40", "39"}}, block("98"), form.LostGrid},
	} {
		f := pointsOf(x.total, x.points[:]...)
		f.Sections = x.sections
		draft{form: f, loose: true}.finish()
		if f.Doubt != x.want {
			t.Errorf("total %s, points %v, blocks %v: doubt %q, want %q", x.total, x.points, len(x.sections), f.Doubt, x.want)
		}
	}
}
