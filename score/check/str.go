package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/score/finding"
)

// str are the slips of structure: numbers of tables, names of annexes and of offices.
func str() []*Check { return []*Check{strTables, strOrder, strContents, strAnnex, strShort} }

var consistentReport = document.Message{
	ZH: "报告应当结构完整、编号连续、名称统一",
	EN: "A report is complete, its numbers run on and its names are the same throughout",
}

var strTables = &Check{
	Code: "STR-01", Prose: true, Needs: AllText, Level: finding.Warning,
	Title:   document.Message{ZH: "表号跳号或重号", EN: "A table number is missing or used twice"},
	Doc:     document.Message{ZH: "“表 N：……”的编号从最小号到最大号应连续，且一个编号只对应一个表名；续表不算重号。", EN: "The numbers of 表 N run on from the least to the greatest, one title each; a continued table is no second one."},
	Formula: "{表号} = {min … max}",
	Why:     document.Message{ZH: "缺的表可能正是不愿列出的数据，重号则使正文引用指向不明。", EN: "A missing table may hold just what was not to be shown, and a number used twice leaves references open."},
	Allows:  document.Message{ZH: "续表和名称八成以上相近的同号表不算重号；编号从几开始不问，跨度超过100的不查缺号。", EN: "Continuations and titles eight tenths alike are no repeat; the first number is not asked for, and gaps over a span of more than 100 are not looked for."},
	Clause:  consistentReport,
	Trips:   document.Message{ZH: "有表 1、表 3、表 4，没有表 2", EN: "Tables 1, 3 and 4"},
	Silent:  document.Message{ZH: "表 1、表 2、表 2（续）", EN: "Tables 1, 2 and 2 continued"},
	Run:     runTables,
}

var strAnnex = &Check{
	Code: "STR-04", Prose: true, Level: finding.Info,
	Title:   document.Message{ZH: "附件名称不一致", EN: "An annex is named in two ways"},
	Doc:     document.Message{ZH: "正文“附件：……”所列名称与附件自身标题只差一两个字，多为漏字。标题中多出的单位名称不算差异。", EN: "The name listed behind 附件： and the annex's own title differ by a letter or two. The office's name in one of them is no difference."},
	Formula: "附件目录名称 = 附件标题",
	Why:     document.Message{ZH: "附件名称对不上，审核时可能找不到附件，或拿错了版本。", EN: "An annex under another name may not be found, or the wrong one taken."},
	Allows:  document.Message{ZH: "只差一两个字才提示，完全不同的视为附件另附；开头年度和多出的单位名称不算差异，不足六字的名称不比较。", EN: "Told only where a letter or two differ, wholly unlike titles are taken for annexes kept elsewhere; the year and the unit in front are no difference, and names under six letters are not compared."},
	Clause:  consistentReport,
	Trips:   document.Message{ZH: "正文“指标体系评表”，附件“指标体系评分表”", EN: "One letter is missing in the list of annexes"},
	Silent:  document.Message{ZH: "附件标题比目录多出单位名称", EN: "The title has the office's name in it as well"},
	Run:     runAnnex,
}

func runTables(p *Pass) {
	captions := p.Form.Captions
	if len(captions) < 2 {
		p.Skip("编号的表不足两个", "Fewer than two numbered tables")
		return
	}
	titles := map[int]form.Caption{}
	low, high := captions[0].Number, captions[0].Number
	var known []string
	for _, c := range captions {
		if first, ok := titles[c.Number]; ok {
			if again(first.Title, c.Title) {
				continue
			}
			p.Report(finding.Finding{
				Subject: fmt.Sprintf("表 %d", c.Number), Printed: c.Title, Due: first.Title,
				Says:  both("表 %[1]d 的编号用了两次：“%[2]s”和“%[3]s”", "Table number %[1]d is used twice: “%[2]s” and “%[3]s”", c.Number, first.Title, c.Title),
				Place: c.Place, Also: []document.Place{first.Place},
			})
			continue
		}
		titles[c.Number] = c
		known = append(known, fmt.Sprintf("表 %d", c.Number))
		low, high = min(low, c.Number), max(high, c.Number)
	}
	missingTables(p, titles, low, high, strings.Join(known, "、"))
}

// again reports a caption that repeats or continues an earlier one.
func again(first, title string) bool {
	return hasAny(title, "续") || lexicon.Similar(first, title) >= 80 || title == "" || first == ""
}

func missingTables(p *Pass, titles map[int]form.Caption, low, high int, known string) {
	if high-low > 100 {
		return
	}
	for n := low + 1; n < high; n++ {
		if _, ok := titles[n]; ok {
			continue
		}
		next := n
		for ; next < high; next++ {
			if _, ok := titles[next]; ok {
				break
			}
		}
		p.Report(finding.Finding{
			Subject: fmt.Sprintf("表 %d", n), Printed: known, Due: fmt.Sprintf("表 %d", n),
			Says:  both("报告中有%[1]s，缺少表 %[2]d，表号不连续", "The report has %[1]s, but no table %[2]d", known, n),
			Place: titles[next].Place,
		})
	}
}

// mostNamed bounds the annexes and short names that are looked at; no report has so many.
const mostNamed = 20

// longestAnnex is how many letters the name of an annex has at most.
const longestAnnex = 80

// annexLine reads the name of an annex in a line of a list: 附件1：绩效自评表.
func annexLine(line string) (name string, ok bool) {
	rest, ok := strings.CutPrefix(line, "附件")
	if !ok {
		return "", false
	}
	rest = strings.TrimLeft(rest, blanks)
	for range 2 {
		if r, size := utf8.DecodeRuneInString(rest); strings.ContainsRune("0123456789一二三四五六七八九十", r) {
			rest = rest[size:]
		}
	}
	rest, ok = cutOne(strings.TrimLeft(rest, blanks), ":", "：", ".", "、")
	name = strings.TrimLeft(rest, blanks)
	for utf8.RuneCountInString(name) < shortestAnnex && len(name) < len(rest) {
		name = rest[len(rest)-len(name)-1:] // blanks count where letters are few
	}
	return name, ok && utf8.RuneCountInString(name) >= shortestAnnex && !longerThan(name, longestAnnex) && !strings.Contains(name, "\n")
}

func runAnnex(p *Pass) {
	var named int
	var all []annexTitle
	for i := range p.Form.Text {
		para := &p.Form.Text[i]
		if !p.read.paragraphHas(i, "附件") || named >= mostNamed {
			continue
		}
		name, ok := annexLine(strings.TrimSpace(para.Text))
		if !ok {
			continue
		}
		if named++; named == 1 {
			all = annexTitles(p.Form)
		}
		title, place, ok := likeTitle(all, i, strings.TrimRight(name, "。；"))
		if ok {
			p.Report(finding.Finding{
				Subject: name, Printed: name, Due: title,
				Says:  both("附件目录写作“%[1]s”，附件标题为“%[2]s”，名称不一致，请核对", "The annex is listed as “%[1]s”, its title is “%[2]s”", name, title),
				Place: para.Place, Also: []document.Place{place},
			})
		}
	}
	if named == 0 {
		p.Skip("正文没有列附件名称", "The text lists no annex")
	}
}

// annexTitle is what may be the title of an annex.
type annexTitle struct {
	text  string
	line  int // of the text; -1 for what stands elsewhere
	place *document.Place
}

// annexTitles are the title, the short paragraphs and the captions of a form.
func annexTitles(f *form.Form) []annexTitle {
	all := make([]annexTitle, 0, 1+len(f.Text)+len(f.Listings))
	add := func(text string, line int, place *document.Place) {
		all = append(all, annexTitle{text, line, place})
	}
	add(f.Title, -1, &f.Total.Score.Place)
	for i := range f.Text {
		para := &f.Text[i]
		_, listed := annexLine(para.Text)
		if listed = listed || strings.HasPrefix(para.Text, "附件："); !listed && !longerThan(para.Text, longestAnnex) {
			add(para.Text, i, &para.Place)
		}
	}
	for i := range f.Listings {
		add(f.Listings[i].Caption, -1, &f.Listings[i].Place)
	}
	return all
}

// likeTitle finds a title that is nearly, but not wholly, the annex's name; none if some title is.
func likeTitle(all []annexTitle, line int, name string) (title string, place document.Place, ok bool) {
	best := 3
	wanted := []rune(lexicon.Fold(withoutYear(name)))
	if len(wanted) < shortestAnnex {
		return "", document.Place{}, false
	}
	end := wanted[len(wanted)-1]
	for _, c := range all {
		if c.line == line || unicode.Is(unicode.Han, end) && !strings.ContainsRune(c.text, end) {
			continue // no title ends so
		}
		d := titleDistance(wanted, []rune(lexicon.Fold(withoutYear(c.text))))
		if d == 0 {
			return "", document.Place{}, false
		}
		if d < best {
			best, title, place = d, c.text, *c.place
		}
	}
	return title, place, best < 3
}

// shortestAnnex is how many letters the name of an annex has at least.
const shortestAnnex = 6

// titleDistance is the number of letters by which the name differs from the end of the title, the year
// in front of both left out; 99 for what is no title of the kind.
func titleDistance(a, b []rune) int {
	if len(b)+2 < len(a) || a[len(a)-1] != b[len(b)-1] {
		return 99
	}
	best := 99
	for n := len(a) - 2; n <= len(a)+2; n++ {
		if n > 0 && n <= len(b) {
			best = min(best, lexicon.Distance(a, b[len(b)-n:]))
		}
	}
	return best
}

// withoutYear drops the year in front of a title: 2023年度.
func withoutYear(s string) string {
	year := strings.TrimLeft(s, blanks)
	if !strings.HasPrefix(year, "19") && !strings.HasPrefix(year, "20") || len(year) < 4 || strings.Trim(year[2:4], "0123456789") != "" {
		return s
	}
	rest, ok := strings.CutPrefix(strings.TrimLeft(year[4:], blanks), "年")
	if !ok {
		return s
	}
	return strings.TrimPrefix(rest, "度")
}
