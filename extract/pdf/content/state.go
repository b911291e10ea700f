package content

import (
	"fuhe/extract/document"
	"fuhe/extract/pdf/font"
)

// state is the graphics state (ISO 32000-1, 8.4), as far as text and lines depend on it.
type state struct {
	ctm       matrix
	clip      document.Box
	clipped   bool
	clipIndex int32 // of the page's clips, or unlisted
	font      *font.Font
	size      float64
	charSpace float64
	wordSpace float64
	stretch   float64 // horizontal scaling: 1 is 100%
	leading   float64
	rise      float64
	mode      int
	fill      paint
	stroke    paint
	lineWidth float64
}

const (
	noClip   = -1
	unlisted = -2 // a clip that no glyph was drawn in yet
)

func newState(base matrix) state {
	return state{ctm: base, clipIndex: noClip, stretch: 1, lineWidth: 1, fill: black, stroke: black}
}

func (d *drawing) save() {
	if len(d.saved) < maxStates {
		d.saved = append(d.saved, d.state)
	} else {
		d.unsaved++
	}
}

// restore goes back to the state saved last; in a form never to one saved outside it.
func (d *drawing) restore() {
	if d.unsaved > 0 {
		d.unsaved--
		return
	}
	if n := len(d.saved); n > d.frame.floor {
		d.state = d.saved[n-1]
		d.saved = d.saved[:n-1]
	}
}

// clipTo narrows the clip to a box.
func (d *drawing) clipTo(b document.Box) {
	if d.state.clipped {
		b = intersect(d.state.clip, b)
	}
	d.state.clip, d.state.clipped, d.state.clipIndex = b, true, unlisted
}

// listClip returns the index of the present clip among the page's: a clip is listed when the first
// glyph is drawn in it, and once however often it is set. One as large as the page is none.
func (d *drawing) listClip() int32 {
	s := &d.state
	if s.clipIndex != unlisted {
		return s.clipIndex
	}
	page := &d.sheet.Page
	b := s.clip
	if b.X0 <= 1 && b.Y0 <= 1 && b.X1 >= page.Width-1 && b.Y1 >= page.Height-1 || b.Width() <= 0 || b.Height() <= 0 {
		s.clipIndex = noClip
		return noClip
	}
	index, ok := d.clips[b]
	if !ok {
		if len(page.Clips) >= maxBoxes {
			return noClip
		}
		index = int32(len(page.Clips))
		page.Clips = append(page.Clips, b)
		d.clips[b] = index
	}
	s.clipIndex = index
	return index
}
