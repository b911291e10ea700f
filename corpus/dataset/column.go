package dataset

import (
	"reflect"
	"strconv"
	"strings"

	"fuhe/extract/document"
)

// column is one column of a table.
type column struct {
	name     string
	doc      document.Message
	kind     string // string, integer, boolean or number: the types of Frictionless
	decimals int    // of a number
	optional bool
	field    int
}

// columnsOf are the columns of a row, by the tags of its fields.
func columnsOf(row any) []column {
	t := reflect.TypeOf(row)
	var all []column
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("parquet"), ",")
		c := column{name: name, doc: document.Message{ZH: f.Tag.Get("zh"), EN: f.Tag.Get("en")}, kind: kindOf(f.Type), field: i,
			optional: strings.Contains(options, "optional")}
		if _, scale, ok := strings.Cut(options, "decimal("); ok {
			scale, _, _ = strings.Cut(scale, ":")
			c.kind, c.decimals = "number", atoi(scale)
		}
		all = append(all, c)
	}
	return all
}

func kindOf(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Bool:
		return "boolean"
	case reflect.String:
		return "string"
	}
	return "integer"
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic("a decimal's scale in a tag: " + s) // a slip of the programmer
	}
	return n
}

// text is the cell of the row, and whether there is anything.
func (c column) text(row reflect.Value) (string, bool) {
	v := row.Field(c.field)
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return "", false
		}
		return decimal(v.Elem().Int(), c.decimals), true
	}
	switch {
	case c.optional && v.IsZero():
		return "", false
	case v.Kind() == reflect.String:
		return v.String(), true
	case v.Kind() == reflect.Bool:
		return strconv.FormatBool(v.Bool()), true
	}
	return strconv.FormatInt(v.Int(), 10), true
}

// decimal writes a count of units of the last decimal as short as it is exact.
func decimal(n int64, decimals int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	digits := strconv.FormatInt(n, 10)
	if len(digits) <= decimals {
		digits = strings.Repeat("0", decimals+1-len(digits)) + digits
	}
	whole, part := digits[:len(digits)-decimals], strings.TrimRight(digits[len(digits)-decimals:], "0")
	if part == "" {
		return sign + whole
	}
	return sign + whole + "." + part
}
