package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"fuhe/corpus/store"
	"fuhe/report"
)

// runOutput is one thing that a run leaves beside its database.
type runOutput struct {
	name  string // of the file in the run's folder
	write func(ctx context.Context, s *store.Store, dir string) error
}

// runOutputs lists what a run writes when all files are checked. Each is made of the database alone, so that
// a run that was broken off ends in the same bytes.
func (a *app) runOutputs() []runOutput {
	return []runOutput{
		{"index.html", a.writeIndex},
		{pagesFolder, a.writePages},
	}
}

// pagesFolder holds a page for each result of which there is something to say.
const pagesFolder = "pages"

// pageName is the page of a result, by the hash of its content and, for those of one content within
// archives, its name; empty when there is nothing to say of it.
func pageName(r *report.Result) string {
	if r.Worst() == "" || r.Source.SHA256 == "" {
		return ""
	}
	return pagesFolder + "/" + r.Source.SHA256[:16] + ".html"
}

func (a *app) writeIndex(ctx context.Context, s *store.Store, dir string) error {
	title := fmt.Sprintf(a.say("批量复核 · %s", "bulk review · %s"), filepath.Base(absolute(dir)))
	return replace(filepath.Join(dir, "index.html"), func(w io.Writer) error {
		return report.WriteIndex(w, s.Results(ctx), report.IndexOptions{Lang: a.lang, Title: title, Link: pageName})
	})
}

// writePages writes the pages anew; those of an earlier run that nothing links to any more go.
func (a *app) writePages(ctx context.Context, s *store.Store, dir string) error {
	folder := filepath.Join(dir, pagesFolder)
	if err := errors.Join(os.RemoveAll(folder), os.MkdirAll(folder, 0o777)); err != nil {
		return err
	}
	format, _ := report.FormatOf("html")
	for r, err := range s.Results(ctx) {
		if err != nil {
			return err
		}
		name := pageName(r)
		if name == "" {
			continue
		}
		err := replace(filepath.Join(dir, filepath.FromSlash(name)), func(to io.Writer) error {
			w := format.New(to, &report.Options{Lang: a.lang})
			return errors.Join(w.Write(r), w.Close())
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// replace writes the file beside its place first, so that an earlier one stays until there is a new one.
func replace(path string, write func(w io.Writer) error) error {
	file, err := os.Create(path + ".new")
	if err != nil {
		return err
	}
	buffer := bufio.NewWriter(file)
	err = errors.Join(write(buffer), buffer.Flush(), file.Close())
	if err != nil {
		os.Remove(file.Name()) // half a file is of no use; the error that matters is the first
		return err
	}
	return os.Rename(file.Name(), path)
}

// writeOutputs writes all that a run leaves, and says where.
func (a *app) writeOutputs(ctx context.Context, dir string) error {
	s, err := a.openStore(ctx, dir)
	if err != nil {
		return err
	}
	for _, o := range a.runOutputs() {
		if err := o.write(ctx, s, dir); err != nil {
			return errors.Join(a.unwritable(filepath.Join(dir, o.name), err), s.Close())
		}
		fmt.Fprintf(a.stdout, "%s\n", filepath.Join(dir, o.name))
	}
	return s.Close()
}
