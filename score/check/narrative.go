package check

import (
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/claim"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// under reports whether the paragraph stands under a heading with one of the words, or is one.
func under(p *form.Paragraph, words ...string) bool {
	for _, head := range p.Heads {
		if hasAny(head, words...) {
			return true
		}
	}
	return p.Level > 0 && hasAny(p.Text, words...)
}

func hasAny(s string, words ...string) bool { return lexicon.HoldsAny(s, words...) }

// spoken is one sentence of the narrative with its paragraph.
type spoken struct {
	claim.Sentence
	paragraph *form.Paragraph
	index     int              // of the paragraph
	fold      string           // the comparable form, where narrative.folded made it
	letters   *lexicon.Letters // of the text
}

// place quotes length bytes of the sentence from the offset on.
func (s spoken) place(offset, length int) document.Place {
	return s.paragraph.PlaceAt(s.Start+offset, length)
}

// hasAny reports whether the sentence holds one of the words.
func (s spoken) hasAny(words ...string) bool { return s.letters.HoldsAny(s.Text, words...) }

// mostSentences bounds what a check reads of one narrative.
const mostSentences = 20000

// speech cuts paragraphs into sentences, headings included. begins are the first sentences of the paragraphs, and
// how many sentences there are.
func speech(paragraphs []form.Paragraph) (said []spoken, begins []int) {
	sentences := make([]claim.Sentence, 0, 2*len(paragraphs))
	begins = make([]int, len(paragraphs)+1)
	for i := range paragraphs {
		if len(sentences) < mostSentences {
			sentences = appendSentences(sentences, &paragraphs[i])
		}
		sentences = sentences[:min(len(sentences), mostSentences)]
		begins[i+1] = len(sentences)
	}
	said, letters := make([]spoken, len(sentences)), make([]lexicon.Letters, len(sentences))
	for i := range paragraphs {
		for k := begins[i]; k < begins[i+1]; k++ {
			letters[k] = lexicon.LettersOf(sentences[k].Text)
			said[k] = spoken{Sentence: sentences[k], paragraph: &paragraphs[i], index: i, letters: &letters[k]}
		}
	}
	return said, begins
}

func appendSentences(all []claim.Sentence, p *form.Paragraph) []claim.Sentence {
	if p.Amounts != nil {
		return append(all, p.Sentences...)
	}
	return claim.AppendSentences(all, p.Text)
}

// longerThan reports whether a text has more than so many characters; most texts need not be counted.
func longerThan(text string, letters int) bool {
	if len(text) <= letters || len(text) > letters*utf8.UTFMax {
		return len(text) > letters
	}
	return utf8.RuneCountInString(text) > letters
}

// longerThan reports whether the narrative has more than so many characters.
func (n *narrative) longerThan(letters int) bool {
	for _, s := range n.sentences() {
		if longerThan(s.Text, letters) {
			return true
		}
		letters -= utf8.RuneCountInString(s.Text)
	}
	return false
}

// causes are the words by which a text gives a reason. 由于 and 因 stand for a whole clause, so a text
// that only repeats a result has none of them.
var causes = []string{
	"因为", "由于", "因", "受到", "受", "导致", "致使", "所致", "造成", "原因是", "主要是", "主要为", "系", "鉴于", "考虑到", "未能及时", "调整", "推迟", "延迟", "取消", "暂停", "变化", "影响", "不足", "紧张", "困难",
}

// givesCause reports whether the text says why, and not only what. The word 原因 in a heading or a
// promise to 分析原因 is no cause; nor are the words for having to do with something (因此, 受益).
func givesCause(text string) bool {
	letters := lexicon.LettersOf(text)
	return causeIn(text, &letters)
}

// givesCause reports whether the sentence says why.
func (s spoken) givesCause() bool { return causeIn(s.Text, s.letters) }

// noCauses hold the letters of a cause, and are none.
var noCauses = []string{"偏离原因", "原因分析", "分析原因", "因此", "因素", "受益", "接受", "受理", "系统", "体系", "关系", "系列", "联系", "承受", "感受", "享受", "可持续影响", "社会影响", "影响力", "影响指标"}

// causeIn looks for a cause in a text with the letters. What is dropped takes letters away and adds none.
func causeIn(text string, letters *lexicon.Letters) bool {
	if !letters.MayAny(causes...) {
		return false
	}
	for _, empty := range noCauses {
		if letters.May(empty) {
			text = strings.ReplaceAll(text, empty, "")
		}
	}
	return letters.HoldsAny(text, causes...)
}

// Words around the thing an indicator counts: what is done to it, and what is measured of it.
var (
	doing    = []string{"提升", "强化", "加强", "完善", "提高", "推进", "促进", "优化", "保障", "确保", "推动", "深化", "健全", "增强", "改善", "实现", "开展", "组织", "及时"}
	measured = []string{
		"覆盖率", "完成率", "达标率", "合格率", "及时率", "准确率", "利用率", "使用率", "知晓率", "参与率", "增长率", "到位率", "优良率", "办结率", "满意率", "满意度",
		"完成情况", "完成时间", "完成数", "人次", "次数", "人数", "数量", "效率", "能力", "水平", "程度", "情况", "建设", "成本", "量", "率", "数",
	}
)

// kernel is what is left of an indicator's name without the words of doing and measuring: 验收 of
// 项目验收合格率 stays 项目验收, 强化队伍建设 becomes 队伍. Names of two characters and fewer stay whole.
func kernel(name string) string {
	s := lexicon.Fold(name)
	for _, w := range doing {
		if rest, ok := strings.CutPrefix(s, w); ok && utf8.RuneCountInString(rest) >= 2 {
			s = rest
			break
		}
	}
	for _, w := range measured {
		if rest, ok := strings.CutSuffix(s, w); ok && utf8.RuneCountInString(rest) >= 2 {
			return rest
		}
	}
	return s
}

// halfOf is the share of a name's character pairs, in percent, that speaks of what it names.
const halfOf = 50

// matter is what an indicator is about, made ready to be looked for in many sentences.
type matter struct {
	kernel string
	pairs  lexicon.Pairs
	least  int // of the pairs, that a text with the kernel has
}

func matterOf(name string) matter {
	m := matter{kernel: kernel(name), pairs: lexicon.PairsOf(name)}
	if !longerThan(name, longestCounted) {
		m.least = utf8.RuneCountInString(m.kernel) - 1
	}
	return m
}

// longestCounted is how many characters a name has at most whose pairs are all taken.
const longestCounted = 100

// in reports whether a folded text speaks of the matter: by its kernel, or by at least half of the
// character pairs of its name.
func (m matter) in(folded string) bool {
	return m.kernel != "" && (strings.Contains(folded, m.kernel) || m.pairs.In(folded) >= halfOf)
}

// mentions reports whether a text speaks of the indicator.
func mentions(text, name string) bool { return matterOf(name).in(lexicon.Fold(text)) }

// joinNames writes names as “甲”、“乙” and, behind the first most, 等.
func joinNames(names []string, most int) string {
	shown := names[:min(len(names), most)]
	s := "“" + strings.Join(shown, "”、“") + "”"
	if len(names) > most {
		s += "等"
	}
	return s
}

// namesInEnglish writes the same names for English sentences.
func namesInEnglish(names []string, most int) string {
	shown := names[:min(len(names), most)]
	s := strings.Join(shown, ", ")
	if len(names) > most {
		s += " and others"
	}
	return s
}
