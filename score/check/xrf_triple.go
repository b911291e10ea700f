package check

import (
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
)

// triple is three amounts that follow one another in a sentence, with the words before and between them.
type triple struct {
	spoken
	x, y, z            quantity.Found
	lead, first, last  string // before x, between x and y, between y and z
	alone              bool   // no amount of the unit of x stands before it
	nowAt, wasAt, byAt quantity.Found
	loose              bool
}

// changesWithin reads the sentences that state a figure, the earlier one and the change of them:
// 由X提高到Y，提高Z; Y，比上年的X提高Z; Y，同比提高Z（上年X）; Y，上年为X，提高Z.
func changesWithin(n *narrative) []change {
	var all []change
	for k, s := range n.sentences() {
		for _, t := range triples(s, n.figures()[k]) {
			if t.read() {
				all = append(all, t.change())
			}
		}
	}
	return all
}

// farApart is how many bytes may stand between two amounts of one statement.
const farApart = 60

func triples(s spoken, numbers []quantity.Found) []triple {
	var all []triple
	for i := 0; i+2 < len(numbers); i++ {
		x, y, z := numbers[i], numbers[i+1], numbers[i+2]
		t := triple{spoken: s, x: x, y: y, z: z, lead: strings.TrimSpace(s.Text[:x.Start]), first: s.Text[x.End:y.Start], last: s.Text[y.End:z.Start]}
		if len(t.first) > farApart || len(t.last) > farApart || strings.Contains(t.first, "其中") || strings.Contains(t.last, "其中") {
			continue
		}
		t.alone = !slices.ContainsFunc(numbers[:i], func(before quantity.Found) bool { return before.Unit == x.Unit })
		all = append(all, t)
	}
	return all
}

// read tells which amount is which; false where the words do not say.
func (t *triple) read() bool {
	switch {
	case from(t.lead) && hasAny(t.first, "到", "至", "为") && rising(t.last) != 0:
		t.wasAt, t.nowAt, t.byAt = t.x, t.y, t.z
	case rising(t.lead) != 0:
		return false
	case versus(t.first) && rising(t.last) != 0:
		t.nowAt, t.wasAt, t.byAt = t.x, t.y, t.z
	case t.alone && rising(t.first) != 0 && earlier(t.last) && rising(t.last) == 0 && !hasAny(t.first, "目标", "计划", "年初"):
		t.nowAt, t.byAt, t.wasAt, t.loose = t.x, t.y, t.z, true
	case t.alone && earlier(t.first) && rising(t.first) == 0 && !hasAny(t.first, "比", "较") && rising(t.last) != 0 && len(t.last) <= len("，同比分别下降了"):
		t.nowAt, t.wasAt, t.byAt, t.loose = t.x, t.y, t.z, !t.yearOnYear()
	default:
		return false
	}
	return true
}

// lastYearIs and yearOnYearIs are all that may stand between this year's figure, last year's and the change where
// nothing but the two years is compared: 1240件，上年为1100件，同比增长12.73%.
var (
	lastYearIs   = wording.New(`^[，,、；;（(]?(?:而)?(?:上年|上一年|去年|20\d\d年)(?:度|同期)?(?:数)?(?:为|是|完成)?$`)
	yearOnYearIs = wording.New(`^[）)，,、；;]*(?:同比|较上年|比上年|较去年|比去年)(?:增长|提升|提高|上升|增加|下降|降低|减少)(?:了|幅度为|率为)?$`)
)

// yearOnYear reports that the words between the three figures leave nothing else to be meant.
func (t *triple) yearOnYear() bool {
	return lastYearIs.MatchString(strings.TrimSpace(t.first)) && yearOnYearIs.MatchString(strings.TrimSpace(t.last))
}

// versus reports words that end in an earlier year with which something is compared: ，比上年的.
func versus(words string) bool {
	if !hasAny(words, "比", "较") || !earlier(words) {
		return false
	}
	_, ok := cutAny(strings.TrimSuffix(strings.TrimSpace(words), "的"), "年", "年度", "同期")
	return ok
}

// from reports words that end in 由 or 从, whatever year they name behind it: 由2022年的.
func from(lead string) bool {
	lead = strings.TrimSuffix(lead, "的")
	for _, w := range []string{"上年", "上一年", "去年", "年初", "年度", "年底", "年末", "年", "同期"} {
		lead = strings.TrimSuffix(lead, w)
	}
	lead = strings.TrimRight(lead, "0123456789 ")
	_, ok := cutAny(lead, "由", "从")
	return ok
}

// earlier reports words that name the year before, or a year at all.
func earlier(words string) bool {
	return hasAny(words, "上年", "上一年", "去年", "同期") || yearNamed.MatchString(words)
}

func (t *triple) change() change {
	s := t.spoken
	quote := func(q quantity.Found) string { return s.Text[q.Start:q.End] }
	sign := rising(s.Text[:t.byAt.Start])
	return change{
		now: t.nowAt.Quantity, before: t.wasAt.Quantity, by: t.byAt.Quantity, rising: sign, loose: t.loose,
		nowText: quote(t.nowAt), wasText: quote(t.wasAt), byText: quote(t.byAt), subject: clauseAt(s.Text, max(t.x.Start-1, 0)),
		place: s.place(t.byAt.Start, t.byAt.End-t.byAt.Start), also: []document.Place{s.place(t.nowAt.Start, t.nowAt.End-t.nowAt.Start)},
	}
}
