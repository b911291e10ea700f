package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"fuhe/extract/pdf/sample"
)

// TestNoFileTakesTheProcessDown shows each of the shared PDFs by a process of its own: it comes back within
// five seconds and 512 MB, with a document or with a reason on stderr.
func TestNoFileTakesTheProcessDown(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "pdfs", "*", "*.pdf"))
	if err != nil || len(files) == 0 || testing.Short() {
		t.Skip("no shared files")
	}
	program := build(t)
	for _, file := range files {
		r := showAlone(t, program, file)
		switch {
		case r.spent > 5*time.Second || r.megabytes > 512:
			t.Errorf("%s: %v, %d MB", filepath.Base(file), r.spent, r.megabytes)
		case r.status == statusClean && !json.Valid(r.stdout):
			t.Errorf("%s: prints no JSON", filepath.Base(file))
		case r.status == statusUnread && !bytes.Contains(r.stderr, []byte(": [")):
			t.Errorf("%s: gives no reason: %s", filepath.Base(file), r.stderr)
		case r.status != statusClean && r.status != statusUnread:
			t.Errorf("%s: exit status %d: %.300s", filepath.Base(file), r.status, r.stderr)
		}
	}
}

// TestALongReportFitsIntoMemory shows a report of 1,000 pages of tables.
func TestALongReportFitsIntoMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("a long report")
	}
	file := filepath.Join(t.TempDir(), "book.pdf")
	if err := os.WriteFile(file, sample.Book(1000), 0o644); err != nil {
		t.Fatal(err)
	}
	r := showAlone(t, build(t), file)
	t.Logf("%v, %d MB, %d bytes of JSON", r.spent, r.megabytes, len(r.stdout))
	if r.status != statusClean || r.megabytes > 300 {
		t.Errorf("exit status %d, %d MB", r.status, r.megabytes)
	}
}

func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "fuhe")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return program
}

// alone is what became of a process.
type alone struct {
	status         int
	stdout, stderr []byte
	spent          time.Duration
	megabytes      int64
}

func showAlone(t *testing.T, program, file string) alone {
	t.Helper()
	c := exec.CommandContext(t.Context(), program, "show", file, "--as", "document")
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	start := time.Now()
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		t.Skip("no account of the memory")
	}
	return alone{c.ProcessState.ExitCode(), stdout.Bytes(), stderr.Bytes(), time.Since(start), usage.Maxrss >> 10}
}
