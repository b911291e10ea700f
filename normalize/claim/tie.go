package claim

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// tie finds the entry a claim speaks of and sets About; a tie below Sure is not made.
func (r *reader) tie(c *form.Claim, near string) {
	var t form.Tie
	switch c.Role {
	case form.RoleTarget:
		t = r.indicator(c, near)
	case form.RoleActual, form.RoleChange:
		t = r.indicator(c, near)
		if t.Trust >= Sure {
			c.Role = form.RoleActual
		}
	case form.RoleBudget, form.RoleSpent, form.RoleRate:
		t = r.fund(c, near)
		if t.Trust < Sure && c.Role == form.RoleRate {
			t = r.indicator(c, near)
		}
	case form.RoleTotal:
		t = form.Tie{Kind: "total", Index: 0, Trust: 90}
		if row := r.opens(c.Sentence); row >= 0 {
			c.Role, t = form.RoleScore, form.Tie{Kind: "indicator", Index: row, Trust: 90}
		}
	case form.RoleScore:
		t = r.section(c)
	}
	if t.Trust >= Sure {
		c.About = t
	}
}

// opens is the indicator whose name is all of a sentence's first clause, or -1: what is scored in such a
// sentence is the row, not the whole (1.结业率，年初目标值100%，实际完成值100%，自评得分20分).
func (r *reader) opens(sentence string) int {
	end := strings.IndexAny(sentence, "，,")
	if end < 0 {
		return -1
	}
	first := lexicon.Fold(withoutListMark(strings.TrimSpace(sentence[:end])))
	for i, n := range r.names {
		if first != "" && n.fold == first {
			return i
		}
	}
	return -1
}

// indicator ties by name: the item the sentence stands in first, else the one indicator that is far
// more alike than any other.
func (r *reader) indicator(c *form.Claim, near string) form.Tie {
	subject := termOf(lexicon.Fold(r.withoutOffice(withoutListMark(c.Subject))))
	best, second, at := 0, 0, -1
	for i := range r.names {
		if r.compared > mostCompared {
			break
		}
		r.compared++
		s := alike(&subject, &r.names[i])
		switch {
		case s > best:
			best, second, at = s, best, i
		case s > second:
			second = s
		}
	}
	if k := r.about.index; k >= 0 {
		if own := r.inItem(&subject, k, c, near); own >= Sure && (at == k || best < 90 || alike(&subject, &r.names[k]) >= best) {
			return r.fit(c, k, own, near)
		}
	}
	if k, trust := r.onlyOne(c, subject.fold); k >= 0 {
		return r.fit(c, k, trust, near)
	}
	if at < 0 || best < Sure || best-second < 6 && best < 100 || best == 100 && second == 100 || r.rivalled(c, subject.fold, r.names[at].fold) {
		return form.Tie{}
	}
	return r.fit(c, at, best, near)
}

// within is how far a subject and an indicator's name have to be alike to count in the indicator's own item, and so at
// all.
const within = 60

// inItem is the trust that a figure in indicator k's own item is that indicator's.
func (r *reader) inItem(subject *term, k int, c *form.Claim, near string) int {
	n := &r.names[k]
	own := alike(subject, n)
	switch {
	case own >= within:
		return min(max(own, 82)+6, 99)
	case len(subject.fold) >= len("保全率") && strings.HasSuffix(n.fold, subject.fold):
		return 92
	case c.Role == form.RoleTarget && strings.HasPrefix(near, "（") || strings.HasPrefix(near, "("):
		return 80
	case nameless(subject.fold) && anyIn(c.Sentence, targetWords) && anyIn(c.Sentence, resultWords):
		return 88
	}
	return own
}

// nameless reports a subject that is no name: a sentence of target and result leaves that to the heading before it
// (某某率。年度目标达到99%以上，实际完成86%).
func nameless(fold string) bool {
	switch fold {
	case "", "目标", "年度目标", "年初目标", "指标", "实际":
		return true
	}
	return false
}

// alike compares a subject with a name, its last clause included, and lets the subject begin with
// words of its own (全市…覆盖率), if the name is more than a generic head noun.
func alike(subject *term, n *name) int {
	if subject.fold == "" || n.fold == "" {
		return 0
	}
	best := sharing(subject, &n.term)
	if n.tail.fold != "" {
		best = max(best, sharing(subject, &n.tail)-2)
	}
	return best
}

// plainly writes the words for growth and for decline in one way each.
func plainly(s string) string {
	var b strings.Builder
	kept := 0
	for i := 0; i < len(s); {
		if word := plainWord(s[i:]); word != "" {
			b.WriteString(s[kept:i])
			b.WriteString(word)
			i += len(word)
			kept = i
			continue
		}
		_, size := quantity.RuneAt(s, i)
		i += size
	}
	if kept == 0 {
		return s
	}
	b.WriteString(s[kept:])
	return b.String()
}

// plainWord is the one way to write the word for growth or for decline that a text begins with; none is longer than it.
func plainWord(s string) string {
	if len(s) < len("增长") {
		return ""
	}
	switch s[:len("增长")] {
	case "提升", "提高", "上升", "增加":
		return "增长"
	case "降低", "减少", "缩短":
		return "下降"
	}
	return ""
}

// sharing is how far a subject and a name, or a clause of it, are the same words, in percent.
func sharing(term, of *term) int {
	subject, name := term.plain, of.plain
	if subject == name {
		return 100
	}
	if !overlaps(subject, name, &of.letters) || narrowed(subject, name) {
		return 0
	}
	if front, ok := strings.CutSuffix(subject, name); ok && len(name) >= len("四个字的") && !lexicon.Generic(name) {
		return fronted(front)
	}
	score := lexicon.AlikeFrom(subject, name, within)
	if narrowed(name, subject) {
		return min(score, Sure-1) // 居民满意度 is not 新增居民满意度, unless it stands in that row's own item
	}
	if n, all := utf8.RuneCountInString(subject), utf8.RuneCountInString(name); score < 84 && n >= 6 && n*10 >= all*6 && term.coveredBy(name) >= 80 {
		return 84 // the same words in another order: 培训基层教师 and 基层教师培训人次
	}
	return score
}

// fronted is the trust in a name with words in front of it: list marks, verbs and words for the whole
// leave it what it is; any other word may make it a part (东线水质合格率).
func fronted(front string) int {
	for shorter := true; shorter; {
		shorter = false
		for _, w := range fronts {
			if rest, ok := strings.CutPrefix(front, w); ok {
				front, shorter = rest, true
			}
		}
	}
	if front == "" {
		return 96
	}
	return 80
}

// overlaps is the cheap test before the dear one: two names without a pair of characters in common
// are not alike. letters are those of the second.
func overlaps(a, b string, letters *lexicon.Letters) bool {
	before, held := 0, false // of the character before: where it begins, and whether b may hold it
	for i := 0; i < len(a); {
		r, size := quantity.RuneAt(a, i)
		holds := letters.Has(r)
		if holds && held && strings.Contains(b, a[before:i+size]) {
			return true
		}
		before, held, i = i, holds, i+size
	}
	return false
}

// fit lowers the trust where the figure cannot be the indicator's: another unit, another direction, a
// level where the name speaks of a change.
func (r *reader) fit(c *form.Claim, k, trust int, near string) form.Tie {
	in := &r.form.Indicators[k]
	against := in.Actual
	if c.Role == form.RoleTarget || !against.Numeric() {
		against = in.Target
	}
	switch {
	case against.Numeric() && !quantity.Comparable(c.Quantity.Quantity, against.Quantity):
		trust -= 50
	case !against.Numeric() && c.Role != form.RoleTarget:
		trust -= 30
	}
	if c.Quantity.Unit == "" && against.Unit != "" {
		trust -= 10
	}
	if c.Role != form.RoleTarget && turn(in.Name) != direction(near) && (turn(in.Name)*direction(near) < 0 || c.Role == form.RoleChange) {
		trust -= 60
	}
	return form.Tie{Kind: "indicator", Index: k, Trust: max(trust, 0)}
}

// section ties a score to the section or the indicator whose name the subject ends in.
func (r *reader) section(c *form.Claim) form.Tie {
	subject := strings.TrimSuffix(lexicon.Fold(c.Subject), "得分")
	for i := range r.form.Sections {
		if s := lexicon.Fold(r.form.Sections[i].Name); s != "" && strings.HasSuffix(subject, s) {
			return form.Tie{Kind: "section", Index: i, Trust: 85}
		}
	}
	for i, n := range r.names {
		if n.fold != "" && strings.HasSuffix(subject, n.fold) {
			return form.Tie{Kind: "indicator", Index: i, Trust: 85}
		}
	}
	return form.Tie{}
}

// narrowing words in front of a subject say that it is a part of what the name means.
var narrowing = []string{
	"城区", "城镇", "乡镇", "镇村", "农村", "村级", "社区", "校区", "市直", "县直", "学生", "教师", "男", "女", "第", "首批", "部分", "重点", "新建", "新增", "试点", "示范",
	"一期", "二期", "三期", "一次", "其中", "上半年", "下半年", "日常", "省级", "市级", "区级", "县级",
}

// narrowed reports a subject that begins with a narrowing word the name has not.
func narrowed(subject, name string) bool {
	for _, w := range narrowing {
		if strings.HasPrefix(subject, w) && !strings.Contains(name, w) && !strings.HasPrefix(subject, "第三方") {
			return true
		}
	}
	return false
}
