package bulk

import (
	"fmt"
	"time"

	"fuhe/extract/document"
)

func died(words string) document.Note {
	if words == "" {
		words = "-"
	}
	return document.Note{Code: document.Damaged, Says: document.Message{
		ZH: fmt.Sprintf("读取该文件的进程异常终止，其余文件不受影响；请重新取得该文件或另存后再核对（内部信息：%s）", words),
		EN: fmt.Sprintf("the process that read the file died, which cost no other file; get it anew or save it again (internal: %s)", words),
	}}
}

func overtime(limit time.Duration) document.Note {
	return document.Note{Code: document.Timeout, Says: document.Message{
		ZH: fmt.Sprintf("处理超过 %v 仍无结果，已终止；可用 --timeout 放宽时限", limit),
		EN: fmt.Sprintf("no result after %v; it was stopped; --timeout allows more", limit),
	}}
}

func overgrown() document.Note {
	return document.Note{Code: document.TooLarge, Says: document.Message{
		ZH: "处理所需内存超过上限，已终止；可用 --max-memory 放宽，或拆分文件后再核对",
		EN: "took more memory than allowed and was stopped; --max-memory allows more, or split the file",
	}}
}
