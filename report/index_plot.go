package report

import (
	"fmt"
	"math/big"
	"slices"

	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// plot is a bar chart of 420 × 200.
type plot struct {
	Title  string
	Bars   []bar
	Labels []label
}

type bar struct {
	Class               string
	X, Y, Width, Height int
	Word                string // what the bar stands for, when it is pointed at
}

type label struct {
	X, Y   int
	Anchor string
	Word   string
}

// The plots' frame: bars stand between left and right on the ground line.
const (
	plotLeft, plotRight = 34, 412
	plotTop, plotGround = 16, 170
)

// survey counts what the plots show, a result at a time.
type survey struct {
	printed, due [scoreBins]int
	rates        [rateBins]int
	families     map[string]*[2]int // errors, and what is milder
}

// Totals are counted by points from leastScore, what is below in the first bin; rates by 5 % up to 100 and above.
const (
	leastScore = 80
	scoreBins  = 100 - leastScore + 2
	rateStep   = 5
	rateBins   = 100/rateStep + 2
)

func newSurvey() *survey { return &survey{families: map[string]*[2]int{}} }

func (s *survey) add(r *Result) {
	for _, f := range r.Reports {
		if v := f.Form.Total.Score.Rat(); v != nil {
			s.printed[scoreBin(v)]++
		}
		if v := middle(f.Due.Total); v != nil {
			s.due[scoreBin(v)]++
		}
		if len(f.Due.Funds) > 0 {
			if v := middle(f.Due.Funds[0].Rate); v != nil {
				s.rates[bin(v, 0, rateStep, rateBins)]++
			}
		}
		for _, x := range f.Findings {
			s.find(x)
		}
	}
}

func (s *survey) find(x finding.Finding) {
	name := family(x.Code)
	if s.families[name] == nil {
		s.families[name] = &[2]int{}
	}
	if x.Level == finding.Error {
		s.families[name][0]++
	} else {
		s.families[name][1]++
	}
}

// scoreBin is 0 for what is below leastScore, and then one for each point: 99.5 is in the bin of 99.
func scoreBin(v *big.Rat) int { return bin(v, leastScore-1, 1, scoreBins) }

// bin is which step of the size, counted from the start, the number falls into, at most the last.
func bin(v *big.Rat, from, size int64, bins int) int {
	steps := quantity.Per(quantity.Minus(v, quantity.Whole(from)), quantity.Whole(size))
	n := new(big.Int).Quo(steps.Num(), steps.Denom())
	if !n.IsInt64() {
		return bins - 1
	}
	return int(min(max(n.Int64(), 0), int64(bins-1)))
}

func (s *survey) plots(lang string) []plot {
	return []plot{s.scores(lang), s.found(lang), s.executions(lang)}
}

func (s *survey) scores(lang string) plot {
	p := plot{Title: say("总分分布：自评（蓝）与重算（黄）", "totals: printed (blue) and due (yellow)").In(lang)}
	most := max(slices.Max(s.printed[:]), slices.Max(s.due[:]), 1)
	for i := range scoreBins {
		word := fmt.Sprintf("%d", leastScore-1+i)
		if i == 0 {
			word = fmt.Sprintf("<%d", leastScore)
		}
		p.pair(i, scoreBins, most, s.printed[i], s.due[i], word)
		if i == 0 || (leastScore-1+i)%5 == 0 {
			p.label(i, scoreBins, word)
		}
	}
	p.scale(most)
	return p
}

func (s *survey) found(lang string) plot {
	p := plot{Title: say("问题类别：确认（蓝）与其他（黄）", "findings by family: confirmed (blue), others (yellow)").In(lang)}
	var names []string
	most := 1
	for name, n := range s.families {
		names = append(names, name)
		most = max(most, n[0], n[1])
	}
	slices.Sort(names)
	for i, name := range names {
		n := s.families[name]
		p.pair(i, len(names), most, n[0], n[1], name)
		p.label(i, len(names), name)
	}
	p.scale(most)
	return p
}

func (s *survey) executions(lang string) plot {
	p := plot{Title: say("预算执行率分布（%）", "execution rates (%)").In(lang)}
	most := max(slices.Max(s.rates[:]), 1)
	for i, n := range s.rates {
		word := fmt.Sprintf("%d", i*rateStep)
		if i == rateBins-1 {
			word = ">100"
		}
		p.pair(i, rateBins, most, n, 0, word)
		if i%4 == 0 {
			p.label(i, rateBins, word)
		}
	}
	p.scale(most)
	return p
}

// pair draws one or two bars side by side in the place of the i-th of so many.
func (p *plot) pair(i, of, most, first, second int, word string) {
	left := plotLeft + (plotRight-plotLeft)*i/of
	width := max((plotRight-plotLeft)/of/2-1, 1)
	for n, count := range []int{first, second} {
		if count == 0 {
			continue
		}
		height := max((plotGround-plotTop)*count/most, 1)
		class := "bar"
		if n == 1 {
			class = "bar second"
		}
		p.Bars = append(p.Bars, bar{class, left + n*width, plotGround - height, width, height, fmt.Sprintf("%s: %d", word, count)})
	}
}

func (p *plot) label(i, of int, word string) {
	p.Labels = append(p.Labels, label{plotLeft + (plotRight-plotLeft)*i/of + 4, plotGround + 14, "middle", word})
}

func (p *plot) scale(most int) {
	p.Labels = append(p.Labels, label{plotLeft - 6, plotTop + 4, "end", fmt.Sprint(most)}, label{plotLeft - 6, plotGround, "end", "0"})
}
