package corpus

import (
	"context"
	"iter"
	"slices"
	"sync"

	"fuhe/extract/document"
	"fuhe/report"
)

// Outcome is what became of one file: a result, or nothing when a file found in a folder turned out to
// be of a kind that is not read.
type Outcome struct {
	Input      Input
	Result     *report.Result
	PassedOver bool
}

// Each checks the inputs by so many workers and yields the outcomes in the order of the inputs. No more
// results wait than twice the number of workers. A folder without any report yields a failed result of
// its own behind its files. When ctx ends, so does the sequence.
func (p *Pipeline) Each(ctx context.Context, inputs []Input, workers int) iter.Seq[Outcome] {
	return func(yield func(Outcome) bool) {
		folders := folders{}
		if len(inputs) == 1 { // nothing to do meanwhile
			folders.yield(ctx, p, p.outcomes(ctx, inputs[0]), yield)
			return
		}
		ctx, cancel := context.WithCancel(ctx)
		var wait sync.WaitGroup
		defer wait.Wait()
		defer cancel()
		pending := p.dispatch(ctx, inputs, max(workers, 1), &wait)
		for next := range pending {
			if all, ok := take(ctx, next); !ok || !folders.yield(ctx, p, all, yield) {
				return
			}
		}
	}
}

// dispatch starts a worker for each input, so many at a time, and hands on their answers-to-be in the
// order of the inputs.
func (p *Pipeline) dispatch(ctx context.Context, inputs []Input, workers int, wait *sync.WaitGroup) <-chan chan []Outcome {
	pending := make(chan chan []Outcome, workers)
	free := make(chan struct{}, workers)
	wait.Go(func() {
		defer close(pending)
		for _, in := range inputs {
			done := make(chan []Outcome, 1)
			select {
			case free <- struct{}{}:
			case <-ctx.Done():
				return
			}
			select {
			case pending <- done:
			case <-ctx.Done():
				return
			}
			wait.Go(func() {
				done <- p.outcomes(ctx, in)
				<-free
			})
		}
	})
	return pending
}

func take(ctx context.Context, done <-chan []Outcome) ([]Outcome, bool) {
	select {
	case all := <-done:
		return all, ctx.Err() == nil
	case <-ctx.Done():
		return nil, false
	}
}

// outcomes checks a file, or each file of an archive.
func (p *Pipeline) outcomes(ctx context.Context, in Input) []Outcome {
	if in.end {
		return []Outcome{{Input: in}}
	}
	return slices.Collect(p.Documents(ctx, in, 0))
}

func (p *Pipeline) outcome(ctx context.Context, in Input) Outcome {
	if p.Begins != nil {
		p.Begins(in)
	}
	r := p.Check(ctx, in)
	return Outcome{Input: in, Result: r, PassedOver: in.Folder != "" && foreign(r)}
}

// foreign reports whether the file is of a kind that is not read.
func foreign(r *report.Result) bool {
	return r.Status == report.Failed && len(r.Notes) > 0 && r.Notes[0].Code == document.Unsupported
}

// folders remembers which folders held a report.
type folders map[string]bool

// yield hands on the outcomes that are to be told; it reports false when no more are wanted.
func (f folders) yield(ctx context.Context, p *Pipeline, all []Outcome, yield func(Outcome) bool) bool {
	for _, o := range all {
		if o, ok := f.settle(o, p); ok && (ctx.Err() != nil || !yield(o)) {
			return false
		}
	}
	return true
}

// settle drops what was passed over and turns the end of a folder without reports into a result; ok is
// false when there is nothing to yield.
func (f folders) settle(o Outcome, p *Pipeline) (Outcome, bool) {
	switch {
	case o.Input.end && f[o.Input.Folder]:
		return o, false
	case o.Input.end:
		in := Input{Path: o.Input.Path, Folder: o.Input.Folder, note: noReports()}
		return Outcome{Input: in, Result: p.Check(context.Background(), in)}, true
	case o.PassedOver:
		o.Result = nil
	default:
		f[o.Input.Folder] = true
	}
	return o, true
}
