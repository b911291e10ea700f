package corpus_test

import (
	"archive/zip"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/corpus"
)

// pack writes a zip archive of the files, by name.
func pack(t *testing.T, files map[string]string, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(files[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestArchiveIsCheckedLikeAFolder checks the files of an archive: each report has a result of its own,
// what is no report is passed over, and an archive without reports says so.
func TestArchiveIsCheckedLikeAFolder(t *testing.T) {
	report, err := os.ReadFile("../testdata/project/clinic.txt")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"a/报告.txt": string(report), "图.png": "\x89PNG\r\n\x1a\n", "空.txt": ""}
	dir := t.TempDir()
	full, none := filepath.Join(dir, "full.zip"), filepath.Join(dir, "none.zip")
	for path, data := range map[string][]byte{
		full: pack(t, files, "a/报告.txt", "图.png", "空.txt"),
		none: pack(t, files, "图.png"),
	} {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p := corpus.Checking("")
	var got []string
	for o := range p.Each(context.Background(), corpus.Gather([]string{full, none}, nil), 2) {
		if o.PassedOver {
			got = append(got, filepath.Base(o.Input.Path)+" passed over")
			continue
		}
		name, err := filepath.Rel(dir, o.Input.Path)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, filepath.ToSlash(name)+" "+string(o.Result.Status))
	}
	want := []string{"full.zip!/a/报告.txt ok", "图.png passed over", "full.zip!/空.txt failed", "图.png passed over", "none.zip failed"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestFolderOfAnArchiveHoldsReports checks a folder whose only reports stand in an archive.
func TestFolderOfAnArchiveHoldsReports(t *testing.T) {
	report, err := os.ReadFile("../testdata/project/clinic.txt")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	data := pack(t, map[string]string{"报告.txt": string(report)}, "报告.txt")
	if err := os.WriteFile(filepath.Join(dir, "full.zip"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	for o := range corpus.Checking("").Each(t.Context(), corpus.Gather([]string{dir}, nil), 1) {
		if len(o.Result.Reports) != 1 {
			t.Errorf("%s: %v", o.Input.Path, o.Result.Notes)
		}
	}
}

// TestRARIsCheckedLikeZip checks a report in the other kind of archive that offices send.
func TestRARIsCheckedLikeZip(t *testing.T) {
	p := corpus.Checking("")
	var got []string
	for o := range p.Each(t.Context(), corpus.Gather([]string{"../testdata/formats/clinic.rar"}, nil), 1) {
		got = append(got, filepath.ToSlash(o.Input.Path)+" "+string(o.Result.Status))
	}
	if diff := cmp.Diff([]string{"../testdata/formats/clinic.rar!/报送/卫健局.txt ok"}, got); diff != "" {
		t.Error(diff)
	}
}
