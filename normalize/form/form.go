// Package form is the self-evaluation form (绩效自评表) in field terms: what a document turned out to
// say, with the place of every entry. It holds data only and judges nothing.
package form

import (
	"fuhe/extract/document"
	"fuhe/normalize/quantity"
)

// Kind is what a form evaluates.
type Kind string

const (
	Project    Kind = "project"    // 项目支出
	Department Kind = "department" // 部门整体
	Transfer   Kind = "transfer"   // 转移支付
	Evaluation Kind = "evaluation" // 绩效评价, scored on decision, process, output and effect
)

// Entry is one printed entry: its text, the quantity it was read as, and its place. Words have a text
// alone. The zero Entry was not there at all; a cell that was there but blank has a place and no text.
type Entry struct {
	Text string `json:"text,omitempty"`
	quantity.Quantity
	Place document.Place `json:"place,omitzero"`
	Doubt string         `json:"doubt,omitempty"` // why the reading is not certain, or how it was inferred
}

// Codes of doubt: why an entry or a row is not certain, or how it was inferred. They are part of the
// JSON; reports say them in words.
const (
	ShiftedRow      = "shifted-row"      // the row's cells stood beside their columns and were moved
	LostGrid        = "lost-grid"        // a text copy tore the table so that no reading of its rows is sure
	InferredCut     = "inferred-cut"     // where the name ends was inferred from text without a grid
	EqualShare      = "equal-share"      // weight: the block's, shared equally
	ScoreCompletion = "score-completion" // weight: the score over the completion
)

// Missing reports whether the entry is neither printed nor inferred.
func (e Entry) Missing() bool { return e.Text == "" && e.Value == "" }

// Form is one self-evaluation: its narrative, its scoring tables and what is repeated elsewhere.
type Form struct {
	Kind    Kind   `json:"kind"`
	Layout  string `json:"layout"`            // id of the layout it was read by
	Title   string `json:"title,omitempty"`   // as printed, lines joined
	Unit    string `json:"unit,omitempty"`    // 单位名称
	Project string `json:"project,omitempty"` // 项目名称
	Year    int    `json:"year,omitempty"`    // the year evaluated
	Doubt   string `json:"doubt,omitempty"`   // why no row of the form can be judged
	Unread  []int  `json:"unread,omitempty"`  // pages of the file of which nothing was read: reasons and evidence may stand there
	Gaps    []int  `json:"gaps,omitempty"`    // those of them on which rows of the form may stand

	Fields     []Field     `json:"fields,omitempty"`     // basic data as printed: 填报日期, 主管部门
	Funds      []Fund      `json:"funds,omitempty"`      // 预算执行情况
	Sections   []Section   `json:"sections,omitempty"`   // 一级指标 blocks and summary rows
	Indicators []Indicator `json:"indicators,omitempty"` // the rows that are scored
	Total      Total       `json:"total,omitzero"`
	Listings   []Listing   `json:"listings,omitempty"` // indicators repeated elsewhere without a score
	Rules      []Rule      `json:"rules,omitempty"`    // scoring rules printed for the whole form: 备注
	Reason     Entry       `json:"reason,omitzero"`    // 偏差大或目标未完成原因分析, the block under the table
	Measures   Entry       `json:"measures,omitzero"`  // 改进措施及结果应用方案
	Text       []Paragraph `json:"text,omitempty"`     // the narrative, in reading order
	Claims     []Claim     `json:"claims,omitempty"`   // figures stated in the narrative
	Captions   []Caption   `json:"captions,omitempty"` // 表 1：…
	Contents   []Content   `json:"contents,omitempty"` // 目录
	Listed     []Listed    `json:"listed,omitempty"`   // what lists of projects in the same file say of this one
	Aside      []Paragraph `json:"aside,omitempty"`    // what the narrative of another form of the file says of this project
	Told       []Listed    `json:"told,omitempty"`     // the projects whose evaluations the narrative tells of
}

// Listed is a row of a list of projects: what it says of the project that the form evaluates.
type Listed struct {
	Name   string         `json:"name"`
	Budget Entry          `json:"budget,omitzero"`
	Spent  Entry          `json:"spent,omitzero"`
	Rate   Entry          `json:"rate,omitzero"`
	Score  Entry          `json:"score,omitzero"`
	Grade  Entry          `json:"grade,omitzero"`
	Total  bool           `json:"total,omitempty"`   // the row that sums up the projects
	Money  string         `json:"money,omitempty"`   // the unit of the amounts: 元, 万元
	InText bool           `json:"in_text,omitempty"` // told in a sentence; no row of a table
	Place  document.Place `json:"place,omitzero"`
}

// Field is one pair of basic data, such as 填报日期 and what is filled in behind it.
type Field struct {
	Name  string `json:"name"`
	Value Entry  `json:"value"`
}

// Fund is one row of the funds block.
type Fund struct {
	Name    string `json:"name"`
	Part    bool   `json:"part,omitempty"` // 其中: part of the total row before it
	Initial Entry  `json:"initial,omitzero"`
	Budget  Entry  `json:"budget,omitzero"` // 全年/调整后预算数
	Spent   Entry  `json:"spent,omitzero"`  // 执行数
	Weight  Entry  `json:"weight,omitzero"`
	Rate    Entry  `json:"rate,omitzero"` // 执行率
	Score   Entry  `json:"score,omitzero"`
	Rule    Entry  `json:"rule,omitzero"`
	Reason  Entry  `json:"reason,omitzero"`
	Money   string `json:"money,omitempty"` // the unit of the amounts: 元, 万元
}

// Section is a block of indicators with a weight of its own (一级指标 or 二级指标, 产出指标（20分）), or a
// row of a summary table (分值, 得分, 得分率).
type Section struct {
	Name    string         `json:"name"`
	Level   int            `json:"level,omitempty"` // 1 or 2 for indicator levels; 0 for an annual goal or part of a form
	Goal    string         `json:"goal,omitempty"`
	Parent  string         `json:"parent,omitempty"` // the level-1 name of a level-2 block
	Weight  Entry          `json:"weight,omitzero"`
	Score   Entry          `json:"score,omitzero"`
	Rate    Entry          `json:"rate,omitzero"` // 得分率
	Summary bool           `json:"summary,omitempty"`
	Place   document.Place `json:"place,omitzero"`
}

// Nature of an indicator.
type Nature string

const (
	Quantitative Nature = "quantitative" // 定量
	Qualitative  Nature = "qualitative"  // 定性
)

// WeightFrom tells where an indicator's weight stands.
type WeightFrom string

const (
	FromCell     WeightFrom = "cell"
	FromLabel    WeightFrom = "label"
	FromInferred WeightFrom = "inferred"
	FromNone     WeightFrom = "none"
)

// Indicator is one scored row.
type Indicator struct {
	Goal       string         `json:"goal,omitempty"` // 年度目标N
	Level1     string         `json:"level1,omitempty"`
	Level2     string         `json:"level2,omitempty"`
	Name       string         `json:"name"`
	Nature     Nature         `json:"nature,omitempty"`
	Target     Entry          `json:"target,omitzero"`
	Actual     Entry          `json:"actual,omitzero"`
	Weight     Entry          `json:"weight,omitzero"`
	Rate       Entry          `json:"rate,omitzero"` // 完成率, 得分系数, as printed
	Score      Entry          `json:"score,omitzero"`
	Review     Entry          `json:"review,omitzero"`    // 复核分
	LastYear   Entry          `json:"last_year,omitzero"` // 上年完成值
	Reason     Entry          `json:"reason,omitzero"`
	Rule       Entry          `json:"rule,omitzero"`         // 评分标准; of a merged cell, for each row it covers
	RuleShared bool           `json:"rule_shared,omitempty"` // the rule's cell covers several rows
	Meaning    Entry          `json:"meaning,omitzero"`      // 指标解释
	WeightFrom WeightFrom     `json:"weight_from,omitempty"`
	Negative   bool           `json:"negative,omitempty"` // the form itself says 反向
	Optional   bool           `json:"optional,omitempty"` // one of several rows of which a form fills in some: 可选项
	Doubt      string         `json:"doubt,omitempty"`    // why the row's reading is not certain
	Inferred   string         `json:"inferred,omitempty"` // how it was read, where arithmetic then confirmed it
	Place      document.Place `json:"place,omitzero"`     // of the name
}

// Total is the total that the form gives itself.
type Total struct {
	Weight Entry   `json:"weight,omitzero"`
	Score  Entry   `json:"score,omitzero"`
	Grade  Entry   `json:"grade,omitzero"`
	Also   []Entry `json:"also,omitempty"` // other places where a total score is printed
}

// Listing is a table that names indicators without scoring them: the goals set (指标值 only) or the
// results repeated in the body.
type Listing struct {
	Caption    string         `json:"caption,omitempty"`
	Number     int            `json:"number,omitempty"` // of 表 N
	Goals      bool           `json:"goals,omitempty"`  // targets only, no results
	Indicators []Indicator    `json:"indicators"`
	Place      document.Place `json:"place,omitzero"`
}

// Rule is one scoring rule printed for the whole form, a clause or a sentence of 备注.
type Rule struct {
	Text  string         `json:"text"`
	Place document.Place `json:"place,omitzero"`
}

// Caption is a numbered table title in the text.
type Caption struct {
	Number int            `json:"number"`
	Title  string         `json:"title"`
	Place  document.Place `json:"place"`
}

// Paragraph is a piece of the narrative: lines that were printed one behind the other are joined. Heads
// are the headings it stands under, outermost first.
type Paragraph struct {
	Text    string          `json:"text"`
	Heads   []string        `json:"heads,omitempty"`
	Project string          `json:"project,omitempty"` // the one of several projects that it tells of: what it says is not said of the form
	Level   int             `json:"level,omitempty"`   // 1.. if the paragraph is itself a heading
	Cell    bool            `json:"cell,omitempty"`    // the text of a cell of the form; its head is the cell's label
	Lines   []document.Line `json:"-"`                 // the printed lines
	Place   document.Place  `json:"place,omitzero"`

	Sentences []Sentence         `json:"-"` // of the text, where it was cut (claim.Cut)
	Amounts   [][]quantity.Found `json:"-"` // of each of those sentences; nil where the text was not cut
}

// Sentence is one sentence of a paragraph and the byte offset at which it starts.
type Sentence struct {
	Text  string
	Start int
}
