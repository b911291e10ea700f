package bulk

import (
	"context"
	"errors"
	"os/exec"
	"strings"
	"time"

	"fuhe/corpus"
	"fuhe/corpus/store"
	"fuhe/extract/document"
	"fuhe/report"
)

// checker checks one file after the other.
type checker interface {
	// check returns what became of the file's documents. Its error is ours, not the file's.
	check(ctx context.Context, path, folder string) ([]store.Outcome, error)
	end()
}

// inside checks in this process.
type inside struct{ pipeline *corpus.Pipeline }

func (i inside) check(ctx context.Context, path, folder string) (all []store.Outcome, err error) {
	for o := range i.pipeline.Documents(ctx, corpus.Input{Path: path, Folder: folder}, 0) {
		packed, err := outcomeOf(path, o)
		if err != nil {
			return nil, err
		}
		all = append(all, packed)
	}
	return all, ctx.Err()
}

func (inside) end() {}

// outside checks in a worker process, which it replaces when it dies, grows, or has served long.
type outside struct {
	command func() *exec.Cmd
	timeout time.Duration // for one document
	memory  uint64        // bytes in use after which a worker is replaced between files
	now     *process
}

// grace is what a worker may take over its own time limit before it is killed.
const grace = 5 * time.Second

// Bounds of one worker and one file.
const (
	mostFiles  = 2000 // files that a process serves
	mostDeaths = 50   // of processes over one archive
)

func (o *outside) check(ctx context.Context, path, folder string) ([]store.Outcome, error) {
	var all []store.Outcome
	for deaths := 0; ; {
		ended, err := o.serve(ctx, job{Path: []byte(path), Folder: []byte(folder), From: len(all)}, &all)
		if ended || err != nil {
			return all, err
		}
		if deaths++; deaths == mostDeaths {
			return all, nil
		}
	}
}

// serve has one process do the job as far as it can. A document that the process dies of has its outcome
// too, and ended is false.
func (o *outside) serve(ctx context.Context, j job, all *[]store.Outcome) (ended bool, err error) {
	if o.now == nil {
		if o.now, err = start(o.command); err != nil {
			return false, err
		}
	}
	begun, member := false, ""
	if err := o.now.jobs.Encode(j); err != nil {
		return false, o.bury(errDied, member, all)
	}
	for {
		a, err := o.now.next(ctx, o.timeout+grace)
		switch {
		case ctx.Err() != nil:
			o.now.kill()
			o.now = nil
			return false, ctx.Err()
		case err != nil:
			// An archive that kills before any of its files is begun cannot be gone through.
			return !begun, o.bury(err, member, all)
		case a.Last:
			o.retire(a)
			return true, nil
		case a.Outcome != nil:
			*all = append(*all, *a.Outcome)
		default:
			begun, member = true, a.Begins
		}
	}
}

// retire lets a process go that has grown or served long, or whose last document still keeps it busy.
func (o *outside) retire(last answer) {
	o.now.served++
	switch {
	case last.Spent:
		o.now.kill()
	case last.Memory > o.memory || o.now.served >= mostFiles:
		o.now.end()
	default:
		return
	}
	o.now = nil
}

// bury ends a process that died or did not answer, and says so of the document that it was reading.
func (o *outside) bury(cause error, member string, all *[]store.Outcome) error {
	code := o.now.kill()
	words := firstLine(o.now.stderr.String())
	o.now = nil
	n := died(words)
	switch {
	case errors.Is(cause, errTime):
		n = overtime(o.timeout)
	case code == ExitMemory:
		n = overgrown()
	}
	packed, err := store.Pack(member, &report.Result{Status: report.Failed, Notes: []document.Note{n}})
	*all = append(*all, packed)
	return err
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}

func (o *outside) end() {
	if o.now != nil {
		o.now.end()
	}
}
