package check

import "strings"

// nested writes quotes within quotes as single ones: ““接诉即办”满意度” becomes “‘接诉即办’满意度”. A text
// whose quotes do not pair is left as it is.
func nested(text string) string {
	if strings.Count(text, "“") < 2 {
		return text
	}
	var b strings.Builder
	depth := 0
	for _, r := range text {
		switch r {
		case '“':
			depth++
			if depth > 1 {
				r = '‘'
			}
		case '”':
			if depth > 1 {
				r = '’'
			}
			depth--
		}
		if depth < 0 {
			return text
		}
		b.WriteRune(r)
	}
	if depth != 0 {
		return text
	}
	return b.String()
}
