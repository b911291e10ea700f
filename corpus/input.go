package corpus

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fuhe/extract/document"
)

// StandardInput is the path that stands for the standard input.
const StandardInput = "-"

// Input is one file to check.
type Input struct {
	Path   string
	Folder string    // the named folder it was found in; empty if the file itself was named
	Stdin  io.Reader // read instead of the path
	data   []byte    // of a member of an archive
	note   *document.Note
	end    bool // no file: all inputs of Folder stand before it
}

// File reports whether the input is a file, or a path that could be one, and not the end of a folder.
func (in Input) File() bool { return !in.end }

// Gather lists the files that the paths name: a file is itself, a folder is every file below it in
// natural order, hidden ones left out, and "-" is stdin. A path that cannot be opened becomes an input
// whose result says so.
func Gather(paths []string, stdin io.Reader) []Input {
	var inputs []Input
	for _, path := range paths {
		switch info, err := os.Stat(path); {
		case path == StandardInput:
			inputs = append(inputs, Input{Path: path, Stdin: stdin})
		case err != nil:
			inputs = append(inputs, Input{Path: path, note: unopened(err)})
		case info.IsDir():
			inputs = append(inputs, below(path, path)...)
			inputs = append(inputs, Input{Path: path, Folder: path, end: true})
		default:
			inputs = append(inputs, Input{Path: path})
		}
	}
	return inputs
}

// Files counts the inputs that are files.
func Files(inputs []Input) int {
	n := 0
	for _, in := range inputs {
		if !in.end {
			n++
		}
	}
	return n
}

// below lists the files under the folder. Links to folders are not followed, for they may lead round.
func below(folder, named string) []Input {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return []Input{{Path: folder, Folder: named, note: unopened(err)}}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return natural(a.Name(), b.Name()) })
	var inputs []Input
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		switch {
		case hidden(e.Name()):
		case e.IsDir():
			inputs = append(inputs, below(path, named)...)
		case regular(path):
			inputs = append(inputs, Input{Path: path, Folder: named})
		}
	}
	return inputs
}

// hidden tells names that offices and systems leave beside documents: .git, ~$报告.docx.
func hidden(name string) bool { return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") }

// regular leaves out pipes and devices, which might never end, and links that lead nowhere.
func regular(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
