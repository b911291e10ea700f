package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"fuhe/corpus/bulk"
)

// corpusWorker is the other end of corpus run: not for people.
func (a *app) corpusWorker() *cobra.Command {
	var f stageFlags
	c := &cobra.Command{
		Use:    "worker",
		Short:  a.say("（内部使用）处理 corpus run 交来的文件", "(internal) checks what corpus run hands over"),
		Hidden: true,
		Args:   a.noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			debug.SetMemoryLimit(workerMemory)
			pipeline, _, err := a.stage(f)
			if err != nil {
				return err
			}
			return bulk.Serve(c.Context(), a.stdin, a.stdout, pipeline, uint64(f.memory)<<20, os.Exit)
		},
	}
	a.addStageFlags(c, &f)
	return c
}

// workerMemory is how much memory a worker takes before it tidies up more often.
const workerMemory = 96 << 20

// executable tells this program from another build of the same version: a hash of its file, when the
// version does not name a release.
func executable() string {
	if v := built(); strings.HasPrefix(v, "v") && !strings.Contains(v, "-") && !strings.Contains(v, "+") {
		return ""
	}
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}
