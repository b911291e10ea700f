package rulebook

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
)

//go:embed places.txt
var placesText string

// place is a province, or a city of one.
type place struct {
	code     string // of the province, two digits
	province string
	city     string // empty for a province
}

// in reports whether the place lies in the region, a province or a city.
func (p place) in(region string) bool {
	return region == p.province || region == p.city && region != ""
}

// places are all that are known, by each of their names. A name that several provinces use has several.
type places map[string][]place

// namedPlaces is about how many names the list has.
const namedPlaces = 1000

// readPlaces reads the list: a line a province, with its cities; districts of a city are indented.
func readPlaces() places {
	all := make(places, namedPlaces)
	var code, province string
	for line := range strings.Lines(placesText) {
		names := strings.Fields(line)
		switch {
		case len(names) < 2 || names[0] == "#":
		case line[0] == ' ':
			for _, district := range names[1:] {
				all.add(district, place{code, province, names[0]})
			}
		default:
			code, province = names[0], names[1]
			all.add(province, place{code, province, ""})
			all.add(code, place{code, province, ""})
			for _, city := range names[2:] {
				all.add(city, place{code, province, city})
			}
		}
	}
	return all
}

func (all places) add(name string, p place) {
	if !slices.Contains(all[name], p) {
		all[name] = append(all[name], p)
	}
}

// longestPlace is the length of the longest name, in characters.
const longestPlace = 14

// find returns the place that a text begins to speak of first, by its longest name there: 湖北省武汉市 lies
// in Wuhan. A province may stand without 省 where the text begins.
func (all places) find(text string) (found []place, name string) {
	for i, r := range text {
		if r < utf8.RuneSelf {
			continue
		}
		if found, name = all.startingAt(text[i:]); found != nil {
			return all.narrowed(found, name, text[i+len(name):])
		}
	}
	return all.bare(strings.TrimLeft(text, "0123456789年度 　"))
}

// startingAt returns the longest name that the text begins with.
func (all places) startingAt(text string) (found []place, name string) {
	end, count := 0, 0
	for i, r := range text {
		end = i + utf8.RuneLen(r)
		if count++; count > longestPlace || end > len(text) {
			break
		}
		if p := all[text[:end]]; p != nil {
			found, name = p, text[:end]
		}
	}
	return found, name
}

// narrowed looks behind the name of a province or city for one within it: 武汉市 behind 湖北省.
func (all places) narrowed(found []place, name, rest string) ([]place, string) {
	next, inner := all.startingAt(rest)
	var within []place
	for _, p := range next {
		if slices.ContainsFunc(found, func(q place) bool { return q.code == p.code }) {
			within = append(within, p)
		}
	}
	if len(within) > 0 {
		return within, name + inner
	}
	return found, name
}

// bare finds a province by its short name at the start of a text: 湖北某厅. A road may be called so too.
func (all places) bare(text string) (found []place, name string) {
	for _, cut := range []string{"省", "市", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区"} {
		for _, size := range []int{2, 3} {
			head := firstRunes(text, size)
			if head == "" || roadly(text[len(head):]) {
				continue
			}
			for _, p := range all[head+cut] {
				if p.city == "" {
					return []place{p}, head
				}
			}
		}
	}
	return nil, ""
}

func firstRunes(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return ""
}

// roadly reports whether a text goes on as the name of a road or a part of town does: 上海路, 北京大道.
func roadly(rest string) bool {
	for _, word := range []string{"路", "街", "大道", "大街", "东", "西", "南", "北", "中", "新村", "里"} {
		if strings.HasPrefix(rest, word) {
			return true
		}
	}
	return false
}

// located is where the unit of a form lies: by its name, else by the fields that name a body or a
// district, else by the title, else by the code of the project.
func (all places) located(f *form.Form) (found []place, name string) {
	texts := []string{f.Unit}
	for _, field := range f.Fields {
		if strings.Contains(field.Name, "单位") || strings.Contains(field.Name, "部门") || strings.Contains(field.Name, "地区") || strings.Contains(field.Name, "区划") {
			texts = append(texts, field.Value.Text)
		}
	}
	for _, text := range append(texts, f.Title) {
		if found, name = all.find(text); found != nil {
			return found, name
		}
	}
	return all.coded(f.Project)
}

// coded is the province of a project's code, which the filing software begins with the six digits of the
// division that filed it.
func (all places) coded(project string) (found []place, code string) {
	if code = codeOf(project); code == "" {
		return nil, ""
	}
	return all[code[:2]], code[:6]
}

// codeOf is the project's code, if its name begins with one: division, year, kind of project and number, as
// in 51092324T000010263357.
func codeOf(project string) string {
	const division, serial = 8, 9 // division and year; the least digits of the number
	text := strings.TrimSpace(project)
	head := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if head != division || text[0] == '0' || text[0] > '6' || len(text) <= division || text[division] < 'A' || text[division] > 'Z' {
		return ""
	}
	rest := text[division+1:]
	number := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if number < serial {
		return ""
	}
	return text[:division+1+number]
}
