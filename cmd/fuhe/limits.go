package main

import (
	"fmt"
	"math"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/pflag"

	"fuhe/corpus"
	"fuhe/extract/document"
)

// limitFlags bound what one document may cost.
type limitFlags struct {
	bytes   int64
	pages   int
	timeout time.Duration
}

func (a *app) addLimitFlags(flags *pflag.FlagSet, f *limitFlags) {
	d := document.DefaultLimits
	flags.Int64Var(&f.bytes, "max-bytes", d.Bytes, fmt.Sprintf(a.say("文件大小上限，字节 `N`（默认 %d）", "most bytes of a file `N` (default %d)"), d.Bytes))
	flags.IntVar(&f.pages, "max-pages", d.Pages, fmt.Sprintf(a.say("页数上限 `N`（默认 %d）", "most pages of a file `N` (default %d)"), d.Pages))
	flags.DurationVar(&f.timeout, "timeout", corpus.DefaultTimeout, a.say("每个文件的时限 `TIME`（默认 60s）", "time for one file `TIME` (default 60s)"))
}

// set gives a pipeline the limits; those that are not positive are the defaults.
func (f limitFlags) set(p *corpus.Pipeline) {
	p.Limits.Bytes, p.Limits.Pages, p.Timeout = f.bytes, f.pages, f.timeout
}

// soft is how much memory the program takes before it tidies up more often: a report of a thousand pages
// fits in, and what is needed beyond is still taken.
const soft = 256 << 20

// seldom is how much the memory in use may grow, in percent, before it is tidied up: most reports end
// before that is worth its while.
const seldom = 400

// tidy says when garbage is collected, unless the environment already does.
func tidy() {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 && os.Getenv("GOGC") == "" {
		debug.SetMemoryLimit(soft)
		debug.SetGCPercent(seldom)
	}
}
