package check

import (
	"fmt"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

var xrfCount = &Check{
	Code: "XRF-06", Needs: AllRows, Level: finding.Warning,
	Title:   document.Message{ZH: "指标数量不一致", EN: "Numbers of indicators differ"},
	Doc:     document.Message{ZH: "正文附表所列某一类指标的行数，应与自评表中该类指标的行数相同；正文写明的指标个数应与自评表行数相同（可多计预算执行率一项）。", EN: "A table of one kind of indicators has as many rows as the form scores of that kind; a number of indicators stated in the text is the number of scored rows (the execution rate may be counted)."},
	Formula: "附表行数 = 自评表同类指标行数；“设置N个指标”= 自评表行数（或 +1）",
	Why:     document.Message{ZH: "指标少列了几项，往往少的是没完成的；个数不符也说明表与正文不是同一版本。", EN: "Rows left out of a table are often the missed ones, and unlike counts show that form and text are of different versions."},
	Allows:  document.Message{ZH: "正文个数可比自评表多一项（预算执行率）；附表与自评表对应的不足一半的视为另一类表，不比较。", EN: "The text may count one more than the form, for execution; a table of which fewer than half the rows match the form is of another sort and not compared."},
	Clause:  onlyOneFact,
	Trips:   document.Message{ZH: "正文表 3 列产出指标 5 项，自评表产出指标计分 7 项", EN: "5 output rows in table 3, 7 are scored"},
	Silent:  document.Message{ZH: "附表重复列出自评表的全部指标", EN: "The annex repeats every indicator"},
	Run:     runCount,
}

var xrfGoals = &Check{
	Code: "XRF-12", Needs: AllRows, Level: finding.Warning,
	Title:   document.Message{ZH: "绩效目标表与自评表的指标不对应", EN: "Goals that were set are not scored"},
	Doc:     document.Message{ZH: "绩效目标表（只列指标值、不列完成值）中的指标应在自评表中得到评价。按名称和字词重合程度对应，明显对应不上的才提示。", EN: "The indicators of the table of goals are evaluated in the form. Only what has clearly no counterpart is reported."},
	Formula: "目标表指标 ⊆ 自评表指标",
	Why:     document.Message{ZH: "批复的绩效目标没有进入自评，很可能是没完成而被拿掉了。", EN: "A goal that was set and not evaluated was quite possibly dropped because it was missed."},
	Allows:  document.Message{ZH: "名称或字词重合达到五六成即视为已评价，只提示明显对应不上的；没有单列目标表的不检查。", EN: "A likeness of five to six tenths counts as evaluated, only what clearly has no match is told; reports without a table of goals are not checked."},
	Clause:  document.Message{ZH: "绩效自评应当对照批复的绩效目标和指标逐项开展", EN: "The evaluation goes through the approved goals and indicators one by one"},
	Trips:   document.Message{ZH: "目标表 6 项指标在自评表中一项也没有评分", EN: "None of the six goals is scored"},
	Silent:  document.Message{ZH: "目标表与自评表指标名称相同", EN: "The names are the same"},
	Run:     runGoals,
}

// blockWords name kinds of indicators in captions and level columns.
var blockWords = []string{"产出", "效益", "效果", "满意度", "成本"}

func runCount(p *Pass) {
	compared := 0
	for i := range p.Form.Listings {
		if l := &p.Form.Listings[i]; !l.Goals && len(l.Indicators) > 0 {
			compared += countListing(p, i)
		}
	}
	compared += countStated(p)
	if compared == 0 {
		p.Skip("没有可比较的附表或指标个数", "Neither a table nor a stated number to compare with")
	}
}

// countListing compares a listing with the scored rows of the kind its caption names, or else of the
// blocks its own rows belong to. A listing that repeats few rows of the form is of another sort.
func countListing(p *Pass, index int) int {
	l, pairs := &p.Form.Listings[index], p.read.repeated(index)
	if len(pairs)*2 < len(l.Indicators) || len(pairs) < 2 {
		return 0
	}
	covered := map[*form.Indicator]bool{}
	for _, m := range pairs {
		covered[m.scored] = true
	}
	word := captionBlock(l.Caption)
	scope := scopeOf(p.Form, word, pairs)
	var missing []string
	for _, in := range scope {
		if !covered[in] {
			missing = append(missing, in.Name)
		}
	}
	if len(missing) > 0 && len(scope) != len(l.Indicators) {
		p.Report(listingShort(l, word, len(scope), missing))
	}
	return 1
}

// captionBlock is the one kind of indicators a caption names, or empty.
func captionBlock(caption string) string {
	found := ""
	for _, w := range blockWords {
		if strings.Contains(caption, w) {
			if found != "" {
				return ""
			}
			found = w
		}
	}
	return found
}

// scopeOf are the scored rows a listing should repeat.
func scopeOf(f *form.Form, word string, pairs []pair) []*form.Indicator {
	type block struct{ goal, level1, level2 string }
	blocks := map[block]bool{}
	for _, m := range pairs {
		blocks[block{m.scored.Goal, m.scored.Level1, m.scored.Level2}] = true
	}
	var scope []*form.Indicator
	for i := range f.Indicators {
		in := &f.Indicators[i]
		if word != "" && (strings.Contains(in.Level1, word) || strings.Contains(in.Level2, word)) ||
			word == "" && blocks[block{in.Goal, in.Level1, in.Level2}] {
			scope = append(scope, in)
		}
	}
	return scope
}

func listingShort(l *form.Listing, word string, scored int, missing []string) finding.Finding {
	table, where := tableName(l), "同类"
	if word != "" {
		where = word
	}
	place := l.Place
	if !place.Known() {
		place = l.Indicators[0].Place
	}
	return finding.Finding{
		Subject: table, Printed: fmt.Sprint(len(l.Indicators)), Due: fmt.Sprint(scored),
		Says: document.Message{
			ZH: fmt.Sprintf("%s列%s指标 %d 项，自评表计分的%s指标为 %d 项，表中没有%s", table, where, len(l.Indicators), where, scored, joinNames(missing, 4)),
			EN: fmt.Sprintf("%s lists %d indicators, the form scores %d of that kind; not in the table: %s", table, len(l.Indicators), scored, namesInEnglish(missing, 4)),
		},
		Place: place,
	}
}

func tableName(l *form.Listing) string {
	caption := strings.TrimSpace(l.Caption)
	switch {
	case l.Number > 0 && caption != "" && !strings.HasPrefix(caption, "表"):
		return fmt.Sprintf("表 %d“%s”", l.Number, caption)
	case l.Number > 0 && caption == "":
		return fmt.Sprintf("表 %d", l.Number)
	case caption != "":
		return "“" + caption + "”"
	}
	return "附表"
}

// countStated looks for 设置（三级）指标 N 个 and compares N with the scored rows.
func countStated(p *Pass) int {
	rows := len(p.Form.Indicators)
	if rows == 0 {
		return 0
	}
	compared := 0
	for i, s := range p.read.sentences() {
		if !s.hasAny("指标") || !s.hasAny("设置", "设定", "设立", "共有", "共计", "共设") {
			continue
		}
		for _, q := range p.read.amounts()[i] {
			if n, ok := statedRows(s.Text, q); ok {
				compared++
				if n != rows && n != rows+1 {
					p.Report(rowsStated(s, q, rows))
				}
			}
		}
	}
	return compared
}

// statedRows reads 三级指标 12 个 or 12 个三级指标; indicators of one kind (产出指标 7 个) or of a higher level are no count of all.
func statedRows(text string, q quantity.Found) (int, bool) {
	if q.Kind != quantity.Number || q.Approximate || q.Bound != quantity.None || !hasAny(q.Unit, "个", "项", "条") || q.Value == "" {
		return 0, false
	}
	v := q.Rat()
	if v == nil || !v.IsInt() || !v.Num().IsInt64() {
		return 0, false
	}
	before, after := text[:q.Start], strings.TrimSpace(text[q.End:])
	before = strings.TrimRight(strings.TrimSpace(before), "共计有为了")
	names := []string{"三级指标", "三级绩效指标", "具体指标"}
	for _, name := range names {
		if strings.HasSuffix(before, name) || strings.HasPrefix(after, name) {
			return int(v.Num().Int64()), true
		}
	}
	whole := strings.HasSuffix(before, "设置绩效指标") || strings.HasSuffix(before, "设置指标") || strings.HasSuffix(before, "设置自评指标") ||
		(strings.HasSuffix(before, "设置") || strings.HasSuffix(before, "设定") || strings.HasSuffix(before, "设立") || strings.HasSuffix(before, "表共设")) && (strings.HasPrefix(after, "绩效指标") || strings.HasPrefix(after, "指标"))
	return int(v.Num().Int64()), whole
}

func rowsStated(s spoken, q quantity.Found, rows int) finding.Finding {
	printed := s.Text[q.Start:q.End]
	return finding.Finding{
		Subject: "指标数量", Printed: printed, Due: fmt.Sprint(rows),
		Says:  both("正文写设置指标 %[1]s，自评表计分的指标为 %[2]d 项，请核对", "The text says %[1]s indicators were set, the form scores %[2]d", printed, rows),
		Place: s.place(q.Start, q.End-q.Start),
	}
}

// unscored is how alike a goal may at most be to any scored row to count as not scored.
const unscored = 50

func runGoals(p *Pass) {
	compared := 0
	for i := range p.Form.Listings {
		l := &p.Form.Listings[i]
		if !l.Goals || len(l.Indicators) == 0 || len(p.Form.Indicators) == 0 {
			continue
		}
		compared++
		var missing []string
		for k := range l.Indicators {
			if name := l.Indicators[k].Name; name != "" && !p.read.scoredSomewhere(name) {
				missing = append(missing, name)
			}
		}
		if len(missing) > 0 {
			p.Report(goalsMissing(l, missing))
		}
	}
	if compared == 0 {
		p.Skip("报告没有单列绩效目标表", "The report has no table of goals")
	}
}

// scoredSomewhere reports whether a goal has a scored row that is like it.
func (n *narrative) scoredSomewhere(name string) bool {
	fold, pairs := lexicon.Fold(name), lexicon.PairsOf(name)
	for i, other := range n.names() {
		shared := pairs.Shared(other)
		if shared == 0 && fold != other {
			continue // nothing in common
		}
		if shared > 0 && 100*shared >= 60*len(pairs) || n.matter(i).pairs.In(fold) >= 60 || lexicon.Alike(fold, other) >= unscored {
			return true
		}
	}
	return false
}

func goalsMissing(l *form.Listing, missing []string) finding.Finding {
	place := l.Place
	if !place.Known() {
		place = l.Indicators[0].Place
	}
	table := tableName(l)
	return finding.Finding{
		Subject: table,
		Says: document.Message{
			ZH: fmt.Sprintf("%s所列 %d 项绩效目标中，%s共 %d 项在自评表中没有对应的计分指标", table, len(l.Indicators), joinNames(missing, 6), len(missing)),
			EN: fmt.Sprintf("%s sets %d goals; %d of them have no scored indicator: %s", table, len(l.Indicators), len(missing), namesInEnglish(missing, 6)),
		},
		Place: place,
	}
}
