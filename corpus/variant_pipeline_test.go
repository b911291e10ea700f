package corpus_test

import (
	"context"
	"os"
	"sync"
	"testing"

	"fuhe/extract"
	"fuhe/extract/document"
	"fuhe/normalize"
	"fuhe/normalize/form"
	"fuhe/score"
	"fuhe/score/finding"
	"fuhe/score/rulebook"
)

// reviewed is what the stages made of one report.
type reviewed struct {
	forms    []*form.Form
	findings []finding.Finding
}

func reviewFile(t testing.TB, path string) reviewed {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return review(t, path, data)
}

// shelf is loaded once: hundreds of reports are reviewed with it.
var shelf = sync.OnceValues(rulebook.Load)

// review runs the three stages, one behind the other.
func review(t testing.TB, name string, data []byte) (got reviewed) {
	t.Helper()
	doc, err := extract.Read(context.Background(), name, data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	shelf, err := shelf()
	if err != nil {
		t.Fatal(err)
	}
	got.forms = normalize.Forms(doc)
	for _, f := range got.forms {
		report, err := score.Review(f, shelf, score.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got.findings = append(got.findings, report.Findings...)
	}
	return got
}
