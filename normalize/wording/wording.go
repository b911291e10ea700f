// Package wording finds wordings in the text of a cell or a sentence by expressions in the notation of
// package regexp, with the answers of package regexp: the leftmost match, and of the ways to match there
// the first. It is for the many expressions of which a document needs a few, once: package regexp spends
// more on getting an expression ready than on all the sentences of a report, here that is one reading of
// it. In return it knows only the part of the notation that wordings need (see parse) and suits texts of a
// few thousand characters. It knows nothing of what the wordings mean.
package wording

import "sync"

// Expr is an expression. It is read when it is first used, so that one that no document needs costs nothing.
type Expr struct {
	source  string
	once    sync.Once
	program *program
}

// New is the expression of a source. What is no expression panics when it is first used.
func New(source string) *Expr { return &Expr{source: source} }

// String is the source of the expression.
func (e *Expr) String() string { return e.source }

func (e *Expr) ready() *program {
	e.once.Do(func() { e.program = parse(e.source) })
	return e.program
}

// MatchString reports whether the text holds a match.
func (e *Expr) MatchString(text string) bool {
	m := matcher{program: e.ready(), text: text}
	_, ok := m.find(0)
	return ok
}

// FindString returns the first match, empty for none.
func (e *Expr) FindString(text string) string {
	if at := e.FindStringIndex(text); at != nil {
		return text[at[0]:at[1]]
	}
	return ""
}

// FindStringIndex returns where the first match begins and ends; nil for none.
func (e *Expr) FindStringIndex(text string) []int {
	m := matcher{program: e.ready(), text: text}
	if start, ok := m.find(0); ok {
		return []int{start, m.end}
	}
	return nil
}

// FindStringSubmatchIndex returns where the first match and its groups begin and end, -1 for a group that took
// no part; nil for no match.
func (e *Expr) FindStringSubmatchIndex(text string) []int {
	m := e.matcher(text)
	if _, ok := m.find(0); !ok {
		return nil
	}
	return m.marks
}

// FindStringSubmatch returns the first match and its groups, those that took no part empty; nil for none.
func (e *Expr) FindStringSubmatch(text string) []string {
	m := e.matcher(text)
	if _, ok := m.find(0); !ok {
		return nil
	}
	return m.texts()
}

// FindAllStringSubmatch returns the matches that do not overlap, n at most or all for -1, with their groups.
func (e *Expr) FindAllStringSubmatch(text string, n int) (all [][]string) {
	m := e.matcher(text)
	for range m.all(n) {
		all = append(all, m.texts())
	}
	return all
}

// FindAllStringSubmatchIndex returns where the matches and their groups begin and end, -1 for a group that
// took no part.
func (e *Expr) FindAllStringSubmatchIndex(text string, n int) (all [][]int) {
	m := e.matcher(text)
	for range m.all(n) {
		all = append(all, append([]int(nil), m.marks...))
	}
	return all
}

// FindAllStringIndex returns where the matches begin and end.
func (e *Expr) FindAllStringIndex(text string, n int) (all [][]int) {
	m := matcher{program: e.ready(), text: text}
	for from, to := range m.all(n) {
		all = append(all, []int{from, to})
	}
	return all
}

// ReplaceAllString puts plain words in the place of every match.
func (e *Expr) ReplaceAllString(text, words string) string {
	return e.ReplaceAllStringFunc(text, func([]string) string { return words })
}

// ReplaceAllStringFunc puts in the place of every match what the function makes of it and its groups. A text
// without a match is returned as it is.
func (e *Expr) ReplaceAllStringFunc(text string, words func(groups []string) string) string {
	m := e.matcher(text)
	var out []byte
	done := 0
	for from, to := range m.all(-1) {
		out = append(append(out, text[done:from]...), words(m.texts())...)
		done = to
	}
	if done == 0 && out == nil {
		return text
	}
	return string(append(out, text[done:]...))
}

func (e *Expr) matcher(text string) matcher {
	p := e.ready()
	return matcher{program: p, text: text, marks: make([]int, 2*p.groups)}
}
