package main

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"fuhe/corpus"
	"fuhe/normalize/form"
	"fuhe/report"
)

func (a *app) show() *cobra.Command {
	var as string
	c := &cobra.Command{
		Use:   a.say("show 文件 [选项]", "show FILE [FLAGS]"),
		Short: a.say("以 JSON 显示读出的文档或自评表", "show the document or the forms that were read, as JSON"),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				return nil
			}
			return usage(a.say("请给出一个文件；用法见 fuhe show --help", "one file is needed; see fuhe show --help"))
		},
		RunE: func(c *cobra.Command, args []string) error { return a.runShow(c.Context(), args[0], as) },
	}
	c.Flags().StringVar(&as, "as", "form", a.say("显示哪一步的结果 `STAGE`：document 或 form（默认 form）", "what to show `STAGE`: document or form (default form)"))
	complete(c, "as", "document", "form")
	return c
}

func (a *app) runShow(ctx context.Context, path, as string) error {
	if err := a.oneOf("as", as, []string{"document", "form"}); err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return usage(fmt.Sprintf(a.say("%s 是目录，show 一次只显示一个文件", "%s is a folder; show takes one file"), path))
	}
	p := corpus.Reading()
	p.Keep = as == "document"
	if p.Keep {
		p.Forms = nil
	}
	r := p.Check(ctx, corpus.Gather([]string{path}, a.stdin)[0])
	for _, n := range r.Notes {
		fmt.Fprintf(a.stderr, "fuhe: %s: [%s] %s\n", path, n.Code, n.Says.In(a.lang))
	}
	if r.Status == report.Failed {
		return status(statusUnread)
	}
	if r.Document != nil {
		return report.WriteJSON(a.stdout, r.Document)
	}
	return report.WriteJSON(a.stdout, forms(r))
}

func forms(r *report.Result) []*form.Form {
	list := make([]*form.Form, 0, len(r.Reports))
	for _, one := range r.Reports {
		list = append(list, one.Form)
	}
	return list
}
