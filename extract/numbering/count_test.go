package numbering

import "testing"

func TestCounted(t *testing.T) {
	for _, c := range []struct {
		format string
		n      int
		want   string
	}{
		{"chineseCounting", 1, "一"}, {"chineseCounting", 10, "十"}, {"chineseCounting", 12, "十二"}, {"chineseCountingThousand", 20, "二十"},
		{"japaneseCounting", 105, "一百零五"}, {"chineseCounting", 110, "一百一十"}, {"chineseCounting", 2003, "二千零三"}, {"chineseCounting", 10_005, "一万零五"},
		{"chineseLegalSimplified", 15, "拾伍"}, {"ideographDigital", 20, "二〇"}, {"decimal", 7, "7"}, {"decimalZero", 7, "07"}, {"decimalZero", 12, "12"},
		{"upperLetter", 28, "BB"}, {"lowerLetter", 3, "c"}, {"upperRoman", 14, "XIV"}, {"lowerRoman", 9, "ix"},
		{"decimalEnclosedCircleChinese", 3, "③"}, {"decimalEnclosedCircle", 21, "21"}, {"decimalEnclosedParen", 2, "⑵"}, {"ideographTraditional", 2, "乙"},
		{"decimalFullWidth", 12, "１２"}, {"none", 4, ""}, {"ordinal", 4, "4"}, {"upperLetter", -1, "-1"}, {"chineseCounting", 0, "〇"},
	} {
		if got := counted(c.format, c.n); got != c.want {
			t.Errorf("%s of %d: %q, want %q", c.format, c.n, got, c.want)
		}
	}
}
