package portfolio

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"fuhe/normalize/lexicon"
)

// banded is one paragraph under one band.
type banded struct {
	band uint32
	card int32
	nth  int16
}

// candidates are the paragraphs of different units that have a band in common, without common wording.
func (h *holdings) candidates() (pairs []sameText, more bool) {
	common := map[spot]bool{}
	var all []banded
	for b := range bands {
		all = h.underBand(b, all[:0])
		for bucket := range buckets(all) {
			if h.unitsOf(bucket) > mostSharing {
				for _, x := range bucket {
					common[spot{x.card, paragraphOf, x.nth}] = true
				}
			}
		}
	}
	found := map[sameText]bool{}
	for b := range bands {
		all = h.underBand(b, all[:0])
		for bucket := range buckets(all) {
			h.matchAll(bucket, common, found)
		}
	}
	pairs = slices.Collect(maps.Keys(found))
	slices.SortFunc(pairs, func(x, y sameText) int { return cmp.Or(compareSpots(x.a, y.a), compareSpots(x.b, y.b)) })
	return pairs[:min(len(pairs), mostCompared/2)], len(pairs) > mostCompared/2
}

func (h *holdings) underBand(b int, all []banded) []banded {
	for _, i := range h.single {
		if h.cards[i].who == 0 {
			continue
		}
		for _, s := range h.cards[i].paragraphs {
			all = append(all, banded{s.bands[b], i, s.at})
		}
	}
	slices.SortFunc(all, func(x, y banded) int {
		return cmp.Or(cmp.Compare(x.band, y.band), cmp.Compare(x.card, y.card), cmp.Compare(x.nth, y.nth))
	})
	return all
}

// buckets are the runs of one band.
func buckets(all []banded) func(func([]banded) bool) {
	return func(yield func([]banded) bool) {
		for start := 0; start < len(all); {
			end := start + 1
			for end < len(all) && all[end].band == all[start].band {
				end++
			}
			if end > start+1 && !yield(all[start:end]) {
				return
			}
			start = end
		}
	}
}

// unitsOf counts the units in a bucket, up to one more than may share.
func (h *holdings) unitsOf(bucket []banded) int {
	var met []key
	for _, x := range bucket {
		if who := h.cards[x.card].who; !slices.Contains(met, who) {
			if met = append(met, who); len(met) > mostSharing {
				break
			}
		}
	}
	return len(met)
}

func (h *holdings) matchAll(bucket []banded, common map[spot]bool, found map[sameText]bool) {
	if h.unitsOf(bucket) > mostSharing {
		return
	}
	var few []spot
	count := map[key]int{}
	for _, x := range bucket {
		s, who := spot{x.card, paragraphOf, x.nth}, h.cards[x.card].who
		if !common[s] && count[who] < formsOfUnit {
			count[who]++
			few = append(few, s)
		}
	}
	for i, a := range few {
		for _, b := range few[i+1:] {
			if h.strangers(a.card, b.card) {
				found[sameText{a, b}] = true
			}
		}
	}
}

// strangers reports whether two forms are of units that do not belong together.
func (h *holdings) strangers(i, j int32) bool {
	a, b := &h.cards[i], &h.cards[j]
	if a.who == b.who || a.inCharge == b.who || b.inCharge == a.who {
		return false
	}
	x, y := lexicon.Fold(a.unit), lexicon.Fold(b.unit)
	return !strings.Contains(x, y) && !strings.Contains(y, x)
}
