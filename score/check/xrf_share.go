package check

import (
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

var xrfShares = &Check{
	Code: "XRF-18", Prose: true, Level: finding.Warning, Run: runShares,
	Title:   document.Message{ZH: "占比合计不等于100%", EN: "Shares do not make up 100%"},
	Doc:     document.Message{ZH: "正文同一句中列出的各部分占比，合计应为100%，尾差按项数乘末位半个单位允许。只有各部分已列全时判断：所列金额之和等于总额，或写明“分别占”，或以“其他”收尾。某一项占比与其金额不符的由XRF-10指出，不再连带指责合计；各部分未列全、或可能重叠的，不作判断。", EN: "The shares of one sentence make up 100%, within half a unit of the last digit for each. They are judged only where the parts are all there are: their amounts make up the total, the text says so (分别占), or the list ends in the rest. A share that its own amount denies is told by XRF-10 and not again here; parts that may be incomplete or overlap are left alone."},
	Formula: "Σ shares = 100% ± n × ½·10⁻ᵈ",
	Why:     document.Message{ZH: "占比加不到100%，说明有部分漏列或某一占比算错，资金结构的结论不可靠。", EN: "Shares that do not make 100% leave a part out or hold a wrong one, and what is said of the structure cannot be relied on."},
	Allows:  document.Message{ZH: "允许各项末位半个单位之和的尾差；各部分未确定列全的、某一占比已由XRF-10指出的不判断。", EN: "Half a last digit for each share is allowed; shares not certainly all there are, or with one that XRF-10 tells, are not judged."},
	Clause:  onlyOneFact,
	Trips:   document.Message{ZH: "“教师、学生、家长样本分别占30%、50%、25%”", EN: "“teachers, pupils and parents are 30%, 50% and 25% of those asked”"},
	Silent:  document.Message{ZH: "占比33.3%、33.3%、33.3%（尾差）", EN: "three times 33.3% (rounding)"},
}

// portion is a share told behind the amount of its part.
type portion struct {
	percent quantity.Found
	part    *quantity.Found // the amount right before it, if there is one
	base    string          // the words between 占 and the figure: 总支出的; empty for a plain 占, 占比
}

// sharesIn are the shares of a sentence: 占37.5%, 占比为37.5%, 占总支出的37.5%.
func sharesIn(text string, found []quantity.Found) []portion {
	var all []portion
	end := 0
	for i := range found {
		q := found[i]
		words := text[end:q.Start]
		end = q.End
		at := strings.LastIndex(words, "占")
		if at < 0 && len(all) > 0 && q.Unit == all[0].percent.Unit && strings.Trim(words, "、和及， ") == "" && strings.Contains(text[:q.Start], "分别占") {
			all = append(all, portion{percent: q, base: all[len(all)-1].base}) // 分别占30%、50%
			continue
		}
		if at < 0 || q.Unit != "%" && q.Unit != "％" || q.Upper != "" || q.Bound != quantity.None || q.Approximate || utf8.RuneCountInString(words[at:]) > 16 || strings.ContainsAny(words[at:], "，。；、") {
			continue
		}
		s := portion{percent: q, base: strings.Trim(strings.TrimPrefix(strings.TrimPrefix(words[at+len("占"):], "比"), "到"), "的为约达到了: ：")}
		if i > 0 && found[i-1].Kind == quantity.Number && found[i-1].Value != "" && plainly(words[:at]) {
			s.part = &found[i-1]
		}
		all = append(all, s)
	}
	return all
}

// plainly reports that nothing but a mark stands between an amount and its share.
func plainly(words string) bool { return strings.Trim(words, "，,（( 、约") == "" }

// wholeBase reports words that name the whole of a sentence, or nothing at all.
func wholeBase(base string) bool {
	return base == "" || strings.HasPrefix(base, "总") || hasAny(base, "总额", "总数", "总支出", "总量", "全部", "合计", "支出总", "收入总", "本年支出", "本年收入")
}

func runShares(p *Pass) {
	held := 0
	for _, s := range p.read.spans() {
		shares := s.shares
		if len(shares) < 2 || !allOfIt(s.Text, shares, s.amounts) {
			continue
		}
		held++
		if !slices.ContainsFunc(shares, func(x portion) bool { _, _, v := x.against(s.Text, s.amounts); return v == wrong }) {
			judgeShares(p, s.spoken, shares) // a share that its own amounts deny is told by XRF-10
		}
	}
	if held == 0 {
		p.Skip("正文没有列全的占比", "the text gives no complete list of shares")
	}
}

// allOfIt reports shares that are meant to be all there are.
func allOfIt(text string, shares []portion, found []quantity.Found) bool {
	sum := new(big.Rat)
	complete := true
	for _, s := range shares {
		if !wholeBase(s.base) || s.base != shares[0].base {
			return false
		}
		if s.part == nil || shares[0].part == nil || s.part.Unit != shares[0].part.Unit {
			complete = false
			break
		}
		sum.Add(sum, s.part.Rat())
	}
	if !complete {
		last := text[:shares[len(shares)-1].percent.Start]
		return strings.Contains(text, "分别占") || hasAny(lastRunes(last, 10), "其他", "其余")
	}
	for _, q := range found {
		if q.Start < shares[0].part.Start && q.Unit == shares[0].part.Unit && q.Kind == quantity.Number && q.Rat() != nil && quantity.Compare(q.Rat(), sum) == 0 {
			return true
		}
	}
	return false
}

func judgeShares(p *Pass, s spoken, shares []portion) {
	sum, tolerance := new(big.Rat), new(big.Rat)
	var terms []string
	var also []document.Place
	for _, x := range shares {
		sum.Add(sum, x.percent.Rat())
		tolerance.Add(tolerance, quantity.HalfUnit(quantity.Decimals(x.percent.Value)))
		terms = append(terms, x.percent.Value+"%")
		also = append(also, s.place(x.percent.Start, x.percent.End-x.percent.Start))
	}
	gap := quantity.Minus(sum, hundred)
	if quantity.Compare(gap.Abs(gap), tolerance) <= 0 {
		return
	}
	total := quantity.FormatShort(sum, 4) + "%"
	p.Report(finding.Finding{
		Subject: runes(s.Text, 24), Printed: total, Due: "100%", Working: strings.Join(terms, " + ") + " = " + total, Place: also[0], Also: also[1:],
		Says: both("同一句所列各项占比合计%[1]s，不等于100%%，请核对", "the shares of one sentence make up %[1]s and not 100%%", total),
	})
}
