package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"fuhe/corpus"
	"fuhe/report"
	"fuhe/score/finding"
)

// checkFlags are the flags of the check command.
type checkFlags struct {
	format   string
	out      string
	rulebook string
	level    string
	jobs     int
	only     string
	skip     string
	review   string
	template string
	limits   limitFlags
}

func (a *app) check() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   a.say("check 路径… [选项]", "check PATH… [FLAGS]"),
		Short: a.say("重算报告并列出不一致之处", "re-score reports and list what does not agree"),
		Long: a.say(`逐行重算绩效自评报告，列出报告与自身、算术或评分规则不一致之处。
路径可以是文件、目录（逐级查找，按内容识别格式）或 -（标准输入）。

退出码：0 没有达到 --level 的问题；1 有；2 用法有误；3 至少一个文件未能读取。`,
			`Re-scores self-evaluation reports row by row and lists where one disagrees with itself, with arithmetic
or with its rules. A path is a file, a folder (searched to the bottom, formats told by content) or - for
the standard input.

Exit status: 0 nothing at or above --level; 1 findings; 2 bad usage; 3 at least one file was not read.`),
		Example: a.say("  fuhe check 自评报告.pdf\n  fuhe check 报告目录 --format xlsx --out 底稿.xlsx",
			"  fuhe check report.pdf\n  fuhe check reports --format xlsx --out workpaper.xlsx"),
		Args: a.somePaths,
		RunE: func(c *cobra.Command, paths []string) error {
			f.inferFormat(c.Flags().Changed("format"))
			return a.runCheck(c.Context(), paths, f)
		},
	}
	a.addCheckFlags(c, &f)
	return c
}

func (a *app) addCheckFlags(c *cobra.Command, f *checkFlags) {
	flags := c.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.format, "format", "text", fmt.Sprintf(a.say("输出格式 `ID`：%s（默认 text）", "output `ID`: %s (default text)"), strings.Join(outputs(), a.say("、", ", "))))
	flags.StringVar(&f.out, "out", "", a.say("写入 `PATH`：文件（扩展名决定格式），或目录（每个输入各写一份）", "write to `PATH`: a file, whose extension tells the format, or a folder, with a file an input"))
	flags.StringVar(&f.rulebook, "rulebook", "", a.rulebookHelp())
	flags.StringVar(&f.level, "level", "error", a.say("计入退出码的最低级别 `LEVEL`：error、warning、info（默认 error）", "lowest `LEVEL` that counts for the exit status: error, warning, info (default error)"))
	flags.StringVar(&f.only, "only", "", a.say("只执行这些检查 `CODES`：编号或类别，逗号分隔，如 TOT,SCR-01", "run only these checks `CODES`: codes or families with commas, such as TOT,SCR-01"))
	flags.StringVar(&f.skip, "skip", "", a.say("不执行这些检查 `CODES`", "leave out these checks `CODES`"))
	flags.StringVar(&f.review, "review", "", a.say("复核文件 `FILE`，其中认可的问题不再提示（默认取被核对文件旁的 fuhe.review.yaml）", "review `FILE`: what it accepts is not told again (default: fuhe.review.yaml beside the files)"))
	flags.StringVar(&f.template, "write-review", "", a.say("把本次发现的问题写成待填的复核文件 `FILE`", "write the findings as a review file to be filled in, `FILE`"))
	flags.IntVar(&f.jobs, "jobs", runtime.NumCPU(), a.say("同时处理的文件数 `N`（默认为处理器数）", "files at a time `N` (default: the number of processors)"))
	a.addLimitFlags(flags, &f.limits)
	a.completeCheckFlags(c)
}

func (a *app) somePaths(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return nil
	}
	return usage(a.say("请给出要核对的文件或目录；用法见 fuhe check --help", "no file or folder to check; see fuhe check --help"))
}

// inferFormat takes the format from the name of the output when none was asked for.
func (f *checkFlags) inferFormat(asked bool) {
	if asked {
		return
	}
	for _, known := range report.Formats() {
		if strings.HasSuffix(strings.ToLower(f.out), known.Extension) {
			f.format = known.ID
		}
	}
}

func (a *app) runCheck(ctx context.Context, paths []string, f checkFlags) error {
	format, err := a.validCheck(f)
	if err != nil {
		return err
	}
	choice, err := a.chosen(f.only, f.skip)
	if err != nil {
		return err
	}
	pipeline, _, err := a.pipeline(f.rulebook, choice)
	if err != nil {
		return err
	}
	tidy()
	f.limits.set(pipeline)
	pipeline.Keep = format.Whole
	inputs := corpus.Gather(paths, a.stdin)
	accepted, err := a.readReviews(f.review, inputs)
	if err != nil {
		return err
	}
	template, err := a.newReview(f.template)
	if err != nil {
		return err
	}
	switch {
	case format.Drawn:
		pipeline.KeepGlyphs()
	case corpus.Files(inputs) == 1:
		pipeline.PagesAtOnce(f.jobs)
	}
	options := &report.Options{Lang: a.lang, Program: built(), Many: several(paths, inputs)}
	out, err := a.open(format, f.out, inputs, options)
	if err != nil {
		return err
	}
	r := checkRun{app: a, out: out, options: options, told: !a.readsText(format, f.out),
		bar: a.progress(corpus.Files(inputs)), least: finding.Level(f.level).Rank(), reviews: accepted, template: template}
	for o := range pipeline.Each(ctx, inputs, f.jobs) {
		if err := r.take(o); err != nil {
			return errors.Join(err, out.abandon())
		}
	}
	r.bar.end()
	if ctx.Err() != nil {
		return out.abandon()
	}
	if err := errors.Join(out.close(), template.close(a)); err != nil {
		return err
	}
	accepted.tell()
	return r.status()
}

// several reports whether the paths, not what is found at them, name more than one file: the shape of
// the JSON must not hang on how many files a folder happens to hold.
func several(paths []string, inputs []corpus.Input) bool {
	return len(paths) > 1 || len(inputs) > 1 || len(inputs) == 1 && inputs[0].Folder != ""
}
