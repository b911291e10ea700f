package phrase

// Memo holds the compiled rules of one form by their text, so that each is compiled once however many
// rows it covers and whoever asks for it. It belongs to one review: nothing in it is locked.
type Memo map[string]Rule

// Rule compiles the text, or returns what was compiled before. A nil Memo keeps nothing.
func (m Memo) Rule(text string) Rule {
	if r, ok := m[text]; ok {
		return r
	}
	r, _ := Compile(text)
	if m != nil {
		m[text] = r
	}
	return r
}
