package pdf

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"fuhe/extract/document"
	"fuhe/extract/pdf/sample"
)

// TestCostIsBounded reads files whose cost would grow with the square of their size, or worse.
func TestCostIsBounded(t *testing.T) {
	forms := func() []byte {
		const levels = 11
		objects := sample.Objects("/X Do", "/Resources << /XObject << /X 5 0 R >> >>")
		for i := range levels {
			objects = append(objects, sample.Stream(fmt.Sprintf("/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>", 6+i), strings.Repeat("/X Do ", 20)))
		}
		return sample.File(objects...)
	}
	bombs := func() []byte {
		const pages, first = 12, 3
		bomb := sample.Stream("/Filter /FlateDecode", sample.Flate(strings.Repeat(" ", 20<<20)))
		objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", ""}
		kids := ""
		for i := range pages {
			kids += fmt.Sprintf("%d 0 R ", first+2*i)
			objects = append(objects, fmt.Sprintf("<< /Type /Page /Contents %d 0 R >>", first+2*i+1), bomb)
		}
		objects[1] = "<< /Type /Pages /Kids [" + kids + "] >>"
		return sample.File(objects...)
	}
	for _, c := range []struct {
		name string
		data []byte
		want document.Code
	}{
		{"objects that never end", []byte("%PDF-1.4\n" + strings.Repeat("1 0 obj (", 60_000)), document.Damaged},
		{"dictionaries that never end", []byte("%PDF-1.4\n" + strings.Repeat("1 0 obj << /A [", 40_000)), document.Damaged},
		{"streams that never end", []byte("%PDF-1.4\n" + strings.Repeat("1 0 obj <<>> stream\n", 30_000)), document.Damaged},
		{"trailers that never end", []byte("%PDF-1.4\n" + strings.Repeat("trailer <</A(", 50_000)), document.Damaged},
		{"brackets", sample.File(sample.Objects("", "/A "+strings.Repeat("[", 200_000))...), document.NoTextLayer},
		{"forms in forms", forms(), document.NoTextLayer},
		{"many bombs", bombs(), document.TooLarge},
		{"strings", sample.Page("BT /F 1 Tf (" + strings.Repeat("x", 3_000_000) + ") Tj ET"), ""},
		{"glyphs at one place", sample.Page("BT /F 1 Tf 5 5 Td -50 Tz " + strings.Repeat("(abcdefghijklmnopq) Tj 0 0 Td ", 20_000) + " ET"), ""},
		{"saved states", sample.Page(strings.Repeat("q ", 1_000_000)), document.NoTextLayer},
		{"points", sample.Page(strings.Repeat("1 1 l ", 600_000) + "f"), document.NoTextLayer},
		{"wide ranges of codes", composite("<"+strings.Repeat("0001", 5000)+">", "/Encoding /Identity-H /ToUnicode 7 0 R", "",
			"beginbfrange "+strings.Repeat("<0000> <FFFF> <4E00> <00000000> <FFFFFFFF> <4E00> ", 20_000)+" endbfrange", ""), ""},
		{"wide ranges of widths", composite("<0001>", "/Encoding /Identity-H", "/W ["+strings.Repeat("0 65535 500 ", 20_000)+"] /W2 ["+strings.Repeat("0 65535 1 2 3 ", 20_000)+"]", "", ""), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
			defer cancel()
			_, _, err := Read(ctx, c.data, document.Limits{})
			got := document.Code("")
			if trouble := new(document.Trouble); errors.As(err, &trouble) {
				got = trouble.Code
			}
			if got != c.want {
				t.Errorf("got %q (%v), want %q", got, err, c.want)
			}
		})
	}
}

func TestTimeIsKept(t *testing.T) {
	data := sample.Page("BT /F 9 Tf 9 9 Td (a) Tj ET " + strings.Repeat("0 0 m 1 1 l S ", 500_000))
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Millisecond)
	defer cancel()
	start := time.Now()
	_, _, err := Read(ctx, data, document.Limits{})
	var trouble *document.Trouble
	if !errors.As(err, &trouble) || trouble.Code != document.Timeout {
		t.Errorf("got %v", err)
	}
	if spent := time.Since(start); spent > time.Second {
		t.Errorf("took %v", spent)
	}
}
