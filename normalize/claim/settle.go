package claim

import (
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// settle unties claims that contradict one another about one indicator in one paragraph: of 城区…95%，
// 农村…87% neither is the indicator's figure, unless one of them is named clearly better.
func (r *reader) settle() {
	type about struct{ paragraph, indicator, year int }
	groups := map[about][]int{}
	for i := range r.claims {
		if c := &r.claims[i]; c.Role == form.RoleActual && c.About.Kind == "indicator" {
			key := about{c.Paragraph, c.About.Index, c.Year}
			groups[key] = append(groups[key], i)
		}
	}
	for _, group := range groups {
		r.settleGroup(group)
	}
	r.settleHeadNouns()
}

// named is the trust of a claim that says its indicator's name, or nearly.
const named = 90

// settleHeadNouns unties a head noun that stood alone (满意度) from an indicator that the text names
// properly elsewhere: there it states its figure, and here another thing's.
func (r *reader) settleHeadNouns() {
	told := map[int]bool{}
	for i := range r.claims {
		if c := &r.claims[i]; c.About.Kind == "indicator" && c.Role == form.RoleActual && c.About.Trust >= named {
			told[c.About.Index] = true
		}
	}
	for i := range r.claims {
		c := &r.claims[i]
		if c.About.Kind == "indicator" && c.Role == form.RoleActual && c.About.Trust < Sure+10 && r.items[i] != c.About.Index && told[c.About.Index] && lexicon.Generic(c.Subject) {
			c.About = form.Tie{Index: -1}
		}
	}
}

func (r *reader) settleGroup(group []int) {
	best, values, subjects := 0, map[string]bool{}, map[string]bool{}
	for _, i := range group {
		best = max(best, r.claims[i].About.Trust)
		values[r.claims[i].Quantity.Value] = true
	}
	if len(values) < 2 {
		return
	}
	for _, i := range group {
		if c := &r.claims[i]; c.About.Trust <= best-5 {
			c.About = form.Tie{Index: -1}
		} else {
			subjects[c.Subject] = true
		}
	}
	for _, i := range group {
		if len(subjects) > 1 {
			r.claims[i].About = form.Tie{Index: -1}
		}
	}
}
