package acceptance

import (
	"bytes"

	"go.yaml.in/yaml/v3"

	"fuhe/extract/document"
	"fuhe/score/finding"
)

// Template gathers findings for a review file to be filled in.
type Template struct {
	lang string
	root yaml.Node
	seen map[[4]string]bool
}

// NewTemplate is an empty template with its notes in the language.
func NewTemplate(lang string) *Template {
	return &Template{lang: lang, root: yaml.Node{Kind: yaml.SequenceNode}, seen: map[[4]string]bool{}}
}

// Add takes the findings of a report: open ones with nothing filled in, accepted ones as they were.
func (t *Template) Add(r *finding.Report, file string) {
	for _, a := range r.Accepted {
		e := a.By
		e.Code, e.Subject = a.Code, a.Subject
		t.add(e, a.Says.In(t.lang))
	}
	for _, f := range r.Findings {
		t.add(finding.Acceptance{Code: f.Code, Subject: f.Subject, File: file, Printed: f.Printed}, f.Says.In(t.lang))
	}
}

func (t *Template) add(e finding.Acceptance, says string) {
	key := [4]string{e.Code, e.Subject, e.File, e.Printed}
	if t.seen[key] || e.Subject == "" {
		return
	}
	t.seen[key] = true
	item := &yaml.Node{Kind: yaml.MappingNode, HeadComment: "# " + oneLine(says)}
	for _, p := range [][2]string{{"code", e.Code}, {"subject", e.Subject}, {"file", e.File}, {"printed", e.Printed}, {"reason", e.Reason}, {"reviewer", e.Reviewer}, {"date", e.Date}} {
		if p[1] == "" && (p[0] == "file" || p[0] == "printed") {
			continue
		}
		item.Content = append(item.Content, scalar(p[0], 0), scalar(p[1], yaml.DoubleQuotedStyle))
	}
	t.root.Content = append(t.root.Content, item)
}

func scalar(s string, style yaml.Style) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s, Style: style}
}

// oneLine keeps a text from ending its comment.
func oneLine(s string) string {
	return string(bytes.Map(func(r rune) rune {
		if r < ' ' || r == '\u0085' || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, []byte(s)))
}

// YAML is the template as a file.
func (t *Template) YAML() ([]byte, error) {
	head := document.Message{
		ZH: "# 复核记录：经复核认可的问题，在 reason、reviewer、date（如 2024-03-15）三处填写后，下次核对不再提示。\n# reason 为空的不生效。file 留空表示适用于同目录全部文件；printed 变化后重新提示。\n",
		EN: "# Findings that were reviewed: fill in reason, reviewer and date (as 2024-03-15), and the next check is silent on them.\n# Without a reason an entry does nothing. Without file it holds for all files beside it; a changed printed figure is told again.\n",
	}
	var b bytes.Buffer
	b.WriteString(head.In(t.lang))
	if len(t.root.Content) == 0 {
		b.WriteString("[]\n")
		return b.Bytes(), nil
	}
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(&t.root); err != nil {
		return nil, err
	}
	return b.Bytes(), enc.Close()
}
