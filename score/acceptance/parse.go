package acceptance

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// Bounds on a review file: no list of findings comes near.
const (
	mostBytes   = 4 << 20
	mostEntries = 20000
)

// Wrong is what is wrong with a review file, and on which line.
type Wrong struct {
	Line int
	Says document.Message
}

// Error is the Chinese sentence with its line.
func (w *Wrong) Error() string { return fmt.Sprintf("第 %d 行：%s", w.Line, w.Says.ZH) }

func wrong(line int, zh, en string, args ...any) *Wrong {
	return &Wrong{line, document.Message{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}}
}

// Parse reads a review file: a list of code, subject, reason, reviewer and date, with file and printed where
// they narrow it. known tells the codes that there are, and the nearest to one that there is not. Its error
// is a *Wrong.
func Parse(data []byte, known func(code string) (nearest string, ok bool)) (*List, error) {
	if len(data) > mostBytes {
		return nil, wrong(1, "复核文件超过 %d 字节", "the review file has more than %d bytes", mostBytes)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, notYAML(err)
	}
	list := &List{}
	if len(doc.Content) == 0 {
		return list, nil
	}
	root := doc.Content[0]
	if root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		return list, nil
	}
	if root.Kind != yaml.SequenceNode || len(root.Content) > mostEntries {
		return nil, wrong(root.Line, "复核文件应为列表，每项以“- code:”开头", "the review file is a list, each entry begins with “- code:”")
	}
	for _, item := range root.Content {
		e, err := entry(item, known)
		if err != nil {
			return nil, err
		}
		list.Entries = append(list.Entries, e)
	}
	return list, nil
}

// notYAML takes the line out of what the YAML reader says.
func notYAML(err error) *Wrong {
	line := 1
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	if n, scanned := fmt.Sscanf(text, "line %d:", &line); n == 1 && scanned == nil {
		_, text, _ = strings.Cut(text, ": ")
	}
	return wrong(line, "不是有效的 YAML：%s", "not valid YAML: %s", text)
}

func entry(item *yaml.Node, known func(string) (string, bool)) (finding.Acceptance, error) {
	e := finding.Acceptance{Line: item.Line}
	if item.Kind != yaml.MappingNode {
		return e, wrong(item.Line, "每项应为 code、subject、reason 等键值", "each entry has code, subject, reason and so on")
	}
	into := map[string]*string{"code": &e.Code, "subject": &e.Subject, "file": &e.File, "printed": &e.Printed, "reason": &e.Reason, "reviewer": &e.Reviewer, "date": &e.Date}
	seen := map[string]bool{}
	for i := 0; i+1 < len(item.Content); i += 2 {
		key, value := item.Content[i], item.Content[i+1]
		to, ok := into[key.Value]
		switch {
		case !ok:
			return e, wrong(key.Line, "没有 %q 这个键，可用的有 code、subject、file、printed、reason、reviewer、date", "no key %q; there are code, subject, file, printed, reason, reviewer, date", key.Value)
		case seen[key.Value]:
			return e, wrong(key.Line, "%q 写了两次", "%q stands twice", key.Value)
		case value.Kind != yaml.ScalarNode:
			return e, wrong(value.Line, "%q 应为一行文字", "%q is a line of text", key.Value)
		}
		seen[key.Value] = true
		if value.Tag != "!!null" {
			*to = strings.TrimSpace(value.Value)
		}
	}
	return e, valid(e, item, known)
}

// dayShape is how a review file writes a day.
var dayShape = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
})

// valid refuses an entry that says too little to be held to, each fault with the line it stands on.
func valid(e finding.Acceptance, item *yaml.Node, known func(string) (string, bool)) error {
	at := func(key string) int {
		for i := 0; i+1 < len(item.Content); i += 2 {
			if item.Content[i].Value == key {
				return item.Content[i].Line
			}
		}
		return item.Line
	}
	if e.Code == "" {
		return wrong(at("code"), "缺少 code", "code is missing")
	}
	if nearest, ok := known(e.Code); !ok {
		return wrong(at("code"), "没有 %q 这项检查，是否指 %s？", "no check %q; was %s meant?", e.Code, nearest)
	}
	if e.Subject == "" {
		return wrong(at("subject"), "缺少 subject（问题所指的指标、资金或部分，见 JSON 的 subject）", "subject is missing: what the finding is about, as the JSON has it")
	}
	if e.Reason == "" {
		return nil // not reviewed yet: accepts nothing
	}
	if e.Reviewer == "" {
		return wrong(at("reviewer"), "写了 reason，还应写 reviewer（复核人）", "an entry with a reason has a reviewer")
	}
	if d := quantity.Parse(e.Date); !dayShape().MatchString(e.Date) || d.Kind != quantity.Date || d.Day.Day == 0 {
		return wrong(at("date"), "date 应为 2024-03-15 这样的日期", "date is a day such as 2024-03-15")
	}
	return nil
}
