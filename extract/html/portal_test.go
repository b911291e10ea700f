package html

import (
	"strings"
	"testing"
)

// portal puts a page of a portal around an article.
func portal(article string) string {
	return `<html><head><title>关于公开绩效自评的公告_某某县人民政府</title><meta name="ArticleTitle" content="某某局2023年度绩效自评报告"></head><body>
<div class="header"><a href="/">首页</a><a href="/a">要闻</a><a href="/b">公开</a><a href="/c">服务</a><a href="/d">互动</a><span>2024年3月1日</span></div>
<div class="wrap"><div class="dqwz">您现在的位置：<a href="/">首页</a> &gt; <a href="/b">公开</a></div>` + article + `</div>
<div class="list"><h3>相关信息</h3><ul><li><a href="/1">关于一事的公告</a><li><a href="/2">关于二事的公告</a><li><a href="/3">关于三事的公告</a><li><a href="/4">关于四事的公告</a><li><a href="/5">关于五事的公告</a></ul></div>
<div id="footer">主办：某某县人民政府　备案号：00000</div></body></html>`
}

const scores = `<table><tr><td>指标</td><td>得分</td></tr><tr><td>完成率</td><td>95</td></tr></table>`

func TestPortals(t *testing.T) {
	const title = "某某局2023年度绩效自评报告\n"
	const drawn = "|指标|得分|\n|完成率|95|"
	long := strings.Repeat("本单位对照年初目标逐项核对台账。", 10)
	sketches{
		{"a container by name", portal(`<div class="info">来源：某某局</div><div class="TRS_Editor"><p>正文。</p>` + scores + `</div>`), title + "正文。\n" + drawn},
		{"a container by id", portal(`<div id="UCAP-CONTENT"><p>正文。</p>` + scores + `</div>`), title + "正文。\n" + drawn},
		{"a container that holds the title", portal(`<div id="zoom"><p>某某局 2023年度绩效自评报告</p><p>正文。</p>` + scores + `</div>`), title + "正文。\n" + drawn},
		{"tables outside of the container are kept", portal(`<div><div id="zoom"><p>正文。</p></div>` + scores + `</div>`), title + "正文。\n" + drawn},
		{"two containers", portal(`<div><div class="TRS_Editor"><p>` + long + `</p></div><div class="TRS_Editor"><p>又` + long + `</p></div></div>`), title + long + "\n又" + long},
		{"a container that is empty is none", portal(`<div id="zoom"></div><div class="box"><p>` + long + `</p>` + scores + `</div>`), title + long + "\n" + drawn},
		{"no container", portal(`<div class="box"><h1>某某局2023年度绩效自评报告</h1><p>` + long + `</p>` + scores + `</div>`), title + long + "\n" + drawn},
	}.check(t)
}

// TestNothingIsDroppedOutsideOfPortals reads pages with names that would be boilerplate in a portal.
func TestNothingIsDroppedOutsideOfPortals(t *testing.T) {
	sketches{
		{"a form's own foot", `<div class="header">项目支出绩效自评表</div>` + scores + `<div class="footer">填表人：张三</div>`, "项目支出绩效自评表\n|指标|得分|\n|完成率|95|\n填表人：张三"},
		{"links inside the page", strings.Repeat(`<a href="#_Toc1">目录</a>`, 9) + `<nav>一</nav>` + scores, strings.Repeat("目录", 9) + "\n一\n|指标|得分|\n|完成率|95|"},
	}.check(t)
}

func TestTablesInBoilerplateAreKept(t *testing.T) {
	page := strings.Replace(portal("<div id=zoom>正文"+strings.Repeat("很长。", 9)+"</div>"), `<div id="footer">`, `<div id="footer">`+scores, 1)
	if got := sketch(mustRead(t, []byte(page))); !strings.Contains(got, "|完成率|95|") {
		t.Errorf("read %q", got)
	}
}
