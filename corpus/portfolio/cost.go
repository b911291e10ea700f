package portfolio

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/score/check"
	"fuhe/score/finding"
)

var popCost = &Check{Run: unitCosts, Check: check.Check{
	Code: "POP-04", Level: finding.Warning,
	Title:   document.Message{ZH: "单位成本异常", EN: "Unit cost out of line"},
	Doc:     document.Message{ZH: "比较名称和计量单位相同的单位成本：一是以“元/…”计的指标的完成值，二是只有一个数量指标的项目的执行数除以该指标完成值。同类至少10个、来自至少5个单位；取对数后以中位数和绝对中位差计，修正Z值大于3.5，且与中位数相差3倍（第二种5倍）以上时提示，相差10倍（第二种100倍）以上为疑似，多为元、万元混用。同类中超过四分之一偏离的，说明并非同类，不提示。", EN: "Compares unit costs of one name and unit: results counted in 元 for each of something, and the amount spent over the result of a project's only quantity indicator. Needs ten of a kind from five units. On logarithms, by median and median absolute deviation: told where the modified z-score is over 3.5 and the cost 3 times off the median (5 for the second kind); a warning from 10 times (100), where 元 and 万元 are often mixed up. Where over a quarter are off they are not of a kind, and nothing is told."},
	Formula: "0.6745·|ln c − med| ÷ MAD > 3.5",
	Why:     document.Message{ZH: "同样的事单位成本差几倍，可能是单位填错、数量虚报，也可能确实花得不经济。", EN: "One thing at several times the cost may be a wrong unit, quantities made up, or money badly spent."},
	Allows:  document.Message{ZH: "与同类中位数相差不到3倍（由执行数推算的5倍）或修正Z值不超过3.5的不提示；同类不足10个、来自不足5个单位或四分之一以上偏离的不判断。", EN: "Less than 3 times off the median (5 where it is derived from spending), or a modified z-score up to 3.5, is let pass; fewer than ten of a kind, five units, or more than a quarter off are not judged."},
	Clause:  document.Message{ZH: "同类项目应当参照历史成本和行业标准，成本合理", EN: "costs of like projects are reasonable by past costs and standards"},
	Trips:   document.Message{ZH: "12个项目的人均培训成本在380至450元，另一个为4200元", EN: "training costs 380 to 450 元 a head in 12 projects and 4200 in another"},
	Silent:  document.Message{ZH: "各项目的人均成本从200元到2000元均匀分布；或同类只有6个", EN: "costs spread evenly from 200 to 2000 元 a head; or there are six only"},
}}

// cost is one unit cost.
type cost struct {
	log  float64
	card int32
	at   int16
}

// costKind is what makes unit costs comparable.
type costKind struct {
	name, dim key
	price     bool // printed as such; else the amount spent over the quantity
}

func (k costKind) compare(o costKind) int {
	return cmp.Or(cmp.Compare(k.name, o.name), cmp.Compare(k.dim, o.dim))
}

const (
	leastCosts = 10
	leastZ     = 3.5
	leastMAD   = 0.05 // of logarithms: costs within five percent are as good as the same
)

func unitCosts(h *holdings) ([]draft, *document.Message) {
	kinds := h.costs()
	var order []costKind
	for k, all := range kinds {
		if len(all) >= leastCosts && h.unitsBehind(all) >= 5 {
			order = append(order, k)
		}
	}
	if len(order) == 0 {
		return nil, why("没有10个以上、来自5个以上单位的同类单位成本", "no ten unit costs of one kind from five units")
	}
	slices.SortFunc(order, func(a, b costKind) int {
		return cmp.Or(a.compare(b), cmp.Compare(fmt.Sprint(a.price), fmt.Sprint(b.price)))
	})
	var drafts []draft
	for _, k := range order {
		drafts = append(drafts, h.outliers(k, kinds[k])...)
	}
	return drafts, nil
}

func (h *holdings) costs() map[costKind][]cost {
	kinds := map[costKind][]cost{}
	for _, i := range h.single {
		c := &h.cards[i]
		if c.conflict || c.kind == form.Department {
			continue
		}
		var output *row
		outputs := 0
		for n := range c.rows {
			r := &c.rows[n]
			if r.price && r.actual.value > 0 {
				k := costKind{r.name, r.dim, true}
				kinds[k] = append(kinds[k], cost{math.Log(r.actual.value), i, r.at})
			}
			if r.output {
				output = r
				outputs++
			}
		}
		if outputs == 1 && c.outputs == 1 && c.spent.value > 0 {
			k := costKind{output.name, output.dim, false}
			kinds[k] = append(kinds[k], cost{math.Log(c.spent.value / output.actual.value), i, output.at})
		}
	}
	return kinds
}

func (h *holdings) unitsBehind(all []cost) int {
	units := map[key]bool{}
	for _, c := range all {
		if who := h.cards[c.card].who; who != 0 {
			units[who] = true
		}
	}
	return len(units)
}

// outliers are the costs far off the median of their kind.
func (h *holdings) outliers(k costKind, all []cost) (drafts []draft) {
	logs := make([]float64, len(all))
	for i, c := range all {
		logs[i] = c.log
	}
	slices.Sort(logs)
	middle := median(logs)
	mad := max(spread(logs, middle), leastMAD)
	told, grave := 3.0, 10.0
	if !k.price {
		told, grave = 5, 100
	}
	for _, c := range all {
		off := math.Abs(c.log - middle)
		if 0.6745*off/mad <= leastZ || off < math.Log(told) {
			continue
		}
		level := finding.Info
		if off >= math.Log(grave) {
			level = finding.Warning
		}
		drafts = append(drafts, h.outlier(k, c, level, math.Exp(middle), len(all)))
	}
	if len(drafts)*4 > len(all) {
		return nil
	}
	return drafts
}

func (h *holdings) outlier(k costKind, c cost, level finding.Level, middle float64, n int) draft {
	spots := []spot{{c.card, actualOf, c.at}}
	if !k.price {
		spots = append(spots, spot{c.card, fundSpent, h.cards[c.card].fund})
	}
	return draft{spots: spots, tell: func(s seen) []Finding {
		value, name := math.Exp(c.log), s[spots[0]].subject
		what := both("“%s”的完成值", "the result of %s", name)
		if !k.price {
			what = both("执行数与“%s”完成值之比", "the amount spent over the result of %s", name)
		}
		times := max(value/middle, middle/value)
		return []Finding{{Level: level, Subject: name, Members: h.members(spots, s),
			Says: document.Message{
				ZH: fmt.Sprintf("%s为%s元，%d个同类的中位数为%s元，相差%.1f倍，请核对", what.ZH, short(value), n, short(middle), times),
				EN: fmt.Sprintf("%s is %s 元, the median of %d of a kind %s 元: %.1f times off", what.EN, short(value), n, short(middle), times),
			},
			Figures: []Figure{figure("单位成本（元）", "unit cost (元)", "%s", short(value)), figure("同类中位数（元）", "median (元)", "%s", short(middle)),
				figure("同类个数", "of a kind", "%d", n)}}}
	}}
}

// short writes a computed figure with four digits.
func short(v float64) string {
	if v >= 1000 {
		return fmt.Sprintf("%.0f", v)
	}
	return fmt.Sprintf("%.4g", v)
}
