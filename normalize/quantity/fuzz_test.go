package quantity

import "testing"

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"≥95%", "1,345.7 万", "三千零五十人", "2023年12月底前", "2-12个月", "控制在0.9‰以内", "１，３４５．７", "(200字以内)", "80%≤X<90%", "百分之九十五点五",
		"2022.1 — 2022.12", "1亿2000万元", "两个半小时", "\xff\xfe1", "-.5%",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkParsed(t, s) })
}

func FuzzFindAll(f *testing.F) {
	f.Add(narrative)
	f.Add("1.2020年完成50次；同比-3.5%\t≥\t90\n5")
	f.Add("洪财〔2021〕1号，12345，自2022年3月至2022年11月，1-2-3，年底前")
	f.Fuzz(func(t *testing.T, s string) { checkFound(t, s) })
}

func FuzzFold(f *testing.F) {
	f.Add("９５％（含）～\u3000\u00a0\ufeff")
	f.Fuzz(func(t *testing.T, s string) {
		if once := Fold(s); Fold(once) != once {
			t.Fatalf("%q folds twice", s)
		}
	})
}
