package bulk

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"time"
)

// process is one worker process, as whoever asks it sees it.
type process struct {
	cmd     *exec.Cmd
	stdin   io.WriteCloser
	jobs    *json.Encoder
	answers chan answer // closed when the process ends
	stderr  *head
	served  int
}

// start starts a worker process.
func start(command func() *exec.Cmd) (*process, error) {
	p := &process{cmd: command(), answers: make(chan answer, 16), stderr: &head{}}
	p.cmd.Stderr = p.stderr
	var err error
	if p.stdin, err = p.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	stdout, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	p.jobs = json.NewEncoder(p.stdin)
	go p.listen(stdout)
	return p, nil
}

// listen hands on the answers until the process ends, or says what is none.
func (p *process) listen(stdout io.Reader) {
	defer close(p.answers)
	from := json.NewDecoder(stdout)
	for {
		var a answer
		if err := from.Decode(&a); err != nil {
			return
		}
		p.answers <- a
	}
}

var (
	errTime = errors.New("no answer in time")
	errDied = errors.New("the process died")
)

// next waits for an answer, so long and no longer.
func (p *process) next(ctx context.Context, patience time.Duration) (answer, error) {
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case a, ok := <-p.answers:
		if !ok {
			return a, errDied
		}
		return a, nil
	case <-timer.C:
		return answer{}, errTime
	case <-ctx.Done():
		return answer{}, ctx.Err()
	}
}

// kill ends the process at once and returns its exit status.
func (p *process) kill() int {
	p.cmd.Process.Kill() // it may have ended by itself
	return p.end()
}

// end lets the process end, for it has no more jobs, and returns its exit status.
func (p *process) end() int {
	p.stdin.Close()
	for range p.answers { // its last words would keep it waiting
	}
	p.cmd.Wait() // the status tells what there is to tell
	return p.cmd.ProcessState.ExitCode()
}

// head keeps the beginning of what is written to it: a runtime that dies says why in the first lines.
type head struct{ bytes.Buffer }

func (h *head) Write(b []byte) (int, error) {
	if room := 2048 - h.Len(); room > 0 {
		h.Buffer.Write(b[:min(room, len(b))])
	}
	return len(b), nil
}
