package pdf

import (
	"fmt"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/extract/pdf/content"
)

// pageNotes tells what could not be read of a page.
func pageNotes(s content.Sheet, err error) []document.Note {
	place := document.Place{Page: s.Page.Number}
	if err != nil {
		return []document.Note{{Code: document.Damaged, Place: place, Says: document.Message{
			ZH: fmt.Sprintf("第%d页内容损坏，未能读取。", place.Page),
			EN: fmt.Sprintf("page %d is damaged and was not read: %v", place.Page, err),
		}}}
	}
	var notes []document.Note
	if s.Cut {
		notes = append(notes, document.Note{Code: document.TooLarge, Place: place, Says: document.Message{
			ZH: fmt.Sprintf("第%d页内容过多，只读取了前面一部分。", place.Page),
			EN: fmt.Sprintf("page %d holds more than is read; only its beginning was used", place.Page),
		}})
	}
	if (s.Images > 0 || s.Curves > manyCurves) && !visible(s.Page.Glyphs) {
		notes = append(notes, pictureNote(s.Page))
	}
	return notes
}

// manyCurves is how many filled shapes are taken for letters that were turned into outlines.
const manyCurves = 50

func visible(glyphs []document.Glyph) bool {
	return slices.ContainsFunc(glyphs, func(g document.Glyph) bool { return !g.Hidden && g.Rune > ' ' })
}

// pictureNote tells of a page that is a picture, with or without the hidden text of a scanner.
func pictureNote(p document.Page) document.Note {
	zh, en := "没有文字层，本程序不做文字识别。请提供由办公软件直接导出的PDF，或先用OCR软件加上文字层。",
		"has no text layer and OCR is not attempted; export the PDF from the office program, or add a text layer by OCR first"
	if len(p.Glyphs) > 0 {
		zh, en = "文字来自扫描识别的隐藏文字层，可能有误，请对照原件核对。",
			"has only the hidden text of a scan, which may be wrong; compare it with the picture"
	}
	return document.Note{Code: document.NoTextLayer, Place: document.Place{Page: p.Number}, Says: document.Message{
		ZH: fmt.Sprintf("第%d页是图片，%s", p.Number, zh),
		EN: fmt.Sprintf("page %d is a picture: it %s", p.Number, en),
	}}
}

func missing(parts []string) document.Note {
	return document.Note{Code: document.Damaged, Says: document.Message{
		ZH: fmt.Sprintf("文件有%d处内容缺失或损坏，其余部分已读取，请核对原件。", len(parts)),
		EN: "parts of the file are missing or broken: " + strings.Join(parts, ", "),
	}}
}

func leftOut() document.Note {
	return document.Note{Code: document.TooLarge, Says: document.Message{
		ZH: "文件中有内容超出读取上限（单个数据流过大或嵌套过深），只读取了其余部分，请核对原件。",
		EN: "a part of the file is over a limit of size or nesting and was left out; the rest was read",
	}}
}

func cutOff(pages int) document.Note {
	return document.Note{Code: document.TooLarge, Place: document.Place{Page: pages}, Says: document.Message{
		ZH: fmt.Sprintf("文件文字过多，只读取到第%d页。", pages),
		EN: fmt.Sprintf("the file holds more text than is kept; it was read as far as page %d", pages),
	}}
}

func encrypted(err error) error {
	return document.Failed(document.Encrypted, "文件已加密，需要密码才能打开。请提供未加密的文件。", "the file is encrypted and needs a password", err)
}

func tooLarge(err error) error {
	return document.Failed(document.TooLarge, "文件过大，超出读取上限。", "the file is over the limit", err)
}

func timeout(err error) error {
	return document.Failed(document.Timeout, "读取超时，只读取了部分内容。", "the time for the document ran out", err)
}

func damaged(err error) error {
	return document.Failed(document.Damaged, "文件已损坏，未能读取。请重新导出或下载该文件。", "the file is damaged", err)
}

func noText(pages int) error {
	return document.Failed(document.NoTextLayer,
		fmt.Sprintf("全部%d页都没有可读取的文字，本程序不做文字识别。请提供由办公软件直接导出的PDF，或先用OCR软件加上文字层。", pages),
		fmt.Sprintf("none of the %d pages has text, and OCR is not attempted", pages), nil)
}
