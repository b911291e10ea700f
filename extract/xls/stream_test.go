package xls

import (
	"encoding/binary"
	"errors"
	"math"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"

	"fuhe/extract/document"
)

// stream writes records by hand.
type stream struct{ out []byte }

func (s *stream) add(kind int, fields ...any) *stream {
	var body []byte
	for _, f := range fields {
		switch v := f.(type) {
		case int:
			body = binary.LittleEndian.AppendUint16(body, uint16(v))
		case uint32:
			body = binary.LittleEndian.AppendUint32(body, v)
		case byte:
			body = append(body, v)
		case float64:
			body = binary.LittleEndian.AppendUint64(body, math.Float64bits(v))
		case string:
			body = append(body, v...)
		}
	}
	s.out = binary.LittleEndian.AppendUint16(s.out, uint16(kind))
	s.out = binary.LittleEndian.AppendUint16(s.out, uint16(len(body)))
	s.out = append(s.out, body...)
	return s
}

// wide writes a text as UTF-16.
func wide(text string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

func gbk(text string) string {
	out, err := simplifiedchinese.GBK.NewEncoder().String(text)
	if err != nil {
		panic(err)
	}
	return out
}

// book97 writes a workbook of one sheet: globals, then the sheet's records.
func book97(globals, sheet *stream) []byte {
	s := (&stream{}).add(recBegin, 0x600, 5)
	s.out = append(s.out, globals.out...)
	at := len(s.out) + 4 + 8 + 2 + 4
	s.add(recBoundSheet, uint32(at), byte(0), byte(0), byte(1), byte(1), wide("表")).add(recEnd)
	s.out = append(s.out, (&stream{}).add(recBegin, 0x600, 0x10).out...)
	s.out = append(s.out, sheet.out...)
	return s.add(recEnd).out
}

func drawn(t *testing.T, data []byte) (string, *document.Document) {
	t.Helper()
	doc, err := readStream(t.Context(), data, document.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, b := range doc.Blocks {
		if b.Table == nil {
			rows = append(rows, b.Paragraph.Text)
			continue
		}
		for _, row := range b.Table.Grid() {
			var texts []string
			for _, c := range row {
				texts = append(texts, c.Text)
			}
			rows = append(rows, strings.Join(texts, "|"))
		}
	}
	return strings.Join(rows, "\n"), doc
}

// formats adds a general style, a percent, a date and one of the project's own format.
func formats() *stream {
	g := (&stream{}).add(recFormat, 164, 6, byte(0), `0!.00,`)
	for _, id := range []int{0, 10, 14, 164} {
		g.add(recXF, 0, id, 0, 0, 0, uint32(0), uint32(0), 0)
	}
	return g
}

func TestValues(t *testing.T) {
	globals := formats().add(recSST, uint32(3), uint32(3),
		4, byte(1), wide("一级"))
	globals.add(recContinue, byte(1), wide("指标"), 2, byte(9), 1, wide("得分"), uint32(7), 3, byte(0), "abc")
	sheet := (&stream{}).
		add(recLabelSST, 0, 0, 0, uint32(0)).add(recLabelSST, 0, 1, 0, uint32(1)).add(recLabelSST, 0, 2, 0, uint32(2)).
		add(recNumber, 1, 0, 1, 0.9424).add(recRK, 1, 1, 0, uint32(948<<2|3)).add(recNumber, 1, 2, 2, 45199.0).
		add(recMulRK, 2, 0, 0, uint32(5<<2|2), 3, uint32(12345678<<2|2), 1).
		add(recBoolErr, 2, 2, 0, byte(7), byte(1)).
		add(recFormula, 3, 0, 0, 58.68, 0, uint32(0)).
		add(recFormula, 3, 1, 0, byte(0), byte(0), 0, 0, 0xFFFF, 0, uint32(0)).add(recString, 2, byte(1), wide("优良")).
		add(recBegin, 0x600, 0x20).add(recNumber, 9, 9, 0, 9.0).add(recEnd).
		add(recFormula, 3, 2, 0, byte(1), byte(0), byte(1), byte(0), 0, 0xFFFF, 0, uint32(0))
	got, doc := drawn(t, book97(globals, sheet))
	want := "一级指标|得分|abc\n94.24%|9.48|2023/9/30\n5|123.46|#DIV/0!\n58.68|优良|TRUE"
	if got != want {
		t.Errorf("read:\n%s\nwant:\n%s", got, want)
	}
	if place := doc.Blocks[0].Table.At(1, 2).Place; place.Cell != "表!C2" {
		t.Errorf("place: %+v", place)
	}
}

func TestHiddenAndMerged(t *testing.T) {
	sheet := (&stream{}).
		add(recColumnInfo, 1, 1, 0, 0, 1).add(recRow, 1, 0, 2, 0, 0, 0, uint32(0x20)).
		add(recNumber, 0, 0, 0, 1.0).add(recNumber, 0, 1, 0, 2.0).
		add(recNumber, 1, 1, 0, 4.0).add(recMerged, 1, 0, 1, 0, 0)
	got, doc := drawn(t, book97(formats(), sheet))
	if got != "1|2\n1|4" {
		t.Errorf("read:\n%s", got)
	}
	if len(doc.Notes) != 1 || !strings.Contains(doc.Notes[0].Says.ZH, "“表”中1行、“表”中1列") {
		t.Errorf("notes: %+v", doc.Notes)
	}
}

// TestExcel95 reads a workbook whose texts are in the code page of Chinese Windows.
func TestExcel95(t *testing.T) {
	s := (&stream{}).add(recBegin, 0x500, 5).add(recCodePage, 936).add(recFormat, 164, byte(5), "0.00%").add(recXF, 0, 164, 0, 0, 0, 0, 0, 0)
	at := len(s.out) + 4 + 7 + 4 + 4
	s.add(recBoundSheet, uint32(at), byte(0), byte(0), byte(4), gbk("自评")).add(recEnd).add(recBegin, 0x500, 0x10).
		add(recLabel, 0, 0, 9, 8, gbk("三级指标")).add(recRString, 0, 1, 9, 4, gbk("得分"), byte(0)).
		add(recLabel, 1, 0, 9, 6, gbk("合格率")).add(recNumber, 1, 1, 0, 0.95).add(recEnd)
	if got, doc := drawn(t, s.out); got != "三级指标|得分\n合格率|95.00%" || doc.Blocks[0].Table.At(0, 0).Place.Cell != "自评!A1" {
		t.Errorf("read:\n%s", got)
	}
}

func TestEncrypted(t *testing.T) {
	_, err := readStream(t.Context(), book97((&stream{}).add(recFilePass, 1), &stream{}), document.DefaultLimits)
	var trouble *document.Trouble
	if !errors.As(err, &trouble) || trouble.Code != document.Encrypted {
		t.Errorf("a workbook behind a password: %v", err)
	}
}

func FuzzStream(f *testing.F) {
	sheet := (&stream{}).add(recNumber, 0, 0, 1, 0.9424).add(recMulRK, 2, 0, 0, uint32(5<<2|2), 1).add(recMerged, 1, 0, 1, 0, 0).add(recLabelSST, 0, 1, 0, uint32(0))
	f.Add(book97(formats().add(recSST, uint32(1), uint32(1), 2, byte(1), wide("甲乙")), sheet))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, err := readStream(t.Context(), data, document.Limits{Unpacked: 1 << 22})
		var trouble *document.Trouble
		if err != nil && !errors.As(err, &trouble) {
			t.Errorf("an error that is no Trouble: %v", err)
		}
	})
}
