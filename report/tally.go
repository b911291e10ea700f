package report

import (
	"fmt"
	"strings"

	"fuhe/score/finding"
)

// tally counts a run for its last line.
type tally struct {
	files, failed, forms int
	levels               map[finding.Level]int
	skipped              int
}

func (t *tally) add(r *Result) {
	t.files++
	if r.Status == Failed {
		t.failed++
	}
	t.forms += len(r.Reports)
	if t.levels == nil {
		t.levels = map[finding.Level]int{}
	}
	for _, f := range r.Reports {
		t.skipped += len(f.Skipped)
		for _, found := range f.Findings {
			t.levels[found.Level]++
		}
	}
}

// line says the counts; passed is how many files of other kinds were left aside.
func (t *tally) line(passed int, lang string) string {
	parts := []string{
		fmt.Sprintf(say("文件 %d 个，自评表 %d 份", "files: %d, forms: %d").In(lang), t.files, t.forms),
		t.found(lang),
		fmt.Sprintf(say("未能核对 %d 项", "skipped checks: %d").In(lang), t.skipped),
	}
	if t.failed > 0 {
		parts = append(parts, fmt.Sprintf(say("未能读取 %d 个文件", "files not read: %d").In(lang), t.failed))
	}
	if passed > 0 {
		parts = append(parts, fmt.Sprintf(say("跳过其他类型文件 %d 个", "files of other kinds passed over: %d").In(lang), passed))
	}
	return strings.Join(parts, say("；", "; ").In(lang))
}

// found says how many findings of each level there are.
func (t *tally) found(lang string) string {
	return fmt.Sprintf(say("错误 %d 处，警告 %d 处，提示 %d 处", "errors: %d, warnings: %d, infos: %d").In(lang),
		t.levels[finding.Error], t.levels[finding.Warning], t.levels[finding.Info])
}
