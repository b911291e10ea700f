// Package doc reads legacy word-processor files (Word 97 to 2003, and WPS 文字: doc, wps; [MS-DOC]). Bytes come in;
// paragraphs with their list labels and tables with their spans go out, as a person sees them printed after all
// changes were accepted. Headers, footers and comments are no part of the flow. It never lays out a page, opens an
// embedded file, or says what a text means.
package doc

import (
	"context"
	"errors"

	"fuhe/extract/compound"
	"fuhe/extract/document"
	"fuhe/extract/markup"
)

// Sniff reports whether the bytes are a container with a word-processor document in it.
func Sniff(data []byte) bool { return compound.Holds(data, mainStream) }

// Read reads the document. The error is a *document.Trouble where the file is at fault, or the context's.
func Read(ctx context.Context, data []byte, limits document.Limits) (*document.Document, error) {
	limits = limits.OrDefault()
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	units, err := f.units(limits.Unpacked / unitBytes)
	if err != nil {
		return nil, err
	}
	var items []markup.Item
	for _, part := range f.parts(units) {
		if ctx.Err() != nil {
			return nil, document.Stopped(ctx.Err())
		}
		items = append(items, f.read(part, limits.Nesting)...)
	}
	blocks, err := markup.Blocks(items)
	if err != nil {
		return nil, err
	}
	doc := &document.Document{Blocks: blocks}
	if len(blocks) == 0 {
		doc.Notes = append(doc.Notes, document.Note{Code: document.NoTextLayer, Says: document.Message{
			ZH: "文档中没有可读的文字；如果内容是图片，本程序不做文字识别（OCR），请提供带文字的原文件",
			EN: "the document holds no text; no OCR is done on pictures, the original with its text is needed",
		}})
	}
	return doc, nil
}

var errShort = errors.New("the text part is cut off")

func damaged(err error) error {
	return document.Failed(document.Damaged, "文件已损坏，未能读取。请重新取得，或用 Word、WPS 文字打开后另存。", "the document is damaged", err)
}

func encrypted() error {
	return document.Failed(document.Encrypted, "文件已加密，需要密码才能打开。请提供未加密的文件。", "the file is encrypted and needs a password", nil)
}

func tooOld() error {
	return document.Failed(document.Unsupported, "这是 Word 6.0 或 95 的文档，目前不能读取；请另存为 docx 或 PDF 后再核对",
		"this is a document of Word 6.0 or 95, which is not read yet; save it as docx or PDF", nil)
}

func tooLarge() error {
	return document.Failed(document.TooLarge, "文件中的文字过多，超出读取上限。请拆分后再核对。", "the document holds more text than is read", nil)
}
