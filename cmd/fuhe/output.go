package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"fuhe/corpus"
	"fuhe/report"
)

// output is where results go. Exactly one of close and abandon ends it.
type output interface {
	write(*report.Result) error
	close() error
	abandon() error // leaves no half-written file behind
}

// open chooses between the standard output, a file, and a folder with a file for each input.
func (a *app) open(f report.Format, path string, inputs []corpus.Input, o *report.Options) (output, error) {
	if path == "" {
		o.Color = colored(a.stdout)
		w := bufio.NewWriter(a.stdout)
		return &stream{buffer: w, writer: f.New(w, o)}, nil
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() || strings.HasSuffix(path, string(filepath.Separator)) || strings.HasSuffix(path, "/") {
		if err := os.MkdirAll(path, 0o777); err != nil {
			return nil, a.unwritable(path, err)
		}
		return &folder{app: a, format: f, path: path, options: o, taken: inputFiles(inputs)}, nil
	}
	if inputFiles(inputs).holds(path) {
		return nil, usage(fmt.Sprintf(a.say("--out 不能覆盖要核对的文件：%s", "--out would overwrite a file to check: %s"), path))
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return a.device(f, path, o)
	}
	return a.create(f, path, o)
}

func (a *app) unwritable(path string, err error) error {
	return usage(fmt.Sprintf(a.say("无法写入 %s：%s", "cannot write %s: %s"), path, a.cause(err)))
}

// cause says in the user's language why a file could not be written; the name of the temporary file that
// the system's error may hold is no news.
func (a *app) cause(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return a.say("所在目录不存在", "its folder does not exist")
	case errors.Is(err, fs.ErrPermission):
		return a.say("没有写入权限", "no permission to write there")
	case errors.Is(err, syscall.ENOSPC):
		return a.say("磁盘空间不足", "no space left on the disk")
	}
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

// stream writes to the standard output, each result as soon as it is there.
type stream struct {
	buffer *bufio.Writer
	writer report.Writer
}

func (s *stream) write(r *report.Result) error {
	if err := s.writer.Write(r); err != nil {
		return err
	}
	return s.buffer.Flush()
}

func (s *stream) close() error {
	if err := s.writer.Close(); err != nil {
		return err
	}
	return s.buffer.Flush()
}

func (s *stream) abandon() error { return nil }
