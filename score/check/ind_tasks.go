package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
)

// mostTasks bounds the tasks that are compared with the indicators.
const mostTasks = 100

// task is one key task the report lists.
type task struct {
	text  string
	place document.Place
}

var taskMark = wording.New(`^(?:[①-⑳]|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[0-9]{1,2}[.、．]|[一二三四五六七八九十]是)\s*`)

// listMark is the mark of a list's item in front of a text, or blank.
func listMark(text string) string {
	r, _ := utf8.DecodeRuneInString(text)
	if r >= '①' && r <= '⑳' || strings.ContainsRune("（(0123456789一二三四五六七八九十", r) {
		return taskMark.FindString(text)
	}
	return ""
}

func runTasks(p *Pass) {
	tasks := keyTasks(p.read)
	if len(tasks) == 0 || len(p.Form.Indicators) == 0 {
		p.Skip("报告没有逐条列出重点工作", "The report lists no key tasks")
		return
	}
	var open []task
	var names []string
	for _, t := range tasks {
		if !taken(p.read, t.text) {
			open, names = append(open, t), append(names, t.text)
		}
	}
	if len(open) == 0 {
		return
	}
	var also []document.Place
	for _, t := range open[1:] {
		also = append(also, t.place)
	}
	p.Report(finding.Finding{
		Subject: joinNames(names, 1),
		Says: document.Message{
			ZH: fmt.Sprintf("所列 %d 项重点工作中，%s没有对应的绩效指标", len(tasks), joinNames(names, 4)),
			EN: fmt.Sprintf("Of %d key tasks listed, no indicator takes up %s", len(tasks), namesInEnglish(names, 4)),
		},
		Place: open[0].place, Also: also,
	})
}

// keyTasks are the short list items under a heading of key tasks that reports on nothing yet.
func keyTasks(n *narrative) []task {
	var tasks []task
	for _, s := range n.sentences() {
		if len(tasks) >= mostTasks || !n.headLetters(s.index).MayAny(keyWork...) || !taskHead(s.paragraph) {
			continue
		}
		mark := listMark(s.Text)
		if mark == "" || isHead(n.form, s.paragraph) {
			continue
		}
		text := strings.TrimRight(strings.TrimSpace(s.Text[len(mark):]), "。；;，")
		if n := utf8.RuneCountInString(text); n >= 4 && n <= 40 && !ofKeyTasks(text) && !strings.HasSuffix(text, "情况") {
			tasks = append(tasks, task{text, s.place(0, len(s.Text))})
		}
	}
	return tasks
}

// isHead reports whether other paragraphs stand under this one.
func isHead(f *form.Form, para *form.Paragraph) bool {
	if para.Level == 0 {
		return false
	}
	for i := range f.Text {
		if slices.Contains(f.Text[i].Heads, para.Text) {
			return true
		}
	}
	return false
}

// keyWork are the words for key tasks.
var keyWork = []string{"重点工作", "重点任务"}

func ofKeyTasks(text string) bool { return hasAny(text, keyWork...) }

// taskHead looks at the innermost heading: one on key tasks, and not on how they were met.
func taskHead(para *form.Paragraph) bool {
	n := len(para.Heads)
	if n == 0 {
		return false
	}
	head := para.Heads[n-1]
	return ofKeyTasks(head) && !hasAny(head, "完成情况", "完成指标", "实现情况", "分析")
}

// taken reports whether an indicator is about the task, if only in part.
func taken(n *narrative, text string) bool {
	task, fold := matterOf(text), lexicon.Fold(text)
	for i, name := range n.names() {
		if strings.Contains(name, task.kernel) || task.pairs.In(name) >= 40 || n.matter(i).pairs.In(fold) >= 40 || lexicon.Alike(fold, name) >= 45 {
			return true
		}
	}
	return false
}
