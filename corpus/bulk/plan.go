package bulk

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"fuhe/corpus"
	"fuhe/corpus/store"
	"fuhe/corpus/truth"
	"fuhe/report"
)

// Shard is one part of a run that several machines share: the files whose paths fall to Part of Parts.
// The zero Shard is the whole.
type Shard struct{ Part, Parts int }

// holds reports whether the file falls to the part. It hangs on the path alone, not on what else there is.
func (s Shard) holds(path string) bool {
	if s.Parts <= 1 {
		return true
	}
	h := fnv.New32a()
	io.WriteString(h, filepath.ToSlash(path)) // a hash takes all
	return int(h.Sum32()%uint32(s.Parts)) == s.Part-1
}

// list is every file that the paths name, in order and once: files, folders to the bottom, patterns such as
// 2023/**/*.pdf where the shell left them, and manifests. What stands in the run's own folder is left
// out, and so are known answers that stand beside reports in a folder.
func list(o Options) ([]store.File, error) {
	own := absolute(o.Dir) + string(filepath.Separator)
	var files []store.File
	seen := map[string]bool{}
	add := func(path, folder string, given report.Given) {
		if seen[path] || !o.Shard.holds(path) || strings.HasPrefix(absolute(path), own) {
			return
		}
		seen[path] = true
		f := store.File{Place: int64(len(files) + 1), Path: path, Folder: folder, Given: given, Settings: under(o.Settings, given)}
		if info, err := os.Stat(path); err == nil {
			f.Size, f.Modified = info.Size(), info.ModTime().UnixNano()
		}
		files = append(files, f)
	}
	for _, path := range o.Paths {
		lines, ok, err := manifest(path)
		if err != nil {
			return nil, err
		}
		if ok {
			for _, l := range lines {
				gather([]string{l.Path}, func(p, folder string) { add(p, folder, l.Given) })
			}
			continue
		}
		gather(matches(path), func(p, folder string) { add(p, folder, report.Given{}) })
	}
	return files, nil
}

// absolute is the path from the root, as far as it can be told.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

func gather(paths []string, add func(path, folder string)) {
	for _, in := range corpus.Gather(paths, nil) {
		if in.File() && !(in.Folder != "" && truth.Named(in.Path)) {
			add(in.Path, in.Folder)
		}
	}
}

// matches are the files that a pattern names, or the path itself when it is none.
func matches(path string) []string {
	if !strings.ContainsAny(path, "*?[{") {
		return []string{path}
	}
	if _, err := os.Lstat(path); err == nil {
		return []string{path} // a file whose name looks like a pattern
	}
	found, err := doublestar.FilepathGlob(path, doublestar.WithFilesOnly())
	if err != nil || len(found) == 0 {
		return []string{path} // its result will say that there is none
	}
	slices.Sort(found)
	return found
}

// under are the settings of one file: what is given of it may choose the rules.
func under(settings string, given report.Given) string {
	if given == (report.Given{}) {
		return settings
	}
	text, err := json.Marshal(given)
	if err != nil {
		return settings // strings and a number always encode
	}
	return settings + " given=" + string(text)
}

// unitOf is the hash of the file's bytes, or a name of its own for a file that cannot be read or is larger
// than the limit.
func unitOf(path string, limit int64) string {
	unread := "path:" + path
	file, err := os.Open(path)
	if err != nil {
		return unread
	}
	defer file.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, io.LimitReader(file, limit+1))
	if err != nil || n > limit {
		return unread
	}
	return hex.EncodeToString(sum.Sum(nil))
}
