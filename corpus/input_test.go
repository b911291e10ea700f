package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree writes files with the content of their own names and returns their folder.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range names {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestGatherWalksFolders(t *testing.T) {
	root := tree(t, "b/2.txt", "b/10.txt", "a.pdf", ".git/config", "~$a.docx", "b/.x/y", "c/d/e.xlsx")
	for link, target := range map[string]string{"loop": root, "gone": "nowhere", "again.pdf": filepath.Join(root, "a.pdf")} {
		if err := os.Symlink(target, filepath.Join(root, link)); err != nil {
			t.Skip(err)
		}
	}
	var got []string
	for _, in := range Gather([]string{root}, nil) {
		if in.end {
			got = append(got, "end")
			continue
		}
		rel, _ := filepath.Rel(root, in.Path)
		got = append(got, filepath.ToSlash(rel))
	}
	want := []string{"a.pdf", "again.pdf", "b/2.txt", "b/10.txt", "c/d/e.xlsx", "end"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestGatherTakesNamedPathsAsTheyAre(t *testing.T) {
	root := tree(t, ".hidden")
	stdin := strings.NewReader("x")
	got := Gather([]string{filepath.Join(root, ".hidden"), "-", filepath.Join(root, "gone")}, stdin)
	if len(got) != 3 || Files(got) != 3 {
		t.Fatalf("got %d inputs", len(got))
	}
	if got[0].Folder != "" || got[0].note != nil || got[1].Stdin == nil || got[2].note == nil || got[2].note.Code != "unreadable" {
		t.Errorf("got %+v", got)
	}
}
