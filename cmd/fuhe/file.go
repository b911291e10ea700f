package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"fuhe/report"
)

// file is written beside its path first and takes the name when all is written, so that an earlier
// result stays until there is a new one.
type file struct {
	stream
	app  *app
	path string
	temp *os.File
}

func (a *app) create(f report.Format, path string, o *report.Options) (*file, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d", filepath.Base(path), os.Getpid()))
	temp, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, a.unwritable(path, err)
	}
	w := bufio.NewWriter(temp)
	return &file{stream{w, f.New(w, o)}, a, path, temp}, nil
}

func (f *file) close() error {
	err := errors.Join(f.stream.close(), f.temp.Close())
	if err == nil {
		err = os.Rename(f.temp.Name(), f.path)
	}
	if err != nil {
		os.Remove(f.temp.Name())
		return f.app.unwritable(f.path, err)
	}
	return nil
}

func (f *file) abandon() error { return errors.Join(f.temp.Close(), os.Remove(f.temp.Name())) }

// device is a pipe or a terminal that --out names: it is written to and never replaced.
type device struct {
	stream
	file *os.File
}

func (a *app) device(f report.Format, path string, o *report.Options) (*device, error) {
	to, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return nil, a.unwritable(path, err)
	}
	w := bufio.NewWriter(to)
	return &device{stream{w, f.New(w, o)}, to}, nil
}

func (d *device) close() error   { return errors.Join(d.stream.close(), d.file.Close()) }
func (d *device) abandon() error { return d.file.Close() }
