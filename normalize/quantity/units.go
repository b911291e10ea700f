package quantity

import (
	"iter"
	"strings"
	"sync"
)

// The dimensions that have a name of their own; every other dimension is named by its base unit.
const (
	Proportion = "ratio" // %, ‰, 百分比, 比例: 95% is 0.95
	Multiple   = "times" // 倍
	Points     = "point" // 百分点
)

// measures are the units that convert into one another: each line is a dimension with its base unit's
// multiples, as name=numerator or name=numerator/denominator.
const measures = `
ratio %=1/100 ％=1/100 ‰=1/1000 ‱=1/10000 百分比=1/100 成=1/10 比例=1
times 倍=1
point 百分点=1 个百分点=1
元 元=1 圆=1
米 米=1 m=1 厘米=1/100 公分=1/100 cm=1/100 毫米=1/1000 mm=1/1000 分米=1/10 公里=1000 千米=1000 km=1000 ㎞=1000 延米=1 延长米=1 里=500 华里=500 海里=1852
平方米 平方米=1 ㎡=1 m2=1 m²=1 平米=1 平方=1 平方公里=1000000 平方千米=1000000 km2=1000000 km²=1000000 公顷=10000 hm2=10000 hm²=10000 亩=2000/3 平方厘米=1/10000
立方米 立方米=1 m3=1 m³=1 ㎥=1 立方=1 方=1 升=1/1000 公升=1/1000 l=1/1000 毫升=1/1000000 ml=1/1000000
公斤 公斤=1 千克=1 kg=1 ㎏=1 斤=1/2 市斤=1/2 克=1/1000 g=1/1000 毫克=1/1000000 mg=1/1000000 微克=1/1000000000 μg=1/1000000000 吨=1000 t=1000
秒 秒=1 秒钟=1 s=1 分钟=60 min=60 小时=3600 个小时=3600 h=3600 钟头=3600 个钟头=3600 天=86400 日=86400 自然日=86400 个自然日=86400 日历天=86400 个日历天=86400 周=604800 星期=604800 个星期=604800
月 月=1 个月=1 季度=3 个季度=3 年=12 周年=12 个年度=12 个自然年=12
工作日 工作日=1 个工作日=1
千瓦 千瓦=1 kw=1 瓦=1/1000 兆瓦=1000 mw=1000
千瓦时 千瓦时=1 kwh=1 千瓦·时=1
人 人=1 名=1 位=1 人员=1 个人=1
项 项=1 项目=1
分贝 分贝=1 db=1
摄氏度 摄氏度=1 ℃=1
`

// counters are the other units known in running text, where nothing else parts a unit from the next
// word. Behind ! stand the characters that make another word of it: 支 is no unit in 支出.
const counters = `
个!性体 起!诉草始来步点初 件 次!要日性年级序生月 人!均民员才大力口工们 名!单称录义额校 位!于置次列居 户!籍外口型 家!庭属长具
处!理置罚分于长在 套!餐用取 部!门分委队署级件省长 台!账湾阶 份!额 篇!章幅 卷!宗入 册!子 只!有要能是 头 株 粒 艘 场!所地景馆次 节!约点能假日水余目庆 类!别型似 项
条!例件款文理 支!出付持部撑配援 根!据本 座!谈 所!有属需在以得谓 间!接隔 栋 幢 层!级面次 辆 架!构 门!户诊口店 本!年级次市部单区县地辖身着项人院校期科局质月周 张!贴 幅!度 块 片!区
面!积向对临 枚 颗 棵 匹!配 尾!号款 羽 口!径 眼!科 扇 盏 杆 盘!活点 箱 包!括含装容干 袋 瓶!颈 桶 罐 捆 组!织成建长 批!准复示次文 队!伍员长 班!子级主组 期!末初间限望待 轮 遍 趟 回!复应访收顾 级!别
例!如外会行 宗!旨教 桩 笔!录者 单!位一元独价项体 则 段 首!先次要都创页批 集!中体团成合约 页!面 字!段样体 字节 道!路德 款!项 种!植子养业粮 样!本品式 股!份东权 束 堂 课!程题 课时 学时 学分 岁 度!量过假日电
人次 册次 车次 列次 趟次 班次 场次 批次 件次 件套 例次 台次 台套 台班 户次 家次 辆次 架次 航次 艘次 头次 只次 项次 篇次 套次 条次 床 床位 席 席位 机位 车位 泊位 点位 站点 人份 人日 人天 人月 人年 工日 剂次 剂 针!对
村!委民庄级 行政村 自然村 社区 街道 街镇 部门 单位 标段 路段 网格 课题 港元 美元 欧元 日元 英镑 年!度初末终中均级报龄轻底 天!然津气 周!边期岁 月!度均报份底初 日!常报均期照益产清前本 秒 分!别析局公司类配管布级期解散之项值数档批
小时!候 元!旦素件宵 米!粉饭 里!程面 方!案面法便向式针位 斤 克!服 升!级学值高 成!功立员本果效长为人年品交套都语就 比例!尺 倍 亩!均产 项目!标 人员 吨 瓦 TB GB MB KB KVA KV kV KWh Mbps mg/L dB 千伏 千伏安 兆 兆帕 帕 摄氏度 帧 版!本权面 周岁 年级 层次
`

// unit is one known unit.
type unit struct {
	name  string
	voids string      // characters that, following, make another word of it
	as    *conversion // nil where it converts into nothing
	first rune        // of the name
	next  uint16      // the next unit of the chain; see lexicon
}

// conversion is what one of a unit is in its dimension's base unit.
type conversion struct {
	dimension              string
	numerator, denominator int64
}

// lexicon holds the known units in chains by the low bits of their first character, longer ones before shorter. It is
// made of a few slices: a run that reads one document pays for every map.
type lexicon struct {
	units []unit // from number 1 on
	first [256]uint16
}

// units is compiled when the first amount is read.
var units = sync.OnceValue(func() *lexicon { return compile(measures, counters) })

// compile reads the two lists. A unit of both has its voids from the one and converts as the other says.
func compile(measures, counters string) *lexicon {
	l := &lexicon{units: make([]unit, 1, strings.Count(measures, " ")+strings.Count(counters, " ")+2)}
	conversions := make([]conversion, 0, strings.Count(measures, "="))
	for line := range strings.SplitSeq(strings.Trim(counters, "\n"), "\n") {
		for entry := range strings.SplitSeq(line, " ") {
			name, voids, _ := strings.Cut(entry, "!")
			l.add(unit{name: name, voids: voids})
		}
	}
	for line := range strings.SplitSeq(strings.Trim(measures, "\n"), "\n") {
		dimension, entries, _ := strings.Cut(line, " ")
		for entry := range strings.SplitSeq(entries, " ") {
			name, factor, _ := strings.Cut(entry, "=")
			conversions = append(conversions, conversionOf(dimension, factor))
			known := l.named(name)
			if known == nil {
				known = l.add(unit{name: name})
			}
			known.as = &conversions[len(conversions)-1]
		}
	}
	return l
}

func conversionOf(dimension, factor string) conversion {
	numerator, denominator, parted := strings.Cut(factor, "/")
	c := conversion{dimension, whole(numerator), 1}
	if parted {
		c.denominator = whole(denominator)
	}
	return c
}

// whole reads a whole number of digits.
func whole(s string) (n int64) {
	for i := range len(s) {
		n = n*10 + int64(s[i]-'0')
	}
	return n
}

// add puts a unit into the chain of its first character, before the shorter ones.
func (l *lexicon) add(u unit) *unit {
	u.first, _ = RuneAt(u.name, 0)
	at := &l.first[uint8(u.first)]
	for *at != 0 && len(l.units[*at].name) >= len(u.name) {
		at = &l.units[*at].next
	}
	u.next, *at = *at, uint16(len(l.units))
	l.units = append(l.units, u)
	return &l.units[len(l.units)-1]
}

// from gives the units that begin with a character, longer ones first.
func (l *lexicon) from(first rune) iter.Seq[*unit] {
	return func(yield func(*unit) bool) {
		for n := l.first[uint8(first)]; n != 0; n = l.units[n].next {
			if u := &l.units[n]; u.first == first && !yield(u) {
				return
			}
		}
	}
}

// named is the unit of a name, or nil.
func (l *lexicon) named(name string) *unit {
	if name == "" {
		return nil
	}
	first, _ := RuneAt(name, 0)
	for u := range l.from(first) {
		if u.name == name {
			return u
		}
	}
	return nil
}
