// Package xls reads workbooks of Excel 5 to 2003 and of WPS (xls, et). Bytes come in; the paragraphs and
// tables of the sheets go out, each cell with the text that a person sees in it, its spans and its
// address. It takes the stored results of formulas and computes none.
package xls

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"fuhe/extract/compound"
	"fuhe/extract/document"
	"fuhe/extract/xlsx/grid"
)

// Sniff reports whether the bytes are a container with a workbook in it.
func Sniff(data []byte) bool { return compound.Holds(data, workbookStream, olderStream) }

// Names of the stream of records: that of Excel 97 and later, and that of Excel 5 and 95.
const (
	workbookStream = "Workbook"
	olderStream    = "Book"
)

// workbook returns the stream of records.
func workbook(c *compound.File) ([]byte, error) {
	stream, err := c.Stream(workbookStream)
	if err != nil {
		stream, err = c.Stream(olderStream)
	}
	return stream, err
}

// Read reads a workbook: its visible sheets in order, then the hidden ones, of which a note tells. The
// error, if there is one, is a *document.Trouble.
func Read(ctx context.Context, data []byte, limits document.Limits) (*document.Document, error) {
	limits = limits.OrDefault()
	if int64(len(data)) > limits.Bytes {
		return nil, tooLarge(fmt.Errorf("%d bytes", len(data)))
	}
	c, err := compound.Open(data)
	if err != nil {
		return nil, damaged(err)
	}
	stream, err := workbook(c)
	if err != nil {
		return nil, damaged(err)
	}
	return readStream(ctx, stream, limits)
}

// readStream reads the records of a workbook.
func readStream(ctx context.Context, stream []byte, limits document.Limits) (*document.Document, error) {
	b, err := openBook(stream)
	if err != nil {
		return nil, err
	}
	doc := &document.Document{Format: "xls"}
	out := &grid.Writer{Document: doc}
	for _, hidden := range []bool{false, true} {
		for _, ref := range b.sheets {
			if ref.hidden != hidden {
				continue
			}
			if err := b.readSheet(ctx, ref, out, limits); err != nil {
				return nil, err
			}
		}
	}
	doc.Notes = b.notes()
	return doc, nil
}

// readSheet adds the blocks of one sheet.
func (b *book) readSheet(ctx context.Context, ref sheetRef, out *grid.Writer, limits document.Limits) error {
	s, err := b.scan(ctx, ref)
	if err != nil {
		return err
	}
	for _, c := range s.page.Cells {
		if b.text += int64(len(c.Text)); b.text > limits.Unpacked/4 {
			return tooLarge(errors.New("text"))
		}
	}
	b.noteHidden(ref, s)
	if err := out.Add(&s.page); err != nil {
		return tooLarge(err)
	}
	return nil
}

// noteHidden keeps what of the sheet holds something that a person does not see.
func (b *book) noteHidden(ref sheetRef, s *scanner) {
	if len(s.page.Cells) == 0 {
		return
	}
	if ref.hidden {
		b.hidden = append(b.hidden, document.Message{ZH: "工作表“" + ref.name + "”", EN: "sheet " + ref.name})
		return
	}
	rows, columns := map[int]bool{}, map[int]bool{}
	for _, c := range s.page.Cells {
		if s.hiddenRows[c.Row] {
			rows[c.Row] = true
		}
		if s.hiddenColumns[c.Column] {
			columns[c.Column] = true
		}
	}
	if n := len(rows); n > 0 {
		b.hidden = append(b.hidden, document.Message{ZH: fmt.Sprintf("“%s”中%d行", ref.name, n), EN: fmt.Sprintf("%d rows of %s", n, ref.name)})
	}
	if n := len(columns); n > 0 {
		b.hidden = append(b.hidden, document.Message{ZH: fmt.Sprintf("“%s”中%d列", ref.name, n), EN: fmt.Sprintf("%d columns of %s", n, ref.name)})
	}
}

// maxNamed is how many places a note lists.
const maxNamed = 5

// notes tells what a person would not see.
func (b *book) notes() []document.Note {
	if len(b.hidden) == 0 {
		return nil
	}
	var zh, en []string
	for _, m := range b.hidden[:min(len(b.hidden), maxNamed)] {
		zh, en = append(zh, m.ZH), append(en, m.EN)
	}
	if len(b.hidden) > maxNamed {
		zh, en = append(zh, "…"), append(en, "…")
	}
	return []document.Note{{Code: document.HiddenContent, Says: document.Message{
		ZH: "工作簿中有隐藏的内容，已一并读取：" + strings.Join(zh, "、") + "。",
		EN: "hidden content was read as well: " + strings.Join(en, ", "),
	}}}
}

func damaged(err error) error {
	return document.Failed(document.Damaged, "工作簿已损坏，未能读取。请重新下载，或用 Excel、WPS 表格打开后另存。", "the workbook is damaged", err)
}

func encrypted() error {
	return document.Failed(document.Encrypted, "文件已加密，需要密码才能打开。请提供未加密的文件。", "the file is encrypted and needs a password", nil)
}

func tooLarge(err error) error {
	return document.Failed(document.TooLarge, "工作簿过大，超出读取上限。请拆分后再核对。", "the workbook is over the limit", err)
}
