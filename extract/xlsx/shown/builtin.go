package shown

// BuiltIn is the code of a number format that files name by number alone, as Chinese spreadsheets show it. It
// reports false for dates, times, fractions and powers of ten.
func BuiltIn(id int) (string, bool) {
	switch id {
	case 0, 49:
		return "General", true
	case 1:
		return "0", true
	case 2:
		return "0.00", true
	case 3:
		return "#,##0", true
	case 4:
		return "#,##0.00", true
	case 5, 6:
		return `"¥"#,##0;"¥"-#,##0`, true
	case 7, 8:
		return `"¥"#,##0.00;"¥"-#,##0.00`, true
	case 9:
		return "0%", true
	case 10:
		return "0.00%", true
	case 37, 38:
		return "#,##0;-#,##0", true
	case 39, 40:
		return "#,##0.00;-#,##0.00", true
	case 41, 42:
		return `#,##0;-#,##0;"-"`, true
	case 43, 44:
		return `#,##0.00;-#,##0.00;"-"`, true
	}
	return "", false
}
