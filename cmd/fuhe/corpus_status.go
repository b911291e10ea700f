package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"fuhe/corpus/portfolio"
	"fuhe/corpus/store"
)

func (a *app) corpusStatus() *cobra.Command {
	return &cobra.Command{
		Use:   a.say("status 目录", "status DIR"),
		Short: a.say("查看批量核对的进度与结果概况", "how far a bulk run is, and what it found"),
		Args:  a.oneArgument,
		RunE: func(c *cobra.Command, args []string) error {
			return a.status(c.Context(), args[0])
		},
	}
}

func (a *app) oneArgument(c *cobra.Command, args []string) error {
	if len(args) == 1 {
		return nil
	}
	return usage(fmt.Sprintf(a.say("需要且只需要一个参数；用法见 %s --help", "needs exactly one argument; see %s --help"), c.CommandPath()))
}

// status tells how far the run in the folder is, and what it found.
func (a *app) status(ctx context.Context, dir string) error {
	r, err := a.openRun(ctx, dir)
	if err != nil {
		return err
	}
	t, accepted, err := r.tally(ctx)
	if err := errors.Join(err, r.close()); err != nil {
		return err
	}
	a.printTally(dir, t, accepted)
	return nil
}

func (a *app) openStore(ctx context.Context, dir string) (*store.Store, error) {
	s, err := store.Open(ctx, dir)
	switch {
	case store.Missing(err):
		return nil, usage(fmt.Sprintf(a.say("%s 中没有批量核对的结果（fuhe.db）；请先运行 fuhe corpus run", "%s holds no results of a bulk run (fuhe.db); run fuhe corpus run first"), dir))
	case errors.Is(err, store.ErrVersion):
		return nil, a.bulkError(dir, err)
	}
	return s, err
}

func (a *app) printTally(dir string, t store.Tally, accepted int) {
	fmt.Fprintf(a.stdout, a.say("%s\n  文件 %d：已核对 %d，待核对 %d，内容重复 %d\n  报告 %d：未能读取 %d，部分读取 %d，跳过非报告文件 %d\n  自评表 %d：确认问题 %d，疑似 %d，提示 %d\n",
		"%s\n  files %d: done %d, to do %d, copies %d\n  reports %d: not read %d, read in part %d, files of other kinds %d\n  forms %d: errors %d, warnings %d, infos %d\n"),
		dir, t.Files, t.Done, t.Files-t.Done, t.Copies, t.Results, t.Failed, t.Partial, t.Passed, t.Forms, t.Errors, t.Warnings, t.Infos)
	if accepted > 0 {
		fmt.Fprintf(a.stdout, a.say("  经复核认可 %d（未计入以上各数）\n", "  accepted by review %d (not counted above)\n"), accepted)
	}
}

// finishBulk writes what a run leaves, tells what it came to, and sets the exit status.
func (a *app) finishBulk(ctx context.Context, dir string) error {
	r, err := a.openRun(ctx, dir)
	if err != nil {
		return err
	}
	t, err := a.finish(ctx, r, dir)
	if err := errors.Join(err, r.close()); err != nil {
		return err
	}
	if t.Failed > 0 {
		return status(statusUnread)
	}
	return nil
}

func (a *app) finish(ctx context.Context, r *runResults, dir string) (store.Tally, error) {
	t, accepted, err := r.tally(ctx)
	if err != nil {
		return t, err
	}
	together, err := portfolio.Look(r.all(ctx))
	if err != nil {
		return t, err
	}
	if err := a.writeOutputs(ctx, finished{r, dir, together}); err != nil {
		return t, err
	}
	a.printTally(dir, t, accepted)
	a.summarise(dir, together)
	r.tell(a)
	return t, nil
}
