package check

import (
	"strings"
	"testing"
	"time"

	"fuhe/normalize/form"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// FuzzNarrative: the checks of funds read any text without a panic, and point only into it.
func FuzzNarrative(f *testing.F) {
	f.Add("全年预算 500.00 万元，其中，基本支出 300.00 万元，项目支出 200.00 万元。实际支出 450.00 万元，预算执行率为 90%。")
	f.Add("其中其中，1万元，，执行率为%执行率为 90.63%，财政拨款预算执行率为 97.67%")
	f.Add("（其中：A 1元；B 2元）；支付率-1%；执行率为1e9%")
	shelf, err := books()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		x := &form.Form{Year: 2023, Text: paragraphs(strings.Split(text, "\n"))}
		found, _, _ := Run(exe(), Review{Form: x, Due: &finding.Due{}, Book: shelf.Default()})
		for _, got := range found {
			wellFormed(t, got)
		}
	})
}

// TestNarrativeStaysCheap: a text made to be slow - thousands of amounts, parts and rates in one
// paragraph and over many - is read within seconds.
func TestNarrativeStaysCheap(t *testing.T) {
	one := "财政拨款预算 500.00 万元，其中，基本支出预算 300.00 万元，项目支出预算 400.00 万元，预算执行率为 33.11%，"
	lines := []string{strings.Repeat(one, 3000)}
	for range 3000 {
		lines = append(lines, one)
	}
	x := &form.Form{Year: 2023, Text: paragraphs(lines)}
	shelf, err := books()
	if err != nil {
		t.Fatal(err)
	}
	due := recompute.Form(x, shelf.Default(), nil)
	start := time.Now()
	if found, _, _ := Run(exe(), Review{Form: x, Due: &due, Book: shelf.Default()}); len(found) == 0 {
		t.Error("nothing was found in a text full of trouble")
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
}

// BenchmarkAll runs the whole catalogue over the examples.
func BenchmarkAll(b *testing.B) {
	var forms []*form.Form
	for _, x := range examples(b) {
		if _, f, err := readFixture(x.data); err == nil {
			forms = append(forms, f)
		}
	}
	all := All()
	for b.Loop() {
		for _, f := range forms[:min(len(forms), 40)] {
			for _, c := range all {
				review(b, c, f, "")
			}
		}
	}
}
