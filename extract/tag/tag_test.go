package tag

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// told writes what a reader tells of a file: a line for each token, the last for the error.
func told(r *Reader) []string {
	var out []string
	for {
		t, err := r.Next()
		if err != nil {
			return append(out, err.Error())
		}
		switch t.Kind {
		case Open:
			line := "<" + t.Name
			for _, a := range t.attrs {
				line += fmt.Sprintf(" %s=%q", a.name, a.value)
			}
			out = append(out, line)
		case Close:
			out = append(out, "</"+t.Name)
		case Text:
			out = append(out, fmt.Sprintf("%q", t.Text))
		}
	}
}

// toldByLibrary writes what encoding/xml tells of the file.
func toldByLibrary(text string, lenient bool) []string {
	d := xml.NewDecoder(strings.NewReader(text))
	next := d.Token
	if lenient {
		d.Strict, d.CharsetReader, next = false, inCharset, d.RawToken
	}
	var out []string
	for {
		t, err := next()
		if err != nil {
			return append(out, err.Error())
		}
		switch e := t.(type) {
		case xml.StartElement:
			line := "<" + e.Name.Local
			for _, a := range e.Attr {
				line += fmt.Sprintf(" %s=%q", prefixed(a.Name), a.Value)
			}
			out = append(out, line)
		case xml.EndElement:
			out = append(out, "</"+e.Name.Local)
		case xml.CharData:
			out = append(out, fmt.Sprintf("%q", string(e)))
		}
	}
}

func TestNext(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n<w:p w:id='1'>得分<w:b/></w:p>",
			[]string{`"\n"`, `<p w:id="1"`, `"得分"`, "<b", "</b", "</p", "EOF"}},
		{"<a b = \"1 &lt; 2\"\n c='“&#x5f97;”'>&amp;&#20998;\r\n</a >", []string{`<a b="1 < 2" c="“得”"`, `"&分\n"`, "</a", "EOF"}},
		{"<a><!-- > --><b\t/>，；</a>", []string{"<a", "<b", "</b", `"，；"`, "</a", "EOF"}},
		{"<a><![CDATA[<b>]]></a>", []string{"<a", `"<b>"`, "</a", "EOF"}},
		{"<a>\n</b>", []string{"<a", `"\n"`, "XML syntax error on line 2: element <a> closed by </b>"}},
		{"<a>\n<b>得", []string{"<a", `"\n"`, "<b", `"得"`, "XML syntax error on line 2: unexpected EOF"}},
		{"<a>\n<b c='得", []string{"<a", `"\n"`, "XML syntax error on line 2: unexpected EOF"}},
		{"<a>&nbsp;</a>", []string{"<a", "XML syntax error on line 1: invalid character entity &nbsp;"}},
		{"</a>", []string{"XML syntax error on line 1: unexpected end element </a>"}},
		{"", []string{"EOF"}},
	} {
		if diff := cmp.Diff(c.want, told(New(strings.NewReader(c.text)))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestLenient(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"<a>&nbsp;</b>", []string{"<a", `"&nbsp;"`, "</b", "EOF"}},
		{`<?xml version="1.0" encoding="gb2312"?><a>` + "\xb5\xc3</a>", []string{"<a", `"得"`, "</a", "EOF"}},
		{"<a b=1 c></a>", []string{`<a b="1" c="c"`, "</a", "EOF"}},
	} {
		if diff := cmp.Diff(c.want, told(Lenient(strings.NewReader(c.text)))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestAttributes(t *testing.T) {
	r := New(strings.NewReader(`<sheet r:id="rId1" id="7" name=""/>`))
	e, err := r.Next()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range [][2]string{
		{e.Attr("id"), "rId1"}, {e.Own("id"), "7"}, {e.Attr("name"), ""}, {e.Own("r"), ""}, {e.Attr("r"), ""},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, want %q", c[0], c[1])
		}
	}
}

// pieces are what files are made of, whole and broken.
var pieces = []string{
	"<a>", "</a>", "<w:t>", "</w:t>", "<b/>", "<c d='1' e:f=\"得\"/>", "<c d='&lt;'>", "得分，", "5", " \r\n", "\n", "&amp;", "&#x41;", "&#0;", "&x;", "&",
	"]]>", "]", "<!-- b -->", "<!--", "-->", "--", "<![CDATA[x]]>", "<?xml version='1.0'?>", "<?a b?>", "<!DOCTYPE a>", "<", ">", "\"", "'", "=", "/",
	"<1>", "<a:b:c>", "<:a>", "<a:>", "<得>", "</ a>", "<a b>", "<a b=c>", "<a\nb='\n\r'>", "\x00", "\xff", "\ufffe", "\uffff", "\ufffd", "\u00e9",
}

// What a reader tells is what encoding/xml tells, however the bytes come in.
func TestAsLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "pieces"), "")
		lenient := rapid.Bool().Draw(t, "lenient")
		var in io.Reader = strings.NewReader(text)
		if rapid.Bool().Draw(t, "slow") {
			in = iotest.OneByteReader(in)
		}
		r := &Reader{window: window{in: in}, lenient: lenient}
		if rapid.Bool().Draw(t, "narrow") {
			r.buf = make([]byte, 8)
		}
		if diff := cmp.Diff(toldByLibrary(text, lenient), told(r)); diff != "" {
			t.Fatalf("%q (-want +got):\n%s", text, diff)
		}
	})
}

// A token that is longer than the widest window is read all the same.
func TestLongTokens(t *testing.T) {
	long := strings.Repeat("得", mostWindow)
	for _, text := range []string{"<a>" + long + "</a>", "<a b='" + long + "'/>", "<a>" + strings.Repeat(" ", 3*mostWindow) + "<b/>\n</c>"} {
		if diff := cmp.Diff(toldByLibrary(text, false), told(New(strings.NewReader(text)))); diff != "" {
			t.Errorf("%d bytes: differ", len(text))
		}
	}
}

// The error of the file itself comes through.
func TestErrorOfTheFile(t *testing.T) {
	gone := errors.New("gone")
	r := New(io.MultiReader(strings.NewReader("<a>得"), iotest.ErrReader(gone)))
	for {
		if _, err := r.Next(); err != nil {
			if !errors.Is(err, gone) {
				t.Errorf("error %v", err)
			}
			return
		}
	}
}

func FuzzNext(f *testing.F) {
	for _, p := range pieces {
		f.Add("<a>"+p+"</a>", true)
	}
	f.Fuzz(func(t *testing.T, text string, lenient bool) {
		r := &Reader{window: window{in: strings.NewReader(text)}, lenient: lenient}
		if diff := cmp.Diff(toldByLibrary(text, lenient), told(r)); diff != "" {
			t.Fatal(diff)
		}
	})
}
