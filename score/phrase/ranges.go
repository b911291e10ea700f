package phrase

import (
	"cmp"
	"math/big"

	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
)

// Edge tells whether the bound of a range belongs to it.
type Edge byte

const (
	Unsaid Edge = iota // 80-90: the text does not say
	In                 // 80(含), ≥80, 80以上
	Out                // >80, 80(不含)
)

// Range is a range of values as a rule prints it; a nil end is open. Unit is % or what else stood there.
type Range struct {
	Low, High         *big.Rat
	LowEdge, HighEdge Edge
	Unit              string
}

// at reports whether v lies in the range for certain, and whether it may.
func (r Range) at(v *big.Rat) (surely, maybe bool) {
	surely, maybe = true, true
	for _, e := range []struct {
		end  *big.Rat
		edge Edge
		side int
	}{{r.Low, r.LowEdge, 1}, {r.High, r.HighEdge, -1}} {
		if e.end == nil {
			continue
		}
		switch side := quantity.Compare(v, e.end) * e.side; {
		case side < 0, side == 0 && e.edge == Out:
			return false, false
		case side == 0 && e.edge == Unsaid:
			surely = false
		}
	}
	return surely, maybe
}

func (r Range) String() string {
	if r.Low != nil && r.High != nil && quantity.Compare(r.Low, r.High) == 0 {
		return "=" + decimal(r.Low) + r.Unit
	}
	s := ""
	if r.Low != nil {
		s = map[Edge]string{Unsaid: "", In: "≥", Out: ">"}[r.LowEdge] + decimal(r.Low) + r.Unit
	}
	s += ".."
	if r.High != nil {
		s += map[Edge]string{Unsaid: "", In: "≤", Out: "<"}[r.HighEdge] + decimal(r.High) + r.Unit
	}
	return s
}

// A range may be written in four ways; none of the expressions holds a group that others count on.
const (
	unit     = `(?:%|‰|个百分点|百分点|分钟|小时|个月|个工作日|万元|亿元|元|天|日|周|人次|场次|批次|项|个|件|人|名|户|起|例|家|次|处|座|台|套|辆|场|期|篇|份|条|亩|公顷|平方米|公里|米|吨|分)?`
	included = `(?:\((?:不?含)(?:` + numx + unit + `)?\))?`
	span     = numx + unit + included + `-` + numx + unit + included
	bracket  = `[\[(]` + numx + `%?[,-]` + numx + `%?[\])]`
	compared = `(?:≥|≤|>|<|=|大于|小于|高于|低于|超过|超出|超|多于|少于|等于|达到|达|未达到|未达|不足|不到|不满)` + numx + unit + included
	sided    = numx + unit + included + `(?:及其?以上|及其?以下|以上|以下|以内|之内|之下|之上)` + included
	chained  = numx + unit + `[≤<>≥][^0-9≤<>≥,;。\x00]{1,16}[≤<>≥]` + numx + unit
	anyRange = `(?:` + bracket + `|` + chained + `|` + span + `|` + compared + `(?:(?:,|且|、|并|但|至|-)?` + compared + `)?|` + sided + `)`
)

var (
	spanRE    = wording.New(`^` + num + `(` + unit + `)(` + included + `)-` + num + `(` + unit + `)(` + included + `)$`)
	chainedRE = wording.New(`^` + num + unit + `([≤<>≥])[^0-9≤<>≥]{1,16}([≤<>≥])` + num + `(` + unit + `)$`)
	bracketRE = wording.New(`^([\[(])` + num + `(%?)[,-]` + num + `(%?)([\])])$`)
	compareRE = wording.New(`(≥|≤|>|<|=|大于|小于|高于|低于|超过|超出|超|多于|少于|等于|达到|达|未达到|未达|不足|不到|不满)` + num + `(` + unit + `)(` + included + `)`)
	sidedRE   = wording.New(`^` + num + `(` + unit + `)(` + included + `)(及其?以上|及其?以下|以上|以下|以内|之内|之下|之上)(` + included + `)$`)
	insideRE  = wording.New(`^\((不?)含(` + numx + `)?` + unit + `\)$`)
)

// readRange reads a text that is one range as a whole.
func readRange(s string) (Range, bool) {
	if m := bracketRE.FindStringSubmatch(s); m != nil {
		edge := map[string]Edge{"[": In, "]": In, "(": Out, ")": Out}
		r := Range{number(m[2]), number(m[4]), edge[m[1]], edge[m[6]], cmp.Or(m[5], m[3])}
		if quantity.Compare(r.Low, r.High) > 0 { // (80%,50%]: from the best down
			r.Low, r.High, r.LowEdge, r.HighEdge = r.High, r.Low, r.HighEdge, r.LowEdge
		}
		return ordered(r)
	}
	if m := chainedRE.FindStringSubmatch(s); m != nil {
		return readChained(m)
	}
	if m := spanRE.FindStringSubmatch(s); m != nil {
		return readSpan(m)
	}
	if m := sidedRE.FindStringSubmatch(s); m != nil {
		return readSided(m)
	}
	return readCompared(s)
}

// readChained reads 60%≤X<90% and 90%>X≥60%.
func readChained(m []string) (Range, bool) {
	edge := map[string]Edge{"≤": In, "≥": In, "<": Out, ">": Out}
	up := map[string]bool{"≤": true, "<": true}
	if up[m[2]] != up[m[3]] {
		return Range{}, false
	}
	r := Range{number(m[1]), number(m[4]), edge[m[2]], edge[m[3]], m[5]}
	if !up[m[2]] {
		r.Low, r.High, r.LowEdge, r.HighEdge = r.High, r.Low, r.HighEdge, r.LowEdge
	}
	return ordered(r)
}

// readSpan reads 80%(含)-90% and 200%-300%(含200%): 含 belongs to the number it names, else to the one
// it follows.
func readSpan(m []string) (Range, bool) {
	r := Range{Low: number(m[1]), High: number(m[4]), Unit: m[2]}
	if m[5] != "" {
		r.Unit = m[5]
	}
	down := quantity.Compare(r.Low, r.High) > 0
	if down {
		r.Low, r.High = r.High, r.Low
	}
	first, second := &r.LowEdge, &r.HighEdge
	if down {
		first, second = second, first
	}
	note := func(text string, own *Edge) {
		in := insideRE.FindStringSubmatch(text)
		if in == nil {
			return
		}
		if named := number(in[2]); named != nil && quantity.Compare(named, r.Low) == 0 {
			own = &r.LowEdge
		} else if named != nil && quantity.Compare(named, r.High) == 0 {
			own = &r.HighEdge
		}
		*own = In
		if in[1] != "" {
			*own = Out
		}
	}
	note(m[3], first)
	note(m[6], second)
	return ordered(r)
}

func readSided(m []string) (Range, bool) {
	v, edge := number(m[1]), Unsaid
	if m[4][:len("及")] == "及" {
		edge = In
	}
	for _, text := range []string{m[3], m[5]} {
		if in := insideRE.FindStringSubmatch(text); in != nil {
			edge = In
			if in[1] != "" {
				edge = Out
			}
		}
	}
	switch m[4] {
	case "以上", "之上", "及以上", "及其以上":
		return Range{Low: v, LowEdge: edge, Unit: m[2]}, true
	case "以内", "之内":
		edge = In
	}
	return Range{High: v, HighEdge: edge, Unit: m[2]}, true
}

// readCompared reads ≥80% and also two comparisons in a row: ≥80%,<90%.
func readCompared(s string) (Range, bool) {
	var r Range
	taken := 0
	for _, m := range compareRE.FindAllStringSubmatch(s, 3) {
		v := number(m[2])
		taken += len(m[0])
		r.Unit = m[3]
		edge := Out
		if m[4] != "" && insideRE.FindStringSubmatch(m[4])[1] == "" {
			edge = In
		}
		switch m[1] {
		case "≥", "达到", "达":
			r.Low, r.LowEdge = v, In
		case ">", "大于", "高于", "超过", "超出", "超", "多于":
			r.Low, r.LowEdge = v, edge
		case "≤":
			r.High, r.HighEdge = v, In
		case "=", "等于":
			r.Low, r.High, r.LowEdge, r.HighEdge = v, v, In, In
		default:
			r.High, r.HighEdge = v, edge
		}
	}
	if taken == 0 || len(s)-taken > len("且") {
		return Range{}, false
	}
	return ordered(r)
}

func ordered(r Range) (Range, bool) {
	return r, r.Low == nil || r.High == nil || quantity.Compare(r.Low, r.High) <= 0
}
