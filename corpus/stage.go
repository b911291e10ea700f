package corpus

import (
	"context"
	"fmt"
)

// panicked is what a stage panicked with.
type panicked struct{ value any }

func (p *panicked) Error() string { return fmt.Sprint(p.value) }

// hand takes the steps of the pipeline over one document, one after the other. It is one goroutine for all of
// them, because each new one would have to grow its stack anew.
type hand chan func()

// newHand is a hand that waits for the first step; close it behind the last.
func newHand() hand {
	h := make(hand)
	go func() {
		for step := range h {
			step()
		}
	}()
	return h
}

// stage runs one step of the pipeline at arm's length: a panic becomes an error, and a step that does
// not end in time is left behind, for most steps are arithmetic that watches no context.
func stage[T any](ctx context.Context, h hand, step func() (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	run := func() {
		var o outcome
		defer func() {
			if v := recover(); v != nil {
				o.err = &panicked{v}
			}
			done <- o
		}()
		o.value, o.err = step()
	}
	select {
	case h <- run:
	case <-ctx.Done(): // the step before was left behind
		var none T
		return none, ctx.Err()
	}
	select {
	case o := <-done:
		return o.value, o.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
