package main

import (
	"bytes"
	"fmt"
	"os"

	"fuhe/extract/document"
	"fuhe/extract/proof"
)

// drawPage writes the drawing of a page to a file, or to the standard output if its name is -.
func (a *app) drawPage(d *document.Document, f showFlags) error {
	if len(d.Pages) == 0 {
		return usage(a.say("这种格式没有版面，不能画成 SVG；只有 PDF 等分页文件可以", "this format has no pages that could be drawn; PDF has"))
	}
	if f.page < 1 || f.page > len(d.Pages) {
		return usage(fmt.Sprintf(a.say("没有第 %d 页，文件共 %d 页", "there is no page %d; the file has %d"), f.page, len(d.Pages)))
	}
	if f.svg == "-" {
		return proof.WriteSVG(a.stdout, d, f.page, a.lang)
	}
	var out bytes.Buffer
	if err := proof.WriteSVG(&out, d, f.page, a.lang); err != nil {
		return err
	}
	if err := os.WriteFile(f.svg, out.Bytes(), 0o666); err != nil {
		return a.unwritable(f.svg, err)
	}
	return nil
}
