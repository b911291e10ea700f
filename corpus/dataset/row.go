package dataset

import (
	"fmt"
	"math/big"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// The rows of the tables. Tags name the column, how Parquet holds it, and what it is. Amounts in 元 have
// four decimals, ratios, points and other numbers eight; a number that does not fit, or was not printed, is
// missing.

type documentRow struct {
	ID       string `parquet:"document_id" zh:"文件标识：内容散列的前 16 位" en:"id of the document: first 16 digits of its content's hash"`
	Path     string `parquet:"path" zh:"路径" en:"path"`
	Format   string `parquet:"format,optional" zh:"格式" en:"format"`
	Pages    int32  `parquet:"pages,optional" zh:"页数" en:"pages"`
	SHA256   string `parquet:"sha256,optional" zh:"内容散列" en:"hash of the content"`
	Status   string `parquet:"status" zh:"读取情况：ok、partial、failed" en:"how far it could be read: ok, partial, failed"`
	Notes    string `parquet:"notes,optional" zh:"读取说明代码，逗号分隔" en:"codes of trouble with reading, by commas"`
	Copies   int32  `parquet:"copies" zh:"内容相同的其他文件数" en:"other files with the same content"`
	Region   string `parquet:"given_region,optional" zh:"清单所列地区" en:"region, as the manifest says"`
	Year     int32  `parquet:"given_year,optional" zh:"清单所列年度" en:"year, as the manifest says"`
	Unit     string `parquet:"given_unit,optional" zh:"清单所列单位" en:"unit, as the manifest says"`
	Forms    int32  `parquet:"forms" zh:"自评表数" en:"number of forms"`
	Findings int32  `parquet:"findings" zh:"问题数" en:"number of findings"`
}

type formRow struct {
	ID         string `parquet:"form_id" zh:"自评表标识" en:"id of the form"`
	Document   string `parquet:"document_id" zh:"文件标识" en:"id of the document"`
	Number     int32  `parquet:"number" zh:"文件内序号" en:"number within the document"`
	Kind       string `parquet:"kind,optional" zh:"类别：project、department、transfer、evaluation" en:"kind: project, department, transfer, evaluation"`
	Layout     string `parquet:"layout,optional" zh:"版式" en:"layout"`
	Rulebook   string `parquet:"rulebook,optional" zh:"评分规则" en:"rulebook"`
	Title      string `parquet:"title,optional" zh:"标题" en:"title"`
	Unit       string `parquet:"unit,optional" zh:"单位名称" en:"unit"`
	Project    string `parquet:"project,optional" zh:"项目名称" en:"project"`
	Year       int32  `parquet:"year,optional" zh:"年度" en:"year"`
	Score      string `parquet:"score,optional" zh:"自评总分（原文）" en:"total score as printed"`
	Points     *int64 `parquet:"score_points,optional,decimal(8:18)" zh:"自评总分（分）" en:"total score in points"`
	DueLow     *int64 `parquet:"score_due_low,optional,decimal(8:18)" zh:"应得总分下限" en:"least total due"`
	DueHigh    *int64 `parquet:"score_due_high,optional,decimal(8:18)" zh:"应得总分上限" en:"most total due"`
	Grade      string `parquet:"grade,optional" zh:"自评等级（原文）" en:"grade as printed"`
	Doubt      string `parquet:"doubt,optional" zh:"存疑代码" en:"code of doubt"`
	Indicators int32  `parquet:"indicators" zh:"指标数" en:"number of indicators"`
	Errors     int32  `parquet:"errors" zh:"确认问题数" en:"findings of level error"`
	Warnings   int32  `parquet:"warnings" zh:"疑似问题数" en:"findings of level warning"`
	Infos      int32  `parquet:"infos" zh:"提示数" en:"findings of level info"`
	Ran        int32  `parquet:"checks_ran" zh:"已核对项数" en:"checks that ran"`
	Skipped    int32  `parquet:"checks_skipped" zh:"未能核对项数" en:"checks that could not run"`
}

type fundRow struct {
	ID          string `parquet:"fund_id" zh:"资金行标识" en:"id of the row"`
	Form        string `parquet:"form_id" zh:"自评表标识" en:"id of the form"`
	Name        string `parquet:"name" zh:"资金名称" en:"name"`
	Part        bool   `parquet:"part" zh:"其中项" en:"part of the row before it"`
	Initial     string `parquet:"initial,optional" zh:"年初预算数（原文）" en:"initial budget as printed"`
	InitialYuan *int64 `parquet:"initial_yuan,optional,decimal(4:18)" zh:"年初预算数（元）" en:"initial budget in yuan"`
	Budget      string `parquet:"budget,optional" zh:"全年预算数（原文）" en:"budget as printed"`
	BudgetYuan  *int64 `parquet:"budget_yuan,optional,decimal(4:18)" zh:"全年预算数（元）" en:"budget in yuan"`
	Spent       string `parquet:"spent,optional" zh:"全年执行数（原文）" en:"spent as printed"`
	SpentYuan   *int64 `parquet:"spent_yuan,optional,decimal(4:18)" zh:"全年执行数（元）" en:"spent in yuan"`
	Rate        string `parquet:"rate,optional" zh:"执行率（原文）" en:"execution rate as printed"`
	RateRatio   *int64 `parquet:"rate_ratio,optional,decimal(8:18)" zh:"执行率（比值）" en:"execution rate as a ratio"`
	RateLow     *int64 `parquet:"rate_due_low,optional,decimal(8:18)" zh:"应得执行率下限（比值）" en:"least rate due, a ratio"`
	RateHigh    *int64 `parquet:"rate_due_high,optional,decimal(8:18)" zh:"应得执行率上限（比值）" en:"most rate due, a ratio"`
	Weight      *int64 `parquet:"weight,optional,decimal(8:18)" zh:"分值" en:"weight in points"`
	Score       *int64 `parquet:"score,optional,decimal(8:18)" zh:"得分" en:"score in points"`
	Page        int32  `parquet:"page,optional" zh:"页" en:"page"`
}

type indicatorRow struct {
	ID          string `parquet:"indicator_id" zh:"指标行标识" en:"id of the row"`
	Form        string `parquet:"form_id" zh:"自评表标识" en:"id of the form"`
	Goal        string `parquet:"goal,optional" zh:"年度目标" en:"annual goal"`
	Level1      string `parquet:"level1,optional" zh:"一级指标" en:"level 1"`
	Level2      string `parquet:"level2,optional" zh:"二级指标" en:"level 2"`
	Name        string `parquet:"name" zh:"指标名称" en:"name"`
	Nature      string `parquet:"nature,optional" zh:"性质：quantitative 定量、qualitative 定性" en:"quantitative or qualitative"`
	Target      string `parquet:"target,optional" zh:"指标值（原文）" en:"target as printed"`
	TargetBound string `parquet:"target_bound,optional" zh:"指标值的比较符" en:"comparator of the target"`
	TargetValue *int64 `parquet:"target_value,optional,decimal(8:18)" zh:"指标值（换算为基本单位）" en:"target in the base unit"`
	TargetUnit  string `parquet:"target_unit,optional" zh:"指标值的基本单位；ratio 为比值" en:"base unit of the target; ratio for proportions"`
	Actual      string `parquet:"actual,optional" zh:"实际完成值（原文）" en:"actual as printed"`
	ActualValue *int64 `parquet:"actual_value,optional,decimal(8:18)" zh:"实际完成值（换算为基本单位）" en:"actual in the base unit"`
	ActualUnit  string `parquet:"actual_unit,optional" zh:"实际完成值的基本单位" en:"base unit of the actual"`
	Weight      *int64 `parquet:"weight,optional,decimal(8:18)" zh:"分值" en:"weight in points"`
	WeightFrom  string `parquet:"weight_from,optional" zh:"分值来源：cell、label、inferred、none" en:"where the weight stands: cell, label, inferred, none"`
	Score       *int64 `parquet:"score,optional,decimal(8:18)" zh:"得分" en:"score in points"`
	DueLow      *int64 `parquet:"due_low,optional,decimal(8:18)" zh:"应得分下限" en:"least points due"`
	DueHigh     *int64 `parquet:"due_high,optional,decimal(8:18)" zh:"应得分上限" en:"most points due"`
	Method      string `parquet:"method,optional" zh:"计分方法" en:"method of scoring"`
	Completion  *int64 `parquet:"completion,optional,decimal(8:18)" zh:"完成率（比值）" en:"completion as a ratio"`
	Reason      string `parquet:"reason,optional" zh:"偏差原因（原文）" en:"reason as printed"`
	Doubt       string `parquet:"doubt,optional" zh:"存疑代码" en:"code of doubt"`
	Page        int32  `parquet:"page,optional" zh:"页" en:"page"`
	Table       int32  `parquet:"table,optional" zh:"表" en:"table"`
	Row         int32  `parquet:"row,optional" zh:"行" en:"row"`
}

type claimRow struct {
	ID       string `parquet:"claim_id" zh:"表述标识" en:"id of the claim"`
	Form     string `parquet:"form_id" zh:"自评表标识" en:"id of the form"`
	Subject  string `parquet:"subject,optional" zh:"所述事项" en:"what it speaks of"`
	Role     string `parquet:"role,optional" zh:"数字的含义" en:"which figure of its subject"`
	Text     string `parquet:"text" zh:"数字（原文）" en:"the figure as printed"`
	Value    *int64 `parquet:"value,optional,decimal(8:18)" zh:"数值（换算为基本单位）" en:"value in the base unit"`
	Unit     string `parquet:"value_unit,optional" zh:"基本单位" en:"base unit"`
	Sentence string `parquet:"sentence,optional" zh:"所在句子" en:"its sentence"`
	Page     int32  `parquet:"page,optional" zh:"页" en:"page"`
	Line     int32  `parquet:"line,optional" zh:"行" en:"line"`
}

type findingRow struct {
	ID      string `parquet:"finding_id" zh:"问题标识" en:"id of the finding"`
	Form    string `parquet:"form_id" zh:"自评表标识" en:"id of the form"`
	Code    string `parquet:"code" zh:"检查代码" en:"code of the check"`
	Level   string `parquet:"level" zh:"级别：error、warning、info" en:"level: error, warning, info"`
	TitleZH string `parquet:"title_zh" zh:"名称（中文）" en:"title in Chinese"`
	TitleEN string `parquet:"title_en" zh:"名称（英文）" en:"title in English"`
	SaysZH  string `parquet:"says_zh" zh:"说明（中文）" en:"what it says, in Chinese"`
	SaysEN  string `parquet:"says_en" zh:"说明（英文）" en:"what it says, in English"`
	Subject string `parquet:"subject,optional" zh:"所涉事项" en:"what it is about"`
	Printed string `parquet:"printed,optional" zh:"原文数字" en:"as printed"`
	Due     string `parquet:"due,optional" zh:"应为" en:"as it should be"`
	Working string `parquet:"working,optional" zh:"算式" en:"working"`
	Clause  string `parquet:"clause,optional" zh:"依据" en:"where the rule stands"`
	Page    int32  `parquet:"page,optional" zh:"页" en:"page"`
	Table   int32  `parquet:"table,optional" zh:"表" en:"table"`
	Row     int32  `parquet:"row,optional" zh:"行" en:"row"`
	Column  int32  `parquet:"column,optional" zh:"列" en:"column"`
	Line    int32  `parquet:"line,optional" zh:"行号" en:"line"`
	Cell    string `parquet:"cell,optional" zh:"单元格" en:"cell"`
	Quote   string `parquet:"quote,optional" zh:"引文" en:"quotation"`
}

// Decimals of the two kinds of numbers.
const (
	yuanDecimals  = 4
	otherDecimals = 8
)

func rowID(form, kind string, n int) string { return fmt.Sprintf("%s-%s%d", form, kind, n+1) }

// scaled is the number as a count of units of its last decimal, or nil where there is none or it does not
// fit.
func scaled(v *big.Rat, decimals int) *int64 {
	if v == nil {
		return nil
	}
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	n := new(big.Rat).Mul(v, new(big.Rat).SetInt(unit))
	whole, ok := new(big.Int).SetString(quantity.FormatRat(n, 0), 10)
	const most = 999_999_999_999_999_999 // what 18 digits hold
	if !ok || !whole.IsInt64() || whole.Int64() > most || whole.Int64() < -most {
		return nil
	}
	i := whole.Int64()
	return &i
}

func other(v *big.Rat) *int64 { return scaled(v, otherDecimals) }

// plain is the number of an entry in its printed unit.
func plain(e form.Entry) *int64 {
	if e.Kind != quantity.Number {
		return nil
	}
	return other(e.Rat())
}

// yuan is the amount in 元; unit is what amounts without one are in.
func yuan(e form.Entry, unit string) *int64 {
	q := e.Quantity
	if q.Unit == "" {
		q.Unit = unit
	}
	if m, ok := q.Measure(); ok && m.Dimension == "元" {
		return scaled(m.Value, yuanDecimals)
	}
	return nil
}

// ratio is a rate as a ratio: 95.8% and 95.8 are 0.958. A bare number up to 1.5 is taken for a ratio.
func ratio(e form.Entry) *int64 {
	m, ok := e.Measure()
	switch {
	case !ok:
		return nil
	case m.Dimension == quantity.Proportion, m.Value.Cmp(big.NewRat(3, 2)) <= 0:
		return other(m.Value)
	}
	return other(new(big.Rat).Quo(m.Value, big.NewRat(100, 1)))
}

// based is the amount in the base unit of its dimension, and that unit.
func based(q quantity.Quantity) (*int64, string) {
	m, ok := q.Measure()
	if !ok {
		return nil, ""
	}
	return other(m.Value), m.Dimension
}

func percent(v *big.Rat) *int64 {
	if v == nil {
		return nil
	}
	return other(new(big.Rat).Quo(v, big.NewRat(100, 1)))
}

func pageOf(p document.Place) int32 { return int32(p.Page) }
