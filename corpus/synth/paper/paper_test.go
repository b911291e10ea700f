package paper

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// sheet is a small table with every kind of span, an empty cell, a long one and one set downwards.
func sheet() Table {
	return Table{
		Widths: []float64{1, 2, 3, 2, 1, 1},
		Header: 2,
		Rows: [][]Cell{
			{{Text: "一级指标", RowSpan: 2, Centred: true, Bold: true}, {Text: "二级指标", RowSpan: 2}, {Text: "三级指标", RowSpan: 2}, {Text: "年度", ColSpan: 2}, {Text: "得分", RowSpan: 2}},
			{{Text: "指标值"}, {Text: "分值"}},
			{{Text: "产出指标", RowSpan: 3, Vertical: true}, {Text: "数量指标", RowSpan: 2}, {Text: "维修主干道里程（含人行道、排水管网和路灯）"}, {Text: "≥12.5公里"}, {Text: "20"}, {Text: "18.50"}},
			{{Text: "清运垃圾车次"}, {Text: "≥360次"}, {Text: "20"}, {Text: ""}},
			{{Text: "质量指标"}, {Text: "验收合格率"}, {Text: "100%"}, {Text: "10"}, {Text: "10"}},
			{{Text: "总分", ColSpan: 4, Centred: true}, {Text: "50"}, {Text: "28.50"}},
		},
	}
}

func report() Paper {
	t := sheet()
	return Paper{Title: "项目支出绩效自评表", Blocks: []Block{
		{Paragraph: &Paragraph{Text: "项目支出绩效自评表", Heading: 1, Centred: true}},
		{Paragraph: &Paragraph{Text: "本年度项目按计划推进，" + strings.Repeat("各项任务已经完成，", 12) + "自评得分28.50分。"}},
		{Table: &t},
		{PageEnd: true},
		{Paragraph: &Paragraph{Text: "二、存在的问题", Heading: 2}},
		{Paragraph: &Paragraph{Text: "预算编制不够细。"}},
	}}
}

func source(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 7)) }

func write(t testing.TB, f Format, p Paper, seed uint64) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, p, source(seed)); err != nil {
		t.Fatalf("%s, seed %d: %v", f.Name, seed, err)
	}
	return b.Bytes()
}

func TestSameSeedWritesSameBytes(t *testing.T) {
	for _, f := range Formats() {
		different := false
		for seed := range uint64(5) {
			one := write(t, f, report(), seed)
			if !bytes.Equal(one, write(t, f, report(), seed)) {
				t.Errorf("%s: seed %d writes other bytes the second time", f.Name, seed)
			}
			different = different || !bytes.Equal(one, write(t, f, report(), seed+100))
		}
		if !different {
			t.Errorf("%s: chance changes nothing", f.Name)
		}
	}
}

func TestNamesOfFormatsDiffer(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Formats() {
		if seen[f.Name] || !strings.HasPrefix(f.Ext, ".") {
			t.Errorf("format %q with %q", f.Name, f.Ext)
		}
		seen[f.Name] = true
	}
}

// TestTextsLoseNothing looks for every character of the report, in any order and layout, in the text copies.
func TestTextsLoseNothing(t *testing.T) {
	for _, f := range Formats() {
		if f.Ext != ".txt" {
			continue
		}
		for seed := range uint64(20) {
			text := strings.Join(strings.Fields(string(write(t, f, report(), seed))), "")
			if c := lost(text); c != "" {
				t.Errorf("%s, seed %d: %s\n%s", f.Name, seed, c, text)
			}
		}
	}
}

func lost(text string) string {
	left := map[rune]int{}
	for _, r := range text {
		left[r]++
	}
	for _, b := range report().Blocks {
		all := ""
		if b.Paragraph != nil {
			all = b.Paragraph.Text
		}
		if b.Table != nil {
			for _, row := range b.Table.Rows {
				for _, c := range row {
					all += c.Text
				}
			}
		}
		for _, r := range all {
			if left[r]--; left[r] < 0 {
				return fmt.Sprintf("%q is lost", r)
			}
		}
	}
	return ""
}

func TestBadTablesAreRefused(t *testing.T) {
	for name, rows := range map[string][][]Cell{
		"too many cells": {{{}, {}, {}}},
		"span too wide":  {{{}, {ColSpan: 2}}},
		"span too deep":  {{{}, {RowSpan: 2}}},
		"on another":     {{{}, {RowSpan: 2}}, {{ColSpan: 2}}},
	} {
		bad := Paper{Blocks: []Block{{Table: &Table{Widths: []float64{1, 1}, Rows: rows}}}}
		for _, f := range Formats() {
			if err := f.Write(&bytes.Buffer{}, bad, source(1)); err == nil {
				t.Errorf("%s writes a table with %s", f.Name, name)
			}
		}
	}
}
