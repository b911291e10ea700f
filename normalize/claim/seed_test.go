package claim

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
	"fuhe/normalize/form"
)

// shared is the folder beside the repository that holds the owner's samples; tests on it skip without it.
func shared(t testing.TB, path ...string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(append([]string{"..", "..", "..", "shared"}, path...)...))
	if err != nil {
		t.Skip("the shared samples are not here")
	}
	return data
}

type facts struct {
	Year       int
	Funds      []struct{ Name, Budget, Spent, Rate string }
	Indicators [][]string
}

// sample builds a form of the known facts and a plain joining of the sample's lines.
func sample(t testing.TB, name string, skipTo string) *form.Form {
	t.Helper()
	var truth struct {
		Files map[string]struct{ Facts facts }
	}
	if err := json.Unmarshal(shared(t, "seeds", "truth.json"), &truth); err != nil {
		t.Fatal(err)
	}
	known := truth.Files[name].Facts
	f := &form.Form{Kind: form.Department, Year: known.Year}
	for _, x := range known.Funds {
		f.Funds = append(f.Funds, form.Fund{Name: x.Name, Budget: entry(x.Budget), Spent: entry(x.Spent), Rate: entry(x.Rate + "%"), Money: "万元"})
	}
	for _, x := range known.Indicators {
		f.Indicators = append(f.Indicators, form.Indicator{Name: x[0], Target: entry(x[1]), Actual: entry(x[2]), Score: entry(x[3])})
	}
	text := string(shared(t, "seeds", name+".txt"))
	text = text[strings.Index(text, skipTo):]
	f.Text = joined(strings.Split(text, "\n"))
	return f
}

// joined makes paragraphs of printed lines: one ends where a line ends in a full stop.
func joined(lines []string) []form.Paragraph {
	var all []form.Paragraph
	var p form.Paragraph
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if line == "" || strings.Contains(line, "\t") {
			continue
		}
		place := document.Place{Line: i + 1}
		if p.Text == "" {
			p.Place = place
		}
		p.Text += line
		p.Lines = append(p.Lines, document.Line{Text: line, Place: place})
		if strings.HasSuffix(line, "。") || strings.HasSuffix(line, "析") {
			all, p = append(all, p), form.Paragraph{}
		}
	}
	return append(all, p)
}

// TestSamples holds the ties on the owner's two reports: the figures that belong to a row, and that no
// other figure was tied to it.
func TestSamples(t *testing.T) {
	for name, c := range map[string]struct {
		from string
		want map[string][]string
	}{
		"000_5e3338d54c835f56": {"1.预算执行情况分析", map[string][]string{
			"交通治理宣传覆盖率": {"91%"}, "交通技术监控设施利用率": {"90%"}, "122接警响应时间达标率": {"98%"}, "市民对交通管理执法工作意度": {"92%"},
			"群众道路设施满意度": {"90%"}, "涉案车辆证据保全率": {"100%"}, "交通事故司法鉴定覆盖率": {"100%"}, "民警对办公环境满意度": {"99%"},
		}},
		"003_feeea4db5d6622b3": {"一、部门概况\n\n（一）", map[string][]string{
			"第一时间处理群众受困求助等涉汛警情": {"650 起"}, "加强执法力度，执法量同比增长": {"3.7倍", "3.7 倍"}, "动态治理各类隐患": {"2.8万处"},
			"平均出警用时同比下降": {"53.1%"}, "互联网平台注册用户量": {"1345.7万"}, "结转结余率": {"7.40%", "11.25%"}, "部门预决算差异率": {"0.66%"},
		}},
	} {
		f := sample(t, name, c.from)
		got := map[string][]string{}
		for _, x := range Read(f) {
			if x.About.Kind == "indicator" && x.Role == form.RoleActual {
				in := f.Indicators[x.About.Index].Name
				got[in] = append(got[in], x.Quantity.Text)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
