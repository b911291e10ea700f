package layout

import "fuhe/normalize/form"

// totalFirst puts the total of a funds block that closes it, 合计, before its parts, where the other
// layouts print it. A row with a weight or a score of its own is no part.
func totalFirst(funds []form.Fund) []form.Fund {
	n := len(funds)
	if n < 2 || !closesFunds(funds[n-1]) {
		return funds
	}
	for _, x := range funds[:n-1] {
		if closesFunds(x) || x.Score.Numeric() || x.Weight.Numeric() {
			return funds
		}
	}
	total := funds[n-1]
	total.Part = false
	ordered := append([]form.Fund{total}, funds[:n-1]...)
	for i := range ordered[1:] {
		ordered[i+1].Part = true
	}
	return ordered
}

// closesFunds reports whether a funds row is named as the sum of those above it.
func closesFunds(x form.Fund) bool {
	switch squeeze(x.Name) {
	case "合计", "总计", "资金合计", "合计金额":
		return true
	}
	return false
}
