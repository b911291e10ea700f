package portfolio

import (
	"fmt"

	"fuhe/extract/document"
	"fuhe/score/check"
	"fuhe/score/finding"
)

// Check is one check over all forms: documented as any other, run over what was gathered.
type Check struct {
	check.Check
	Run func(*holdings) ([]draft, *document.Message) // the message: what could not be compared, and why
}

// draft is a finding to be: the spots whose wording and place it needs, and what it then tells.
type draft struct {
	check *Check
	spots []spot
	tell  func(seen) []Finding
}

// All is the catalogue of the checks over many forms.
func All() []*Check {
	return []*Check{popFull, popDigits, popCopied, popCost, popUnchanged, popLastYear, popSummary, popTwice, popParagraphs}
}

// Documented are the checks as the catalogue of all checks lists them.
func Documented() []*check.Check {
	var all []*check.Check
	for _, c := range All() {
		all = append(all, &c.Check)
	}
	return all
}

// run runs the check; one that could compare a part only is both run and skipped.
func (c *Check) run(h *holdings, r *Review) []draft {
	drafts, why := c.Run(h)
	if why != nil {
		r.Skipped = append(r.Skipped, finding.Skip{Code: c.Code, Why: *why})
		if len(drafts) == 0 {
			return nil
		}
	}
	r.Ran = append(r.Ran, c.Code)
	for i := range drafts {
		drafts[i].check = c
	}
	return drafts
}

// both is a message with the same figures in both languages; the formats may name their arguments by number.
func both(zh, en string, args ...any) document.Message {
	return document.Message{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}
}

func why(zh, en string) *document.Message { return &document.Message{ZH: zh, EN: en} }

// figure is a figure with its name.
func figure(zh, en, format string, v ...any) Figure {
	return Figure{document.Message{ZH: zh, EN: en}, fmt.Sprintf(format, v...)}
}
