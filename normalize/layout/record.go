package layout

import (
	"slices"

	"fuhe/normalize/lexicon"
)

// record is one printed row, cell by cell, under the roles of its columns. There are a dozen at most: they are found
// sooner one by one than in a map.
type record struct {
	roles  []lexicon.Role
	pieces []piece
}

// at is the cell under a role; the zero piece where the row has none. A nil record has none at all.
func (r *record) at(role lexicon.Role) piece {
	p, _ := r.get(role)
	return p
}

// get is at, and whether the row has such a cell.
func (r *record) get(role lexicon.Role) (piece, bool) {
	if i := r.index(role); i >= 0 {
		return r.pieces[i], true
	}
	return piece{}, false
}

// index is where the cell under a role is kept; -1 where the row has none.
func (r *record) index(role lexicon.Role) int {
	if r == nil {
		return -1
	}
	return slices.Index(r.roles, role)
}

// text is the text of the cell under a role.
func (r *record) text(role lexicon.Role) string {
	if i := r.index(role); i >= 0 {
		return r.pieces[i].text
	}
	return ""
}

// put sets the cell under a role.
func (r *record) put(role lexicon.Role, p piece) {
	if i := r.index(role); i >= 0 {
		r.pieces[i] = p
		return
	}
	r.roles, r.pieces = append(r.roles, role), append(r.pieces, p)
}

// recordOf is a row of one cell.
func recordOf(role lexicon.Role, p piece) *record {
	return &record{roles: []lexicon.Role{role}, pieces: []piece{p}}
}

// clone is a copy to be changed.
func (r *record) clone() *record {
	return &record{roles: slices.Clone(r.roles), pieces: slices.Clone(r.pieces)}
}

// drop takes out the cell under a role.
func (r *record) drop(role lexicon.Role) {
	if i := r.index(role); i >= 0 {
		r.roles, r.pieces = slices.Delete(r.roles, i, i+1), slices.Delete(r.pieces, i, i+1)
	}
}

// empty makes room for another row of about so many cells.
func (r *record) empty(cells int) {
	r.roles, r.pieces = slices.Grow(r.roles[:0], cells), slices.Grow(r.pieces[:0], cells)
}
