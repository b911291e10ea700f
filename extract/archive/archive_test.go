package archive_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"fuhe/extract/archive"
	"fuhe/extract/document"
)

type entry struct {
	name  string
	data  string
	plain bool // the name is not said to be UTF-8
	extra []byte
}

func zipped(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, e := range entries {
		f, err := w.CreateHeader(&zip.FileHeader{Name: e.name, NonUTF8: e.plain, Method: zip.Deflate, Extra: e.extra})
		if err == nil {
			_, err = f.Write([]byte(e.data))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func gbk(t testing.TB, name string) string {
	t.Helper()
	text, err := simplifiedchinese.GB18030.NewEncoder().String(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// unpacked lists the members, a line each: name and text, or name and trouble.
func unpacked(ctx context.Context, data []byte, limits document.Limits) []string {
	var out []string
	for m, err := range archive.Files(ctx, data, limits) {
		var trouble *document.Trouble
		switch {
		case errors.As(err, &trouble):
			out = append(out, m.Name+" "+string(trouble.Code))
		case err != nil:
			out = append(out, m.Name+" "+err.Error())
		default:
			out = append(out, m.Name+"="+string(m.Data))
		}
	}
	return out
}

func want(t *testing.T, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("members:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestNames(t *testing.T) {
	old := gbk(t, "旧名.txt")
	field := []byte{0x75, 0x70, 0, 0, 1}
	field = binary.LittleEndian.AppendUint32(field, crc32.ChecksumIEEE([]byte(old)))
	field = append(field, "新名.txt"...)
	binary.LittleEndian.PutUint16(field[2:], uint16(len(field)-4))
	data := zipped(t,
		entry{name: "自评/一.txt", data: "1"},
		entry{name: gbk(t, "绩效自评/二.txt"), data: "2", plain: true},
		entry{name: "三.txt", data: "3", plain: true},
		entry{name: old, data: "4", plain: true, extra: field},
		entry{name: gbk(t, "反斜杠\\五.txt"), data: "5", plain: true},
		entry{name: "../../外/六.txt", data: "6"},
		entry{name: "folder/"}, entry{name: "__MACOSX/._一.txt", data: "x"}, entry{name: ".DS_Store", data: "x"}, entry{name: "~$报告.docx", data: "x"},
	)
	want(t, unpacked(t.Context(), data, document.Limits{}),
		"自评/一.txt=1", "绩效自评/二.txt=2", "三.txt=3", "新名.txt=4", "反斜杠/五.txt=5", "../../外/六.txt=6")
}

func TestNested(t *testing.T) {
	inner := zipped(t, entry{name: "b.txt", data: "乙"})
	office := string(zipped(t, entry{name: "[Content_Types].xml", data: "<x/>"}, entry{name: "xl/workbook.xml", data: "<x/>"}))
	data := zipped(t, entry{name: "a.txt", data: "甲"}, entry{name: "内.zip", data: string(inner)}, entry{name: "表.xlsx", data: office}, entry{name: "空.zip", data: string(zipped(t))})
	want(t, unpacked(t.Context(), data, document.Limits{}), "a.txt=甲", "内.zip!/b.txt=乙", "表.xlsx="+office)
	want(t, unpacked(t.Context(), data, document.Limits{Nesting: 1}), "a.txt=甲", "内.zip too-large", "表.xlsx="+office, "空.zip too-large")
	if archive.Sniff([]byte(office)) || !archive.Sniff(data) || archive.Sniff([]byte("%PDF-1.7")) {
		t.Error("a workbook, an archive and a PDF are not told apart")
	}
}

func TestTrouble(t *testing.T) {
	data := zipped(t, entry{name: "a.txt", data: strings.Repeat("甲", 1000)}, entry{name: "b.txt", data: "乙"})
	want(t, unpacked(t.Context(), data[:len(data)-30], document.Limits{}), " damaged")
	want(t, unpacked(t.Context(), data, document.Limits{Bytes: 50}), " too-large")
	want(t, unpacked(t.Context(), data, document.Limits{Unpacked: 100}), " too-large")
	want(t, unpacked(t.Context(), data, document.Limits{Bytes: 400}), "a.txt too-large", "b.txt=乙")

	central := bytes.Index(data, []byte("PK\x01\x02"))
	locked := bytes.Clone(data)
	locked[6] |= 1
	locked[central+8] |= 1
	want(t, unpacked(t.Context(), locked, document.Limits{}), "a.txt encrypted", "b.txt=乙")

	strange := bytes.Clone(data)
	strange[8], strange[central+10] = 9, 9 // Deflate64
	want(t, unpacked(t.Context(), strange, document.Limits{}), "a.txt unsupported", "b.txt=乙")

	broken := bytes.Clone(data)
	broken[central+16] ^= 0xFF // the checksum
	want(t, unpacked(t.Context(), broken, document.Limits{}), "a.txt damaged", "b.txt=乙")

	inner := zipped(t, entry{name: "x.zip", data: string(data[:60])}, entry{name: "y.txt", data: "丙"})
	want(t, unpacked(t.Context(), inner, document.Limits{}), "x.zip damaged", "y.txt=丙")

	ended, cancel := context.WithCancel(t.Context())
	cancel()
	want(t, unpacked(ended, data, document.Limits{}), " timeout")
}

// TestBombEnds unpacks an archive of archives that would grow without end.
func TestBombEnds(t *testing.T) {
	data := zipped(t, entry{name: "zeros", data: strings.Repeat("\x00", 1<<20)})
	for level := range 4 {
		var entries []entry
		for i := range 8 {
			entries = append(entries, entry{name: fmt.Sprintf("%d-%d.zip", level, i), data: string(data)})
		}
		data = zipped(t, entries...)
	}
	got := unpacked(t.Context(), data, document.Limits{Unpacked: 16 << 20})
	if last := got[len(got)-1]; last != " too-large" {
		t.Errorf("ends with %q", last[:min(len(last), 60)])
	}
}

func TestWalkCanStop(t *testing.T) {
	data := zipped(t, entry{name: "a", data: "1"}, entry{name: "b.zip", data: string(zipped(t, entry{name: "c", data: "2"}, entry{name: "d", data: "3"}))})
	seen := 0
	for range archive.Files(t.Context(), data, document.Limits{}) {
		if seen++; seen == 2 {
			break
		}
	}
	if seen != 2 {
		t.Errorf("%d members seen", seen)
	}
}

func FuzzFiles(f *testing.F) {
	f.Add(rar(entry{name: "a.txt", data: "甲"}))
	f.Add(zipped(f, entry{name: "a.zip", data: string(zipped(f, entry{name: "b", data: "c"}))}, entry{name: gbk(f, "二"), data: "2", plain: true}))
	f.Fuzz(func(t *testing.T, data []byte) {
		archive.Sniff(data)
		total := 0
		for m, err := range archive.Files(t.Context(), data, document.Limits{Unpacked: 1 << 20}) {
			var trouble *document.Trouble
			if total += len(m.Data); err != nil && !errors.As(err, &trouble) || total > 1<<20 {
				t.Fatalf("%d bytes, %v", total, err)
			}
		}
	})
}
