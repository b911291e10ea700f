package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"fuhe/extract/document"
	"fuhe/normalize/form"
)

func note(code document.Code, zh, en string, args ...any) *document.Note {
	return &document.Note{Code: code, Says: document.Message{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}}
}

// unopened says why a path could not be opened.
func unopened(err error) *document.Note {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return note(document.Unreadable, "没有这个文件或目录，请核对路径", "no such file or folder; check the path")
	case errors.Is(err, fs.ErrPermission):
		return note(document.Unreadable, "没有读取权限，请检查文件权限", "no permission to read it")
	}
	return note(document.Unreadable, "无法打开：%v", "cannot be opened: %v", err)
}

// stopped says why a stage ended with an error.
func stopped(err error, limit time.Duration) *document.Note {
	var t *document.Trouble
	var p *panicked
	switch {
	case errors.As(err, &t):
		return &t.Note
	case errors.Is(err, context.DeadlineExceeded):
		return note(document.Timeout, "处理超过 %v，已停止；可用 --timeout 放宽时限", "took over %v and was stopped; --timeout allows more", limit)
	case errors.Is(err, context.Canceled):
		return note(document.Timeout, "处理被中断", "was interrupted")
	case errors.As(err, &p):
		return note(document.Damaged, "文件内容异常，读取中断；请重新取得该文件或另存后再核对（内部信息：%v）",
			"the file's content is out of order and reading broke off; get it anew or save it again (internal: %v)", p.value)
	}
	return note(document.Damaged, "处理未能完成：%v", "could not be finished: %v", err)
}

// reports says that a folder held nothing to check.
func noReports() *document.Note {
	return note(document.Unsupported, "目录中没有可读取的报告（支持的格式见 fuhe list formats）",
		"the folder holds no report that can be read (fuhe list formats tells which can)")
}

func noForm() *document.Note {
	return note(document.NoForm, "文件可以读取，但其中没有找到绩效自评表或自评得分；请核对是否选对了文件",
		"the file can be read, but no self-evaluation form or score was found in it; check that it is the right one")
}

func tooLarge(limit int64) *document.Note {
	return note(document.TooLarge, "文件超过 %d MB 的上限，请拆分后再核对", "the file is over the limit of %d MB; split it", limit>>20)
}

// lostGrid says that a form's rows could not be told for certain, and that nothing was judged on them.
func lostGrid(f *form.Form) *document.Note {
	n := note(document.LostGrid, "表格没有表格线或在文本中已打乱，无法可靠地还原各行，未对评分表逐行核对；请改用 Word、Excel 原件、有表格线的 PDF 或逐格分列的文本",
		"the table has no lines or is torn in this copy, so its rows cannot be told for certain and were not judged; use the Word or Excel original, a PDF with ruled tables, or text with a cell a column")
	if len(f.Indicators) > 0 {
		n.Place = f.Indicators[0].Place
	}
	return n
}
