package paper

import (
	"io"
	"math/rand/v2"
)

// Format is one way of writing a paper down.
type Format struct {
	Name string // unlike all others: "text-tabs", "docx"
	Ext  string // of a file's name, with the dot
	// Write writes the paper. It fails when a table's rows do not fit its columns, or w fails.
	Write func(w io.Writer, p Paper, r *rand.Rand) error
}

// Formats lists every way of writing a paper down.
func Formats() []Format {
	return []Format{
		{"text-tabs", ".txt", copied(tabs)},
		{"text-pipes", ".txt", copied(pipes)},
		{"text-pipe-lines", ".txt", copied(pipeLines)},
		{"text-lines", ".txt", copied(cellLines)},
		{"text-row", ".txt", copied(blanks)},
		{"text-run", ".txt", copied(glued)},
		{"text-raw", ".txt", printed(inOrder)},
		{"text-layout", ".txt", printed(inPlaces)},
		{"html", ".html", writeHTML},
		{"docx", ".docx", writeDOCX},
		{"xlsx", ".xlsx", writeXLSX},
		{"pdf", ".pdf", writePDF},
	}
}
