package report

import (
	"io"

	"fuhe/extract/document"
)

// Writer prints results in the order in which they are handed in. Close prints what stands at the end
// and does not close what is written to.
type Writer interface {
	Write(*Result) error
	Close() error
}

// Options are what a reader of the report may choose.
type Options struct {
	Lang     string    // "en", or Chinese for anything else
	Color    bool      // of text, for terminals
	Many     bool      // several results may come: JSON becomes an array
	Program  string    // the version of the program, for what is signed and kept
	Sections []Section // sheets behind those of a workpaper; read by Close

	Passed int // files of other kinds that were passed over in folders; read by Close
}

// Format is one kind of output.
type Format struct {
	ID        string // as in the public contract: text, json
	Name      document.Message
	Extension string
	Binary    bool // not for terminals
	Whole     bool // wants results with their documents, to show them
	Drawn     bool // draws their pages, and so wants the glyphs too
	New       func(w io.Writer, o *Options) Writer
}

// Formats lists the outputs; the first is the default.
func Formats() []Format {
	return []Format{
		{ID: "text", Name: document.Message{ZH: "文字报告", EN: "text for people"}, Extension: ".txt", New: newText},
		{ID: "json", Name: document.Message{ZH: "JSON（一个文件一个对象，多个文件为数组）", EN: "JSON: an object, or an array for several files"}, Extension: ".json", New: newJSON},
		{ID: "jsonl", Name: document.Message{ZH: "JSON Lines（每个文件一行）", EN: "JSON Lines: one line a file"}, Extension: ".jsonl", New: newLines},
		{ID: "xlsx", Name: document.Message{ZH: "Excel 工作底稿", EN: "Excel workpaper"}, Extension: ".xlsx", Binary: true, Whole: true, New: newWorkbook},
		{ID: "html", Name: document.Message{ZH: "网页（单个文件，可打印）", EN: "web page: one file, printable"}, Extension: ".html", Whole: true, Drawn: true, New: newHTML},
	}
}

// FormatOf finds the output of that name.
func FormatOf(id string) (Format, bool) {
	for _, f := range Formats() {
		if f.ID == id {
			return f, true
		}
	}
	return Format{}, false
}
