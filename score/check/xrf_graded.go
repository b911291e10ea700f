package check

import (
	"strings"

	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
)

// gradedCount is how many projects were given a grade: 优5个, 评为良的1个, “中”等级2项.
var gradedCount = wording.New(`[“"]?(优秀|优|良好|良|中|合格|不合格|较差|差)[”"]?(?:等级|等次|级)?(?:的|的项目|项目)?(?:有|为)?(\d+)(个|项)`)

// projectCount is how many projects a text speaks of: 预算项目共6个, 6个项目.
var projectCount = wording.New(`项目(?:共计|共有|共|合计|总数为)?(\d+)(个|项)|(\d+)(个|项)(?:预算|重点|自评|评价)?项目`)

// gradedProjects holds the counts of projects by their grade against the number of projects told before them; it returns
// how many lists of grades it held.
func gradedProjects(p *Pass) int {
	held := 0
	for _, s := range p.read.sentences() {
		if !s.hasAny("优", "良", "合格") || !countsThings(s.Text) {
			continue // no grades, or none counted
		}
		graded := gradedCount.FindAllStringSubmatchIndex(s.Text, mostStated)
		if len(graded) < 2 || s.hasAny("上年", "去年", "其中") {
			continue
		}
		text := s.paragraph.Text
		from := s.Start + graded[0][0]
		told := projectCount.FindAllStringSubmatchIndex(text[:from], mostStated)
		if len(told) == 0 {
			continue
		}
		last := told[len(told)-1]
		held++
		c := classed{whole: countAt(text, last[2:4], last[6:8]), complete: s.hasAny("划分", "分为", "分别", "分布")}
		for _, at := range graded {
			c.parts = append(c.parts, countAt(text, shifted(at[4:6], s.Start)))
		}
		whole := s
		whole.Text, whole.Start = text, 0
		judgeClasses(p, whole, c)
	}
	return held
}

// countsThings reports a text with a number right before 个 or 项.
func countsThings(text string) bool {
	for i := 1; i < len(text); i++ {
		if digit := text[i-1]; digit >= '0' && digit <= '9' && (strings.HasPrefix(text[i:], "个") || strings.HasPrefix(text[i:], "项")) {
			return true
		}
	}
	return false
}

func shifted(at []int, by int) []int { return []int{at[0] + by, at[1] + by} }

// countAt is the count whose digits stand at the first of the places that was matched, with the unit behind them.
func countAt(text string, places ...[]int) quantity.Found {
	for _, at := range places {
		if at[0] < 0 {
			continue
		}
		unit := "个"
		if strings.HasPrefix(text[at[1]:], "项") {
			unit = "项"
		}
		v := text[at[0]:at[1]]
		return quantity.Found{Quantity: quantity.Quantity{Value: v, Unit: unit, Kind: quantity.Number}, Start: at[0], End: at[1] + len(unit)}
	}
	return quantity.Found{}
}
