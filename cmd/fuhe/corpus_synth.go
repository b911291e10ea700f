package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"fuhe/corpus/synth"
	"fuhe/corpus/synth/paper"
)

// synthFlags are the flags of corpus synth.
type synthFlags struct {
	out     string
	n       int
	seed    uint64
	layouts string
	formats string
	errors  string
	clean   float64
}

func (a *app) corpusSynth() *cobra.Command {
	var f synthFlags
	c := &cobra.Command{
		Use:   a.say("synth --out 目录 [选项]", "synth --out DIR [FLAGS]"),
		Short: a.say("生成已知答案的合成报告", "make synthetic reports with known answers"),
		Long: a.say(`按表式目录生成合成的绩效自评报告，每份旁边写一个 .truth.json：报告中印了什么、放入了什么错误。
单位、项目和数字都是虚构的。同一种子总是生成同样的字节。
生成的目录可用 fuhe corpus eval 度量。`,
			`Makes synthetic self-evaluation reports of the catalogued layouts, each with a .truth.json beside it:
what is printed in it and what was put wrong. Units, projects and figures are invented. The same seed
always makes the same bytes. Measure the folder with fuhe corpus eval.`),
		Example: a.say("  fuhe corpus synth --out 合成 --n 1000 --seed 7 --errors all\n  fuhe corpus synth --out 合成 --layouts L1,L6 --formats docx,text --errors rate,total --clean-share 0.2",
			"  fuhe corpus synth --out synthetic --n 1000 --seed 7 --errors all\n  fuhe corpus synth --out synthetic --layouts L1,L6 --formats docx,text --errors rate,total --clean-share 0.2"),
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return a.runSynth(c.Context(), f) },
	}
	flags := c.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.out, "out", "", a.say("写入的目录 `DIR`（必填）", "folder to write into `DIR` (needed)"))
	flags.IntVar(&f.n, "n", 100, a.say("份数 `N`（默认 100）", "how many `N` (default 100)"))
	flags.Uint64Var(&f.seed, "seed", 1, a.say("种子 `N`（默认 1）", "seed `N` (default 1)"))
	flags.StringVar(&f.layouts, "layouts", "", a.say("表式 `IDS`，以逗号分隔："+layoutNames()+"（默认全部）", "layouts `IDS` with commas: "+layoutNames()+" (default: all)"))
	flags.StringVar(&f.formats, "formats", "", a.say("格式 `IDS`，以逗号分隔："+formatNames()+"；text 指全部文本（默认全部）", "formats `IDS` with commas: "+formatNames()+"; text is all texts (default: all)"))
	flags.StringVar(&f.errors, "errors", "none", a.say("放入的错误 `KINDS`：none、all，或以逗号分隔："+kindNames()+"（默认 none）", "errors to put in `KINDS`: none, all, or with commas: "+kindNames()+" (default none)"))
	flags.Float64Var(&f.clean, "clean-share", 0.5, a.say("有错误可放时仍不放错误的比例 `P`，0 到 1（默认 0.5）", "share left without errors `P`, 0 to 1 (default 0.5)"))
	return c
}

func layoutNames() string {
	return namesOf(synth.Layouts(), func(l synth.Layout) string { return l.ID })
}

func formatNames() string {
	return namesOf(paper.Formats(), func(f paper.Format) string { return f.Name })
}

func kindNames() string { return namesOf(synth.Kinds(), func(k synth.Kind) string { return k.Name }) }

func namesOf[T any](all []T, name func(T) string) string {
	list := make([]string, len(all))
	for i, one := range all {
		list[i] = name(one)
	}
	return strings.Join(list, " ")
}

func (a *app) runSynth(ctx context.Context, f synthFlags) error {
	if f.out == "" {
		return usage(a.say("请用 --out 指明写入的目录", "name the folder with --out"))
	}
	if f.n < 1 || f.clean < 0 || f.clean > 1 {
		return usage(a.say("--n 至少为 1，--clean-share 在 0 与 1 之间", "--n is at least 1, --clean-share between 0 and 1"))
	}
	maker, formats, err := a.maker(f)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(f.out, 0o777); err != nil {
		return a.unwritable(f.out, err)
	}
	bar := a.progress(f.n)
	defer bar.end()
	for number := range f.n {
		if err := ctx.Err(); err != nil {
			return err
		}
		err := maker.WriteTo(f.out, number, formats)
		if path := (*fs.PathError)(nil); errors.As(err, &path) {
			return a.unwritable(f.out, err)
		}
		if err != nil {
			return err
		}
		bar.step()
	}
	return nil
}

// maker takes the lists of the flags apart.
func (a *app) maker(f synthFlags) (*synth.Maker, []paper.Format, error) {
	layouts, no := synth.Select(f.layouts)
	if no != "" {
		return nil, nil, a.noSuch("layouts", no, layoutNames())
	}
	formats, no := synth.SelectFormats(f.formats)
	if no != "" {
		return nil, nil, a.noSuch("formats", no, formatNames())
	}
	kinds, no := synth.SelectKinds(f.errors)
	if no != "" {
		return nil, nil, a.noSuch("errors", no, "none all "+kindNames())
	}
	maker, err := synth.NewMaker(f.seed, layouts, kinds, f.clean)
	return maker, formats, err
}

func (a *app) noSuch(flag, value, all string) error {
	return usage(fmt.Sprintf(a.say("--%s 没有 %q，可用：%s", "--%s: there is no %q; there are: %s"), flag, value, all))
}
