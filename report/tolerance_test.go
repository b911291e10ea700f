package report

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe/score/finding"
)

// TestToleranceIsBelowTheDifference: a difference that is told is never within the tolerance beside it.
func TestToleranceIsBelowTheDifference(t *testing.T) {
	for _, f := range []finding.Finding{
		{Printed: "10", Due: "9.78"}, {Printed: "98.98", Due: "98.68"}, {Printed: "90.63%", Due: "90.62%"}, {Printed: "286人次", Due: "276人次"},
	} {
		b := bareWorkbook(t)
		c := comparisonOf(f)
		half, ok := b.tolerance(c).Value.(float64)
		difference, _ := minus(c.printed, c.due).Float64()
		if !ok || half <= 0 || half >= max(difference, -difference) {
			t.Errorf("%s for %s: tolerance %v", f.Printed, f.Due, b.tolerance(c).Value)
		}
	}
	if got := bareWorkbook(t).tolerance(comparisonOf(finding.Finding{Printed: "88%", Due: "≥90%"})).Value; got != "" {
		t.Errorf("a bound has the tolerance %v", got)
	}
}

// bareWorkbook is a workbook without sheets, for single cells.
func bareWorkbook(t *testing.T) *workbook {
	t.Helper()
	file := excelize.NewFile()
	t.Cleanup(func() { file.Close() })
	return &workbook{options: &Options{}, file: file, styles: styles{file, map[string]int{}}}
}
