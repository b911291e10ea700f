package check

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/score/finding"
)

var strShort = &Check{
	Code: "STR-05", Prose: true, Level: finding.Info,
	Title:   document.Message{ZH: "简称或用语前后不统一", EN: "A short name or a wording that varies"},
	Doc:     document.Message{ZH: "报告定义了单位简称（简称“……”），正文又多次使用另一个由全称缩成、未经定义的简称；或同一句话在两处只差中间一个字，多为漏字。数字、否定词和序数的差别不算。", EN: "The report defines a short name for its office and uses another one, cut from the full name as well, that it never defined; or one clause stands twice with a letter missing in the middle. Numbers, denials and ordinals are no slips."},
	Formula: "简称集合 = {已定义简称}；重复语句的编辑距离 = 0",
	Why:     document.Message{ZH: "简称混用或句子漏字，读者会以为是两个单位、两件事，也常是拼接照搬的痕迹。", EN: "Short names mixed up, or a letter lost, look like two offices or two things, and are often the trace of pieced-together text."},
	Allows:  document.Message{ZH: "另一简称出现两次以上才提示；重复语句只差中间一个汉字才算漏字，数字、否定词、方位和层级字不算，不足10字、超过40字的不比较。", EN: "The other short name has to stand twice; a lost letter is one Chinese letter inside a repeated clause of 10 to 40 letters, and numerals, denials, directions and ranks are let pass."},
	Clause:  consistentReport,
	Trips:   document.Message{ZH: "定义“市水务管理局”，另有 5 处写“市水管局”", EN: "“City Water Administration” is defined, “City Water Bureau” is used"},
	Silent:  document.Message{ZH: "全文均用已定义的简称", EN: "The defined name is used throughout"},
	Run:     runTerms,
}

var shortName = lazily(`([^，。；、“”（）()\s]{4,40})[（(](?:以下)?(?:简称|统称)(?:为)?[:：]?\s*[“"]?([^”"（）()，。]{2,16})[”"]?[）)]`)

func runTerms(p *Pass) {
	if len(p.Form.Text) == 0 {
		p.Skip("没有正文", "There is no running text")
		return
	}
	defined := 0
	for _, para := range p.Form.Text {
		if defined >= mostNamed || !hasAny(para.Text, "简称", "统称") {
			continue
		}
		for _, m := range shortName().FindAllStringSubmatchIndex(para.Text, 4) {
			full, short := para.Text[m[2]:m[3]], para.Text[m[4]:m[5]]
			defined++
			reportShort(p, full, short, para.PlaceAt(m[4], m[5]-m[4]))
		}
	}
	lettersLost(p)
}

func reportShort(p *Pass, full, short string, defined document.Place) {
	other, count, place := undefinedShort(p.Form, full, short)
	if count < 2 {
		return
	}
	used := 0
	for _, para := range p.Form.Text {
		used += strings.Count(para.Text, short)
	}
	p.Report(finding.Finding{
		Subject: other, Printed: other, Due: short,
		Says: both("已定义简称“%[1]s”（出现 %[3]d 处），另有 %[4]d 处写作“%[2]s”，后者未定义，建议统一",
			"“%[1]s” is the defined short name (used %[3]d times); “%[2]s” stands in %[4]d places and is not defined", short, other, used, count),
		Place: place, Also: []document.Place{defined},
	})
}

// undefinedShort finds the commonest other cut of the full name: it begins and ends like the defined
// one, its letters stand in the full name in their order, and it is part of neither.
func undefinedShort(f *form.Form, full, short string) (other string, count int, place document.Place) {
	s := []rune(short)
	if len(s) < 4 {
		return "", 0, place
	}
	counts := map[string]int{}
	places := map[string]document.Place{}
	for _, para := range f.Text {
		text := []rune(strings.ReplaceAll(strings.ReplaceAll(para.Text, full, "。"), short, "。"))
		for i := range text {
			for n := 3; text[i] == s[0] && n <= len(s)+1 && i+n <= len(text); n++ {
				cut := string(text[i : i+n])
				if text[i+n-1] != s[len(s)-1] || !otherCut(cut, full, short) {
					continue
				}
				counts[cut]++
				if _, ok := places[cut]; !ok {
					places[cut] = para.PlaceAt(strings.Index(para.Text, cut), len(cut))
				}
			}
		}
	}
	for _, cut := range slices.Sorted(maps.Keys(counts)) {
		if counts[cut] > count {
			other, count, place = cut, counts[cut], places[cut]
		}
	}
	return other, count, place
}

func otherCut(cut, full, short string) bool {
	return subsequence(cut, full) && !strings.Contains(full, cut) && !strings.Contains(short, cut)
}

func subsequence(short, full string) bool {
	rest := full
	for _, r := range short {
		i := strings.IndexRune(rest, r)
		if i < 0 {
			return false
		}
		rest = rest[i+utf8.RuneLen(r):]
	}
	return true
}

// Bounds on the clauses that are compared for lost letters.
const (
	shortestClause = 10
	longestClause  = 40
	mostClauses    = 4000
)

// clausePlace is a clause of the narrative in its comparable form.
type clausePlace struct {
	text   string // as printed
	said   spoken
	offset int
}

func (c clausePlace) place() document.Place { return c.said.place(c.offset, len(c.text)) }

// lettersLost finds clauses that stand twice, once with a letter less in their middle. Two such clauses
// begin with the same few letters or end with them, so only those are held against each other.
func lettersLost(p *Pass) {
	clauses := clausesOf(p.read)
	folds := slices.Sorted(maps.Keys(clauses))
	like := make(map[clauseEnd][]string, 2*len(folds))
	both := make([][2]clauseEnd, len(folds))
	for i, fold := range folds {
		both[i][0], both[i][1] = ends(fold)
		for _, end := range both[i] {
			like[end] = append(like[end], fold)
		}
	}
	for i, fold := range folds {
		if less, at := withoutLetter(fold, both[i], like); at > 0 {
			p.Report(letterLost([]rune(fold), at, clauses[less], clauses[fold]))
		}
	}
}

// withoutLetter finds, among the clauses by their ends, one that lacks a letter of this one; at is 0 for none.
func withoutLetter(fold string, ends [2]clauseEnd, like map[clauseEnd][]string) (less string, at int) {
	for _, end := range ends {
		end.runes--
		for _, less := range like[end] {
			if at := lostAtRune(fold, less); at > 0 {
				return less, at
			}
		}
	}
	return "", 0
}

// clauseEnd is the first or the last letters of a clause of so many letters.
type clauseEnd struct {
	letters string
	last    bool
	runes   int
}

// ends are the first and the last letters of a clause.
func ends(fold string) (begin, end clauseEnd) {
	n := utf8.RuneCountInString(fold)
	return clauseEnd{runes(fold, shortestClause/2), false, n}, clauseEnd{fold[len(runes(fold, n-shortestClause/2)):], true, n}
}

// lostAtRune is the index of the one plain letter, not at either end, that the longer text has more; or 0.
func lostAtRune(longer, shorter string) int {
	if len(longer) <= len(shorter) || len(longer) > len(shorter)+utf8.UTFMax {
		return 0
	}
	x, y := []rune(longer), []rune(shorter)
	at := 0
	for at < len(y) && x[at] == y[at] {
		at++
	}
	if len(x) != len(y)+1 || at < 2 || at+2 >= len(x) || !slices.Equal(x[at+1:], y[at:]) || !plainLetter(x, at) {
		return 0
	}
	return at
}

func letterLost(r []rune, at int, shorter, longer clausePlace) finding.Finding {
	return finding.Finding{
		Subject: string(r[at-1 : at+2]), Printed: shorter.text, Due: longer.text,
		Says:  both("“%[1]s”与另一处“%[2]s”只差一个“%[3]s”字，请核对是否漏字", "“%[1]s” and “%[2]s” differ by the one letter %[3]s", shorter.text, longer.text, string(r[at])),
		Place: shorter.place(), Also: []document.Place{longer.place()},
	}
}

func clausesOf(n *narrative) map[string]clausePlace {
	clauses := map[string]clausePlace{}
	for _, s := range n.sentences() {
		if s.paragraph.Level > 0 {
			continue
		}
		from := 0
		for from < len(s.Text) && len(clauses) < mostClauses {
			end := strings.IndexAny(s.Text[from:], "，。；：")
			if end < 0 {
				end = len(s.Text) - from
			}
			text := strings.TrimSpace(s.Text[from : from+end])
			fold := lexicon.Fold(text)
			if n := utf8.RuneCountInString(fold); n >= shortestClause && n <= longestClause {
				if _, ok := clauses[fold]; !ok {
					clauses[fold] = clausePlace{text, s, from}
				}
			}
			_, size := utf8.DecodeRuneInString(s.Text[from+end:])
			from += end + max(size, 1)
		}
	}
	return clauses
}

// plainLetter reports a Chinese letter whose loss is a slip: no numeral, no denial, nothing that tells
// one thing from another (上年 and 年, 分局 and 局).
func plainLetter(r []rune, i int) bool {
	return unicode.Is(unicode.Han, r[i]) && !strings.ContainsRune("一二三四五六七八九十百千万亿两半第不未无非已各全总分副上下前后左右大小新老旧东西南北省市县区乡镇村级期本各的了和与及等", r[i])
}
