package paper

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"math/rand/v2"
	"strings"
)

// clerk writes a paper with a word processor. Its habits are drawn once for each paper.
type clerk struct {
	r   *rand.Rand
	out bytes.Buffer

	split    float64 // a run ends after a character
	marks    float64 // bookmarks and proofing marks between runs
	changes  float64 // a run was inserted, or a deleted one stands before it
	controls float64 // a cell's or paragraph's text stands in a content control
	boxes    float64 // a paragraph stands in a text box
	breaks   bool    // lines of a cell are parted by breaks, not paragraphs
	oldMerge bool    // a cell that goes on says so without a value
	head     bool
	foot     bool
	wide     bool // pages lie on their side
	number   int  // of marks and changes
}

func newClerk(r *rand.Rand, p Paper) *clerk {
	return &clerk{
		r: r, split: pick(r, 0, .05, .2), marks: pick(r, 0, .1), changes: pick(r, 0, 0, .05),
		controls: pick(r, 0, 0, .1), boxes: pick(r, 0, 0, 0, .1), breaks: chance(r, .4), oldMerge: chance(r, .4),
		head: chance(r, .4), foot: chance(r, .7), wide: mostColumns(p) > 8,
	}
}

const wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" mc:Ignorable=""`

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// writeDOCX writes a document of a word processor.
func writeDOCX(w io.Writer, p Paper, r *rand.Rand) error {
	c := newClerk(r, p)
	c.put(xmlHead + "<w:document " + wordSpaces + "><w:body>")
	for _, b := range p.Blocks {
		if b.Paragraph != nil {
			c.paragraph(*b.Paragraph)
		}
		if b.Table != nil {
			if err := c.table(*b.Table); err != nil {
				return err
			}
			c.put("<w:p/>") // two tables are one without it
		}
		if b.PageEnd {
			c.put(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
		}
	}
	c.section()
	c.put("</w:body></w:document>")
	return c.pack(w, p.Title)
}

func (c *clerk) put(format string, values ...any) { fmt.Fprintf(&c.out, format, values...) }

// section ends the document with the measures of its pages.
func (c *clerk) section() {
	c.put("<w:sectPr>")
	if c.head {
		c.put(`<w:headerReference w:type="default" r:id="rId2"/>`)
	}
	if c.foot {
		c.put(`<w:footerReference w:type="default" r:id="rId3"/>`)
	}
	size := `w:w="11906" w:h="16838"`
	if c.wide {
		size = `w:w="16838" w:h="11906" w:orient="landscape"`
	}
	c.put(`<w:pgSz %s/><w:pgMar w:top="1440" w:right="1000" w:bottom="1440" w:left="1000" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>`, size)
}

func (c *clerk) paragraph(p Paragraph) {
	properties := ""
	if p.Heading > 0 {
		properties = fmt.Sprintf(`<w:pStyle w:val="%d"/>`, p.Heading)
	}
	if p.Centred {
		properties += `<w:jc w:val="center"/>`
	} else if p.Heading == 0 {
		properties += `<w:ind w:firstLine="480"/>`
	}
	if chance(c.r, c.boxes) {
		c.textBox(properties, p.Text)
		return
	}
	c.controlled(fmt.Sprintf("<w:p><w:pPr>%s</w:pPr>%s</w:p>", properties, c.runs(p.Text, p.Heading > 0)))
}

// controlled writes paragraphs, at times in a content control.
func (c *clerk) controlled(paragraphs string) {
	if chance(c.r, c.controls) {
		c.number++
		paragraphs = fmt.Sprintf(`<w:sdt><w:sdtPr><w:alias w:val="内容"/><w:id w:val="%d"/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>`, 1000+c.number, paragraphs)
	}
	c.put("%s", paragraphs)
}

// textBox writes a paragraph into a drawing, once for new programs and once for old ones.
func (c *clerk) textBox(properties, text string) {
	inside := fmt.Sprintf("<w:txbxContent><w:p><w:pPr>%s</w:pPr>%s</w:p></w:txbxContent>", properties, c.runs(text, false))
	c.put(`<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5400000" cy="900000"/><wp:docPr id="%d" name="文本框"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>%s</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>`, 1+c.r.IntN(1000), inside)
	c.put(`<mc:Fallback><w:pict><v:shape style="width:425pt;height:70pt"><v:textbox>%s</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, inside)
}

// runs writes a text in runs that end at random places, with the marks that editing leaves between them.
func (c *clerk) runs(text string, bold bool) string {
	var out strings.Builder
	rest := []rune(text)
	for len(rest) > 0 {
		n := 1
		for n < len(rest) && !chance(c.r, c.split) {
			n++
		}
		c.mark(&out)
		out.WriteString(c.changed(c.run(string(rest[:n]), bold)))
		rest = rest[n:]
	}
	return out.String()
}

func (c *clerk) run(text string, bold bool) string {
	properties := `<w:rFonts w:hint="eastAsia" w:ascii="宋体" w:eastAsia="宋体"/>`
	if bold {
		properties += "<w:b/>"
	}
	content := `<w:t xml:space="preserve">` + html.EscapeString(text) + "</w:t>"
	content = strings.ReplaceAll(content, "\n", `</w:t><w:br/><w:t xml:space="preserve">`)
	return "<w:r><w:rPr>" + properties + "</w:rPr>" + content + "</w:r>"
}

func (c *clerk) mark(out *strings.Builder) {
	if !chance(c.r, c.marks) {
		return
	}
	c.number++
	out.WriteString(pick(c.r, `<w:proofErr w:type="spellStart"/>`, "<w:r><w:lastRenderedPageBreak/></w:r>",
		fmt.Sprintf(`<w:bookmarkStart w:id="%d" w:name="_Toc%d"/><w:bookmarkEnd w:id="%d"/>`, c.number, c.number, c.number)))
}

// changed is a run as a change that was tracked: inserted, or put in the place of another.
func (c *clerk) changed(run string) string {
	if !chance(c.r, c.changes) {
		return run
	}
	c.number++
	author := fmt.Sprintf(`w:id="%d" w:author="财务科" w:date="2024-03-05T09:30:00Z"`, c.number+5000)
	deleted := ""
	if chance(c.r, .5) {
		deleted = fmt.Sprintf("<w:del %s><w:r><w:delText>原%d</w:delText></w:r></w:del>", author, c.r.IntN(100))
	}
	return deleted + fmt.Sprintf("<w:ins %s>%s</w:ins>", author, run)
}

// pack writes the parts of the file.
func (c *clerk) pack(w io.Writer, title string) error {
	z := zip.NewWriter(w)
	for _, part := range [][2]string{
		{"[Content_Types].xml", wordTypes},
		{"_rels/.rels", wordRelations},
		{"word/document.xml", c.out.String()},
		{"word/_rels/document.xml.rels", wordParts},
		{"word/styles.xml", wordStyles()},
		{"word/header1.xml", xmlHead + "<w:hdr " + wordSpaces + "><w:p><w:r><w:t>" + html.EscapeString(title) + "</w:t></w:r></w:p></w:hdr>"},
		{"word/footer1.xml", xmlHead + "<w:ftr " + wordSpaces + `><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`},
	} {
		f, err := z.Create(part[0])
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, part[1]); err != nil {
			return err
		}
	}
	return z.Close()
}
