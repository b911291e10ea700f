package claim

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

func entry(text string) form.Entry { return form.Entry{Text: text, Quantity: quantity.Parse(text)} }

// report is a form whose rows and funds the sentences below speak of.
func report(text ...string) *form.Form {
	f := &form.Form{
		Kind: form.Department, Unit: "临江市水务局", Year: 2023,
		Funds: []form.Fund{
			{Name: "资金总体", Budget: entry("900.00"), Spent: entry("810.00"), Rate: entry("90.00%"), Money: "万元"},
			{Name: "基本支出", Part: true, Budget: entry("600.00"), Spent: entry("590.00"), Rate: entry("98.33%"), Money: "万元"},
			{Name: "项目支出", Part: true, Budget: entry("300.00"), Spent: entry("220.00"), Rate: entry("73.33%"), Money: "万元"},
		},
		Indicators: []form.Indicator{
			{Name: "节水知识宣传覆盖率", Target: entry("≥85%"), Actual: entry("88%")},
			{Name: "水质抽检合格率", Target: entry("≥95%"), Actual: entry("97%")},
			{Name: "二次供水泵房改造数量", Target: entry("≥30座"), Actual: entry("32座")},
			{Name: "加强维修力度，管网漏损量同比下降", Target: entry("≥5%"), Actual: entry("6.2%")},
			{Name: "用户对供水服务满意度", Target: entry("≥90%"), Actual: entry("93%")},
			{Name: "抢修设备购置", Target: entry("合规"), Actual: entry("合规")},
		},
		Sections: []form.Section{{Name: "产出指标"}},
	}
	for i, t := range text {
		place := document.Place{Line: i + 1}
		f.Text = append(f.Text, form.Paragraph{Text: t, Place: place, Lines: []document.Line{{Text: t, Place: place}}})
	}
	return f
}

// told is what a claim came to: role, figure, and the name of what it is tied to.
type told struct {
	Role   form.Role
	Figure string
	About  string
}

func tell(f *form.Form) []told {
	var all []told
	for _, c := range Read(f) {
		about := ""
		switch c.About.Kind {
		case "indicator":
			about = f.Indicators[c.About.Index].Name
		case "fund":
			about = f.Funds[c.About.Index].Name
		case "section":
			about = f.Sections[c.About.Index].Name
		case "total":
			about = "total"
		}
		all = append(all, told{c.Role, strings.ReplaceAll(c.Quantity.Text, " ", ""), about})
	}
	return all
}

func TestRead(t *testing.T) {
	const (
		coverage = "节水知识宣传覆盖率"
		quality  = "水质抽检合格率"
		pumps    = "二次供水泵房改造数量"
		leaks    = "加强维修力度，管网漏损量同比下降"
		content  = "用户对供水服务满意度"
	)
	for _, c := range []struct {
		name string
		text []string
		want []told
	}{
		{"an item: target in brackets, result at the end", []string{"①节水知识宣传覆盖率（指标值：≧85%）。走进社区 30 余次，节水科普宣传覆盖率达到 91%。"},
			[]told{{"target", "≧85%", coverage}, {"actual", "30余次", ""}, {"actual", "91%", coverage}}},
		{"a head noun alone belongs to its item", []string{"②水质抽检合格率（指标值：≥95%）。抽检水样 1200 份，合格率达到 99%。"},
			[]told{{"target", "≥95%", quality}, {"actual", "1200份", ""}, {"actual", "99%", quality}}},
		{"a head noun alone, in no item, belongs to nothing", []string{"抽检水样 1200 份，合格率达到 99%。"},
			[]told{{"actual", "1200份", ""}, {"actual", "99%", ""}}},
		{"an item ends where the next begins", []string{"①节水知识宣传覆盖率（指标值：≥85%）。按期完成。②泵房改造。覆盖率达到 99%。"},
			[]told{{"target", "≥85%", coverage}, {"actual", "99%", ""}}},
		{"a heading of its own goes on into the next paragraph", []string{"①节水知识宣传覆盖率（指标值：≥85%）。", "全年覆盖率达到 91%。"},
			[]told{{"target", "≥85%", coverage}, {"actual", "91%", coverage}}},
		{"the exact name in any sentence", []string{"全年用户对供水服务满意度为 92%，较上年提高 3 个百分点。"},
			[]told{{"actual", "92%", content}, {"change", "3个百分点", ""}}},
		{"the nearer word decides between target and result", []string{"“水质抽检合格率”指标值完成值为 94%，未达到年初目标值 95%。"},
			[]told{{"actual", "94%", quality}, {"target", "95%", ""}}},
		{"a row that is a change is told as one", []string{"管网漏损量同比减少6.3%。", "管网漏损量同比增长6.3%。"},
			[]told{{"actual", "6.3%", leaks}, {"change", "6.3%", ""}}},
		{"another unit is another thing", []string{"二次供水泵房改造 120 户。", "完成二次供水泵房改造 33 座。"},
			[]told{{"actual", "120户", ""}, {"actual", "33座", pumps}}},
		{"another year, a part of the year, a hope", []string{"2022 年水质抽检合格率为 94%。上半年水质抽检合格率为 90%。力争明年水质抽检合格率达到 99%。"},
			[]told{{"actual", "94%", quality}, {"other", "90%", ""}, {"other", "99%", ""}}},
		{"parts of one row contradict and are left alone", []string{"①用户对供水服务满意度（指标值：≥90%）。城区用户满意度达到 95%，镇村用户满意度达到 88%。"},
			[]told{{"target", "≥90%", content}, {"actual", "95%", ""}, {"actual", "88%", ""}}},
		{"the whole is told from parts named after it", []string{"全市水质抽检合格率为 97%，东线水质抽检合格率为 99%，西线水质抽检合格率为 94%。"},
			[]told{{"actual", "97%", quality}, {"actual", "99%", ""}, {"actual", "94%", ""}}},
		{"list marks and verbs in front change nothing", []string{"一是完成二次供水泵房改造数量33座。"}, []told{{"actual", "33座", pumps}}},
		{"target and result side by side", []string{"二次供水泵房改造数量目标 30 座，实际完成 33 座；水质抽检合格率目标 95%，实际 96%。"},
			[]told{{"target", "30座", pumps}, {"actual", "33座", pumps}, {"target", "95%", quality}, {"actual", "96%", quality}}},
		{"the one satisfaction of the form", []string{"抽查 300 户，满意 276 户，满意度 92%。"}, []told{{"actual", "300户", ""}, {"actual", "276户", ""}, {"actual", "92%", content}}},
		{"but not beside its name", []string{"用户对供水服务满意度为 93%。", "培训学员 40 人，满意度 97%。"}, []told{{"actual", "93%", content}, {"actual", "40人", ""}, {"actual", "97%", ""}}},
		{"what was not reached was not stated", []string{"水质抽检合格率未达95%。", "水质抽检合格率未能达到 95%的目标。"}, []told{{"other", "95%", ""}, {"other", "95%", ""}}},
		{"what is left over was not done", []string{"二次供水泵房改造有 2 座因产权争议未能进场。", "二次供水泵房改造尚有2座。", "二次供水泵房改造 33 座，未发生事故。"},
			[]told{{"other", "2座", ""}, {"other", "2座", ""}, {"actual", "33座", pumps}}},
		{"addends are not the sum", []string{"①二次供水泵房改造数量（指标值：≥30座）。全年新建二次供水泵房 20 座，改造二次供水泵房 12 座，共计 32 座。"},
			[]told{{"target", "≥30座", pumps}, {"actual", "20座", ""}, {"actual", "12座", ""}, {"actual", "32座", pumps}}},
		{"nor before their addends", []string{"①二次供水泵房改造数量（指标值：≥30座）。改造二次供水泵房 32 座，其中新建二次供水泵房 20 座，扩建二次供水泵房 12 座。"},
			[]told{{"target", "≥30座", pumps}, {"actual", "32座", pumps}, {"actual", "20座", ""}, {"actual", "12座", ""}}},
		{"figures that do not add up are no addends", []string{"①二次供水泵房改造数量（指标值：≥30座）。全年新建水箱 20 座，改造二次供水泵房 13 座，共计 32 座。"},
			[]told{{"target", "≥30座", pumps}, {"actual", "20座", ""}, {"actual", "13座", pumps}, {"actual", "32座", ""}}},
		{"a sentence that opens with the name of goals", []string{"（二）年度整体绩效目标：二次供水泵房改造30座，水质抽检合格率达到95%。", "年度绩效目标完成情况：水质抽检合格率达到 96%。"},
			[]told{{"target", "30座", pumps}, {"target", "95%", quality}, {"actual", "96%", quality}}},
		{"an order is no result", []string{"省局要求“水质抽检合格率稳定在 99%以上”。"}, []told{{"other", "99%以上", ""}}},
		{"another thing of the kind", []string{"灌溉供水方面，泵房改造数量 12 座。", "二次供水方面，泵房改造数量 32 座。"}, []told{{"actual", "12座", ""}, {"actual", "32座", pumps}}},
		{"a part alone is no whole", []string{"乡镇水质抽检合格率为 94%。"}, []told{{"actual", "94%", ""}}},
		{"a list of figures is not shared out", []string{"合格率、满意率达 99.7%、98%。"},
			[]told{{"actual", "99.7%", ""}, {"actual", "98%", ""}}},
		{"a target in words", []string{"⑥抢修设备购置（指标值：合规）。公开招标。"},
			[]told{{"target", "合规", "抢修设备购置"}}},
		{"money of the whole and of its parts", []string{"临江市水务局全年支出预算 900 万元，其中，基本支出预算 600 万元，实际执行总额 590 万元，资金执行率 98.33%；项目支出预算 300 万元，执行率 73.33%。部门预算执行率为 90%。"},
			[]told{{"budget", "900万元", "资金总体"}, {"budget", "600万元", "基本支出"}, {"spent", "590万元", "基本支出"}, {"rate", "98.33%", "基本支出"},
				{"budget", "300万元", "项目支出"}, {"rate", "73.33%", "项目支出"}, {"rate", "90%", "资金总体"}}},
		{"money of other kinds and years", []string{"财政拨款预算 700 万元。2022年全年支出预算 850 万元。智慧水务项目预算 40 万元，执行率 95%。项目支出 220 万元。执行率 90%。"},
			[]told{{"budget", "700万元", ""}, {"budget", "850万元", ""}, {"budget", "40万元", ""}, {"rate", "95%", ""}, {"spent", "220万元", "项目支出"}, {"rate", "90%", ""}}},
		{"scores", []string{"部门整体绩效自评得分为 97.20 分，其中产出指标得分 48 分，扣 0.5 分（满分 50 分）。"},
			[]told{{"total", "97.20分", "total"}, {"score", "48分", "产出指标"}, {"other", "0.5分", ""}, {"other", "50分", ""}}},
		{"a row told in one sentence has a score of its own", []string{"1.水质抽检合格率，年初目标值 95%，自评得分 9.8 分；2.节水知识宣传覆盖率，自评得分 10 分。", "综合以上，自评得分 98 分。"},
			[]told{{"target", "95%", quality}, {"score", "9.8分", quality}, {"score", "10分", coverage}, {"total", "98分", "total"}}},
		{"numbers that measure nothing", []string{"12345 热线并入 119 平台。", "根据〔2023〕1号文件。"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, tell(report(c.text...))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestGoalsCellSetsTargets(t *testing.T) {
	f := report("改造二次供水泵房 30 座。", "改造二次供水泵房 32 座。")
	f.Text[0].Heads, f.Text[1].Heads = []string{"预期目标"}, []string{"实际完成情况"}
	want := []told{{"target", "30座", "二次供水泵房改造数量"}, {"actual", "32座", "二次供水泵房改造数量"}}
	if diff := cmp.Diff(want, tell(f)); diff != "" {
		t.Error(diff)
	}
}

func TestClaimPlaceAndYear(t *testing.T) {
	f := report("2022 年完成水质抽检，合格率达到94%。")
	f.Text[0].Lines = []document.Line{
		{Text: "2022 年完成水质抽检，", Place: document.Place{Line: 7}}, {Text: "合格率达到94%。", Place: document.Place{Line: 8}},
	}
	got := Read(f)
	if len(got) != 1 || got[0].Place.Line != 8 || got[0].Year != 2022 || got[0].Sentence != f.Text[0].Text {
		t.Errorf("got %+v", got)
	}
	if q := got[0].Quantity; q.Text != "94%" || f.Text[0].Text[got[0].Offset:got[0].Offset+len(q.Text)] != q.Text {
		t.Errorf("the offset does not point at the figure: %+v", got[0])
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []Sentence
	}{
		{"甲。乙；丙", []Sentence{{Text: "甲。", Start: 0}, {Text: "乙；", Start: 6}, {Text: "丙", Start: 12}}},
		{" 甲 \n\n乙", []Sentence{{Text: "甲", Start: 1}, {Text: "乙", Start: 7}}},
		{"①甲②乙", []Sentence{{Text: "①甲", Start: 0}, {Text: "②乙", Start: 6}}},
		{"预算 1,234.5 万元", []Sentence{{Text: "预算 1,234.5 万元", Start: 0}}},
		{"", nil},
		{" ", nil},
	} {
		if diff := cmp.Diff(c.want, Sentences(c.text)); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
}

func TestTrimSubject(t *testing.T) {
	for in, want := range map[string]string{
		"2023 年全年累计完成":     "",
		"2023年度水质抽检合格率达到":  "水质抽检合格率",
		"“水质抽检合格率”指标值完成值为": "“水质抽检合格率”",
		"全年用户满意度为":         "用户满意度",
		"其中，":              "其中，",
		"互联网平台注册用户达":       "互联网平台注册用户",
		"部门年度决算数为 ":        "部门年度决算数",
		"":                 "",
		"始终保持":             "",
		"①水质抽检合格率（":        "水质抽检合格率（",
		"本年度水质抽检合格率始终保持在":  "水质抽检合格率",
		"临江市水务局 2023 年水质抽检合格率超过目标值": "临江市水务局 2023 年水质抽检合格率",
	} {
		if got := trimSubject(in); got != want {
			t.Errorf("trimSubject(%q) = %q, want %q", in, got, want)
		}
	}
}

// piece are words that sentences are made of, to be strung together at random.
var piece = rapid.SampledFrom([]string{
	"水质抽检合格率", "①", "（指标值：", "≥95%", "）", "。", "，", "达到", "91%", "2022 年", "同比下降", "较上年", "预算", "执行率", "万元", "12.5", "；", "、", "其中", "(", ")", "为", " ", "\n", "项目支出",
})

func TestReadHoldsItsPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := report(strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(t, "text"), ""))
		for _, c := range Read(f) {
			p := f.Text[c.Paragraph]
			if c.Offset < 0 || c.Offset+len(c.Quantity.Text) > len(p.Text) || p.Text[c.Offset:c.Offset+len(c.Quantity.Text)] != c.Quantity.Text {
				t.Fatalf("offset %d does not hold %q", c.Offset, c.Quantity.Text)
			}
			if tied := c.About.Kind != ""; tied && (c.About.Trust < Sure || c.About.Index < 0) || !tied && c.About.Index != -1 {
				t.Fatalf("a tie that is none: %+v", c.About)
			}
			if !strings.Contains(p.Text, c.Sentence) {
				t.Fatalf("sentence %q is not in the text", c.Sentence)
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add("①水质抽检合格率（指标值：≥95%）。合格率达到 99%。", "预期目标")
	f.Add("由 85% 提高到 91%，（", "")
	f.Fuzz(func(t *testing.T, text, head string) {
		x := report(text)
		x.Text[0].Heads = []string{head}
		Read(x)
	})
}

func BenchmarkRead(b *testing.B) {
	f := report(strings.Repeat("①节水知识宣传覆盖率（指标值：≥85%）。走进社区 30 余次，节水科普宣传覆盖率达到 91%。", 40))
	b.SetBytes(int64(len(f.Text[0].Text)))
	for b.Loop() {
		Read(f)
	}
}

func TestWithoutListMark(t *testing.T) {
	for clause, want := range map[string]string{
		"（一）优良率": "优良率", "(2) 优良率": "优良率", "2.优良率": "优良率", "十二、 优良率": "优良率", "１.优良率": "１.优良率",
		"123.优良率": "123.优良率", "（优良率": "（优良率", "二期工程": "二期工程", "3": "3", "一）": "", "": "",
	} {
		if got := withoutListMark(clause); got != want {
			t.Errorf("%q: %q, not %q", clause, got, want)
		}
	}
}

// TestCut: a text that was cut before is read as one that was not.
func TestCut(t *testing.T) {
	long := strings.Repeat("甲", mostText)
	f := &form.Form{
		Indicators: []form.Indicator{{Name: "培训期数"}},
		Text:       []form.Paragraph{{Text: "培训期数3期。补贴120万元；完成"}, {Text: " "}, {Text: long}, {Text: "满意度98%"}},
	}
	claims := Read(f)
	Cut(f)
	if diff := cmp.Diff(claims, Read(f)); diff != "" {
		t.Errorf("claims of a text that was cut:\n%s", diff)
	}
	for _, p := range f.Text {
		if (p.Amounts == nil) != (p.Text == long) || len(p.Amounts) != len(p.Sentences) {
			t.Fatalf("%.20q: %d sentences, amounts %v", p.Text, len(p.Sentences), p.Amounts)
		}
		for k, s := range p.Sentences {
			if diff := cmp.Diff(quantity.FindAll(s.Text), p.Amounts[k]); diff != "" || s != Sentences(p.Text)[k] {
				t.Errorf("%q:\n%s", s.Text, diff)
			}
		}
	}
}

// TestEveryTrailingWordIsLookedFor: the characters that trailing words end in are those of all of them.
func TestEveryTrailingWordIsLookedFor(t *testing.T) {
	for _, w := range trailing {
		if !mayTrail("培训人次" + w) {
			t.Errorf("%s is not looked for", w)
		}
	}
	if mayTrail("") || mayTrail("培训人次") {
		t.Error("a subject without such a word is searched for all of them")
	}
}
