package main

import (
	"fmt"
	"path/filepath"

	"fuhe/corpus"
	"fuhe/report"
	"fuhe/score/acceptance"
)

// checkRun is what a check has seen so far.
type checkRun struct {
	app      *app
	out      output
	options  *report.Options
	bar      *progress
	least    int  // the rank from which on findings count
	told     bool // files that were not read are told on stderr, for the output does not show them
	unread   bool
	findings bool
	reviews  *reviews
	template *writer
}

// take prints one outcome and remembers what counts for the exit status.
func (r *checkRun) take(o corpus.Outcome) error {
	defer r.bar.step()
	if o.PassedOver {
		if filepath.Base(o.Input.Path) != acceptance.FileName {
			r.options.Passed++
		}
		return nil
	}
	if o.Result.Status == report.Failed {
		r.unread = true
		r.tell(o.Result)
	}
	r.reviews.apply(o)
	r.template.add(o.Result)
	if rank := o.Result.Worst().Rank(); rank > 0 && rank >= r.least {
		r.findings = true
	}
	r.bar.clear()
	return r.out.write(o.Result)
}

// tell names a file that was not read, and why, on stderr.
func (r *checkRun) tell(result *report.Result) {
	if !r.told {
		return
	}
	r.bar.clear()
	for _, n := range result.Notes {
		fmt.Fprintf(r.app.stderr, "fuhe: %s: [%s] %s\n", result.Source.Path, n.Code, n.Says.In(r.app.lang))
	}
}

func (r *checkRun) status() error {
	switch {
	case r.unread:
		return status(statusUnread)
	case r.findings:
		return status(statusFindings)
	}
	return nil
}
