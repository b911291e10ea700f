package layout

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuhe/extract/document"
	"fuhe/extract/plain"
	"fuhe/extract/table"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

func readAny(text string, lex *lexicon.Lexicon) []*form.Form {
	lines, err := plain.Lines([]byte(text))
	if err != nil {
		return nil
	}
	return Read(&document.Document{Format: "text", Blocks: table.Tabbed(lines)}, lex)
}

// FuzzRead holds the reader of forms to its word for any text: it never panics, and every row that it
// reads has a name and a place.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("../../testdata/*/*.txt")
	if err != nil || len(files) == 0 {
		f.Fatal("no samples", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	lex := lexicon.Load()
	f.Fuzz(func(t *testing.T, text string) {
		for _, read := range readAny(text, lex) {
			for _, ind := range read.Indicators {
				if ind.Name == "" || !ind.Place.Known() {
					t.Errorf("row without a name or a place: %+v", ind)
				}
			}
		}
	})
}

// TestHostileTextIsBounded reads texts that make a careless reader run for minutes or for ever; the test's
// own time limit is the bound.
func TestHostileTextIsBounded(t *testing.T) {
	head := "一级指标 二级指标 指标名称 年初指标值 实际完成值 分值 得分 偏差原因分析及改进措施\n"
	for name, text := range map[string]string{
		"headers without rows": strings.Repeat(head, 5000),
		"one endless row":      head + strings.Repeat("甲 ", 50000),
		"one token a line":     head + strings.Repeat("数量\n", 20000),
		"numbers only":         head + strings.Repeat("5 5 5 5\n", 10000),
		"open brackets":        strings.Repeat("年初指标值（", 50000),
		"labels":               strings.Repeat("项目名称\n", 10000),
		"goals":                strings.Repeat("年度目标1（40分）\n", 8000),
		"notes":                strings.Repeat("备注：\n1.说明\n", 8000),
		"tabs":                 strings.Repeat(strings.ReplaceAll(head, " ", "\t")+"产出指标\t数量指标\t甲乙丙\t≥1\t2\t5\t5\n", 1500),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			readAny(text, lexicon.Load())
		})
	}
}
