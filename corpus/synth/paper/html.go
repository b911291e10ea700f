package paper

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"math/rand/v2"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// webmaster writes a paper as a page of a portal: pasted from a word processor or a spreadsheet, or written
// by the portal's own editor. Its habits are drawn once for each paper.
type webmaster struct {
	r   *rand.Rand
	out bytes.Buffer

	charset  string // as the page names it
	paste    bool   // marks of the word processor stand between all text
	wrapped  int    // tables that only place the content, one in another
	inside   string // what the editor puts around the content: an attribute
	portal   bool   // navigation before the content, links after it
	capitals bool   // names of elements
	open     bool   // cells and rows are not closed
	styles   bool
	body     bool   // rows stand in a tbody
	heads    bool   // header cells are th
	columns  bool   // widths stand in a colgroup
	blank    string // of an empty cell
	joint    string // between the lines of a cell
	inner    string // element around a cell's text, blank for none
	newline  string // between elements of the source
	zero     bool   // a span over one is written too
}

func newWebmaster(r *rand.Rand) *webmaster {
	return &webmaster{
		r: r, charset: pick(r, "utf-8", "utf-8", "utf-8", "gb2312", "gbk", "GB18030"),
		paste: chance(r, .3), wrapped: pick(r, 0, 0, 0, 1, 2), portal: chance(r, .6),
		inside:   pick(r, `class="TRS_Editor"`, `id="zoom"`, `id="UCAP-CONTENT"`, `class="article-content"`, `class="view TRS_UEDITOR"`, ""),
		capitals: chance(r, .15), open: chance(r, .1), styles: chance(r, .6), body: chance(r, .7), heads: chance(r, .2),
		columns: chance(r, .3), blank: pick(r, "", "&nbsp;", " ", "<br>", "<p>&nbsp;</p>"),
		joint: pick(r, "<br>", "<br/>", "</p><p>"), inner: pick(r, "", "", "span", "div", "font", "strong"),
		newline: pick(r, "", "\n", "\n  ", "\r\n\t"), zero: chance(r, .2),
	}
}

// writeHTML writes a page of a portal.
func writeHTML(w io.Writer, p Paper, r *rand.Rand) error {
	c := newWebmaster(r)
	c.before(p.Title)
	for _, b := range p.Blocks {
		if b.Paragraph != nil {
			c.paragraph(*b.Paragraph)
		}
		if b.Table != nil {
			if err := c.table(*b.Table); err != nil {
				return err
			}
		}
		if b.PageEnd && chance(r, .3) {
			c.put(pick(r, "<hr>", `<br clear="all" style="page-break-before:always">`, "<p>&nbsp;</p>"))
		}
	}
	c.after()
	page := c.out.Bytes()
	if !strings.HasPrefix(c.charset, "utf") {
		page, _ = encoding.HTMLEscapeUnsupported(simplifiedchinese.GBK.NewEncoder()).Bytes(page) // escapes what it lacks
	}
	_, err := w.Write(page)
	return err
}

// put writes elements, and a line end of the source.
func (c *webmaster) put(elements string) {
	c.out.WriteString(elements)
	c.out.WriteString(c.newline)
}

// name is an element's name as the page writes it.
func (c *webmaster) name(element string) string {
	if c.capitals {
		return strings.ToUpper(element)
	}
	return element
}

func (c *webmaster) before(title string) {
	office := ""
	if c.paste {
		office = ` xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"`
	}
	c.put("<!DOCTYPE html><html" + office + "><head>")
	c.put(pick(c.r, `<meta charset="`+c.charset+`">`, `<meta http-equiv="Content-Type" content="text/html; charset=`+c.charset+`">`))
	c.put("<title>" + html.EscapeString(title) + "</title>")
	c.put("<style>td{font-size:14px} .nav{float:left}</style><script>var page = \"<table><tr><td>1</td></tr></table>\";</script></head><body>")
	if c.portal {
		c.put(`<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/bsfw/">办事服务</a></li></ul></div>`)
		c.put(`<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 预决算公开</div>`)
		c.put(`<div class="info"><span>发布时间：2024-08-16 10:21</span> <span>来源：财政局</span> <span>字号：[大 中 小]</span></div>`)
	}
	for range c.wrapped {
		c.put(`<table width="100%" border="0" cellspacing="0" cellpadding="0"><tr><td align="center">`)
	}
	c.put("<div " + c.inside + ">")
}

func (c *webmaster) after() {
	c.put("</div>")
	for range c.wrapped {
		c.put("</td></tr></table>")
	}
	if c.portal {
		c.put(`<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>`)
		c.put(`<div class="footer"><p>主办：某区人民政府办公室</p><p>网站标识码：1101010001 <a href="/map">网站地图</a></p></div>`)
	}
	c.put("</body></html>")
}

func (c *webmaster) paragraph(p Paragraph) {
	element := "p"
	if p.Heading > 0 && chance(c.r, .5) {
		element = fmt.Sprintf("h%d", p.Heading)
	}
	style, indent := "", ""
	if p.Centred && c.styles {
		style = ` style="text-align: center;"`
	} else if !p.Centred && p.Heading == 0 {
		indent = pick(c.r, "", "　　", "&nbsp;&nbsp;&nbsp;&nbsp;")
	}
	if c.paste {
		style += ` class="MsoNormal"`
	}
	c.put("<" + c.name(element) + style + ">" + indent + c.text(p.Text, "<br>") + "</" + c.name(element) + ">")
}

// text writes text with its line feeds as the joint, in pieces when it was pasted.
func (c *webmaster) text(text, joint string) string {
	if !c.paste {
		return strings.ReplaceAll(html.EscapeString(text), "\n", joint)
	}
	var out strings.Builder
	for _, piece := range pieces(c.r, text) {
		lang := ""
		if piece[0] < 0x80 {
			lang = ` lang="EN-US"`
		}
		out.WriteString("<span" + lang + ` style="font-size:10.5pt;font-family:宋体;mso-bidi-font-family:宋体">`)
		out.WriteString(strings.ReplaceAll(html.EscapeString(piece), "\n", "<br>") + "</span>")
	}
	return out.String() + "<o:p></o:p>"
}

// pieces cuts a text at random places.
func pieces(r *rand.Rand, text string) []string {
	var all []string
	rest := []rune(text)
	for len(rest) > 0 {
		n := 1 + r.IntN(min(len(rest), 12))
		all = append(all, string(rest[:n]))
		rest = rest[n:]
	}
	return all
}
