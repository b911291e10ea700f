package corpus

import (
	"sync"

	"fuhe/extract"
	"fuhe/extract/pdf"
)

// PagesAtOnce lets so many goroutines draw the pages of a document and find their tables. It is worth its
// while for a document alone; where there are many, they keep the processors busy themselves.
func (p *Pipeline) PagesAtOnce(parts int) {
	p.Extract = extract.Reader{PDF: pdf.Reader{Parts: parts, Each: atOnce}, Spare: true}.Read
}

// KeepGlyphs keeps the glyphs of pages, which are otherwise spared, for a page that is to be drawn.
func (p *Pipeline) KeepGlyphs() { p.Extract = extract.Read }

// atOnce calls do for each number below n, all at the same time. A panic of one comes out of atOnce, when
// the others have returned, so that whoever called recovers from it as from its own.
func atOnce(n int, do func(part int)) {
	var wait sync.WaitGroup
	panics := make(chan any, n)
	for part := range n {
		wait.Go(func() {
			defer func() {
				if v := recover(); v != nil {
					panics <- v
				}
			}()
			do(part)
		})
	}
	wait.Wait()
	select {
	case v := <-panics:
		panic(v)
	default:
	}
}
