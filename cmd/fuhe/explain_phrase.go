package main

import (
	"fmt"
	"io"
	"math/big"
	"strings"

	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/phrase"
)

// mostWeight bounds the weight that is asked for; no row of a form has more.
const mostWeight = 1000

// explainPhrase says how a rule of scoring is read: its clauses, what it gives for a few results, and the
// scores that it can give at all. A rule that is not understood in full gives none; what was not
// understood is marked.
func (a *app) explainPhrase(text, weight string) error {
	w := quantity.Parse(weight)
	if !w.Numeric() || w.Unit != "" || w.Bound == quantity.Range || w.Rat().Sign() <= 0 || w.Rat().Cmp(big.NewRat(mostWeight, 1)) > 0 {
		return usage(fmt.Sprintf(a.say("--weight %q 不是 0 到 %d 之间的分值", "--weight %q is no number of points up to %d"), weight, mostWeight))
	}
	if strings.TrimSpace(text) == "" {
		return usage(a.say("--phrase 后请写一句评分标准", "--phrase wants the text of a scoring rule"))
	}
	rule, gaps := phrase.Compile(text)
	var b strings.Builder
	b.WriteString(rule.Marked() + "\n\n")
	a.clauses(&b, rule)
	if len(gaps) > 0 {
		a.notUnderstood(&b, gaps, weight)
	} else {
		a.scores(&b, rule, w.Rat(), weight)
	}
	_, err := io.WriteString(a.stdout, b.String())
	return err
}

// clauses are what was understood, as a tree of one level, and in short.
func (a *app) clauses(b *strings.Builder, rule phrase.Rule) {
	if len(rule.Clauses) == 0 {
		return
	}
	b.WriteString(a.say("规则：", "rule: ") + rule.Tree() + "\n")
	for i, c := range rule.Clauses {
		branch := "├ "
		if i == len(rule.Clauses)-1 {
			branch = "└ "
		}
		b.WriteString("  " + branch + phrase.Name(c).In(a.lang) + a.say("：", ": ") + strings.Join(a.words(c), a.say("；", "; ")) + "\n")
	}
}

// words say a clause with what the text left open.
func (a *app) words(c phrase.Clause) []string {
	var all []string
	if says := c.Says().In(a.lang); says != "" {
		all = append(all, says)
	}
	s, ok := c.(phrase.Step)
	if ok && s.Implied {
		all = append(all, a.say("参照标准未写明，推定为该行指标值", "no reference is named: the row's target is taken"))
	}
	if ok && s.Counting == phrase.AnyCounting {
		all = append(all, a.say("不足一步如何计未写明，整步、进一步、按比例均予认可", "how part of a step counts is not said: none, whole or in part are all accepted"))
	}
	if len(all) == 0 {
		return []string{c.String()}
	}
	return all
}

func (a *app) notUnderstood(b *strings.Builder, gaps []phrase.Gap, weight string) {
	b.WriteString("\n" + fmt.Sprintf(a.say("未能全部读懂，不据以计分；该行得分只界定在 0 至 %s 之间。\n", "not understood in full, so nothing is scored by it; the row may score anything from 0 to %s.\n"), weight))
	for _, g := range gaps {
		b.WriteString("  " + g.Why.In(a.lang) + "\n")
	}
}

// scores is the table of results, then the scores that are possible.
func (a *app) scores(b *strings.Builder, rule phrase.Rule, w *big.Rat, weight string) {
	var rows [][2]string
	for _, s := range rule.Table(w) {
		rows = append(rows, [2]string{s.Input.In(a.lang), a.readings(s.Readings)})
	}
	if len(rows) == 0 {
		b.WriteString("\n" + a.say("这句话本身不给出得分。\n", "it gives no points by itself.\n"))
		return
	}
	b.WriteString("\n" + fmt.Sprintf(a.say("分值 %s 时的得分：\n", "points of %s:\n"), weight))
	printPairs(b, rows)
	if set, ok := rule.Reachable(w); ok {
		b.WriteString("\n" + a.possible(rule) + set.String() + "\n")
	}
}

func (a *app) possible(rule phrase.Rule) string {
	for _, c := range rule.Clauses {
		if s, ok := c.(phrase.Step); ok && s.Counting == phrase.AnyCounting {
			return a.say("按整步计可能的得分：", "possible scores by whole steps: ")
		}
	}
	return a.say("可能的得分：", "possible scores: ")
}

// readings lists the scores of the admissible readings, each once, with the ways of counting that lead to
// them where they differ.
func (a *app) readings(all []finding.Reading) string {
	var scores []string
	ways := map[string][]string{}
	for _, r := range all {
		s := quantity.FormatShort(r.Score.Low, 4)
		if r.Score.High.Cmp(r.Score.Low) != 0 {
			s += "—" + quantity.FormatShort(r.Score.High, 4)
		}
		if len(ways[s]) == 0 {
			scores = append(scores, s)
		}
		ways[s] = append(ways[s], a.way(r.Name))
	}
	if len(scores) > 1 {
		for i, s := range scores {
			if named := strings.Join(ways[s], a.say("、", ", ")); named != "" {
				scores[i] = s + a.say("（"+named+"）", " ("+named+")")
			}
		}
	}
	return strings.Join(scores, " / ")
}

func (a *app) way(name string) string {
	switch name {
	case "whole-steps":
		return a.say("整步", "whole steps")
	case "begun-steps":
		return a.say("进一步", "begun steps")
	case "pro-rata":
		return a.say("按比例", "in part")
	}
	return ""
}
