//go:build unix

// Package pace measures work for tests that hold how it grows. Processor time is counted, for what else the
// machine does must not.
package pace

import (
	"syscall"
	"testing"
	"time"
)

// Least is the least processor time of so many calls.
func Least(t testing.TB, runs int, do func()) time.Duration {
	t.Helper()
	best := time.Duration(1<<63 - 1)
	for range runs {
		start := worked(t)
		do()
		best = min(best, worked(t)-start)
	}
	return best
}

// worked is the processor time that the process has taken.
func worked(t testing.TB) time.Duration {
	t.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		t.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
