package portfolio

import "fuhe/normalize/form"

// spotKind is which entry of a form a spot is.
type spotKind uint8

const (
	wholeForm spotKind = iota
	totalScore
	fundBudget
	fundSpent
	targetOf
	actualOf
	lastOf
	claimOf
	sectionScore
	paragraphOf
)

// spot is an entry of a form that a draft wants to see.
type spot struct {
	card int32
	kind spotKind
	at   int16
}

// entry is what stands at a spot.
type entry struct {
	form.Entry
	subject string
	bare    string // unit of an amount without one
	text    string // of a paragraph, whole
	masked  []rune
}

// seen are the spots that were fetched.
type seen map[spot]entry

func placed(e form.Entry, subject, bare string) entry {
	return entry{Entry: e, subject: subject, bare: bare}
}

// look is what stands at the spot of the form.
func look(f *form.Form, s spot) entry {
	at := int(s.at)
	switch s.kind {
	case totalScore:
		return placed(f.Total.Score, "总分", "")
	case fundBudget:
		return placed(f.Funds[at].Budget, f.Funds[at].Name, f.Funds[at].Money)
	case fundSpent:
		return placed(f.Funds[at].Spent, f.Funds[at].Name, f.Funds[at].Money)
	case targetOf:
		return placed(f.Indicators[at].Target, f.Indicators[at].Name, "")
	case actualOf:
		return placed(f.Indicators[at].Actual, f.Indicators[at].Name, "")
	case lastOf:
		return placed(f.Indicators[at].LastYear, f.Indicators[at].Name, "")
	case claimOf:
		e := f.Claims[at].Quantity
		e.Place = f.Claims[at].Place
		return placed(e, f.Claims[at].Subject, "")
	case sectionScore:
		return placed(f.Sections[at].Score, f.Sections[at].Name, "")
	case paragraphOf:
		return paragraphAt(f, at)
	}
	return entry{}
}
