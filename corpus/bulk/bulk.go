// Package bulk checks many files (批量核对): paths come in, and a store of results goes out, the same however
// often the run was broken off and however many workers it had. Documents are checked in worker processes,
// for a stack that overflows or memory that runs out cannot be recovered from: a poisoned document costs
// itself alone. It prints nothing and judges nothing.
package bulk

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"fuhe/corpus"
	"fuhe/corpus/store"
	"fuhe/extract/document"
)

// Options say what to check and how.
type Options struct {
	Paths    []string
	Dir      string // the run's folder
	Jobs     int    // files at a time; at least 1
	Shard    Shard
	Settings string // what results depend on beside the files: the program's version, the rulebook, limits
	Retry    bool   // documents that were given up are tried again

	Pipeline *corpus.Pipeline // its limits hold for workers too; checks in this process when Worker is nil
	Worker   func() *exec.Cmd // starts a process that runs Serve
	Memory   uint64           // bytes in use after which a worker is replaced; 0 means 256 MB

	Planned func(files int) // told how many files there are
	Tell    func(Event)     // told of each file, from one goroutine
}

// Event is one file of the run that is done.
type Event struct {
	Path     string
	Known    bool // from an earlier run, or a copy of another file
	Outcomes []store.Outcome
}

// ErrBusy is the error when another run writes to the folder.
var ErrBusy = errors.New("another run is writing to the folder")

// LockName is the file in the run's folder that is locked while a run writes to it.
const LockName = ".fuhe.lock"

// Run checks the files and seals the store. When ctx ends it returns ctx.Err(); what was done until then
// stays, and the next run goes on behind it.
func Run(ctx context.Context, o Options) error {
	files, err := list(o)
	if err != nil {
		return err
	}
	if o.Planned != nil {
		o.Planned(len(files))
	}
	s, err := store.Create(ctx, o.Dir)
	if err != nil {
		return err
	}
	lock := flock.New(filepath.Join(o.Dir, LockName))
	if free, err := lock.TryLock(); err != nil || !free {
		return errors.Join(ErrBusy, err, s.Close())
	}
	defer lock.Unlock() // the system does so when the process ends
	r := run{Options: o, store: s}
	if err := r.all(ctx, files); err != nil {
		return errors.Join(err, s.Close())
	}
	return s.Seal(ctx)
}

// run is the state of one run.
type run struct {
	Options
	store *store.Store
}

// task is a file on its way through the run.
type task struct {
	file     store.File
	named    bool // its hash is news
	known    bool // its result is not
	outcomes []store.Outcome
	err      error
}

func (r *run) all(ctx context.Context, files []store.File) error {
	if err := r.store.Forget(ctx); err != nil {
		return err
	}
	if r.Retry {
		if err := r.store.GiveAnotherTry(ctx); err != nil {
			return err
		}
	}
	if err := r.store.Plan(ctx, files); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	done := r.work(ctx, r.find(ctx, files))
	if err := r.takeAll(ctx, done); err != nil {
		cancel()
		for range done { // workers end before the store does
		}
		return err
	}
	return ctx.Err()
}

// Results are stored together, for each storing has its price, but none waits long: a run that is killed
// loses no more.
const (
	mostTogether = 64
	longest      = 200 * time.Millisecond
)

// takeAll stores what became of the files, and tells of each when it is stored.
func (r *run) takeAll(ctx context.Context, done <-chan task) error {
	var together []task
	tick := time.NewTicker(longest)
	defer tick.Stop()
	for {
		var t task
		more, late := true, false
		select {
		case t, more = <-done:
			if more {
				together = append(together, t)
			}
		case <-tick.C:
			late = true
		}
		if t.err != nil {
			return t.err
		}
		if len(together) == mostTogether || late || !more {
			if err := r.take(ctx, together); err != nil {
				return err
			}
			together = together[:0]
		}
		if !more {
			return nil
		}
	}
}

// take stores what became of some files.
func (r *run) take(ctx context.Context, tasks []task) error {
	if len(tasks) == 0 {
		return nil
	}
	err := r.store.Write(ctx, func(tx *store.Tx) error {
		for _, t := range tasks {
			if err := keep(ctx, tx, t); err != nil {
				return fmt.Errorf("%s: %w", t.file.Path, err)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, t := range tasks {
		if r.Tell != nil {
			r.Tell(Event{Path: t.file.Path, Known: t.known, Outcomes: t.outcomes})
		}
	}
	return nil
}

func keep(ctx context.Context, tx *store.Tx, t task) error {
	switch {
	case !t.known:
		return tx.Keep(ctx, t.file, t.outcomes)
	case t.named:
		return tx.Name(ctx, t.file)
	}
	return nil
}

// find hashes the files one after the other and hands on those whose results are not known yet.
func (r *run) find(ctx context.Context, files []store.File) <-chan task {
	found := make(chan task)
	go func() {
		defer close(found)
		seen := map[[2]string]bool{}
		limit := r.limits().Bytes
		for _, f := range files {
			t := task{file: f}
			if f.Unit == "" {
				t.file.Unit, t.named = unitOf(f.Path, limit), true
			}
			key := [2]string{t.file.Unit, f.Settings}
			if t.known = seen[key]; !t.known {
				seen[key] = true
				t.known, t.err = r.store.Done(ctx, t.file.Unit, f.Settings)
			}
			select {
			case found <- t:
			case <-ctx.Done():
				return
			}
		}
	}()
	return found
}

func (r *run) limits() document.Limits { return r.Pipeline.Limits.OrDefault() }

// work checks the files that are found, so many at a time, and hands all on. The channel must be read to
// its end.
func (r *run) work(ctx context.Context, found <-chan task) <-chan task {
	done := make(chan task, max(r.Jobs, 1))
	var wait sync.WaitGroup
	for range max(r.Jobs, 1) {
		wait.Go(func() {
			c := r.checker()
			defer c.end()
			for t := range found {
				if !t.known && t.err == nil {
					t.outcomes, t.err = c.check(ctx, t.file.Path, t.file.Folder)
				}
				done <- t
			}
		})
	}
	go func() {
		wait.Wait()
		close(done)
	}()
	return done
}

func (r *run) checker() checker {
	if r.Worker == nil {
		return inside{r.Pipeline}
	}
	memory := r.Memory
	if memory == 0 {
		memory = 256 << 20
	}
	timeout := r.Pipeline.Timeout
	if timeout <= 0 {
		timeout = corpus.DefaultTimeout
	}
	return &outside{command: r.Worker, timeout: timeout, memory: memory}
}
