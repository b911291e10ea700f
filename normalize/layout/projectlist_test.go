package layout

import (
	"testing"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// listOfProjects is a document of a title and a list of projects with a total row.
func listOfProjects(title string) *document.Document {
	return &document.Document{Format: "html", Blocks: []document.Block{
		{Paragraph: &document.Paragraph{Text: title}},
		{Table: wideTable(
			[]string{"序号", "项目名称", "全年预算数", "全年执行数", "执行率", "自评得分", "自评等级"},
			[]string{"1", "河道清淤补助", "300.00", "270.00", "90.00%", "93.00", "优"},
			[]string{"2", "提灌站维修", "200.00", "160.00", "80.00%", "85.50", "良"},
			[]string{"", "合计", "500.00", "430.00", "86.00%", "", ""},
		)},
	}}
}

// A list of scored projects is looked at where their forms are not in the file: its rows are funds under
// their total, each with its score and grade.
func TestListOfProjectsWithoutTheirForms(t *testing.T) {
	forms := Read(listOfProjects("2022年度临河县项目支出绩效自评结果汇总表"), lexicon.Load())
	if len(forms) != 1 {
		t.Fatalf("%d forms", len(forms))
	}
	f := forms[0]
	if f.Layout != "projects" || len(f.Listed) != 2 || f.Listed[1].Grade.Text != "良" || f.Listed[1].Score.Value != "85.50" {
		t.Errorf("%s: listed %+v", f.Layout, f.Listed)
	}
	if len(f.Funds) != 3 || f.Funds[0].Name != "合计" || f.Funds[0].Part || f.Funds[0].Spent.Value != "430.00" || !f.Funds[2].Part {
		t.Errorf("funds %+v", f.Funds)
	}
	if forms := Read(listOfProjects("临河县财政局2022年度项目支出绩效自评情况汇总"), lexicon.Load()); len(forms) != 1 {
		t.Errorf("%d forms under a title that ends in 汇总", len(forms))
	}
	if forms := Read(listOfProjects("2022年度临河县工程进度汇总表"), lexicon.Load()); len(forms) != 0 {
		t.Errorf("%d forms in a list that tells of no evaluation", len(forms))
	}
}

// Totals of some projects only are no total of all.
func TestListWithSubtotalsHasNoWhole(t *testing.T) {
	rows := []form.Listed{{Name: "小计", Total: true}, {Name: "甲"}, {Name: "合计", Total: true}, {Name: "乙"}}
	projects, _ := withoutTotals(rows)
	for _, fund := range fundsOfList(projects, rows) {
		if fund.Part {
			t.Errorf("%s is a part", fund.Name)
		}
	}
}
