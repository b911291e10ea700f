package claim

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/wording"
)

// shortened is where a report introduces the short name of its office: （以下简称“管护中心”）.
var shortened = wording.New(`[（(](?:以下)?(?:简称|统称)(?:为)?[:：]?\s*[“"]?([^”"（）()，。]{2,16})[”"]?[）)]`)

// mostOffices bounds the short names that are taken up.
const mostOffices = 8

// offices are the names a report gives itself, the longest first.
func offices(f *form.Form) []string {
	var all []string
	if f.Unit != "" {
		all = append(all, f.Unit)
	}
	for _, p := range f.Text {
		if len(all) >= mostOffices || !strings.Contains(p.Text, "称") {
			continue
		}
		for _, m := range shortened.FindAllStringSubmatch(p.Text, 2) {
			all = append(all, m[1])
		}
	}
	slices.SortStableFunc(all, func(a, b string) int { return utf8.RuneCountInString(b) - utf8.RuneCountInString(a) })
	return all
}
