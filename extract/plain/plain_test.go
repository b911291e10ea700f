package plain

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
	"pgregory.net/rapid"

	"fuhe/extract/document"
)

const report = "绩效自评表\r\n项目名称\t道路养护\r\n产出指标 ≥95% 97.5%\r\n"

func gb(t *testing.T, text string) string {
	t.Helper()
	out, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// wideText encodes UTF-16 with the high byte first, or the low byte.
func wideText(text string, highFirst bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		high, low := byte(u>>8), byte(u)
		if !highFirst {
			high, low = low, high
		}
		b.WriteByte(high)
		b.WriteByte(low)
	}
	return b.String()
}

func TestEncodings(t *testing.T) {
	want := []string{"绩效自评表", "项目名称\t道路养护", "产出指标 ≥95% 97.5%"}
	for name, data := range map[string]string{
		"UTF-8":                     report,
		"UTF-8 with a mark":         "\xEF\xBB\xBF" + report,
		"GB18030":                   gb(t, report),
		"UTF-16 LE with a mark":     "\xFF\xFE" + wideText(report, false),
		"UTF-16 BE with a mark":     "\xFE\xFF" + wideText(report, true),
		"UTF-16 LE":                 wideText(report, false),
		"UTF-16 BE":                 wideText(report, true),
		"UTF-16 LE, odd byte":       "\xFF\xFE" + wideText(report, false) + "\x00",
		"line ends of old programs": strings.ReplaceAll(report, "\r\n", "\r"),
		"line ends of Unix":         strings.ReplaceAll(report, "\r\n", "\n"),
		"page ends and wide blanks": strings.ReplaceAll(strings.ReplaceAll(report, "\r\n", "\n\f"), " ", "\u00a0"),
	} {
		t.Run(name, func(t *testing.T) {
			if !Sniff([]byte(data)) {
				t.Fatal("not taken for text")
			}
			lines, err := Lines([]byte(data))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for i, l := range lines {
				got = append(got, l.Text)
				if l.Place.Line != i+1 {
					t.Errorf("line %d says it is %d", i+1, l.Place.Line)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestDamagedBytesLoseThemselvesOnly breaks one byte of a long text: the rest is read in its encoding.
func TestDamagedBytesLoseThemselvesOnly(t *testing.T) {
	long := strings.Repeat(report, 200)
	for name, data := range map[string]string{"UTF-8": long, "UTF-8 with a mark": "\xEF\xBB\xBF" + long, "GB18030": gb(t, long)} {
		t.Run(name, func(t *testing.T) {
			broken := []byte(data)
			broken[len(broken)/2] = 0xFF
			lines, err := Lines(broken)
			if err != nil {
				t.Fatal(err)
			}
			bad := 0
			for i, l := range lines {
				if l.Text != strings.Split(long, "\r\n")[i] {
					bad++
				}
			}
			if len(lines) != 600 || bad > 1 {
				t.Errorf("%d lines, %d of them wrong", len(lines), bad)
			}
		})
	}
}

func TestWhatIsNoText(t *testing.T) {
	for name, data := range map[string]string{
		"controls":                     "\x00\x01\x02\x03\x04\x05\x06\x07" + strings.Repeat("\x00\x9c\x03", 100),
		"random bytes":                 strings.Repeat("\xff\x80\x81\xfe\x00\xfd", 100),
		"broken UTF-16":                strings.Repeat("\x00\xd8", 50),
		"RTF":                          `{\rtf1\ansi\ansicpg936 {\fonttbl}\'bc\'a8}`,
		"web page":                     "<!DOCTYPE html>\n<html><body>绩效</body></html>",
		"piece of a page, in GB18030":  gb(t, "\r\n <table border=1><tr><td>绩效自评</td></tr></table>"),
		"page with a prolog":           "<?xml version=\"1.0\"?>\n<!-- saved -->\n<html xmlns=\"x\"><head></head></html>",
		"page in UTF-16 with a mark":   "\xFF\xFE" + wideText("<html><p>绩效</p></html>", false),
		"page with a byte order mark":  "\xEF\xBB\xBF<HTML>\n<BODY>x</BODY></HTML>",
		"page with blanks in front":    "\n\n  <div class=\"a\">绩效</div>",
		"RTF behind a byte order mark": "\xEF\xBB\xBF{\\rtf1 x}",
	} {
		if Sniff([]byte(data)) {
			t.Errorf("%s is taken for text", name)
		}
	}
	var trouble *document.Trouble
	if _, err := Lines([]byte("\x00\x01\x02\x03\x04\x05")); !errors.As(err, &trouble) || trouble.Code != document.Unsupported {
		t.Errorf("got %v", err)
	}
}

func TestTextsThatMentionTagsAreText(t *testing.T) {
	for _, text := range []string{
		"网站使用 <table> 与 <html> 标签。\n绩效自评",
		"<table> 标签应成对使用，绩效自评表不得嵌套。",
		"<项目名称>道路养护</项目名称>",
		"<p>rocedure 说明",
		"数量 <95% 且 >90%",
		`文件以 {\rtf1 开头时请另存`,
		"<tablet> 采购</tablet>",
		"<",
		"<!-- 没有结束的注释",
		"",
	} {
		if got := Markup([]byte(text)); got != "" {
			t.Errorf("%q is taken for %s", text, got)
		}
	}
}

// TestEncodingsAgree writes any Chinese text in each encoding and reads the same lines back.
func TestEncodingsAgree(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := "绩效自评\n" + rapid.StringMatching(`[一-龥0-9a-z，。 \n]{0,60}`).Draw(r, "text")
		want, err := Lines([]byte(text))
		if err != nil {
			r.Fatal(err)
		}
		for name, data := range map[string]string{"GB18030": gb(t, text), "LE": "\xFF\xFE" + wideText(text, false), "BE": "\xFE\xFF" + wideText(text, true)} {
			got, err := Lines([]byte(data))
			if err != nil {
				r.Fatalf("%s: %v", name, err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				r.Fatalf("%s: %s", name, diff)
			}
		}
	})
}

func FuzzLines(f *testing.F) {
	f.Add([]byte(report))
	f.Add([]byte("\xFF\xFEa\x00\n\x00"))
	f.Add([]byte("{\\rtf <html </"))
	f.Fuzz(func(t *testing.T, data []byte) {
		Markup(data)
		lines, err := Lines(data)
		if trouble := new(document.Trouble); err != nil && !errors.As(err, &trouble) {
			t.Fatalf("error is no Trouble: %v", err)
		}
		for i, l := range lines {
			if l.Place.Line != i+1 || strings.ContainsAny(l.Text, "\r\n\f") {
				t.Fatalf("line %d: %+v", i+1, l)
			}
		}
	})
}
