package main

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/schollz/progressbar/v3"

	"fuhe/corpus/bulk"
	"fuhe/report"
)

// bulkWatch tells how a run goes: by a bar on a terminal, by a line every half minute elsewhere, or by a
// JSON record a file.
type bulkWatch struct {
	app    *app
	log    *slog.Logger
	bar    *progressbar.ProgressBar
	start  time.Time
	told   time.Time
	files  int
	done   int
	known  int
	failed int
	errors int
	others int // warnings and infos
}

// often is how often a run without a terminal tells how it goes.
const often = 30 * time.Second

func (a *app) watchBulk(format string) *bulkWatch {
	w := &bulkWatch{app: a, start: time.Now(), told: time.Now()}
	if format == "json" {
		w.log = slog.New(slog.NewJSONHandler(a.stderr, nil))
	}
	return w
}

// begin is told how many files there are.
func (w *bulkWatch) begin(files int) {
	w.files = files
	if w.log == nil && terminal(w.app.stderr) {
		w.bar = progressbar.NewOptions(files,
			progressbar.OptionSetWriter(w.app.stderr),
			progressbar.OptionSetDescription(w.counts()),
			progressbar.OptionShowCount(),
			progressbar.OptionShowIts(),
			progressbar.OptionSetItsString(w.app.say("件", "files")),
			progressbar.OptionSetPredictTime(true),
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionFullWidth(),
			progressbar.OptionClearOnFinish())
	}
}

// counts are the words beside the bar.
func (w *bulkWatch) counts() string {
	return fmt.Sprintf(w.app.say("确认 %d 疑似等 %d 未读 %d", "errors %d others %d unread %d"), w.errors, w.others, w.failed)
}

// take is told of each file that is done.
func (w *bulkWatch) take(e bulk.Event) {
	w.done++
	if e.Known {
		w.known++
	}
	for _, o := range e.Outcomes {
		w.errors += o.Errors
		w.others += o.Warnings + o.Infos
		if o.Status == report.Failed && !o.Passed {
			w.failed++
		}
	}
	switch {
	case w.log != nil:
		w.record(e)
	case w.bar != nil:
		w.bar.Describe(w.counts())
		_ = w.bar.Add(1) // a bar that cannot be drawn is no reason to stop
	case time.Since(w.told) >= often:
		w.told = time.Now()
		w.line()
	}
}

func (w *bulkWatch) record(e bulk.Event) {
	for _, o := range e.Outcomes {
		w.log.Info("checked", "path", e.Path, "member", o.Member, "status", o.Status, "passed_over", o.Passed,
			"forms", o.Forms, "errors", o.Errors, "warnings", o.Warnings, "infos", o.Infos, "done", w.done, "files", w.files)
	}
	if e.Known {
		w.log.Info("known", "path", e.Path, "done", w.done, "files", w.files)
	}
}

// line tells how far the run is, how fast it goes and when it will end.
func (w *bulkWatch) line() {
	spent := time.Since(w.start)
	left := time.Duration(float64(spent) / float64(max(w.done, 1)) * float64(w.files-w.done))
	fmt.Fprintf(w.app.stderr, w.app.say("%d/%d，每秒 %.1f 件，约剩 %v；%s\n", "%d/%d, %.1f files/s, about %v left; %s\n"),
		w.done, w.files, float64(w.done)/max(spent.Seconds(), 1e-3), left.Round(time.Second), w.counts())
}

func (w *bulkWatch) end() {
	if w.bar != nil {
		_ = w.bar.Finish()
	}
}
