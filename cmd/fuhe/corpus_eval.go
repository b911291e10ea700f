package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"fuhe/corpus"
	"fuhe/corpus/measure"
	"fuhe/corpus/store"
	"fuhe/corpus/truth"
)

// evalFlags are the flags of corpus eval.
type evalFlags struct {
	format   string
	out      string
	rulebook string
	jobs     int
	limits   limitFlags
}

func (a *app) corpusEval() *cobra.Command {
	var f evalFlags
	c := &cobra.Command{
		Use:   a.say("eval 目录… [选项]", "eval DIR… [FLAGS]"),
		Short: a.say("与已知答案比较，度量读取和复核", "measure reading and reviewing against known answers"),
		Long: a.say(`核对目录中有已知答案（.truth.json 或 .truth.yaml）的报告，并与答案比较：
各字段、表式、格式的准确率和召回率，各类错误的发现率，无错误报告中的误报。
目录可以是 corpus run 的结果目录：直接用其中的结果，不重读文件。
用 --out 把每处差异各写成一个文件：应为什么、读成什么、在何处。`,
			`Checks the reports that have known answers beside them (.truth.json or .truth.yaml) and compares:
precision and recall by field, layout and format, how many of the errors put in were found, and false
alarms in reports without errors. A folder of corpus run is measured by the results it holds. With --out every confusion becomes a file: expected, got, place.`),
		Example: a.say("  fuhe corpus eval 合成\n  fuhe corpus eval 合成 --format json --out 差异", "  fuhe corpus eval synthetic\n  fuhe corpus eval synthetic --format json --out confusions"),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return nil
			}
			return usage(a.say("请给出目录；用法见 fuhe corpus eval --help", "name a folder; see fuhe corpus eval --help"))
		},
		RunE: func(c *cobra.Command, args []string) error { return a.runEval(c.Context(), args, f) },
	}
	flags := c.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.format, "format", "text", a.say("输出格式 `ID`：text 或 json（默认 text）", "output format `ID`: text or json (default text)"))
	flags.StringVar(&f.out, "out", "", a.say("把差异写入目录 `DIR`，一处一个文件", "write confusions into `DIR`, one file each"))
	flags.StringVar(&f.rulebook, "rulebook", "", a.say("评分规则 `ID`，见 fuhe list rulebooks（默认依报告自述、地区、年度选用）", "rulebook `ID`, see fuhe list rulebooks (default: by what the report says, its region and year)"))
	flags.IntVar(&f.jobs, "jobs", runtime.NumCPU(), a.say("同时处理的文件数 `N`（默认为处理器数）", "files at a time `N` (default: the number of processors)"))
	a.addLimitFlags(flags, &f.limits)
	complete(c, "format", "text", "json")
	return c
}

func (a *app) runEval(ctx context.Context, paths []string, f evalFlags) error {
	if err := a.oneOf("format", f.format, []string{"text", "json"}); err != nil {
		return err
	}
	tidy()
	folder := &measure.Folder{Dir: f.out}
	table := measure.NewTable(nil)
	if f.out != "" {
		table.Tell = folder.Take
	}
	for _, path := range paths {
		if err := a.measureAt(ctx, path, f, table); err != nil {
			return err
		}
	}
	if table.Files == 0 {
		return usage(a.say("目录中没有附已知答案（.truth.json、.truth.yaml）的报告", "no report there has known answers (.truth.json, .truth.yaml) beside it"))
	}
	if err := folder.Err(); err != nil {
		return a.unwritable(f.out, err)
	}
	if f.format == "json" {
		return table.WriteJSON(a.stdout)
	}
	return table.WriteText(a.stdout)
}

// measureAt measures the reports of a folder, or the results of a run when the folder holds one.
func (a *app) measureAt(ctx context.Context, path string, f evalFlags, table *measure.Table) error {
	if _, err := os.Stat(filepath.Join(path, store.Name)); err == nil {
		return a.measureRun(ctx, path, table)
	}
	cases, err := measure.Cases(corpus.Gather([]string{path}, a.stdin))
	if err != nil {
		return usage(err.Error())
	}
	return a.measure(ctx, cases, f, table)
}

// measureRun compares what a run found with the truth beside its files; nothing is read again.
func (a *app) measureRun(ctx context.Context, dir string, table *measure.Table) error {
	s, err := a.openStore(ctx, dir)
	if err != nil {
		return err
	}
	for r, err := range s.Results(ctx) {
		if err != nil {
			return errors.Join(err, s.Close())
		}
		t, err := measure.Beside(r.Source.Path)
		if err != nil {
			return errors.Join(usage(err.Error()), s.Close())
		}
		if t != nil {
			table.Take(t, r)
		}
	}
	return s.Close()
}

// measure checks the cases and compares each with its truth, in the order of the files.
func (a *app) measure(ctx context.Context, cases []measure.Case, f evalFlags, table *measure.Table) error {
	p := corpus.Checking(f.rulebook)
	f.limits.set(p)
	inputs := make([]corpus.Input, len(cases))
	known := make(map[string]*truth.Truth, len(cases))
	for i, c := range cases {
		inputs[i] = c.Input
		known[c.Input.Path] = c.Truth
	}
	bar := a.progress(len(cases))
	defer bar.end()
	for o := range p.Each(ctx, inputs, f.jobs) {
		if t := known[o.Input.Path]; t != nil && o.Result != nil {
			table.Take(t, o.Result)
		}
		bar.step()
	}
	return ctx.Err()
}
