package claim

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// The words that stand between a thing and its figure. They say how the figure was come by, not what
// it is a figure of; longer wordings stand before the shorter ones they end in.
var trailing = []string{
	"平均为", "完成值", "指标值", "目标值", "计划值", "预期值", "年初目标", "年度目标", "实际值", "实现值", "始终保持", "保持在", "稳定在", "控制在",
	"已经达到", "达到了", "达到", "完成了", "完成", "实现了", "实现", "保持", "高达", "已达", "提升至", "提升到", "提高到", "提高至",
	"上升到", "上升至", "增长到", "增加到", "增加至", "下降到", "下降至", "降低到", "降至", "升至", "降到", "减少到", "不低于", "不少于",
	"不超过", "不高于", "超过", "大于", "小于", "等于", "共计", "合计", "总计", "累计", "共有", "约为", "仅为", "只有", "均为", "分别", "平均", "始终",
	"实际", "年初", "为", "达", "是", "至", "到", "约", "近", "共", "计", "有", "仅", "已", "均", "在", "了", "的", "≥", "≧", "≤", "≦", "＝", "=", ">", "<", "＞", "＜", "：", ":",
}

// leading words say when or whose, not what.
var leading = []string{
	"截至", "实际", "本年度", "本年", "全年", "年度", "当年", "年末", "年底", "其中", "累计", "实现", "完成", "目前", "最终", "使", "且", "并", "的", "年", "度",
}

// changeWords compare a figure with an earlier one.
var (
	risen  = []string{"增长", "提升", "提高", "上升", "增加", "增幅"}
	fallen = []string{"下降", "降低", "减少", "缩短", "压减", "节约", "降幅", "下浮"}
	versus = []string{"同比", "环比", "较上", "比上", "较去", "比去", "较20", "比20", "与上年", "与去年"}
)

// fronts are the words before a name that leave it what it is.
var fronts = []string{
	"一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是", "全省", "全市", "全县", "全区", "全州", "全镇", "全校", "全院", "全局", "全系统", "我省", "我市", "我县", "我区",
	"本市", "本县", "本区", "我局", "我校", "我院", "我单位", "本单位", "部门", "单位", "总体", "整体", "综合", "平均", "年均", "共", "已", "开展", "组织", "完成", "实现", "达到", "推进", "保持", "确保",
	"项目", "辖区", "第三方", "测评", "调查", "问卷", "抽样", "上述", "该", "各", "年", "末", "底",
}

var (
	targetWords = []string{"指标值", "目标值", "计划值", "预期值", "年初目标", "年度目标", "预期目标", "计划目标", "年初计划", "目标为", "计划为", "目标"}
	planWords   = []string{"原计划", "计划举办", "计划开展", "计划组织", "计划完成", "计划培训", "计划建设", "计划新建", "计划建成", "计划实施", "计划购置", "计划采购", "计划发放", "计划改造", "计划维修", "计划补助", "年初目标为", "年度目标为", "绩效目标为", "预期目标为", "目标任务为", "目标是", "年初计划"}
	resultWords = []string{"完成值", "实际值", "实际完成", "实现值", "完成情况"}
	futureWords = []string{"力争", "争取", "预计", "拟", "将达", "将提", "将完成", "计划于", "明年", "下年", "下一年", "下一步", "十四五末", "到20"}
	beyondWords = []string{"较目标", "比目标", "较指标", "超目标", "超过目标", "高于目标", "低于目标", "较年初", "超额", "超出", "目标值的", "计划的", "指标值的", "计划数的", "任务的"}
	shortWords  = []string{"未达到", "未达", "未能达到", "没有达到", "没达到", "未到", "不到", "不足", "未实现", "未完成"}
	leftWords   = []string{"剩余", "尚余", "还剩", "剩下", "尚有", "仍有", "未完成的"}
	undoneWords = []string{"未", "没有", "没能", "无法", "推迟", "延期", "延后", "滞后", "调出", "调减", "取消", "暂缓", "结转", "跨年"}
	orderWords  = []string{"要求", "规定", "提出", "明确", "强调", "部署"}
	periodWords = []string{"季度", "上半年", "下半年", "月份", "旬", "1-", "1—", "1至"}
	spentWords  = []string{"执行总额", "执行数", "执行", "支出", "决算", "支付", "使用", "列支", "开支"}
	budgetWords = []string{"预算", "安排", "批复", "下达"}
	rateWords   = []string{"执行率", "支出率", "支付进度", "支出进度"}
	totalWords  = []string{"总分", "总得分", "综合得分", "评价得分", "自评得分", "综合评分", "自评分", "该项目得分", "本项目得分", "最终得分", "总体得分"}
)

func anyIn(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// lastIn is the greatest offset at which one of the words ends in s, or -1.
func lastIn(s string, words []string) int {
	last := -1
	for _, w := range words {
		if i := strings.LastIndex(s, w); i >= 0 {
			last = max(last, i+len(w))
		}
	}
	return last
}

// trimSubject takes from a clause the words that are not the name of anything: verbs and comparators at
// its end, years and adverbs at its beginning.
func trimSubject(clause string) string {
	s := strings.TrimSpace(clause)
	for shorter := true; shorter; {
		shorter = false
		s = strings.TrimRightFunc(s, quantity.IsSpace)
		if !mayTrail(s) {
			break
		}
		for _, w := range trailing {
			if rest, ok := strings.CutSuffix(s, w); ok {
				s, shorter = rest, true
				break
			}
		}
	}
	if s = trimLeading(s); slices.Contains(leading, s) {
		return ""
	}
	return s
}

// mayTrail reports whether a text may end in one of the trailing words, as few do.
func mayTrail(s string) bool {
	if s == "" {
		return false
	}
	last, _ := quantity.RuneBefore(s, len(s))
	return lastLetters().Has(last)
}

// lastLetters are the characters that the trailing words end in.
var lastLetters = sync.OnceValue(func() *lexicon.Letters {
	var last strings.Builder
	for _, w := range trailing {
		_, size := quantity.RuneBefore(w, len(w))
		last.WriteString(w[len(w)-size:])
	}
	letters := lexicon.LettersOf(last.String())
	return &letters
})

func trimLeading(s string) string {
	for shorter := true; shorter; {
		shorter = false
		s = strings.TrimLeftFunc(s, func(r rune) bool { return quantity.IsSpace(r) || r >= '①' && r <= '⑳' })
		if rest, ok := cutYear(s); ok && !partOfYear(rest) {
			s, shorter = rest, true
			continue
		} else if ok {
			return "年" + rest
		}
		for _, w := range leading {
			if rest, ok := strings.CutPrefix(s, w); ok && utf8.RuneCountInString(rest) >= 2 && !(w == "年" && partOfYear(rest)) {
				s, shorter = rest, true
				break
			}
		}
	}
	return s
}

// partOfYear reports words that 年 belongs to: 年初预算, 年中追加.
func partOfYear(rest string) bool {
	return strings.HasPrefix(rest, "初") || strings.HasPrefix(rest, "中")
}

// cutYear drops 2023年 or 2023 年度 from the front.
func cutYear(s string) (string, bool) {
	if len(s) < 7 || !(strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) || !digit(s[2]) || !digit(s[3]) {
		return s, false
	}
	rest, ok := strings.CutPrefix(strings.TrimLeftFunc(s[4:], quantity.IsSpace), "年")
	if !ok {
		return s, false
	}
	return strings.TrimPrefix(rest, "度"), true
}
