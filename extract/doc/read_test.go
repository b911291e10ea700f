package doc_test

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/doc"
	"fuhe/extract/document"
)

// TestParts reads one of everything: lists, changes, hidden text, links, notes, breaks, merged cells, a table in a
// table, a text box.
func TestParts(t *testing.T) {
	got, err := doc.Read(t.Context(), file(t, "testdata/parts.doc"), document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{
		"一、自评结论", "1.预算执行", "2.目标完成", "二、存在问题",
		"全年安排400万元，见附件。",
		"第一行", "第二行𠮷②≥95%",
		"|资金（万元）·3×1|预算数·1×2|说明|", "|400.00||明细如下·2×1|", "|380.00·1×2|",
		"两表之间",
		"|甲|乙|丙|", "|内一|内二|", "|1|2|",
		"框前", "完", "含上年结转。", "框内得分96.5分",
	}, "\n")
	if diff := cmp.Diff(want, sketch(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(got.Notes) > 0 {
		t.Errorf("notes on a sound document: %+v", got.Notes)
	}
}

// sketch draws a document: a line for each paragraph, and for each row of a table the cells that begin in it.
func sketch(d *document.Document) string {
	var lines []string
	for _, block := range d.Blocks {
		if block.Paragraph != nil {
			lines = append(lines, block.Paragraph.Text)
			continue
		}
		rows := make([]string, block.Table.Rows)
		for _, c := range block.Table.Cells {
			rows[c.Row] += "|" + c.Text
			if c.RowSpan > 1 || c.ColumnSpan > 1 {
				rows[c.Row] += fmt.Sprintf("·%d×%d", c.RowSpan, c.ColumnSpan)
			}
		}
		for _, r := range rows {
			lines = append(lines, r+"|")
		}
	}
	return strings.Join(lines, "\n")
}

// TestDamage spoils a sound document.
func TestDamage(t *testing.T) {
	sound := file(t, "testdata/parts.doc")
	block := strings.Index(string(sound), "\xEC\xA5") // where the information block begins
	with := func(at int, value uint16) []byte {
		data := append([]byte(nil), sound...)
		binary.LittleEndian.PutUint16(data[block+at:], value)
		return data
	}
	flags := binary.LittleEndian.Uint16(sound[block+10:])
	for _, c := range []struct {
		name string
		data []byte
		want document.Code
	}{
		{"encrypted", with(10, flags|0x100), document.Encrypted},
		{"Word 95", with(2, 0x68), document.Unsupported},
		{"another signature", with(0, 0x1234), document.Damaged},
		{"the other table stream", with(10, flags^0x200), document.Damaged},
		{"no information block", sound[:600], document.Damaged},
		{"no text", with(418+4, 0), document.Damaged}, // the piece table has no bytes
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := doc.Read(t.Context(), c.data, document.Limits{})
			var trouble *document.Trouble
			if !errors.As(err, &trouble) || trouble.Code != c.want || trouble.Says.ZH == "" || trouble.Says.EN == "" {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	sound := file(t, "testdata/parts.doc")
	var trouble *document.Trouble
	if _, err := doc.Read(t.Context(), sound, document.Limits{Unpacked: 100}); !errors.As(err, &trouble) || trouble.Code != document.TooLarge {
		t.Errorf("more text than is allowed: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := doc.Read(ctx, sound, document.Limits{}); !errors.As(err, &trouble) || trouble.Code != document.Timeout {
		t.Errorf("cancelled: %v", err)
	}
	shallow, err := doc.Read(t.Context(), sound, document.Limits{Nesting: 1})
	if err != nil || !strings.Contains(sketch(shallow), "内二") {
		t.Errorf("a table nested deeper than is allowed loses its text: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(file(f, "testdata/parts.doc"))
	paths, err := filepath.Glob("../../testdata/formats/*.doc")
	if err != nil || len(paths) == 0 {
		f.Fatal("no files", err)
	}
	for _, path := range paths {
		f.Add(file(f, path))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc.Sniff(data)
		var trouble *document.Trouble
		if _, err := doc.Read(t.Context(), data, document.Limits{Unpacked: 1 << 22}); err != nil && !errors.As(err, &trouble) {
			t.Fatalf("an error that is no trouble: %v", err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	data := file(b, "../../testdata/formats/eight.doc")
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := doc.Read(b.Context(), data, document.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

func file(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
