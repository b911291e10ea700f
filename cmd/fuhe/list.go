package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"fuhe/extract"
	"fuhe/normalize/layout"
	"fuhe/report"
	"fuhe/score/finding"
)

func (a *app) list() *cobra.Command {
	var markdown bool
	what := []string{"checks", "rulebooks", "layouts", "formats"}
	c := &cobra.Command{
		Use:   "list checks|rulebooks|layouts|formats",
		Short: a.say("列出全部检查、评分规则、表式或格式", "list all checks, rulebooks, layouts or formats"),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage(a.say("请指明要列出什么：checks、rulebooks、layouts、formats", "what to list: checks, rulebooks, layouts, formats"))
			}
			return a.oneOfWhat(args[0], what)
		},
		ValidArgs: what,
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case markdown && args[0] == "checks":
				return a.catalogue(a.stdout)
			case markdown && args[0] == "rulebooks":
				return a.bookPages(a.stdout)
			case markdown:
				return usage(a.say("--markdown 只用于 list checks、list rulebooks", "--markdown is for list checks and list rulebooks only"))
			}
			return a.runList(args[0])
		},
	}
	c.Flags().BoolVar(&markdown, "markdown", false, a.say("以 Markdown 输出检查或评分规则的目录", "print the catalogue of checks or rulebooks as Markdown"))
	return c
}

func (a *app) oneOfWhat(word string, what []string) error {
	for _, w := range what {
		if w == word {
			return nil
		}
	}
	return usage(fmt.Sprintf(a.say("不能列出 %q，可以列出：checks、rulebooks、layouts、formats", "cannot list %q; there are: checks, rulebooks, layouts, formats"), word))
}

func (a *app) runList(what string) error {
	switch what {
	case "checks":
		return a.listChecks()
	case "rulebooks":
		return a.listBooks()
	case "layouts":
		var rows [][2]string
		for _, l := range layout.All() {
			rows = append(rows, [2]string{l.ID, l.Title.In(a.lang)})
		}
		printPairs(a.stdout, rows)
		return nil
	}
	return a.listFormats()
}

func (a *app) listChecks() error {
	for _, c := range catalogued() {
		if _, err := fmt.Fprintf(a.stdout, "%-7s %s  %s\n", c.Code, a.levelWord(c.Level), c.Title.In(a.lang)); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) listFormats() error {
	var read, write [][2]string
	for _, f := range extract.Formats() {
		read = append(read, [2]string{f.ID, f.Name.In(a.lang) + a.say("：", ": ") + f.Doc.In(a.lang)})
	}
	for _, f := range report.Formats() {
		write = append(write, [2]string{f.ID, f.Name.In(a.lang)})
	}
	fmt.Fprintln(a.stdout, a.say("可读取：", "read:"))
	printPairs(a.stdout, read)
	_, err := fmt.Fprintln(a.stdout, a.say("\n可输出：", "\nwritten:"))
	printPairs(a.stdout, write)
	return err
}

func (a *app) levelWord(l finding.Level) string { return report.LevelWord(l).In(a.lang) }
