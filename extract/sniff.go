package extract

import (
	"bytes"

	"fuhe/extract/compound"
	"fuhe/extract/document"
	"fuhe/extract/plain"
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
	{"PK\x03\x04", "其他 Office 文档或压缩包", "another kind of Office document or archive",
		"请另存为 PDF 或 docx，或解压后再核对", "save it as PDF or docx, or unpack it first"},
	{compound.Magic, "其他旧版 Office 文件", "another kind of legacy Office file",
		"请另存为 PDF 或 docx 后再核对", "save it as PDF or docx"},
	{"Rar!", "RAR 压缩包", "a RAR archive", "请解压后再核对", "unpack it first"},
	{"7z\xBC\xAF", "7z 压缩包", "a 7z archive", "请解压后再核对", "unpack it first"},
	{"\x89PNG", "图片（PNG）", "a picture (PNG)", "不做文字识别（OCR），请提供带文字层的 PDF", "no OCR is done; a PDF with a text layer is needed"},
	{"\xFF\xD8\xFF", "图片（JPEG）", "a picture (JPEG)", "不做文字识别（OCR），请提供带文字层的 PDF", "no OCR is done; a PDF with a text layer is needed"},
	{"II*\x00", "图片（TIFF）", "a picture (TIFF)", "不做文字识别（OCR），请提供带文字层的 PDF", "no OCR is done; a PDF with a text layer is needed"},
	{"MM\x00*", "图片（TIFF）", "a picture (TIFF)", "不做文字识别（OCR），请提供带文字层的 PDF", "no OCR is done; a PDF with a text layer is needed"},
}

func unsupported(data []byte) error {
	if locked(data) {
		return document.Failed(document.Encrypted, "文件已加密，需要密码才能打开。请提供未加密的文件。", "the file is encrypted and needs a password", nil)
	}
	for _, f := range foreign {
		if bytes.HasPrefix(data, []byte(f.magic)) {
			return advise(f.zh, f.en, f.adviceZH, f.adviceEN)
		}
	}
	switch plain.Markup(data) {
	case "rtf":
		return advise("RTF 文档", "an RTF document", "请另存为 PDF 后再核对", "save it as PDF")
	case "html":
		return advise("网页（HTML）", "a web page (HTML)", "请在浏览器中打印为 PDF 后再核对", "print it to PDF in a browser")
	}
	return document.Failed(document.Unsupported,
		"不是能读取的格式（支持带文字层的 PDF、docx、doc、xlsx、xls、OFD、网页和纯文本），请另存为 PDF 后再核对",
		"not a format that is read (PDF with a text layer, docx, doc, xlsx, xls, OFD, html and plain text are); save it as PDF", nil)
}

// locked reports whether the bytes are a newer Office file under a password: it lies encrypted in the container of
// the old ones.
func locked(data []byte) bool { return compound.Holds(data, "EncryptedPackage") }

// advise says what a file is and what can be done so that it is read.
func advise(zh, en, adviceZH, adviceEN string) error {
	return document.Failed(document.Unsupported, "这是"+zh+"，目前不能读取；"+adviceZH, "this is "+en+", which is not read yet; "+adviceEN, nil)
}
