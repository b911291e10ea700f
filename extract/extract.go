// Package extract turns the bytes of a file into a document. The format is told by content, never by
// name. It knows files and has never heard of a budget.
package extract

import (
	"context"
	"fmt"
	"slices"

	"fuhe/extract/doc"
	"fuhe/extract/document"
	"fuhe/extract/docx"
	"fuhe/extract/html"
	"fuhe/extract/ofd"
	"fuhe/extract/pdf"
	"fuhe/extract/plain"
	"fuhe/extract/table"
	"fuhe/extract/xls"
	"fuhe/extract/xlsx"
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
func Formats() []Format { return Reader{}.formats() }

func (r Reader) formats() []Format {
	return slices.Concat([]Format{r.pdf()}, officeFormats(), otherFormats())
}

func (r Reader) pdf() Format {
	return Format{
		ID:   "pdf",
		Name: document.Message{ZH: "PDF（须有文字层）", EN: "PDF with a text layer"},
		Doc: document.Message{
			ZH: "读取文字、表格线与位置；纯扫描图像不做识别（OCR），会提示 no-text-layer。",
			EN: "Text, ruled lines and places are read; pages that are only pictures are told as no-text-layer, never guessed by OCR.",
		},
		sniff: isPDF,
		read:  r.readPDF,
	}
}

// officeFormats are the files of word processors and spreadsheets.
func officeFormats() []Format {
	return []Format{
		{
			ID:   "docx",
			Name: document.Message{ZH: "Word 文档（docx）", EN: "Word document (docx)"},
			Doc: document.Message{
				ZH: "读取段落、表格（含合并单元格、嵌套表格）、文本框与自动编号；修订按接受处理。没有页码，位置以第几段、第几个表格的行列表示。",
				EN: "Paragraphs, tables with merged and nested cells, text boxes and list labels are read; tracked changes count as accepted. There are no pages; places are paragraphs and cells.",
			},
			sniff: docx.Sniff,
			read:  docx.Read,
		},
		{
			ID:   "xlsx",
			Name: document.Message{ZH: "Excel 工作簿（xlsx）", EN: "Excel workbook (xlsx)"},
			Doc: document.Message{
				ZH: "按显示的样子读取各工作表；隐藏的行、列、工作表也读，并予提示；位置如 Sheet1!B3。",
				EN: "Sheets are read as they are shown; hidden rows, columns and sheets are read too, and told; places are cells such as Sheet1!B3.",
			},
			sniff: xlsx.Sniff,
			read:  xlsx.Read,
		},
		{
			ID:   "xls",
			Name: document.Message{ZH: "旧版 Excel 工作簿（xls、et）", EN: "legacy Excel workbook (xls, et)"},
			Doc: document.Message{
				ZH: "同 xlsx；公式取保存的结果，不重新计算。",
				EN: "As xlsx; formulas are read by their stored results.",
			},
			sniff: xls.Sniff,
			read:  xls.Read,
		},
		{
			ID:   "doc",
			Name: document.Message{ZH: "旧版 Word 与 WPS 文字文档（doc、wps）", EN: "legacy Word or WPS document (doc, wps)"},
			Doc: document.Message{
				ZH: "同 docx；须为 Word 97 及以后的格式。",
				EN: "As docx; of Word 97 and later.",
			},
			sniff: doc.Sniff,
			read:  doc.Read,
		},
	}
}

func otherFormats() []Format {
	return []Format{
		{
			ID:   "ofd",
			Name: document.Message{ZH: "OFD 版式文档", EN: "OFD document"},
			Doc: document.Message{
				ZH: "按 GB/T 33190 读取文字与线条，与 PDF 同样地还原表格。",
				EN: "Text and lines are read by GB/T 33190, and tables found as in PDF.",
			},
			sniff: ofd.Sniff,
			read:  ofd.Read,
		},
		{
			ID:   "html",
			Name: document.Message{ZH: "网页（html）", EN: "web page (html)"},
			Doc: document.Message{
				ZH: "读取正文与表格（跨行、跨列），略去网站的导航与页脚；内容是网页而后缀为 xls、doc 的也按网页读取。",
				EN: "Content and tables with spans are read, a portal's navigation is left out; pages that are named .xls or .doc are read as pages.",
			},
			sniff: html.Sniff,
			read:  html.Read,
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

// Reader reads documents. The zero Reader reads the pages of a document one after the other.
type Reader struct {
	PDF   pdf.Reader // but for Drawn, which the Reader sets itself
	Spare bool       // the pages of PDFs come without their glyphs: only drawings of pages need them
}

// Read reads one document, its pages one after the other; see Reader.Read.
func Read(ctx context.Context, name string, data []byte, limits document.Limits) (*document.Document, error) {
	return Reader{}.Read(ctx, name, data, limits)
}

// Read reads one document. The error is a *document.Trouble whenever the file is at fault; what could
// be read before a recoverable fault stands in the document with a note. name is only used to speak of
// the file.
func (r Reader) Read(ctx context.Context, name string, data []byte, limits document.Limits) (*document.Document, error) {
	limits = limits.OrDefault()
	if len(data) == 0 {
		return nil, document.Failed(document.Damaged, "文件是空的（0 字节），请重新取得该文件", "the file is empty (0 bytes)", nil)
	}
	if int64(len(data)) > limits.Bytes {
		return nil, document.Failed(document.TooLarge,
			fmt.Sprintf("文件有 %d 字节，超过上限 %d 字节", len(data), limits.Bytes),
			fmt.Sprintf("the file has %d bytes, over the limit of %d", len(data), limits.Bytes), nil)
	}
	for _, f := range r.formats() {
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

func (r Reader) readPDF(ctx context.Context, data []byte, limits document.Limits) (*document.Document, error) {
	var finder table.Finder
	r.PDF.Drawn = func(p *document.Page) {
		finder.Take(p)
		if r.Spare {
			p.Glyphs = nil
		}
	}
	pages, notes, err := r.PDF.Read(ctx, data, limits)
	if err != nil {
		return nil, err
	}
	blocks, apart := finder.Blocks(len(pages))
	return &document.Document{Pages: pages, Blocks: blocks, Notes: append(notes, apart...)}, nil
}

func readText(_ context.Context, data []byte, _ document.Limits) (*document.Document, error) {
	lines, err := plain.Lines(data)
	if err != nil {
		return nil, err
	}
	return &document.Document{Blocks: table.Tabbed(lines)}, nil
}
