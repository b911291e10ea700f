package main

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"fuhe/extract/document"
)

// longestReason is how many characters the Chinese text of why, or of the tolerance, has at most: it is read beside
// the finding.
const longestReason = 100

// TestEveryCheckHasItsOwnReasons: why a finding matters and what is let pass is told by each check in one sentence of
// its own, and the checks that it leaves things to are there.
func TestEveryCheckHasItsOwnReasons(t *testing.T) {
	owner, codes := map[string]string{}, map[string]bool{}
	for _, c := range catalogued() {
		codes[c.Code] = true
	}
	named := regexp.MustCompile(`[A-Z]{3}-\d\d`)
	for _, c := range catalogued() {
		for _, m := range []document.Message{c.Why, c.Allows} {
			if n := utf8.RuneCountInString(m.ZH); n == 0 || n > longestReason || strings.Index(m.ZH, "。")+len("。") != len(m.ZH) {
				t.Errorf("%s: %d characters, want one sentence of up to %d: %s", c.Code, n, longestReason, m.ZH)
			}
			if !strings.HasSuffix(m.EN, ".") || strings.Contains(m.EN, ". ") {
				t.Errorf("%s: want one sentence: %q", c.Code, m.EN)
			}
			for _, text := range []string{m.ZH, m.EN} {
				if other, taken := owner[text]; taken {
					t.Errorf("%s says what %s says: %s", c.Code, other, text)
				}
				owner[text] = c.Code
				for _, code := range named.FindAllString(text, -1) {
					if !codes[code] || code == c.Code {
						t.Errorf("%s points to %s: %s", c.Code, code, text)
					}
				}
			}
			if zh, en := strings.Join(named.FindAllString(m.ZH, -1), " "), strings.Join(named.FindAllString(m.EN, -1), " "); zh != en {
				t.Errorf("%s points to %q in Chinese and to %q in English", c.Code, zh, en)
			}
		}
	}
}
