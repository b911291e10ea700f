package dataset

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Names of the files that describe the tables.
const (
	DescriptorName = "datapackage.json"
	CardName       = "README.md"
)

// The descriptor, after the Data Package standard (https://datapackage.org).
type descriptor struct {
	Schema    string     `json:"$schema"`
	Name      string     `json:"name"`
	Title     string     `json:"title"`
	Resources []resource `json:"resources"`
}

type resource struct {
	Name        string  `json:"name"`
	Path        string  `json:"path"`
	Description string  `json:"description"`
	Format      string  `json:"format"`
	MediaType   string  `json:"mediatype"`
	Encoding    string  `json:"encoding,omitempty"`
	Rows        int     `json:"rows"`
	Schema      *schema `json:"schema"`
}

type schema struct {
	Fields      []field      `json:"fields"`
	PrimaryKey  []string     `json:"primaryKey"`
	ForeignKeys []foreignKey `json:"foreignKeys,omitempty"`
}

type field struct {
	Name        string          `json:"name"`
	Type        string          `json:"type"`
	Description string          `json:"description"`
	Constraints map[string]bool `json:"constraints,omitempty"`
}

type foreignKey struct {
	Fields    []string  `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

// describe writes the descriptor and the card beside the tables.
func describe(dir string, f Format, tables []Table, counts []int, lang string) error {
	d := descriptor{Schema: "https://datapackage.org/profiles/2.0/datapackage.json", Name: "fuhe", Title: "绩效自评复核数据集"}
	for i, t := range tables {
		r := resource{Name: t.Name, Path: t.Name + "." + f.ID, Description: t.Doc.In(lang), Format: f.ID, MediaType: f.Media,
			Rows: counts[i], Schema: schemaOf(t, lang)}
		if f.ID != "parquet" {
			r.Encoding = "utf-8"
		}
		d.Resources = append(d.Resources, r)
	}
	text, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, DescriptorName), append(text, '\n'), 0o666); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, CardName), []byte(card(f, tables, counts)), 0o666)
}

func schemaOf(t Table, lang string) *schema {
	columns := columnsOf(t.zero)
	s := &schema{PrimaryKey: []string{columns[0].name}}
	for i, c := range columns {
		f := field{Name: c.name, Type: c.kind, Description: c.doc.In(lang)}
		if !c.optional {
			f.Constraints = map[string]bool{"required": true}
		}
		s.Fields = append(s.Fields, f)
		if owner, ok := owners[c.name]; ok && i > 0 {
			s.ForeignKeys = append(s.ForeignKeys, foreignKey{[]string{c.name}, reference{owner, []string{c.name}}})
		}
	}
	return s
}

// owners are the tables whose ids others refer to.
var owners = map[string]string{"document_id": "documents", "form_id": "forms"}

// card says in both languages what the dataset is and what its columns hold.
func card(f Format, tables []Table, counts []int) string {
	var b strings.Builder
	b.WriteString(cardHead)
	for i, t := range tables {
		fmt.Fprintf(&b, "\n## %s.%s — %s / %s（%d）\n\n| 列 column | 类型 type | 含义 | meaning |\n|---|---|---|---|\n", t.Name, f.ID, t.Doc.ZH, t.Doc.EN, counts[i])
		for _, c := range columnsOf(t.zero) {
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", c.name, c.kind, c.doc.ZH, c.doc.EN)
		}
	}
	return b.String()
}

const cardHead = `# 绩效自评复核数据集 / Re-scored self-evaluation reports

由 fuhe 从自评报告中读取，未经人工核实。每个数字保留原文，另以统一单位给出：金额为元，比率为比值，分值与得分为分；
没有印出或无法换算的为空。各表以 ` + "`document_id`、`form_id`" + ` 相连；同一文件在另一次运行中标识不变。
问题（findings）是程序的判断，不是结论：引用前请对照原文。

Read from self-evaluation reports by fuhe, not verified by people. Every figure stands as printed and in one unit: amounts in
yuan, rates as ratios, weights and scores in points; what was not printed or cannot be converted is missing. Tables join on
` + "`document_id` and `form_id`" + `, which another run of the same files gives again. Findings are the program's judgement: hold them
against the report before you cite them.
`
