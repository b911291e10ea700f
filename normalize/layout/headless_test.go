package layout

import (
	"testing"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
)

// Of the two figures of a total row without a header the first is the weight.
func TestTotalRowOfATableWithoutAHeader(t *testing.T) {
	doc := &document.Document{Format: "pdf", Blocks: []document.Block{
		{Paragraph: &document.Paragraph{Text: "2021年度某某县残疾人联合会部门整体支出绩效自评表"}},
		{Table: wideTable([]string{"满意度指标", "家属满意度", "94.2%", "10"}, []string{"总分", "", "100", "99.46"})},
	}}
	forms := Read(doc, lexicon.Load())
	if len(forms) != 1 || forms[0].Total.Score.Value != "99.46" || forms[0].Total.Weight.Value != "100" {
		t.Errorf("forms %+v", forms)
	}
}
