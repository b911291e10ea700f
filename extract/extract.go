// Package extract turns the bytes of a file into a document. The format is told by content, never by
// name. It knows files and has never heard of a budget.
package extract

import (
	"context"
	"errors"
	"fmt"

	"fuhe/extract/document"
	"fuhe/extract/pdf"
	"fuhe/extract/plain"
	"fuhe/extract/table"
)

// Format is one kind of file that is read.
type Format struct {
	ID    string           // as in the public contract: text, pdf
	Name  document.Message // for users
	Doc   document.Message // what is read of it, and what is not
	sniff func(data []byte) bool
	read  func(ctx context.Context, data []byte, limits document.Limits) (*document.Document, error)
}

// Formats lists the formats that are read, in the order in which they are tried.
func Formats() []Format {
	return []Format{
		{
			ID:   "pdf",
			Name: document.Message{ZH: "PDF（须有文字层）", EN: "PDF with a text layer"},
			Doc: document.Message{
				ZH: "读取文字、表格线与位置；纯扫描图像不做识别（OCR），会提示 no-text-layer。",
				EN: "Text, ruled lines and places are read; pages that are only pictures are told as no-text-layer, never guessed by OCR.",
			},
			sniff: isPDF,
			read:  readPDF,
		},
		{
			ID:   "text",
			Name: document.Message{ZH: "纯文本", EN: "plain text"},
			Doc: document.Message{
				ZH: "UTF-8、GB18030（含 GBK）、UTF-16；表格可用制表符或竖线分列，也可逐格换行。",
				EN: "UTF-8, GB18030 (with GBK) and UTF-16; tables by tabs or pipes, or a cell a line.",
			},
			sniff: plain.Sniff,
			read:  readText,
		},
	}
}

// Read reads one document. The error is a *document.Trouble whenever the file is at fault; what could
// be read before a recoverable fault stands in the document with a note. name is only used to speak of
// the file.
func Read(ctx context.Context, name string, data []byte, limits document.Limits) (*document.Document, error) {
	limits = limits.OrDefault()
	if len(data) == 0 {
		return nil, trouble(document.Damaged, "文件是空的（0 字节），请重新取得该文件", "the file is empty (0 bytes)")
	}
	if int64(len(data)) > limits.Bytes {
		return nil, trouble(document.TooLarge,
			fmt.Sprintf("文件有 %d 字节，超过上限 %d 字节", len(data), limits.Bytes),
			fmt.Sprintf("the file has %d bytes, over the limit of %d", len(data), limits.Bytes))
	}
	for _, f := range Formats() {
		if !f.sniff(data) {
			continue
		}
		doc, err := f.read(ctx, data, limits)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		doc.Format = f.ID
		return doc, nil
	}
	return nil, fmt.Errorf("%s: %w", name, unsupported(data))
}

func readPDF(ctx context.Context, data []byte, limits document.Limits) (*document.Document, error) {
	pages, notes, err := pdf.Read(ctx, data, limits)
	if err != nil {
		return nil, err
	}
	return &document.Document{Pages: pages, Blocks: table.Blocks(pages), Notes: notes}, nil
}

func readText(_ context.Context, data []byte, _ document.Limits) (*document.Document, error) {
	lines, err := plain.Lines(data)
	if err != nil {
		return nil, err
	}
	return &document.Document{Blocks: table.Tabbed(lines)}, nil
}

func trouble(code document.Code, zh, en string) error {
	return &document.Trouble{Note: document.Note{Code: code, Says: document.Message{ZH: zh, EN: en}}}
}

// CodeOf is the trouble code of an error of Read, or "" for an error that is ours.
func CodeOf(err error) document.Code {
	var t *document.Trouble
	if errors.As(err, &t) {
		return t.Code
	}
	return ""
}
