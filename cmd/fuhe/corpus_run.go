package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"fuhe/corpus"
	"fuhe/corpus/bulk"
	"fuhe/corpus/store"
	"fuhe/score/check"
)

// bulkFlags are the flags of corpus run.
type bulkFlags struct {
	out       string
	jobs      int
	shard     string
	logFormat string
	inProcess bool
	retry     bool
	review    string
	stage     stageFlags
}

// stageFlags are what the pipeline of a run hangs on; a worker is handed the same.
type stageFlags struct {
	rulebook string
	memory   int64
	limits   limitFlags
}

func (a *app) corpusRun() *cobra.Command {
	var f bulkFlags
	c := &cobra.Command{
		Use:   a.say("run 路径… --out 目录 [选项]", "run PATH… --out DIR [FLAGS]"),
		Short: a.say("批量核对，可中断续跑，生成底稿与数据库", "check many files; goes on where it was stopped; writes workpapers"),
		Long: a.say(`批量核对报告，结果写入目录中的数据库 fuhe.db，并生成工作底稿。
路径可以是文件、目录、压缩包、通配符（如 2023/**/*.pdf）或清单（CSV 须有 path 或 路径 一列，可另有 地区、年度、单位；或每行一个 JSON 对象）。
中断后用同一条命令续跑：未变动的文件不重读，内容相同的文件只核对一次。
每个文件在独立进程中处理，个别文件使进程崩溃、超时或耗尽内存时，只损失该文件。

退出码：0 全部读取；2 用法有误或无法写入；3 至少一个文件未能读取。`,
			`Checks many reports into the database fuhe.db of a folder, and writes workpapers beside it.
A path is a file, a folder, an archive, a pattern such as 2023/**/*.pdf, or a manifest: CSV with a column
path (and region, year, unit if known), or a JSON object a line.
A run that was stopped goes on by the same command: files that have not changed are not read again, and
files of the same bytes are checked once. Files are read in processes of their own, so that one that
crashes, hangs or takes all memory costs no other.

Exit status: 0 all files were read; 2 bad usage, or nothing could be written; 3 at least one was not read.`),
		Example: a.say("  fuhe corpus run 2023年自评 --out 复核2023\n  fuhe corpus run 清单.csv --out 复核2023 --shard 1/4",
			"  fuhe corpus run reports --out review\n  fuhe corpus run list.csv --out review --shard 1/4"),
		Args: a.somePaths,
		RunE: func(c *cobra.Command, paths []string) error { return a.runBulk(c.Context(), paths, f) },
	}
	flags := c.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.out, "out", "", a.say("结果目录 `DIR`（必填）", "folder for the results `DIR` (needed)"))
	flags.IntVar(&f.jobs, "jobs", runtime.NumCPU(), a.say("同时处理的文件数 `N`（默认为处理器数）", "files at a time `N` (default: the number of processors)"))
	flags.StringVar(&f.shard, "shard", "", a.say("只处理第 i 份，共 n 份 `i/n`，供多台机器分担", "only part i of n, `i/n`, for several machines"))
	flags.BoolVar(&f.retry, "retry", false, a.say("重新处理此前未能读取的文件", "try files again that could not be read"))
	flags.BoolVar(&f.inProcess, "in-process", false, a.say("不使用独立进程，仅用于可信文件", "no processes of their own; for trusted files"))
	flags.StringVar(&f.logFormat, "log-format", "text", a.say("进度 `ID`：text 或 json（每个文件一行）", "progress `ID`: text, or json, a line a file"))
	flags.StringVar(&f.review, "review", "", a.say("复核文件 `FILE`：其中认可的问题不计入结果，在底稿中列明理由、复核人、日期；存入结果目录，以后续跑、重出底稿时沿用",
		"review file `FILE`: findings that it accepts are not counted and stand in the workpaper with reason, reviewer and date; it is kept in the folder and holds for later steps"))
	a.addStageFlags(c, &f.stage)
	return c
}

func (a *app) addStageFlags(c *cobra.Command, f *stageFlags) {
	flags := c.Flags()
	flags.StringVar(&f.rulebook, "rulebook", "", a.rulebookHelp())
	flags.Int64Var(&f.memory, "max-memory", 1024, a.say("每个进程的内存上限，MB `N`（默认 1024）", "most memory of a process, MB `N` (default 1024)"))
	a.addLimitFlags(flags, &f.limits)
}

// stage is what the flags ask for, and a name for all that its results hang on beside the files: another
// program or another rule makes another result.
func (a *app) stage(f stageFlags) (*corpus.Pipeline, string, error) {
	p, book, err := a.pipeline(f.rulebook, check.Choice{})
	if err != nil {
		return nil, "", err
	}
	f.limits.set(p)
	return p, strings.Join([]string{built(), executable(), "rulebook=" + book,
		fmt.Sprintf("bytes=%d pages=%d timeout=%v memory=%d", f.limits.bytes, f.limits.pages, f.limits.timeout, f.memory)}, " "), nil
}

func (a *app) runBulk(ctx context.Context, paths []string, f bulkFlags) error {
	shard, err := a.validBulk(f)
	if err != nil {
		return err
	}
	accepted, err := a.reviewBytes(f.review)
	if err != nil {
		return err
	}
	pipeline, settings, err := a.stage(f.stage)
	if err != nil {
		return err
	}
	watch := a.watchBulk(f.logFormat)
	o := bulk.Options{Paths: paths, Dir: f.out, Jobs: f.jobs, Shard: shard, Settings: settings, Retry: f.retry,
		Pipeline: pipeline, Planned: watch.begin, Tell: watch.take}
	if f.inProcess {
		tidy()
	} else {
		o.Worker = f.stage.worker
	}
	err = bulk.Run(ctx, o)
	watch.end()
	if err != nil {
		return a.bulkError(f.out, err)
	}
	if err := a.keepReview(f.out, accepted); err != nil {
		return err
	}
	return a.finishBulk(ctx, f.out)
}

func (a *app) validBulk(f bulkFlags) (bulk.Shard, error) {
	var shard bulk.Shard
	if f.out == "" {
		return shard, usage(a.say("请用 --out 指定结果目录", "--out is needed: the folder for the results"))
	}
	if f.jobs < 1 {
		return shard, usage(a.say("--jobs 至少为 1", "--jobs must be at least 1"))
	}
	if f.stage.limits.timeout <= 0 {
		return shard, usage(a.say("--timeout 必须大于 0，例如 30s", "--timeout must be above 0, such as 30s"))
	}
	if f.shard != "" {
		n, err := fmt.Sscanf(f.shard+" ", "%d/%d ", &shard.Part, &shard.Parts)
		if n != 2 || err != nil || shard.Part < 1 || shard.Part > shard.Parts || f.shard != fmt.Sprintf("%d/%d", shard.Part, shard.Parts) {
			return shard, usage(a.say("--shard 应为 i/n，例如 1/4", "--shard should be i/n, such as 1/4"))
		}
	}
	if err := a.oneOf("log-format", f.logFormat, []string{"text", "json"}); err != nil {
		return shard, err
	}
	return shard, nil
}

// bulkError says what went wrong with the run, not with a file.
func (a *app) bulkError(dir string, err error) error {
	var line *bulk.ManifestError
	switch {
	case errors.Is(err, context.Canceled):
		return usage(a.say("已中断；用同一条命令可续跑", "stopped; the same command goes on"))
	case errors.As(err, &line):
		return usage(fmt.Sprintf(a.say("清单 %s 第 %d 行：%s", "manifest %s, line %d: %s"), line.Path, line.Line, line.Says.In(a.lang)))
	case errors.Is(err, bulk.ErrBusy):
		return usage(fmt.Sprintf(a.say("另一次运行正在写入 %s", "another run is writing to %s"), dir))
	case errors.Is(err, store.ErrVersion):
		return usage(fmt.Sprintf(a.say("%s 中的数据库由其他版本的 fuhe 生成，请换一个目录", "the database in %s was made by another version of fuhe; choose another folder"), dir))
	case store.Full(err):
		return usage(fmt.Sprintf(a.say("磁盘空间不足：%s。已完成的结果已保存，腾出空间后用同一条命令续跑", "no space left on the disk: %s. What was done is kept; the same command goes on"), dir))
	}
	return a.unwritable(dir, err)
}

// worker is a process that checks for this one.
func (f stageFlags) worker() *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		self = os.Args[0]
	}
	c := exec.Command(self, "corpus", "worker", "--rulebook", f.rulebook,
		"--max-memory", strconv.FormatInt(f.memory, 10), "--max-bytes", strconv.FormatInt(f.limits.bytes, 10),
		"--max-pages", strconv.Itoa(f.limits.pages), "--timeout", f.limits.timeout.String())
	c.Args[0] = os.Args[0]
	return c
}
