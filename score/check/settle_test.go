package check

import (
	"slices"
	"testing"

	"fuhe/extract/document"
	"fuhe/score/finding"
)

func TestSettle(t *testing.T) {
	text, cell, other := document.Place{Line: 80, Quote: "90.63%"}, document.Place{Table: 4, Row: 2, Column: 5}, document.Place{Line: 90}
	for name, c := range map[string]struct {
		found []finding.Finding
		want  []string
		also  int // places of the first
	}{
		"the rate in the text is wrong": {[]finding.Finding{{Code: "EXE-01", Level: finding.Error, Place: text}, {Code: "XRF-03", Place: text, Also: []document.Place{cell}}}, []string{"EXE-01"}, 1},
		"the rate in the table is":      {[]finding.Finding{{Code: "EXE-01", Level: finding.Error, Place: cell}, {Code: "XRF-03", Place: text, Also: []document.Place{cell}}}, []string{"EXE-01"}, 1},
		"a rate in question only":       {[]finding.Finding{{Code: "EXE-01", Level: finding.Info, Place: text}, {Code: "XRF-03", Place: text, Also: []document.Place{cell}}}, []string{"EXE-01", "XRF-03"}, 0},
		"another rate":                  {[]finding.Finding{{Code: "EXE-01", Level: finding.Error, Place: other}, {Code: "XRF-03", Place: text, Also: []document.Place{cell}}}, []string{"EXE-01", "XRF-03"}, 0},
		"low and without a cause":       {[]finding.Finding{{Code: "EXE-04", Place: cell}, {Code: "EXE-10", Place: cell}}, []string{"EXE-04"}, 0},
		"low, another row without":      {[]finding.Finding{{Code: "EXE-04", Place: other}, {Code: "EXE-10", Place: cell}}, []string{"EXE-04", "EXE-10"}, 0},
		"said twice":                    {[]finding.Finding{{Code: "XRF-01", Subject: "甲", Printed: "9", Due: "8", Place: text}, {Code: "XRF-01", Subject: "甲", Printed: "9", Due: "8", Place: other}}, []string{"XRF-01"}, 1},
		"two other figures":             {[]finding.Finding{{Code: "XRF-01", Subject: "甲", Printed: "9", Due: "8", Place: text}, {Code: "XRF-01", Subject: "甲", Printed: "7", Due: "8", Place: other}}, []string{"XRF-01", "XRF-01"}, 0},
		"annex and text":                {[]finding.Finding{{Code: "XRF-01", Subject: "甲", Printed: "9", Due: "8", Place: text}, {Code: "XRF-02", Subject: "甲", Printed: "9", Due: "8", Place: cell}}, []string{"XRF-01"}, 1},
		"far over, without a cause":     {[]finding.Finding{{Code: "SCR-13", Level: finding.Warning, Place: cell}, {Code: "IND-01", Place: other, Also: []document.Place{cell}}}, []string{"SCR-13"}, 1},
		"far over, with one":            {[]finding.Finding{{Code: "SCR-13", Level: finding.Info, Place: cell}, {Code: "IND-01", Place: other, Also: []document.Place{cell}}}, []string{"SCR-13", "IND-01"}, 0},
		"rows of one name":              {[]finding.Finding{{Code: "SCR-07", Subject: "甲", Printed: "9", Due: "8", Place: text}, {Code: "SCR-07", Subject: "甲", Printed: "9", Due: "8", Place: cell}}, []string{"SCR-07", "SCR-07"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			got := settle(c.found)
			var codes []string
			for _, f := range got {
				codes = append(codes, f.Code)
			}
			if !slices.Equal(codes, c.want) || len(got[0].Also) != c.also {
				t.Errorf("%v, also %v; want %v and %d places", codes, got[0].Also, c.want, c.also)
			}
		})
	}
}
