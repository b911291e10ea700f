package layout

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
)

// The report of an office tells of its projects before their forms follow: the text belongs to the first of the forms,
// and what it says of another project explains that project's figures.

// mostAsides bounds the paragraphs that one form is given, shortestProject is the fewest characters of a name that is
// looked for in running text.
const (
	mostAsides      = 20
	shortestProject = 4
)

// tieAsides gives each form the paragraphs of the other forms' texts that name its project.
func tieAsides(forms []*form.Form) {
	if len(forms) < 2 {
		return
	}
	for _, f := range forms {
		name := nameInText(f.Project)
		if utf8.RuneCountInString(name) < shortestProject {
			continue
		}
		for _, other := range forms {
			if other != f {
				f.Aside = append(f.Aside, naming(other.Text, name, mostAsides-len(f.Aside))...)
			}
		}
	}
}

// nameInText is what running text calls a project: 某某补助资金—国土绿化 is 国土绿化.
func nameInText(project string) string {
	if i := lastSign(project, "—－"); i >= 0 {
		_, size := utf8.DecodeRuneInString(project[i:])
		project = project[i+size:]
	}
	return strings.TrimSuffix(squeeze(project), "项目")
}

func naming(text []form.Paragraph, name string, most int) (found []form.Paragraph) {
	for _, p := range text {
		if len(found) < most && !p.Cell && p.Level == 0 && strings.Contains(p.Text, name) {
			found = append(found, p)
		}
	}
	return found
}
