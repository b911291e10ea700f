// Package content runs the contents of a clean PDF's pages and keeps what a reader of tables needs:
// the glyphs with their boxes, the straight rules, the shaded areas and the clip boxes that glyphs were
// drawn in. Page dictionaries come in; document.Pages go out. It never paints, never groups glyphs to
// words and never decides what a line means.
package content

import (
	"context"
	"io"

	"github.com/ledongthuc/pdf"

	"fuhe/extract/document"
	"fuhe/extract/pdf/font"
	"fuhe/extract/pdf/token"
)

// Limits of one page: no printed page comes near them.
const (
	maxGlyphs    = 300_000
	maxRules     = 200_000
	maxBoxes     = 50_000 // fills, and clips
	maxOperators = 5_000_000
	maxContents  = 64 << 20 // bytes
	maxDepth     = 12       // of forms in forms
	maxStates    = 512      // of saved graphics states
)

// Sheet is a page that was run, and what is to be told about it.
type Sheet struct {
	Page   document.Page
	Images int                   // how many pictures stand on it
	Curves int                   // how many shapes with curves are filled: letters turned into outlines, mostly
	Glyphs map[*font.Font]*Tally // by font: what was drawn, and what the font does not tell
	Cut    bool                  // a limit was reached: the rest is missing
}

// Tally counts the glyphs of a font on a page.
type Tally struct {
	Drawn, Lost int
	Changes     int // how often a lost glyph was another than the one lost before: 1 if all are the same
	last        *font.Char
}

// Press runs the pages of one document, which share their fonts. It is not safe for use by several
// goroutines.
type Press struct {
	shelf     *font.Shelf
	operators map[string]operator
}

// NewPress returns a Press for one document.
func NewPress() *Press {
	return &Press{shelf: font.NewShelf(), operators: allOperators()}
}

// drawing is the run of one page.
type drawing struct {
	*Press
	ctx      context.Context
	sheet    *Sheet
	state    state
	saved    []state
	unsaved  int // states that were to be saved beyond the limit
	frame    *frame
	depth    int
	path     path
	clipNext bool
	text     textObject
	operands []token.Token
	numbers  [6]float64
	spent    int // operators
	struck   struck
	clips    map[document.Box]int32
	dark     []document.Box // fills that are not pale
	actual   actual
}

// Draw runs a page and the annotations printed on it. It keeps what was drawn before the context ended.
func (p *Press) Draw(ctx context.Context, page pdf.Value) Sheet {
	sheet := Sheet{Glyphs: map[*font.Font]*Tally{}}
	base, width, height := pageBox(page)
	sheet.Page.Width, sheet.Page.Height = width, height
	d := &drawing{Press: p, ctx: ctx, sheet: &sheet, clips: map[document.Box]int32{}}
	d.struck.clear(width, height)
	d.state = newState(base)
	d.frame = newFrame(page.Key("Resources"), nil)
	d.run(pageContents(page))
	d.annotations(page.Key("Annots"), base)
	return sheet
}

// pageContents joins the streams of a page: a token never runs on from one to the next.
func pageContents(page pdf.Value) []byte {
	var all []byte
	list := page.Key("Contents")
	for i := range list.Len() {
		all = append(all, streamBytes(list.Index(i))...)
		all = append(all, '\n')
		if len(all) > maxContents {
			break
		}
	}
	return all
}

func streamBytes(v pdf.Value) []byte {
	if v.Kind() != pdf.Stream {
		return nil
	}
	data := make([]byte, min(max(v.Key("Length").Int64(), 0), maxContents))
	n, err := io.ReadFull(v.Reader(), data)
	if err != nil {
		return data[:n]
	}
	return data
}

// run reads operands and operators to the end of the bytes.
func (d *drawing) run(data []byte) {
	lex := token.New(data, 0)
	d.operands = d.operands[:0]
	for {
		t := lex.Next()
		if t.Kind == token.End || d.sheet.Cut {
			return
		}
		if t.Kind != token.Keyword {
			if len(d.operands) < 1<<16 {
				d.operands = append(d.operands, t)
			}
			continue
		}
		d.operate(t.Bytes, lex)
		d.operands = d.operands[:0]
		lex.Forget()
	}
}

// operate runs one operator; unknown ones and those without their operands do nothing.
func (d *drawing) operate(name []byte, lex *token.Lexer) {
	if d.spent++; d.spent > maxOperators || d.spent%64 == 0 && d.ctx.Err() != nil {
		d.sheet.Cut = true
		return
	}
	if string(name) == "BI" {
		d.inlineImage(lex)
		return
	}
	o, ok := d.operators[string(name)]
	if !ok || !d.takeNumbers(o.numbers) {
		return
	}
	o.do(d, d.numbers[:o.numbers])
}

// takeNumbers puts the last operands in place if they are so many numbers.
func (d *drawing) takeNumbers(count int) bool {
	from := len(d.operands) - count
	if from < 0 {
		return false
	}
	for i, t := range d.operands[from:] {
		if t.Kind != token.Integer && t.Kind != token.Real {
			return false
		}
		d.numbers[i] = t.Number
	}
	return true
}
