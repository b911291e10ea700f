package paper

import (
	"fmt"
	"strings"
)

func (c *webmaster) table(t Table) error {
	cells, err := t.Placed()
	if err != nil {
		return err
	}
	c.put("<" + c.name("table") + c.frame() + ">")
	if c.columns {
		c.colgroup(t)
	}
	if c.body {
		c.put("<" + c.name("tbody") + ">")
	}
	for row := range t.Rows {
		c.put("<" + c.name("tr") + ">")
		for len(cells) > 0 && cells[0].Row == row {
			c.cell(cells[0], row < t.Header)
			cells = cells[1:]
		}
		if !c.open {
			c.put("</" + c.name("tr") + ">")
		}
	}
	if c.body {
		c.put("</" + c.name("tbody") + ">")
	}
	c.put("</" + c.name("table") + ">")
	return nil
}

func (c *webmaster) frame() string {
	switch {
	case c.paste:
		return ` class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0" style="border-collapse:collapse;mso-padding-alt:0cm 5.4pt 0cm 5.4pt"`
	case c.styles:
		return ` border="1" cellpadding="2" style="width:100%;border-collapse:collapse"`
	}
	return ""
}

func (c *webmaster) colgroup(t Table) {
	edges := t.edges(100)
	c.out.WriteString("<colgroup>")
	for i := range t.Columns() {
		fmt.Fprintf(&c.out, `<col width="%.0f%%">`, edges[i+1]-edges[i])
	}
	c.put("</colgroup>")
}

func (c *webmaster) cell(p Placed, header bool) {
	element := "td"
	if header && c.heads {
		element = "th"
	}
	var tag strings.Builder
	tag.WriteString("<" + c.name(element))
	c.span(&tag, "rowspan", p.RowSpan)
	c.span(&tag, "colspan", p.ColSpan)
	if c.styles {
		fmt.Fprintf(&tag, ` style="width:%dpx;text-align:%s"`, 20+c.r.IntN(200), pick(c.r, "center", "left"))
	}
	c.out.WriteString(tag.String() + ">" + c.content(p))
	if !c.open {
		c.out.WriteString("</" + c.name(element) + ">")
	}
	c.put("")
}

func (c *webmaster) span(tag *strings.Builder, attribute string, n int) {
	if n > 1 || c.zero {
		fmt.Fprintf(tag, ` %s="%d"`, attribute, n)
	}
}

// content is what stands in a cell.
func (c *webmaster) content(p Placed) string {
	if p.Text == "" {
		return c.blank
	}
	joint := c.joint
	if p.Vertical {
		p.Text = c.downwards(p.Text)
	}
	if c.paste {
		return `<p class="MsoNormal" align="center">` + c.text(p.Text, joint) + "</p>"
	}
	text := c.text(p.Text, joint)
	if joint == "</p><p>" {
		text = "<p>" + text + "</p>"
	} else if c.inner != "" {
		text = "<" + c.inner + ">" + text + "</" + c.inner + ">"
	}
	if p.Bold && chance(c.r, .5) {
		text = "<b>" + text + "</b>"
	}
	return text
}

// downwards breaks a text after each character, as editors do that cannot turn it.
func (c *webmaster) downwards(text string) string {
	if chance(c.r, .5) {
		return text
	}
	return strings.Join(strings.Split(text, ""), "\n")
}
