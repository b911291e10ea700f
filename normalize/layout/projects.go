package layout

import (
	"slices"
	"strings"

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

// addListed takes one row of a list of projects, or its total, with the grade that stands in it.
func (r *reader) addListed(rec *record, grade form.Entry) bool {
	name := squeeze(rec.text(lexicon.ProjectName))
	if first := squeeze(rec.text(lexicon.Sequence)); r.lex.Has(lexicon.TotalWords, first) {
		name = first
	}
	if name == "" || placeholder(name) {
		return true
	}
	*r.projects = append(*r.projects, form.Listed{
		Name: name, Total: r.lex.Has(lexicon.TotalWords, name), Grade: grade, Money: r.money, Place: rec.at(lexicon.ProjectName).place.Quoting(name),
		Budget: blankEntry(rec.at(lexicon.Budget)), Spent: blankEntry(rec.at(lexicon.Spent)), Rate: blankEntry(rec.at(lexicon.Rate)), Score: ownEntry(rec.at(lexicon.Score)),
	})
	return true
}

// alikeProjects is from when on two names are taken for one project, with no other name as near.
const alikeProjects = 90

// tieListed gives each form what the lists of projects say of it: rows with its project's name, or with
// one so like it that no other form's is nearer.
func tieListed(forms []*form.Form, rows []form.Listed) {
	for _, row := range rows {
		if f := formOf(forms, row.Name); f != nil && !row.Total {
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

// fewestListed is how many projects a list has at least to be looked at without their forms.
const fewestListed = 2

// listForm makes a form of a file that holds a list of scored projects, or tells of them, and holds none of their forms:
// its funds are the projects of the list, below their total. Nil where the file does not say that they were evaluated.
func listForm(read []draft, rows []form.Listed) *form.Form {
	projects, scored := withoutTotals(rows)
	if len(projects) < fewestListed || !scored {
		return nil
	}
	rows = slices.DeleteFunc(slices.Clone(rows), func(row form.Listed) bool { return row.InText })
	projects, _ = withoutTotals(rows)
	for _, d := range read {
		title := d.listTitle()
		if title == "" && len(d.form.Told) == 0 {
			continue
		}
		f := d.form
		f.Title, f.Listed, f.Funds = title, projects, fundsOfList(projects, rows)
		f.Layout = recognise(f)
		return f
	}
	return nil
}

// listTitle is the line that names a list of results: the form's title, or 项目支出绩效自评结果汇总表.
func (d draft) listTitle() string {
	if d.form.Title != "" {
		return d.form.Title
	}
	lines := slices.Clone(d.titles)
	for i := range d.form.Text {
		if p := &d.form.Text[i]; titleLine(p) {
			lines = append(lines, p.Text)
		}
	}
	for _, text := range lines {
		if lexicon.HoldsAny(text, "绩效", "自评") && (strings.HasSuffix(text, "表") || strings.HasSuffix(text, "汇总") || strings.HasSuffix(text, "情况")) {
			return text
		}
	}
	return ""
}

func withoutTotals(rows []form.Listed) (projects []form.Listed, scored bool) {
	for _, row := range rows {
		if !row.Total {
			projects, scored = append(projects, row), scored || row.Score.Numeric()
		}
	}
	return projects, scored
}

// fundsOfList are the projects as funds. They are parts of a total if one stands behind, or before, all of
// them; totals in between are of some of them only.
func fundsOfList(projects, rows []form.Listed) []form.Fund {
	if len(rows) == 0 {
		return nil
	}
	var list []form.Fund
	first, last := rows[0], rows[len(rows)-1]
	whole := len(rows) == len(projects)+1 && (first.Total || last.Total)
	if whole && first.Total {
		list = append(list, fundOf(first, false))
	} else if whole {
		list = append(list, fundOf(last, false))
	}
	for _, row := range projects {
		list = append(list, fundOf(row, whole))
	}
	return list
}

func fundOf(row form.Listed, part bool) form.Fund {
	return form.Fund{Name: row.Name, Part: part, Budget: row.Budget, Spent: row.Spent, Rate: row.Rate, Money: row.Money}
}

// gradeAmong is the grade that stands in a row of a list, told by its word: the column has many names.
func gradeAmong(cells []cellAt) form.Entry {
	for _, c := range cells {
		if word := squeeze(c.text); !c.shared && isGrade(word) {
			return form.Entry{Text: word, Place: c.Place.Quoting(word)}
		}
	}
	return form.Entry{}
}
