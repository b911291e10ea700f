package bulk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"fuhe/corpus"
	"fuhe/corpus/store"
	"fuhe/extract/archive"
	"fuhe/extract/document"
)

// job is what a worker is asked to do: to check the file, or the files of the archive from one on.
type job struct {
	Path   []byte // names of files need not be UTF-8
	Folder []byte
	From   int
}

// answer is what a worker says: that it begins with a document, what became of it, or that the job ended.
type answer struct {
	Begins  string // the member's name; Outcome is nil
	Outcome *store.Outcome
	Last    bool
	Spent   bool   // a stage was left behind unfinished: the worker had better end
	Memory  uint64 // bytes in use
}

// ExitMemory is the exit status of a worker that took more memory than it may.
const ExitMemory = 86

// Serve is the work of a worker process: jobs come in on one stream and answers go out on the other, until
// the jobs end. A process that takes more memory than allowed ends by exit(ExitMemory), for there is no
// other way to stop what takes it.
func Serve(ctx context.Context, in io.Reader, out io.Writer, p *corpus.Pipeline, memory uint64, exit func(code int)) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	debug.SetMaxStack(mostStack)
	if memory > 0 {
		go watch(ctx, memory, exit)
	}
	jobs, answers := json.NewDecoder(in), json.NewEncoder(out)
	for {
		var j job
		if err := jobs.Decode(&j); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return fmt.Errorf("read job: %w", err)
		}
		if err := serve(ctx, p, j, answers.Encode); err != nil {
			return err
		}
	}
}

// mostStack bounds a goroutine's stack, in bytes, so that endless recursion is told from memory that runs out.
const mostStack = 64 << 20

// serve answers one job.
func serve(ctx context.Context, p *corpus.Pipeline, j job, say func(any) error) error {
	path := string(j.Path)
	var failed error
	told := *p
	told.Begins = func(in corpus.Input) {
		failed = errors.Join(failed, say(answer{Begins: member(path, in.Path)}))
	}
	spent := false
	for o := range told.Documents(ctx, corpus.Input{Path: path, Folder: string(j.Folder)}, j.From) {
		packed, err := outcomeOf(path, o)
		if err != nil {
			return err
		}
		spent = spent || late(o)
		if failed = errors.Join(failed, say(answer{Outcome: &packed})); failed != nil {
			return failed
		}
	}
	return errors.Join(failed, say(answer{Last: true, Spent: spent, Memory: inUse()}))
}

// member is the document's name within the archive, or empty for a file alone.
func member(file, path string) string {
	name, _ := strings.CutPrefix(strings.TrimPrefix(path, file), archive.Separator)
	return name
}

// outcomeOf packs what became of a document of the file.
func outcomeOf(file string, o corpus.Outcome) (store.Outcome, error) {
	name := member(file, o.Input.Path)
	if o.PassedOver {
		return store.Outcome{Member: name, Passed: true}, nil
	}
	return store.Pack(name, o.Result)
}

// late reports whether a stage ran out of its time, and so may still be running.
func late(o corpus.Outcome) bool {
	if o.Result == nil {
		return false
	}
	for _, n := range o.Result.Notes {
		if n.Code == document.Timeout {
			return true
		}
	}
	return false
}

// watch ends the process when it takes too much memory. Whatever takes it may never look at a context.
func watch(ctx context.Context, most uint64, exit func(code int)) {
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if inUse() > most {
				exit(ExitMemory)
			}
		}
	}
}

// inUse is the memory that the process holds, in bytes.
func inUse() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.Sys - m.HeapReleased
}
