// Package ofd reads OFD files (GB/T 33190), the fixed-layout format of Chinese official documents. Bytes
// come in; pages with their glyphs, rules and fills in points go out, as from a PDF, and the blocks that
// the table finder makes of them. Seals, annotations and attachments are left out; signatures are not
// verified.
package ofd

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"fuhe/extract/document"
	"fuhe/extract/table"
)

// Sniff reports whether the bytes are an OFD package.
func Sniff(data []byte) bool {
	if !bytes.HasPrefix(data, []byte("PK")) {
		return false
	}
	pack, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil { // broken off: the names stand before each part as well
		return bytes.Contains(data, []byte("OFD.xml")) || bytes.Contains(data, []byte("Doc_0/Document.xml"))
	}
	for _, part := range pack.File {
		if strings.EqualFold(strings.TrimPrefix(slashed(part.Name), "/"), "OFD.xml") {
			return true
		}
	}
	return false
}

// Read reads an OFD file. The error, if there is one, is a *document.Trouble; parts that are missing are
// told in notes.
func Read(ctx context.Context, data []byte, limits document.Limits) (*document.Document, error) {
	limits = limits.OrDefault()
	if int64(len(data)) > limits.Bytes {
		return nil, tooLarge(fmt.Errorf("%d bytes", len(data)))
	}
	p, err := open(data, limits)
	if err != nil {
		return nil, err
	}
	doc := &document.Document{Format: "ofd"}
	if doc.Pages, err = p.pages(ctx, limits); err != nil {
		return nil, err
	}
	if !anyText(doc.Pages) {
		return nil, noText(len(doc.Pages), p.missing)
	}
	doc.Blocks = table.Blocks(doc.Pages)
	doc.Notes = p.notes()
	return doc, nil
}

// pages draws the pages of all documents in the package.
func (p *pack) pages(ctx context.Context, limits document.Limits) ([]document.Page, error) {
	outlines, err := p.outlines()
	if err != nil {
		return nil, err
	}
	var pages []document.Page
	for _, o := range outlines {
		if len(pages)+len(o.pages) > limits.Pages {
			return nil, tooLarge(fmt.Errorf("%d pages", len(pages)+len(o.pages)))
		}
		for _, ref := range o.pages {
			if ctx.Err() != nil {
				return nil, document.Stopped(ctx.Err())
			}
			page, err := p.page(o, ref, len(pages)+1)
			if err != nil {
				return nil, err
			}
			pages = append(pages, page)
		}
	}
	return pages, nil
}

func anyText(pages []document.Page) bool {
	for i := range pages {
		if len(pages[i].Glyphs) > 0 {
			return true
		}
	}
	return false
}

func damaged(err error) error {
	return document.Failed(document.Damaged, "OFD 文件已损坏，未能读取。请重新导出或下载该文件。", "the OFD file is damaged", err)
}

func encrypted() error {
	return document.Failed(document.Encrypted, "OFD 文件已加密，需要密码或证书才能打开。请提供未加密的文件。", "the OFD file is encrypted", nil)
}

func tooLarge(err error) error {
	return document.Failed(document.TooLarge, "OFD 文件过大，超出读取上限。", "the OFD file is over the limit", err)
}

// noText tells of pages without text: they are pictures, or what they hold is missing.
func noText(pages int, missing []string) error {
	if len(missing) > 0 || pages == 0 {
		return damaged(errors.New("missing: " + strings.Join(missing, ", ")))
	}
	return document.Failed(document.NoTextLayer,
		fmt.Sprintf("全部%d页都没有可读取的文字，本程序不做文字识别。请提供由办公软件直接导出的文件，或先用 OCR 软件加上文字层。", pages),
		fmt.Sprintf("none of the %d pages has text, and OCR is not attempted", pages), nil)
}

// notes tells of parts that are missing or broken.
func (p *pack) notes() []document.Note {
	if len(p.missing) == 0 {
		return nil
	}
	return []document.Note{{Code: document.Damaged, Says: document.Message{
		ZH: fmt.Sprintf("文件有%d处内容缺失或损坏，其余部分已读取，请核对原件。", len(p.missing)),
		EN: "parts of the file are missing or broken: " + strings.Join(p.missing[:min(len(p.missing), 5)], ", "),
	}}}
}
