package portfolio

import (
	"iter"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/normalize/form"
)

// Paragraphs are compared by what they say beside names and figures: the Chinese characters, without those of the
// unit's and the project's own name. Shingles are runs of characters of it.
const (
	leastParagraph = 60   // characters; shorter ones are alike by chance or by form
	mostCharacters = 5000 // of one paragraph
	shingle        = 5
	bands          = 4 // each of bandRows of the least hashes: 0.8 alike is found at 94%, 0.95 always
	bandRows       = 3
)

// signature is what is kept of a paragraph: two that are alike have a band in common.
type signature struct {
	bands  [bands]uint32
	at     int16
	length int16
}

// paragraphsOf are the wordings of a form with their places: the narrative, then the reasons and measures.
func paragraphsOf(f *form.Form) iter.Seq2[int, entry] {
	return func(yield func(int, entry) bool) {
		n := 0
		give := func(e form.Entry, subject string) bool {
			n++
			return n > mostParagraphs || utf8.RuneCountInString(e.Text) < leastParagraph || yield(n-1, entry{Entry: e, subject: subject, text: e.Text})
		}
		for _, p := range f.Text {
			if p.Level == 0 && !give(form.Entry{Text: p.Text, Place: p.Place}, strings.Join(p.Heads[max(0, len(p.Heads)-1):], "")) {
				return
			}
		}
		if !give(f.Reason, "偏差原因") || !give(f.Measures, "改进措施") {
			return
		}
		for _, ind := range f.Indicators {
			if !give(ind.Reason, ind.Name) {
				return
			}
		}
	}
}

func paragraphAt(f *form.Form, at int) entry {
	for n, e := range paragraphsOf(f) {
		if n == at {
			e.masked = masked(e.text, f)
			return e
		}
	}
	return entry{}
}

// masked are the characters that are compared.
func masked(text string, f *form.Form) []rune {
	for _, own := range []string{f.Unit, f.Project} {
		if own != "" {
			text = strings.ReplaceAll(text, own, "")
		}
	}
	var out []rune
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			if out = append(out, r); len(out) == mostCharacters {
				break
			}
		}
	}
	return out
}

func signatures(f *form.Form) (all []signature) {
	for n, e := range paragraphsOf(f) {
		if m := masked(e.text, f); len(m) >= leastParagraph {
			s := sign(m)
			s.at = int16(n)
			all = append(all, s)
		}
	}
	return all
}

// sign takes the least hash of the shingles in each of twelve parts of the range of hashes, and joins them to bands
// (one permutation hashing).
func sign(text []rune) signature {
	var least [bands * bandRows]uint64
	for i := range least {
		least[i] = math.MaxUint64
	}
	for i := range len(text) - shingle + 1 {
		h := shingleHash(text[i : i+shingle])
		part := h % uint64(len(least))
		least[part] = min(least[part], h)
	}
	s := signature{length: int16(len(text))}
	for b := range bands {
		sum := uint64(b)
		for _, v := range least[b*bandRows : (b+1)*bandRows] {
			sum = mix(sum ^ v)
		}
		s.bands[b] = uint32(sum)
	}
	return s
}

func shingleHash(text []rune) uint64 {
	h := uint64(0)
	for _, r := range text {
		h = h*0x1000193 ^ uint64(r)
		h *= 0x9e3779b97f4a7c15
	}
	return mix(h)
}

// mix spreads a hash over all its bits (the finalizer of MurmurHash3).
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// alike is the share of shingles that two texts have in common among all of both (Jaccard), in percent.
func alike(a, b []rune) int {
	in := map[uint64]bool{}
	for i := range len(a) - shingle + 1 {
		in[shingleHash(a[i:i+shingle])] = false
	}
	all, shared := len(in), 0
	for i := range len(b) - shingle + 1 {
		h := shingleHash(b[i : i+shingle])
		met, ok := in[h]
		switch {
		case !ok:
			in[h] = true
			all++
		case !met:
			in[h] = true
			shared++
		}
	}
	if all == 0 {
		return 0
	}
	return shared * 100 / all
}
