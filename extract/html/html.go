// Package html reads web pages: published reports, tables that an office program saved as a page
// (whatever the file's name says), and what was pasted from Word into a portal. Bytes come in; paragraphs
// and tables as a browser shows them go out, without the portal's navigation around them. It loads
// nothing from elsewhere, runs no script, and never says what a text means.
package html

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"fuhe/extract/document"
	"fuhe/extract/markup"
)

// Read reads a page. The error is a *document.Trouble where the file is at fault, or the context's.
func Read(ctx context.Context, data []byte, limits document.Limits) (*document.Document, error) {
	limits = limits.OrDefault()
	text := withTable(decode(data))
	if int64(len(text)) > limits.Unpacked {
		return nil, tooLarge("网页内容超过上限", nil)
	}
	root, err := parse(ctx, text)
	if err != nil {
		return nil, err
	}
	title, content := contentOf(root)
	items := itemsOf(content)
	if title != "" {
		items = append([]markup.Item{{Text: title}}, items...)
	}
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("reading a page: %w", err)
	}
	blocks, err := markup.Blocks(items)
	if err != nil {
		return nil, err
	}
	doc := &document.Document{Blocks: blocks}
	if len(blocks) == 0 && first(root, atom.Img) != nil {
		doc.Notes = append(doc.Notes, document.Note{Code: document.NoTextLayer, Says: document.Message{
			ZH: "网页中只有图片，没有可读的文字；不做文字识别（OCR），请提供带文字的原文件",
			EN: "the page holds only pictures; no OCR is done, the original with its text is needed",
		}})
	}
	return doc, nil
}

// parse builds the page's tree. The parser gives up on pages that are nested deeper than any is.
func parse(ctx context.Context, text string) (*html.Node, error) {
	root, err := html.Parse(&stoppable{ctx, strings.NewReader(text)})
	switch {
	case err == nil:
		return root, nil
	case ctx.Err() != nil:
		return nil, fmt.Errorf("reading a page: %w", err)
	}
	return nil, tooLarge("网页元素嵌套过深，超过上限", err)
}

func tooLarge(zh string, err error) error {
	return document.Failed(document.TooLarge, zh, "the page is too large or nested too deep", err)
}

// stoppable ends the parser's reading with its context.
type stoppable struct {
	ctx context.Context
	r   io.Reader
}

func (s *stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.Read(p)
}

// withTable puts a table around rows that have none, as parts of pages do that were cut out: without it
// the parser would drop the marks of rows and cells.
func withTable(text string) string {
	if indexMark(text, "<table") >= 0 {
		return text
	}
	start := indexMark(text, "<tr", "<td")
	if start < 0 {
		return text
	}
	return text[:start] + "<table>" + text[start:]
}

// indexMark is where the first of the marks stands in a page, in capitals or not; -1 if none does.
func indexMark(text string, marks ...string) int {
	for at := 0; ; at++ {
		next := strings.IndexByte(text[at:], '<')
		if next < 0 {
			return -1
		}
		at += next
		if slices.ContainsFunc(marks, func(mark string) bool { return beginsWith(text[at:], mark) }) {
			return at
		}
	}
}
