package check

import (
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
)

var xrfCopied = &Check{
	Code: "XRF-14", Level: finding.Warning, Run: runCopied,
	Title:   document.Message{ZH: "单位或项目名称疑似照搬", EN: "A unit or project named as if copied from another report"},
	Doc:     document.Message{ZH: "正文的自称（我局、我院、我校、我中心等）与表内单位、主管部门的性质不符；以另一单位的名义叙述自评工作（“某某局高度重视绩效自评工作”）或自评结果；标题所写项目名称与表内项目名称毫无相近之处。财政部门、上级单位，以及正文已定义的简称不算。", EN: "The text speaks of itself as a bureau, hospital, school or centre that the units named in the form are not; another office is said to have carried out the evaluation; or a heading names a project that has nothing in common with the form's. Finance offices and short names that the text defines are no such thing."},
	Formula: "自称 ∈ {单位, 主管部门}；标题项目 ≈ 项目名称",
	Why:     document.Message{ZH: "套用别的单位或项目的报告，里面的情况、问题、措施就都不是本单位的。", EN: "A report taken from another unit or project tells that one's facts, problems and remedies."},
	Allows:  document.Message{ZH: "单位全称、简称、下属和主管部门都算本单位，名称字词一半以上相同即认可，项目名称三成以上相同即认可；财政、上级等泛称不提示。", EN: "The unit's names, short names, subordinates and superiors are its own, half of the letters in common will do, three tenths for a project; finance offices and general names are let pass."},
	Clause:  document.Message{ZH: "自评报告应当结合本单位、本项目实际编写，不得照搬照抄", EN: "a self-evaluation is written for its own unit and project and not copied"},
	Trips:   document.Message{ZH: "单位为“某市人民医院”，正文“我局严格按照要求开展自评”", EN: "the unit is a hospital, the text says “our bureau”"},
	Silent:  document.Message{ZH: "单位为“某市第二中学”，主管部门为“某市教育局”，正文“我局”“我校”", EN: "a school under a bureau: the text may say either"},
}

// selves are the words, with 我 in each, by which an office calls itself, with the letters one of which its name then has.
var selves = []struct{ word, letters string }{
	{"我局", "局"}, {"我委", "委"}, {"我厅", "厅"}, {"我院", "院"}, {"我校", "校学"}, {"我中心", "心"}, {"我镇", "镇"}, {"我乡", "乡"}, {"我街道", "街"}, {"我馆", "馆"}, {"我站", "站"}, {"我园", "园"},
}

// selfBefore and selfBehind are letters beside such a word that make another word of it: 自我, 我委托, 我局限.
const (
	selfBefore = "自本你他"
	selfBehind = "托派限面势长在村土友亲容立景林区"
)

func runCopied(p *Pass) {
	if p.Form.Unit == "" || len(p.Form.Text) == 0 {
		p.Skip("没有读到单位名称，或没有正文", "no unit was read, or there is no running text")
		return
	}
	names := sync.OnceValue(func() string { return ownNames(p.read) })
	foreignSelf(p, names)
	foreignOffice(p, names)
	foreignProject(p)
}

// ownNames joins the units that the form and its text name as their own.
func ownNames(n *narrative) string {
	f := n.form
	all := []string{f.Unit, f.Title}
	for _, field := range f.Fields {
		if hasAny(field.Name, "单位", "部门", "机构") {
			all = append(all, field.Value.Text)
		}
	}
	for i := range f.Text {
		if n.paragraphHas(i, "简称", "统称", "下属", "所属", "下辖", "主管部门", "承担单位", "实施单位") {
			all = append(all, f.Text[i].Text)
		}
	}
	return strings.Join(all, "\n")
}

func foreignSelf(p *Pass, names func() string) {
	var own []spoken // the sentences in which some word of selves may stand
	for _, s := range p.read.sentences() {
		if s.hasAny("我") {
			own = append(own, s)
		}
	}
	for _, self := range selves {
		for _, s := range own {
			at := strings.Index(s.Text, self.word)
			if at < 0 || beside(s.Text, at, len(self.word)) {
				continue
			}
			if strings.ContainsAny(names(), self.letters) {
				break
			}
			p.Report(finding.Finding{
				Subject: self.word, Printed: self.word, Due: p.Form.Unit, Place: s.place(at, len(self.word)),
				Says: both("正文自称“%[1]s”，而表内单位为“%[2]s”，疑似照搬其他单位的文字，请核对", "the text calls its own unit “%[1]s”, but the form's unit is %[2]s: it may have been copied", self.word, p.Form.Unit),
			})
			break
		}
	}
}

// beside reports a letter before or behind the word that makes another word of it.
func beside(text string, at, length int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	behind, _ := utf8.DecodeRuneInString(text[at+length:])
	return at > 0 && strings.ContainsRune(selfBefore, before) || at+length < len(text) && strings.ContainsRune(selfBehind, behind)
}

// otherOffice is an office that is said to do what the one that evaluates itself does.
var otherOffice = wording.New(`^(?:[0-9]{4}年度?，?)?(\p{Han}{2,20}?(?:局|委员会|中心|医院|学校|中学|小学|厅|办公室|管理处|馆|站|院|所|大队))(?:高度重视|组织开展|认真组织|认真开展|积极开展|精心组织|及时成立|成立了)`)

// selfEvaluating are the words behind it.
var selfEvaluating = []string{"高度重视", "组织开展", "认真组织", "认真开展", "积极开展", "精心组织", "及时成立", "成立了"}

// scoredOffice is an office whose self-evaluation is said to have scored, as a conclusion says of its own.
var scoredOffice = wording.New(`^(\p{Han}{4,24}?(?:局|委员会|中心|医院|学校|中学|小学|厅|办公室|管理处|所|站|馆|院|大队|协会|学会))20\d\d年度?(?:部门|单位)?(?:整体|项目)?(?:支出)?绩效自评(?:综合|总)?(?:得分|结果|总分|评分|等级)`)

// places are the names of administrative areas that an office's name begins with, outermost first.
var places = wording.New(`^(?:\p{Han}{2,7}?(?:省|自治区))?(?:\p{Han}{2,5}?(?:市|自治州|地区))?(\p{Han}{2,5}?[县区市旗])`)

// otherArea reports an office of an area that none of the names speaks of: 岚河县水利局 where the unit is 临川区水务局.
func otherArea(office, names string) bool {
	m := places.FindStringSubmatch(office)
	return m != nil && !strings.Contains(names, m[1]) && places.MatchString(strings.SplitN(names, "\n", 2)[0])
}

func foreignOffice(p *Pass, names func() string) {
	for _, s := range p.read.sentences() {
		if !s.hasAny("自评") {
			continue
		}
		if m := office(s, scoredOffice, "绩效自评"); m != nil && otherArea(m[1], names()) {
			at := strings.Index(s.Text, m[1])
			p.Report(finding.Finding{
				Subject: m[1], Printed: m[1], Due: p.Form.Unit, Place: s.place(at, len(m[1])),
				Says: both("结论写“%[1]s”的自评结果，而表内单位为“%[2]s”，请核对是否照搬其他单位的文字", "the conclusion speaks of the self-evaluation of %[1]s, but the form's unit is %[2]s: it may have been copied", m[1], p.Form.Unit),
			})
			return
		}
		m := office(s, otherOffice, selfEvaluating...)
		if m == nil || hasAny(m[1], "财政", "我", "各", "本", "该", "上级", "市级", "省级", "相关") || likeAny(m[1], names()) && !otherArea(m[1], names()) {
			continue
		}
		at := strings.Index(s.Text, m[1])
		p.Report(finding.Finding{
			Subject: m[1], Printed: m[1], Due: p.Form.Unit, Place: s.place(at, len(m[1])),
			Says: both("正文称由“%[1]s”开展自评，而表内单位为“%[2]s”，请核对是否照搬其他单位的文字", "the text says that %[1]s evaluated itself, but the form's unit is %[2]s: it may have been copied", m[1], p.Form.Unit),
		})
		return
	}
}

// office finds an office in a sentence that holds one of the words of the pattern.
func office(s spoken, pattern *wording.Expr, words ...string) []string {
	if !s.hasAny(words...) {
		return nil
	}
	return pattern.FindStringSubmatch(s.Text)
}

// likeAny reports whether a name stands in the names, or shares half of its pairs of letters with them:
// 市交管局 is 北京市公安局公安交通管理局 for short.
func likeAny(name, names string) bool {
	return strings.Contains(names, name) || lexicon.Coverage(name, names) >= 50 || lettersIn(name, names)
}

// lettersIn reports whether all letters of a short name stand in the names in their order.
func lettersIn(name, names string) bool {
	for _, line := range strings.Split(names, "\n") {
		rest := []rune(name)
		for _, r := range line {
			if len(rest) > 0 && r == rest[0] {
				rest = rest[1:]
			}
		}
		if len(rest) == 0 {
			return true
		}
	}
	return false
}

// headedProject is the project that a title names.
var headedProject = wording.New(`^(?:附件[0-9一二三]?[:：]?)?(?:20\d\d年度?)?[“"]?(\p{Han}{4,30}?)[”"]?(?:项目支出|项目|专项资金|专项经费)(?:20\d\d年度?)?绩效(?:自评|评价)`)

// foreignProject compares the project's name with those in titles; a title without a name of its own
// (部门预算项目, 市本级项目) says nothing.
func foreignProject(p *Pass) {
	own := lexicon.Fold(p.Form.Project)
	if utf8.RuneCountInString(own) < 4 || p.Form.Kind == form.Department {
		return
	}
	for i := range p.Form.Text {
		para := &p.Form.Text[i]
		if !p.read.paragraphHas(i, "绩效自评", "绩效评价") || para.Level == 0 && utf8.RuneCountInString(para.Text) > 50 {
			continue
		}
		m := headedProject.FindStringSubmatch(strings.TrimSpace(para.Text))
		if m == nil || strings.HasSuffix(m[1], "级") || hasAny(m[1], "部门", "单位", "预算", "年度", "财政", "专项", "支出", "整体", "各") {
			continue
		}
		if lexicon.Coverage(m[1], p.Form.Project) >= 30 || lexicon.Coverage(p.Form.Project, m[1]) >= 30 || lettersIn(m[1], p.Form.Project) {
			continue
		}
		p.Report(finding.Finding{
			Subject: m[1], Printed: m[1], Due: p.Form.Project, Place: para.Place,
			Says: document.Message{
				ZH: fmt.Sprintf("标题所写项目为“%s”，表内项目名称为“%s”，请核对是否照搬", m[1], p.Form.Project),
				EN: fmt.Sprintf("the heading names the project %s, the form %s: it may have been copied", m[1], p.Form.Project),
			},
		})
		return
	}
}
