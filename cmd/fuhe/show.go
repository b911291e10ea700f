package main

import (
	"context"
	"fmt"
	"os"
	"runtime"

	"github.com/spf13/cobra"

	"fuhe/corpus"
	"fuhe/extract/proof"
	"fuhe/normalize/form"
	"fuhe/report"
)

// showFlags are the flags of the show command.
type showFlags struct {
	as     string
	page   int
	svg    string
	limits limitFlags
}

func (a *app) show() *cobra.Command {
	var f showFlags
	c := &cobra.Command{
		Use:   a.say("show 文件 [选项]", "show FILE [FLAGS]"),
		Short: a.say("以 JSON 显示读出的文档或自评表", "show the document or the forms that were read, as JSON"),
		Example: a.say("  fuhe show 自评报告.pdf\n  fuhe show 自评报告.pdf --as document --page 3 --svg 第3页.svg",
			"  fuhe show report.pdf\n  fuhe show report.pdf --as document --page 3 --svg page3.svg"),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				return nil
			}
			return usage(a.say("请给出一个文件；用法见 fuhe show --help", "one file is needed; see fuhe show --help"))
		},
		RunE: func(c *cobra.Command, args []string) error { return a.runShow(c.Context(), args[0], f) },
	}
	flags := c.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.as, "as", "form", a.say("显示哪一步的结果 `STAGE`：document 或 form（默认 form）", "what to show `STAGE`: document or form (default form)"))
	flags.IntVar(&f.page, "page", 1, a.say("与 --svg 合用：画哪一页 `N`（默认 1）", "with --svg: which page to draw `N` (default 1)"))
	flags.StringVar(&f.svg, "svg", "", a.say("把一页画成 SVG 写入文件 `PATH`：文字、线条、裁剪框和识别出的单元格", "draw a page as SVG into a file `PATH`: words, rules, clips and the cells found"))
	a.addLimitFlags(flags, &f.limits)
	complete(c, "as", "document", "form")
	return c
}

func (a *app) runShow(ctx context.Context, path string, f showFlags) error {
	if err := a.validShow(f); err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return usage(fmt.Sprintf(a.say("%s 是目录，show 一次只显示一个文件", "%s is a folder; show takes one file"), path))
	}
	tidy()
	p := corpus.Reading()
	f.limits.set(p)
	p.PagesAtOnce(runtime.NumCPU())
	if f.svg != "" {
		p.KeepGlyphs()
	}
	p.Keep = f.as == "document"
	if p.Keep {
		p.Forms = nil
	}
	r := p.Check(ctx, corpus.Gather([]string{path}, a.stdin)[0])
	for _, n := range r.Notes {
		fmt.Fprintf(a.stderr, "fuhe: %s: [%s] %s\n", path, n.Code, n.Says.In(a.lang))
	}
	switch {
	case r.Status == report.Failed:
		return status(statusUnread)
	case f.svg != "":
		return a.drawPage(r.Document, f)
	case r.Document != nil:
		return proof.WriteJSON(a.stdout, r.Document)
	}
	return report.WriteJSON(a.stdout, forms(r))
}

func (a *app) validShow(f showFlags) error {
	if err := a.oneOf("as", f.as, []string{"document", "form"}); err != nil {
		return err
	}
	if f.svg != "" && f.as != "document" {
		return usage(a.say("--svg 画的是读出的文档，请加上 --as document", "--svg draws the document that was read; add --as document"))
	}
	return nil
}

func forms(r *report.Result) []*form.Form {
	list := make([]*form.Form, 0, len(r.Reports))
	for _, one := range r.Reports {
		list = append(list, one.Form)
	}
	return list
}
