package score

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"fuhe/extract"
	"fuhe/extract/document"
	"fuhe/normalize"
	"fuhe/score/rulebook"
)

func TestZZTry(t *testing.T) {
	paths := []string{os.Getenv("TRY")}
	if paths[0] == "" {
		paths, _ = filepath.Glob("../../shared/seeds/*.txt")
	}
	shelf, err := rulebook.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paths {
		data, _ := os.ReadFile(p)
		doc, err := extract.Read(context.Background(), p, data, document.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range normalize.Forms(doc) {
			r, err := Review(f, shelf, Options{})
			if err != nil {
				t.Fatal(err)
			}
			fmt.Println("==", filepath.Base(p), f.Kind, f.Unit, f.Year, f.Layout, r.Rulebook, r.Chosen.ZH, "due", r.Due.Total)
			for _, x := range r.Findings {
				fmt.Printf("%s %s [%s] %q→%q %s | %s | %+v\n", x.Code, x.Level, x.Subject, x.Printed, x.Due, x.Says.ZH, x.Working, x.Place)
			}
			for _, s := range r.Skipped {
				fmt.Println("  skip", s.Code, s.Why.ZH)
			}
		}
	}
}
