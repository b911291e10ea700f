package check

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"fuhe/normalize/claim"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

func TestSameFact(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		same, known bool
	}{
		{"90%", "91%", false, true},
		{"16次", "17次", false, true}, // neighbours that print half a unit apart
		{"53.1%", "53.10%", true, true},
		{"90.6%", "90.62%", true, true},
		{"90.6%", "90.69%", true, true}, // truncated
		{"90.6%", "90.71%", false, true},
		{"2.8万处", "28000处", true, true},
		{"2.8万处", "28040处", true, true},
		{"2.8万处", "29100处", false, true},
		{"1.2万元", "12000元", true, true},
		{"50个", "50", true, true},
		{"90%以上", "93%", true, true},
		{"90%以上", "88%", false, true},
		{"超过30座", "30座", true, true},
		{"≤5天", "7天", false, true},
		{"30余次", "32次", false, false},
		{"95%", "5个", false, false},
		{"合规", "合规", false, false},
		{"80%~90%", "85%", false, false},
		{"0", "0%", true, true},
	} {
		same, known := sameFact(quantity.Parse(c.a), quantity.Parse(c.b))
		if same != c.same || known != c.known {
			t.Errorf("%s and %s: same %v, known %v", c.a, c.b, same, known)
		}
	}
}

func TestMissedRow(t *testing.T) {
	for _, c := range []struct {
		target, actual string
		negative       bool
		want           bool
	}{
		{"≥90%", "88%", false, true},
		{"≥90%", "90%", false, false},
		{"100%", "98%", false, true},
		{"≤5天", "7天", false, true},
		{"≤5天", "4天", false, false},
		{"5起", "3起", true, false},
		{"5起", "7起", true, true},
		{"100", "98%", false, true},
		{"合规", "合规", false, false},
		{"≥1.2万元", "11000元", false, true},
		{"80%~90%", "70%", false, true},
		{"80%~90%", "85%", false, false},
		{"2023年10月底", "2023年12月", false, true},
		{"完成", "部分完成", false, true},
		{"≥90%", "5个", false, false},
	} {
		in := form.Indicator{Target: entryOf(c.target), Actual: entryOf(c.actual), Negative: c.negative}
		sheet := &worksheet{review: Review{Form: &form.Form{Indicators: []form.Indicator{in}}}}
		if got := sheet.missedRow(0); got != c.want {
			t.Errorf("%s → %s: missed %v", c.target, c.actual, got)
		}
	}
}

func entryOf(text string) form.Entry { return form.Entry{Text: text, Quantity: quantity.Parse(text)} }

func TestSameFactIsSymmetric(t *testing.T) {
	amount := rapid.StringMatching(`[0-9]{1,4}(\.[0-9]{1,3})?(%|次|万元|元|)`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := quantity.Parse(amount.Draw(t, "a")), quantity.Parse(amount.Draw(t, "b"))
		same, known := sameFact(a, b)
		if s, k := sameFact(b, a); s != same || k != known {
			t.Fatalf("%v and %v: %v %v, the other way %v %v", a, b, same, known, s, k)
		}
		if s, k := sameFact(a, a); a.Numeric() && (!s || !k) {
			t.Fatalf("%v is not itself", a)
		}
	})
}

func TestGivesCause(t *testing.T) {
	for text, want := range map[string]bool{
		"主要是汛期抢险占用人手":    true,
		"受疫情影响，两期培训取消":   true,
		"系招标流标所致":        true,
		"工单办结率未达到年初目标值":  false,
		"因此未达到目标":        false,
		"完善绩效管理体系，联系实际":  false,
		"绩效目标偏离原因分析":     false,
		"执行率偏低，执行率为87%。": false,
		"":               false,
	} {
		if got := givesCause(text); got != want {
			t.Errorf("givesCause(%q) = %v", text, got)
		}
	}
}

func TestKernel(t *testing.T) {
	for name, want := range map[string]string{
		"项目验收合格率": "项目验收", "强化队伍建设": "队伍", "提升办事效率": "办事", "“接诉即办”满意度": "接诉即办", "培训人次": "培训", "满意度": "满意度", "": "",
	} {
		if got := kernel(name); got != want {
			t.Errorf("kernel(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestListItems(t *testing.T) {
	for _, c := range []struct {
		list  string
		items int
		clear bool
	}{
		{"直管东湖、南湖、北湖", 3, true},
		{"，覆盖东湖、南湖", 2, true},
		{"东湖（含岛）、南湖、“北湖”", 3, true},
		{"甲、乙两镇和丙、丁", 0, false},
		{"东湖", 0, false},
		{"修缮、改造了位于城区东北部的七座大型污水处理厂、泵站", 0, false},
		{"", 0, false},
	} {
		items, ok := listItems(c.list)
		if ok != c.clear || ok && len(items) != c.items {
			t.Errorf("%q: %d items %q, clear %v", c.list, len(items), items, ok)
		}
	}
}

// TestHostileNarratives feeds every check of the text with much of what it looks for: each has to end
// soon.
func TestHostileNarratives(t *testing.T) {
	for _, piece := range []string{
		"较为细化但不够细化", "由1%提高到2%，提高1%。", "甲、乙等2个。", "①覆盖率（指标值：90%）。", "（简称“市水务局”）", "一是二是", "（", "指标全部完成，", "附件：部门整体绩效自评表\n", "项目9个，其中新建类1个、续建类2个", "支出9元，其中甲1元，占9%，", "有1项指标未完成，", "资金1元得1分加权", "于2024年1月1日完成设备覆盖，", "我局2022年度绩效自评，",
	} {
		in := form.Indicator{Name: "设备覆盖率", Target: entryOf("≥90%"), Actual: entryOf("88%"), Weight: entryOf("5"), Score: entryOf("4.9")}
		f := &form.Form{Year: 2023, Indicators: []form.Indicator{in}}
		f.Text = paragraphs([]string{strings.Repeat(piece, 1500), "# " + strings.Repeat(piece, 30), piece})
		f.Claims = claim.Read(f)
		var all []*Check
		for _, family := range [][]*Check{xrf(), exp(), str(), unt(), ind(), tim(), {totWeighted}} {
			all = append(all, family...)
		}
		start := time.Now()
		Run(all, Review{Form: f, Due: &finding.Due{}})
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: took %v", piece, took)
		}
	}
}
