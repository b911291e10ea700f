// Command fuhe (复核) re-scores Chinese budget-performance self-evaluation reports (绩效自评) and prints
// each place where a report disagrees with itself, with arithmetic or with its rules. This package reads
// flags, prints and exits; it reads no report and judges none.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() { os.Exit(command()) }

// command runs the program over the process's own arguments and streams.
func command() int {
	// With SIGPIPE ignored a closed pipe is an error of the write, and so a clean end.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
}
