package xlsx

import (
	"fmt"
	"strings"

	"fuhe/extract/document"
)

func damaged(err error) error {
	return document.Failed(document.Damaged, "工作簿已损坏，未能读取。请重新下载，或用 Excel、WPS 表格打开后另存。", "the workbook is damaged", err)
}

func encrypted() error {
	return document.Failed(document.Encrypted, "文件已加密，需要密码才能打开。请提供未加密的文件。", "the file is encrypted and needs a password", nil)
}

func tooLarge(err error) error {
	return document.Failed(document.TooLarge, "工作簿过大，超出读取上限。请拆分后再核对。", "the workbook is over the limit", err)
}

// maxNamed is how many places a note lists.
const maxNamed = 5

// notes tells what a person would not see, and what could not be read.
func (b *book) notes() []document.Note {
	var notes []document.Note
	if len(b.hidden) > 0 {
		notes = append(notes, document.Note{Code: document.HiddenContent, Says: document.Message{
			ZH: "工作簿中有隐藏的内容，已一并读取：" + listed(b.hidden, "、", document.Message.In, "zh") + "。",
			EN: "hidden content was read as well: " + listed(b.hidden, ", ", document.Message.In, "en"),
		}})
	}
	if n := len(b.unresolved); n > 0 {
		notes = append(notes, document.Note{Code: document.Damaged, Place: document.Place{Cell: b.unresolved[0]}, Says: document.Message{
			ZH: fmt.Sprintf("有%d个公式没有保存计算结果，也无法算出（如 %s），这些单元格按空白处理。请打开工作簿重新计算并保存。", n, b.unresolved[0]),
			EN: fmt.Sprintf("%d formulas have no stored result and could not be computed (such as %s)", n, b.unresolved[0]),
		}})
	}
	if len(b.broken) > 0 {
		notes = append(notes, document.Note{Code: document.Damaged, Says: document.Message{
			ZH: "工作表内容中断或损坏，只读取了前面的部分：" + strings.Join(b.broken, "、") + "。",
			EN: "sheets break off and were read in part: " + strings.Join(b.broken, ", "),
		}})
	}
	return notes
}

// listed joins the first few messages.
func listed(all []document.Message, comma string, in func(document.Message, string) string, lang string) string {
	var texts []string
	for _, m := range all[:min(len(all), maxNamed)] {
		texts = append(texts, in(m, lang))
	}
	if len(all) > maxNamed {
		texts = append(texts, "…")
	}
	return strings.Join(texts, comma)
}
