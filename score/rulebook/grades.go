package rulebook

import (
	"iter"
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/wording"
)

// gradeNames are the names of grades in use, longer ones first, with their English.
var gradeNames = []document.Message{
	{ZH: "优秀", EN: "excellent"}, {ZH: "良好", EN: "good"}, {ZH: "中等", EN: "fair"}, {ZH: "一般", EN: "fair"}, {ZH: "不合格", EN: "poor"}, {ZH: "合格", EN: "fair"},
	{ZH: "较差", EN: "poor"}, {ZH: "优", EN: "excellent"}, {ZH: "良", EN: "good"}, {ZH: "中", EN: "fair"}, {ZH: "差", EN: "poor"},
}

// otherwise are words that hold the letter of a grade and mean none.
var otherwise = wording.New(`其中|中央|集中|优化|优先|优良|改良|偏差|差异|差额|差距|误差`)

// gradesPrinted are the grades that a form prints itself, in its notes or its text, with the passage: 优（90分及以上）、良
// （80-90）、中（60-80）、差. None unless three grades at least have their bounds, the best from 70 on.
func gradesPrinted(f *form.Form) ([]Grade, form.Rule) {
	for r := range passages(f) {
		if !strings.Contains(r.Text, "优") || !lexicon.HoldsAny(r.Text, "良", "中", "差") {
			continue
		}
		for sentence := range strings.SplitSeq(r.Text, "。") {
			if grades := gradesIn(sentence); grades != nil {
				return grades, form.Rule{Text: strings.TrimSpace(sentence), Place: r.Place}
			}
		}
	}
	return nil, form.Rule{}
}

// passages are what a form prints in words: its notes, all of them together, for a sentence may be cut, and its
// text.
func passages(f *form.Form) iter.Seq[form.Rule] {
	return func(yield func(form.Rule) bool) {
		var all []string
		for _, r := range f.Rules {
			if !yield(r) {
				return
			}
			all = append(all, r.Text)
		}
		if len(all) > 1 && !yield(form.Rule{Text: strings.Join(all, "；"), Place: f.Rules[0].Place}) {
			return
		}
		for i := range f.Text {
			if !yield(form.Rule{Text: f.Text[i].Text, Place: f.Text[i].Place}) {
				return
			}
		}
	}
}

// gradesIn reads the grades of one sentence, best first; nil where they do not make a ladder.
func gradesIn(sentence string) []Grade {
	var grades []Grade
	bounded := 0
	for piece := range strings.FieldsFuncSeq(sentence, stroke) {
		g, has, ok := gradeIn(piece)
		switch {
		case ok && has:
			grades, bounded = append(grades, g), bounded+1
		case ok && bounded > 0:
			grades = append(grades, g) // the rest: ……、差
		}
	}
	if len(grades) > 1 && compareLows(grades[0], grades[1]) < 0 {
		slices.Reverse(grades)
	}
	for i := 1; i < len(grades); i++ {
		if compareLows(grades[i-1], grades[i]) <= 0 {
			return nil
		}
	}
	if bounded < 3 || grades[0].Low.Rat().Cmp(big.NewRat(70, 1)) < 0 || grades[0].Low.Rat().Cmp(big.NewRat(100, 1)) > 0 {
		return nil
	}
	return grades
}

// stroke parts the grades of a sentence.
func stroke(r rune) bool {
	switch r {
	case '、', '，', ',', '；', ';', '\n':
		return true
	}
	return false
}

func compareLows(a, b Grade) int { return a.Low.Rat().Cmp(b.Low.Rat()) }

var gradeFigure = wording.New(`\d+(?:\.\d+)?`)

// gradeIn reads one grade with its bounds: 优（90分及以上）, 80（含）-90分为良, S＜60差. bounded is false for a name alone.
func gradeIn(piece string) (g Grade, bounded, ok bool) {
	if !lexicon.HoldsAny(piece, "优", "良", "中", "一般", "合格", "差") {
		return g, false, false // what every name of a grade holds
	}
	text := otherwise.ReplaceAllString(piece, "")
	if utf8.RuneCountInString(text) > 40 || strings.ContainsAny(text, "%％") {
		return g, false, false
	}
	for _, name := range gradeNames {
		before, after, found := strings.Cut(text, name.ZH)
		if !found {
			continue
		}
		if g.Name.ZH != "" || strings.Contains(after, name.ZH) {
			return g, false, false // two grades
		}
		g.Name, text = name, before+after
	}
	if g.Name.ZH == "" {
		return g, false, false
	}
	low, high := new(big.Rat).SetInt64(1000), new(big.Rat)
	for _, figure := range gradeFigure.FindAllStringSubmatch(text, -1) {
		v, _ := new(big.Rat).SetString(figure[0])
		if v.Cmp(low) < 0 {
			low = v
		}
		if v.Cmp(high) > 0 {
			high = v
		}
	}
	switch {
	case high.Sign() == 0:
		g.Low = "0"
		return g, false, utf8.RuneCountInString(strings.Trim(text, " （）()“”\"等级档为是和及四三五个")) <= 2
	case low.Cmp(high) == 0 && (strings.Contains(text, "以下") || strings.ContainsAny(text, "<＜") || strings.Contains(text, "低于") || strings.Contains(text, "不足")):
		low = new(big.Rat)
	}
	g.Low = exact(low)
	return g, true, true
}
