package tag

import (
	"bytes"
	"io"
)

const (
	firstWindow = 1 << 14 // bytes
	mostWindow  = 1 << 20 // bytes; a longer token is left to encoding/xml
)

// window is the stretch of a file that is looked at.
type window struct {
	in      io.Reader
	err     error // why nothing more comes
	buf     []byte
	at, end int // what of buf is not read yet
	before  int // lines that have left the window
}

// more widens what is looked at, and reports whether it could.
func (w *window) more() bool {
	if w.err != nil || w.end-w.at >= mostWindow {
		return false
	}
	w.before += bytes.Count(w.buf[:w.at], newline)
	if w.end-w.at > len(w.buf)/2 || w.buf == nil {
		wider := make([]byte, max(firstWindow, 2*len(w.buf)))
		w.end = copy(wider, w.buf[w.at:w.end])
		w.buf = wider
	} else {
		w.end = copy(w.buf, w.buf[w.at:w.end])
	}
	w.at = 0
	return w.fill()
}

// fill reads until the window is full or the file ends, and reports whether anything came.
func (w *window) fill() bool {
	from := w.end
	for w.end < len(w.buf) && w.err == nil {
		var n int
		n, w.err = w.in.Read(w.buf[w.end:])
		w.end += n
	}
	return w.end > from
}

// lines counts the lines that were read.
func (w *window) lines() int { return w.before + bytes.Count(w.buf[:w.at], newline) }

var newline = []byte{'\n'}
