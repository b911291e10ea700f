package layout

import (
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// goalLines takes 年度目标 1（40 分）：…, whole or broken over lines, with its text up to the table below.
func (w *walker) goalLines(lines []document.Line, i int) int {
	if !mayBeGoal(quantity.TrimSpace(lines[i].Text)) {
		return 0
	}
	joined := ""
	for k := i; k < min(i+labelLines, len(lines)); k++ {
		joined += squeeze(lines[k].Text)
		head, body := goalHead(joined)
		name, weight := label(head)
		if weight == "" {
			name, body = goalPrefix(name, body)
		}
		if !isGoal(name) {
			if k == i && !strings.HasPrefix(name, "年度") {
				return 0
			}
			continue
		}
		if weight == "" && body == "" && k+1 < len(lines) && bracketOnly(lines[k+1].Text) {
			if _, next := label(name + squeeze(lines[k+1].Text)); next != "" {
				weight, k = next, k+1
			}
		}
		w.enterGoal(name, weight, lines[i].Place)
		return k - i + 1 + w.goalText(lines, k+1)
	}
	return 0
}

// mayBeGoal is a cheap test before the costly ones: a text may begin with the name of a goal, perhaps behind its points.
func mayBeGoal(text string) bool {
	if n := bracketAt(text); n > 0 {
		text = quantity.TrimSpace(text[n:])
	}
	r := firstRune(text)
	return r == '年' || r == '绩' || quantity.FoldRune(r) < 0 || r == '︵'
}

// goalHead cuts a text behind its label: at a colon, or where the text runs on from the points of a goal, as it does
// where the label's cell stands in one line with the text's.
func goalHead(text string) (head, body string) {
	if n := goalLabelAt(text); n > 0 {
		return text[:n], text[n:]
	}
	head, body, _ = cutSign(text, "：:")
	return head, body
}

// goalPrefix cuts a goal's name from the text that only a blank set off: 年度目标1 推进….
func goalPrefix(name, body string) (string, string) {
	digits := strings.IndexAny(name, "0123456789")
	if digits < 0 || digits+1 >= len(name) || body != "" {
		return name, body
	}
	return name[:digits+1], name[digits+1:]
}

// goalText counts the lines of a goal's text, which ends where a table begins; 0 if none is near.
func (w *walker) goalText(lines []document.Line, i int) int {
	for k := i; k < min(i+8, len(lines)); k++ {
		if _, _, ok := w.headerRun(lines, k); ok {
			return k - i
		}
		if level, _ := heading(lines[k].Text); level == levelPart || level == levelSection {
			return 0
		}
	}
	return 0
}

// weightLabel takes the label of a block that stands just before the headers of its table, perhaps
// broken over lines: 预算执行情况（万元）（20分）.
func (w *walker) weightLabel(lines []document.Line, i int) int {
	end := i
	for end < min(i+weightLabelLines, len(lines)) && !holdsSign(lines[end].Text, "，。；：") {
		end++
	}
	if !slices.ContainsFunc(lines[i:end], endsBracket) {
		return 0
	}
	joined := ""
	for k := i; k < end; k++ {
		joined += squeeze(lines[k].Text)
		name, weight := label(joined)
		name = trimOrdinal(lexicon.Key(name))
		if name == "" || longerThan(name, 16) || isGoal(name) {
			return 0
		}
		if weight == "" || k+1 >= len(lines) {
			continue
		}
		if _, _, ok := w.headerRun(lines, k+1); !ok {
			return 0
		}
		w.noteMoney(joined)
		w.block = name
		w.addSection(form.Section{Name: name}, weight, lines[i].Place)
		return k - i + 1
	}
	return 0
}

// weightLabelLines is the most lines that such a label is broken over.
const weightLabelLines = 4

// endsBracket reports whether a line ends the bracket of a weight.
func endsBracket(l document.Line) bool { return holdsSign(l.Text, closing) }

func bracketOnly(text string) bool {
	s := squeeze(text)
	return strings.HasPrefix(s, "（") || strings.HasPrefix(s, "(")
}
