package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fuhe/corpus"
	"fuhe/report"
	"fuhe/score/acceptance"
	"fuhe/score/check"
	"fuhe/score/finding"
)

// reviews are the review files of a run: the one that was named, or those found beside the files.
type reviews struct {
	app   *app
	named *reviewFile
	found map[string]*reviewFile // by folder
	alone bool                   // one file is checked: what no longer occurs is told with it
}

// reviewFile is a review file that was read.
type reviewFile struct {
	path string
	list *acceptance.List
}

// readReviews reads the review file that was named, or else those that stand beside the inputs.
func (a *app) readReviews(named string, inputs []corpus.Input) (*reviews, error) {
	r := &reviews{app: a, found: map[string]*reviewFile{}, alone: corpus.Files(inputs) == 1}
	if named != "" {
		one, err := a.readReview(named)
		if err != nil {
			return nil, err
		}
		r.named = one
		return r, nil
	}
	for _, in := range inputs {
		for _, folder := range foldersOf(in) {
			if _, known := r.found[folder]; known {
				continue
			}
			r.found[folder] = nil
			path := filepath.Join(folder, acceptance.FileName)
			if _, err := os.Stat(path); err != nil {
				continue
			}
			one, err := a.readReview(path)
			if err != nil {
				return nil, err
			}
			r.found[folder] = one
		}
	}
	return r, nil
}

// foldersOf are the folders in which a file's review file may stand: its own, then the one that was named.
func foldersOf(in corpus.Input) []string {
	if in.Stdin != nil {
		return nil
	}
	folders := []string{filepath.Dir(in.Path)}
	if in.Folder != "" {
		folders = append(folders, in.Folder, filepath.Dir(in.Folder))
	}
	return folders
}

// mostReview is how many bytes of a review file are read; the list refuses one that has as many.
const mostReview = 4<<20 + 1

func (a *app) readReview(path string) (*reviewFile, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, usage(fmt.Sprintf(a.say("无法读取复核文件 %s：%v", "cannot read the review file %s: %v"), path, reason(err)))
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, mostReview))
	if err != nil {
		return nil, usage(fmt.Sprintf(a.say("无法读取复核文件 %s：%v", "cannot read the review file %s: %v"), path, reason(err)))
	}
	list, err := acceptance.Parse(data, knownCode)
	var w *acceptance.Wrong
	if errors.As(err, &w) {
		return nil, usage(fmt.Sprintf("%s:%d: %s", path, w.Line, w.Says.In(a.lang)))
	}
	return &reviewFile{path, list}, err
}

// knownCode reports whether there is a check of the code; a family alone is none.
func knownCode(code string) (nearest string, ok bool) {
	nearest, ok = check.Known(check.All(), code)
	return nearest, ok && strings.Contains(code, "-")
}

// reason is the cause of an error of the file system, without the path that the sentence names already.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// apply sets apart what the review files accept of a result.
func (r *reviews) apply(o corpus.Outcome) {
	for _, f := range r.of(o.Input) {
		for _, one := range o.Result.Reports {
			f.list.Apply(one, filepath.ToSlash(o.Result.Source.Path))
		}
		if r.alone && len(o.Result.Reports) > 0 {
			o.Result.Gone = append(o.Result.Gone, f.list.Gone()...)
		}
	}
}

// of are the review files that hold for an input, the nearest first.
func (r *reviews) of(in corpus.Input) []*reviewFile {
	if r.named != nil {
		return []*reviewFile{r.named}
	}
	var all []*reviewFile
	for _, folder := range foldersOf(in) {
		if f := r.found[folder]; f != nil && !slices.Contains(all, f) {
			all = append(all, f)
		}
	}
	return all
}

// sortedReviews drops what is none and orders the rest by their paths.
func sortedReviews(all []*reviewFile) []*reviewFile {
	all = slices.DeleteFunc(all, func(f *reviewFile) bool { return f == nil })
	slices.SortFunc(all, func(a, b *reviewFile) int { return strings.Compare(a.path, b.path) })
	return all
}

// tell says on stderr what a run over several files found of the review files: entries that no longer
// occur, and those that have no reason yet.
func (r *reviews) tell() {
	all := []*reviewFile{r.named}
	for _, f := range r.found {
		all = append(all, f)
	}
	for _, f := range sortedReviews(all) {
		if !r.alone {
			for _, e := range f.list.Gone() {
				fmt.Fprintf(r.app.stderr, "fuhe: %s:%d: %s\n", f.path, e.Line, r.gone(e))
			}
		}
		if n := f.list.Pending(); n > 0 {
			fmt.Fprintf(r.app.stderr, r.app.say("fuhe: %s：%d 条没有写 reason，未生效\n", "fuhe: %s: entries without a reason, not in force: %d\n"), f.path, n)
		}
	}
}

func (r *reviews) gone(e finding.Acceptance) string {
	return fmt.Sprintf(r.app.say("%s “%s” 已不再出现，可从复核文件中删去", "%s %s no longer occurs and may be taken out"), e.Code, e.Subject)
}

// writer gathers the findings of a run for a new review file.
type writer struct {
	path     string
	template *acceptance.Template
}

// newReview makes ready to write a review file; an existing one is never overwritten.
func (a *app) newReview(path string) (*writer, error) {
	if path == "" {
		return nil, nil
	}
	if _, err := os.Lstat(path); err == nil {
		return nil, usage(fmt.Sprintf(a.say("%s 已存在，--write-review 不覆盖已有文件", "%s exists; --write-review overwrites no file"), path))
	}
	return &writer{path, acceptance.NewTemplate(a.lang)}, nil
}

func (w *writer) add(r *report.Result) {
	if w == nil {
		return
	}
	name := filepath.Base(r.Source.Path)
	if rel, err := filepath.Rel(filepath.Dir(w.path), r.Source.Path); err == nil && !strings.HasPrefix(rel, "..") {
		name = rel
	}
	if r.Source.Path == corpus.StandardInput {
		name = ""
	}
	for _, f := range r.Reports {
		w.template.Add(f, filepath.ToSlash(name))
	}
}

func (w *writer) close(a *app) error {
	if w == nil {
		return nil
	}
	text, err := w.template.YAML()
	if err != nil {
		return err
	}
	file, err := os.OpenFile(w.path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return a.unwritable(w.path, err)
	}
	if _, err := file.Write(text); err != nil {
		file.Close()
		return a.unwritable(w.path, err)
	}
	return file.Close()
}
