package corpus_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"fuhe/extract/document"
	"fuhe/extract/docx"
	"fuhe/extract/html"
)

// around lists what may stand around or inside a document without changing what is printed: a name, and
// what it makes of the part with the text.
type around struct {
	name string
	wrap func(text string) string
}

func inBody(open, before, after string) func(string) string {
	return func(text string) string {
		start := strings.Index(text, open) + len(open)
		end := strings.LastIndex(text, "</"+strings.Trim(open, "<>")+">")
		if at := strings.LastIndex(text, "<w:sectPr"); at > start {
			end = at
		}
		return text[:start] + before + text[start:end] + after + text[end:]
	}
}

func replaced(old, by string) func(string) string {
	return func(text string) string { return strings.ReplaceAll(text, old, by) }
}

var run = regexp.MustCompile(`<w:r>`)

var aroundWord = []around{
	{"a content control", inBody("<w:body>", "<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>")},
	{"a frame", inBody("<w:body>", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")},
	{"a text box", inBody("<w:body>", "<w:p><w:r><w:pict><v:textbox><w:txbxContent>", "</w:txbxContent></v:textbox></w:pict></w:r></w:p>")},
	{"a side bar", inBody("<w:body>", "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>", "</w:tc></w:tr></w:tbl>")},
	{"another prefix", func(text string) string {
		return strings.NewReplacer("<w:", "<x:", "</w:", "</x:", " w:", " x:", "xmlns:w=", "xmlns:x=").Replace(text)
	}},
	{"the strict form", replaced("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")},
	{"deleted text", func(text string) string {
		return run.ReplaceAllString(text, `<w:del w:id="1"><w:r><w:delText>99</w:delText></w:r></w:del><w:r>`)
	}},
	{"inserted runs", func(text string) string {
		return strings.NewReplacer("<w:r>", `<w:ins w:id="1"><w:r>`, "</w:r>", "</w:r></w:ins>").Replace(text)
	}},
	{"fields", func(text string) string {
		mark := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
		return strings.NewReplacer("<w:r>", mark("begin")+"<w:r><w:instrText>REF 99</w:instrText></w:r>"+mark("separate")+"<w:r>", "</w:r>", "</w:r>"+mark("end")).Replace(text)
	}},
}

// TestWordFilesWrapped reads the samples with other things around and inside the same text.
func TestWordFilesWrapped(t *testing.T) {
	for _, name := range []string{"clinic", "canal", "eight"} {
		path := filepath.Join("../testdata/formats", name+".docx")
		for _, a := range aroundWord {
			t.Run(name+" in "+a.name, func(t *testing.T) {
				doc, err := docx.Read(t.Context(), rewritten(t, path, a.wrap), document.Limits{})
				if err != nil {
					t.Fatal(err)
				}
				doc.Format = "docx"
				holdDocument(t, doc, readTruth(t, truthOf(t, path)))
			})
		}
	}
}

// rewritten packs a document again with its text changed.
func rewritten(t *testing.T, path string, change func(string) string) []byte {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "word/document.xml" {
			content = []byte(change(string(content)))
		}
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var aroundPage = []around{
	{"a frame", inBody("<body>", "<table><tr><td>", "</td></tr></table>")},
	{"layout tables", inBody("<body>", "<table><tr><td>&nbsp;<td><table><tr><td></td></tr><tr><td>", "</td></tr></table></td></tr></table>")},
	{"a portal", inBody("<body>", "<div class=top>"+strings.Repeat("<a href=/x>栏目</a>|", 9)+"</div><div class='TRS_Editor main'>",
		"</div><div class=footer>主办：某某县人民政府 <a href=/map>地图</a> 访问量：9999</div>")},
	{"a portal of tables", inBody("<body>", "<table width=960><tr><td>"+strings.Repeat("<a href=/x>栏目</a> ", 9)+"</td></tr><tr><td>",
		"</td></tr><tr><td>版权所有 <a href=/map>地图</a></td></tr></table>")},
	{"paragraphs in cells", func(text string) string {
		return strings.NewReplacer("<td>", "<td><p class=MsoNormal><span lang=EN-US>", "</td>", "<o:p></o:p></span></p></td>").Replace(text)
	}},
	{"line ends between words", replaced("预算", "预\r\n    算")},
	{"hidden text", replaced("<td>", "<td><span style='display:none'>99</span>")},
	{"no ends of cells and rows", func(text string) string {
		return strings.NewReplacer("</td>", "", "</tr>", "", "</p>", "").Replace(text)
	}},
	{"another charset", func(text string) string {
		data, err := simplifiedchinese.GB18030.NewEncoder().String(strings.Replace(text, "utf-8", "gb2312", 1))
		if err != nil {
			return err.Error()
		}
		return data
	}},
}

// TestPagesWrapped reads the pages of the samples with other things around and inside the same text.
func TestPagesWrapped(t *testing.T) {
	for _, name := range []string{"clinic", "canal", "eight", "archives", "theatre"} {
		path := filepath.Join("../testdata/src", name+".html")
		page, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range aroundPage {
			t.Run(name+" in "+a.name, func(t *testing.T) {
				doc, err := html.Read(t.Context(), []byte(a.wrap(string(page))), document.Limits{})
				if err != nil {
					t.Fatal(err)
				}
				doc.Format = "html"
				holdDocument(t, doc, readTruth(t, truthOf(t, path)))
			})
		}
	}
}
