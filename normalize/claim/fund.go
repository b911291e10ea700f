package claim

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// The classes of money a funds block tells apart; a name or subject of none of them, that has no words
// of its own either, is the total.
var classes = []struct {
	class string
	words []string
}{
	{"结转", []string{"结转", "结余"}},
	{"基本", []string{"基本支出", "基本"}},
	{"财政拨款", []string{"财政拨款", "财政资金", "一般公共预算", "财政性资金"}},
	{"中央", []string{"中央"}},
	{"地方", []string{"地方", "省级", "市级", "区级", "县级"}},
	{"其他", []string{"其他"}},
	{"单位", []string{"单位资金", "自有资金", "专户"}},
	{"政府性基金", []string{"政府性基金", "基金"}},
}

// plain are the words a name of the total is made of and no more.
var plain = []string{
	"部门整体", "部门", "单位", "整体", "全年", "本年", "年度", "当年", "资金", "支出", "预算", "执行", "实际", "总体", "总额", "总计", "总数", "总金额", "总量",
	"合计", "全部", "金额", "调整后", "调整", "完成", "年初", "决算", "批复", "下达", "安排", "支付", "使用", "到位", "本", "总", "数", "额", "率", "的", "度", "年",
}

// scope are the words that make a plain name the total on purpose; without one (实际执行总额, 资金执行率)
// it goes on about what was spoken of before.
var scope = []string{"部门", "单位", "整体", "全年", "本年", "年度", "当年", "年初", "总体", "资金总", "收支", "支出总"}

// fund ties money and execution rates to a row of the funds block.
func (r *reader) fund(c *form.Claim, near string) form.Tie {
	none := form.Tie{Index: -1}
	if strings.Contains(near, "差异率") || strings.Contains(near, "结余率") || c.Year != 0 && r.form.Year != 0 && c.Year != r.form.Year {
		return none
	}
	want := r.class(near)
	if want == goesOn {
		before := r.form.Text[c.Paragraph].Text[:c.Offset-len(near)]
		want = r.topic(before[strings.LastIndex(before, "。")+1:])
	}
	at := -1
	for i := range r.form.Funds {
		if want == unknown || r.row(i) != want {
			continue
		}
		if at >= 0 {
			return none
		}
		at = i
	}
	if at < 0 {
		return none
	}
	return form.Tie{Kind: "fund", Index: at, Trust: 88}
}

const (
	unknown = ""  // a name with words of its own
	goesOn  = "…" // nothing but words of counting
	total   = "总" // the whole
	project = "项目"
)

// row is the class of a row of the funds block, where a plain name is the total.
func (r *reader) row(i int) string {
	if c := r.class(r.form.Funds[i].Name); c != goesOn {
		return c
	}
	return total
}

// furthest is how many clauses back a topic is looked for.
const furthest = 12

// topic is the class of the nearest clause before, in the same full sentence, that names money of some
// kind. Behind a full stop a plain 执行率 may go on or go back to the whole, so it is left alone.
func (r *reader) topic(before string) string {
	for n := 0; n < furthest && before != ""; n++ {
		_, size := utf8.DecodeLastRuneInString(before)
		end := len(before) - size
		start := clauseStart(before, end)
		clause := before[start:end]
		if strings.Contains(clause, "率") || strings.ContainsAny(clause, "0123456789") {
			switch c := r.class(figureless(clause)); {
			case c != goesOn:
				return c
			case anyIn(clause, scope): // the year in front, which was trimmed off
				return total
			}
		}
		before = before[:start]
	}
	return unknown
}

// figureless cuts a clause at its first digit behind the words; a year in front stays for trimming.
func figureless(clause string) string {
	s := trimLeading(clause)
	if i := strings.IndexAny(s, "0123456789"); i >= 0 {
		s = s[:i]
	}
	for _, w := range []string{"偏低", "较低", "不高", "偏慢", "较慢"} {
		s = strings.TrimSuffix(s, w)
	}
	return s
}

// class names the kind of money a clause speaks of: one of classes, 项目, the total, or unknown where it
// has words that are none of these.
func (r *reader) class(clause string) string {
	name := r.withoutUnit(lexicon.Fold(trimSubject(clause)))
	for _, own := range []string{"本项目", "该项目"} { // the one that the form is of, not a kind of spending
		name = strings.TrimPrefix(name, own)
	}
	for _, c := range classes {
		if anyIn(name, c.words) {
			return c.class
		}
	}
	rest := strings.ReplaceAll(name, project, "")
	for _, w := range plain {
		if rest == "" {
			break
		}
		rest = strings.ReplaceAll(rest, w, "")
	}
	switch {
	case rest != "":
		return unknown
	case strings.Contains(name, project) && r.form.Kind != form.Project:
		return project
	case anyIn(clause, scope), strings.HasPrefix(name, project) && strings.Contains(name, "预算执行"):
		return total
	}
	return goesOn
}

// withoutUnit drops the reporting unit from the front of a subject: its full name, or any words that
// end like the name of an office.
func (r *reader) withoutUnit(s string) string {
	s = strings.TrimPrefix(s, r.unit)
	for _, end := range []string{"管理局", "委员会", "办公室", "大队", "支队", "中心", "局", "厅", "委", "办", "所", "院", "校", "队"} {
		if i := strings.Index(s, end); i > 0 && i <= len("一二三四五六七八九十一二三四五六") {
			s = s[i+len(end):]
			break
		}
	}
	return trimLeading(s)
}
