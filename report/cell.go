package report

import (
	"fmt"
	"math/big"
	"regexp"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

const (
	mostCell   = 32767 // characters in a cell of Excel
	mostDigits = 15    // that a number in Excel keeps
	mostStyles = 4000  // number formats by printed units; a workbook holds 64,000 styles
)

// number matches an amount that Excel can hold and show as it is printed: a comparator, digits with or
// without thousands separators, and a percent sign or a unit.
var number = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([≥≧≤≦＞＜><=]?)\s*(-?(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]*))(\.[0-9]+)?\s*(%?)([\p{Han}/²³㎡]{0,8})$`)
})

// styled is a value in a look. A text is always written as text, so that one which begins with = + -
// or @ is no formula.
func (b *workbook) styled(l look, value any) excelize.Cell {
	id, err := b.styles.id(l)
	b.keep(err)
	if s, ok := value.(string); ok {
		value = cut(plain(s))
	}
	return excelize.Cell{StyleID: id, Value: value}
}

func cut(s string) string {
	if len(s) <= mostCell {
		return s
	}
	if r := []rune(s); len(r) > mostCell {
		return string(r[:mostCell])
	}
	return s
}

func (b *workbook) text(s string) excelize.Cell { return b.styled(textStyle, s) }

// paragraphs are texts one below the other in one cell.
func (b *workbook) paragraphs(list []string) excelize.Cell {
	c := b.styled(textStyle, "")
	c.Value = cut(strings.Join(each(list, plain), "\n"))
	return c
}

// count is a whole number, or blank for none.
func (b *workbook) count(n int) excelize.Cell {
	if n == 0 {
		return b.text("")
	}
	return b.styled(look{}, n)
}

// printed is an entry: a number where Excel can show it as printed, else its text.
func (b *workbook) printed(e form.Entry) excelize.Cell {
	value, format, ok := shown(e)
	if !ok || len(b.styles.known) > mostStyles {
		return b.text(e.Text)
	}
	return b.styled(look{format: format}, value)
}

// shown splits a printed number into its value and the number format that shows it as printed.
func shown(e form.Entry) (value float64, format string, ok bool) {
	v, format, ok := exact(e)
	if !ok {
		return 0, "", false
	}
	value, _ = v.Float64()
	return value, format, true
}

// exact is shown with the value as the exact number that the cell stands for: 94.24% is 0.9424.
func exact(e form.Entry) (value *big.Rat, format string, ok bool) {
	m := number().FindStringSubmatch(strings.TrimSpace(e.Text))
	if m == nil || e.Upper != "" || e.Approximate || strings.ContainsAny(e.Text, "余多约几") {
		return nil, "", false
	}
	bound, whole, fraction, percent, unit := m[1], m[2], m[3], m[4], m[5]
	digits := strings.ReplaceAll(whole, ",", "") + fraction
	v, ok := new(big.Rat).SetString(digits)
	if !ok || len(digits) > mostDigits {
		return nil, "", false
	}
	if percent != "" {
		v.Quo(v, big.NewRat(100, 1))
	}
	return v, literal(bound) + pattern(whole, fraction) + percent + literal(unit), true
}

func pattern(whole, fraction string) string {
	p := "0"
	if strings.Contains(whole, ",") {
		p = "#,##0"
	}
	if fraction != "" {
		p += "." + strings.Repeat("0", len(fraction)-1)
	}
	return p
}

func literal(s string) string {
	if s == "" {
		return ""
	}
	return `"` + s + `"`
}

// figure is a recomputed number, rounded for display only.
func (b *workbook) figure(v *big.Rat, format string) excelize.Cell {
	if v == nil {
		return b.text("")
	}
	f, _ := quantity.Round(v, mostDecimals+2).Float64()
	return b.styled(look{format: format}, f)
}

// live is a formula with the value that it comes to, for programs that do not compute.
func (b *workbook) live(l look, formula string, value any) excelize.Cell {
	id, err := b.styles.id(l)
	b.keep(err)
	if v, ok := value.(*big.Rat); ok {
		value, _ = v.Float64()
	}
	return excelize.Cell{StyleID: id, Formula: formula, Value: value}
}

// ref names a cell within its sheet.
func ref(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column, row) // both are counted from 1 here
	return name
}

// spot is a cell of the workbook.
type spot struct {
	sheet string
	row   int
}

// link leads to the first cell of the spot's row; a spot that is nowhere leaves the words alone.
func (b *workbook) link(to spot, words string) excelize.Cell {
	if to.row == 0 {
		return b.text(words)
	}
	return b.live(linkStyle, fmt.Sprintf(`HYPERLINK("#'%s'!A%d","%s")`, to.sheet, to.row, words), words)
}
