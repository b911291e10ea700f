package main

import "github.com/spf13/cobra"

// corpus holds the commands for many reports.
func (a *app) corpus() *cobra.Command {
	c := &cobra.Command{
		Use:   "corpus",
		Short: a.say("批量核对、底稿与数据集", "bulk runs, workpapers and datasets"),
		Args:  a.noSuchCommand,
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(a.corpusRun(), a.corpusStatus(), a.corpusWorkpaper(), a.corpusExport(), a.corpusPortfolio(), a.corpusSynth(), a.corpusEval(), a.corpusWorker())
	return c
}
