package xlsx

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/xlsx/grid"
	"fuhe/extract/xlsx/shown"
)

// text is what a cell shows, and why that is doubtful, if it is.
func (b *book) text(sheet string, c rawCell) (text, doubt string) {
	if c.formula && !c.cached {
		value, ok := b.calc.value(sheet, grid.Address(c.row, c.column))
		if !ok {
			b.unresolved = append(b.unresolved, sheet+"!"+grid.Address(c.row, c.column))
			return "", "公式没有保存计算结果"
		}
		c.value, c.kind = value, ""
	}
	switch c.kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(c.value))
		if err != nil || i < 0 || i >= len(b.strings) {
			return "", "单元格引用的文字缺失"
		}
		return b.strings[i], ""
	case "str", "inlineStr", "e":
		return unescape(c.value), ""
	case "b":
		return map[string]string{"1": "TRUE", "0": "FALSE"}[c.value], ""
	case "d":
		day, _, _ := strings.Cut(c.value, "T")
		return day, ""
	}
	return b.number(c), ""
}

// number writes a stored number in the cell's format.
func (b *book) number(c rawCell) string {
	value, ok := shown.Decimal(c.value)
	if !ok {
		return c.value
	}
	s := b.styles.at(c.style)
	if s.known {
		return s.format.Text(value)
	}
	if text, ok := b.calc.formatted(c.value, c.style); ok {
		return strings.TrimSpace(text)
	}
	return shown.Format{}.Text(value)
}

// calculator has the library compute what the file does not hold. It gives up for good once the library
// fails badly.
type calculator struct {
	parts    parts
	unpacked int64          // bytes that the library may unpack
	file     *excelize.File // opened when it is first needed
	room     int            // slots that the sheets take when the library holds them
	scratch  string         // a sheet of our own
	computed int
	failed   bool
}

const (
	maxRoom     = 1 << 20 // slots of all sheets, over which nothing is computed
	maxComputed = 5000    // formulas that are computed for one workbook
)

// ready reports whether the library can be asked.
func (c *calculator) ready() bool {
	if c.file != nil || c.failed {
		return !c.failed
	}
	defer func() { // the library trusts the relations between parts
		if recover() != nil {
			c.failed = true
		}
	}()
	c.failed = c.open() != nil
	return !c.failed
}

// open has the library open the workbook.
func (c *calculator) open() error {
	data, err := c.parts.copied()
	if err != nil {
		return err
	}
	c.file, err = excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: c.unpacked, UnzipXMLSizeLimit: c.unpacked,
		CultureInfo: excelize.CultureNameZhCN, ShortDatePattern: "yyyy/m/d",
	})
	if err != nil {
		return err
	}
	if s := c.file.Styles; s != nil && s.NumFmts != nil {
		for _, f := range s.NumFmts.NumFmt {
			if f != nil {
				f.FormatCode = withoutNumerals(f.FormatCode)
			}
		}
	}
	return nil
}

// value computes a formula that has no stored result. The result is not formatted yet.
func (c *calculator) value(sheet, cell string) (value string, ok bool) {
	if c.room > maxRoom || c.computed >= maxComputed || !c.ready() {
		return "", false
	}
	c.computed++
	defer func() { // the library trusts that cells stand in order
		if recover() != nil {
			value, ok, c.failed = "", false, true
		}
	}()
	value, err := c.file.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	return value, err == nil
}

// formatted writes a date, a fraction or a power of ten in a style of the workbook, by way of a sheet
// that holds nothing else.
func (c *calculator) formatted(value string, style int) (text string, ok bool) {
	if !c.ready() {
		return "", false
	}
	defer func() {
		if recover() != nil {
			text, ok, c.failed = "", false, true
		}
	}()
	if c.scratch == "" {
		name, err := c.newSheet()
		if err != nil {
			c.failed = true
			return "", false
		}
		c.scratch = name
	}
	number, err := strconv.ParseFloat(value, 64)
	if err != nil || c.file.SetCellValue(c.scratch, "A1", number) != nil || c.file.SetCellStyle(c.scratch, "A1", "A1", style) != nil {
		return "", false
	}
	text, err = c.file.GetCellValue(c.scratch, "A1")
	return text, err == nil
}

// newSheet adds a sheet under a name that is free.
func (c *calculator) newSheet() (string, error) {
	for i := range 100 {
		name := fmt.Sprintf("~%d", i)
		if at, err := c.file.GetSheetIndex(name); err == nil && at < 0 {
			_, err := c.file.NewSheet(name)
			return name, err
		}
	}
	return "", errAddress
}
