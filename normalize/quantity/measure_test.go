package quantity

import (
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMeasure(t *testing.T) {
	for _, c := range []struct{ written, value, dimension string }{
		{"1.2万元", "12000", "元"},
		{"72890元", "72890", "元"},
		{"2.4亿元", "240000000", "元"},
		{"1亿2000万元", "120000000", "元"},
		{"5百万元", "5000000", "元"},
		{"叁拾万元整", "300000", "元"},
		{"300万美元", "3000000", "美元"},
		{"2.8万处", "28000", "处"},
		{"5.4万人次", "54000", "人次"},
		{"≥1000 万", "10000000", ""},
		{"42", "42", ""},
		{"95%", "0.95", Proportion},
		{"94.24％", "0.9424", Proportion},
		{"0.9‰", "0.0009", Proportion},
		{"百分之九十五", "0.95", Proportion},
		{"≥98百分比", "0.98", Proportion},
		{"≥0.97比例", "0.97", Proportion},
		{"97比例", "0.97", Proportion},
		{"三成", "0.3", Proportion},
		{"3.7倍", "3.7", Multiple},
		{"3.85个百分点", "3.85", Points},
		{"2百分点", "2", Points},
		{"300公里", "300000", "米"},
		{"12.5km", "12500", "米"},
		{"12.5KM", "12500", "米"},
		{"266米", "266", "米"},
		{"1346.0088万平方米", "13460088", "平方米"},
		{"300㎡", "300", "平方米"},
		{"15亩", "10000", "平方米"},
		{"1公顷", "10000", "平方米"},
		{"2吨", "2000", "公斤"},
		{"500斤", "250", "公斤"},
		{"2天", "172800", "秒"},
		{"48小时", "172800", "秒"},
		{"30分钟", "1800", "秒"},
		{"1年", "12", "月"},
		{"一年半", "18", "月"},
		{"3个月", "3", "月"},
		{"5个工作日", "5", "工作日"},
		{"16名", "16", "人"},
		{"3千人", "3000", "人"},
		{"1000起(件)", "1000", "起"},
		{"50元/人·月", "50", "元/人·月"},
		{"50元/人*月", "50", "元/人·月"},
		{"0.005万元/人/月", "50", "元/人·月"},
		{"3次/10万公顷", "3", "次/10万公顷"},
		{"99.55分", "99.55", "分"},
		{"50KVA", "50", "KVA"},
		{"2-12个月", "2", "月"},
	} {
		m, ok := Parse(c.written).Measure()
		if !ok {
			t.Errorf("%s: no measure", c.written)
			continue
		}
		if got := [2]string{FormatShort(m.Value, 12), m.Dimension}; got != [2]string{c.value, c.dimension} {
			t.Errorf("%s: %v, want %s %s", c.written, got, c.value, c.dimension)
		}
	}
	for _, none := range []string{"合规", "2023年12月底", "", "5=50%"} {
		if m, ok := Parse(none).Measure(); ok {
			t.Errorf("%q measures %v", none, m)
		}
	}
}

func TestComparable(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"≥50个", "50", true},
		{"100", "100%", true},
		{"≥1000万", "1345.7万", true},
		{"90万元", "900000元", true},
		{"2天", "48小时", true},
		{"≥98百分比", "99%", true},
		{"12人", "12名", true},
		{"100%", "1000件", false},
		{"100%", "3倍", false},
		{"5%", "5个百分点", false},
		{"3个月", "90天", false},
		{"90万元", "90万美元", false},
		{"元", "5元", false},
		{"合规", "100%", false},
		{"2023年12月底", "12", false},
	} {
		a, b := Parse(c.a), Parse(c.b)
		if Comparable(a, b) != c.want || Comparable(b, a) != c.want {
			t.Errorf("%s and %s: %v and %v, want %v", c.a, c.b, Comparable(a, b), Comparable(b, a), c.want)
		}
	}
}

func TestRatio(t *testing.T) {
	for _, c := range []struct{ actual, target, want string }{
		{"98%", "100%", "0.98"},
		{"650起", "≥600 起", "1.083333"},
		{"1345.7万", "≥1000万", "1.3457"},
		{"5.3万元", "≤50000元", "1.06"},
		{"50", "≥50个", "1"},
		{"90", "≤90万元", "1"},
		{"72890", "≤7.29万元", "0.999863"},
		{"52000", "≥5万人", "1.04"},
		{"5.2", "≥5万人", "1.04"},
		{"52000人", "≥5", "10400"},
		{"100%", "100", "1"},
		{"100", "≥0.97比例", "1.030928"},
		{"0.958", "≥95%", "1.008421"},
		{"1", "100%", "1"},
		{"9", "≥90%", "0.1"},
		{"99", "98%", "1.010204"},
		{"200余人", "200", "1"},
		{"2-4次", "4次", "0.5..1"},
		{"4次", "2-4次", "1..2"},
		{"0起", "5起", "0"},
		{"5起", "0起", "none"},
		{"1000件", "100%", "none"},
		{"合规", "100%", "none"},
		{"100%", "合规", "none"},
	} {
		got := "none"
		if i, ok := Ratio(Parse(c.actual), Parse(c.target)); ok {
			got = FormatShort(i.Low, 6)
			if i.Low.Cmp(i.High) != 0 {
				got += ".." + FormatShort(i.High, 6)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s of %s (-want +got):\n%s", c.actual, c.target, diff)
		}
	}
}

func TestQuantityInterval(t *testing.T) {
	for _, c := range []struct{ written, low, high string }{
		{"97.75%", "97.745", "97.755"},
		{"100%", "99.5", "100.5"},
		{"10.00", "9.995", "10.005"},
		{"80%~90.0%", "79.5", "90.05"},
		{"-3.8%", "-3.85", "-3.75"},
	} {
		i, ok := Parse(c.written).Interval()
		if !ok || i.Low.Cmp(rat(c.low)) != 0 || i.High.Cmp(rat(c.high)) != 0 {
			t.Errorf("%s: %v %v, want %s to %s", c.written, i, ok, c.low, c.high)
		}
	}
	if _, ok := Parse("合规").Interval(); ok {
		t.Error("words have an interval")
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		number      string
		decimals    int
		fixed, tiny string
	}{
		{"4.905", 2, "4.91", "4.91"},
		{"-4.905", 2, "-4.91", "-4.91"},
		{"4.9", 2, "4.90", "4.9"},
		{"4", 2, "4.00", "4"},
		{"100", 0, "100", "100"},
		{"0.5", 0, "1", "1"},
		{"-0.001", 2, "0.00", "0"},
		{"90.6238", 2, "90.62", "90.62"},
		{"1000", -1, "1000", "1000"},
	} {
		r := rat(c.number)
		if got := FormatRat(r, c.decimals); got != c.fixed {
			t.Errorf("FormatRat(%s, %d) = %s, want %s", c.number, c.decimals, got, c.fixed)
		}
		if got := FormatShort(r, c.decimals); got != c.tiny {
			t.Errorf("FormatShort(%s, %d) = %s, want %s", c.number, c.decimals, got, c.tiny)
		}
	}
	if got := FormatShort(big.NewRat(1, 3), 4); got != "0.3333" {
		t.Errorf("1/3 = %s", got)
	}
	if got := FormatRat(nil, 2) + FormatShort(nil, 2); got != "" {
		t.Errorf("nil = %q", got)
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, out string }{
		{"９５．５％", "95.5%"},
		{"（含）：～", "(含):~"},
		{"ＡＢｃ＋－＝＞", "ABc+-=>"},
		{"。，、；！？", "。，、；！？"},
		{"“引号”《书》〔2021〕", "“引号”《书》〔2021〕"},
		{"甲　乙\u00a0丙\u2003丁", "甲 乙 丙 丁"},
		{"甲\u200b乙\ufeff", "甲乙"},
		{"3½ ㎡ ① m²", "3½ ㎡ ① m²"},
		{"﹥﹤﹦﹪﹢﹣", "><=%+-"},
		{"￥100", "¥100"},
		{"≧≦═≥", "≧≦═≥"},
		{"行\n\t首", "行\n\t首"},
		{"", ""},
	} {
		if diff := cmp.Diff(c.out, Fold(c.in)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.in, diff)
		}
	}
}

// Amounts are plain decimals: nothing whose size has no bound is read as a number.
func TestRat(t *testing.T) {
	for _, bad := range []string{"", "1e9", "1/3", "0x1", "1_000", "+-1", "-", ".", "1.2.3", "a"} {
		if r := rat(bad); r != nil {
			t.Errorf("%q reads as %v", bad, r)
		}
	}
	for _, good := range []string{"0", "-1.50", "007", "12345678901234567890.5"} {
		if rat(good) == nil {
			t.Errorf("%q does not read", good)
		}
	}
}
