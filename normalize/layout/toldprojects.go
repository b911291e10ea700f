package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
)

// A disclosure of accounts (决算公开) tells of the evaluations of several projects, a paragraph each: 某某项目绩效自评综述：
// …自评得分98分，自评等级为优. They are the rows of a list in sentences, and none of their points is the total of a form.

// toldProjects finds the projects whose evaluations the text tells of, and the paragraph of each; none where it tells of
// one project only, however often.
func toldProjects(text []form.Paragraph) (rows []form.Listed, at []int) {
	for i := range text {
		if row, ok := toldProject(&text[i]); ok {
			rows, at = append(rows, row), append(at, i)
		}
	}
	if countProjects(rows) < fewestListed {
		return nil, nil
	}
	return rows, at
}

// toldProject reads a paragraph that opens with a project's name and tells its points.
func toldProject(p *form.Paragraph) (form.Listed, bool) {
	if p.Cell {
		return form.Listed{}, false
	}
	name := openingProject(p.Text)
	if name == "" {
		return form.Listed{}, false
	}
	score, ok := statedTotal(p, 0)
	if !ok {
		return form.Listed{}, false
	}
	grade, _ := statedGrade(p)
	at := strings.Index(p.Text, name)
	return form.Listed{Name: name, Score: score, Grade: grade, InText: true, Place: p.PlaceAt(at, len(name))}, true
}

// openingProject is the project that the first words of a paragraph name: up to 项目, or to what they go on to tell of
// (某某补助绩效自评综述). Blank where they name none of their own: 该项目, 2个项目.
func openingProject(text string) string {
	opening, _, _ := cutSign(trimOrdinal(text), "，。；：:（(")
	for _, told := range []string{"绩效", "自评"} {
		opening, _, _ = strings.Cut(opening, told)
	}
	name := withoutYear(opening)
	if end := strings.LastIndex(name, "项目"); end > 0 {
		name = name[:end+len("项目")]
	}
	n := utf8.RuneCountInString(name)
	if !namesMoney(name) && !strings.HasSuffix(name, "补助") || n > longestTold || utf8.RuneCountInString(ownWords(name)) < 3 || speaksOfMany(name) {
		return ""
	}
	return name
}

// withoutYear drops the year that opens a name: 2022年度某某项目.
func withoutYear(name string) string {
	before, after, ok := strings.Cut(name, "年")
	if _, dated := lastYear(before); ok && dated && len(before) == 4 {
		return strings.TrimPrefix(after, "度")
	}
	return name
}

// speaksOfMany reports words that point to projects, and name none.
func speaksOfMany(name string) bool {
	return slices.ContainsFunc([]string{"该", "本项目", "上述", "以上", "各", "所有", "全部", "个项目", "纳入", "其他", "我局", "我单位"}, func(w string) bool { return strings.Contains(name, w) })
}

// countProjects counts the projects among the rows; a name within another is the same one in short.
func countProjects(rows []form.Listed) int {
	var names []string
	for _, row := range rows {
		if !slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, row.Name) || strings.Contains(row.Name, n) }) {
			names = append(names, row.Name)
		}
	}
	return len(names)
}

// readToldProjects keeps the projects that the form's text tells of, and sets their points apart from its own.
func (w *walker) readToldProjects() {
	rows, at := toldProjects(w.form.Text)
	for k, i := range at {
		w.spoken(i)
		w.form.Text[i].Project = rows[k].Name
	}
	w.form.Told = rows
	*w.projects = append(*w.projects, rows...)
}
