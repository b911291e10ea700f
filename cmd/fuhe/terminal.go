package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"fuhe/report"
)

// terminal reports whether a person watches the stream.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// colored reports whether the stream takes colours: https://no-color.org.
func colored(w io.Writer) bool {
	return terminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// readsText reports whether the text output shows what was not read to whoever watches stderr too.
func (a *app) readsText(f report.Format, out string) bool {
	return f.ID == "text" && out == "" && terminal(a.stdout)
}

// progress is a bar on stderr, or nothing when nobody watches or there is but one file.
type progress struct{ bar *progressbar.ProgressBar }

func (a *app) progress(files int) *progress {
	if files < 2 || !terminal(a.stderr) {
		return &progress{}
	}
	return &progress{progressbar.NewOptions(files,
		progressbar.OptionSetWriter(a.stderr),
		progressbar.OptionSetDescription(a.say("核对", "checking")),
		progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionFullWidth(),
		progressbar.OptionClearOnFinish())}
}

// A bar that cannot be drawn is no reason to stop, so its errors are dropped.

func (p *progress) step() {
	if p.bar != nil {
		_ = p.bar.Add(1)
	}
}

// clear makes room for lines that share the terminal with the bar.
func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
