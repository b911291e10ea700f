package corpus

import (
	"context"
	"fmt"
)

// panicked is what a stage panicked with.
type panicked struct{ value any }

func (p *panicked) Error() string { return fmt.Sprint(p.value) }

// stage runs one step of the pipeline at arm's length: a panic becomes an error, and a step that does
// not end in time is left behind, for most steps are arithmetic that watches no context.
func stage[T any](ctx context.Context, step func() (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			if v := recover(); v != nil {
				o.err = &panicked{v}
			}
			done <- o
		}()
		o.value, o.err = step()
	}()
	select {
	case o := <-done:
		return o.value, o.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
