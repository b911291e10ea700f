package xls

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/xlsx/shown"
)

// shown writes a number in the format of a cell style.
func (b *book) shown(value float64, style int) string {
	stored := strconv.FormatFloat(value, 'g', -1, 64)
	exact, ok := shown.Decimal(stored)
	if !ok {
		return ""
	}
	id := 0
	if style < len(b.styles) {
		id = b.styles[style].format
	}
	code, known := b.formats[id]
	if !known {
		code, known = shown.BuiltIn(id)
	}
	if known {
		if f, ok := shown.Parse(code); ok {
			return f.Text(exact)
		}
	}
	if text, ok := b.dates.text(value, id, code); ok {
		return strings.TrimSpace(text)
	}
	return shown.Format{}.Text(exact)
}

// dates writes dates and times by way of a workbook that holds nothing else.
type dates struct {
	file     *excelize.File
	styles   map[string]int
	from1904 bool
	failed   bool
}

// text writes the value in the format of the code, or of the number if the code is empty.
func (d *dates) text(value float64, id int, code string) (text string, ok bool) {
	if d.failed || d.open() != nil {
		return "", false
	}
	defer func() { // the library trusts formats
		if recover() != nil {
			text, ok, d.failed = "", false, true
		}
	}()
	key := strconv.Itoa(id) + code
	style, known := d.styles[key]
	if !known {
		wanted := &excelize.Style{NumFmt: id}
		if code != "" {
			wanted = &excelize.Style{CustomNumFmt: &code}
		}
		var err error
		if style, err = d.file.NewStyle(wanted); err != nil {
			return "", false
		}
		d.styles[key] = style
	}
	if d.file.SetCellValue("Sheet1", "A1", value) != nil || d.file.SetCellStyle("Sheet1", "A1", "A1", style) != nil {
		return "", false
	}
	text, err := d.file.GetCellValue("Sheet1", "A1")
	return text, err == nil
}

func (d *dates) open() error {
	if d.file != nil {
		return nil
	}
	d.file = excelize.NewFile(excelize.Options{CultureInfo: excelize.CultureNameZhCN, ShortDatePattern: "yyyy/m/d"})
	d.styles = map[string]int{}
	return d.file.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &d.from1904})
}
