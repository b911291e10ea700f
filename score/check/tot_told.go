package check

import (
	"math/big"
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// numberedBlock is a numbered item of prose that prints the weight and the points of a block: 1.投入（10分），得10分。
var numberedBlock = wording.New(`^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*(\p{Han}{2,12})[（(](\d+(?:\.\d+)?)\s*分[）)][，,：:]?(?:自评)?得(\d+(?:\.\d+)?)\s*分`)

// blocksOfProse adds the points of the numbered items of a report without a form. They are complete where their weights
// make 100.
func blocksOfProse(f *form.Form) (sum recompute.Sum, complete bool) {
	sum.Value = new(big.Rat)
	weights, seen := new(big.Rat), map[string]bool{}
	for i := range f.Text {
		para := &f.Text[i]
		at := numberedBlock.FindStringSubmatchIndex(para.Text)
		if at == nil {
			continue
		}
		name, weight, score := para.Text[at[2]:at[3]], ratOf(para.Text[at[4]:at[5]]), pointsAt(para, at[6], at[7])
		if seen[name] || weight == nil || !score.Numeric() || quantity.Compare(score.Rat(), weight) > 0 {
			return sum, false
		}
		seen[name] = true
		weights.Add(weights, weight)
		sum.Value.Add(sum.Value, score.Rat())
		sum.Parts = append(sum.Parts, &score)
	}
	return sum, len(sum.Parts) > 1 && quantity.Compare(weights, hundred) == 0
}

func ratOf(digits string) *big.Rat {
	v, ok := new(big.Rat).SetString(digits)
	if !ok {
		return nil
	}
	return v
}

// pointsAt is the figure between two bytes of a paragraph as an entry with its place.
func pointsAt(para *form.Paragraph, from, to int) form.Entry {
	text := para.Text[from:to]
	return form.Entry{Text: text, Quantity: quantity.Parse(text), Place: para.PlaceAt(from, to-from)}
}

// totalOfProse holds the total of a report without a form against the points of its numbered items.
func totalOfProse(p *Pass) bool {
	total := p.Form.Total.Score
	sum, complete := blocksOfProse(p.Form)
	if !total.Numeric() || !complete {
		return false
	}
	if quantity.Compare(sum.Value, total.Rat()) != 0 {
		reportSum(p, "总分", total, sum, new(big.Rat), finding.Error)
	}
	return true
}

// blockTold is a block with its points in a sentence: 产出指标得28分; 产出指标满分50分，得分49.8分.
var blockTold = wording.New(`(?:^|[，,、；;：:])\s*(\p{Han}{2,12}?)(?:` + weightTold + `(?:自评|实际|实)?得分?为?|得)(\d+(?:\.\d+)?)\s*分`)

// weightTold is a weight before the points it is of; it catches its figure.
const weightTold = `(?:[，,（(]?(?:满分|分值|权重)为?(\d+(?:\.\d+)?)\s*分?[）)]?[，,、]?)`

// subtotalsTold holds the points that a sentence gives to every first-level block of the form against the rows of the
// blocks. It returns how many it could hold.
func subtotalsTold(p *Pass, t *recompute.Tree) int {
	top := topSections(p.Form)
	if len(top) == 0 {
		top = unweighedBlocks(p.Form)
	}
	if len(top) < 2 {
		return 0
	}
	held := 0
	for _, s := range p.read.spans() {
		if !s.hasAny("得") || strings.Count(s.Text, "得") < len(top) {
			continue // too few points to be told
		}
		told := blockTold.FindAllStringSubmatchIndex(s.Text, mostStated)
		if len(told) != len(top) || s.hasAny("上年", "去年", "复核", "得满分") {
			continue
		}
		para := &p.Form.Text[s.index]
		for k, i := range top {
			at, x := told[k], &p.Form.Sections[i]
			if lexicon.Key(s.Text[at[2]:at[3]]) != lexicon.Key(x.Name) {
				break
			}
			m := t.Section(i)
			if sum := t.Scores(m); sum.Complete && !x.Score.Numeric() && !short(t, m, x) {
				held++
				judgeTold(p, x.Name, pointsAt(para, s.Start+at[6], s.Start+at[7]), sum, roundingSlack(p, m))
			}
		}
	}
	return held
}

func judgeTold(p *Pass, name string, told form.Entry, sum recompute.Sum, slack *big.Rat) {
	if told.Numeric() && quantity.Compare(told.Rat(), sum.Value) != 0 {
		reportSum(p, name, told, sum, slack, finding.Error)
	}
}

// unweighedBlocks are the first-level blocks of a form that prints no weights of blocks.
func unweighedBlocks(f *form.Form) (all []int) {
	for i := range f.Sections {
		if s := &f.Sections[i]; s.Level == 1 && !s.Summary && !isTotal(s) {
			all = append(all, i)
		}
	}
	return all
}

// rateTold is a block with its points and their rate in a sentence, and perhaps its weight: 政策效果得分46.8分，得分率93.60%;
// 产出指标分值50分，得分49.8分，得分率99.6%.
var rateTold = wording.New(`(\p{Han}{2,12}?)` + weightTold + `?(?:自评|实际|实)?(?:得分|得)?为?(\d+(?:\.\d+)?)\s*分[，,（(]\s*得分率(?:为|达到|达)?(\d+(?:\.\d+)?[%％])`)

// ratesTold holds the score rates that sentences give against the weights told beside them, or those of the form's blocks;
// it returns how many it held.
func ratesTold(p *Pass) int {
	held := 0
	for _, s := range p.read.sentences() {
		if !s.hasAny("得分率") {
			continue
		}
		for _, at := range rateTold.FindAllStringSubmatchIndex(s.Text, mostStated) {
			if told, ok := toldSection(p.Form, s, at); ok {
				held++
				judgeScoreRate(p, &told, recompute.ScoreRate(told.Score, told.Weight), told.Rate.Value)
			}
		}
	}
	return held
}

// toldSection is what a sentence tells of a block. Of execution the rate may be that of spending, so a weight told beside it
// is not enough.
func toldSection(f *form.Form, s spoken, at []int) (form.Section, bool) {
	para, name := &f.Text[s.index], s.Text[at[2]:at[3]]
	told := form.Section{Name: name, Score: pointsAt(para, s.Start+at[6], s.Start+at[7]), Rate: pointsAt(para, s.Start+at[8], s.Start+at[9])}
	if at[4] >= 0 {
		told.Weight = pointsAt(para, s.Start+at[4], s.Start+at[5])
		return told, told.Weight.Rat().Sign() > 0 && !strings.Contains(name, "执行")
	}
	block := blockNamed(f, name)
	if block != nil {
		told.Name, told.Weight = block.Name, block.Weight
	}
	return told, block != nil
}

// blockNamed is the first-level block that words of a sentence end in, or whose name ends in them: 项目绩效 and C 项目绩效.
func blockNamed(f *form.Form, words string) *form.Section {
	key := lexicon.Key(words)
	for _, i := range topSections(f) {
		name := lexicon.Key(f.Sections[i].Name)
		if f.Sections[i].Weight.Numeric() && name != "" && (strings.HasSuffix(name, key) || strings.HasSuffix(key, name)) {
			return &f.Sections[i]
		}
	}
	return nil
}
