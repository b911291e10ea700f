// Package content runs the contents of a clean PDF's pages and keeps what a reader of tables needs:
// the glyphs with their boxes, the straight rules, the shaded areas and the clip boxes that glyphs were
// drawn in. Page dictionaries come in; document.Pages go out. It never paints, never groups glyphs to
// words and never decides what a line means.
package content

import (
	"context"
	"slices"

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
	maxOperands  = 1 << 16  // of one operator
	maxContents  = 64 << 20 // bytes
	maxDepth     = 12       // of forms in forms
	maxStates    = 512      // of saved graphics states
)

// For how many glyphs and rules of a page room is made at first.
const (
	usualGlyphs = 4096
	usualRules  = 512
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
	unpack    func(to []byte, stream int64) []byte
	parts     pdf.Value        // of the fair copy
	forms     []*form          // by their number among the parts, as far as they were met
	resources []*resources     // likewise
	contents  []byte           // room for the contents of a page
	glyphs    []document.Glyph // room for what the next pages draw
	last      []document.Glyph // those of the last page with the room behind them
	rules     []document.Rule  // room for the rules of the next pages
	ruled     int              // how many rules the last page has
	clips     map[document.Box]int32
	struck    struck
	drawing   drawing // of the last page, whose room the next one uses
}

// desk is what a page is drawn with, whose room the next one uses.
type desk struct {
	lexers   [maxDepth + 1]token.Lexer // by depth of forms
	operands []token.Token
	numbers  []float64 // the last operands, as far back as they are numbers
	saved    []state
	path     path
	dark     []document.Box // fills that are not pale
}

// cleared is the desk for the next page.
func (d desk) cleared() desk {
	d.operands, d.numbers, d.saved, d.dark = d.operands[:0], d.numbers[:0], d.saved[:0], d.dark[:0]
	d.path.reset()
	return d
}

// NewPress returns a Press for one document, of which it takes the root of the fair copy and what appends
// the contents of its streams.
func NewPress(root pdf.Value, unpack func(to []byte, stream int64) []byte) *Press {
	parts := root.Key("Parts")
	return &Press{
		shelf: font.NewShelf(root.Key("Fonts"), unpack), unpack: unpack,
		parts: parts, forms: make([]*form, parts.Len()), resources: make([]*resources, parts.Len()),
		clips: map[document.Box]int32{},
	}
}

// drawing is the run of one page.
type drawing struct {
	*Press
	desk
	ctx      context.Context
	sheet    *Sheet
	state    state
	unsaved  int // states that were to be saved beyond the limit
	frame    *frame
	depth    int
	clipNext bool
	text     textObject
	spent    int // operators
	actual   actual
	dots     dots
	off      int        // the depth of marked content at which optional content began that is not shown, or 0
	tallied  *font.Font // whose counts are at hand
	counts   *Tally
}

// Draw runs a page and the annotations printed on it. It keeps what was drawn before the context ended.
func (p *Press) Draw(ctx context.Context, page pdf.Value) Sheet {
	drawn := len(p.last)
	p.last = nil // a page that cannot be drawn leaves nothing to be used again
	sheet := Sheet{Glyphs: map[*font.Font]*Tally{}}
	base, width, height := pageBox(page)
	sheet.Page.Width, sheet.Page.Height = width, height
	d := &p.drawing
	*d = drawing{Press: p, desk: d.desk.cleared(), ctx: ctx, sheet: &sheet}
	clear(p.clips)
	p.struck.clear()
	d.state = newState(base)
	d.frame = &frame{resources: p.resourcesOf(page)}
	sheet.Page.Glyphs = room(p.glyphs, usualGlyphs, drawn)
	sheet.Page.Rules = room(p.rules, usualRules, p.ruled)
	d.run(p.pageContents(page))
	d.annotations(page.Key("Annots"), base)
	d.endDots()
	p.last, p.ruled = sheet.Page.Glyphs, len(sheet.Page.Rules)
	sheet.Page.Glyphs, p.glyphs = kept(sheet.Page.Glyphs)
	sheet.Page.Rules, p.rules = kept(sheet.Page.Rules)
	return sheet
}

// Reuse lets the next page be drawn where the glyphs of the last one stand, which nobody needs any more.
func (p *Press) Reuse() {
	if p.last != nil {
		p.glyphs, p.last = p.last[:0], nil
	}
}

// room is what is left of the room, or new room if that is too little for as many as the last page had.
// What is not used of it costs nothing; growing step by step does.
func room[T any](left []T, fresh, last int) []T {
	if cap(left) < max(fresh/8, last) {
		return make([]T, 0, max(fresh, 2*last))
	}
	return left[:0]
}

// kept parts what was drawn, or nil, from the room behind it, which the next page uses.
func kept[T any](drawn []T) (page, left []T) {
	n := len(drawn)
	left = drawn[n:]
	if n == 0 {
		return nil, left
	}
	return drawn[:n:n], left
}

// pageContents joins the streams of a page: a token never runs on from one to the next. The bytes are
// good until the next page.
func (p *Press) pageContents(page pdf.Value) []byte {
	all := p.contents[:0]
	list := page.Key("Contents")
	for i := range list.Len() {
		all = append(p.unpack(all, list.Index(i).Int64()), '\n')
		if len(all) > maxContents {
			break
		}
	}
	p.contents = all
	return all
}

// run reads operands and operators to the end of the bytes.
func (d *drawing) run(data []byte) {
	lex := &d.lexers[d.depth]
	lex.Reset(data)
	d.forget()
	for !d.sheet.Cut {
		n := len(d.operands)
		if n == cap(d.operands) {
			d.operands = slices.Grow(d.operands, 64)
		}
		t := &d.operands[:n+1][n]
		lex.Read(t)
		switch t.Kind {
		case token.Keyword:
			d.operate(t.Bytes, lex)
			d.forget()
			lex.Forget()
			continue
		case token.End:
			return
		case token.Integer, token.Real:
			d.numbers = append(d.numbers, t.Number)
		default:
			d.numbers = d.numbers[:0]
		}
		if n < maxOperands { // of too many, the last are read over each other
			d.operands = d.operands[:n+1]
		}
	}
}

// forget drops the operands of an operator that was run.
func (d *drawing) forget() { d.operands, d.numbers = d.operands[:0], d.numbers[:0] }

func number(t *token.Token) bool { return t.Kind == token.Integer || t.Kind == token.Real }

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
	_ = d.textOperator(name) || d.stateOperator(name) || d.pathOperator(name) || d.paintOperator(name) ||
		d.colorOperator(name) || d.markOperator(name)
}
