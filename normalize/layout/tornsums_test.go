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

func TestTornBlocks(t *testing.T) {
	for weight, want := range map[string]bool{"60": false, "58": false, "40": true} {
		f := pointsOf("60", [2]string{"30", "30"}, [2]string{"30", "30"})
		f.Sections = []form.Section{{Name: "产出指标", Level: 1, Weight: form.Entry{Text: weight, Quantity: quantity.Parse(weight)}}}
		if tornBlocks(f) != want {
			t.Errorf("a block of %s over rows of 60: torn %v", weight, !want)
		}
	}
}
