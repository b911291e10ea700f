package main

import (
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"

	"fuhe/corpus/store"
	"fuhe/report"
	"fuhe/score/acceptance"
	"fuhe/score/finding"
)

// runResults are the results of a bulk run with what its review file accepts set apart. The database holds them as
// they were found, so that another review needs no report to be read again.
type runResults struct {
	store  *store.Store
	review *reviewFile // nil: nothing was accepted
}

// openRun opens the database of a run and the review file that was kept beside it.
func (a *app) openRun(ctx context.Context, dir string) (*runResults, error) {
	s, err := a.openStore(ctx, dir)
	if err != nil {
		return nil, err
	}
	r := &runResults{store: s}
	path := filepath.Join(dir, acceptance.FileName)
	if _, err := os.Stat(path); err == nil {
		if r.review, err = a.readReview(path); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	return r, nil
}

// all goes through the results in the order of the files, any number of times.
func (r *runResults) all(ctx context.Context) iter.Seq2[*report.Result, error] {
	return func(yield func(*report.Result, error) bool) {
		for one, err := range r.store.Results(ctx) {
			if err == nil && r.review != nil {
				for _, f := range one.Reports {
					r.review.list.Apply(f, filepath.ToSlash(one.Source.Path))
				}
			}
			if !yield(one, err) {
				return
			}
		}
	}
}

// tally counts the run; accepted are the findings that are not counted as such, in all.
func (r *runResults) tally(ctx context.Context) (t store.Tally, accepted int, err error) {
	if t, err = r.store.Tally(ctx); err != nil || r.review == nil {
		return t, 0, err
	}
	for one, err := range r.all(ctx) {
		if err != nil {
			return t, accepted, err
		}
		for _, f := range one.Reports {
			for _, x := range f.Accepted {
				accepted++
				switch x.Level {
				case finding.Error:
					t.Errors--
				case finding.Warning:
					t.Warnings--
				default:
					t.Infos--
				}
			}
		}
	}
	return t, accepted, nil
}

func (r *runResults) close() error { return r.store.Close() }

// tell says what became of the review file's entries.
func (r *runResults) tell(a *app) {
	if r.review != nil {
		(&reviews{app: a, named: r.review}).tell()
	}
}

// reviewBytes reads the review file that was named, and refuses one with faults before anything is checked.
func (a *app) reviewBytes(path string) ([]byte, error) {
	if path == "" {
		return nil, nil
	}
	if _, err := a.readReview(path); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

// keepReview keeps the review file in the run's folder, where every later step finds it; without one, an earlier
// one stays in force.
func (a *app) keepReview(dir string, data []byte) error {
	if data == nil {
		return nil
	}
	path := filepath.Join(dir, acceptance.FileName)
	err := replace(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return a.unwritable(path, err)
	}
	return nil
}
