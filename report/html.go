package report

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"sync"

	"fuhe/extract/document"
	"fuhe/score/finding"
)

// The page's parts. They stand within the page, whose policy allows them alone by their hashes: it loads
// nothing and runs nothing else.
var (
	//go:embed page/report.html
	pageSource string
	//go:embed page/report.css
	pageStyle string
	//go:embed page/report.js
	pageScript string
	//go:embed page/index.html
	indexSource string
	//go:embed page/index.js
	indexScript string
)

// templates are compiled when the first page is written.
var templates = sync.OnceValue(func() *template.Template {
	t := template.New("page").Funcs(template.FuncMap{"say": func(lang, zh, en string) string { return say(zh, en).In(lang) }})
	return template.Must(template.Must(t.Parse(pageSource)).Parse(indexSource))
})

// newHTML writes one page for people: what was found on one side, the report with the places marked on
// the other. It needs nothing but itself.
func newHTML(w io.Writer, o *Options) Writer { return &pages{w: w, options: o} }

type pages struct {
	w       io.Writer
	options *Options
	written int
}

// frame is what stands around the results.
type frame struct {
	Lang   string
	Title  string
	Policy string
	Style  template.CSS
	Script template.JS
}

func frameOf(lang, title, script string) frame {
	return frame{Lang: htmlLang(lang), Title: title, Style: template.CSS(pageStyle), Script: template.JS(script),
		Policy: fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'", hash(pageStyle), hash(script))}
}

func htmlLang(lang string) string {
	if lang == "en" {
		return "en"
	}
	return "zh-CN"
}

// hash is how a content security policy names a script or style.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

func (p *pages) Write(r *Result) error {
	if p.written == 0 {
		if err := p.head(plain(r.Source.Name)); err != nil {
			return err
		}
	}
	p.written++
	return templates().ExecuteTemplate(p.w, "report", sheetOf(r, p.options.Lang, p.written))
}

func (p *pages) head(name string) error {
	title := say("复核结果", "review").In(p.options.Lang)
	if !p.options.Many {
		title = name + " · " + title
	}
	return templates().ExecuteTemplate(p.w, "head", frameOf(p.options.Lang, title, pageScript))
}

func (p *pages) Close() error {
	if p.written == 0 {
		if err := p.head(""); err != nil {
			return err
		}
	}
	return templates().ExecuteTemplate(p.w, "foot", frameOf(p.options.Lang, "", pageScript))
}

// htmlSheet is one result as the page shows it.
type htmlSheet struct {
	Lang   string
	Name   string
	Path   string
	Status string
	Notes  []string
	Forms  []htmlForm
	Pages  []htmlPage
	Gone   []string
	Counts []htmlCount
}

type htmlCount struct {
	Class, Word string
	Number      int
}

type htmlForm struct {
	Heading string
	Facts   []htmlFact
	Groups  []htmlGroup
	Skipped []htmlSkip
	Rows    []htmlRow
}

type htmlFact struct {
	Label, Value string
	Wide         bool // takes a line of its own
}

// htmlGroup are the findings of one weight.
type htmlGroup struct {
	Class, Word string
	Findings    []htmlFinding
}

type htmlFinding struct {
	ID, Code, Class    string
	Title, Subject     string
	Says, Where, Quote string
	Printed, Due       string
	Working, Clause    string
	Match, Read        string
	Also, More         []string // the first few other places, and the rest
	Rows               []quotedRow
}

type htmlSkip struct{ Codes, Why string }

// htmlPage is a drawn page with the places marked.
type htmlPage struct {
	ID     string
	Number int
	Word   string
	SVG    template.HTML
}

// levelClass is the class of a level in the page.
func levelClass(l finding.Level) string {
	switch l {
	case finding.Error:
		return "error"
	case finding.Warning:
		return "warning"
	}
	return "info"
}

// groupWord names the findings of a level as auditors sort them.
func groupWord(l finding.Level) document.Message {
	switch l {
	case finding.Error:
		return say("确认问题", "confirmed")
	case finding.Warning:
		return say("疑似问题", "suspected")
	}
	return say("尾差与提示", "rounding and remarks")
}
