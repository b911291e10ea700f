package corpus

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"fuhe/extract/archive"
	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/report"
	"fuhe/score/finding"
)

// Check takes one file through the stages. It never panics, and ends soon after ctx or the time for one
// document does.
func (p *Pipeline) Check(ctx context.Context, in Input) *report.Result {
	ctx, cancel := context.WithTimeout(ctx, p.timeout())
	defer cancel()
	shown := archive.Readable(in.Path)
	r := &report.Result{Source: report.Source{Name: filepath.Base(shown), Path: shown}, Status: report.OK}
	if in.note != nil {
		return p.fail(r, in.note)
	}
	h := newHand()
	defer close(h)
	data, err := stage(ctx, h, func() ([]byte, error) { return read(in, p.Limits.OrDefault().Bytes) })
	if err != nil {
		return p.fail(r, unread(err, p))
	}
	sum := sha256.Sum256(data)
	r.Source.SHA256 = hex.EncodeToString(sum[:])
	doc, err := stage(ctx, h, func() (*document.Document, error) { return p.Extract(ctx, in.Path, data, p.Limits) })
	if err != nil && doc == nil {
		return p.fail(r, stopped(err, p.timeout()))
	}
	p.extracted(r, doc, err)
	if r.Status != report.Failed && p.Forms != nil {
		p.review(ctx, h, r, doc)
	}
	return r
}

// unread tells a file that could not be opened from one that took too long or is too large.
func unread(err error, p *Pipeline) *document.Note {
	var t *document.Trouble
	if errors.As(err, &t) || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		return stopped(err, p.timeout())
	}
	return unopened(err)
}

func (p *Pipeline) fail(r *report.Result, n *document.Note) *report.Result {
	r.Status = report.Failed
	r.Notes = append(r.Notes, *n)
	return r
}

// extracted takes over what the reader said of the document; err is set when it broke off.
func (p *Pipeline) extracted(r *report.Result, doc *document.Document, err error) {
	r.Source.Format, r.Source.Pages = doc.Format, len(doc.Pages)
	r.Notes = slices.Clone(doc.Notes)
	if err != nil {
		r.Notes = append(r.Notes, *stopped(err, p.timeout()))
	}
	if p.Keep {
		r.Document = doc
	}
	switch {
	case len(r.Notes) > 0 && len(doc.Blocks) == 0:
		r.Status = report.Failed
	case slices.ContainsFunc(r.Notes, loses):
		r.Status = report.Partial
	}
}

// loses reports whether the note tells of content that is missing.
func loses(n document.Note) bool {
	return n.Code != document.NoForm && n.Code != document.HiddenContent
}

// review finds the forms and reviews each; what goes wrong with one form leaves the others.
func (p *Pipeline) review(ctx context.Context, h hand, r *report.Result, doc *document.Document) {
	forms, err := stage(ctx, h, func() ([]*form.Form, error) { return p.Forms(doc), nil })
	if err != nil {
		p.partial(r, err)
		return
	}
	if len(forms) == 0 {
		r.Notes = append(r.Notes, *noForm())
		return
	}
	for _, f := range forms {
		if f.Doubt != "" {
			r.Status = report.Partial
			r.Notes = append(r.Notes, *lostGrid(f))
		}
		one, err := stage(ctx, h, func() (*finding.Report, error) { return p.reviewed(f) })
		if err != nil {
			p.partial(r, err)
			one = &finding.Report{Form: f}
		}
		r.Reports = append(r.Reports, one)
	}
}

func (p *Pipeline) reviewed(f *form.Form) (*finding.Report, error) {
	if p.Review == nil {
		return &finding.Report{Form: f}, nil
	}
	return p.Review(f)
}

// partial notes, once for each cause, that the document was not checked in full.
func (p *Pipeline) partial(r *report.Result, err error) {
	n := *stopped(err, p.timeout())
	r.Status = report.Partial
	if !slices.ContainsFunc(r.Notes, func(o document.Note) bool { return o.Code == n.Code && o.Says == n.Says }) {
		r.Notes = append(r.Notes, n)
	}
}

// read returns the bytes of the input, and Trouble when there are more than the limit.
func read(in Input, limit int64) ([]byte, error) {
	if in.data != nil {
		return in.data, nil
	}
	from, size := in.Stdin, int64(0)
	if from == nil {
		file, err := os.Open(in.Path)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		if info, err := file.Stat(); err == nil {
			size = info.Size()
		}
		from = file
	}
	if size > limit {
		return nil, &document.Trouble{Note: *tooLarge(limit)}
	}
	data, err := readAll(io.LimitReader(from, limit+1), size)
	if err == nil && int64(len(data)) > limit {
		return nil, &document.Trouble{Note: *tooLarge(limit)}
	}
	return data, err
}

// readAll is io.ReadAll with room for as many bytes as are expected.
func readAll(from io.Reader, size int64) ([]byte, error) {
	var data bytes.Buffer
	data.Grow(int(size) + bytes.MinRead)
	_, err := data.ReadFrom(from)
	return data.Bytes(), err
}
