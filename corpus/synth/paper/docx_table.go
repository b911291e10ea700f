package paper

import (
	"fmt"
	"strings"
)

func (c *clerk) table(t Table) error {
	grid, err := t.grid()
	if err != nil {
		return err
	}
	width := 9900.0
	if c.wide {
		width = 14800
	}
	edges := t.edges(width)
	c.put(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		c.put(`<w:%s w:val="single" w:sz="4" w:space="0" w:color="auto"/>`, side)
	}
	c.put(`</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for i := range t.Columns() {
		c.put(`<w:gridCol w:w="%.0f"/>`, edges[i+1]-edges[i])
	}
	c.put("</w:tblGrid>")
	for i, row := range grid {
		c.row(row, edges, i < t.Header)
	}
	c.put("</w:tbl>")
	return nil
}

func (c *clerk) row(row []slot, edges []float64, header bool) {
	var properties strings.Builder
	end := len(row)
	for end > 0 && row[end-1].cover == missing {
		end--
	}
	if end < len(row) {
		fmt.Fprintf(&properties, `<w:gridAfter w:val="%d"/>`, len(row)-end)
	}
	if chance(c.r, .2) {
		properties.WriteString("<w:cantSplit/>")
	}
	if header {
		properties.WriteString("<w:tblHeader/>")
	}
	c.put("<w:tr><w:trPr>%s</w:trPr>", properties.String())
	for i, s := range row[:end] {
		switch {
		case s.cover == missing:
			c.put(`<w:tc><w:tcPr><w:tcW w:w="%.0f" w:type="dxa"/></w:tcPr><w:p/></w:tc>`, edges[i+1]-edges[i])
		case s.cell.Column == i:
			c.cell(s, edges)
		}
	}
	c.put("</w:tr>")
}

// cell writes a cell, or the empty one under its first row.
func (c *clerk) cell(s slot, edges []float64) {
	p := s.cell
	c.put(`<w:tc><w:tcPr><w:tcW w:w="%.0f" w:type="dxa"/>`, edges[p.Column+p.ColSpan]-edges[p.Column])
	if p.ColSpan > 1 {
		c.put(`<w:gridSpan w:val="%d"/>`, p.ColSpan)
	}
	switch {
	case s.cover == below && c.oldMerge:
		c.put("<w:vMerge/>")
	case s.cover == below:
		c.put(`<w:vMerge w:val="continue"/>`)
	case p.RowSpan > 1:
		c.put(`<w:vMerge w:val="restart"/>`)
	}
	if p.Vertical {
		c.put(`<w:textDirection w:val="tbRlV"/>`)
	}
	c.put(`<w:vAlign w:val="center"/></w:tcPr>`)
	if s.cover == below {
		c.put("<w:p/></w:tc>")
		return
	}
	c.controlled(c.content(p))
	c.put("</w:tc>")
}

// content is the paragraphs of a cell.
func (c *clerk) content(p Placed) string {
	lines := []string{p.Text}
	if !c.breaks {
		lines = strings.Split(p.Text, "\n")
	}
	properties := ""
	if p.Centred {
		properties = `<w:pPr><w:jc w:val="center"/></w:pPr>`
	}
	var out strings.Builder
	for _, line := range lines {
		out.WriteString("<w:p>" + properties + c.runs(line, p.Bold) + "</w:p>")
	}
	return out.String()
}
