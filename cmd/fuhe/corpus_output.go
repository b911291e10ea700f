package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"fuhe/corpus/portfolio"
	"fuhe/report"
)

// runOutput is one thing that a run leaves beside its database.
type runOutput struct {
	name  string // of the file in the run's folder
	write func(ctx context.Context, r finished) error
}

// finished is a run whose files are all checked.
type finished struct {
	results  *runResults
	dir      string
	together *portfolio.Review // what all reports say together
}

// runOutputs lists what a run writes when all files are checked. Each is made of the database alone, so that
// a run that was broken off ends in the same bytes.
func (a *app) runOutputs() []runOutput {
	return []runOutput{
		{"index.html", a.writeIndex},
		{pagesFolder, a.writePages},
		{workpaperName, a.writeWorkpaper},
	}
}

// pagesFolder holds a page for each result of which there is something to say.
const pagesFolder = "pages"

// pageName is the page of a result, by the hash of its content, so that files of the same bytes share it;
// empty when there is nothing to say of it.
func pageName(r *report.Result) string {
	if r.Worst() == "" || r.Source.SHA256 == "" {
		return ""
	}
	return pagesFolder + "/" + r.Source.SHA256[:16] + ".html"
}

func (a *app) writeIndex(ctx context.Context, r finished) error {
	title := fmt.Sprintf(a.say("批量复核 · %s", "bulk review · %s"), filepath.Base(absolute(r.dir)))
	return replace(filepath.Join(r.dir, "index.html"), func(w io.Writer) error {
		return report.WriteIndex(w, r.results.all(ctx), report.IndexOptions{Lang: a.lang, Title: title, Link: pageName, Extra: a.acrossReports(r.together)})
	})
}

// acrossReports are the findings about several reports, as the index tells them.
func (a *app) acrossReports(r *portfolio.Review) []report.IndexSection {
	if len(r.Findings) == 0 {
		return nil
	}
	s := report.IndexSection{Heading: fmt.Sprintf(a.say("跨报告的问题（%d）", "across reports (%d)"), len(r.Findings))}
	for _, f := range r.Findings {
		s.Lines = append(s.Lines, fmt.Sprintf("%s %s %s：%s", report.LevelWord(f.Level).In(a.lang), f.Code, f.Title.In(a.lang), f.Says.In(a.lang)))
	}
	return []report.IndexSection{s}
}

// writePages writes the pages anew; those of an earlier run that nothing links to any more go.
func (a *app) writePages(ctx context.Context, run finished) error {
	folder := filepath.Join(run.dir, pagesFolder)
	if err := errors.Join(os.RemoveAll(folder), os.MkdirAll(folder, 0o777)); err != nil {
		return err
	}
	format, _ := report.FormatOf("html")
	for r, err := range run.results.all(ctx) {
		if err != nil {
			return err
		}
		name := pageName(r)
		if name == "" {
			continue
		}
		err := replace(filepath.Join(run.dir, filepath.FromSlash(name)), func(to io.Writer) error {
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
func (a *app) writeOutputs(ctx context.Context, r finished) error {
	for _, o := range a.runOutputs() {
		if err := o.write(ctx, r); err != nil {
			return a.unwritable(filepath.Join(r.dir, o.name), err)
		}
		fmt.Fprintf(a.stdout, "%s\n", filepath.Join(r.dir, o.name))
	}
	return nil
}
