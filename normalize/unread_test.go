package normalize

import (
	"slices"
	"testing"

	"fuhe/extract/document"
	"fuhe/normalize/form"
)

// on is an entry in the first table, on a page.
func on(page int) form.Entry {
	return form.Entry{Text: "5", Place: document.Place{Page: page, Table: 1}}
}

func rowsOn(pages ...int) []form.Indicator {
	var rows []form.Indicator
	for _, p := range pages {
		rows = append(rows, form.Indicator{Place: on(p).Place})
	}
	return rows
}

func TestGaps(t *testing.T) {
	inText := form.Entry{Text: "95分", Place: document.Place{Page: 1}}
	for _, tt := range []struct {
		name   string
		form   form.Form
		unread []int
		want   []int
	}{
		{"between the rows", form.Form{Title: "自评表", Indicators: rowsOn(1, 3), Total: form.Total{Score: on(3)}}, []int{2}, []int{2}},
		{"between the fields and the rows", form.Form{Title: "自评表", Fields: []form.Field{{Value: on(1)}}, Indicators: rowsOn(3), Total: form.Total{Score: on(3)}}, []int{2}, []int{2}},
		{"between the rows and the total", form.Form{Title: "自评表", Indicators: rowsOn(1), Total: form.Total{Score: on(4)}}, []int{2, 3}, []int{2, 3}},
		{"annexes behind a form that its total closes", form.Form{Title: "自评表", Indicators: rowsOn(1, 2), Total: form.Total{Score: on(2)}}, []int{3, 4}, nil},
		{"behind a form without a total", form.Form{Title: "自评表", Indicators: rowsOn(1)}, []int{2, 3, 5}, []int{2, 3}},
		{"behind a form whose total the text gives", form.Form{Title: "自评表", Indicators: rowsOn(1), Total: form.Total{Score: inText}}, []int{2}, []int{2}},
		{"a cover before a form with a title", form.Form{Title: "自评表", Indicators: rowsOn(2), Total: form.Total{Score: on(2)}}, []int{1}, nil},
		{"before a form without a title", form.Form{Indicators: rowsOn(3), Total: form.Total{Score: on(3)}}, []int{2}, []int{2}},
		{"a report without rows", form.Form{Total: form.Total{Score: inText}}, []int{2}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := gaps(&tt.form, tt.unread); !slices.Equal(got, tt.want) {
				t.Errorf("gaps %v, want %v", got, tt.want)
			}
		})
	}
}

// TestUnreadPages wants the pages of which nothing was read: not those with the hidden text of a scan.
func TestUnreadPages(t *testing.T) {
	doc := &document.Document{
		Blocks: []document.Block{
			{Paragraph: &document.Paragraph{Text: "甲", Place: document.Place{Page: 1}}},
			{Table: &document.Table{Cells: []document.Cell{{Text: "乙", Place: document.Place{Page: 4}}}}},
		},
		Notes: []document.Note{
			{Code: document.NoTextLayer, Place: document.Place{Page: 3}},
			{Code: document.Damaged, Place: document.Place{Page: 2}},
			{Code: document.NoTextLayer, Place: document.Place{Page: 4}},
			{Code: document.GarbledText, Place: document.Place{Page: 5}},
			{Code: document.Damaged},
		},
	}
	if got := unreadPages(doc); !slices.Equal(got, []int{2, 3}) {
		t.Errorf("unread %v", got)
	}
}
