package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fuhe/extract/document"
)

func codeOf(err error) document.Code {
	if trouble := new(document.Trouble); errors.As(err, &trouble) {
		return trouble.Code
	}
	return ""
}

// TestFaults reads files that are broken or cost too much.
func TestFaults(t *testing.T) {
	small := document.Limits{Unpacked: 1 << 20, Nesting: 8}
	deep := func(n int) string {
		return strings.Repeat("<w:tbl><w:tr><w:tc>", n) + p("底") + strings.Repeat("</w:tc></w:tr></w:tbl>", n)
	}
	for _, c := range []struct {
		name string
		data []byte
		want document.Code
	}{
		{"a bomb", pack(t, p(strings.Repeat("零", 1<<20)), nil), document.TooLarge},
		{"a bomb beside the text", pack(t, p("文"), parts{"word/styles.xml": strings.Repeat(" ", 2<<20)}), document.TooLarge},
		{"tables in tables", pack(t, deep(200), nil), document.TooLarge},
		{"elements in elements", pack(t, strings.Repeat("<w:ins>", 500)+strings.Repeat("</w:ins>", 500), nil), document.TooLarge},
		{"too many files", crowded(t), document.TooLarge},
		{"no text part", packed(t, parts{"word/media/image1.png": "x"}), document.Damaged},
		{"a text part that is empty", packed(t, parts{"word/document.xml": ""}), ""},
		{"no XML", packed(t, parts{"word/document.xml": "\x00\x01\x02 <<<"}), document.Damaged},
		{"no archive", []byte("PK\x03\x04 and nothing"), document.Damaged},
		{"a table of millions of slots", pack(t, sparse(), nil), document.TooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(t.Context(), c.data, small)
			if got := codeOf(err); got != c.want {
				t.Errorf("code %q, want %q: %v", got, c.want, err)
			}
		})
	}
}

// sparse is a table of many rows, in each of which the cells begin at columns of its own.
func sparse() string {
	var b strings.Builder
	b.WriteString("<w:tbl>")
	for i := range 4000 {
		fmt.Fprintf(&b, `<w:tr><w:trPr><w:gridBefore w:val="%d"/></w:trPr><w:tc>%s</w:tc></w:tr>`, i, p("甲"))
	}
	return b.String() + "</w:tbl>"
}

func crowded(t *testing.T) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range maxEntries + 1 {
		if _, err := z.Create(fmt.Sprintf("word/%d", i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestBrokenOff reads what stands before the place where a file breaks off, and says so.
func TestBrokenOff(t *testing.T) {
	whole := wrapped("document", "<w:body>"+p("甲")+tbl(tr(tc("", "一"), tc("", "二")), tr(tc("", "三"), tc("", "四")))+p("乙")+"</w:body>")
	cut := whole[:strings.Index(whole, "四")]
	doc := mustRead(t, packed(t, parts{"word/document.xml": cut}))
	if got, want := sketch(doc), "甲\n|一|二|\n|三||"; got != want {
		t.Errorf("read %q, want %q", got, want)
	}
	if len(doc.Notes) != 1 || doc.Notes[0].Code != document.Damaged {
		t.Errorf("notes %+v", doc.Notes)
	}
}

// TestNotes reads documents of which something cannot be read.
func TestNotes(t *testing.T) {
	picture := `<w:p><w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:p>`
	for _, c := range []struct {
		name, body string
		want       []document.Code
	}{
		{"only pictures", picture, []document.Code{document.NoTextLayer}},
		{"text and pictures", picture + p("甲"), nil},
		{"parts in another format", p("甲") + "<w:altChunk/>", []document.Code{document.Unsupported}},
	} {
		var got []document.Code
		for _, n := range mustRead(t, pack(t, c.body, nil)).Notes {
			got = append(got, n.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: notes %v, want %v", c.name, got, c.want)
		}
	}
}

// TestLostDirectory reads a download that ends before the archive's directory.
func TestLostDirectory(t *testing.T) {
	data := pack(t, p("甲")+p("乙"), nil)
	data = data[:bytes.Index(data, []byte(directoryHeader))]
	if !Sniff(data) {
		t.Fatal("not taken for a document")
	}
	doc := mustRead(t, data)
	if got := sketch(doc); got != "甲\n乙" {
		t.Errorf("read %q", got)
	}
	if len(doc.Notes) != 1 || doc.Notes[0].Code != document.Damaged {
		t.Errorf("notes %+v", doc.Notes)
	}
}

func TestSniff(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want bool
	}{
		"a document":          {pack(t, "", nil), true},
		"names of another OS": {packed(t, parts{`Word\Document.xml`: ""}), true},
		"a workbook":          {packed(t, parts{"xl/workbook.xml": "", "xl/word/document.xml": ""}), false},
		"an archive of files": {packed(t, parts{"a/word/document.xml": "", "b.docx": ""}), false},
		"text":                {[]byte("word/document.xml"), false},
		"nothing":             {nil, false},
	} {
		if got := Sniff(c.data); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Read(ctx, pack(t, p("甲"), nil), document.Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// TestTimeGrowsWithSize reads long documents of the kinds whose cost could grow with the square.
func TestTimeGrowsWithSize(t *testing.T) {
	for name, body := range map[string]string{
		"rows with tables in them": tbl(strings.Repeat(tr(tc("", tbl(tr(tc("", "甲"), tc("", "乙"))))), 20_000)),
		"text boxes":               strings.Repeat("<w:p>"+r("甲")+textBox(p("乙"))+"</w:p>", 20_000),
		"fields that never end":    strings.Repeat("<w:p>"+field("begin")+"</w:p>", 30_000),
	} {
		start := time.Now()
		mustRead(t, pack(t, body, nil))
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(wrapped("document", "<w:body>"+p("甲")+tbl(tr(tc(restart, "一"), tc(twoWide, "二")), tr(tc(goesOn, "三"), tc("", tbl(tr(tc("", "四"))))))+item(1, 2, "乙")+"</w:body>")))
	f.Add([]byte(wrapped("document", "<w:body><w:p>"+field("begin")+field("separate")+r("12")+field("end")+"</w:p></w:body>")))
	lists := newArchive(pack(f, "", parts{"word/numbering.xml": listPart}), 1<<40, context.Background().Err)
	parts := lists.related("word/document.xml")
	f.Fuzz(func(t *testing.T, text []byte) {
		set := newTypist(lists, parts, 16)
		items, broke := newReader(bytes.NewReader(text), set).document()
		doc, err := assemble(items, broke)
		if err != nil && codeOf(err) == "" {
			t.Fatalf("an error that is no trouble: %v", err)
		}
		if err == nil {
			sound(t, doc)
		}
	})
}

func FuzzArchive(f *testing.F) {
	f.Add(pack(f, p("甲"), nil))
	paths, err := filepath.Glob("../../testdata/formats/*.docx")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		Sniff(data)
		if doc, err := Read(t.Context(), data, document.Limits{Unpacked: 1 << 22}); err == nil {
			sound(t, doc)
		} else if codeOf(err) == "" {
			t.Fatalf("an error that is no trouble: %v", err)
		}
	})
}

// sound holds tables to what the document package promises: cells in order, inside, none over another.
func sound(t *testing.T, doc *document.Document) {
	for _, b := range doc.Blocks {
		if b.Table == nil {
			continue
		}
		taken := map[[2]int]bool{}
		for _, c := range b.Table.Cells {
			if c.Row+c.RowSpan > b.Table.Rows || c.Column+c.ColumnSpan > b.Table.Columns || c.RowSpan < 1 || c.ColumnSpan < 1 {
				t.Fatalf("cell outside of its table: %+v", c)
			}
			for r := c.Row; r < c.Row+c.RowSpan; r++ {
				for k := c.Column; k < c.Column+c.ColumnSpan; k++ {
					if taken[[2]int{r, k}] {
						t.Fatalf("cells over one another: %+v", c)
					}
					taken[[2]int{r, k}] = true
				}
			}
		}
	}
}
