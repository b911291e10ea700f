// Package sample writes small PDFs for the tests of the PDF reader. Objects come in as they stand in a
// file; bytes go out. It writes what it is told, right or wrong, and is imported by tests only.
package sample

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// File writes a PDF with a cross-reference table. The objects are numbered from 1; the first is the
// catalogue.
func File(objects ...string) []byte {
	return FileWith("", objects...)
}

// FileWith writes a PDF whose trailer has more entries, as /Encrypt 5 0 R.
func FileWith(trailer string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, start)
	return b.Bytes()
}

// Stream writes a stream object with its right length.
func Stream(dict, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
}

// Flate packs data as FlateDecode wants them.
func Flate(data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(data))
	_ = w.Close()
	return b.String()
}

// Objects are catalogue, page tree, one page of 200 by 100 points with the entries, and its contents;
// further objects follow from number 5.
func Objects(contents, entries string, more ...string) []string {
	return append([]string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R " + entries + " >>",
		Stream("", contents),
	}, more...)
}

// Latin is the resources entry of a page with the font F in WinAnsi, all characters half an em wide.
var Latin = "/Resources << /Font << /F << /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding " +
	"/FirstChar 0 /LastChar 255 /Widths [" + strings.Repeat("500 ", 256) + "] " +
	"/FontDescriptor << /Type /FontDescriptor /Ascent 800 /Descent -200 >> >> >> >>"

// Page is a PDF of one page with Latin resources.
func Page(contents string) []byte { return File(Objects(contents, Latin)...) }

// Composite is the resources entry of a page with the composite font C, whose dictionary is object 5
// and whose descendant is object 6.
const Composite = "/Resources << /Font << /C 5 0 R >> >>"
