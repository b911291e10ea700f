package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// table, row and data are what of a well-formed page tells its grids.
type table struct {
	rows []row
}

type row []data

type data struct {
	text       string
	rows, cols int
}

// gridsOf reads the tables of a page; those of the class "layout" only place others.
func gridsOf(text []byte) ([]grid, error) {
	d := xml.NewDecoder(strings.NewReader(string(text)))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var grids []grid
	var open []*table
	var layout []bool
	inCell := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return grids, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "table":
				layout = append(layout, attribute(t, "class", "") == "layout")
				open = append(open, &table{})
			case "tr":
				last := open[len(open)-1]
				last.rows = append(last.rows, row{})
			case "td", "th":
				last := open[len(open)-1]
				r := &last.rows[len(last.rows)-1]
				*r = append(*r, data{rows: number(t, "rowspan"), cols: number(t, "colspan")})
				inCell = true
			case "br":
				add(open, inCell, " ")
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "td", "th":
				inCell = false
			case "table":
				if !layout[len(layout)-1] {
					grids = append(grids, open[len(open)-1].grid())
				}
				open, layout = open[:len(open)-1], layout[:len(layout)-1]
			}
		case xml.CharData:
			add(open, inCell, string(t))
		}
	}
}

func add(open []*table, inCell bool, text string) {
	if !inCell || len(open) == 0 {
		return
	}
	rows := open[len(open)-1].rows
	r := rows[len(rows)-1]
	r[len(r)-1].text += text
}

func attribute(t xml.StartElement, name, otherwise string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return otherwise
}

func number(t xml.StartElement, name string) int {
	n, _ := strconv.Atoi(attribute(t, name, "1"))
	return max(n, 1)
}

// grid lays the cells out.
func (t *table) grid() grid {
	columns := 0
	for _, c := range t.rows[0] {
		columns += c.cols
	}
	g := make(grid, len(t.rows))
	for r := range g {
		g[r] = make([]string, columns)
		for c := range g[r] {
			g[r][c] = "×"
		}
	}
	for r, cells := range t.rows {
		c := 0
		for _, cell := range cells {
			for g[r][c] != "×" {
				c++
			}
			g.put(r, c, cell)
		}
	}
	return g
}

func (g grid) put(r, c int, cell data) {
	for i := range cell.rows {
		for k := range cell.cols {
			mark := "^"
			if k > 0 {
				mark = "<"
			}
			g[r+i][c+k] = mark
		}
	}
	g[r][c] = strings.Join(strings.Fields(cell.text), " ")
}

func byChromium(source, pdf string) error {
	work, err := os.MkdirTemp("", "tables")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	path, err := filepath.Abs(source)
	if err != nil {
		return err
	}
	return exec.Command("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
		"--user-data-dir="+work, "--print-to-pdf="+pdf, "file://"+path).Run()
}

// byOffice lets LibreOffice Writer import the page and print it.
func byOffice(source, pdf string) error {
	work, err := os.MkdirTemp("", "tables")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	name := strings.TrimSuffix(filepath.Base(pdf), ".pdf")
	home := "-env:UserInstallation=file://" + work + "/home"
	text, err := os.ReadFile(source)
	if err != nil {
		return err
	}
	page := filepath.Join(work, name+".html")
	if err := os.WriteFile(page, text, 0o644); err != nil {
		return err
	}
	if err := exec.Command("soffice", home, "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "odt:writer8", "--outdir", work, page).Run(); err != nil {
		return err
	}
	return exec.Command("soffice", home, "--headless", "--convert-to", "pdf", "--outdir", filepath.Dir(pdf), filepath.Join(work, name+".odt")).Run()
}
