package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the files under docs and the outputs shown in the READMEs")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"fuhe": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:   filepath.Join("testdata", "script"),
		Setup: binaries,
		Cmds:  map[string]func(*testscript.TestScript, bool, []string){"status": exits, "copies": copies},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %s", name)
		},
	})
}

// exits runs a command line and holds its exit status against the first argument.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N fuhe ARG...")
	}
	got := "0"
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("exit status %s, want %s\nstdout: %s\nstderr: %s", got, args[0], ts.ReadFile("stdout"), ts.ReadFile("stderr"))
	}
}

// TestGeneratedPages keeps what stands under docs as the program prints it.
func TestGeneratedPages(t *testing.T) {
	for name, command := range map[string]string{
		"checks.md":            "list checks --markdown --lang en",
		"checks.zh-CN.md":      "list checks --markdown --lang zh",
		"rulebooks.md":         "list rulebooks --markdown --lang en",
		"rulebooks.zh-CN.md":   "list rulebooks --markdown --lang zh",
		"rulebook.schema.json": "rulebook schema",
	} {
		var out, errs bytes.Buffer
		if got := run(t.Context(), strings.Fields(command), nil, &out, &errs); got != 0 {
			t.Fatal(got, errs.String())
		}
		path := filepath.Join("..", "..", "docs", name)
		if *update {
			if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, out.Bytes(), 0o644)); err != nil {
				t.Fatal(err)
			}
		}
		kept, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(kept), out.String()); diff != "" {
			t.Errorf("%s is not up to date; go test ./cmd/fuhe -update\n%s", name, diff)
		}
	}
}

// closed is a pipe whose reader has gone.
type closed struct{}

func (closed) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "|1", Err: syscall.EPIPE}
}

// full is a disk that takes no more.
type full struct{}

func (full) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "out", Err: syscall.ENOSPC}
}

func TestWhereOutputGoes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte("年度工作总结\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"check", path}, {"check", "--format", "json", path}, {"list", "formats"}, {"version"}} {
		if got := run(t.Context(), args, nil, closed{}, io.Discard); got != 0 {
			t.Errorf("%v into a closed pipe: exit status %d", args, got)
		}
	}
	var errs bytes.Buffer
	if got := run(t.Context(), []string{"check", path}, nil, full{}, &errs); got != statusUsage || errs.Len() == 0 {
		t.Errorf("onto a full disk: exit status %d, %q", got, errs.String())
	}
}

func TestAnInterruptedCheckLeavesNoFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(path, []byte("年度工作总结\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if got := run(ctx, []string{"check", path, "--out", filepath.Join(dir, "out.txt")}, nil, io.Discard, io.Discard); got != statusInterrupted {
		t.Errorf("exit status %d", got)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
