package check

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/wording"
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

var shortName = wording.New(`([^，。；、“”（）()\s]{4,40})[（(](?:以下)?(?:简称|统称)(?:为)?[:：]?\s*[“"]?([^”"（）()，。]{2,16})[”"]?[）)]`)

// definition is a short name that is defined for a full one, with the byte that it stands at.
type definition struct {
	full, short string
	at          int
}

// Bounds on one definition: how many there are in a paragraph, and how many letters a full name has.
const (
	mostDefined = 4
	longestFull = 40
)

// shortNames are the short names that a paragraph defines. The expression is tried where it can match alone: from
// the clause before a bracket that begins with one of its words, to the bracket's end.
func shortNames(text string) (all []definition) {
	for at := 0; at < len(text) && len(all) < mostDefined; {
		open := strings.IndexAny(text[at:], "（(")
		if open < 0 {
			break
		}
		open += at
		_, size := utf8.DecodeRuneInString(text[open:])
		at = open + size
		inside := strings.TrimPrefix(text[at:], "以下")
		if !strings.HasPrefix(inside, "简称") && !strings.HasPrefix(inside, "统称") {
			continue
		}
		full := lastRunes(text[:open], longestFull)
		if mark := strings.LastIndexAny(full, "，。；、“”（）()"+blanks); mark >= 0 {
			_, size := utf8.DecodeRuneInString(full[mark:])
			full = full[mark+size:]
		}
		from, end := open-len(full), at+len(upTo(text[at:], "）)（("))
		if m := shortName.FindStringSubmatchIndex(text[from:end]); m != nil {
			all = append(all, definition{text[from+m[2] : from+m[3]], text[from+m[4] : from+m[5]], from + m[4]})
		}
	}
	return all
}

// upTo is a text up to the first of the marks, which it ends with; without one it is the whole text.
func upTo(text, marks string) string {
	at := strings.IndexAny(text, marks)
	if at < 0 {
		return text
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	return text[:at+size]
}

func runTerms(p *Pass) {
	if len(p.Form.Text) == 0 {
		p.Skip("没有正文", "There is no running text")
		return
	}
	defined := 0
	for i := range p.Form.Text {
		if defined >= mostNamed || !p.read.paragraphHas(i, "简称", "统称") {
			continue
		}
		para := &p.Form.Text[i]
		for _, d := range shortNames(para.Text) {
			defined++
			reportShort(p, d.full, d.short, para.PlaceAt(d.at, len(d.short)))
		}
	}
	lettersLost(p)
}

func reportShort(p *Pass, full, short string, defined document.Place) {
	other, count, place := undefinedShort(p.read, full, short)
	if count < 2 {
		return
	}
	used := 0
	for i := range p.Form.Text {
		if p.read.letters(i).May(short) {
			used += strings.Count(p.Form.Text[i].Text, short)
		}
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
func undefinedShort(n *narrative, full, short string) (other string, count int, place document.Place) {
	s := []rune(short)
	if len(s) < 4 {
		return "", 0, place
	}
	counts := map[string]int{}
	places := map[string]document.Place{}
	for i := range n.form.Text {
		if !n.letters(i).Has(s[0]) || !n.letters(i).Has(s[len(s)-1]) {
			continue
		}
		para := &n.form.Text[i]
		text := para.Text
		for _, name := range []string{full, short} {
			if n.letters(i).May(name) {
				text = strings.ReplaceAll(text, name, "。")
			}
		}
		for cut := range cutsLike(text, s) {
			if !otherCut(cut, full, short) {
				continue
			}
			counts[cut]++
			if _, ok := places[cut]; !ok {
				places[cut] = para.PlaceAt(strings.Index(para.Text, cut), len(cut))
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

// cutsLike are the pieces of a text that begin and end like the short name, of three letters up to one more
// than that has.
func cutsLike(text string, short []rune) iter.Seq[string] {
	first, last := string(short[0]), short[len(short)-1]
	return func(yield func(string) bool) {
		for at := strings.Index(text, first); at >= 0; {
			letters := 0
			for i, r := range text[at:] {
				if letters++; letters > len(short)+1 {
					break
				}
				if letters >= 3 && r == last && !yield(text[at:at+i+utf8.RuneLen(r)]) {
					return
				}
			}
			next := strings.Index(text[at+len(first):], first)
			if next < 0 {
				return
			}
			at += len(first) + next
		}
	}
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
