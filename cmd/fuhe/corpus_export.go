package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"fuhe/corpus/dataset"
)

// exportFlags are the flags of corpus export.
type exportFlags struct {
	format string
	out    string
}

func (a *app) corpusExport() *cobra.Command {
	var f exportFlags
	c := &cobra.Command{
		Use:   a.say("export 目录 [选项]", "export DIR [FLAGS]"),
		Short: a.say("将批量核对的结果导出为数据集", "write the results of a bulk run as a dataset"),
		Long: a.say(`将 corpus run 的结果导出为六张表：文件、自评表、资金、指标、正文数字、问题，
并附 datapackage.json（Frictionless）与说明。每个数字保留原文，另换算为统一单位。`,
			`Writes the results of corpus run as six tables: documents, forms, funds, indicators, claims and findings, with a
Frictionless datapackage.json and a card. Every figure stands as printed and in one unit.`),
		Example: a.say("  fuhe corpus export 复核2023 --format parquet", "  fuhe corpus export review --format parquet"),
		Args:    a.oneArgument,
		RunE:    func(c *cobra.Command, args []string) error { return a.export(c.Context(), args[0], f) },
	}
	var ids []string
	for _, known := range dataset.Formats() {
		ids = append(ids, known.ID)
	}
	c.Flags().StringVar(&f.format, "format", "jsonl", fmt.Sprintf(a.say("格式 `ID`：%s（默认 jsonl）", "format `ID`: %s (default jsonl)"), strings.Join(ids, a.say("、", ", "))))
	c.Flags().StringVar(&f.out, "out", "", a.say("写入目录 `DIR`（默认为结果目录下的 dataset）", "folder to write to `DIR` (default: dataset in the run's folder)"))
	return c
}

func (a *app) export(ctx context.Context, dir string, f exportFlags) error {
	format, ok := dataset.FormatOf(f.format)
	if !ok {
		var ids []string
		for _, known := range dataset.Formats() {
			ids = append(ids, known.ID)
		}
		return a.oneOf("format", f.format, ids)
	}
	s, err := a.openStore(ctx, dir)
	if err != nil {
		return err
	}
	to := f.out
	if to == "" {
		to = filepath.Join(dir, "dataset")
	}
	counts, err := dataset.Export(s.Results(ctx), to, format, a.lang)
	if err := errors.Join(err, s.Close()); err != nil {
		return a.unwritable(to, err)
	}
	for i, t := range dataset.Tables() {
		fmt.Fprintf(a.stdout, a.say("%s  %d 行（%s）\n", "%s  %d rows (%s)\n"), filepath.Join(to, t.Name+"."+format.ID), counts[i], t.Doc.In(a.lang))
	}
	return nil
}
