package faircopy

import (
	"bytes"
	"compress/flate"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// deflated packs data as a writer of the library does.
func deflated(t interface{ Fatal(...any) }, data []byte, level int) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, level)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Bytes()
}

// asFar reports whether data are unpacked as the library does it, or a little further: at a sudden end it
// does not look at the last few bits.
func asFar(got, data []byte) bool {
	want, _ := io.ReadAll(flate.NewReader(bytes.NewReader(data)))
	return bytes.HasPrefix(got, want) && len(got)-len(want) <= 258+25
}

func TestInflateReadsWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := bytes.Repeat(rapid.SliceOfN(rapid.Byte(), 0, 300).Draw(t, "data"), rapid.IntRange(1, 500).Draw(t, "times"))
		level := rapid.SampledFrom([]int{flate.HuffmanOnly, 0, 1, 6, 9}).Draw(t, "level")
		got := rawInflate([]byte("before"), deflated(t, data, level), maxStream)
		if string(got[:6]) != "before" || !bytes.Equal(got[6:], data) {
			t.Fatalf("%d bytes became %d", len(data), len(got)-6)
		}
	})
}

// TestBrokenDataAreReadAsFar holds what is read of data that are cut, or changed in a few places, against
// the library.
func TestBrokenDataAreReadAsFar(t *testing.T) {
	text := []byte(strings.Repeat("q 1 0 0 1 72.25 700.5 cm BT /F1 9 Tf (text) Tj ET Q\n", 40))
	rapid.Check(t, func(t *rapid.T) {
		for i := range text { // no two streams alike
			if i%17 == 0 {
				text[i] = byte(rapid.IntRange(' ', '~').Draw(t, "byte"))
			}
		}
		data := deflated(t, text, rapid.SampledFrom([]int{flate.HuffmanOnly, 1, 9}).Draw(t, "level"))
		data = data[:rapid.IntRange(0, len(data)).Draw(t, "length")]
		for range rapid.IntRange(0, 3).Draw(t, "changes") {
			if len(data) > 0 {
				data[rapid.IntRange(0, len(data)-1).Draw(t, "at")] ^= byte(rapid.IntRange(1, 255).Draw(t, "change"))
			}
		}
		if got := rawInflate(nil, data, maxStream); !asFar(got, data) {
			t.Fatalf("got %q", got)
		}
	})
}

func TestInflateKeepsTheLimit(t *testing.T) {
	data := deflated(t, bytes.Repeat([]byte("0123456789"), 1000), 9)
	for _, limit := range []int{0, 1, 257, 9_999, 10_000, 10_001} {
		if got := rawInflate(nil, data, limit); len(got) != min(limit, 10_000) {
			t.Errorf("limit %d: %d bytes", limit, len(got))
		}
	}
}

func FuzzInflate(f *testing.F) {
	f.Add(deflated(f, []byte("abcabcabcabcabcabc"), 9))
	f.Add([]byte{0x01, 0x03, 0x00, 0xFC, 0xFF, 'a', 'b', 'c'})
	f.Add([]byte{0x05, 0x00})
	f.Fuzz(func(t *testing.T, data []byte) {
		if got := rawInflate(nil, data, maxStream); !asFar(got, data) {
			t.Fatalf("got %q", got)
		}
	})
}

func BenchmarkInflate(b *testing.B) {
	text := []byte(strings.Repeat("q 1 0 0 1 72.25 700.5 cm BT /F1 9 Tf (text) Tj ET Q\n", 400))
	for i := range text {
		if i%7 == 0 {
			text[i] = byte('0' + i/7*31%10)
		}
	}
	data := deflated(b, text, 6)
	var room []byte
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		room = rawInflate(room[:0], data, maxStream)
	}
}
