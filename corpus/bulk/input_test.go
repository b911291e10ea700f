package bulk_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"fuhe/corpus/bulk"
	"fuhe/corpus/store"
)

// archive packs the members, given as name and content in turn.
func archive(t testing.TB, members ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		f, err := w.Create(members[i])
		if err == nil {
			_, err = f.Write([]byte(members[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gbk(t *testing.T, text string) string {
	t.Helper()
	s, err := simplifiedchinese.GBK.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func utf16le(t *testing.T, text string) string {
	t.Helper()
	s, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestManifests names the files by a list, in each way lists are written.
func TestManifests(t *testing.T) {
	report := sampleText(t)
	for name, list := range map[string]string{
		"utf-8":         "path,region,year,unit\na.txt,云岭县,2023,卫健局\nb.txt,,,\n",
		"mark, Chinese": "\ufeff路径,地区,年度,单位\r\na.txt,云岭县,2023年,卫健局\r\nb.txt\r\n",
		"UTF-16":        utf16le(t, "path,region,year,unit\r\na.txt,云岭县,2023,卫健局\r\nb.txt,,,\r\n"),
		"GBK":           gbk(t, "文件,地区,年份,单位名称\na.txt,云岭县,2023,卫健局\nb.txt,,,\n"),
	} {
		t.Run(name, func(t *testing.T) { holdManifest(t, report, "list.csv", list) })
	}
	holdManifest(t, report, "list.jsonl", `{"path":"a.txt","region":"云岭县","year":2023,"unit":"卫健局"}`+"\n\n"+`{"path":"b.txt"}`)
}

func holdManifest(t *testing.T, report, name, list string) {
	in := write(t, map[string]string{"a.txt": report, "b.txt": report + "\n甲", "unlisted.txt": report, name: list})
	out := t.TempDir()
	o := options(out, filepath.Join(in, name))
	o.Worker = nil
	run(t, o)
	s, err := store.Open(t.Context(), out)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var got []string
	for r, err := range s.Results(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprint(r.Source.Name, r.Source.Given))
	}
	if diff := cmp.Diff([]string{"a.txt{云岭县 2023 卫健局}", "b.txt{ 0 }"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestManifestErrorsNameTheLine(t *testing.T) {
	in := write(t, map[string]string{"list.csv": "path,year\na.txt,2023\nb.txt,去年\n", "list.jsonl": "{\"path\":\"a\"}\n{\"year\":3}\n"})
	for name, line := range map[string]int{"list.csv": 3, "list.jsonl": 2} {
		var e *bulk.ManifestError
		err := bulk.Run(t.Context(), options(t.TempDir(), filepath.Join(in, name)))
		if !errors.As(err, &e) || e.Line != line {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestPathsOfEveryKind meets patterns, names in GBK, missing and unreadable files, an archive that unpacks
// without end and the run's own folder.
func TestPathsOfEveryKind(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("names are Unicode there")
	}
	report := sampleText(t)
	in := write(t, map[string]string{
		"2023/一/a.txt": report, "2023/b.txt": report + "\n甲", "2023/c.md": report + "\n乙", "[1].txt": report + "\n丙",
		"bomb.zip": archive(t, "0.txt", strings.Repeat("0", 300<<20)),
	})
	if err := os.WriteFile(filepath.Join(in, gbk(t, "自评.txt")), []byte(report+"\n丁"), 0o666); err != nil {
		t.Skip("the file system takes no such name:", err)
	}
	out := filepath.Join(in, "out")
	o := options(out, filepath.Join(in, "2023", "**", "*.txt"), filepath.Join(in, "[1].txt"), filepath.Join(in, "none.pdf"), in)
	run(t, o)
	want := []string{
		"2023/b.txt ok 1", "2023/一/a.txt ok 1", "[1].txt ok 1", "none.pdf failed 0 unreadable",
		"2023/c.md ok 1", "bomb.zip failed 0 too-large", "自评.txt ok 1",
	}
	if diff := cmp.Diff(want, told(t, in, out)); diff != "" {
		t.Error(diff)
	}
	run(t, o)
	if diff := cmp.Diff(want, told(t, in, out)); diff != "" {
		t.Error("again:", diff)
	}
}

func TestTenThousandFilesInAFolder(t *testing.T) {
	files := map[string]string{}
	for i := range 10_000 {
		files[fmt.Sprint(i, ".txt")] = fmt.Sprint("第", i, "号")
	}
	in, out := write(t, files), t.TempDir()
	o := options(out, in)
	o.Worker = nil
	n := 0
	o.Tell = func(bulk.Event) { n++ }
	run(t, o)
	if n != len(files) {
		t.Errorf("%d files", n)
	}
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(write(t, map[string]string{"a": "x"}), "a")
	if err := bulk.Run(t.Context(), options(filepath.Join(file, "out"), file)); err == nil {
		t.Error("a folder below a file")
	}
}
