package report

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

func TestNumbersLookAsPrinted(t *testing.T) {
	for _, test := range []struct {
		text   string
		value  float64
		format string // empty: stays text
	}{
		{"98.75", 98.75, "0.00"},
		{"4.90", 4.9, "0.00"},
		{"94.24%", 0.9424, "0.00%"},
		{"576,431.54", 576431.54, "#,##0.00"},
		{"≥95%", 0.95, `"≥"0%`},
		{"1345.7万", 1345.7, `0.0"万"`},
		{"-3.5", -3.5, "0.0"},
		{"007", 0, ""},
		{"12,34", 0, ""},
		{"1234567890123456", 0, ""},
		{"28件", 28, `0"件"`},
		{"200余人", 0, ""},
		{"=1+1", 0, ""},
		{"@SUM(A1)", 0, ""},
		{"2-12", 0, ""},
		{"合规", 0, ""},
		{"", 0, ""},
	} {
		value, format, ok := shown(form.Entry{Text: test.text})
		if value != test.value || format != test.format || ok != (test.format != "") {
			t.Errorf("%q: got %v %q %v, want %v %q", test.text, value, format, ok, test.value, test.format)
		}
	}
	if _, _, ok := shown(form.Entry{Text: "200人", Quantity: quantity.Quantity{Approximate: true}}); ok {
		t.Error("an approximate amount became an exact number")
	}
}

func TestTextIsNeverAFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom([]string{"=", "+", "-", "@", "\t=", "＝"}).Draw(t, "sign") + rapid.String().Draw(t, "rest")
		b := newWorkbook(&strings.Builder{}, &Options{}).(*workbook)
		c := b.text(s)
		if _, isText := c.Value.(string); !isText || c.Formula != "" {
			t.Fatalf("%q became %#v", s, c)
		}
	})
}

func TestWorkbookKeepsHeadsInSight(t *testing.T) {
	book, err := excelize.OpenReader(strings.NewReader(printed(t, "xlsx", Options{}, checked())))
	if err != nil {
		t.Fatal(err)
	}
	for _, sheet := range book.GetSheetList()[1:] { // the cover has no head
		panes, err := book.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: panes %+v %v", sheet, panes, err)
		}
	}
	names := map[string]int{}
	for _, n := range book.GetDefinedName() {
		names[n.Name]++
	}
	for _, name := range []string{"_xlnm._FilterDatabase", "_xlnm.Print_Titles"} {
		if names[name] != len(book.GetSheetList())-1 {
			t.Errorf("%s: got %v, want one a sheet", name, names)
		}
	}
	if v, err := book.GetDataValidations("问题清单"); err != nil || len(v) != 1 || v[0].Sqref != "S2:S4" {
		t.Errorf("verdicts: %+v %v", v, err)
	}
}

func TestPlainTextCannotSteerATerminal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		got := plain(rapid.String().Draw(t, "text"))
		if strings.ContainsAny(got, "\x1b\n\r\t\a\b\u202e\u2066\u200b\u2028") {
			t.Fatalf("%q", got)
		}
		if plain(got) != got {
			t.Fatalf("%q is not left alone", got)
		}
	})
}
