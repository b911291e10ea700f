package proof

import (
	"encoding/xml"
	"fmt"

	"fuhe/extract/document"
)

// rounded is a length that prints rounded to a hundredth.
type rounded float64

// Format writes the length, whatever the verb.
func (p rounded) Format(f fmt.State, _ rune) {
	_, _ = f.Write(appendPoints(nil, float64(p))) // printing to memory cannot fail
}

func (s *sheaf) printf(format string, args ...any) { s.out = fmt.Appendf(s.out, format, args...) }

// Write lets general encoders write to the sheaf. It never fails.
func (s *sheaf) Write(b []byte) (int, error) {
	s.out = append(s.out, b...)
	return len(b), nil
}

// escape writes text of the document: whatever it holds, it stays text.
func (s *sheaf) escape(text string) {
	_ = xml.EscapeText(s, []byte(text)) // Write never fails
}

// group writes what do draws as one group, for programs that switch groups on and off.
func (s *sheaf) group(id string, do func()) {
	s.printf("<g id=%q>\n", id)
	do()
	s.printf("</g>\n")
	s.settle()
}

func (s *sheaf) rectangle(class string, b *document.Box) {
	s.printf(`<rect class="%s" x="%v" y="%v" width="%v" height="%v"/>`+"\n",
		class, rounded(b.X0), rounded(b.Y0), rounded(max(b.Width(), 0)), rounded(max(b.Height(), 0)))
	s.settle()
}
