package html

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

func encoded(t *testing.T, e encoding.Encoding, text string) []byte {
	t.Helper()
	data, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func utf16Of(order binary.AppendByteOrder, text string) (data []byte) {
	for _, unit := range utf16.Encode([]rune(text)) {
		data = order.AppendUint16(data, unit)
	}
	return data
}

func TestCharsets(t *testing.T) {
	page := func(charset string) string {
		return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=` + charset + `"></head><body><p>绩效自评得分≥95分</p></body></html>`
	}
	for _, c := range []struct {
		name string
		data []byte
	}{
		{"UTF-8", []byte(page("utf-8"))},
		{"UTF-8 under an old name", []byte(page("gb2312"))},
		{"UTF-8 with a mark", append([]byte{0xEF, 0xBB, 0xBF}, page("gb2312")...)},
		{"GBK", encoded(t, simplifiedchinese.GBK, page("gb2312"))},
		{"GBK under a new name", encoded(t, simplifiedchinese.GBK, page("utf-8"))},
		{"GB18030 without a name", encoded(t, simplifiedchinese.GB18030, "<html><p>绩效自评得分≥95分")},
		{"Big5", encoded(t, traditionalchinese.Big5, strings.ReplaceAll(page("Big5"), "绩效自评得分≥", "績效自評得分"))},
		{"UTF-16", utf16Of(binary.LittleEndian, "\ufeff"+page("unicode"))},
		{"UTF-16, the other way", utf16Of(binary.BigEndian, "\ufeff"+page("unicode"))},
		{"UTF-16 without a mark", utf16Of(binary.LittleEndian, page("unicode"))},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !Sniff(c.data) {
				t.Error("not taken for a page")
			}
			got := sketch(mustRead(t, c.data))
			if got != "绩效自评得分≥95分" && got != "績效自評得分95分" {
				t.Errorf("read %q", got)
			}
		})
	}
}

func TestOneLostByteLosesNoPage(t *testing.T) {
	page := bytes.Replace([]byte("<p>"+strings.Repeat("绩效自评", 100)+"</p>"), []byte("效"), []byte("\xE6\x95"), 1)
	if got := sketch(mustRead(t, page)); !strings.HasSuffix(got, "绩效自评") {
		t.Errorf("read %q", got)
	}
}

func TestSniff(t *testing.T) {
	for text, want := range map[string]bool{
		"<!DOCTYPE html><html>":                                       true,
		"\ufeff\r\n\r\n  <HTML>":                                      true,
		"<html xmlns:x=\"urn:schemas-ms-excel\">":                     true,
		"<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html>": true,
		"<!-- made by a portal --><div>":                              true,
		"<table border=1>":                                            true,
		"<meta charset=gbk><table>":                                   true,
		"<p>文</p>":                                                    true,
		"<?xml version=\"1.0\"?><w:wordDocument>":                     false,
		"<!DOCTYPE svg><svg>":                                         false,
		"<pageSetup/>":                                                false,
		"<10 分不得分":                                                    false,
		"绩效自评表 <table>":                                               false,
		"%PDF-1.7":                                                    false,
		"":                                                            false,
		"<":                                                           false,
	} {
		if got := Sniff([]byte(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
