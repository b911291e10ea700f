package layout

import (
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// A file with the forms of many projects often opens with a list of them: 序号 | 项目名称 | 全年预算数 | 全年执行数 |
// 自评得分. Its rows are no rows of any form; each says something of the form of its project.

// listsProjects reports whether the columns are those of a list of projects: it names them, and numbers
// or scores them. Money alone may be the funds of a department, by project.
func (h header) listsProjects() bool {
	return h.has(lexicon.ProjectName) && !h.has(lexicon.Name) && !h.has(lexicon.Target) && !h.has(lexicon.Actual) &&
		(h.has(lexicon.Score) || h.has(lexicon.Sequence)) && (h.has(lexicon.Score) || h.has(lexicon.Budget) || h.has(lexicon.Spent))
}

// addListed takes one row of a list of projects.
func (r *reader) addListed(rec record) bool {
	name := squeeze(rec[lexicon.ProjectName].text)
	if name == "" || placeholder(name) || r.lex.Has(lexicon.TotalWords, name) {
		return true
	}
	*r.projects = append(*r.projects, form.Listed{
		Name: name, Money: r.money, Place: rec[lexicon.ProjectName].place.Quoting(name),
		Budget: blankEntry(rec[lexicon.Budget]), Spent: blankEntry(rec[lexicon.Spent]), Rate: blankEntry(rec[lexicon.Rate]), Score: ownEntry(rec[lexicon.Score]),
	})
	return true
}

// alikeProjects is from when on two names are taken for one project, with no other name as near.
const alikeProjects = 90

// tieListed gives each form what the lists of projects say of it: rows with its project's name, or with
// one so like it that no other form's is nearer.
func tieListed(forms []*form.Form, rows []form.Listed) {
	for _, row := range rows {
		if f := formOf(forms, row.Name); f != nil {
			f.Listed = append(f.Listed, row)
		}
	}
}

func formOf(forms []*form.Form, project string) *form.Form {
	var best *form.Form
	most, second := 0, 0
	for _, f := range forms {
		alike := 0
		if f.Project != "" {
			alike = lexicon.Similar(f.Project, project)
		}
		if alike > most {
			best, most, second = f, alike, most
		} else if alike > second {
			second = alike
		}
	}
	if most < alikeProjects || most == second || most < 100 && most-second < 6 {
		return nil
	}
	return best
}
