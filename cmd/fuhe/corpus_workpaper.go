package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"fuhe/corpus/store"
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
	s, err := a.openStore(ctx, dir)
	if err != nil {
		return err
	}
	if err := errors.Join(a.writeWorkpaper(ctx, s, path), s.Close()); err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.stdout, a.say("底稿：%s\n", "workpaper: %s\n"), path)
	return err
}

func (a *app) writeWorkpaper(ctx context.Context, s *store.Store, path string) error {
	format, _ := report.FormatOf("xlsx")
	out, err := a.create(format, path, &report.Options{Lang: a.lang, Many: true, Program: built()})
	if err != nil {
		return err
	}
	for r, err := range s.Results(ctx) {
		if err == nil {
			err = out.write(r)
		}
		if err != nil {
			return errors.Join(a.bulkError(path, err), out.abandon())
		}
	}
	return out.close()
}
