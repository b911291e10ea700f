package extract

import (
	"bytes"

	"fuhe/extract/document"
)

// pdfHeaderWithin is how far into a file the PDF header may stand: web gateways put blanks, marks or
// their own headers in front.
const pdfHeaderWithin = 1024

func isPDF(data []byte) bool {
	return bytes.Contains(data[:min(len(data), pdfHeaderWithin)], []byte("%PDF-"))
}

// foreign lists the formats that are known by their first bytes and not read, with advice.
var foreign = []struct {
	magic, zh, en, adviceZH, adviceEN string
}{
	{"PK\x03\x04", "Office 文档或压缩包（docx、xlsx、OFD、zip）", "an Office document or archive (docx, xlsx, OFD, zip)",
		"请另存为 PDF，或解压后再核对", "save it as PDF, or unpack it first"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "旧版 Office 或 WPS 文档（doc、xls、wps、et）", "a legacy Office or WPS document (doc, xls, wps, et)",
		"请另存为 PDF 后再核对", "save it as PDF"},
	{"Rar!", "RAR 压缩包", "a RAR archive", "请解压后再核对", "unpack it first"},
	{"7z\xBC\xAF", "7z 压缩包", "a 7z archive", "请解压后再核对", "unpack it first"},
	{"{\\rtf", "RTF 文档", "an RTF document", "请另存为 PDF 后再核对", "save it as PDF"},
	{"\x89PNG", "图片（PNG）", "a picture (PNG)", "不做文字识别（OCR），请提供带文字层的 PDF", "no OCR is done; a PDF with a text layer is needed"},
	{"\xFF\xD8\xFF", "图片（JPEG）", "a picture (JPEG)", "不做文字识别（OCR），请提供带文字层的 PDF", "no OCR is done; a PDF with a text layer is needed"},
	{"II*\x00", "图片（TIFF）", "a picture (TIFF)", "不做文字识别（OCR），请提供带文字层的 PDF", "no OCR is done; a PDF with a text layer is needed"},
	{"MM\x00*", "图片（TIFF）", "a picture (TIFF)", "不做文字识别（OCR），请提供带文字层的 PDF", "no OCR is done; a PDF with a text layer is needed"},
}

func unsupported(data []byte) error {
	for _, f := range foreign {
		if bytes.HasPrefix(data, []byte(f.magic)) {
			return trouble(document.Unsupported,
				"这是"+f.zh+"，目前不能读取；"+f.adviceZH,
				"this is "+f.en+", which is not read yet; "+f.adviceEN)
		}
	}
	return trouble(document.Unsupported,
		"不是能读取的格式（目前支持带文字层的 PDF 和纯文本），请另存为 PDF 后再核对",
		"not a format that is read (PDF with a text layer and plain text are); save it as PDF")
}
