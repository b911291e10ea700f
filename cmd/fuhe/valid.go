package main

import (
	"fmt"

	"fuhe/report"
)

// outputs are the names of the output formats.
func outputs() []string {
	var ids []string
	for _, f := range report.Formats() {
		ids = append(ids, f.ID)
	}
	return ids
}

// validCheck refuses flags that make no sense before any file is read.
func (a *app) validCheck(f checkFlags) (report.Format, error) {
	var none report.Format
	if err := a.oneOf("level", f.level, []string{"error", "warning", "info"}); err != nil {
		return none, err
	}
	if f.jobs < 1 {
		return none, usage(a.say("--jobs 至少为 1", "--jobs must be at least 1"))
	}
	if f.limits.timeout <= 0 {
		return none, usage(a.say("--timeout 必须大于 0，例如 30s", "--timeout must be above 0, such as 30s"))
	}
	return a.validFormat(f)
}

func (a *app) validFormat(f checkFlags) (report.Format, error) {
	format, ok := report.FormatOf(f.format)
	if !ok {
		return format, a.oneOf("format", f.format, outputs())
	}
	if format.Binary && f.out == "" && terminal(a.stdout) {
		return format, usage(fmt.Sprintf(a.say("%s 不能显示在终端上，请加 --out 文件%s", "%s cannot be shown on a terminal; add --out FILE%s"), format.ID, format.Extension))
	}
	return format, nil
}
