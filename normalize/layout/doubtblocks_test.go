package layout

import (
	"testing"

	"fuhe/normalize/form"
)

// blocksOf is a form of four rows of 10 under two second levels, 立项 and 目标, with the printed weights.
func blocksOf(first, second string) *form.Form {
	f := pointsOf("40", [2]string{"10", "10"}, [2]string{"10", "10"}, [2]string{"10", "10"}, [2]string{"10", "10"})
	for i := range f.Indicators {
		f.Indicators[i].Level2 = "立项"
		if i >= 2 {
			f.Indicators[i].Level2 = "目标"
		}
	}
	f.Sections = []form.Section{
		{Name: "立项", Level: 2, Parent: "产出指标", Weight: figure100(first)},
		{Name: "目标", Level: 2, Parent: "产出指标", Weight: figure100(second)},
	}
	return f
}

// TestDoubtBlocks: one block that is a little off is the report's slip; several, or one by far, may cover other rows.
func TestDoubtBlocks(t *testing.T) {
	for _, x := range []struct {
		first, second string
		doubted       [2]bool
	}{
		{"20", "20", [2]bool{false, false}},
		{"20", "18", [2]bool{false, false}},
		{"22", "18", [2]bool{true, true}},
		{"20", "8", [2]bool{false, true}},
	} {
		f := blocksOf(x.first, x.second)
		doubtBlocks(f)
		for i, want := range x.doubted {
			if got := f.Sections[i].Weight.Doubt != ""; got != want {
				t.Errorf("blocks of %s and %s: block %d doubted %v", x.first, x.second, i, got)
			}
		}
	}
}

// TestHalfLabelledBlocks: where some rows have lost their first level, no block's weight is judged by those that have it.
func TestHalfLabelledBlocks(t *testing.T) {
	f := pointsOf("60", [2]string{"", "30"}, [2]string{"", "30"})
	f.Sections = []form.Section{{Name: "产出指标", Level: 1, Weight: figure100("60")}}
	if doubtBlocks(f); f.Sections[0].Weight.Doubt != "" {
		t.Error("all rows are labelled, and yet the block is doubted")
	}
	f.Indicators[0].Level1 = ""
	if doubtBlocks(f); f.Sections[0].Weight.Doubt == "" {
		t.Error("a row has lost its level, and the block is not doubted")
	}
}

// TestTotalWithoutRows: funds and a total, and no row between them, are a table of which the rows were not read.
func TestTotalWithoutRows(t *testing.T) {
	for _, x := range []struct {
		aligned bool
		want    string
	}{{true, form.LostGrid}, {false, ""}} {
		f := &form.Form{Total: form.Total{Score: figure100("96.22")}, Funds: []form.Fund{{Name: "年度资金总额", Score: figure100("9.5")}}}
		if markLostGrid(f, false, x.aligned); f.Doubt != x.want {
			t.Errorf("aligned %v: doubt %q", x.aligned, f.Doubt)
		}
	}
}

// TestValuesOfOtherColumns: a unit for a result, points for a reason and a rule for a name belong to other columns.
func TestValuesOfOtherColumns(t *testing.T) {
	for name, row := range map[string]form.Indicator{
		"a unit":   {Name: "办案件数", Target: figure100("≥260"), Actual: figure100("件")},
		"a sign":   {Name: "案卷合格率", Target: figure100("≥95"), Actual: figure100("%")},
		"points":   {Name: "办案件数", Target: figure100("≥95%"), Actual: figure100("100%"), Reason: figure100("20")},
		"a rule":   {Name: "小时以内得满分，每超出", Score: figure100("0.5")},
		"a letter": {Name: "第", Target: figure100("4名"), Score: figure100("10")},
		"a row":    {Name: "抽检批次", Target: figure100("≥5600批次5832批次7"), Score: figure100("7")},
	} {
		if !impossible(&row) {
			t.Errorf("%s: taken for a row", name)
		}
	}
	sound := form.Indicator{Name: "办案件数", Target: figure100("≥260件"), Actual: figure100("265件"), Score: figure100("9"), Reason: figure100("1")}
	if impossible(&sound) {
		t.Error("a sound row is doubted")
	}
}

// TestPointsForSpending: points in the column of spending are no amount in another unit.
func TestPointsForSpending(t *testing.T) {
	for spent, want := range map[string]bool{"24903.20": false, "249032000": false, "2.49032": false, "10": true} {
		fund := form.Fund{Name: "年度资金总额", Budget: figure100("26480.00"), Spent: figure100(spent), Rate: figure100("94.05%")}
		if tornRate(&fund) != want {
			t.Errorf("%s of 26480.00 at 94.05%%: torn %v", spent, !want)
		}
	}
}
