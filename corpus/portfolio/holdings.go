package portfolio

import (
	"cmp"
	"slices"

	"fuhe/report"
)

// holdings are the cards of all forms: each content once, in the order of their paths. single are those that
// stand for a project of a year where it came in more than once.
type holdings struct {
	cards  []card
	single []int32
	twice  [][]int32 // the forms of one project and year, where there are several documents
}

func gather(results Results) (*holdings, error) {
	h := &holdings{}
	for r, err := range results {
		if err != nil {
			return nil, err
		}
		for n, review := range r.Reports {
			if review.Form != nil {
				h.cards = append(h.cards, newCard(r, n))
			}
		}
	}
	h.once()
	h.pair()
	return h, nil
}

// once drops forms of the same bytes, and brings the others into order.
func (h *holdings) once() {
	slices.SortFunc(h.cards, func(a, b card) int { return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.path, b.path)) })
	h.cards = slices.CompactFunc(h.cards, func(a, b card) bool { return a.id == b.id })
	slices.SortFunc(h.cards, func(a, b card) int {
		return cmp.Or(cmp.Compare(a.path, b.path), cmp.Compare(a.number, b.number), cmp.Compare(a.id, b.id))
	})
}

// matter is one project or department in one year.
type matter struct {
	who, what key
	year      int
}

// pair finds the forms of one matter: the same report as PDF and as DOCX, or a second submission.
func (h *holdings) pair() {
	groups := map[matter][]int32{}
	var order []matter
	for i, c := range h.cards {
		m := matter{c.who, c.what, c.year}
		if c.who == 0 || c.what == 0 || c.year == 0 {
			h.single = append(h.single, int32(i))
			continue
		}
		if groups[m] == nil {
			order = append(order, m)
		}
		groups[m] = append(groups[m], int32(i))
	}
	for _, m := range order {
		group := groups[m]
		h.single = append(h.single, group[0])
		if len(group) > 1 {
			h.twice = append(h.twice, group)
			h.mark(group)
		}
	}
	slices.Sort(h.single)
}

// mark tells forms of one matter that do not agree: nobody knows which of them holds.
func (h *holdings) mark(group []int32) {
	first := h.cards[group[0]]
	for _, i := range group[1:] {
		c := h.cards[i]
		if !first.score.meets(c.score) || !first.spent.meets(c.spent) || !first.budget.meets(c.budget) || len(first.rows) != len(c.rows) {
			for _, j := range group {
				h.cards[j].conflict = true
			}
			return
		}
	}
}

func (h *holdings) units() int {
	all := map[key]bool{}
	for _, c := range h.cards {
		if c.who != 0 {
			all[c.who] = true
		}
	}
	return len(all)
}

// fetch goes through the results again for what the drafts want to see.
func (h *holdings) fetch(results Results, drafts []draft) (seen, error) {
	wanted := map[string][]spot{} // by form
	for _, d := range drafts {
		for _, s := range d.spots {
			id := h.cards[s.card].id
			wanted[id] = append(wanted[id], s)
		}
	}
	all := seen{}
	if len(wanted) == 0 {
		return all, nil
	}
	for r, err := range results {
		if err != nil {
			return nil, err
		}
		for n, review := range r.Reports {
			id := report.FormID(r, n)
			for _, s := range wanted[id] {
				all[s] = look(review.Form, s)
			}
			delete(wanted, id)
		}
	}
	return all, nil
}

// member is the form's part in a finding.
func (h *holdings) member(s spot, seen seen) Member {
	c, e := &h.cards[s.card], seen[s]
	return Member{Form: c.id, Document: c.path, Number: c.number, Unit: c.unit, Project: c.project, Year: c.year,
		Subject: e.subject, Printed: e.Text, Place: e.Place}
}

func (h *holdings) members(spots []spot, seen seen) (all []Member) {
	for _, s := range spots {
		all = append(all, h.member(s, seen))
	}
	return all
}

// byUnit are the forms that keep says yes to, unit by unit, in the order of the units' first forms.
func (h *holdings) byUnit(keep func(*card) bool) (groups [][]int32) {
	at := map[key]int{}
	for _, i := range h.single {
		c := &h.cards[i]
		if c.who == 0 || !keep(c) {
			continue
		}
		n, ok := at[c.who]
		if !ok {
			n = len(groups)
			at[c.who], groups = n, append(groups, nil)
		}
		groups[n] = append(groups[n], i)
	}
	return groups
}
