package layout

import (
	"slices"

	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// Some forms print the weight of each level behind its name: 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 得分.
// The last weight is the row's, those before are their levels'.

// weightRoles gives the weights behind level columns their own roles, if a weight for the row follows.
func weightRoles(roles []lexicon.Role) {
	last := -1
	for i, role := range roles {
		if role == lexicon.Weight {
			last = i
		}
	}
	for i := 1; i < last; i++ {
		if roles[i] != lexicon.Weight {
			continue
		}
		switch roles[i-1] {
		case lexicon.Level1:
			roles[i] = lexicon.Level1Weight
		case lexicon.Level2, lexicon.Name:
			roles[i] = lexicon.Level2Weight
		}
	}
}

func (h *header) levelWeights() {
	roles := make([]lexicon.Role, len(h.columns))
	for i, c := range h.columns {
		roles[i] = c.role
	}
	weightRoles(roles)
	for i := range h.columns {
		h.columns[i].role = roles[i]
	}
}

// namesOfGroups gives a column headed 名称 the level that stands over it and over its weight: 一级指标 | 二级指标 |
// 三级指标 above 名称 | 权重 | 名称 | 权重 | 名称 | 权重.
func (h *header) namesOfGroups(cells []cellAt, above header) {
	for i, c := range cells {
		if text := squeeze(c.text); text != "名称" && text != "指标名称" && text != "指标" {
			continue
		}
		for _, group := range above.columns {
			if group.from <= c.from && c.to <= group.to && group.to-group.from > c.to-c.from && names(group.role) {
				h.columns[i].role = group.role
			}
		}
	}
}

// names reports whether columns of the role name an indicator or one of its levels.
func names(role lexicon.Role) bool {
	return role == lexicon.Level1 || role == lexicon.Level2 || role == lexicon.Name
}

// levelWeight is the weight of a level by its label, or by its column.
func levelWeight(fromLabel string, rec *record, role lexicon.Role) string {
	p, ok := rec.get(role)
	if fromLabel != "" || !ok || p.shared {
		return fromLabel
	}
	q := quantity.Parse(p.text)
	if q.Kind != quantity.Number || q.Unit != "" && q.Unit != "分" {
		return ""
	}
	return q.Value
}

// weighted reports whether the level's weight has a column of its own: then its name may be any words.
func (l *lattice) weighted(list lexicon.List) bool {
	if list == lexicon.Level1Words {
		return slices.Contains(l.roles, lexicon.Level1Weight)
	}
	return slices.Contains(l.roles, lexicon.Level2Weight)
}

// levelPair weighs a level against the weight behind it: both are there, or neither.
func levelPair(from, middle, to int) int {
	switch {
	case from == middle && middle == to:
		return 0
	case from == middle || middle == to:
		return -9
	}
	return 3
}

// activityLevel takes the column 类别 for the outermost level where indicators have none, 投入, 产出, 结果, or only one
// just right of it: 指标类型 | 二级指标.
func (h *header) activityLevel() {
	if h.has(lexicon.Level1) || !h.has(lexicon.Target) || !h.has(lexicon.Name) {
		return
	}
	inner := h.index(lexicon.Level2)
	for i := range h.columns {
		if h.columns[i].role == lexicon.Activity && (inner < 0 || i+1 == inner) {
			h.columns[i].role = lexicon.Level1
			return
		}
	}
}
