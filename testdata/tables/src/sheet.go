package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A .sheet source is a spreadsheet that is printed as it stands, on as many pages as that takes: its first line
// holds the widths of the columns, in characters, and how the pages follow one another, down or over; then come
// the rows, a height in points before the cells.

// byCalc lets LibreOffice Calc print the sheet and returns its grid.
func byCalc(text, pdf string) ([]grid, error) {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	head := strings.Fields(lines[0])
	var g grid
	var heights []float64
	for _, l := range lines[1:] {
		height, cells, _ := strings.Cut(l, "\t")
		h, err := strconv.ParseFloat(height, 64)
		if err != nil {
			return nil, err
		}
		heights = append(heights, h)
		g = append(g, strings.Split(cells, "\t"))
	}
	widths, err := floats(strings.Split(head[0], ","))
	if err != nil {
		return nil, err
	}
	f, err := workbook(g, widths, heights, head[1] == "over")
	if err != nil {
		return nil, err
	}
	return []grid{g}, print(f, pdf)
}

func workbook(g grid, widths, heights []float64, over bool) (*excelize.File, error) {
	f := excelize.NewFile()
	w := writer{f: f}
	for c, width := range widths {
		name, _ := excelize.ColumnNumberToName(c + 1)
		w.do(f.SetColWidth(sheet, name, name, width))
	}
	var side []excelize.Border
	for _, s := range []string{"left", "right", "top", "bottom"} {
		side = append(side, excelize.Border{Type: s, Style: 1, Color: "000000"})
	}
	look, err := f.NewStyle(&excelize.Style{Border: side, Font: &excelize.Font{Family: "WenQuanYi Micro Hei", Size: 10},
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}})
	w.do(err)
	for r := range g {
		w.do(f.SetRowHeight(sheet, r+1, heights[r]))
		for c := range g[r] {
			w.cell(g, r, c, look)
		}
	}
	if over {
		order := "overThenDown"
		w.do(f.SetPageLayout(sheet, &excelize.PageLayoutOptions{PageOrder: &order}))
	}
	return f, w.err
}

const sheet = "Sheet1"

// writer writes cells until something goes wrong.
type writer struct {
	f   *excelize.File
	err error
}

func (w *writer) do(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) cell(g grid, r, c, look int) {
	at := func(r, c int) string {
		name, _ := excelize.CoordinatesToCellName(c+1, r+1)
		return name
	}
	w.do(w.f.SetCellStyle(sheet, at(r, c), at(r, c), look))
	if !g.begins(r, c) {
		return
	}
	w.do(w.f.SetCellStr(sheet, at(r, c), g[r][c]))
	if rows, cols := g.span(r, c); rows*cols > 1 {
		w.do(w.f.MergeCell(sheet, at(r, c), at(r+rows-1, c+cols-1)))
	}
}

func print(f *excelize.File, pdf string) error {
	work, err := os.MkdirTemp("", "tables")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	book := filepath.Join(work, strings.TrimSuffix(filepath.Base(pdf), ".pdf")+".xlsx")
	if err := f.SaveAs(book); err != nil {
		return fmt.Errorf("%s: %w", book, err)
	}
	return exec.Command("soffice", "-env:UserInstallation=file://"+work+"/home", "--headless", "--convert-to", "pdf", "--outdir", filepath.Dir(pdf), book).Run()
}
