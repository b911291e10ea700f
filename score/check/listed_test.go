package check

import (
	"slices"
	"testing"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// listForm is a list of two projects as a form: the funds are its rows below their total.
func listForm(spent, rate, grade string) *form.Form {
	e := func(text string) form.Entry { return form.Entry{Text: text, Quantity: quantity.Parse(text)} }
	row := func(name, budget, spent, rate string, part bool) form.Fund {
		return form.Fund{Name: name, Part: part, Budget: e(budget), Spent: e(spent), Rate: e(rate), Money: "万元"}
	}
	return &form.Form{
		Funds: []form.Fund{row("合计", "500.00", spent, "", false), row("河道清淤", "300.00", "270.00", "90.00%", true), row("提灌站维修", "200.00", "160.00", rate, true)},
		Listed: []form.Listed{
			{Name: "河道清淤", Budget: e("300.00"), Spent: e("270.00"), Score: e("93.00"), Grade: e("优")},
			{Name: "提灌站维修", Budget: e("200.00"), Spent: e("160.00"), Score: e("85.50"), Grade: e(grade)},
		},
	}
}

// toldForm is a report in prose that tells of two projects.
func toldForm(grade string) *form.Form {
	e := func(text string) form.Entry { return form.Entry{Text: text, Quantity: quantity.Parse(text)} }
	return &form.Form{Told: []form.Listed{
		{Name: "计量检定项目", Score: e("88.4"), Grade: e(grade), InText: true}, {Name: "消费维权项目", Score: e("99.89"), Grade: e("优"), InText: true},
	}}
}

// Rows of a list are held as funds and by their grades, and never against the list's own total.
func TestListsOfProjectsAreHeldRowByRow(t *testing.T) {
	shelf, err := books()
	if err != nil {
		t.Fatal(err)
	}
	told := func(text string) *form.Form {
		f := listForm("430.00", "80.00%", "良")
		f.Text = []form.Paragraph{{Text: text}}
		return f
	}
	for _, x := range []struct {
		form *form.Form
		want []string
	}{
		{listForm("430.00", "80.00%", "良"), nil},
		{listForm("440.00", "80.00%", "良"), []string{"EXE-06"}},
		{listForm("430.00", "82.00%", "良"), []string{"EXE-01"}},
		{listForm("430.00", "80.00%", "优"), []string{"TOT-06"}},
		{told("2023年我局纳入绩效自评的项目共3个，各项目自评情况如下："), []string{"XRF-09"}},
		{told("对2个项目开展了绩效自评。"), nil},
		{told("绩效自评项目按规模分为3个档次，共2个项目。"), nil},
		{told("上年绩效自评项目共5个。"), nil},
		{toldForm("良"), nil},
		{toldForm("优"), []string{"TOT-06"}},
	} {
		due := recompute.Form(x.form, shelf.Default(), nil)
		found, _, _ := Run(All(), Review{Form: x.form, Due: &due, Book: shelf.Default()})
		var got []string
		for _, y := range found {
			if y.Level != finding.Info {
				got = append(got, y.Code)
			}
		}
		if !slices.Equal(got, x.want) {
			t.Errorf("found %q, want %q", got, x.want)
		}
	}
}
