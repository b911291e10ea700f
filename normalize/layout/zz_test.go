package layout

import (
	"fmt"
	"os"
	"testing"

	"fuhe/extract/document"
	"fuhe/extract/plain"
	"fuhe/extract/table"
	"fuhe/normalize/lexicon"
)

func TestZZ(t *testing.T) {
	data, err := os.ReadFile(os.Getenv("LAIDFILE"))
	if err != nil {
		t.Skip()
	}
	lines, _ := plain.Lines(data)
	doc := &document.Document{Format: "text", Blocks: table.Tabbed(lines)}
	w := newWalker(doc, lexicon.Load())
	for i := range w.lines {
		if n := w.lines[i].Place.Line; n < 1 {
			continue
		}
		for _, wide := range []bool{false, true} {
			l := &laid{w: w, lines: w.lines, wide: wide, rulers: map[int]ruled{}}
			h, ok := l.head(i)
			if ok {
				fmt.Println(w.lines[i].Place.Line, wide, "head", h.next, h.header.kind, h.roles)
				for _, c := range h.cells {
					fmt.Print(c, " ")
				}
				fmt.Println()
				l = &laid{w: w, lines: w.lines, wide: wide, rulers: map[int]ruled{}}
				r := l.region(i)
				fmt.Println("region", r, l.parts)
				if r {
					fmt.Println("columns", l.columns(), l.parts[0].edges)
				}
			}
		}
	}
}
