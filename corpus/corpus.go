// Package corpus joins the stages: paths come in, each file is extracted, normalized and scored, and a
// result for each goes out in the order of the paths, whatever the number of workers. A file checked
// alone is a corpus of one. It is the only package that starts goroutines, and it judges nothing.
package corpus

import (
	"context"
	"sync"
	"time"

	"fuhe/extract"
	"fuhe/extract/document"
	"fuhe/normalize"
	"fuhe/normalize/form"
	"fuhe/score"
	"fuhe/score/finding"
	"fuhe/score/rulebook"
)

// DefaultTimeout is the time that one document may take.
const DefaultTimeout = 60 * time.Second

// Pipeline is the stages that a file passes. A stage left nil ends it: without Review the reports hold
// forms only, without Forms there are no reports.
type Pipeline struct {
	Extract func(ctx context.Context, name string, data []byte, limits document.Limits) (*document.Document, error)
	Forms   func(doc *document.Document) []*form.Form
	Review  func(f *form.Form) (*finding.Report, error)

	Limits  document.Limits
	Timeout time.Duration // for one document; 0 means DefaultTimeout
	Keep    bool          // results hold their documents
	Begins  func(Input)   // told of each document before it is checked
}

// Reading is the pipeline that ends with the forms.
func Reading() *Pipeline {
	return &Pipeline{Extract: extract.Reader{Spare: true}.Read, Forms: normalize.Forms}
}

// Checking is the whole pipeline. The rulebook is the id to hold every form against; without one each
// form is held against the one it asks for. The shelf is loaded when the first form is met.
func Checking(id string) *Pipeline { return CheckingWith(score.Options{Rulebook: id}) }

// CheckingWith is the whole pipeline with other options too.
func CheckingWith(o score.Options) *Pipeline {
	shelf := sync.OnceValues(rulebook.Load)
	p := Reading()
	p.Review = func(f *form.Form) (*finding.Report, error) {
		books, err := shelf()
		if err != nil {
			return nil, err
		}
		return score.Review(f, books, o)
	}
	return p
}

func (p *Pipeline) timeout() time.Duration {
	if p.Timeout <= 0 {
		return DefaultTimeout
	}
	return p.Timeout
}
