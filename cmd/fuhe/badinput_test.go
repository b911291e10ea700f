package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"fuhe/extract/pdf/sample"
)

// binaries writes files that a script cannot hold - pictures, old Office documents, PDFs with trouble -
// and names the folder of the sample reports.
func binaries(env *testscript.Env) error {
	samples, all := filepath.Abs(filepath.Join("..", "..", "testdata"))
	env.Setenv("SAMPLES", samples)
	report, err := os.ReadFile(filepath.Join(samples, "project", "clinic.pdf"))
	all = errors.Join(all, err)
	junk := strings.Repeat("\x00\x9c\x03\xff\x81", 400)
	for name, content := range map[string]string{
		"scan.png":   "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
		"old.doc":    "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00",
		"junk.bin":   "\x00\x01\x02\xff\xfe\xfd\x00\x80\x81" + junk,
		"junk.pdf":   "%PDF-1.7\n" + junk,
		"scan.pdf":   scanned(),
		"locked.pdf": locked(),
		"half.pdf":   string(report[:2000]),
	} {
		all = errors.Join(all, os.WriteFile(filepath.Join(env.WorkDir, name), []byte(content), 0o644))
	}
	return all
}

// scanned is a PDF of one page that shows a picture and no text.
func scanned() string {
	picture := sample.Stream("/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8", "\x00\xff\xff\x00")
	return string(sample.File(sample.Objects("q 200 0 0 100 0 0 cm /I Do Q", "/Resources << /XObject << /I 5 0 R >> >>", picture)...))
}

// locked is a PDF whose password is not the empty one: its keys are those of no password that is known.
func locked() string {
	lock := "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <" + strings.Repeat("4b", 32) + "> /U <" + strings.Repeat("5c", 32) + "> >>"
	return string(sample.FileWith("/Encrypt 5 0 R /ID [<01> <01>]", sample.Objects("q Q", "", lock)...))
}

// copies writes so many copies of a file into a folder: copies N FILE FOLDER.
func copies(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: copies N FILE FOLDER")
	}
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	content := []byte(ts.ReadFile(args[1]))
	folder := ts.MkAbs(args[2])
	ts.Check(os.MkdirAll(folder, 0o755))
	for i := range n {
		ts.Check(os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d%s", i+1, filepath.Ext(args[1]))), content, 0o644))
	}
}
