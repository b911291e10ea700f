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

// value is the cell of the row: a string, a bool, an int32, an int64 that counts units of the last decimal, or
// nil where there is none.
func (c column) value(row reflect.Value) any {
	v := row.Field(c.field)
	switch {
	case v.Kind() == reflect.Pointer && v.IsNil(), c.optional && v.IsZero():
		return nil
	case v.Kind() == reflect.Pointer:
		return v.Elem().Interface()
	}
	return v.Interface()
}

// text is the cell of the row in writing, and whether there is anything.
func (c column) text(row reflect.Value) (string, bool) {
	switch v := c.value(row).(type) {
	case string:
		return v, true
	case bool:
		return strconv.FormatBool(v), true
	case int32:
		return strconv.Itoa(int(v)), true
	case int64:
		return decimal(v, c.decimals), true
	}
	return "", false
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
