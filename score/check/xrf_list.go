package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

var xrfEnumeration = &Check{
	Code: "XRF-09", Prose: true, Level: finding.Error,
	Title:   document.Message{ZH: "计数与列举不符", EN: "A count against its own list"},
	Doc:     document.Message{ZH: "“甲、乙、丙等N个”所列项数不应多于 N；“包括甲、乙、丙共N个”“下辖甲、乙、丙N个”“以下N个方面：一是……”所列项数应等于 N。只有项目汇总表的，正文所说的自评项目数与表内项目数不一致也提示。列举中套列举、并列词语义不明的不提示。", EN: "“A, B, C and so on, N in all” lists no more than N; “A, B, C, together N”, “over A, B, C, N in all” and “N points: first …” list exactly N. Where a file is a list of projects, the number of projects that its text gives is held against the rows. Lists within lists are left alone."},
	Formula: "等N个：列举数 ≤ N；共N个：列举数 = N",
	Why:     document.Message{ZH: "数目与列举对不上，说明有遗漏或虚报，工作量类指标常以这个数为完成值。", EN: "A count that its own list denies shows something left out or made up, and is often the result of an indicator."},
	Allows:  document.Message{ZH: "“等N个”可以少列，只有多列才提示；“共N个”“以下N个”须相等；嵌套、带“和”“及”或长短悬殊的列举及超过60的数不判断。", EN: "“Such as, N in all” may list fewer and only more is told, “N in all” has to be equal; nested or uneven lists, items joined by and, and counts above 60 are not judged."},
	Clause:  onlyOneFact,
	Trips:   document.Message{ZH: "“甲区、乙区、丙区、丁区等 3 个区”", EN: "Four districts listed, three counted"},
	Silent:  document.Message{ZH: "“甲区、乙区等 12 个区”", EN: "Two districts named as examples of twelve"},
	Run:     runEnumeration,
}

func runEnumeration(p *Pass) {
	compared := 0
	for i, s := range p.read.sentences() {
		for _, q := range p.read.amounts()[i] {
			n, ok := smallCount(q)
			if !ok {
				continue
			}
			if listed, exact, found := listBefore(s.Text, q.Start); found {
				compared++
				if listed > n || exact && listed != n {
					p.Report(listDiffers(s, q, listed, n, exact))
				}
			}
		}
	}
	compared += announced(p) + listedBehind(p) + projectsCounted(p)
	if compared == 0 {
		p.Skip("正文没有带计数的列举", "The text has no counted list")
	}
}

func smallCount(q quantity.Found) (int, bool) {
	if q.Kind != quantity.Number || q.Approximate || q.Unit == "" || q.Bound != quantity.None {
		return 0, false
	}
	if strings.HasPrefix(q.Unit, "%") || strings.HasPrefix(q.Unit, "万") || strings.HasPrefix(q.Unit, "亿") || strings.Contains(q.Unit, "元") {
		return 0, false
	}
	v := q.Rat()
	if v == nil || !v.IsInt() || !v.Num().IsInt64() {
		return 0, false
	}
	n := v.Num().Int64()
	return int(n), n >= 2 && n <= 60
}

// listBefore counts the list that ends in 等 or 共 right before a number. exact is set for 共.
func listBefore(text string, at int) (listed int, exact, found bool) {
	before := strings.TrimSpace(text[:at])
	list, ok := strings.CutSuffix(before, "等")
	if !ok {
		if list, exact = cutAny(before, "一共", "共计", "合计", "共"); !exact {
			n := len(namesUnder(before))
			return n, true, n > 2
		}
		list = strings.TrimRight(list, "，, ")
	}
	items, ok := listItems(list)
	return len(items), exact, ok && (!exact || introduced(list))
}

// namesUnder are the names between 下辖 or the like and a count of them (下辖滨江、城北、高铁、临港4个监管所): of three
// names and more, the count is of them all.
func namesUnder(before string) []string {
	clause := strings.TrimLeft(lastClause(before), "，,。；")
	for _, over := range []string{"下辖", "所辖", "管辖", "下设", "内设", "辖"} {
		_, list, ok := strings.Cut(clause, over)
		if !ok {
			continue
		}
		if items, ok := listItems(list); ok {
			return items
		}
		return nil
	}
	return nil
}

func cutAny(s string, suffixes ...string) (string, bool) {
	for _, x := range suffixes {
		if rest, ok := strings.CutSuffix(s, x); ok {
			return rest, true
		}
	}
	return s, false
}

// introduced reports a list that says where it begins: 包括, 分别为, a colon.
func introduced(list string) bool {
	return hasAny(lastClause(list), "包括", "分别为", "分别是", "涉及", "：", ":")
}

func lastClause(s string) string {
	if i := strings.LastIndexAny(s, "，,。；"); i >= 0 {
		return s[i:]
	}
	return s
}

// listItems splits a list at 、 outside brackets and quotes. ok is false for lists whose number of
// items can be read in two ways: nested ones, or with items of very unequal length.
func listItems(list string) ([]string, bool) {
	list = topLevel(list)
	items := strings.Split(list, "、")
	if len(items) < 2 {
		return nil, false
	}
	for _, intro := range []string{"包括", "分别为", "分别是", "涉及", "：", ":"} {
		if i := strings.LastIndex(items[0], intro); i >= 0 {
			items[0] = items[0][i+len(intro):]
		}
	}
	shortest, longest := 99, 0
	for i, item := range items {
		n := utf8.RuneCountInString(strings.TrimSpace(item))
		if n == 0 || strings.ContainsAny(item, "0123456789等") || i+1 < len(items) && hasAny(item, "和", "及", "与", "两") {
			return nil, false
		}
		if i > 0 {
			shortest, longest = min(shortest, n), max(longest, n)
		}
	}
	return items, longest <= 12 && longest <= 4*shortest
}

// topLevel is the last clause of a list, with what stands in brackets and quotes taken out.
func topLevel(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range lastRunes(s, 200) {
		switch r {
		case '（', '(', '《', '“', '「':
			depth++
		case '）', ')', '》', '”', '」':
			if depth == 0 {
				b.Reset()
				continue
			}
			depth--
			b.WriteRune('某')
		case '，', ',', '。', '；', ';', '！', '？', '\n':
			if depth == 0 {
				b.Reset()
			}
		default:
			if depth == 0 {
				b.WriteRune(r)
			}
		}
	}
	return strings.TrimSpace(b.String())
}

func listDiffers(s spoken, q quantity.Found, listed, n int, exact bool) finding.Finding {
	printed := s.Text[q.Start:q.End]
	zh, en := "列举了 %[1]d 项，却写“等%[2]s”，列举多于计数，请核对", "%[1]d are listed, but the text counts %[2]s"
	if exact {
		zh = "列举了 %[1]d 项，却计为“%[2]s”，请核对"
	}
	return finding.Finding{
		Subject: printed + clauseFrom(runes(s.Text[q.End:], 8)), Printed: printed, Due: fmt.Sprint(listed),
		Says:    both(zh, en, listed, printed),
		Working: fmt.Sprintf("%d ≠ %d", listed, n),
		Place:   s.place(q.Start, q.End-q.Start),
	}
}

// ordinals are the ways to number the points of a list within a paragraph.
var ordinals = [][]string{
	{"一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"},
	{"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"},
	{"（1）", "（2）", "（3）", "（4）", "（5）", "（6）", "（7）", "（8）", "（9）", "（10）"},
}

// announced compares 以下N个方面：一是…二是… with the points that follow in the same paragraph.
func announced(p *Pass) int {
	compared := 0
	for i, s := range p.read.sentences() {
		for _, q := range p.read.amounts()[i] {
			n, ok := smallCount(q)
			if !ok || n > 10 {
				continue
			}
			body := s.paragraph.Text[s.Start+q.End:]
			colon := strings.IndexAny(runes(body, 9), "：:")
			if colon < 0 || strings.ContainsAny(body[:colon], "，。；") {
				continue
			}
			_, size := utf8.DecodeRuneInString(body[colon:])
			listed := pointsIn(body[colon+size:])
			if listed == 0 {
				continue
			}
			compared++
			if listed != n {
				p.Report(listDiffers(s, q, listed, n, true))
			}
		}
	}
	return compared
}

// pointsIn counts the points of a list that begins right at the start of the text.
func pointsIn(text string) int {
	text = strings.TrimSpace(text)
	for _, marks := range ordinals {
		if !strings.HasPrefix(text, marks[0]) {
			continue
		}
		n := 0
		for n < len(marks) && strings.Contains(text, marks[n]) {
			text = text[strings.Index(text, marks[n]):]
			n++
		}
		if n >= 2 {
			return n
		}
	}
	return 0
}

// listedBehind compares 所属单位5个，分别是甲中心、乙站和丙所 with the names behind the count.
func listedBehind(p *Pass) int {
	compared := 0
	for i, s := range p.read.sentences() {
		for _, q := range p.read.amounts()[i] {
			n, ok := smallCount(q)
			if !ok {
				continue
			}
			if least, most := namesBehind(s.Text[q.End:]); most > 0 {
				compared++
				if n < least || n > most {
					p.Report(listDiffers(s, q, least, n, true))
				}
			}
		}
	}
	return compared
}

// namesBehind counts the bodies that 分别是 lists up to the end of the sentence. Their names may hold 和 themselves
// (水利和湖泊局): one joins two names for certain only behind the end of a name. most is 0 where the words are no such list.
func namesBehind(text string) (least, most int) {
	list, ok := strings.CutPrefix(strings.TrimLeft(text, "，,（( "), "分别")
	if !ok || !hasAny(runes(list, 1), "是", "为", "：") {
		return 0, 0
	}
	_, size := utf8.DecodeRuneInString(list)
	list = strings.TrimRight(strings.TrimSpace(list[size:]), "。；;）)")
	if strings.ContainsAny(list, "，,；;。（(“0123456789") || hasAny(list, "等", "以及") {
		return 0, 0
	}
	items := strings.Split(list, "、")
	for _, item := range items {
		parts := strings.FieldsFunc(item, func(r rune) bool { return strings.ContainsRune("和及与", r) })
		least++
		for k, part := range parts {
			if k+1 == len(parts) && !body(part) {
				return 0, 0 // not a list of bodies
			}
			if k+1 < len(parts) && body(part) {
				least++
			}
		}
		most += len(parts)
	}
	if len(items) < 2 {
		return 0, 0
	}
	return least, most
}

// body reports a name that ends as the names of offices and institutions do.
func body(name string) bool {
	_, ok := cutAny(strings.TrimSpace(name), "中心", "局", "站", "所", "队", "处", "办", "院", "馆", "校", "科", "股", "室", "园", "会", "公司", "部", "场", "镇", "乡", "街道", "村", "社区", "区", "县")
	return ok && utf8.RuneCountInString(name) >= 2
}
