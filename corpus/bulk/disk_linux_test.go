package bulk_test

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"fuhe/corpus/bulk"
	"fuhe/corpus/store"
)

// TestFullDisk runs on a disk that is too small, makes room and goes on. It needs the right to mount.
func TestFullDisk(t *testing.T) {
	out := t.TempDir()
	// mount takes what mount(8) takes beside the kind and the place.
	mount := func(arguments ...string) error {
		return exec.Command("mount", append(arguments, "-t", "tmpfs", "fuhe-test", out)...).Run()
	}
	if os.Geteuid() != 0 || mount("-o", "size=256k") != nil {
		t.Skip("no disk of our own can be mounted here")
	}
	t.Cleanup(func() {
		if err := exec.Command("umount", out).Run(); err != nil {
			t.Error(err)
		}
	})
	report, files := sampleText(t), map[string]string{}
	for i := range 60 {
		files[fmt.Sprintf("%02d.txt", i)] = report + strings.Repeat("\n注", i)
	}
	in := write(t, files)
	o := options(out, in)
	o.Worker = nil
	if err := bulk.Run(t.Context(), o); !store.Full(err) {
		t.Fatalf("on a full disk: %v", err)
	}
	if err := mount("-o", "remount,size=64m"); err != nil {
		t.Fatal(err)
	}
	run(t, o)
	if got := told(t, in, out); len(got) != len(files) {
		t.Errorf("%d results of %d", len(got), len(files))
	}
}
