package score

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fuhe/extract"
	"fuhe/extract/document"
	"fuhe/normalize"
	"fuhe/normalize/form"
)

// benched is a form to time reviews of.
type benched struct {
	name string
	form *form.Form
}

// benchForms reads the text samples that hold one form.
func benchForms(b *testing.B) []benched {
	b.Helper()
	paths, _ := filepath.Glob("../testdata/*/*.txt")
	seeds, _ := filepath.Glob("../../shared/seeds/*.txt")
	var all []benched
	for _, path := range append(paths, seeds...) {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		doc, err := extract.Read(context.Background(), filepath.Base(path), data, document.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		if forms := normalize.Forms(doc); len(forms) == 1 {
			all = append(all, benched{filepath.Base(path), forms[0]})
		}
	}
	return all
}

// BenchmarkReview judges one form as a run does: the book chosen, points recomputed, every check.
func BenchmarkReview(b *testing.B) {
	shelf := load(b)
	for _, f := range benchForms(b) {
		b.Run(f.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Review(f.form, shelf, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkReviewOfLongText judges one form whose narrative is 1, 10 and 100 times as long: the time for
// each paragraph stays the same where no check compares everything with everything.
func BenchmarkReviewOfLongText(b *testing.B) {
	shelf := load(b)
	for _, f := range benchForms(b) {
		if f.form.Text == nil || !strings.Contains(f.name, "003") && !strings.Contains(f.name, "parks") {
			continue
		}
		for _, times := range []int{1, 10, 100} {
			long := repeated(f.form, times)
			b.Run(f.name+"/x"+strconv.Itoa(times), func(b *testing.B) {
				for b.Loop() {
					if _, err := Review(long, shelf, Options{}); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(long.Text)), "µs/paragraph")
			})
		}
	}
}

// repeated is the form with its narrative so many times over; each time the figures and a few letters are
// others, for a text that repeats itself letter by letter is a finding of its own.
func repeated(f *form.Form, times int) *form.Form {
	long := *f
	long.Text = nil
	for k := range times {
		for i, p := range f.Text {
			if k > 0 && p.Level == 0 {
				p.Text = strings.ReplaceAll(p.Text, "1", strconv.Itoa(k%9+1)) + "（" + strconv.Itoa(k) + "-" + strconv.Itoa(i) + "）"
			}
			long.Text = append(long.Text, p)
		}
	}
	return &long
}
