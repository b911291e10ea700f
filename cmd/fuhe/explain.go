package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"fuhe/normalize/layout"
	"fuhe/score/check"
	"fuhe/score/rulebook"
)

func (a *app) explain() *cobra.Command {
	var text, weight string
	c := &cobra.Command{
		Use:   a.say("explain 编号", "explain CODE|RULEBOOK|LAYOUT"),
		Short: a.say("说明一项检查、一份评分规则、一种表式，或一句评分标准怎样读", "explain a check, a rulebook, a layout, or how a scoring rule is read"),
		Example: a.say("  fuhe explain EXE-01\n  fuhe list checks        查看全部编号\n  fuhe explain --phrase 每有一项不合格扣0.5分，扣完为止 --weight 4",
			"  fuhe explain EXE-01\n  fuhe list checks        for all codes\n  fuhe explain --phrase 每有一项不合格扣0.5分，扣完为止 --weight 4"),
		Args: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("phrase") && len(args) == 0 || len(args) == 1 && !c.Flags().Changed("phrase") {
				return nil
			}
			return usage(a.say("请给出一个编号，例如 fuhe explain EXE-01；全部编号见 fuhe list checks",
				"name one code, such as fuhe explain EXE-01; fuhe list checks has them all"))
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.explainPhrase(text, weight)
			}
			return a.runExplain(args[0])
		},
		ValidArgsFunction: completeCodes,
	}
	c.Flags().StringVar(&text, "phrase", "", a.say("说明这句评分标准（`TEXT`）读作什么、各种情形得多少分", "say how the scoring rule `TEXT` is read and what it gives"))
	c.Flags().StringVar(&weight, "weight", "10", a.say("与 --phrase 同用：该行分值 `POINTS`（默认 10）", "with --phrase: the `POINTS` of its row (default 10)"))
	return c
}

func completeCodes(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var ids []string
	for _, c := range catalogued() {
		ids = append(ids, c.Code)
	}
	if shelf, err := rulebook.Load(); err == nil {
		for _, b := range shelf.All() {
			ids = append(ids, b.ID)
		}
	}
	for _, l := range layout.All() {
		ids = append(ids, l.ID)
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

func (a *app) runExplain(id string) error {
	for _, c := range catalogued() {
		if strings.EqualFold(c.Code, id) {
			return a.explainCheck(a.stdout, c)
		}
	}
	shelf, err := rulebook.Load()
	if err != nil {
		return err
	}
	if _, known := shelf.Book(id); known || rulebook.IsFile(id) {
		book, err := a.bookOf(shelf, id)
		if err != nil {
			return err
		}
		return a.explainBook(a.stdout, book)
	}
	for _, l := range layout.All() {
		if strings.EqualFold(l.ID, id) {
			_, err := fmt.Fprintf(a.stdout, "%s  %s\n\n%s\n", l.ID, l.Title.In(a.lang), l.Doc.In(a.lang))
			return err
		}
	}
	return usage(fmt.Sprintf(a.say("没有编号 %q；可用的见 fuhe list checks、fuhe list rulebooks、fuhe list layouts",
		"nothing is called %q; see fuhe list checks, fuhe list rulebooks, fuhe list layouts"), id))
}

func (a *app) explainCheck(w io.Writer, c *check.Check) error {
	_, err := fmt.Fprintf(w, a.say("%s  %s（%s）\n\n%s\n", "%s  %s (%s)\n\n%s\n"), c.Code, c.Title.In(a.lang), a.levelWord(c.Level), c.Doc.In(a.lang))
	for _, part := range a.parts(c) {
		if err == nil {
			_, err = fmt.Fprintf(w, "\n%s%s\n", part[0], part[1])
		}
	}
	return err
}

// parts are the labelled pieces of a check's documentation that it has.
func (a *app) parts(c *check.Check) [][2]string {
	var parts [][2]string
	for _, p := range [][2]string{
		{a.say("意义：", "why: "), c.Why.In(a.lang)},
		{a.say("算式：", "formula: "), c.Formula},
		{a.say("容差：", "tolerance: "), c.Allows.In(a.lang)},
		{a.say("依据：", "clause: "), c.Clause.In(a.lang)},
		{a.say("会提示：", "trips: "), c.Trips.In(a.lang)},
		{a.say("不提示：", "silent: "), c.Silent.In(a.lang)},
	} {
		if p[1] != "" {
			parts = append(parts, p)
		}
	}
	return parts
}
