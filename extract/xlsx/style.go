package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/xlsx/shown"
)

// styles tells of each cell style how it shows numbers and whether it draws borders.
type styles struct{ all []style }

type style struct {
	code   string
	format shown.Format
	known  bool // shown can write numbers in this format
	lined  bool
}

// stylesOf takes the styles of a workbook.
func stylesOf(file *excelize.File) styles {
	sheet := file.Styles
	if sheet == nil || sheet.CellXfs == nil {
		return styles{}
	}
	codes := map[int]string{}
	if sheet.NumFmts != nil {
		for _, f := range sheet.NumFmts.NumFmt {
			if f == nil {
				continue
			}
			f.FormatCode = withoutNumerals(f.FormatCode)
			codes[f.NumFmtID] = f.FormatCode
		}
	}
	lines := linedBorders(file)
	out := styles{all: make([]style, len(sheet.CellXfs.Xf))}
	for i, xf := range sheet.CellXfs.Xf {
		s := &out.all[i]
		id := 0
		if xf.NumFmtID != nil {
			id = *xf.NumFmtID
		}
		code, custom := codes[id]
		known := true
		if !custom {
			code, known = shown.BuiltIn(id)
		}
		if s.code = code; known {
			s.format, s.known = shown.Parse(code)
		}
		s.lined = xf.BorderID != nil && *xf.BorderID >= 0 && *xf.BorderID < len(lines) && lines[*xf.BorderID]
	}
	return out
}

// withoutNumerals makes a format show 2023年3月 for 二〇二三年三月: the amount is the same, and the library
// writes such days wrongly.
func withoutNumerals(code string) string {
	for _, mark := range []string{"[DBNum1]", "[DBNum2]", "[DBNum3]", "[dbnum1]", "[dbnum2]", "[dbnum3]"} {
		code = strings.ReplaceAll(code, mark, "")
	}
	return code
}

// linedBorders reports which borders draw a line.
func linedBorders(file *excelize.File) []bool {
	if file.Styles.Borders == nil {
		return nil
	}
	lined := make([]bool, len(file.Styles.Borders.Border))
	for i, b := range file.Styles.Borders.Border {
		if b == nil {
			continue
		}
		for _, side := range []string{b.Left.Style, b.Right.Style, b.Top.Style, b.Bottom.Style} {
			lined[i] = lined[i] || side != "" && side != "none"
		}
	}
	return lined
}

func (s styles) lined(i int) bool { return i >= 0 && i < len(s.all) && s.all[i].lined }

// at returns the style of a cell; one that is not listed shows numbers as they are.
func (s styles) at(i int) style {
	if i < 0 || i >= len(s.all) {
		return style{known: true}
	}
	return s.all[i]
}
