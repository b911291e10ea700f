package check

import (
	"slices"
	"strings"

	"fuhe/normalize/lexicon"
)

// letters tells which characters a paragraph may hold.
func (n *narrative) letters(paragraph int) *lexicon.Letters {
	n.sentences()
	if n.marked == nil {
		n.marked = make([]*lexicon.Letters, len(n.form.Text))
	}
	if n.marked[paragraph] == nil {
		n.marked[paragraph] = lettersOf(n.said[n.begins[paragraph]:n.begins[paragraph+1]])
	}
	return n.marked[paragraph]
}

// lettersOf are the letters of several sentences together.
func lettersOf(said []spoken) *lexicon.Letters {
	if len(said) == 1 {
		return said[0].letters
	}
	all := new(lexicon.Letters)
	for _, s := range said {
		all.Add(s.letters)
	}
	return all
}

// under reports whether the paragraph stands under a heading with one of the words, or is one.
func (n *narrative) under(paragraph int, words ...string) bool {
	return n.headLetters(paragraph).MayAny(words...) && under(&n.form.Text[paragraph], words...) ||
		n.form.Text[paragraph].Level > 0 && n.paragraphHas(paragraph, words...)
}

// headLetters tells which characters the headings above a paragraph may hold. Most paragraphs stand under those of
// the one before.
func (n *narrative) headLetters(paragraph int) *lexicon.Letters {
	if n.heads == nil {
		n.heads = make([]*lexicon.Letters, len(n.form.Text))
		for i := range n.heads {
			heads := n.form.Text[i].Heads
			if i > 0 && slices.Equal(heads, n.form.Text[i-1].Heads) {
				n.heads[i] = n.heads[i-1]
				continue
			}
			letters := lexicon.LettersOf(strings.Join(heads, "\n"))
			n.heads[i] = &letters
		}
	}
	return n.heads[paragraph]
}

// paragraphHas reports whether a paragraph holds one of the words.
func (n *narrative) paragraphHas(index int, words ...string) bool {
	return n.letters(index).HoldsAny(n.form.Text[index].Text, words...)
}
