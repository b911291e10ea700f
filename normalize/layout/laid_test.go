package layout

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fuhe/extract/document"
	"fuhe/extract/plain"
	"fuhe/extract/table"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// readLaid reads text as a file would be.
func readLaid(t *testing.T, text string) *form.Form {
	t.Helper()
	lines, err := plain.Lines([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	forms := Read(&document.Document{Format: "text", Blocks: table.Tabbed(lines)}, lexicon.Load())
	if len(forms) != 1 {
		t.Fatalf("%d forms", len(forms))
	}
	return forms[0]
}

func rowsTold(f *form.Form) string {
	var b strings.Builder
	for _, in := range f.Indicators {
		fmt.Fprintln(&b, in.Level1, in.Level2, in.Name, in.Target.Text, in.Actual.Text, in.Weight.Text, in.Score.Text)
	}
	return b.String()
}

const laidPage = `项目支出绩效自评表
                                       年度指标      实际完成
   一级指标     二级指标      三级指标                                分值      得分
                                         值          值
                       维修泵站
                                  ≥3座         3座         10      10
              数量指标      座数
   产出指标               清淤渠道长度     ≥8公里        9公里        10      10
              质量指标      验收合格率     100%        100%       30      30
                       受益农户
   效益指标     社会效益指标             ≥90户        95户        30      30
                       数
`

const laidRest = `   满意度
            服务对象满意度指标   农户满意度     ≥90%       93%       10      10
   指标
                    总分                                    90      90
`

// TestLaidRows reads cells that are centred over one another, on a page and behind its end, where the columns
// stand in other places.
func TestLaidRows(t *testing.T) {
	want := `产出指标 数量指标 维修泵站座数 ≥3座 3座 10 10
产出指标 数量指标 清淤渠道长度 ≥8公里 9公里 10 10
产出指标 质量指标 验收合格率 100% 100% 30 30
效益指标 社会效益指标 受益农户数 ≥90户 95户 30 30
满意度指标 服务对象满意度指标 农户满意度 ≥90% 93% 10 10
`
	for name, text := range map[string]string{"one page": laidPage + laidRest, "two pages": laidPage + "\n                -1-\n\f" + laidRest} {
		if got := rowsTold(readLaid(t, text)); got != want {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// TestLaidFundsUnnamedColumn finds the names of funds under no header, beside the label of the block.
func TestLaidFundsUnnamedColumn(t *testing.T) {
	f := readLaid(t, `项目支出绩效自评表
                          全年预算数      全年执行数
                                                     分值     执行率      得分
                           （A）        （B）
项目资金   年度资金总额             141.85       139.92     10    98.64%    9.86
（万元）   其中：财政拨款            100.90       100.90     -     100%      -
       其他资金                40.95        39.02     -     95.29%    -
`+laidPage+laidRest)
	var got []string
	for _, fund := range f.Funds {
		got = append(got, fund.Name+" "+fund.Budget.Text+" "+fund.Spent.Text)
	}
	if want := "年度资金总额 141.85 139.92; 财政拨款 100.90 100.90; 其他资金 40.95 39.02"; strings.Join(got, "; ") != want {
		t.Errorf("%s", got)
	}
}

func TestSpansOfLines(t *testing.T) {
	lines := func(wide bool, texts ...string) (out []ruled) {
		for _, text := range texts {
			out = append(out, rule(text, wide, false))
		}
		return out
	}
	for _, c := range []struct {
		lines []ruled
		want  string
	}{
		{lines(false, "甲乙  12", "甲    3"), "0-2 4-6"},
		{lines(false, "甲乙丙 12", "(50分)34"), "0-7"},         // one line crosses
		{lines(false, "(50分)", "     数量"), "0-5 5-7"},      // an edge without a blank
		{lines(true, "甲乙丙  12", "abcdef  34"), "0-6 8-10"}, // two places for a Chinese character
		{nil, ""},
	} {
		var got []string
		for _, s := range spansOf(c.lines) {
			got = append(got, fmt.Sprintf("%d-%d", s.from, s.to))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

// TestAlignLeavesUnheadedColumns lays two headers over three stretches.
func TestAlignLeavesUnheadedColumns(t *testing.T) {
	heads := []stretch{{from: 10, to: 14}, {from: 20, to: 24}}
	spans := []stretch{{from: 0, to: 4}, {from: 10, to: 13}, {from: 22, to: 26}}
	got := align(2, 3, func(h, from, to int) float64 {
		return distance(heads[h], stretch{from: spans[from].from, to: spans[to-1].to}) + 3*float64(to-from-1)
	}, func(int) float64 { return 5 }, func(int) float64 { return 1 })
	if fmt.Sprint(got) != "[{-1 0 1} {0 1 2} {1 2 3}]" {
		t.Error(got)
	}
}

// TestLaidFieldsBreak reads basic data whose labels and values break over lines.
func TestLaidFieldsBreak(t *testing.T) {
	title, rows, _ := strings.Cut(laidPage+laidRest, "\n")
	f := readLaid(t, title+`
项目名
       泵站维修项目
 称
主管部                 实施单位
       青河县水务局                青河县泵站管理处
 门                  （盖章）
`+rows)
	if f.Project != "泵站维修项目" || f.Unit != "青河县泵站管理处" {
		t.Errorf("%q of %q", f.Project, f.Unit)
	}
}

// TestLaidLevels reads level cells that stand in every row, only in the first of their rows, and at the top of a
// cell over several.
func TestLaidLevels(t *testing.T) {
	head := `项目支出绩效自评表
一级指标      二级指标     三级指标      指标值      完成值      分值      得分
`
	for name, rows := range map[string]string{
		"in every row": `产出指标      数量指标     维修泵站      3座       3座        30      30
（60分）              座数
产出指标      质量指标     验收合格      100%     100%       30      30
（60分）              率
效益指标      社会效益     受益农户      90户      95户       30      30
（30分）      指标       数
`,
		"at the top": `产出指标      数量指标     维修泵站      3座       3座        30      30
（60分）              座数
          质量指标     验收合格      100%     100%       30      30
                   率
效益指标      社会效益     受益农户      90户      95户       30      30
（30分）      指标       数
`,
	} {
		want := "产出指标 数量指标 维修泵站座数 3座 3座 30 30\n产出指标 质量指标 验收合格率 100% 100% 30 30\n效益指标 社会效益指标 受益农户数 90户 95户 30 30\n"
		if got := rowsTold(readLaid(t, head+rows)); got != want {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// TestLaidLevelsOfManyRows reads a level in every row of a long table in a time that does not grow with every way to
// share the rows out.
func TestLaidLevelsOfManyRows(t *testing.T) {
	const rows = 120
	text := "项目支出绩效自评表\n一级指标    二级指标    三级指标         指标值    完成值    分值    得分\n"
	for i := range rows {
		text += fmt.Sprintf("产出指标    数量指标    第%03d座泵站维修    %d次       %d次       0.5     0.5\n", i, 100+i, 100+i)
	}
	start := time.Now()
	f := readLaid(t, text)
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("took %v", took)
	}
	if len(f.Indicators) != rows {
		t.Fatalf("%d rows", len(f.Indicators))
	}
	if last := f.Indicators[rows-1]; last.Level2 != "数量指标" || last.Name != "第119座泵站维修" || last.Actual.Text != "219次" {
		t.Errorf("%+v", last)
	}
}

// TestLaidHeaderOfManyLines reads a header one of whose cells breaks over seven lines.
func TestLaidHeaderOfManyLines(t *testing.T) {
	f := readLaid(t, `项目支出绩效自评表
                                                     未完成
                                                     原因及
一级指标   二级指标    三级指标        指标值     完成值    分值    得分   拟采取
                                                     的改进
                                                     措施
产出指标   数量指标    维修泵站座数      3座      3座      50    50
效益指标   社会效益指标  受益农户数       90户     80户     50    44   天旱
`)
	if len(f.Indicators) != 2 || f.Indicators[1].Reason.Text != "天旱" {
		t.Errorf("%s", rowsTold(f))
	}
}

// TestWidePlaces tells rulers apart by the words that stand below one another.
func TestWidePlaces(t *testing.T) {
	for text, want := range map[string]bool{
		"维修泵站座数  3座  10\n清淤          3座  10": true,
		"维修泵站座数  3座  10\n清淤      3座  10":     false,
	} {
		lines, err := plain.Lines([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got := widePlaces(lines); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}

func TestSetApart(t *testing.T) {
	for text, want := range map[string]bool{
		"在 2021 年维修泵站 3 座": true,
		"在2021年维修泵站3座":     false,
	} {
		if got := setApart([]document.Line{{Text: text}}); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}

// TestSumsOneBlankApart: columns of points may be so narrow that one blank parts their sums; words are not cut there.
func TestSumsOneBlankApart(t *testing.T) {
	var got []string
	for _, s := range rule("合 计     100          100      100 95.20   优 秀", false, false).sums() {
		got = append(got, s.text)
	}
	if want := "合 计|100|100|100|95.20|优 秀"; strings.Join(got, "|") != want {
		t.Errorf("cut as %s, want %s", strings.Join(got, "|"), want)
	}
}
