package report

import (
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
	m := number().FindStringSubmatch(strings.TrimSpace(e.Text))
	if m == nil || e.Upper != "" || e.Approximate || strings.ContainsAny(e.Text, "余多约几") {
		return 0, "", false
	}
	bound, whole, fraction, percent, unit := m[1], m[2], m[3], m[4], m[5]
	digits := strings.ReplaceAll(whole, ",", "") + fraction
	v, ok := new(big.Rat).SetString(digits)
	if !ok || len(digits) > mostDigits {
		return 0, "", false
	}
	if percent != "" {
		v.Quo(v, big.NewRat(100, 1))
	}
	value, _ = v.Float64()
	return value, literal(bound) + pattern(whole, fraction) + percent + literal(unit), true
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

// ends are both ends of an interval.
func (b *workbook) ends(i quantity.Interval) (low, high excelize.Cell) {
	if i.IsZero() {
		return b.text(""), b.text("")
	}
	return b.figure(i.Low, "0.00##"), b.figure(i.High, "0.00##")
}
