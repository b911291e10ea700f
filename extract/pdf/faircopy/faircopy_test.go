package faircopy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/ledongthuc/pdf"

	"fuhe/extract/document"
	"fuhe/extract/pdf/sample"
)

// rootOf is the root of a fair copy, as the object layer reads it.
func rootOf(t *testing.T, c *Copy) pdf.Value {
	t.Helper()
	r, err := pdf.NewReader(bytes.NewReader(c.Bytes), int64(len(c.Bytes)))
	if err != nil {
		t.Fatalf("the fair copy cannot be read: %v", err)
	}
	return r.Trailer().Key("Root")
}

// contents makes the fair copy and returns what its pages hold.
func contents(t *testing.T, data []byte) []string {
	t.Helper()
	c, err := Make(t.Context(), data, document.Limits{})
	if err != nil {
		t.Fatalf("Make: %v", err)
	}
	list := rootOf(t, c).Key("Pages")
	pages := make([]string, list.Len())
	for i := range pages {
		streams := list.Index(i).Key("Contents")
		for k := range streams.Len() {
			pages[i] += string(c.Append(nil, streams.Index(k).Int64())) + "|"
		}
	}
	return pages
}

// edited returns the sample with a text replaced; offsets behind it are then wrong if lengths differ.
func edited(data []byte, old, new string) []byte {
	return bytes.Replace(data, []byte(old), []byte(new), 1)
}

func TestBrokenFilesAreRead(t *testing.T) {
	whole := sample.File(sample.Objects("q Q", "")...)
	junk := strings.Repeat("<html>\x00</html>\n", 30)
	for _, c := range []struct {
		name string
		data []byte
	}{
		{"whole", whole},
		{"line end before the header", append([]byte("\r\n \xEF\xBB\xBF"), whole...)},
		{"mail head before the header", append([]byte("HTTP/1.1 200 OK\r\n\r\n"), whole...)},
		{"version 2.0", edited(whole, "%PDF-1.7", "%PDF-2.0")},
		{"blank after the version", edited(whole, "%PDF-1.7\n", "%PDF-1.7 \n")},
		{"no header", whole[len("%PDF-1.7\n"):]},
		{"junk after the end", append(bytes.Clone(whole), junk...)},
		{"no end of file mark", edited(whole, "%%EOF", "")},
		{"no startxref", edited(whole, "startxref", "")},
		{"startxref beyond the end", append(bytes.Clone(whole), "\nstartxref\n999999\n%%EOF"...)},
		{"wrong offsets", edited(whole, "1 0 obj", "  % moved\n1 0 obj")},
		{"table from 1 instead of 0", edited(whole, "xref\n0 5", "xref\n1 5")},
		{"no trailer", edited(whole, "trailer", "tralier")},
		{"endless chain of tables", edited(whole, "/Size 5", "/Prev "+fmt.Sprint(bytes.Index(whole, []byte("xref\n0")))+" /Size 5")},
		{"size of two thousand million", edited(whole, "/Size 5", "/Size 2000000000")},
		{"breaks off in the table", whole[:bytes.Index(whole, []byte("0000000000"))]},
		{"wrong length, too short", edited(whole, "/Length 3", "/Length 1")},
		{"wrong length, too long", edited(whole, "/Length 3", "/Length 9")},
		{"no length", edited(whole, "/Length 3", "")},
		{"length of itself", edited(whole, "/Length 3", "/Length 4 0 R")},
		{"length elsewhere", sample.File(append(sample.Objects("", "")[:3], "<< /Length 5 0 R >>\nstream\nq Q\nendstream", "3")...)},
		{"catalogue without pages", edited(whole, "/Pages 2 0 R", "/Pages 9 0 R")},
		{"page tree that is a page", edited(whole, "/Pages 2 0 R", "/Pages 3 0 R")},
		{"tree that holds itself", edited(whole, "[3 0 R]", "[2 0 R 3 0 R]")},
		{"page without a type", edited(whole, "/Type /Page ", "")},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff([]string{"q Q|"}, contents(t, c.data)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLastDefinitionHolds(t *testing.T) {
	data := sample.File(sample.Objects("old", "")...)
	data = append(data, "4 0 obj\n<< /Length 3 >>\nstream\nnew\nendstream\nendobj\n"...)
	data = edited(data, "startxref", "startxxxx")
	if got := contents(t, data); got[0] != "new|" {
		t.Errorf("got %q", got)
	}
}

func TestInheritance(t *testing.T) {
	data := sample.File(
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R 4 0 R] /MediaBox [0 0 10 20] /Rotate 90 >>",
		"<< /Type /Pages /Kids [5 0 R] /Rotate 180 /Parent 2 0 R >>",
		"<< /Type /Page /MediaBox [0 0 7 7] /Parent 2 0 R >>",
		"<< /Type /Page /Parent 3 0 R >>",
	)
	c, err := Make(t.Context(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	pages := rootOf(t, c).Key("Pages")
	var got []string
	for i := range pages.Len() {
		box := pages.Index(i).Key("MediaBox")
		got = append(got, fmt.Sprint(box.Index(2).Float64(), box.Index(3).Float64(), pages.Index(i).Key("Rotate").Int64()))
	}
	want := []string{"10 20 180", "7 7 90"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPackedObjects(t *testing.T) {
	members := "<< /Type /Catalog /Pages 2 0 R >> << /Type /Pages /Kids [3 0 R] >> << /Type /Page /Contents 4 0 R >>"
	second := strings.Index(members, "<< /Type /Pages")
	third := strings.Index(members, "<< /Type /Page /")
	head := fmt.Sprintf("1 0 2 %d 3 %d ", second, third)
	packed := sample.Stream(fmt.Sprintf("/Type /ObjStm /N 3 /First %d /Filter /FlateDecode", len(head)), sample.Flate(head+members))
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	at4 := b.Len()
	fmt.Fprintf(&b, "4 0 obj\n%s\nendobj\n", sample.Stream("", "q Q"))
	at5 := b.Len()
	fmt.Fprintf(&b, "5 0 obj\n%s\nendobj\n", packed)
	at6 := b.Len()
	rows := []byte{0, 0, 0, 0, 2, 0, 5, 0, 2, 0, 5, 1, 2, 0, 5, 2, 1, byte(at4 >> 8), byte(at4), 0, 1, byte(at5 >> 8), byte(at5), 0, 1, byte(at6 >> 8), byte(at6), 0}
	fmt.Fprintf(&b, "6 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF",
		sample.Stream("/Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R", string(rows)), at6)
	for name, data := range map[string][]byte{
		"by its references":   b.Bytes(),
		"by reading it whole": edited(b.Bytes(), "startxref", "startxxxx"),
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff([]string{"q Q|"}, contents(t, data)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	pages := "<< /Type /Pages /Kids [" + strings.Repeat("3 0 R ", 50) + "] >>"
	many := sample.Objects("", "")
	many[1] = pages
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, ErrNoPages},
		{"text", []byte("not a PDF at all"), ErrNoPages},
		{"object stream in itself", []byte("%PDF-1.5\n1 0 obj<</Type/ObjStm/N 1/First 4/Length 9>>stream\n1 0 <<>> \nendstream endobj\ntrailer<</Root 1 0 R>>"), ErrNoPages},
		{"tree of nothing but itself", sample.File("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]>>"), ErrNoPages},
		{"too many pages", sample.File(many...), ErrTooLarge},
		{"too many objects", sample.File(append(sample.Objects("", ""), make([]string, 60)...)...), ErrTooLarge},
		{"nested too deeply to tell its pages", sample.File("<< /Type /Catalog /Pages 2 0 R /X "+strings.Repeat("[", 100)+strings.Repeat("]", 100)+" >>", "null"), ErrTooLarge},
		{"foreign security", sample.FileWith("/Encrypt << /Filter /Foreign >>", sample.Objects("", "")...), ErrEncrypted},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Make(t.Context(), c.data, document.Limits{Pages: 40, Objects: 50}); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

func TestOneStreamNeverFillsTheMemory(t *testing.T) {
	bomb := sample.Flate(strings.Repeat(" ", maxStream+1000))
	objects := sample.Objects("", "")
	objects[3] = sample.Stream("/Filter /FlateDecode", bomb)
	c, err := Make(t.Context(), sample.File(objects...), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Append(nil, 1); len(got) != maxStream || !c.Cut() || len(c.Missing()) != 0 || c.Err() != nil {
		t.Errorf("%d bytes, cut %v, missing %q, error %v", len(got), c.Cut(), c.Missing(), c.Err())
	}
	c, err = Make(t.Context(), sample.File(objects...), document.Limits{Unpacked: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Append(nil, 1); len(got) > 1<<20 || !errors.Is(c.Err(), ErrTooLarge) {
		t.Errorf("over the limit of the document: %d bytes, error %v", len(got), c.Err())
	}
}

func TestStreamsThatAreAskedForAgainCountOnce(t *testing.T) {
	c, err := Make(t.Context(), sample.File(sample.Objects("q Q", "")...), document.Limits{Unpacked: 5})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if got := c.Append([]byte("a "), 1); string(got) != "a q Q" || c.Err() != nil {
			t.Errorf("got %q, error %v", got, c.Err())
		}
	}
}

// TestStreamsAreNotTheFile writes over what a stream held and asks for the next one.
func TestStreamsAreNotTheFile(t *testing.T) {
	objects := sample.Objects("first", "/Contents [4 0 R 5 0 R]", sample.Stream("", "second"))
	objects[2] = strings.Replace(objects[2], "/Contents 4 0 R ", "", 1)
	c, err := Make(t.Context(), sample.File(objects...), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	room := c.Append(nil, 2)
	c.Append(room[:0], 1)
	if got := c.Append(nil, 2); string(got) != "second" {
		t.Errorf("got %q", got)
	}
}

func TestBrokenStreamsAreToldOnceTheyAreAskedFor(t *testing.T) {
	objects := sample.Objects("", "")
	objects[3] = sample.Stream("/Filter /FlateDecode", strings.Repeat("no zlib data at all ", 9))
	c, err := Make(t.Context(), sample.File(objects...), document.Limits{})
	if err != nil || len(c.Missing()) != 0 {
		t.Fatalf("missing %q, error %v", c.Missing(), err)
	}
	c.Append(nil, 1)
	if diff := cmp.Diff([]string{"stream in object 4"}, c.Missing()); diff != "" {
		t.Error(diff)
	}
}

func TestContextEndsTheWork(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), -time.Second)
	defer cancel()
	if _, err := Make(ctx, sample.Page("q"), document.Limits{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestOnlyWhatTextNeedsIsKept(t *testing.T) {
	entries := "/Resources << /XObject << /I 5 0 R /M 6 0 R >> /Pattern << /P 7 0 R >> >> /Thumb 7 0 R /Metadata 7 0 R"
	data := sample.File(sample.Objects("q", entries,
		sample.Stream("/Subtype /Image /Filter /DCTDecode", strings.Repeat("PIXELS", 99)),
		sample.Stream("/Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /M 6 0 R >> >>", "FORM"),
		sample.Stream("", "AWAY"))...)
	c, err := Make(t.Context(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	all := c.Bytes
	for number := range c.list {
		all = c.Append(all, int64(number+1))
	}
	for text, want := range map[string]int{"PIXELS": 0, "AWAY": 0, "FORM": 1, "/Image": 1} {
		if got := bytes.Count(all, []byte(text)); got != want {
			t.Errorf("%s stands there %d times, want %d", text, got, want)
		}
	}
}

func FuzzMake(f *testing.F) {
	f.Add(sample.Page("BT /F 9 Tf (x) Tj ET"))
	f.Add(sample.File(sample.Objects("q", "/Rotate 90 /Annots [<< >>]", sample.Stream("/Type /ObjStm /N 1 /First 4", "9 0 <<>>"))...))
	f.Add([]byte("%PDF-1.5\n1 0 obj<</Type/XRef/W[1 2 1]/Length 4>>stream\n\x01\x00\x09\x00\nendstream startxref 9"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Make(t.Context(), data, document.Limits{Unpacked: 1 << 20, Pages: 100})
		if err != nil {
			return
		}
		if got := rootOf(t, c).Key("Pages").Len(); got != c.Pages {
			t.Fatalf("%d pages in the copy, %d counted", got, c.Pages)
		}
	})
}
