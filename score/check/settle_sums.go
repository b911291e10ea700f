package check

import (
	"math/big"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// unblamed takes out the sums that are right for what a row is due and wrong only for what it prints: the row was
// misprinted, and the sum bears that out. The row's finding then tells both, as an error.
func unblamed(found []finding.Finding) []finding.Finding {
	var dropped []bool
	for i := range found {
		if !isSum(found[i].Code) || found[i].Level != finding.Error {
			continue
		}
		gap := gapOf(found[i])
		if gap == nil {
			continue
		}
		if row := rowBehind(found, i, gap); row >= 0 {
			blame(&found[row], found[i])
			if dropped == nil {
				dropped = make([]bool, len(found))
			}
			dropped[i] = true
		}
	}
	if dropped == nil {
		return found
	}
	at := -1
	return slices.DeleteFunc(found, func(finding.Finding) bool { at++; return dropped[at] })
}

func isSum(code string) bool { return code == "TOT-01" || code == "TOT-02" }

// rowBehind is the one finding about an addend of the sum whose due figure makes it right; -1 for none, or several.
func rowBehind(found []finding.Finding, sum int, gap *big.Rat) int {
	row := -1
	for k := range found {
		x := &found[k]
		if x.Level == finding.Info || !ofScore(x.Code) || !slices.ContainsFunc(found[sum].Also, func(at document.Place) bool { return spotOf("", at) == spotOf("", x.Place) }) {
			continue
		}
		own := gapOf(*x)
		if own == nil || quantity.Plus(own, gap).Sign() != 0 {
			continue
		}
		if row >= 0 && found[row].Place != x.Place {
			return -1
		}
		row = k
	}
	return row
}

// ofScore reports the checks that say what a score is due to be.
func ofScore(code string) bool {
	switch code {
	case "EXE-02", "EXE-08", "SCR-01", "SCR-02", "SCR-03", "SCR-04", "SCR-05", "SCR-07", "SCR-08", "SCR-09", "SCR-14", "RUL-03", "RUL-04":
		return true
	}
	return false
}

// gapOf is printed less due, where both are one number.
func gapOf(f finding.Finding) *big.Rat {
	printed, due := quantity.Parse(f.Printed), quantity.Parse(strings.TrimLeft(f.Due, "≤<"))
	if !printed.Numeric() || !due.Numeric() || printed.Upper != "" || due.Upper != "" {
		return nil
	}
	return quantity.Minus(printed.Rat(), due.Rat())
}

// blame says with the row that the sum counts what the row is due.
func blame(row *finding.Finding, sum finding.Finding) {
	due := strings.TrimLeft(row.Due, "≤<")
	row.Level = finding.Error
	row.Says.ZH += "；“" + sum.Subject + "”" + sum.Printed + "系按" + due + "分计入，所列得分与合计必有一误"
	row.Says.EN += "; " + sum.Subject + ", " + sum.Printed + ", counts it as " + due + ", so that one of them is wrong"
	row.Also = join(*row, finding.Finding{Place: sum.Place})
}
