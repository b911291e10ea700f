// Command src makes the table test set anew: each NAME.page beside it is drawn by hand, each
// NAME.chromium.html and NAME.office.html is printed by that program and each NAME.sheet by a spreadsheet; NAME.pdf and NAME.grid.tsv come
// out, in the folder above. The grid is told by the source, never by a reader of PDFs.
//
//	go run ./testdata/tables/src [NAME…]
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	folder := filepath.Join("testdata", "tables", "src")
	sources, _ := filepath.Glob(filepath.Join(folder, "*.*"))
	for _, source := range sources {
		name, kind, _ := strings.Cut(filepath.Base(source), ".")
		if kind == "go" || kind == "css" || len(os.Args) > 1 && !slices.Contains(os.Args[1:], name) {
			continue
		}
		if err := write(source, filepath.Join(folder, "..", name), kind); err != nil {
			fmt.Fprintln(os.Stderr, source+":", err)
			os.Exit(1)
		}
	}
}

// write makes the PDF and the grid of one source.
func write(source, target, kind string) error {
	text, err := os.ReadFile(source)
	if err != nil {
		return err
	}
	var grids []grid
	switch kind {
	case "page":
		var pdf []byte
		if pdf, grids, err = drawn(string(text)); err == nil {
			err = os.WriteFile(target+".pdf", pdf, 0o644)
		}
	case "chromium.html":
		if grids, err = gridsOf(text); err == nil {
			err = byChromium(source, target+".pdf")
		}
	case "office.html":
		if grids, err = gridsOf(text); err == nil {
			err = byOffice(source, target+".pdf")
		}
	case "sheet":
		grids, err = byCalc(string(text), target+".pdf")
	default:
		err = fmt.Errorf("what is %s?", kind)
	}
	if err != nil {
		return err
	}
	return os.WriteFile(target+".grid.tsv", []byte(joined(grids)), 0o644)
}

// joined writes grids with a blank line between them.
func joined(grids []grid) string {
	texts := make([]string, len(grids))
	for i, g := range grids {
		texts[i] = g.String()
	}
	return strings.Join(texts, "\n")
}
