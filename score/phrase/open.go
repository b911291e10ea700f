package phrase

import (
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/wording"
)

// Open is a clause that gives no points of its own: it bounds a score, leaves it to discretion, or
// speaks of something else.
type Open struct {
	Kind     Kind
	Value    *big.Rat // of cap, floor, most, standard
	OnTarget bool     // of full and zero: the condition is (not) reaching the target
	Short    bool     // of zero: the condition is a bare 未达到, 不符合
	Base     Against  // of standard, where it is no number
	Where    *Range   // of explain: the values that call for an explanation
}

// Kind of an Open clause.
type Kind string

const (
	Cap           Kind = "cap"         // 最高不超过该指标分值
	Floor         Kind = "floor"       // 扣完为止
	Most          Kind = "most"        // 最多扣2分
	Standard      Kind = "standard"    // 以100%为标准
	FullIf        Kind = "full"        // …得满分, …不扣分
	ZeroIf        Kind = "zero"        // …不得分
	Free          Kind = "free"        // 酌情扣分
	Exempt        Kind = "exempt"      // 非主观因素可酌情考虑
	NotApplicable Kind = "na full"     // 不涉及的按满分计算
	Rescaled      Kind = "na rescale"  // 适用指标得分按百分制折算
	OneOfTwo      Kind = "na choice"   // 二者择其一
	Optional      Kind = "na optional" // 可不作为必评指标
	Relative      Kind = "relative"    // 其余按与第1名的比例得分
	Explain       Kind = "explain"     // 执行率未达90%的需说明原因
	LowTarget     Kind = "low-target"  // 若年初指标值设定偏低
	Whole         Kind = "whole"       // 不足1个百分点的不扣分
	Ceil          Kind = "ceil"        // 不足1个百分点的按1个百分点计
	ProRata       Kind = "prorata"     // 按比例扣分
	Aggregate     Kind = "aggregate"   // 汇总时加权平均
	Rank          Kind = "rank"        // 排名计分
	Negative      Kind = "negative"    // 约束性指标以负数计分
)

func (o Open) String() string {
	if o.Value != nil {
		return string(o.Kind) + " " + decimal(o.Value)
	}
	if o.Where != nil {
		return string(o.Kind) + "(" + o.Where.String() + ")"
	}
	return string(o.Kind)
}

var openSays = byKind{
	{Cap, document.Message{ZH: "得分不超过分值", EN: "at most the weight"}},
	{Floor, document.Message{ZH: "扣完为止", EN: "not below zero"}},
	{Most, document.Message{ZH: "扣分有上限", EN: "deductions are limited"}},
	{FullIf, document.Message{ZH: "符合所列条件的得满分", EN: "full marks if the condition holds"}},
	{ZeroIf, document.Message{ZH: "有所列情形的不得分", EN: "nothing if the case arises"}},
	{Free, document.Message{ZH: "由评价人员酌情确定", EN: "left to the reviewer's discretion"}},
	{Exempt, document.Message{ZH: "非主观因素可酌情考虑", EN: "exceptions may be made"}},
	{NotApplicable, document.Message{ZH: "不适用的按满分计算", EN: "full marks where the row does not apply"}},
	{Rescaled, document.Message{ZH: "不适用的不考核，其余得分折算", EN: "rows that do not apply are left out and the rest rescaled"}},
	{OneOfTwo, document.Message{ZH: "二者择其一考核", EN: "one of two is scored"}},
	{Optional, document.Message{ZH: "可不作为必评指标", EN: "the row may be left out"}},
	{Relative, document.Message{ZH: "得分＝分值×本单位数值÷第1名数值", EN: "score = weight × value ÷ the best value"}},
	{Explain, document.Message{ZH: "须说明原因", EN: "a reason must be given"}},
	{Whole, document.Message{ZH: "不足一步的不扣分", EN: "begun steps do not count"}},
	{Ceil, document.Message{ZH: "不足一步的按一步计", EN: "begun steps count"}},
	{ProRata, document.Message{ZH: "按比例扣分", EN: "steps count in part"}},
	{LowTarget, document.Message{ZH: "仅用于年初指标值设定偏低的", EN: "only where the target was set too low"}},
	{Aggregate, document.Message{ZH: "汇总时加权平均", EN: "weighted when rows are put together"}},
	{Rank, document.Message{ZH: "按排名计分", EN: "by rank"}},
	{Negative, document.Message{ZH: "以负数计分", EN: "counted as negative points"}},
}

// Says the clause; 以100%为标准 says nothing beside the step that counts from it.
func (o Open) Says() document.Message {
	m := openSays.of(o.Kind)
	if o.Where != nil {
		m.ZH, m.EN = o.Where.zh()+"的，"+m.ZH, o.Where.String()+": "+m.EN
	}
	if o.Value != nil && (o.Kind == Cap || o.Kind == Most || o.Kind == Floor) {
		m.ZH, m.EN = m.ZH+"（"+decimal(o.Value)+"分）", m.EN+" ("+decimal(o.Value)+" points)"
	}
	return m
}

// read makes a clause of the kind; its value is the first group that took part.
func (k Kind) read(m match) (Clause, bool) {
	o := Open{Kind: k}
	if k != Free && k != Rank && k != Relative && k != Standard && taken.MatchString(m.all()) {
		return nil, false // it gives points as well
	}
	if k == Standard && strings.Contains(m.all(), "上年") {
		o.Base = LastYear
	} else if k == Standard && !strings.Contains(m.all(), "%") {
		o.Base = TheTarget
	}
	for i := 1; i < len(m.at)/2 && o.Value == nil; i++ {
		o.Value = number(m.group(i))
	}
	return o, true
}

// taken is an amount of points that is given or taken for each of something, which no bound says.
var taken = wording.New(`每[^。;]*(?:扣|减|得)[0-9]|(?:扣|得)[^。;,]{0,6}[0-9]%`)

const notMore = `(?:不(?:能|得|应|可)?(?:超过|超出|突破|高于)|≤)`

// openFirst are the bounds, which hold numbers that other patterns would take.
var openFirst = []pattern{
	{
		name: "relative to the best", kind: Relative, needs: []words{{"比例", "比值"}},
		re:      wording.New(`[^。;\x00]*(?:第1名?|最高(?:值|者)?|最好(?:值|者)?)的?得?(?:满分|[^。;,\x00]{0,6}),?(?:其余|其他|其它)[^。;\x00]{0,12}(?:按|以)[^。;\x00]{0,12}第?(?:1名|最高(?:值|者)|最好(?:值|者))[^。;\x00]{0,10}(?:比例|比值)[^。;\x00]{0,4}(?:得分|计分|赋分|折算)`),
		example: "排名第1得满分，其余按与第1名的比例得分", tree: "relative",
	},
	{
		name: "by rank", kind: Rank, needs: []words{{"名"}},
		re:      wording.New(`[^。;\x00]*(?:排名|第[0-9一]名)[^。;\x00]*`),
		example: "按全市排名情况计分", tree: "rank",
	},
	{
		name: "deduct until nothing is left", kind: Floor, needs: []words{{"扣完", "减完", "扣满", "扣至0", "扣到0", "减至0", "减到0", "最低", "为负"}},
		re:      wording.New(`(?:(?:直至|至)?(?:` + row + `)?(?:分值|分数|权重)?(?:全部)?)?(?:扣|减)完(?:` + row + `)?(?:的)?(?:(?:全部)?(?:分值|分数|权重|分)|` + num + `分)?(?:为止)?|(?:直至)?扣满` + num + `分(?:为止)?|(?:直至)?[扣减][至到]0分(?:为)?(?:止)?|最低(?:得|为|计)?0分|(?:得分)?不得?为负(?:分|数)?`),
		example: "实际与计划每相差3%，扣1分，扣满15分为止", tree: "step(1 per 3% both target); floor 15",
	},
	{
		name: "most that is deducted", kind: Most, needs: []words{{"扣", "累计"}, {"最多", "最高", "至多", "累计", "扣分不", "扣分≤", "扣分总额"}},
		re:      wording.New(`(?:` + row + `)?(?:最多|最高|至多|累计)(?:可)?` + cuts + num + `分|(?:累计)?扣分(?:总额)?` + notMore + num + `分|累计` + notMore + num + `分`),
		example: "每发现一例扣1分，最多扣3分", tree: "count(1 per 例); most 3",
	},
	{
		name: "at most the weight", kind: Cap, needs: []words{{"最高", "最多", "至多", "满分", "总分", "得分之和", "得分合计", "得分不", "得分≤", "按100%"}},
		re: wording.New(`(?:各项|各|累计|合计)得分(?:之和|合计)?` + notMore + `(?:` + num + `分|` + row + `分值)|(?:超额(?:完成)?|超过(?:100%|目标值|指标值))(?:的|部分)*,?(?:均)?(?:(?:按|计|得)满分(?:计算|计分|计)?|按100%(?:计算|计分|计))|最高(?:得|计|为)?满分|(?:①)?(?:该|本)?(?:项)?(?:指标)?(?:得分)?(?:1档|一档)?最高` + notMore + `(?:(?:该|本|此)?(?:项)?(?:指标)?(?:分值|权重|满分)?(?:上限)?)(?:\(?` + num + `分\)?)?` +
			`|得分` + notMore + `(?:该|本|此)?(?:项)?(?:指标)?(?:权重|分值|满分)(?:总额|上限)?|满分为止|(?:最高|最多|至多)(?:得|计|为)?` + num + `分|(?:总分|满分)(?:为|共)?` + num + `分`),
		example: "得分一档最高不能超过该指标分值上限（20分）", tree: "cap 20",
	},
	{
		name: "exceptions", kind: Exempt, needs: []words{{"因素", "原因"}, {"不扣分", "不予扣分", "免", "原因外", "原因以外", "因素外", "因素以外"}},
		re:      wording.New(`(?:因|由于|属于?|如因)[^。;,0-9\x00]{0,30}(?:原因|因素|影响)[^。;,0-9\x00]{0,20},?(?:可|可以|可酌情)?(?:不扣分|不予扣分|免予扣分|免扣)|除[^。;,0-9\x00]{0,30}(?:原因|因素)(?:以)?外`),
		example: "除政策性原因外，每延迟一天扣1分", tree: "exempt; count(1 per 天)",
	},
	{
		name: "the standard", kind: Standard, needs: []words{{"为标准", "为满分", "为基准", "为基数"}},
		re:      wording.New(`以` + num + `%为(?:标准|满分|基准)|(?:得分)?以(?:(?:年度|年初)?(?:目标|指标|计划)值?|上年[^,。;0-9\x00]{0,8})为(?:标准|基准|基数)`),
		example: "以100%为标准。在职人员控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止", tree: "step(0.5 per 1个百分点 over number 100); floor",
	},
	{
		name: "begun steps do not count", kind: Whole, needs: []words{{"不足"}},
		re:      wording.New(`(?:\()?不足(?:1|5|10)?(?:个百分点|百分点|%|个|天|项|次)(?:的|部分)*,?不(?:扣分|计|予扣分)(?:\))?`),
		example: "每低于1个百分点扣0.3分，不足1个百分点不扣分", tree: "step(0.3 per 1个百分点 under target full)",
	},
	{
		name: "begun steps count", kind: Ceil, needs: []words{{"不足"}},
		re:      wording.New(`不足` + numx + `?(?:个百分点|百分点|%|个|天|项|次)(?:的)?,?按` + numx + `?(?:个百分点|百分点|%|个|天|项|次)(?:计算|计|扣分|算)?`),
		example: "每超过1个百分点扣1分，不足1个百分点的按1个百分点计算", tree: "step(1 per 1个百分点 over target ceil)",
	},
	{
		name: "steps count in part", kind: ProRata, needs: []words{{"比例"}},
		re:      wording.New(`(?:不足[^。;,\x00]{0,12})?按(?:照)?比例扣(?:分|减|除)`),
		example: "每低于1个百分点扣1分，不足的按比例扣分", tree: "step(1 per 1个百分点 under target prorata)",
	},
	{
		name: "rescaled", kind: Rescaled, needs: []words{{"百分制", "折算", "不考核"}},
		re:      wording.New(`(?:没有|不涉及|不适用|无此)[^。;,\x00]{0,20}(?:不考核|不纳入|不参与)[^。;\x00]*|[^。;,\x00]{0,20}按?百分制折算[^。;\x00]*`),
		example: "不适用的指标不考核，适用指标得分按百分制折算", tree: "na rescale",
	},
	{
		name: "not applicable", kind: NotApplicable, needs: []words{{"没有", "不涉及", "不适用", "无此", "未涉及"}},
		re:      wording.New(`(?:没有|不涉及|不适用|无此|未涉及)[^。;,0-9\x00]{0,20}(?:的)?,?(?:则)?(?:` + row + `)?(?:按满分(?:计算|计分|计)?|得满分|计满分|不扣分)`),
		example: "没有该项工作的部门按满分计算", tree: "na full",
	},
	{
		name: "one of two", kind: OneOfTwo, needs: []words{{"二择", "两择", "者择"}},
		re:      wording.New(`[^。;,\x00]{0,30}(?:二|两)者?择其?(?:一|1)[^。;\x00]*`),
		example: "数量和面积二者择其一进行考核", tree: "na choice",
	},
	{
		name: "optional", kind: Optional, needs: []words{{"必评"}},
		re:      wording.New(`[^。;,\x00]{0,30}(?:可)?不作为必评[^。;\x00]*`),
		example: "满意度指标暂可不作为必评指标", tree: "na optional",
	},
	{
		name:  "a reason must be given",
		needs: []words{{"说明", "原因"}, {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "应", "须", "需", "要"}},
		re: wording.New(`(` + anyRange + `|(?:≥|>|<|超过|超出|高于|达到|低于)(?:年度|年初)?(?:指标值|目标值)的?` + numx + `%)(?:的|时|以上的|部分)?,?(?:则)?(?:应|须|需|要|应当|必须|均)?(?:在[^。;,0-9\x00]{0,20}(?:栏|中|里))*[^。;,0-9扣得\x00]{0,8}(?:说明|填写|填报|分析|注明|填)(?:[^。;,0-9扣得\x00]{0,8}(?:原因|理由|情况))?(?:必填)?` +
			`|(` + anyRange + `)(?:的|时)?,?[^。;,0-9扣得\x00]{0,8}原因[^。;,0-9扣得\x00]{0,6}必填` +
			`|(?:预算)?(?:有)?(?:调整|追加|调减|调剂)[^。;,0-9扣得\x00]{0,12},?(?:应|须|需|要|应当|必须)[^。;,0-9扣得\x00]{0,6}说明[^。;,0-9扣得\x00]{0,6}`),
		read: func(m match) (Clause, bool) {
			o := Open{Kind: Explain}
			if words := m.first(1, 2); words != "" {
				if ofTarget.MatchString(m.text[max(0, m.at[0]-len("年度指标值的")):m.at[0]]) {
					return nil, false // how far over the target, not the value
				}
				r, ok := readRange(ofTarget.ReplaceAllString(words, ""))
				o.Where = &r
				return o, ok
			}
			return o, true
		},
		example: "执行率未达90%的需说明原因",
		tree:    "explain(..<90%)",
	},
}

// row is how a rule speaks of its row.
const row = `(?:该|本|此)(?:项)?(?:指标)?的?`

var ofTarget = wording.New(`(?:年度|年初)?(?:指标值|目标值)的?|超额(?:完成)?`)

// openLast are those that take whole sentences.
var openLast = []pattern{
	{
		name: "exceptions in a sentence of their own", kind: Exempt, needs: []words{{"因素", "原因", "例外", "不可抗力"}, {"外", "酌情", "不扣", "不可抗力"}},
		re:      wording.New(`[^。;\x00]*(?:除[^。;,\x00]{0,30}(?:原因|因素)(?:以)?外|非[^。;,\x00]{0,30}(?:原因|因素)[^。;\x00]{0,90}(?:酌情|例外|不扣)|例外情况|不可抗力)[^。;\x00]*`),
		example: "如非预算部门主观因素导致扣分的，可作为例外情况酌情考虑", tree: "exempt",
	},
	{
		name: "aggregation", kind: Aggregate, needs: []words{{"加权平均", "直接累加", "先汇总"}},
		re:      wording.New(`[^。;\x00]*(?:加权平均|直接累加|先汇总)[^。;\x00]*`),
		example: "汇总时，以资金额度为权重，对分值进行加权平均计算", tree: "aggregate",
	},
	{
		name: "negative points", kind: Negative, needs: []words{{"负数计分", "计负分", "扣负分", "以负分"}},
		re:      wording.New(`[^。;\x00]*(?:负数计分|计负分|扣负分|以负分)[^。;\x00]*`),
		example: "约束性指标以负数计分", tree: "negative",
	},
	{
		name: "discretion", kind: Free, needs: []words{{"酌情", "酌定", "视情", "适当", "适度", "合理确定", "综合评定", "综合评价", "综合考虑", "相应扣", "相应得", "相应分", "性方式", "性的方式", "扣", "讨论", "评议", "研究"}},
		re:      wording.New(`[^。;\x00]*(?:酌情|酌定|视情|适当|适度|合理确定[^权。;\x00]{0,6}(?:分|得分)|综合(?:评定|评价|考虑)|(?:讨论|评议|研究)[^。;\x00]{0,6}(?:确定|评定)|相应(?:扣|得|分)|定性的?方式)[^。;\x00]*|[^。;\x00]*扣` + numx + `-` + numx + `分[^。;\x00]*`),
		example: "未达指标值酌情扣分", tree: "free",
	},
}
