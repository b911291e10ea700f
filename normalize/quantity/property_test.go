package quantity

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// spelt writes a number below 10^16 as a Chinese numeral, 零 for the places that are left out.
func spelt(n uint64) string {
	if n == 0 {
		return "零"
	}
	s := sections(n)
	if rest, ok := strings.CutPrefix(s, "一十"); ok {
		s = "十" + rest
	}
	return s
}

func sections(n uint64) string {
	for _, u := range []struct {
		size uint64
		name string
	}{{myriad * myriad, "亿"}, {myriad, "万"}, {1000, "千"}, {100, "百"}, {10, "十"}} {
		if n < u.size {
			continue
		}
		s := sections(n/u.size) + u.name
		rest := n % u.size
		if rest == 0 {
			return s
		}
		if rest < u.size/10 {
			s += "零"
		}
		return s + sections(rest)
	}
	return strings.Split("零一二三四五六七八九", "")[n]
}

func TestWrittenNumerals(t *testing.T) {
	for n, want := range map[uint64]string{
		0: "零", 10: "十", 12: "十二", 105: "一百零五", 110: "一百一十", 3050: "三千零五十", 10010: "一万零一十",
		20300: "二万零三百", 120000000: "一亿二千万", 100000005: "一亿零五", 1000000000000: "一万亿",
	} {
		if got := spelt(n); got != want {
			t.Errorf("%d is written %s, want %s", n, got, want)
		}
	}
}

// A numeral that was written is read as the same number, with its counter and bounds around it.
func TestNumeralsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Uint64Range(0, 1e12).Draw(t, "n")
		counter := rapid.SampledFrom([]string{"人", "个", "万元", "公里", "人次"}).Draw(t, "counter")
		if counter == "万元" && n%myriad == 0 {
			counter = "元"
		}
		q := Parse("不少于" + spelt(n) + counter)
		want := Quantity{Bound: AtLeast, Value: strconv.FormatUint(n, 10), Unit: counter, Kind: Number}
		if counter == "万元" { // 三百万元 is a numeral up to 万
			want = Quantity{Bound: AtLeast, Value: strconv.FormatUint(n*myriad, 10), Unit: "元", Kind: Number}
			if n >= myriad {
				return
			}
		}
		if q != want {
			t.Fatalf("%s%s: %+v", spelt(n), counter, q)
		}
	})
}

// A printed decimal keeps its digits, and lies in the interval it stands for.
func TestDecimalsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.StringMatching(`(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?`).Draw(t, "value")
		unit := rapid.SampledFrom([]string{"", "%", "万元", "个", "元/人·月", "人次", "倍"}).Draw(t, "unit")
		q := Parse(value + unit)
		if q.Kind == Date || q.Value != value || q.Unit != unit {
			t.Fatalf("%s%s: %+v", value, unit, q)
		}
		if i, ok := q.Interval(); !ok || !i.Holds(q.Rat()) {
			t.Fatalf("%s is not in its own interval", value)
		}
	})
}

// Full-width writing and the blanks of the layout change nothing.
func TestWidthChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.StringMatching(`[1-9][0-9]{0,5}(\.[0-9]{1,2})?`).Draw(t, "value")
		sign := rapid.SampledFrom([]string{"", ">=", "<=", "=", "<", "≥"}).Draw(t, "sign")
		unit := rapid.SampledFrom([]string{"", "%", "万元", "次"}).Draw(t, "unit")
		blank := rapid.SampledFrom([]string{"", " ", "\u3000", "\u00a0"}).Draw(t, "blank")
		plain, wide := Parse(sign+value+unit), Parse(sign+blank+widened(value)+blank+widened(unit))
		if plain != wide {
			t.Fatalf("%+v is not %+v", wide, plain)
		}
	})
}

func widened(s string) string {
	return strings.Map(func(c rune) rune {
		if c > ' ' && c < 0x7F {
			return c + 0xFEE0
		}
		return c
	}, s)
}

// fragments are what amounts are made of, and what hostile text would be.
var fragments = []string{
	"1", "20", "2023", "95", "0", ".", ",", "，", "%", "‰", "≥", "<", ">", "=", "-", "~", "至", "/", "·", "(", ")", "（", "）", " ", "\n", "\t", "\u3000",
	"年", "月", "日", "底", "前", "万", "亿", "元", "个", "百分点", "人", "人次", "公", "里", "余", "多", "半", "一", "二", "十", "百", "千", "零", "点",
	"百分之", "不低于", "不超过", "控制在", "以上", "以内", "左右", "约", "第", "完成", "覆盖率", "无", "—", "…", "\xff", "m2", "A", "９", "％",
}

func TestNothingPanics(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 0, 14).Draw(t, "text"), "")
		checkParsed(t, s)
		last := 0
		for _, f := range FindAll(s) {
			if wrong := sound(s, f, last); wrong != "" {
				t.Fatalf("%s in %q: %+v", wrong, s, f)
			}
			last = f.End
		}
	})
}

// checkParsed holds what every quantity promises.
func checkParsed(t interface{ Fatalf(string, ...any) }, s string) {
	q := Parse(s)
	if q.Numeric() != (q.Kind == Number) || (q.Kind == Number) != (q.Rat() != nil) {
		t.Fatalf("%q: %+v is no number", s, q)
	}
	if q.Kind != Number && q.Value+q.Upper+q.Unit != "" {
		t.Fatalf("%q: %+v holds a value", s, q)
	}
	if (q.Kind == Date) != (q.Day != Day{}) {
		t.Fatalf("%q: %+v is no date", s, q)
	}
	if q.Kind == Number && (q.Upper != "") != (q.Bound == Range) {
		t.Fatalf("%q: %+v is no range", s, q)
	}
	if i, ok := q.Interval(); ok && (!i.Holds(q.Rat()) || !i.Holds(q.Top())) {
		t.Fatalf("%q: outside its own interval", s)
	}
	if m, ok := q.Measure(); ok && m.Value.Sign() != q.Rat().Sign() {
		t.Fatalf("%q: measures %v", s, m)
	}
	if r, ok := Ratio(q, q); ok && q.Bound != Range && r.Low.Cmp(r.High) != 0 {
		t.Fatalf("%q: ratio to itself %v", s, r)
	}
}
