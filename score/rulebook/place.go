package rulebook

import (
	_ "embed"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
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

// places are all that are known: a line a province, with its cities; districts of a city are indented. They are
// looked up in the list as it is written, for a form asks for a few and a table of all would cost more.
type places struct{ letters lexicon.Letters }

func readPlaces() places { return places{lexicon.LettersOf(placesText)} }

// find returns the place that a text begins to speak of first, by its longest name there: 湖北省武汉市 lies
// in Wuhan. A province may stand without 省 where the text begins.
func (all *places) find(text string) (found []place, name string) {
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

// startingAt returns the longest name that the text begins with, and what is called so: several provinces may
// use a name.
func (all *places) startingAt(text string) (found []place, name string) {
	const head = len("吉林") // no name is shorter
	if len(text) < head || !all.letters.May(text[:head]) {
		return nil, ""
	}
	for at := range listed(text[:head]) {
		word, _, _ := strings.Cut(placesText[at:lineEnd(at)], " ")
		p, ok := placeAt(at, word)
		if !ok || len(word) < len(name) || !strings.HasPrefix(text, word) {
			continue
		}
		if len(word) > len(name) {
			found, name = nil, word
		}
		if !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	return found, name
}

// listed goes through the places of the list where a name begins so.
func listed(head string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for at := 0; ; at += len(head) {
			next := strings.Index(placesText[at:], head)
			if next < 0 {
				return
			}
			if at += next; at > 0 && placesText[at-1] == ' ' && !yield(at) {
				return
			}
		}
	}
}

// placeAt is the place of which a name stands there in the list; ok is false for the city at the head of its
// districts, which stands with its province as well.
func placeAt(at int, name string) (p place, ok bool) {
	start := strings.LastIndexByte(placesText[:at], '\n') + 1
	districts := placesText[start] == ' '
	if districts {
		p.city, _, _ = strings.Cut(strings.TrimLeft(placesText[start:lineEnd(start)], " "), " ")
		if strings.TrimLeft(placesText[start:at], " ") == "" {
			return p, false
		}
	}
	for placesText[start] == ' ' {
		start = strings.LastIndexByte(placesText[:start-1], '\n') + 1
	}
	p.code, p.province, _ = strings.Cut(placesText[start:lineEnd(start)], " ")
	p.province, _, _ = strings.Cut(p.province, " ")
	if !districts && name != p.province {
		p.city = name
	}
	return p, true
}

func lineEnd(at int) int { return at + strings.IndexByte(placesText[at:], '\n') }

// named is what is called so in full.
func (all *places) named(name string) []place {
	found, longest := all.startingAt(name)
	if longest != name {
		return nil
	}
	return found
}

// narrowed looks behind the name of a province or city for one within it: 武汉市 behind 湖北省.
func (all *places) narrowed(found []place, name, rest string) ([]place, string) {
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
func (all *places) bare(text string) (found []place, name string) {
	for _, cut := range []string{"省", "市", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区"} {
		for _, size := range []int{2, 3} {
			head := firstRunes(text, size)
			if head == "" || roadly(text[len(head):]) {
				continue
			}
			for _, p := range all.named(head + cut) {
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
func (all *places) located(f *form.Form) (found []place, name string) {
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
func (all *places) coded(project string) (found []place, code string) {
	if code = codeOf(project); code == "" {
		return nil, ""
	}
	at := strings.Index(placesText, "\n"+code[:2]+" ")
	if at < 0 {
		return nil, code[:6]
	}
	province, _, _ := strings.Cut(placesText[at+len("\n00 "):], " ")
	return []place{{code: code[:2], province: province}}, code[:6]
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
