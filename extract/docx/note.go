package docx

import "fuhe/extract/document"

// notes tells what could not be read. Text says whether any was.
func (t *typist) notes(text, salvaged bool) []document.Note {
	var notes []document.Note
	if salvaged {
		notes = append(notes, document.Note{Code: document.Damaged, Says: document.Message{
			ZH: "文件的压缩目录缺失或损坏，已尽量读出正文，请留意内容是否完整",
			EN: "the archive's directory is missing or damaged; what was found without it was read",
		}})
	}
	if t.foreign > 0 {
		notes = append(notes, document.Note{Code: document.Unsupported, Says: document.Message{
			ZH: "文档中插有其他格式的内容（altChunk），这部分未读取；请用 Word 或 WPS 打开并另存一次",
			EN: "parts in another format (altChunk) stand in the document and were not read; open it in a word processor and save it again",
		}})
	}
	if !text && t.pictures > 0 {
		notes = append(notes, document.Note{Code: document.NoTextLayer, Says: document.Message{
			ZH: "文档中只有图片，没有可读的文字；不做文字识别（OCR），请提供带文字的原文件",
			EN: "the document holds only pictures; no OCR is done, the original with its text is needed",
		}})
	}
	return notes
}
