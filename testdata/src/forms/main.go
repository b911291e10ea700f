// Command forms writes the form samples of testdata/forms from the .form files beside it: HTML, a
// workbook (a sheet for each ===), or a text copy with one cell a line. Word files and PDFs are
// printed from the HTML by print.sh.
//
//	go run . html|xlsx|cells|rows NAME.form OUT
//
// A .form file is read line by line: "# " a title, "## " a heading, "| a | b |" a row of a table,
// "@widths 10 20" its columns in percent, "---" the end of a page, "=== name" a new sheet, any other
// line a paragraph. In a row "^" goes on the cell above, "<" the cell to the left, "\" breaks a line.
package main

import (
	"fmt"
	"html"
	"os"
	"strings"

	"github.com/xuri/excelize/v2"
)

type block struct {
	kind   string // title, heading, text, table, page, sheet
	text   string
	rows   [][]string
	widths []string
}

func main() {
	data, err := os.ReadFile(os.Args[2])
	if err != nil {
		panic(err)
	}
	blocks := parse(string(data))
	var out []byte
	switch os.Args[1] {
	case "html":
		out = []byte(page(blocks, string(data)))
	case "cells":
		out = []byte(text(blocks, "\n"))
	case "rows":
		out = []byte(text(blocks, " "))
	case "xlsx":
		book(blocks, os.Args[3])
		return
	}
	if err := os.WriteFile(os.Args[3], out, 0o644); err != nil {
		panic(err)
	}
}

func parse(s string) (blocks []block) {
	var widths []string
	last := func() *block {
		if len(blocks) == 0 {
			return &block{}
		}
		return &blocks[len(blocks)-1]
	}
	for _, line := range strings.Split(s, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
			blocks = append(blocks, block{kind: "gap"})
		case strings.HasPrefix(line, "@widths"):
			widths = strings.Fields(line)[1:]
		case strings.HasPrefix(line, "@"):
		case line == "---":
			blocks = append(blocks, block{kind: "page"})
		case strings.HasPrefix(line, "=== "):
			blocks = append(blocks, block{kind: "sheet", text: line[4:]})
		case strings.HasPrefix(line, "## "):
			blocks = append(blocks, block{kind: "heading", text: line[3:]})
		case strings.HasPrefix(line, "# "):
			blocks = append(blocks, block{kind: "title", text: line[2:]})
		case strings.HasPrefix(line, "|"):
			if last().kind != "table" {
				blocks = append(blocks, block{kind: "table", widths: widths})
				widths = nil
			}
			cells := strings.Split(strings.Trim(line, "|"), "|")
			for i := range cells {
				cells[i] = strings.ReplaceAll(strings.TrimSpace(cells[i]), `\`, "\n")
			}
			last().rows = append(last().rows, cells)
		default:
			blocks = append(blocks, block{kind: "text", text: line})
		}
	}
	return blocks
}

// span is how many cells right and down go on the cell.
func span(rows [][]string, r, c int) (wide, high int) {
	wide, high = 1, 1
	for c+wide < len(rows[r]) && rows[r][c+wide] == "<" {
		wide++
	}
	for r+high < len(rows) && c < len(rows[r+high]) && rows[r+high][c] == "^" {
		high++
	}
	return wide, high
}

func page(blocks []block, source string) string {
	var b strings.Builder
	font, landscape := "Noto Serif CJK SC", ""
	for _, line := range strings.Split(source, "\n") {
		if f, ok := strings.CutPrefix(line, "@font "); ok {
			font = f
		}
		if line == "@landscape" {
			landscape = " landscape"
		}
	}
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><style>\n@page { size: A4%s; margin: 18mm 16mm; }\n", landscape)
	fmt.Fprintf(&b, "body { font-family: \"%s\"; font-size: 10.5pt; }\nh1 { font-size: 16pt; text-align: center; }\nh2 { font-size: 12pt; }\n", font)
	b.WriteString("table { border-collapse: collapse; width: 100%; }\ntd { border: 1px solid #000; padding: 1pt 2pt; font-size: 8.5pt; vertical-align: middle; text-align: center; }\n.break { page-break-after: always; }\n</style></head><body>\n")
	for _, k := range blocks {
		switch k.kind {
		case "title":
			fmt.Fprintf(&b, "<h1>%s</h1>\n", html.EscapeString(k.text))
		case "heading", "sheet":
			fmt.Fprintf(&b, "<h2>%s</h2>\n", html.EscapeString(k.text))
		case "text":
			fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(k.text))
		case "page":
			b.WriteString("<p class=\"break\"></p>\n")
		case "table":
			grid(&b, k)
		}
	}
	b.WriteString("</body></html>\n")
	return b.String()
}

func grid(b *strings.Builder, k block) {
	b.WriteString("<table border=\"1\">\n")
	if len(k.widths) > 0 {
		b.WriteString("<colgroup>")
		for _, w := range k.widths {
			fmt.Fprintf(b, "<col style=\"width:%s%%\">", w)
		}
		b.WriteString("</colgroup>\n")
	}
	for r, row := range k.rows {
		b.WriteString("<tr>")
		for c, cell := range row {
			if cell == "^" || cell == "<" {
				continue
			}
			wide, high := span(k.rows, r, c)
			b.WriteString("<td")
			if wide > 1 {
				fmt.Fprintf(b, " colspan=\"%d\"", wide)
			}
			if high > 1 {
				fmt.Fprintf(b, " rowspan=\"%d\"", high)
			}
			fmt.Fprintf(b, ">%s</td>", strings.ReplaceAll(html.EscapeString(cell), "\n", "<br>"))
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
}

// text is a copy without a grid: blank cells and merged ones are gone.
func text(blocks []block, between string) string {
	var b strings.Builder
	for _, k := range blocks {
		switch k.kind {
		case "gap", "page":
			b.WriteString("\n")
		case "table":
			for r, row := range k.rows {
				_ = r
				var cells []string
				for _, cell := range row {
					if cell != "^" && cell != "<" && cell != "" {
						cells = append(cells, strings.ReplaceAll(cell, "\n", ""))
					}
				}
				b.WriteString(strings.Join(cells, between) + "\n")
			}
		default:
			b.WriteString(k.text + "\n")
		}
	}
	return b.String()
}

func book(blocks []block, out string) {
	f := excelize.NewFile()
	sheet, row := "Sheet1", 1
	set := func(c, r int, v string) {
		at, _ := excelize.CoordinatesToCellName(c, r)
		_ = f.SetCellStr(sheet, at, v)
	}
	for _, k := range blocks {
		switch k.kind {
		case "sheet":
			if sheet == "Sheet1" && row == 1 {
				_ = f.SetSheetName(sheet, k.text)
			} else {
				_, _ = f.NewSheet(k.text)
			}
			sheet, row = k.text, 1
		case "table":
			for r, cells := range k.rows {
				for c, cell := range cells {
					if cell == "^" || cell == "<" {
						continue
					}
					set(c+1, row, cell)
					if wide, high := span(k.rows, r, c); wide > 1 || high > 1 {
						from, _ := excelize.CoordinatesToCellName(c+1, row)
						to, _ := excelize.CoordinatesToCellName(c+wide, row+high-1)
						_ = f.MergeCell(sheet, from, to)
					}
				}
				row++
			}
		case "title", "heading", "text":
			set(1, row, k.text)
			_ = f.MergeCell(sheet, fmt.Sprintf("A%d", row), fmt.Sprintf("H%d", row))
			row++
		}
	}
	if err := f.SaveAs(out); err != nil {
		panic(err)
	}
}
