package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/score/finding"
)

// doubtWord says a code of doubt in words; a doubt that is no code stands for itself.
func doubtWord(doubt string) document.Message {
	switch doubt {
	case form.ShiftedRow:
		return say("原行各格错列，已按取值移回对应列", "cells stood beside their columns and were moved back")
	case form.InferredCut:
		return say("原文无表格线，名称与取值的分界系推断", "no grid: where the name ends was inferred")
	case form.EqualShare:
		return say("分值系推断（按所在板块平均）", "weight inferred: an equal share of its block")
	case form.ScoreCompletion:
		return say("分值系推断（得分÷完成率）", "weight inferred: score over completion")
	}
	return say(doubt, doubt)
}

// confirmed adds to a doubt that arithmetic has laid it to rest.
func confirmed(inferred string) document.Message {
	if inferred == "" {
		return document.Message{}
	}
	m := doubtWord(inferred)
	return say(m.ZH+"，分值合计相符", m.EN+", and the weights add up")
}

// rowDoubts are the doubts about a row and its entries, each once.
func rowDoubts(x *form.Indicator) []document.Message {
	var list []document.Message
	for _, doubt := range [...]string{x.Doubt, x.Target.Doubt, x.Actual.Doubt, x.Score.Doubt} {
		if doubt != "" {
			list = append(list, doubtWord(doubt))
		}
	}
	return distinct(append(list, confirmed(x.Inferred), weightDoubt(x)))
}

// weightDoubt says where a weight comes from that is not printed in its row.
func weightDoubt(x *form.Indicator) document.Message {
	if x.WeightFrom == form.FromInferred && x.Weight.Doubt == "" {
		return say("分值系推断", "weight inferred")
	}
	return doubtWord(x.Weight.Doubt)
}

// distinct leaves out messages that say nothing or repeat another.
func distinct(list []document.Message) []document.Message {
	var kept []document.Message
	for _, m := range list {
		if m.ZH != "" && !slices.Contains(kept, m) {
			kept = append(kept, m)
		}
	}
	return kept
}

// doubts says how the row of a finding was read, if that is not certain. Where its weight comes from
// matters only to findings that compute with it.
func doubts(f *form.Form, found *finding.Finding, lang string) string {
	for i := range f.Indicators {
		x := &f.Indicators[i]
		if x.Name != found.Subject {
			continue
		}
		list := rowDoubts(x)
		if len(list) == 0 {
			return ""
		}
		figures := numbers(found.Says.In(lang) + " " + found.Due + " " + found.Working)
		if weight := numbers(x.Weight.Value); len(weight) == 0 || !slices.Contains(figures, weight[0]) {
			list = slices.DeleteFunc(list, func(m document.Message) bool { return m == weightDoubt(x) })
		}
		return spoken(list, lang)
	}
	return ""
}

func spoken(list []document.Message, lang string) string {
	return strings.Join(each(list, func(m document.Message) string { return plain(m.In(lang)) }), say("；", "; ").In(lang))
}

// readings sums up for the head of a form how many of its rows were read with a doubt, by doubt.
func readings(f *form.Form, lang string) string {
	type row struct{ name, doubt string }
	var rows []row
	for i := range f.Indicators {
		for _, m := range rowDoubts(&f.Indicators[i]) {
			rows = append(rows, row{strconv.Itoa(i), plain(m.In(lang))})
		}
	}
	groups := grouped(rows, func(r row) (string, string) { return r.doubt, r.name })
	return strings.Join(each(groups, func(g group) string {
		return fmt.Sprintf(say("%d 项%s", "%[2]s (rows: %[1]d)").In(lang), len(g.codes), g.text)
	}), say("；", "; ").In(lang))
}
