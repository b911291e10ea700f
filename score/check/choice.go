package check

import (
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
	"fuhe/score/finding"
)

// Choice narrows the catalogue. Its words are codes (EXE-01) or families (EXE), in any case; the zero
// Choice runs everything.
type Choice struct {
	Only []string // where there are any, nothing else runs
	Skip []string // these do not run, whatever Only says
}

// Split tells the checks that are to run from those that are not, and why.
func (c Choice) Split(all []*Check) (run []*Check, left []finding.Skip) {
	for _, x := range all {
		switch {
		case names(c.Skip, x.Code):
			left = append(left, finding.Skip{Code: x.Code, Why: document.Message{ZH: "按 --skip 未执行", EN: "left out by --skip"}})
		case len(c.Only) > 0 && !names(c.Only, x.Code):
			left = append(left, finding.Skip{Code: x.Code, Why: document.Message{ZH: "按 --only 未执行", EN: "not among those of --only"}})
		default:
			run = append(run, x)
		}
	}
	return run, left
}

func names(words []string, code string) bool {
	for _, w := range words {
		if strings.EqualFold(w, code) || strings.EqualFold(w, familyOf(code)) {
			return true
		}
	}
	return false
}

func familyOf(code string) string {
	family, _, _ := strings.Cut(code, "-")
	return family
}

// Known reports whether a word is a code or a family of the catalogue; if not, nearest is the one most
// like it.
func Known(all []*Check, word string) (nearest string, ok bool) {
	best := 99
	for _, x := range all {
		for _, name := range []string{x.Code, familyOf(x.Code)} {
			if strings.EqualFold(name, word) {
				return name, true
			}
			if d := lexicon.Distance([]rune(strings.ToUpper(word)), []rune(name)); d < best {
				best, nearest = d, name
			}
		}
	}
	return nearest, false
}
