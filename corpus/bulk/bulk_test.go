package bulk_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"fuhe/corpus"
	"fuhe/corpus/bulk"
	"fuhe/corpus/store"
	"fuhe/extract/document"
)

// workerVariable makes the test's own binary a worker, or a whole run that can be killed.
const (
	workerVariable = "FUHE_TEST_WORKER"
	runVariable    = "FUHE_TEST_RUN"
)

func TestMain(m *testing.M) {
	if os.Getenv(workerVariable) != "" {
		if err := bulk.Serve(context.Background(), os.Stdin, os.Stdout, poisonable(), 192<<20, os.Exit); err != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	if dirs := os.Getenv(runVariable); dirs != "" {
		in, out, _ := strings.Cut(dirs, string(filepath.ListSeparator))
		o := options(out, in)
		if err := bulk.Run(context.Background(), o); err != nil {
			os.Stderr.WriteString(err.Error())
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// poisonable is the whole pipeline, with documents that kill their reader in each way there is.
func poisonable() *corpus.Pipeline {
	p := corpus.Checking("")
	p.Timeout = 6 * time.Second
	read := p.Extract
	p.Extract = func(ctx context.Context, name string, data []byte, limits document.Limits) (*document.Document, error) {
		switch poison, _, _ := strings.Cut(string(data), "\n"); poison {
		case "stack":
			os.Exit(endless(1))
		case "memory":
			for held := [][]byte{}; ; {
				held = append(held, bytes.Repeat([]byte{1}, 8<<20))
			}
		case "hang":
			for {
				time.Sleep(time.Second)
			}
		case "exit":
			os.Exit(7)
		}
		return read(ctx, name, data, limits)
	}
	return p
}

// endless recurses until the stack is full.
func endless(n int) int {
	if n == 0 {
		return 0
	}
	return endless(n+1) + 1
}

func worker() *exec.Cmd {
	c := exec.Command(os.Args[0], "-test.run=^$")
	c.Env = append(os.Environ(), workerVariable+"=1")
	return c
}

func options(dir string, paths ...string) bulk.Options {
	return bulk.Options{Paths: paths, Dir: dir, Jobs: 2, Settings: "test", Pipeline: poisonable(), Worker: worker}
}

// sampleText is a report that is read fast.
func sampleText(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("../../testdata/project/clinic.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// write makes a folder of the files, by name.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(text), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func run(t *testing.T, o bulk.Options) {
	t.Helper()
	if err := bulk.Run(t.Context(), o); err != nil {
		t.Fatal(err)
	}
}

// told is a line for each result of the run: its path, what became of it, and its copies.
func told(t *testing.T, in, out string) []string {
	t.Helper()
	s, err := store.Open(t.Context(), out)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var all []string
	for r, err := range s.Results(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		name, err := filepath.Rel(in, r.Source.Path)
		if err != nil {
			t.Fatal(err)
		}
		line := fmt.Sprintf("%s %s %d", filepath.ToSlash(name), r.Status, len(r.Reports))
		for _, n := range r.Notes {
			line += " " + string(n.Code)
		}
		for _, c := range r.Source.Copies {
			line += " =" + filepath.Base(c)
		}
		all = append(all, line)
	}
	return all
}

// TestPoisonedDocumentsCostThemselves mixes documents that kill, stop or starve their reader with reports.
func TestPoisonedDocumentsCostThemselves(t *testing.T) {
	report := sampleText(t)
	in := write(t, map[string]string{
		"1.txt": report, "2-stack.txt": "stack\n", "3.txt": report + "\n甲", "4-memory.txt": "memory\n",
		"5-hang.txt": "hang\n", "6-exit.txt": "exit\n", "7.txt": report + "\n乙", "8-copy.txt": report,
	})
	out := t.TempDir()
	run(t, options(out, in))
	want := []string{
		"1.txt ok 1 =8-copy.txt", "2-stack.txt failed 0 damaged", "3.txt ok 1", "4-memory.txt failed 0 too-large",
		"5-hang.txt failed 0 timeout", "6-exit.txt failed 0 damaged", "7.txt ok 1",
	}
	if diff := cmp.Diff(want, told(t, in, out)); diff != "" {
		t.Error(diff)
	}
}

// TestPoisonInAnArchive has an archive lose only the member that kills.
func TestPoisonInAnArchive(t *testing.T) {
	report := sampleText(t)
	in := write(t, map[string]string{"all.zip": archive(t, "1.txt", report, "2.txt", "exit\n", "3.txt", "exit\n", "图.png", "\x89PNG\r\n\x1a\n", "5.txt", report)})
	out := t.TempDir()
	run(t, options(out, in))
	want := []string{"all.zip!/1.txt ok 1", "all.zip!/2.txt failed 0 damaged", "all.zip!/3.txt failed 0 damaged", "all.zip!/5.txt ok 1"}
	if diff := cmp.Diff(want, told(t, in, out)); diff != "" {
		t.Error(diff)
	}
}

// TestSameResultsHoweverRun compares worker counts, processes and a run in this one, byte for byte.
func TestSameResultsHoweverRun(t *testing.T) {
	report := sampleText(t)
	files := map[string]string{"空.txt": "", "图.png": "\x89PNG\r\n\x1a\n"}
	for i := range 12 {
		files[fmt.Sprintf("%d/报告%d.txt", i%3, i)] = report + strings.Repeat("\n注", i%9)
	}
	in := write(t, files)
	var first []byte
	for _, way := range []func(*bulk.Options){
		func(o *bulk.Options) { o.Jobs = 1 },
		func(o *bulk.Options) { o.Jobs = 4 },
		func(o *bulk.Options) { o.Worker = nil },
	} {
		o := options(t.TempDir(), in)
		way(&o)
		run(t, o)
		got := database(t, o.Dir)
		if first == nil {
			first = got
		}
		if !bytes.Equal(first, got) {
			t.Errorf("%d jobs: another database", o.Jobs)
		}
	}
}

func database(t *testing.T, dir string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, store.Name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestKilledRunEndsAsAnUnbrokenOne kills the whole run at points spread over its length.
func TestKilledRunEndsAsAnUnbrokenOne(t *testing.T) {
	report := sampleText(t)
	files := map[string]string{}
	for i := range 40 {
		files[fmt.Sprintf("%02d.txt", i)] = report + strings.Repeat("\n注", i)
	}
	in := write(t, files)
	straight := t.TempDir()
	began := time.Now()
	run(t, options(straight, in))
	length := time.Since(began)
	want := database(t, straight)

	kills := 20
	if testing.Short() {
		kills = 4
	}
	broken := t.TempDir()
	for i := range kills {
		// A killed run has begun anew each time, so that some kills meet the start, some the end.
		killedAfter(t, in, broken, length*time.Duration(i%7+1)/8)
		if i%5 == 4 {
			finish(t, in, broken, want)
			broken = t.TempDir()
		}
	}
	finish(t, in, broken, want)
}

func killedAfter(t *testing.T, in, out string, wait time.Duration) {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^$")
	c.Env = append(os.Environ(), runVariable+"="+in+string(filepath.ListSeparator)+out)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(wait)
	c.Process.Kill()
	c.Wait()
}

func finish(t *testing.T, in, out string, want []byte) {
	t.Helper()
	run(t, options(out, in))
	if !bytes.Equal(database(t, out), want) {
		t.Error("a run that was killed ends in another database")
	}
}

// TestUnchangedFilesAreNotReadAgain runs twice and counts what is new.
func TestUnchangedFilesAreNotReadAgain(t *testing.T) {
	report := sampleText(t)
	in := write(t, map[string]string{"a.txt": report, "b.txt": report + "\n甲"})
	out := t.TempDir()
	run(t, options(out, in))
	if err := os.WriteFile(filepath.Join(in, "b.txt"), []byte(report+"\n乙丙"), 0o666); err != nil {
		t.Fatal(err)
	}
	fresh := map[string]bool{}
	o := options(out, in)
	o.Tell = func(e bulk.Event) { fresh[filepath.Base(e.Path)] = !e.Known }
	run(t, o)
	if diff := cmp.Diff(map[string]bool{"a.txt": false, "b.txt": true}, fresh); diff != "" {
		t.Error(diff)
	}
}

func TestInterruptedRunGoesOn(t *testing.T) {
	report := sampleText(t)
	files := map[string]string{}
	for i := range 10 {
		files[fmt.Sprint(i, ".txt")] = report + strings.Repeat("\n注", i)
	}
	in, out := write(t, files), t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	o := options(out, in)
	o.Tell = func(bulk.Event) { cancel() }
	if err := bulk.Run(ctx, o); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	known := 0
	o.Tell = func(e bulk.Event) {
		if e.Known {
			known++
		}
	}
	run(t, o)
	if got := told(t, in, out); len(got) != 10 || known == 0 {
		t.Errorf("%d results, %d of them known", len(got), known)
	}
}

func TestShardsShareTheFiles(t *testing.T) {
	files := map[string]string{}
	for i := range 30 {
		files[fmt.Sprint(i, ".txt")] = fmt.Sprint("第", i, "号文件")
	}
	in := write(t, files)
	held := map[string]int{}
	for part := 1; part <= 3; part++ {
		o := options(t.TempDir(), in)
		o.Worker, o.Shard = nil, bulk.Shard{Part: part, Parts: 3}
		o.Tell = func(e bulk.Event) { held[filepath.Base(e.Path)]++ }
		run(t, o)
	}
	if len(held) != 30 || slices.Max(slices.Collect(maps.Values(held))) != 1 {
		t.Errorf("%v", held)
	}
}

func TestTwoRunsDoNotShareAFolder(t *testing.T) {
	in, out := write(t, map[string]string{"a.txt": "甲"}), t.TempDir()
	o := options(out, in)
	o.Worker = nil
	o.Tell = func(bulk.Event) {
		if err := bulk.Run(t.Context(), options(out, in)); !errors.Is(err, bulk.ErrBusy) {
			t.Errorf("second run: %v", err)
		}
	}
	run(t, o)
}
