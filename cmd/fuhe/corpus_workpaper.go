package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"fuhe/corpus/portfolio"
	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/report"
)

// workpaperName is the workpaper's file name in the run's folder.
const workpaperName = "workpaper.xlsx"

func (a *app) corpusWorkpaper() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   a.say("workpaper 目录 [选项]", "workpaper DIR [FLAGS]"),
		Short: a.say("重新生成批量核对的工作底稿", "write the workpaper of a bulk run again"),
		Long: a.say(`由 corpus run 的结果重新生成 Excel 工作底稿，不重读报告。
同一结果生成的底稿逐字节相同。`,
			`Writes the Excel workpaper from the results of corpus run; no report is read again.
The same results make the same bytes.`),
		Example: a.say("  fuhe corpus workpaper 复核2023 --out 底稿.xlsx", "  fuhe corpus workpaper review --out workpaper.xlsx"),
		Args:    a.oneArgument,
		RunE: func(c *cobra.Command, args []string) error {
			if out == "" {
				out = filepath.Join(args[0], workpaperName)
			}
			return a.workpaper(c.Context(), args[0], out)
		},
	}
	c.Flags().StringVar(&out, "out", "", a.say("写入文件 `FILE`（默认为结果目录下的 workpaper.xlsx）", "write to `FILE` (default: workpaper.xlsx in the run's folder)"))
	return c
}

// workpaper writes the workpaper of a run from its database and tells where it stands.
func (a *app) workpaper(ctx context.Context, dir, path string) error {
	s, err := a.openRun(ctx, dir)
	if err != nil {
		return err
	}
	together, err := portfolio.Look(s.all(ctx))
	if err == nil {
		err = a.workpaperTo(ctx, finished{s, dir, together}, path)
	}
	if err := errors.Join(err, s.close()); err != nil {
		return a.unwritable(path, err)
	}
	_, err = fmt.Fprintf(a.stdout, "%s\n", path)
	return err
}

// writeWorkpaper is the workpaper among what a run leaves.
func (a *app) writeWorkpaper(ctx context.Context, r finished) error {
	return a.workpaperTo(ctx, r, filepath.Join(r.dir, workpaperName))
}

func (a *app) workpaperTo(ctx context.Context, r finished, path string) error {
	format, _ := report.FormatOf("xlsx")
	return replace(path, func(to io.Writer) error {
		w := format.New(to, &report.Options{Lang: a.lang, Many: true, Program: built(), Sections: a.acrossSheet(r.together)})
		for one, err := range r.results.all(ctx) {
			if err == nil {
				err = w.Write(one)
			}
			if err != nil {
				return errors.Join(err, w.Close())
			}
		}
		return w.Close()
	})
}

// acrossSheet is the sheet of what all reports say together (组合分析): a row for each report that a finding
// speaks of.
func (a *app) acrossSheet(r *portfolio.Review) []report.Section {
	if len(r.Findings) == 0 {
		return nil
	}
	s := report.Section{Name: document.Message{ZH: "组合分析", EN: "Across reports"}}
	for _, c := range []struct {
		zh, en string
		width  float64
	}{{"序号", "no.", 6}, {"级别", "level", 7}, {"编号", "code", 8}, {"名称", "title", 18}, {"说明", "says", 44}, {"数据", "figures", 24},
		{"单位", "unit", 18}, {"项目", "project", 18}, {"年度", "year", 7}, {"对象", "subject", 16}, {"填报", "printed", 10}, {"依据", "clause", 24}, {"文件", "file", 28}} {
		s.Columns = append(s.Columns, report.SectionColumn{Title: document.Message{ZH: c.zh, EN: c.en}, Width: c.width})
	}
	s.Rows = func(yield func([]any) bool) {
		for i, f := range r.Findings {
			var figures []string
			for _, x := range f.Figures {
				figures = append(figures, x.Name.In(a.lang)+" "+x.Value)
			}
			for _, m := range f.Members {
				year := any("")
				if m.Year > 0 {
					year = m.Year
				}
				if !yield([]any{i + 1, f.Level, f.Code, f.Title, f.Says, strings.Join(figures, "; "), m.Unit, m.Project, year, m.Subject,
					form.Entry{Text: m.Printed}, f.Clause, m.Document}) {
					return
				}
			}
		}
	}
	return []report.Section{s}
}
