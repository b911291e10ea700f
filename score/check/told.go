package check

import (
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// narrative is a form's running text, cut up and folded once for all the checks of one run. Every part
// is made when a check first asks for it.
type narrative struct {
	form     *form.Form
	said     []spoken
	begins   []int              // the first sentence of each paragraph, and one more
	marked   []*lexicon.Letters // of each paragraph
	isFold   bool
	found    [][]quantity.Found
	numbers  [][]quantity.Found
	changed  [2][]change // within sentences, and across them
	compared bool        // changed is made
	owner    []int
	matters  []matter
	spoken   [][]int
	pairs    map[int][]pair
	folds    []string // of the indicators' names
	all      []int    // sentences that say 全部 or the like
	missed   []int
	judged   bool // missed is made
	joined   []span
	rated    []int              // paragraphs that speak of an execution rate
	defects  []bool             // sentences that name a shortcoming
	heads    []*lexicon.Letters // of the headings above each paragraph
	grade    *form.Entry        // that the text states, once looked for

	ofOthers   []bool      // sentences on another year, or on plans
	unfinished map[int]int // where a sentence says that a work is not done
}

// span is a sentence with those that a semicolon joins to it, and its amounts.
type span struct {
	spoken
	amounts []quantity.Found
	shares  []portion // 占37.5%, where it says so
}

// spans are the sentences, those that end in a semicolon joined to the next of their paragraph: a total
// and its parts often stand so.
func (n *narrative) spans() []span {
	if n.joined != nil {
		return n.joined
	}
	said := n.sentences()
	n.joined = make([]span, 0, len(said))
	for i := 0; i < len(said); i++ {
		x := span{spoken: said[i], amounts: n.amounts()[i]}
		from := i
		for i+1 < len(said) && said[i+1].index == x.index && (strings.HasSuffix(said[i].Text, "；") || strings.HasSuffix(said[i].Text, ";")) {
			i++
		}
		if i > from {
			text := x.paragraph.Text[x.Start : said[i].Start+len(said[i].Text)]
			letters := lexicon.LettersOf(text)
			x.Text, x.letters, x.amounts = text, &letters, quantity.FindAll(text)
		}
		x.amounts = x.amounts[:min(len(x.amounts), mostStated)]
		if x.hasAny("占") {
			x.shares = sharesIn(x.Text, x.amounts)
		}
		n.joined = append(n.joined, x)
	}
	return n.joined
}

// sentences are those of the narrative, headings included.
func (n *narrative) sentences() []spoken {
	if n.begins == nil {
		n.said, n.begins = speech(n.form.Text)
	}
	return n.said
}

// folded are the sentences with their comparable forms, for checks that look for many names in them.
func (n *narrative) folded() []spoken {
	said := n.sentences()
	if !n.isFold {
		for i := range said {
			said[i].fold = lexicon.Fold(said[i].Text)
		}
		n.isFold = true
	}
	return said
}

// amounts are the amounts that stand in each sentence.
func (n *narrative) amounts() [][]quantity.Found {
	if n.found == nil {
		said := n.sentences()
		n.found = make([][]quantity.Found, len(said))
		for i := range said {
			if p := said[i].paragraph; p.Amounts != nil {
				n.found[i] = p.Amounts[i-n.begins[said[i].index]]
			} else {
				n.found[i] = quantity.FindAll(said[i].Text)
			}
		}
	}
	return n.found
}

// within are the sentences of a paragraph, by the first and the one behind the last.
func (n *narrative) within(paragraph int) (from, to int) {
	n.sentences()
	return n.begins[paragraph], n.begins[paragraph+1]
}

// amountsIn are the amounts of a paragraph. They may be others than those of its sentences: one may go on
// over the end of a line.
func (n *narrative) amountsIn(paragraph int) []quantity.Found {
	text := n.form.Text[paragraph].Text
	if from, to := n.within(paragraph); to-from == 1 && n.said[from].Text == text {
		return n.amounts()[from]
	}
	return quantity.FindAll(text)
}

// figures are the amounts of each sentence that are numbers.
func (n *narrative) figures() [][]quantity.Found {
	if n.numbers == nil {
		n.numbers = make([][]quantity.Found, len(n.amounts()))
		for k, found := range n.amounts() {
			n.numbers[k] = amountsOf(found)
		}
	}
	return n.numbers
}

// changes are those that sentences state with both their figures, and those that claims state across sentences.
func (n *narrative) changes() (within, across []change) {
	if !n.compared {
		n.changed, n.compared = [2][]change{changesWithin(n), changesAcross(n.form)}, true
	}
	return n.changed[0], n.changed[1]
}

// owners tells of each sentence the indicator whose item it stands in, or -1.
func (n *narrative) owners() []int {
	if n.owner == nil {
		n.owner = itemOwners(n.names(), n.sentences())
	}
	return n.owner
}

// mentions are the sentences, by index, that speak of the indicator with the index.
func (n *narrative) mentions(index int) []int {
	if n.spoken == nil {
		n.spoken = mentioned(n.form, n.folded(), n.matter)
	}
	return n.spoken[index]
}

// wholes are the sentences, by index, that speak of all of a thing.
func (n *narrative) wholes() []int {
	if n.all == nil {
		n.all = []int{}
		for k, s := range n.sentences() {
			if s.hasAny(whole...) {
				n.all = append(n.all, k)
			}
		}
	}
	return n.all
}

// defective reports whether the sentence names a shortcoming.
func (n *narrative) defective(sentence int) bool {
	if n.defects == nil {
		n.defects = make([]bool, len(n.said))
		for k, s := range n.said {
			n.defects[k] = s.letters.MayAny(defects...) && s.letters.HoldsAny(strings.ReplaceAll(s.Text, "未发现", ""), defects...)
		}
	}
	return n.defects[sentence]
}

// names are the comparable forms of the indicators' names.
func (n *narrative) names() []string {
	if n.folds == nil {
		n.folds = make([]string, len(n.form.Indicators))
		for i := range n.folds {
			n.folds[i] = lexicon.Fold(n.form.Indicators[i].Name)
		}
	}
	return n.folds
}

// repeated are the rows of a listing that repeat scored ones.
func (n *narrative) repeated(listing int) []pair {
	if n.pairs == nil {
		n.pairs = map[int][]pair{}
	}
	pairs, ok := n.pairs[listing]
	if !ok {
		pairs = repeated(n.form, n.names(), &n.form.Listings[listing])
		n.pairs[listing] = pairs
	}
	return pairs
}

// matter is what the indicator with the index is about.
func (n *narrative) matter(index int) matter {
	if n.matters == nil {
		n.matters = make([]matter, len(n.form.Indicators))
	}
	if m := &n.matters[index]; m.kernel == "" {
		*m = matterOf(n.form.Indicators[index].Name)
	}
	return n.matters[index]
}
