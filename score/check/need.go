package check

import (
	"fmt"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
)

// Need is what of a report a check needs in full. Pages that were not read, such as scans among pages with text,
// leave the others to the checks that look at one row or one figure.
type Need int

const (
	Given   Need = iota // what was read is enough
	AllText             // tells of what is said nowhere
	AllRows             // adds up or counts the rows of the form
)

// lost are the pages that the check misses.
func (n Need) lost(f *form.Form) []int {
	switch n {
	case AllText:
		return f.Unread
	case AllRows:
		return f.Gaps
	}
	return nil
}

// unread is why a check that misses pages is skipped.
func (n Need) unread(pages []int) document.Message {
	list := strings.Trim(strings.Join(strings.Fields(fmt.Sprint(pages)), ", "), "[]")
	if n == AllRows {
		return document.Message{
			ZH: fmt.Sprintf("第%s页未能读取，本表可能有行在该页，不作合计与计数", strings.ReplaceAll(list, ", ", "、")),
			EN: fmt.Sprintf("rows of the form may stand on pages that were not read (%s), so nothing is added up or counted", list),
		}
	}
	return document.Message{
		ZH: fmt.Sprintf("第%s页未能读取，所缺的说明可能在该页", strings.ReplaceAll(list, ", ", "、")),
		EN: fmt.Sprintf("what is missing may stand on pages that were not read (%s)", list),
	}
}
