package lexicon

import (
	"strings"
	"testing"

	"golang.org/x/text/width"
	"pgregory.net/rapid"
)

func TestFoldName(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"指标1：湿地修复面积", "湿地修复面积"},
		{"指标2: 巡护里程（公里）", "巡护里程"},
		{"①　“村晚”演出 场次", "村晚演出场次"},
		{"★重点指标 站点覆盖率", "重点指标站点覆盖率"},
		{"（3）培训人次", "培训人次"},
		{"3、培训人次", "培训人次"},
		{"12345工单办结率", "12345工单办结率"},
		{"122 接警响应时间达标率", "122接警响应时间达标率"},
		{"ＡＢ类设备完好率", "ab类设备完好率"},
		{"改造“五小”水利工程(含山塘)数量", "改造五小水利工程含山塘数量"},
		{"指标", "指标"},
		{"", ""},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestNarrowIsWidthFold(t *testing.T) {
	piece := rapid.StringOfN(rapid.OneOf(rapid.RuneFrom([]rune("覆盖率9％（含）　，：ＡｂＣ、ｱﾞﾟ￡￨“")), rapid.Rune()), 0, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		if s := piece.Draw(t, "name"); Narrow(s) != width.Fold.String(s) {
			t.Fatalf("Narrow(%q) = %q, want %q", s, Narrow(s), width.Fold.String(s))
		}
	})
}

func TestSimilar(t *testing.T) {
	for _, c := range []struct {
		a, b      string
		low, high int
	}{
		{"湿地保护知识宣传覆盖率", "湿地保护知识宣传覆盖率", 100, 100},
		{"指标1：巡护里程（公里）", "巡护里程", 100, 100},
		{"交通安全宣传覆盖率", "交通治理宣传覆盖率", 75, 92},
		{"执法工作意度", "执法工作满意度", 90, 99},
		{"保全率", "涉案车辆证据保全率", 75, 95},
		{"覆盖率", "湿地保护知识宣传覆盖率", 0, 60},     // every other indicator has one
		{"满意度", "居民满意度", 0, 74},           // the same
		{"注册用户", "平台注册用户量", 60, 99},       // a counting word and a place left out
		{"第一季度巡查次数", "第二季度巡查次数", 0, 50},   // another quarter
		{"一期工程合格率", "二期工程合格率", 0, 50},     // another phase
		{"2022年受益人数", "2023年受益人数", 0, 50}, // another year
		{"改造1号路至5号路里程", "改造1号路至8号路里程", 0, 50},
		{"改造1号路至5号路里程", "改造1号路里程", 0, 50},
		{"达标排放家数", "未达标排放家数", 0, 50},      // the opposite
		{"新建泊位数量", "发放补贴金额", 0, 30},       // nothing in common
		{"及时处置病虫灾害", "完成古树名木复壮株数", 0, 20}, // nothing in common
		{"", "居民满意度", 0, 0},
		{"“", "”", 0, 0},
	} {
		if got := Similar(c.a, c.b); got < c.low || got > c.high {
			t.Errorf("Similar(%q, %q) = %d, want %d…%d", c.a, c.b, got, c.low, c.high)
		}
	}
}

func TestGenericAndRateNames(t *testing.T) {
	for name, want := range map[string][2]bool{
		"覆盖率": {true, true}, "数量": {true, false}, "设备合格率": {false, true}, "居民满意度": {false, true},
		"巡检频率": {false, false}, "办事效率": {false, false}, "培训人次": {false, false}, "占比": {true, true},
	} {
		if got := [2]bool{Generic(name), RateName(name)}; got != want {
			t.Errorf("%s: generic, rate = %v, want %v", name, got, want)
		}
	}
}

func TestCoverage(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"河道保洁", "全年河道保洁 84 公里", 100},
		{"河道保洁", "河道两岸", 33},
		{"河", "河道", 0},
		{"河道保洁", "", 0},
	} {
		if got := Coverage(c.name, c.text); got != c.want {
			t.Errorf("Coverage(%q, %q) = %d, want %d", c.name, c.text, got, c.want)
		}
	}
}

var someName = rapid.StringOfN(rapid.RuneFrom([]rune("交通治理宣传覆盖率满意度数量一二三12（）：“”不 ")), 0, 20, -1)

func TestSimilarIsSymmetricAndBounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := someName.Draw(t, "a"), someName.Draw(t, "b")
		x, y := Similar(a, b), Similar(b, a)
		if x != y || x < 0 || x > 100 {
			t.Fatalf("Similar(%q, %q) = %d, the other way %d", a, b, x, y)
		}
		if x == 100 && Fold(a) != Fold(b) {
			t.Fatalf("%q and %q differ, but are called the same", a, b)
		}
		if f := Fold(a); f != "" && Similar(a, a) != 100 {
			t.Fatalf("%q is not like itself", a)
		}
	})
}

func TestAlikeFrom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, floor := Fold(someName.Draw(t, "a")), Fold(someName.Draw(t, "b")), rapid.IntRange(0, 100).Draw(t, "floor")
		if at := []rune(a); len(at) > 0 && rapid.Bool().Draw(t, "near") { // a name with one letter more, less or changed
			i := rapid.IntRange(0, len(at)-1).Draw(t, "at")
			b = string(at[:i]) + rapid.SampledFrom([]string{"", "新", string(at[i]) + "新"}).Draw(t, "letter") + string(at[i+1:])
		}
		got, want := AlikeFrom(a, b, floor), Alike(a, b)
		if got != want && max(got, want) >= floor {
			t.Fatalf("AlikeFrom(%q, %q, %d) = %d, Alike %d", a, b, floor, got, want)
		}
	})
}

func TestDistanceIsAMetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := []rune(someName.Draw(t, "a")), []rune(someName.Draw(t, "b")), []rune(someName.Draw(t, "c"))
		if Distance(a, b) != Distance(b, a) || (Distance(a, b) == 0) != (string(a) == string(b)) {
			t.Fatalf("%q, %q: %d and %d", string(a), string(b), Distance(a, b), Distance(b, a))
		}
		if Distance(a, c) > Distance(a, b)+Distance(b, c) {
			t.Fatal("a detour is shorter")
		}
	})
}

func FuzzSimilar(f *testing.F) {
	f.Add("执法工作意度", "执法工作满意度")
	f.Add("指标1：", "(一)")
	f.Add(strings.Repeat("率", 500), "率")
	f.Fuzz(func(t *testing.T, a, b string) {
		if s := Similar(a, b); s < 0 || s > 100 {
			t.Errorf("Similar = %d", s)
		}
		if c := Coverage(a, b); c < 0 || c > 100 {
			t.Errorf("Coverage = %d", c)
		}
	})
}

func BenchmarkSimilar(b *testing.B) {
	for b.Loop() {
		Similar("市民对交通管理执法工作意度", "群众道路设施满意度")
	}
}
