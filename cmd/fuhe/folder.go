package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"fuhe/corpus"
	"fuhe/report"
)

// folder writes a file for each result, named for its source.
type folder struct {
	app     *app
	format  report.Format
	path    string
	options *report.Options
	taken   paths
}

func (f *folder) write(r *report.Result) error {
	one := report.Options{Lang: f.options.Lang, Program: f.options.Program}
	out, err := f.app.create(f.format, f.free(r.Source), &one)
	if err != nil {
		return err
	}
	if err := out.write(r); err != nil {
		out.abandon()
		return err
	}
	return out.close()
}

func (f *folder) close() error   { return nil }
func (f *folder) abandon() error { return nil }

// free is a path that neither an input nor an earlier result of this run holds: two sources may share
// a name.
func (f *folder) free(s report.Source) string {
	name := strings.TrimSuffix(s.Name, filepath.Ext(s.Name))
	if s.Path == corpus.StandardInput || name == "" {
		name = "stdin"
	}
	for n := 1; ; n++ {
		path := filepath.Join(f.path, name+f.format.Extension)
		if n > 1 {
			path = filepath.Join(f.path, fmt.Sprintf("%s-%d%s", name, n, f.format.Extension))
		}
		if !f.taken.holds(path) {
			f.taken.add(path)
			return path
		}
	}
}

// paths is a set of files, told apart by their absolute names.
type paths map[string]bool

func inputFiles(inputs []corpus.Input) paths {
	p := paths{}
	for _, in := range inputs {
		if in.Stdin == nil {
			p.add(in.Path)
		}
	}
	return p
}

func (p paths) add(path string)        { p[absolute(path)] = true }
func (p paths) holds(path string) bool { return p[absolute(path)] }

// absolute follows links where it can, so that two ways to one file are one.
func absolute(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return path
}
