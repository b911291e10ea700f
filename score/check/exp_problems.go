package check

import (
	"fmt"
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// lostAt is a place where points were lost and the words a text would use for it.
type lostAt struct {
	name      string
	points    *big.Rat
	keys      []string
	explained bool // a cause is given somewhere
}

func runProblems(p *Pass) {
	problems, place := problemsText(p.read)
	if problems == "" {
		p.Skip("报告没有“存在的问题”部分", "The report has no part on problems")
		return
	}
	all, named := new(big.Rat), new(big.Rat)
	var unnamed []string
	folded := lexicon.Fold(problems)
	for _, l := range p.lostPlaces() {
		all.Add(all, l.points)
		if l.explained || hasAny(problems, l.keys...) || matterOf(l.name).in(folded) {
			named.Add(named, l.points)
		} else {
			unnamed = append(unnamed, l.name)
		}
	}
	third := quantity.Per(all, quantity.Whole(3))
	if quantity.Compare(all, big.NewRat(1, 2)) < 0 || quantity.Compare(named, third) >= 0 {
		return
	}
	sum, told := quantity.FormatShort(all, 2), quantity.FormatShort(named, 2)
	p.Report(finding.Finding{
		Subject: "存在的问题",
		Says: document.Message{
			ZH: fmt.Sprintf("自评表共失 %s 分，“存在的问题”部分和各处原因说明只涉及其中 %s 分，没有提到%s", sum, told, joinNames(unnamed, 5)),
			EN: fmt.Sprintf("%s points were lost; the part on problems and the reasons given take up %s of them and do not mention %s", sum, told, namesInEnglish(unnamed, 5)),
		},
		Place: place,
	})
}

func problemsText(n *narrative) (string, document.Place) {
	var b strings.Builder
	var place document.Place
	f := n.form
	for i := range f.Text {
		if para := &f.Text[i]; para.Level == 0 && n.under(i, "问题") {
			if b.Len() == 0 {
				place = para.Place
			}
			b.WriteString(para.Text)
		}
	}
	return b.String(), place
}

// lostPlaces are the places where points were lost.
func (p *Pass) lostPlaces() []lostAt {
	var all []lostAt
	for i := range p.Form.Funds {
		x := &p.Form.Funds[i]
		if points := lostPoints(x.Weight, x.Score); points != nil {
			keys := []string{"执行率", "预算执行", "支出进度", "执行进度"}
			all = append(all, lostAt{"预算执行率", points, keys, filledIn(x.Reason.Text) != "" || p.executionExplained()})
			break
		}
	}
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		if points := lostPoints(in.Weight, in.Score); points != nil {
			all = append(all, lostAt{in.Name, points, []string{p.read.matter(i).kernel}, p.causeTold(i)})
		}
	}
	return all
}

// executionExplained reports a sentence that says why money was not spent.
func (p *Pass) executionExplained() bool {
	for _, s := range p.read.sentences() {
		if s.paragraph.Level == 0 && s.hasAny(spendingWords...) && s.givesCause() {
			return true
		}
	}
	return speaksOfSpending(p.Form.Reason.Text) && givesCause(p.Form.Reason.Text)
}

// causeTold reports that some explanation of the row gives a cause.
func (p *Pass) causeTold(index int) bool {
	if toldOnItsOwn(p.Form, &p.Form.Indicators[index]) {
		return true
	}
	for _, x := range p.explanations(index, false) {
		if givesCause(x.text) || !restates(x.text, p.Form.Indicators[index].Name) {
			return true
		}
	}
	return false
}
