package quantity

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// listed writes what FindAll finds as 「printed」read.
func listed(text string) string {
	var b strings.Builder
	for _, f := range FindAll(text) {
		b.WriteString("「" + text[f.Start:f.End] + "」" + shown(f.Quantity))
	}
	return b.String()
}

func TestFindAll(t *testing.T) {
	for _, c := range []struct{ text, found string }{
		{"预算总额为 13614.37 万元，执行率为94.24%。", "「13614.37 万元」13614.37 万元「94.24%」94.24 %"},
		{"全年预算576,431.54万元，支出522，383.99万元", "「576,431.54万元」576431.54 万元「522，383.99万元」522383.99 万元"},
		{"完成100，200人参加", "「100」100「200人」200 人"},
		{"（指标值：≧90%）", "「≧90%」>= 90 %"},
		{"联网率达 95%以上。", "「95%以上」>= 95 %"},
		{"专场宣讲 30 余次，点位 120 余处", "「30 余次」30 次 ~「120 余处」120 处 ~"},
		{"7 条市级危险路段、22 条本级道路", "「7 条」7 条「22 条」22 条"},
		{"公交专用道 71 条、650 公里", "「71 条」71 条「650 公里」650 公里"},
		{"用户达1345.7万，网办5092.9万笔，74项业务", "「1345.7万」1345.7 万「5092.9万笔」5092.9 万笔「74项」74 项"},
		{"满意率达 99.7%、99%", "「99.7%」99.7 %「99%」99 %"},
		{"执行率不低于90%且不超过100%", "「不低于90%」>= 90 %「不超过100%」<= 100 %"},
		{"误差不得大于 5%，时间未超过3天", "「不得大于 5%」<= 5 %「未超过3天」<= 3 天"},
		{"同比增长3.7倍，提高2个百分点", "「3.7倍」3.7 倍「2个百分点」2 个百分点"},
		{"同比下降-3.5%", "「3.5%」3.5 %"},
		{"增幅为-3.5%", "「-3.5%」-3.5 %"},
		{"共三千五百人，一百二十户，二十项工作", "「三千五百人」3500 人「一百二十户」120 户「二十项」20 项"},
		{"合格率为百分之九十五", "「百分之九十五」95 %"},
		{"三百余名群众，百余次", "「三百余名」300 名 ~「百余次」100 次 ~"},
		{"一是加强管理，二是落实三大任务，一校一策，四个中心", ""},
		{"党的十九大、十四五规划、十九届五中全会，八项规定，两台合一，千家万户", ""},
		{"几十人、数百户、上千万元", ""},
		{"百年大计，万无一失，三四次，二三十个", ""},
		{"双11活动", "「11」11"},
		{"2023 年 12 月 31 日，2023年12月底前，6月底", "「2023 年 12 月 31 日」2023-12-31「2023年12月底前」<= 2023-12-31「6月底」?-6-30"},
		{"2020年度绩效，2020-2022年", "「2020年度」2020-?-?「2020-2022年」range 2022-?-?"},
		{"2023年1-6月执行率50%", "「2023年1-6月」range 2023-6-?「50%」50 %"},
		{"自2022年3月至2022年11月", "「2022年3月至2022年11月」range 2022-11-?"},
		{"报送日期2024-03-15，2024.3.15", "「2024-03-15」2024-3-15「2024.3.15」2024-3-15"},
		{"年底前完成，年末结转5万元", "「年底前」<= ?-12-31「5万元」5 万元"},
		{"年初预算数100万元", "「100万元」100 万元"},
		{"期限3年，近5年，20年", "「3年」3 年「近5年」5 年 ~「20年」20 年"},
		{"最近3年，附近200米，节约50万元，预约30人", "「3年」3 年「200米」200 米「50万元」50 万元「30人」30 人"},
		{"洪财〔2021〕1号", "「2021」2021「1」1"},
		{"根据第3条、第 5 项、表 4、（1）、1.前期准备", "「3」3「5」5「4」4「1」1「1」1"},
		{"122接警、12345热线、12123平台", "「122」122「12345」12345「12123」12123"},
		{"电话027-87654321", "「027」027「87654321」87654321"},
		{"使用A4纸、PM2.5、G20、COVID_19", ""},
		{"5G基站50个", "「5」5「50个」50 个"},
		{"版本1.2.3发布", ""},
		{"1.2020年完成50次", "「2020年」2020-?-?「50次」50 次"},
		{"3.12月底前完成", "「12月底前」<= ?-12-31"},
		{"1.5年", "「1.5年」1.5 年"},
		{"3项目标、3项目、5分公司、12部门、3次要、2023元旦", "「3项」3 项「3项目」3 项目「5」5「12部门」12 部门「3」3「2023」2023"},
		{"80%-90%，5~10个，3至5天", "「80%-90%」80..90 %「5~10个」5..10 个「3至5天」3..5 天"},
		{"从80%提高到90%，由3个至5个", "「80%」80 %「90%」90 %「3个」3 个「5个」5 个"},
		{"≥90 - 5", "「≥90」>= 90「5」5"},
		{"分值 100-80(含 80%)", "「100」100「80」80「80%」80 %"},
		{"≧12 次\t16 次\t4\n5\t4.80\n部门", "「≧12 次」>= 12 次「16 次」16 次「4」4「5」5「4.80」4.80"},
		{"10660.61 万\n元，实际", "「10660.61 万\n元」10660.61 万元"},
		{"9265.35\n单位", "「9265.35」9265.35"},
		{"其中100元/人·月，3次/10万公顷，1000起（件）", "「100元/人·月」100 元/人·月「3次/10万公顷」3 次/10万公顷「1000起（件）」1000 起(件)"},
		{"80%≤X<90%", "「80%≤」>= 80 %「<90%」< 90 %"},
		{"每项扣0.5分，扣完为止", "「0.5分」0.5 分"},
		{"30分钟内到达，市区内5公里内", "「30分钟内」<= 30 分钟「5公里内」<= 5 公里"},
		{"10个内部科室，3天内容", "「10个」10 个「3天」3 天"},
		{"９５．５％", "「９５．５％」95.5 %"},
		{"5543=5538+5", "「5543」5543「=5538」= 5538「5」5"},
		{"", ""},
		{"没有数字的一段话。", ""},
	} {
		if diff := cmp.Diff(c.found, listed(c.text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

// sound reports what is wrong with a finding's offsets or value.
func sound(text string, f Found, last int) string {
	switch {
	case f.Start < last || f.End <= f.Start || f.End > len(text):
		return "offsets out of order"
	case utf8.ValidString(text) && !utf8.ValidString(text[f.Start:f.End]):
		return "offset inside a character"
	case f.Kind == Number && f.Rat() == nil:
		return "number without a value"
	case f.Upper != "" && (f.Bound != Range || f.Top().Cmp(f.Rat()) < 0):
		return "range out of order"
	case f.Kind == Date && f.Day == (Day{}):
		return "date without a day"
	}
	return ""
}

func checkFound(t testing.TB, text string) {
	t.Helper()
	last := 0
	for _, f := range FindAll(text) {
		if wrong := sound(text, f, last); wrong != "" {
			t.Fatalf("%s: %q in %q: %+v", wrong, text[max(0, f.Start):min(len(text), f.End)], text, f)
		}
		last = f.End
	}
}

// reports reads the sample reports beside the repository, or skips.
func reports(t testing.TB) map[string]string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "seeds", "*.txt"))
	if len(files) == 0 {
		t.Skip("no sample reports beside the repository")
	}
	texts := map[string]string{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(f)] = string(b)
	}
	return texts
}

// In real reports every percent sign behind a digit belongs to an amount.
func TestFindAllInReports(t *testing.T) {
	for name, text := range reports(t) {
		checkFound(t, text)
		percents := 0
		for _, f := range FindAll(text) {
			percents += strings.Count(text[f.Start:f.End], "%")
		}
		want := 0
		for i := 1; i < len(text); i++ {
			if text[i] == '%' && digit(rune(text[i-1])) {
				want++
			}
		}
		if percents != want {
			t.Errorf("%s: %d percents found, %d printed", name, percents, want)
		}
	}
}
