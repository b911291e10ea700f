package layout

import (
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// Basic data of a printed page: labels and values are cells, broken over lines as their columns have it, and the next
// label may stand behind the last line of a value: 主管部门 某某县民政局 项目实施单 / 位 / 某某县救助管理站.

// fieldWord is one word of the lines that may hold basic data.
type fieldWord struct {
	text  string
	line  int // index of its line
	first bool
}

// fieldCells is a reader of such cells.
type fieldCells struct {
	walk  *walker
	lines []document.Line
	end   int         // the line behind those that are looked at
	words []fieldWord // of the lines so far
	read  int         // the next line
	at    int         // the next word
}

const (
	fieldLines     = 14 // the most lines that a label and its value are looked for on
	longestField   = 16 // characters of a label
	fieldParts     = 6  // the most lines that a label is broken into
	valueParts     = 5  // and a value
	longestInValue = 60 // characters of a line of a value

	longestFieldLine = 600 // bytes of a line of labels and values
)

// fieldCells takes the labels and values that begin at line i, and returns how many lines they take; 0 where the line
// begins with no label that a cell of its own sets off.
func (w *walker) fieldCells(lines []document.Line, i int) int {
	c := &fieldCells{walk: w, lines: lines, read: i, end: min(i+fieldLines, len(lines))}
	name, n := c.label(0)
	if n == 0 {
		return 0
	}
	for n > 0 {
		c.at += n
		at := c.words[c.at-1].line
		value, place := c.value(name, at)
		w.addField(name, piece{text: value, place: place})
		if c.ended() || c.words[c.at].first {
			break
		}
		name, n = c.label(c.at)
	}
	return c.words[c.at-1].line - i + 1
}

// has reports whether there are more than n words. Most lines begin with no label, so lines are cut into words as they
// are asked for.
func (c *fieldCells) has(n int) bool {
	for n >= len(c.words) {
		if c.read >= c.end || len(c.lines[c.read].Text) > longestFieldLine {
			return false
		}
		first := true
		for word := range wordsOf(c.lines[c.read].Text) {
			c.words = append(c.words, fieldWord{word, c.read, first})
			first = false
		}
		c.read++
	}
	return true
}

func (c *fieldCells) ended() bool { return !c.has(c.at) }

// label is the longest label that word p begins, and how many words it takes: more than one where its cell is broken.
func (c *fieldCells) label(p int) (name string, n int) {
	joined := ""
	for k := 0; k < fieldParts && c.has(p+k); k++ {
		word := c.words[p+k]
		if k > 0 && !word.first || holdsSign(word.text, "：:") {
			break
		}
		if len(joined)+len(word.text) > longestLabelText {
			break
		}
		if joined += word.text; longerThan(lexicon.Key(joined), longestField) {
			break
		}
		if balanced(joined) && c.walk.isField(joined) && (k > 0 || longerThan(joined, 3)) {
			name, n = joined, k+1
		}
	}
	return name, n
}

// value takes the words of a value behind a label that ends on the given line: the rest of that line up to the next
// label, or the next line, and the lines that its cell goes on in.
func (c *fieldCells) value(name string, line int) (string, document.Place) {
	if !c.ended() && c.words[c.at].line != line {
		if _, n := c.label(c.at); n > 0 || !c.mayGoOn(c.words[c.at].line) {
			return "", c.lines[line].Place
		}
		line = c.words[c.at].line
	}
	if c.ended() {
		return "", c.lines[line].Place
	}
	value := c.cell()
	for k := 1; k < valueParts && !c.ended() && c.words[c.at].first && c.mayGoOn(c.words[c.at].line); k++ {
		whole, n := c.wholeName(name, value)
		if n == 0 {
			break
		}
		value = whole
		c.at += n
	}
	return value, c.lines[line].Place
}

// cell takes the words of one line up to the next label.
func (c *fieldCells) cell() string {
	from := c.at
	for c.at++; !c.ended() && !c.words[c.at].first; c.at++ {
		if _, n := c.label(c.at); n > 0 {
			break
		}
	}
	var words []string
	for _, w := range c.words[from:c.at] {
		words = append(words, w.text)
	}
	return strings.Join(words, " ")
}

// wholeName is a value with the lines that make a whole name of it, and how many words they are; 0 where it is whole, or
// no lines make it so.
func (c *fieldCells) wholeName(name, value string) (whole string, n int) {
	if c.whole(name, value) {
		return "", 0
	}
	joined := squeeze(value)
	for k := 0; k < valueParts && c.has(c.at+k); k++ {
		word := c.words[c.at+k]
		if _, label := c.label(c.at + k); label > 0 || !word.first || !c.mayGoOn(word.line) {
			break
		}
		if joined += word.text; c.whole(name, joined) {
			whole, n = joined, k+1
		}
		if next := c.at + k + 1; c.has(next) && !c.words[next].first {
			break // a label stands behind the end of the value
		}
	}
	return whole, n
}

// whole reports whether a value ends as what its label asks for does: an office, or a project.
func (c *fieldCells) whole(label, value string) bool {
	switch lex := c.walk.lex; {
	case lex.Has(lexicon.ProjectLabel, label):
		return namesMoney(value)
	case lex.Has(lexicon.UnitLabel, label), namesInCharge(label):
		return isUnit(squeeze(value)) && !strings.HasSuffix(value, "中")
	}
	return true
}

// mayGoOn reports whether a line may be of a value: nothing else begins there.
func (c *fieldCells) mayGoOn(line int) bool {
	text := quantity.TrimSpace(c.lines[line].Text)
	level, _ := heading(text)
	return level == levelNone && !isTitle(text) && runes(text) <= longestInValue && !holdsSign(text, "。；") && !c.walk.ends(c.lines, line)
}
