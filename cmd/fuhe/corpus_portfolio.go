package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"fuhe/corpus/portfolio"
	"fuhe/report"
	"fuhe/score/finding"
)

func (a *app) corpusPortfolio() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   a.say("portfolio 目录 [选项]", "portfolio DIR [FLAGS]"),
		Short: a.say("跨报告核对：普遍满分、雷同、跨年与汇总不一致等", "look at all reports of a run together: full scores, copies, years that do not agree"),
		Long: a.say(`将 corpus run 的全部结果放在一起核对（检查 POP-01 至 POP-09，说明见 fuhe explain POP-01）：
普遍满分、尾数分布、报告和段落雷同、单位成本、跨年目标与上年完成值、部门表与项目表、重复报送。
同一内容只计一次；数据不足的检查列为未核对。有无问题都以 0 退出。`,
			`Looks at all results of corpus run together (checks POP-01 to POP-09, see fuhe explain POP-01): full scores,
endings of figures, copied reports and paragraphs, unit costs, targets and results from year to year, a
department's form against its projects', projects handed in twice. The same content counts once; checks
with too little to compare are listed as skipped. The exit status is 0 whatever is found.`),
		Example: a.say("  fuhe corpus portfolio 复核2023\n  fuhe corpus portfolio 复核2023 --format json", "  fuhe corpus portfolio review\n  fuhe corpus portfolio review --format json"),
		Args:    a.oneArgument,
		RunE:    func(c *cobra.Command, args []string) error { return a.runPortfolio(c.Context(), args[0], format) },
	}
	c.Flags().StringVar(&format, "format", "text", a.say("格式 `ID`：text、json（默认 text）", "format `ID`: text, json (default text)"))
	complete(c, "format", "text", "json")
	return c
}

func (a *app) runPortfolio(ctx context.Context, dir, format string) error {
	if err := a.oneOf("format", format, []string{"text", "json"}); err != nil {
		return err
	}
	r, err := a.lookTogether(ctx, dir)
	if err != nil {
		return err
	}
	if format == "json" {
		return report.WriteJSON(a.stdout, r.Public(a.lang))
	}
	return r.WriteText(a.stdout, a.lang)
}

// lookTogether looks at all results in the folder's database.
func (a *app) lookTogether(ctx context.Context, dir string) (*portfolio.Review, error) {
	s, err := a.openRun(ctx, dir)
	if err != nil {
		return nil, err
	}
	r, err := portfolio.Look(s.all(ctx))
	return r, errors.Join(err, s.close())
}

// summarise is the line of corpus run about all reports together.
func (a *app) summarise(dir string, r *portfolio.Review) {
	count := map[finding.Level]int{}
	for _, f := range r.Findings {
		count[f.Level]++
	}
	if len(r.Findings) == 0 {
		return
	}
	fmt.Fprintf(a.stdout, a.say("  跨报告 %d：确认问题 %d，疑似 %d，提示 %d；详见 fuhe corpus portfolio %s\n", "  across reports %d: errors %d, warnings %d, infos %d; see fuhe corpus portfolio %s\n"),
		len(r.Findings), count[finding.Error], count[finding.Warning], count[finding.Info], dir)
}
