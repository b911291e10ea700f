package portfolio

import (
	"fmt"
	"math"
	"slices"

	"fuhe/extract/document"
	"fuhe/score/check"
	"fuhe/score/finding"
)

var popDigits = &Check{Run: digits, Check: check.Check{
	Code: "POP-02", Level: finding.Info,
	Title:   document.Message{ZH: "尾数或分布异常", EN: "Unusual endings or distribution of figures"},
	Doc:     document.Message{ZH: "四项统计，只作提示：（1）某单位非满分总分（至少20个）以.0或.5结尾的比例显著高于其他单位；（2）某单位实测比率（非0、非100%、不等于目标值，至少30个）以0或5结尾的比例显著高于其他单位；（3）总分在90至91之间的远多于89至90之间；（4）全部执行数（至少500个，跨三个数量级）的首位数字不符合本福特定律。（1）（2）以其他单位的比例为准作二项检验，按单位数校正后显著性0.1%，且高出20个百分点以上；（3）按三分之二的概率作二项检验，显著性0.1%；（4）卡方显著性0.1%且平均绝对离差大于0.015。统计异常不等于不实。", EN: "Four statistics, an info only: (1) a unit's totals that are not full (20 or more) end in .0 or .5 far more often than those of other units; (2) its measured rates (neither 0 nor 100%, nor just the target; 30 or more) end in 0 or 5 far more often; (3) far more totals in 90–91 than in 89–90; (4) leading digits of all amounts spent (500 or more, over three orders of magnitude) do not follow Benford's law. (1) and (2) are binomial tests against the others' share at 0.1%, corrected for the number of units, and 20 points or more over it; (3) one against two thirds at 0.1%; (4) chi-square at 0.1% and a mean absolute deviation over 0.015. Unusual is not untrue."},
	Formula: "P(X ≥ k | n, p₀) < 0.001 ÷ m",
	Why:     document.Message{ZH: "数字尾数过于整齐或扎堆在等级线上，提示得分、比率是估填或凑出来的，可据此选取抽查对象。", EN: "Figures too round, or crowded at the line of a grade, suggest that they were guessed or made to fit, and tell whom to sample."},
	Allows:  document.Message{ZH: "显著性0.1%（按单位数校正）且高出其他单位20个百分点才提示；总分不足20个、比率不足30个、分数线附近不足30份、执行数不足500个的不检验。", EN: "Significance of 0.1%, corrected for the number of units, and 20 points over the others; fewer than 20 totals, 30 rates, 30 forms about the line or 500 amounts are not tested."},
	Clause:  document.Message{ZH: "自评数据应当真实、准确", EN: "figures of self-evaluations are true and exact"},
	Trips:   document.Message{ZH: "某单位40个实测比率全部以0或5结尾，其他单位为三成", EN: "all 40 measured rates of a unit end in 0 or 5, a third of the others' do"},
	Silent:  document.Message{ZH: "各单位的比率都以0或5结尾较多；或某单位只有10个比率", EN: "all units like such endings; or a unit has ten rates only"},
}}

// significance of a test, before it is divided by the number of units tested.
const significance = 0.001

// habit is how many of a unit's figures have a trait.
type habit struct {
	forms []int32
	n, k  int
}

func digits(h *holdings) ([]draft, *document.Message) {
	var drafts []draft
	scores := h.habits(func(c *card) (n, k int) {
		if !scored(c) || c.isFull() {
			return 0, 0
		}
		if twice := c.score.value * 2; twice == math.Trunc(twice) {
			return 1, 1
		}
		return 1, 0
	})
	rates := h.habits(func(c *card) (n, k int) { return c.rates, c.roundRates })
	one, tested := h.unlikeOthers(scores, 20, 50, document.Message{ZH: "非满分总分以.0或.5结尾", EN: "totals that are not full end in .0 or .5"})
	two, also := h.unlikeOthers(rates, 30, 100, document.Message{ZH: "实测比率以0或5结尾", EN: "measured rates end in 0 or 5"})
	drafts = append(append(drafts, one...), two...)
	three, edged := h.edge()
	four, leading := h.leading()
	drafts = append(append(drafts, three...), four...)
	if !tested && !also && !edged && !leading {
		return drafts, why("各项统计的数据量均不足", "too few figures for any of the statistics")
	}
	return drafts, nil
}

func (h *holdings) habits(of func(*card) (n, k int)) (all []habit) {
	for _, group := range h.byUnit(func(c *card) bool { n, _ := of(c); return n > 0 }) {
		x := habit{forms: group}
		for _, i := range group {
			n, k := of(&h.cards[i])
			x.n, x.k = x.n+n, x.k+k
		}
		all = append(all, x)
	}
	return all
}

// unlikeOthers tests each unit with enough figures against all others.
func (h *holdings) unlikeOthers(all []habit, least, leastOthers int, what document.Message) (drafts []draft, tested bool) {
	n, k, m := 0, 0, 0
	for _, x := range all {
		n, k = n+x.n, k+x.k
		if x.n >= least {
			m++
		}
	}
	for _, x := range all {
		if x.n < least || n-x.n < leastOthers || len(all) < 4 {
			continue
		}
		tested = true
		others := float64(k-x.k+1) / float64(n-x.n+2)
		share := float64(x.k) / float64(x.n)
		chance := upperTail(x.n, x.k, others)
		if share-others < 0.2 || chance*float64(m) >= significance {
			continue
		}
		drafts = append(drafts, h.about(x.forms, wholeForm, func(members []Member) Finding {
			unit := members[0].Unit
			return Finding{Level: finding.Info, Subject: unit, Members: members,
				Says: document.Message{
					ZH: fmt.Sprintf("%s%s的有%d个，占%d个的%.0f%%；其他单位为%.0f%%", unit, what.ZH, x.k, x.n, 100*share, 100*others),
					EN: fmt.Sprintf("%s: %s in %d of %d, %.0f%%; with the other units %.0f%%", unit, what.EN, x.k, x.n, 100*share, 100*others),
				},
				Figures: []Figure{figure("比例", "share", "%.1f%%", 100*share), figure("其他单位", "other units", "%.1f%%", 100*others), figure("概率", "chance", "%.1g", chance)}}
		}))
	}
	return drafts, tested
}

// edge compares the totals just over 90, the line of the best grade, with those just under it.
func (h *holdings) edge() ([]draft, bool) {
	over, under := 0, 0
	var forms []int32
	for _, i := range h.single {
		c := &h.cards[i]
		switch {
		case !scored(c) || c.full.value != 100:
		case c.score.value >= 90 && c.score.value < 91:
			over++
			forms = append(forms, i)
		case c.score.value >= 89 && c.score.value < 90:
			under++
		}
	}
	n := over + under
	if n < 30 {
		return nil, false
	}
	chance := upperTail(n, over, 2.0/3)
	if chance >= significance {
		return nil, true
	}
	return []draft{h.about(forms, totalScore, func(members []Member) Finding {
		return Finding{Level: finding.Info, Members: members,
			Says:    both("总分在90至91分之间的有%d份，89至90分之间的只有%d份，集中在“优”的分数线上", "%d totals are in 90–91 and only %d in 89–90: they gather at the line of the best grade", over, under),
			Figures: []Figure{figure("90至91分", "90–91", "%d", over), figure("89至90分", "89–90", "%d", under), figure("概率", "chance", "%.1g", chance)}}
	})}, true
}

// leading holds the first digits of all amounts spent against Benford's law.
func (h *holdings) leading() ([]draft, bool) {
	var amounts []float64
	for _, i := range h.single {
		if c := &h.cards[i]; c.spent.known() && c.spent.value > 0 && !c.conflict {
			amounts = append(amounts, c.spent.value)
		}
	}
	n := len(amounts)
	if n < 500 {
		return nil, false
	}
	slices.Sort(amounts)
	if amounts[n-1-n/100] < 1000*amounts[n/100] {
		return nil, false
	}
	var counts [10]int
	for _, v := range amounts {
		counts[fmt.Sprintf("%.15e", v)[0]-'0']++
	}
	chi, deviation := benford(counts)
	if chi <= 26.12 || deviation <= 0.015 { // 0.1% of chi-square with 8 degrees of freedom; nonconformity (Nigrini)
		return nil, true
	}
	return []draft{{tell: func(seen) []Finding {
		return []Finding{{Level: finding.Info,
			Says: both("%d个执行数的首位数字不符合本福特定律（卡方%.1f，平均绝对离差%.4f）", "the leading digits of %d amounts spent do not follow Benford's law (chi-square %.1f, mean absolute deviation %.4f)", n, chi, deviation),
			Figures: []Figure{figure("执行数", "amounts spent", "%d", n), figure("卡方", "chi-square", "%.1f", chi),
				figure("平均绝对离差", "mean absolute deviation", "%.4f", deviation), figure("首位1至9", "leading 1 to 9", "%v", counts[1:])}}}
	}}}, true
}
