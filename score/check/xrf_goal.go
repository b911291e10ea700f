package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// tellsGoal reports whether a figure repeats the target of its row rather than its result: it is the target's, and has
// the target's bound (达到90%以上), or its paragraph breaks off within the sentence that may have had it, or the text
// tells the result too. Where the copy has no grid that keeps the cell of the goals apart from the text, a list of
// goals is known by the bounds of its other figures, and the result may be told in any paragraph.
func (p *Pass) tellsGoal(c *form.Claim, in *form.Indicator) bool {
	told, target := c.Quantity.Quantity, in.Target.Quantity
	told.Bound, target.Bound = quantity.None, quantity.None
	if same, known := sameFact(told, target); !same || !known {
		return false
	}
	free := gridless(in.Actual.Place)
	return c.Quantity.Bound != quantity.None || brokenOff(p.Form, c, free) || free && (amongGoals(p.Form, c) || swapped(in)) ||
		toldToo(p.Form, c, in, free)
}

// swapped reports a row in which the result has a unit and the target, although it has a bound, has none: lines of two
// cells side by side may have changed places, so that the text's figure is the result.
func swapped(in *form.Indicator) bool {
	return oneSided(in.Target.Bound) && in.Target.Unit == "" && in.Actual.Unit != ""
}

// tellsResult reports whether a figure that stands among goals is the result of its row: without a grid, the lines of
// two cells side by side run into one another.
func tellsResult(c *form.Claim, in *form.Indicator) bool {
	if !gridless(in.Target.Place) || c.Quantity.Bound != quantity.None || in.Actual.Doubt != "" {
		return false
	}
	same, known := sameFact(c.Quantity.Quantity, in.Actual.Quantity)
	return same && known
}

// goalOfWhole reports a figure that is the target of another row, whose name ends that of the row it was tied to: told of
// C、D级危房改造 it is 危房改造户数's, not D级危房改造户数's.
func (p *Pass) goalOfWhole(c *form.Claim) bool {
	tied := p.Form.Indicators[c.About.Index].Name
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		if in.Name == "" || in.Name == tied || !strings.HasSuffix(tied, in.Name) {
			continue
		}
		if same, known := sameEntry(bareBound(c.Quantity), bareBound(in.Target)); same && known {
			return true
		}
	}
	return false
}

// gridless reports a place in running text: no table, drawn or tabbed, says which cell the words stood in.
func gridless(p document.Place) bool { return p.Known() && p.Table == 0 && p.Cell == "" }

// toldToo reports whether the text tells the row's result beside the figure that repeats its target, in the same
// paragraph or anywhere.
func toldToo(f *form.Form, c *form.Claim, in *form.Indicator, anywhere bool) bool {
	for i := range f.Claims {
		other := &f.Claims[i]
		if !sameRow(c, other) || other.Role != form.RoleActual || !anywhere && other.Paragraph != c.Paragraph {
			continue
		}
		if same, known := sameFact(other.Quantity.Quantity, in.Actual.Quantity); same && known {
			return true
		}
	}
	return false
}

func sameRow(a, b *form.Claim) bool {
	return a.About.Kind == b.About.Kind && a.About.Index == b.About.Index
}

// amongGoals reports whether another figure of the sentence has a bound (达到12处以上), as goals have and results
// seldom, and no word says that results are told.
func amongGoals(f *form.Form, c *form.Claim) bool {
	if hasAny(c.Sentence, "实际", "截至", "已", "完成了", "实现了") {
		return false
	}
	for i := range f.Claims {
		other := &f.Claims[i]
		if other.Paragraph == c.Paragraph && other.Sentence == c.Sentence && !sameRow(c, other) && oneSided(other.Quantity.Bound) {
			return true
		}
	}
	return false
}

// brokenOff reports whether a claim stands in a sentence whose end is not in its paragraph, nor a bracket or mark that
// could close it: the rest of the cell stands elsewhere. Without a grid a line may break off behind a figure as well.
func brokenOff(f *form.Form, c *form.Claim, gridless bool) bool {
	if c.Paragraph >= len(f.Text) {
		return false
	}
	text := strings.TrimSpace(f.Text[c.Paragraph].Text)
	end, _ := utf8.DecodeLastRuneInString(text)
	open := unicode.Is(unicode.Han, end) || gridless && (unicode.IsDigit(end) || end == '%')
	return open && strings.HasSuffix(text, strings.TrimSpace(c.Sentence))
}
