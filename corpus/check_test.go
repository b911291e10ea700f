package corpus

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/report"
	"fuhe/score/finding"
)

// fake is a pipeline whose document is the text of the file and whose forms are its lines.
func fake() *Pipeline {
	return &Pipeline{
		Extract: func(_ context.Context, name string, data []byte, _ document.Limits) (*document.Document, error) {
			if strings.HasSuffix(name, ".bin") {
				return nil, fmt.Errorf("%s: %w", name, trouble(document.Unsupported))
			}
			return text(string(data)), nil
		},
		Forms: func(doc *document.Document) []*form.Form {
			var forms []*form.Form
			for _, b := range doc.Blocks {
				forms = append(forms, &form.Form{Title: b.Paragraph.Text})
			}
			return forms
		},
		Review: func(f *form.Form) (*finding.Report, error) {
			return &finding.Report{Form: f, Ran: []string{"EXE-01"}}, nil
		},
		Timeout: 5 * time.Second,
	}
}

func text(s string) *document.Document {
	doc := &document.Document{Format: "text"}
	for line := range strings.Lines(s) {
		doc.Blocks = append(doc.Blocks, document.Block{Paragraph: &document.Paragraph{Text: line}})
	}
	return doc
}

func trouble(code document.Code) error {
	return &document.Trouble{Note: document.Note{Code: code, Says: document.Message{ZH: "说明", EN: "says"}}}
}

func TestCheckTellsWhatWentWrong(t *testing.T) {
	hang := make(chan struct{})
	t.Cleanup(func() { close(hang) })
	for _, test := range []struct {
		name    string
		content string
		change  func(*Pipeline)
		status  report.Status
		codes   string
		forms   int
	}{
		{"all is well", "甲\n乙\n", func(*Pipeline) {}, report.OK, "", 2},
		{"no form in it", "", func(*Pipeline) {}, report.OK, "no-form", 0},
		{"reader refuses", "甲", func(p *Pipeline) { p.Extract = reader(nil, trouble(document.Encrypted)) }, report.Failed, "encrypted", 0},
		{"reader breaks off", "甲", func(p *Pipeline) { p.Extract = reader(text("甲\n"), trouble(document.Damaged)) }, report.Partial, "damaged", 1},
		{"our own error", "甲", func(p *Pipeline) { p.Extract = reader(nil, errors.New("x")) }, report.Failed, "damaged", 0},
		{"a page is a picture", "甲", func(p *Pipeline) { p.Extract = reader(noted(text("甲\n"), document.NoTextLayer), nil) }, report.Partial, "no-text-layer", 1},
		{"all pages are pictures", "甲", func(p *Pipeline) { p.Extract = reader(noted(text(""), document.NoTextLayer), nil) }, report.Failed, "no-text-layer", 0},
		{"reader panics", "甲", func(p *Pipeline) { p.Extract = nil }, report.Failed, "damaged", 0},
		{"finding forms panics", "甲", func(p *Pipeline) { p.Forms = func(*document.Document) []*form.Form { panic("x") } }, report.Partial, "damaged", 0},
		{"review panics", "甲\n乙\n", func(p *Pipeline) { p.Review = func(*form.Form) (*finding.Report, error) { panic("x") } }, report.Partial, "damaged", 2},
		{"review fails", "甲\n", func(p *Pipeline) {
			p.Review = func(*form.Form) (*finding.Report, error) { return nil, errors.New("x") }
		}, report.Partial, "damaged", 1},
		{"review hangs", "甲\n", func(p *Pipeline) {
			p.Timeout = 20 * time.Millisecond
			p.Review = func(*form.Form) (*finding.Report, error) { <-hang; return nil, nil }
		}, report.Partial, "timeout", 1},
		{"reader hangs", "甲\n", func(p *Pipeline) {
			p.Timeout = 20 * time.Millisecond
			p.Extract = func(context.Context, string, []byte, document.Limits) (*document.Document, error) {
				<-hang
				return nil, nil
			}
		}, report.Failed, "timeout", 0},
		{"too large", "甲乙", func(p *Pipeline) { p.Limits.Bytes = 5 }, report.Failed, "too-large", 0},
		{"just not too large", "甲乙", func(p *Pipeline) { p.Limits.Bytes = 6 }, report.OK, "", 1},
		{"forms without review", "甲\n", func(p *Pipeline) { p.Review = nil }, report.OK, "", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := fake()
			test.change(p)
			path := filepath.Join(t.TempDir(), "a.txt")
			if err := os.WriteFile(path, []byte(test.content), 0o644); err != nil {
				t.Fatal(err)
			}
			r := p.Check(t.Context(), Input{Path: path})
			if r.Status != test.status || codes(r) != test.codes || len(r.Reports) != test.forms {
				t.Errorf("got %s %q %d forms, want %s %q %d forms", r.Status, codes(r), len(r.Reports), test.status, test.codes, test.forms)
			}
			for _, one := range r.Reports {
				if one == nil || one.Form == nil {
					t.Error("a report without its form")
				}
			}
		})
	}
}

func codes(r *report.Result) string {
	var list []string
	for _, n := range r.Notes {
		list = append(list, string(n.Code))
		if n.Says.ZH == "" || n.Says.EN == "" {
			list = append(list, "without words")
		}
	}
	return strings.Join(list, " ")
}

func reader(doc *document.Document, err error) func(context.Context, string, []byte, document.Limits) (*document.Document, error) {
	return func(context.Context, string, []byte, document.Limits) (*document.Document, error) { return doc, err }
}

func noted(doc *document.Document, code document.Code) *document.Document {
	doc.Notes = []document.Note{{Code: code, Says: document.Message{ZH: "说明", EN: "says"}}}
	return doc
}

func TestCheckReadsStandardInputWithinItsLimit(t *testing.T) {
	p := fake()
	r := p.Check(t.Context(), Input{Path: "-", Stdin: strings.NewReader("甲\n")})
	// printf '甲\n' | sha256sum
	if want := "7589c50dcc90a9be456502ec1ebf077ed6c882f7ebe475a0fd6cb3a07f6b066c"; r.Source.SHA256 != want {
		t.Errorf("sha256 %s, want %s", r.Source.SHA256, want)
	}
	if r.Status != report.OK || r.Source.Path != "-" || r.Source.Format != "text" {
		t.Errorf("got %+v", r)
	}
	p.Limits.Bytes = 3
	if r := p.Check(t.Context(), Input{Path: "-", Stdin: strings.NewReader("甲\n")}); codes(r) != "too-large" {
		t.Errorf("got %q", codes(r))
	}
}
