package main

import (
	"fmt"
	"io"
	"strings"

	"fuhe/corpus/portfolio"
	"fuhe/score/check"
)

// catalogued are all checks: those of one form, then those over many.
func catalogued() []*check.Check { return append(check.All(), portfolio.Documented()...) }

// catalogue writes all checks as Markdown, the page that is kept under docs.
func (a *app) catalogue(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "<!-- %s -->\n\n# %s\n\n", "fuhe list checks --markdown --lang "+a.lang, a.say("检查目录", "Catalogue of checks"))
	fmt.Fprintf(&b, "| %s | %s | %s |\n| --- | --- | --- |\n", a.say("编号", "code"), a.say("级别", "level"), a.say("名称", "title"))
	for _, c := range catalogued() {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s |\n", c.Code, strings.ToLower(c.Code), a.levelWord(c.Level), cell(c.Title.In(a.lang)))
	}
	for _, c := range catalogued() {
		a.entry(&b, c)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (a *app) entry(b *strings.Builder, c *check.Check) {
	fmt.Fprintf(b, "\n## %s\n\n**%s** · %s\n\n%s\n", c.Code, c.Title.In(a.lang), a.levelWord(c.Level), c.Doc.In(a.lang))
	if parts := a.parts(c); len(parts) > 0 {
		b.WriteString("\n")
		for _, p := range parts {
			fmt.Fprintf(b, "- %s%s\n", p[0], p[1])
		}
	}
}

// cell keeps a text from ending its cell of a Markdown table.
func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
