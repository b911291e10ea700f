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

// Book is a report of so many pages, each with a ruled table of 30 rows and 6 columns and about a
// thousand characters, packed as office programs pack it.
func Book(pages int) []byte {
	const first = 4 // object of the first page; object 3 is the font
	_, font, _ := strings.Cut(Latin, "/F ")
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "", strings.TrimSuffix(font, " >> >>")}
	var kids strings.Builder
	for i := range pages {
		n := first + 2*i
		fmt.Fprintf(&kids, "%d 0 R ", n)
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>", n+1),
			Stream("/Filter /FlateDecode", Flate(bookPage(i))))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Count %d", pages) + " /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Kids [" + kids.String() + "] >>"
	return File(objects...)
}

// bookPage draws one page of a Book: rules between all cells, and a text clipped to each.
func bookPage(number int) string {
	const rows, columns, left, top, width, height = 30, 6, 57, 780, 80, 24
	var b strings.Builder
	fmt.Fprintf(&b, "BT /F 14 Tf 200 800 Td (Report, page %d) Tj ET\n0.5 w\n", number+1)
	for row := range rows + 1 {
		fmt.Fprintf(&b, "%d %d m %d %d l S\n", left, top-row*height, left+columns*width, top-row*height)
	}
	for column := range columns + 1 {
		fmt.Fprintf(&b, "%d %d m %d %d l S\n", left+column*width, top, left+column*width, top-rows*height)
	}
	for cell := range rows * columns {
		x, y := left+cell%columns*width, top-(cell/columns+1)*height
		fmt.Fprintf(&b, "q %d %d %d %d re W n BT /F 10 Tf 1 0 0 1 %d %d Tm [(%d.%02d) 5 (%%)] TJ ET Q\n",
			x, y, width, height, x+3, y+6, number%90+10, cell%100)
	}
	return b.String()
}
