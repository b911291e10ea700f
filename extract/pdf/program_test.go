package pdf

import (
	"encoding/binary"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/pdf/sample"
)

// typeOne is the clear part of a Type 1 program whose own encoding has 绩 at code 65 and 效 at 66.
const typeOne = "%!PS-AdobeFont-1.0: X\n/FontName /X def\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n" +
	"dup 65 /uni7EE9 put\ndup 66 /uni6548 put\nreadonly def\ncurrentfile eexec\x80\x01dup 65 /B put"

// compact writes a program in the Compact Font Format of three glyphs: none, 绩 and B. Its own encoding
// has them at codes 65 and 66. A program whose glyphs have CIDs begins its dictionary with ROS.
func compact(encoding string, keyed bool) string {
	index := func(items ...string) string {
		out := binary.BigEndian.AppendUint16(nil, uint16(len(items)))
		if len(items) == 0 {
			return string(out)
		}
		out = append(out, 1, 1)
		at := 1
		for _, item := range items {
			at += len(item)
			out = append(out, byte(at))
		}
		for _, item := range items {
			out = append(out, item...)
		}
		return string(out)
	}
	number := func(n int) string { return "\x1c" + string([]byte{byte(n >> 8), byte(n)}) }
	ros := ""
	if keyed {
		ros = number(391) + number(391) + number(0) + "\x0c\x1e"
	}
	start := "\x01\x00\x04\x01" + index("X")
	tail := index("uni7EE9") + index()
	top := func(charset, encoding, glyphs int) string {
		return index(ros + number(charset) + "\x0f" + number(encoding) + "\x10" + number(glyphs) + "\x11")
	}
	charset := "\x00" + "\x01\x87" + "\x00\x23" // name 391, the font's first, and 35, B
	at := len(start) + len(top(0, 0, 0)) + len(tail)
	return start + top(at, at+len(charset), at+len(charset)+len(encoding)) + tail + charset + encoding + index("\x0e", "\x0e", "\x0e")
}

// TestProgramsTellTheirEncoding reads simple fonts whose encoding stands in the embedded program only.
func TestProgramsTellTheirEncoding(t *testing.T) {
	list, ranges := "\x00\x02AB", "\x01\x01A\x01"
	for _, c := range []struct{ name, font, key, program, want string }{
		{"Type 1", "", "FontFile", typeOne, "绩效\uFFFD"},
		{"Type 1 with the standard encoding", "", "FontFile", "/Encoding StandardEncoding def eexec", "ABC"},
		{"Type 1 without one", "", "FontFile", "nothing", "ABC"},
		{"compact, list of codes", "", "FontFile3", compact(list, false), "绩B\uFFFD"},
		{"compact, ranges of codes", "", "FontFile3", compact(ranges, false), "绩B\uFFFD"},
		{"compact, with a code of its own", "", "FontFile3", compact("\x80\x02AB\x01C\x00\x23", false), "绩BB"},
		{"compact, keyed by CIDs", "", "FontFile3", compact(list, true), "ABC"},
		{"compact, breaks off", "", "FontFile3", compact(list, false)[:30], "ABC"},
		{"no program", "", "Nothing", "", "ABC"},
		{"the PDF names an encoding", "/Encoding /WinAnsiEncoding", "FontFile", typeOne, "ABC"},
		{"the PDF names differences only", "/Encoding << /Differences [67 /one] >>", "FontFile", typeOne, "绩效1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := sample.File(sample.Objects("BT /C 10 Tf 20 50 Td (ABC) Tj ET", "/Resources << /Font << /C 5 0 R >> >>",
				"<< /Type /Font /Subtype /Type1 "+c.font+" /FontDescriptor << /"+c.key+" 6 0 R >> >>", sample.Stream("", c.program))...)
			p, _ := onePage(t, data)
			if diff := cmp.Diff(c.want, textOf(p)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestGlyphNamesOfACompactProgramTellItsGlyphs(t *testing.T) {
	for _, c := range []struct {
		name, want string
		keyed      bool
	}{{"names", "绩B", false}, {"CIDs", "\uFFFD\uFFFD", true}} {
		t.Run(c.name, func(t *testing.T) {
			data := composite("<00010002>", "/Encoding /Identity-H", "/FontDescriptor << /FontFile3 8 0 R >>", "", compact("", c.keyed))
			p, _ := onePage(t, data)
			if diff := cmp.Diff(c.want, textOf(p)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
