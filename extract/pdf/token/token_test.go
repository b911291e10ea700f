package token

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// spell writes tokens so that a table can be read: 5 1.5 (text) /Name word [ ] << >>.
func spell(data string) string {
	var words []string
	l := New([]byte(data), 0)
	for t := l.Next(); t.Kind != End; t = l.Next() {
		words = append(words, spellOne(t))
	}
	return strings.Join(words, " ")
}

func spellOne(t Token) string {
	switch t.Kind {
	case Integer:
		return fmt.Sprint(t.Integer)
	case Real:
		return fmt.Sprintf("%.6gr", t.Number)
	case String:
		return fmt.Sprintf("(%s)", t.Bytes)
	case Name:
		return fmt.Sprintf("/%s", t.Bytes)
	case Keyword:
		return string(t.Bytes)
	}
	return map[Kind]string{ArrayOpen: "[", ArrayEnd: "]", DictOpen: "<<", DictEnd: ">>"}[t.Kind]
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"1 0 obj<</A 2/B[3 4]>>endobj", "1 0 obj << /A 2 /B [ 3 4 ] >> endobj"},
		{"BT/F1 9.5 Tf(a)Tj ET", "BT /F1 9.5r Tf (a) Tj ET"},
		{"% comment\n7 % more\r8", "7 8"},
		{"\x00\t\f 1", "1"},
		// numbers, as viewers read them
		{"+5 -5 --5 .5 -.5 5.", "5 -5 -5 0.5r -0.5r 5r"},
		{". - +", "0r 0 0"},
		{"5-3", "53"},
		{"1e3 2.5E-1 7e", "1000r 0.25r 7 e"},
		{"0.5cm 1.2.3", "0.5r cm 1.2r 0.3r"},
		{"99999999999999999999", "1e+20r"},
		{"0.00000000000000000000001", "1e-23r"},
		{strings.Repeat("9", 400) + " 1", "1e+300r 1"},
		// strings
		{`(a(b)c)`, "(a(b)c)"},
		{`(\n\)\\\x\101\7)`, "(\n)\\xA\a)"},
		{"(a\\\nb\\\r\nc)", "(abc)"},
		{"(a\r\nb\rc)", "(a\nb\nc)"},
		{`(\777)`, "(\xff)"},
		{"(open", "(open)"},
		{`(open\`, "(open)"},
		{"<48 65 6C>", "(Hel)"},
		{"<4>", "(@)"},
		{"<4x8>", "(H)"},
		{"<48", "(H)"},
		// names
		{"/A#42/C", "/AB /C"},
		{"/A#4 /A# /#zz", "/A#4 /A# /#zz"},
		{"/ 1", "/ 1"},
		// what means nothing is passed over
		{") 1 > 2 }", "1 2 }"},
		{"T* f* ' \"", "T* f* ' \""},
	} {
		if diff := cmp.Diff(c.want, spell(c.data)); diff != "" {
			t.Errorf("%q: %s", c.data, diff)
		}
	}
}

// TestPlainNumbersAreReadAlike holds the quick way of reading a number against the patient one.
func TestPlainNumbersAreReadAlike(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := rapid.StringMatching(`[-+]?[0-9]{0,16}\.?[0-9]{0,16}[-e.]?[0-9]?[ \]a]?`).Draw(t, "number")
		if data == "" || classes[data[0]] != digit {
			return
		}
		quick, patient := New([]byte(data), 0), New([]byte(data), 0)
		got, want := quick.Next(), patient.number()
		if got.Kind != want.Kind || got.Integer != want.Integer || quick.pos != patient.pos {
			t.Fatalf("%q: got %+v, want %+v", data, got, want)
		}
		if math.Abs(got.Number-want.Number) > 1e-14*math.Abs(want.Number) {
			t.Fatalf("%q: got %v, want %v", data, got.Number, want.Number)
		}
	})
}

func TestSeekAndOffset(t *testing.T) {
	l := New([]byte("12 abc 34"), 3)
	if got := spellOne(l.Next()); got != "abc" || l.Offset() != 6 {
		t.Errorf("got %s, offset %d", got, l.Offset())
	}
	for _, at := range []int{-5, 0, 9, 100} {
		l.Seek(at)
		l.Next()
		if l.Offset() > 9 {
			t.Errorf("offset %d after Seek(%d)", l.Offset(), at)
		}
	}
}

func TestForgottenStringsUseTheSameRoom(t *testing.T) {
	l := New([]byte("<41><42>"), 0)
	first := l.Next().Bytes
	l.Forget()
	if l.Next(); string(first) != "B" {
		t.Errorf("room was not used again: %s", first)
	}
}

func FuzzLexer(f *testing.F) {
	for _, s := range []string{"1 0 obj<</A(b\\)c)/D<0f>>>", "--5-3e+1 ", "/#4#41 ( \\", "[<</a", "%"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l := New(data, 0)
		for {
			at := l.Offset()
			token := l.Next()
			if token.Kind == End {
				break
			}
			if l.Offset() <= at || l.Offset() > len(data) {
				t.Fatalf("offset went from %d to %d of %d", at, l.Offset(), len(data))
			}
			if token.Number != token.Number {
				t.Fatal("not a number")
			}
		}
		if l.Offset() != len(data) {
			t.Fatalf("ended at %d of %d", l.Offset(), len(data))
		}
	})
}

func BenchmarkContents(b *testing.B) {
	data := []byte(strings.Repeat("BT /F1 10.5 Tf 1 0 0 1 72.25 700.5 Tm <0A1B0C2D> Tj [(abc) -250 (d\\)e)] TJ ET\n0.48 w 72 700 m 500 700 l S\n", 1000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		l := New(data, 0)
		for l.Next().Kind != End {
			l.Forget()
		}
	}
}
