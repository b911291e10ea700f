package extract

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fuhe/extract/document"
	"fuhe/extract/pdf/sample"

	"github.com/xuri/excelize/v2"
)

func TestFormatsAreToldByContent(t *testing.T) {
	page := string(sample.Page("BT /F 10 Tf 20 40 Td (abc) Tj ET"))
	for _, c := range []struct{ name, data, format string }{
		{"a.txt", page, "pdf"},
		{"a.pdf", "绩效自评表\n产出指标\t95%\n", "text"},
		{"a.pdf", "HTTP/1.1 200 OK\r\n\r\n" + page, "pdf"},
		{"", "1", "text"},
		{"a.txt", "<!DOCTYPE html><html><body><table><tr><td>绩效</td></tr></table></body></html>", "html"},
		{"a.doc", "<table><tr><td>绩效</td></tr></table>", "html"},
		{"a.html", "网站使用 <table> 标签。\n绩效自评", "text"},
	} {
		doc, err := Read(t.Context(), c.name, []byte(c.data), document.Limits{})
		if err != nil || doc.Format != c.format || len(doc.Blocks) == 0 {
			t.Errorf("%.20q: %+v, %v", c.data, doc, err)
		}
	}
}

// TestForeignFilesComeWithAdvice names what a file is and what to do, in both languages.
func TestForeignFilesComeWithAdvice(t *testing.T) {
	for _, c := range []struct{ name, data, zh, en string }{
		{"zip", "PK\x03\x04\x00\x00", "压缩包", "archive"},
		{"old Office", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00", "旧版", "legacy"},
		{"RAR", "Rar!\x1a\x07\x00\x00\x00\x00\x01\x02\x03", "RAR", "RAR"},
		{"7z", "7z\xBC\xAF\x27\x1C\x00\x00\x01\x02\x03\x04", "7z", "7z"},
		{"RTF", `{\rtf1\ansi 绩效}`, "RTF 文档", "RTF document"},
		{"PNG", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02\x03", "图片", "picture"},
		{"JPEG", "\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x02\x03\x04", "图片", "picture"},
		{"TIFF", "II*\x00\x08\x00\x00\x00\x01\x02\x03\x04", "图片", "picture"},
		{"junk", "\x00\x01\x02\x03\x04\x05\x06\x07\x08", "不是能读取的格式", "not a format"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(t.Context(), "a."+c.name, []byte(c.data), document.Limits{})
			var trouble *document.Trouble
			if !errors.As(err, &trouble) || trouble.Code != document.Unsupported || codeOf(err) != document.Unsupported {
				t.Fatalf("got %v", err)
			}
			if !strings.Contains(trouble.Says.ZH, c.zh) || !strings.Contains(trouble.Says.EN, c.en) {
				t.Errorf("says %q, %q", trouble.Says.ZH, trouble.Says.EN)
			}
			if !strings.Contains(err.Error(), "a."+c.name) {
				t.Errorf("%v does not name the file", err)
			}
		})
	}
}

func TestLimitsAndEmptyFiles(t *testing.T) {
	page := sample.Page("BT /F 10 Tf 20 40 Td (abc) Tj ET")
	many := sample.Objects("", "")
	many[1] = "<< /Type /Pages /Kids [" + strings.Repeat("3 0 R ", 9) + "] >>"
	for _, c := range []struct {
		name   string
		data   []byte
		limits document.Limits
		want   document.Code
	}{
		{"empty", nil, document.Limits{}, document.Damaged},
		{"too many bytes", page, document.Limits{Bytes: 100}, document.TooLarge},
		{"too many bytes of text", []byte("绩效自评"), document.Limits{Bytes: 3}, document.TooLarge},
		{"too many pages", sample.File(many...), document.Limits{Pages: 8}, document.TooLarge},
		{"within all limits", page, document.Limits{Bytes: int64(len(page)), Pages: 1}, ""},
	} {
		if _, err := Read(t.Context(), c.name, c.data, c.limits); codeOf(err) != c.want || (err == nil) != (c.want == "") {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestTimeIsALimit(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 0)
	defer cancel()
	if _, err := Read(ctx, "a.pdf", sample.Page("BT /F 10 Tf (a) Tj ET"), document.Limits{}); codeOf(err) != document.Timeout {
		t.Errorf("got %v", err)
	}
}

// TestFormatsAreListedWell holds the list to what the catalogue promises.
func TestFormatsAreListedWell(t *testing.T) {
	var ids []string
	for _, f := range Formats() {
		if f.ID == "" || f.Name.ZH == "" || f.Name.EN == "" || f.Doc.ZH == "" || f.Doc.EN == "" || slices.Contains(ids, f.ID) {
			t.Errorf("format %+v", f)
		}
		ids = append(ids, f.ID)
	}
	if ids[len(ids)-1] != "text" {
		t.Errorf("%v: text takes what no other format knows, so it comes last", ids)
	}
}

func TestErrorsOfOursHaveNoCode(t *testing.T) {
	if got := codeOf(errors.New("no disk")); got != "" {
		t.Errorf("got %q", got)
	}
}

// codeOf is the trouble code of an error of Read, or "" for an error that is ours.
func codeOf(err error) document.Code {
	var t *document.Trouble
	if errors.As(err, &t) {
		return t.Code
	}
	return ""
}

// TestLockedFilesSaySo opens a workbook under a password, as spreadsheet programs write them.
func TestLockedFilesSaySo(t *testing.T) {
	book := excelize.NewFile()
	if err := book.SetCellStr("Sheet1", "A1", "绩效自评表"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := book.Write(&b, excelize.Options{Password: "口令"}); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(t.Context(), "a.xlsx", b.Bytes(), document.Limits{}); codeOf(err) != document.Encrypted {
		t.Errorf("got %v", err)
	}
}
