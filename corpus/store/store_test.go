package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/corpus"
	"fuhe/corpus/store"
	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/report"
	"fuhe/score/finding"
)

const sample = "../../testdata/tabbed/eight.txt"

// reviewed is a result with everything a result can hold.
func reviewed(t *testing.T, path string) *report.Result {
	t.Helper()
	for o := range corpus.Checking("").Each(t.Context(), corpus.Gather([]string{path}, nil), 1) {
		return o.Result
	}
	t.Fatal("no result")
	return nil
}

func create(t *testing.T, dir string) *store.Store {
	t.Helper()
	s, err := store.Create(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// TestDecodeGivesBackWhatWasPacked holds the packed result to what its readers print of it.
func TestDecodeGivesBackWhatWasPacked(t *testing.T) {
	for _, path := range []string{sample, "../../testdata/project/clinic.pdf", "../../testdata/formats/clinic.xlsx"} {
		r := reviewed(t, path)
		body, err := store.Encode(r)
		if err != nil {
			t.Fatal(err)
		}
		got, err := store.Decode(body)
		if err != nil {
			t.Fatal(err)
		}
		if again, _ := store.Encode(got); !bytes.Equal(body, again) {
			t.Errorf("%s: packed once more it makes other bytes", path)
		}
		for _, f := range report.Formats() {
			if want, got := printed(t, f, r), printed(t, f, got); !f.Binary && want != got {
				t.Errorf("%s as %s: %s", path, f.ID, cmp.Diff(want, got))
			}
		}
		if again, _ := store.Encode(reviewed(t, path)); !bytes.Equal(body, again) {
			t.Errorf("%s: the same result makes other bytes", path)
		}
	}
}

func printed(t *testing.T, f report.Format, r *report.Result) string {
	t.Helper()
	var out bytes.Buffer
	w := f.New(&out, &report.Options{})
	if err := errors.Join(w.Write(r), w.Close()); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestDecodeRefusesWhatIsBroken breaks a packed result off at each length, and changes each of its bytes: what is
// broken is an error, and nothing makes the program fall over.
func TestDecodeRefusesWhatIsBroken(t *testing.T) {
	body, err := store.Encode(&report.Result{Source: report.Source{Name: "甲.pdf", Copies: []string{"乙", "丙"}}, Reports: []*finding.Report{
		{Form: &form.Form{Unit: "某单位", Year: 2023}, Findings: []finding.Finding{{Code: "A-1", Place: document.Place{Box: &document.Box{X1: 1.5}}}}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for n := range body {
		if r, err := store.Decode(body[:n]); err == nil {
			t.Errorf("of %d bytes the first %d give %v", len(body), n, r)
		}
		for bit := range 8 {
			other := bytes.Clone(body)
			other[n] ^= 1 << bit
			store.Decode(other)
		}
	}
}

func TestDecodeRefusesTheResultOfAnotherVersion(t *testing.T) {
	body, err := store.Encode(&report.Result{})
	if err != nil {
		t.Fatal(err)
	}
	body[0]++
	if _, err := store.Decode(body); !errors.Is(err, store.ErrVersion) {
		t.Error(err)
	}
}

// keep writes the sample's result under the unit.
func keep(t *testing.T, s *store.Store, unit string) {
	t.Helper()
	o, err := store.Pack("", reviewed(t, sample))
	if err != nil {
		t.Fatal(err)
	}
	err = s.Write(t.Context(), func(tx *store.Tx) error {
		return tx.Keep(t.Context(), store.File{Unit: unit, Settings: "s"}, []store.Outcome{o})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func plan(t *testing.T, s *store.Store, files []store.File, units ...string) {
	t.Helper()
	for i := range files {
		files[i].Place = int64(i + 1)
		files[i].Settings = "s"
	}
	if err := s.Plan(t.Context(), files); err != nil {
		t.Fatal(err)
	}
	for i, unit := range units {
		files[i].Unit = unit
		err := s.Write(t.Context(), func(tx *store.Tx) error { return tx.Name(t.Context(), files[i]) })
		if err != nil {
			t.Fatal(err)
		}
	}
}

func paths(t *testing.T, s *store.Store) (all []string) {
	t.Helper()
	for r, err := range s.Results(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, fmt.Sprintf("%s%v%d", r.Source.Path, r.Source.Copies, len(r.Reports)))
	}
	return all
}

func TestResultsComeInTheOrderOfTheFiles(t *testing.T) {
	s := create(t, t.TempDir())
	plan(t, s, []store.File{{Path: "b.txt"}, {Path: "a.txt"}, {Path: "c.txt"}, {Path: "never read"}}, "2", "1", "2")
	keep(t, s, "1")
	keep(t, s, "2")
	want := []string{"b.txt[c.txt]1", "a.txt[]1"}
	if diff := cmp.Diff(want, paths(t, s)); diff != "" {
		t.Error(diff)
	}
	tally, err := s.Tally(t.Context())
	if err != nil || tally.Files != 4 || tally.Done != 3 || tally.Copies != 1 || tally.Results != 2 || tally.Forms != 2 {
		t.Errorf("%+v, %v", tally, err)
	}
}

func TestPlanKeepsTheHashOfAnUnchangedFile(t *testing.T) {
	s := create(t, t.TempDir())
	plan(t, s, []store.File{{Path: "a", Size: 1, Modified: 5}, {Path: "b", Size: 2, Modified: 5}}, "A", "B")
	files := []store.File{{Path: "b", Size: 2, Modified: 6}, {Path: "a", Size: 1, Modified: 5}}
	plan(t, s, files)
	if files[0].Unit != "" || files[1].Unit != "A" {
		t.Errorf("%+v", files)
	}
}

// TestSealedBytesDoNotTellTheWay writes the same run in two orders, one of them broken off.
func TestSealedBytesDoNotTellTheWay(t *testing.T) {
	files := func() []store.File { return []store.File{{Path: "a"}, {Path: "b"}, {Path: "c"}} }
	straight := t.TempDir()
	s := create(t, straight)
	plan(t, s, files(), "A", "B", "C")
	for _, unit := range []string{"A", "B", "C"} {
		keep(t, s, unit)
	}
	seal(t, s)

	broken := t.TempDir()
	s = create(t, broken)
	plan(t, s, files(), "A", "B", "C")
	keep(t, s, "C")
	keep(t, s, "left over")
	s.Close()
	s = create(t, broken)
	plan(t, s, files(), "A", "B", "C")
	keep(t, s, "B")
	keep(t, s, "A")
	seal(t, s)
	if !bytes.Equal(content(t, straight), content(t, broken)) {
		t.Error("the databases differ")
	}
	s = create(t, broken)
	plan(t, s, files(), "A", "B", "C")
	seal(t, s)
	if !bytes.Equal(content(t, straight), content(t, broken)) {
		t.Error("a run without news changed the database")
	}
}

func seal(t *testing.T, s *store.Store) {
	t.Helper()
	if err := s.Seal(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func content(t *testing.T, dir string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, store.Name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestOpenWithoutDatabase(t *testing.T) {
	if _, err := store.Open(t.Context(), t.TempDir()); !store.Missing(err) {
		t.Error(err)
	}
}

func TestOddFolderNames(t *testing.T) {
	for _, name := range []string{"绩效 100%", "a?b#c&d=e", "a%20b"} {
		dir := filepath.Join(t.TempDir(), name)
		create(t, dir).Close()
		if _, err := os.Stat(filepath.Join(dir, store.Name)); err != nil {
			t.Error(err)
		}
	}
}
