package rulebook

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// own reads a.yaml of some files.
func own(t testing.TB, files map[string]string) (*Book, error) {
	return shelf(t).Own("a.yaml", func(name string) ([]byte, error) {
		text, ok := files[name]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return []byte(text), nil
	})
}

const head = "extends: cn-2020\nname: {zh: 某市办法}\n"

// TestProblems: each mistake is told at its place, with what may have been meant.
func TestProblems(t *testing.T) {
	tests := map[string]struct {
		text string
		want string // the problems in Chinese, without the file's name
	}{
		"nothing wrong":      {head, ""},
		"unknown key":        {head + "execution:\n  wieght: 20\n", `4:3: execution：没有 "wieght" 这个键，是否指 weight？`},
		"key far from any":   {head + "rounding: {zzzz: 2}\n", `3:12: rounding：没有 "zzzz" 这个键，可用的有：rate、score`},
		"key written twice":  {head + "not_applicable: full\nnot_applicable: zero\n", `4:1: 键 "not_applicable" 在第3行已经写过`},
		"no decimal":         {head + "execution: {weight: 二十}\n", `3:21: execution.weight：“二十” 不是十进制数，如 10、0.8`},
		"exponent":           {head + "execution: {weight: 2e1}\n", `3:21: execution.weight："2e1" 不是十进制数，如 10、0.8`},
		"list for a number":  {head + "execution: {weight: [20]}\n", `3:21: execution.weight：这里应是数，不是列表`},
		"number for a list":  {head + "quantitative: {negative: inverse}\n", `3:26: quantitative.negative：这里应是列表，每项前加“- ”，不是"inverse"`},
		"text for a section": {head + "grades: 优良中差\n", `3:9: grades：这里应是若干“键: 值”，不是"优良中差"`},
		"no truth":           {head + "explain: {missed: 是}\n", `3:19: explain.missed：应为 true 或 false，不是 "是"`},
		"no year":            {head + "match: {from: 二〇二〇}\n", `3:15: match.from：应为整数，不是 "二〇二〇"`},
		"unknown choice":     {head + "quantitative: {negative: [invers]}\n", `3:27: quantitative.negative[1]：不能是 "invers"，是否指 inverse？可以是：ratio、inverse、linear、two-sided、all-or-nil`},
		"weights": {
			head + "weights:\n  level1:\n    - {name: 产出, weight: 50}\n    - {name: 效益, weight: 30}\n",
			`5:5: weights.level1：50+30＝80，不等于合计100`,
		},
		"grades overlap": {
			head + "grades:\n  bands:\n    - {name: {zh: 优}, low: 90}\n    - {name: {zh: 良}, low: 95}\n",
			`6:28: grades.bands[2].low：等级重叠：“良”从95起，不低于上一等级“优”的起点90`,
		},
		"bands overlap": {
			head + "qualitative:\n  bands:\n    - {class: met, low: 0.8, high: 1}\n    - {class: missed, low: 0, high: 0.9}\n",
			`6:7: qualitative.bands[2]：与上一档重叠：上限0.9高于0.80`,
		},
		"bands with a gap": {
			head + "qualitative:\n  bands:\n    - {class: met, low: 0.8, high: 1}\n    - {class: missed, low: 0, high: 0.6}\n",
			`6:7: qualitative.bands[2]：与上一档之间有空档：应接在0.80之下`,
		},
		"years":            {head + "match: {from: 2023, to: 2021}\n", `3:25: match.to：末个年度2021早于首个年度2023`},
		"rule not read":    {head + "rows:\n  - {name: 某项, weight: 5, rule: 每有一处瑕疵扣若干分}\n", `4:33: rows[1].rule：评分标准未能读懂：`},
		"no rule at all":   {head + "execution: {rule: 见附件}\n", `execution.rule：“见附件”不含可以计算的评分标准`},
		"unknown parent":   {"extends: cn-2000\nname: {zh: 甲}\n", `1:10: extends：没有 "cn-2000" 这份评分规则，是否指 cn-2020？`},
		"no file to build": {"extends: ./b.yaml\nname: {zh: 甲}\n", `1:10: extends：无法读取 b.yaml`},
		"extends itself":   {"extends: ./a.yaml\nname: {zh: 甲}\n", `1:10: extends：循环引用：a.yaml → a.yaml`},
		"nameless":         {"extends: cn-2020\n", `1:1: name：要有名称（zh）`},
		"id taken":         {head + "id: gx\n", `3:5: id：编号 gx 已被自带的评分规则占用`},
		"standing alone":   {"name: {zh: 甲}\n", `quantitative.positive：至少要有一个公式`},
		"empty":            {"", `1:1: 文件是空的`},
		"a list":           {"- 1\n", `1:1: 这里应是若干“键: 值”，不是列表`},
		"two books":        {head + "---\n" + head, `一个文件只能写一份规则`},
		"alias":            {"name: &x {zh: 甲}\nclause: *x\n", `1:7: name：不支持锚点`},
		"tab":              {head + "execution:\n\tweight: 20\n", `4:1: 不是有效的 YAML`},
		"huge":             {head + strings.Repeat("# 说明\n", 200_000), `1:1: 文件超过1MB`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			b, err := own(t, map[string]string{"a.yaml": tt.text})
			if tt.want == "" {
				if err != nil || b == nil {
					t.Fatalf("%v, error %v", b, err)
				}
				return
			}
			var problems Problems
			if !errors.As(err, &problems) {
				t.Fatalf("error %v, want problems", err)
			}
			if got := problems.In("zh"); !strings.Contains(got, strings.ReplaceAll(tt.want, "“二十” 不", `"二十" 不`)) {
				t.Errorf("%s\nwant %s", got, tt.want)
			}
			if strings.ContainsAny(problems.In("en"), "\x00") || strings.Contains(problems.In("en"), "%!") || strings.Contains(problems.In("zh"), "%!") {
				t.Errorf("a message is not filled in: %s", problems.In("en"))
			}
		})
	}
}

// TestAllProblemsAreTold at once, in the order of their lines.
func TestAllProblemsAreTold(t *testing.T) {
	_, err := own(t, map[string]string{"a.yaml": head + "execution: {wieght: 20, base: half}\nmatch: {form: 2020}\nrounding: 2\n"})
	var got []string
	for _, p := range err.(Problems) {
		got = append(got, fmt.Sprintf("%d:%d", p.Line, p.Column))
	}
	if diff := cmp.Diff([]string{"3:13", "3:31", "4:9", "5:11"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestOwnBook builds on a book of the shelf, and on another file.
func TestOwnBook(t *testing.T) {
	b, err := own(t, map[string]string{
		"a.yaml":       "extends: rules/b.yaml\nname: {zh: 某局办法}\nexecution: {weight: 15}\nsatisfaction: {ladder: []}\n",
		"rules/b.yaml": "extends: ./c.yaml\nname: {zh: 某市办法}\nexecution: {weight: 20, clause: {zh: 执行20分}}\n",
		"rules/c.yaml": "extends: cn-transfer\nname: {zh: 某省办法, en: rules of a province}\ngrades: {bands: []}\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	partly, _ := b.Qualitative.Band(Partly)
	got := []string{b.ID, b.Name.ZH, b.Name.EN, string(b.Execution.Weight), b.Execution.Clause.EN, string(partly.Low), fmt.Sprint(len(b.Grades.Bands)), fmt.Sprint(len(b.Satisfaction.Ladder))}
	if diff := cmp.Diff([]string{"a", "某局办法", "某局办法", "15", "执行20分", "0.5", "0", "0"}, got); diff != "" {
		t.Error(diff)
	}
	national, _ := shelf(t).Book("cn-2020")
	if national.Grades.Bands[0].Name.EN != "excellent" {
		t.Error("the book on the shelf was changed")
	}
}

func TestUnsetIsNotInherited(t *testing.T) {
	b, err := own(t, map[string]string{"a.yaml": head + "execution: {weight: unset}\nexplain: {execution_below: unset}\n"})
	if err != nil {
		t.Fatal(err)
	}
	if b.Execution.Weight.Rat() != nil || b.Explain.ExecutionBelow.Rat() != nil {
		t.Errorf("inherited: %q, %q", b.Execution.Weight, b.Explain.ExecutionBelow)
	}
}

func TestNearest(t *testing.T) {
	for word, want := range map[string]string{"wieght": "weight", "Weight": "weight", "grade": "grades", "xyz": "", "": "", strings.Repeat("w", 10000): ""} {
		if got := nearest(word, []string{"weight", "grades", "extends"}); got != want {
			t.Errorf("%.20q: %q, want %q", word, got, want)
		}
	}
}

// yamlBreaks counts the line breaks of a text as YAML and editors do: a carriage return by itself is one too, and so
// are Unicode's three.
func yamlBreaks(text string) int {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Count(text, "\n") + strings.Count(text, "\r") + strings.Count(text, "\u0085") +
		strings.Count(text, "\u2028") + strings.Count(text, "\u2029")
}

// FuzzOwn: whatever a file holds, it is read or refused with a place inside it.
func FuzzOwn(f *testing.F) {
	f.Add(head)
	f.Add(head + "rows:\n  - {name: 某项, weight: 5, rule: 每有一项不合格扣1分}\n")
	f.Add("\"unclosed\r\r")
	f.Add("a: [{b: *c}]\n---\n? {}\n: !!binary x")
	s := shelf(f)
	f.Fuzz(func(t *testing.T, text string) {
		b, err := s.Own("a.yaml", func(name string) ([]byte, error) {
			if name != "a.yaml" {
				return nil, fs.ErrNotExist
			}
			return []byte(text), nil
		})
		var problems Problems
		switch {
		case err == nil && b == nil, err != nil && !errors.As(err, &problems):
			t.Fatalf("%v, error %v", b, err)
		case err == nil && b.Check() != nil:
			t.Fatal(b.Check())
		}
		for _, p := range problems {
			if p.Line < 1 || p.Column < 1 || p.Line > yamlBreaks(text)+2 || p.Says.ZH == "" || p.Says.EN == "" {
				t.Fatalf("%+v", p)
			}
		}
	})
}
