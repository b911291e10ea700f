// Package layout finds out which printed cell is which field. A document comes in, forms go out. The
// columns are told by the roles of their headers, rows by the shapes of their values; it never judges
// whether a figure is right.
package layout

import (
	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// piece is one printed cell, or a run of tokens that stand for one.
type piece struct {
	text   string
	place  document.Place
	shared bool // a merged cell that began in a row above
	doubt  string
	look   *look // of its cell, if that was looked at
}

func (p piece) entry() form.Entry {
	text := quantity.TrimSpace(p.text)
	if text == "" {
		return form.Entry{Place: p.place}
	}
	return form.Entry{Text: text, Quantity: p.amount(), Place: p.place.Quoting(text), Doubt: p.doubt}
}

// amount is the text as a quantity.
func (p *piece) amount() quantity.Quantity {
	if p.look != nil && p.look.known && p.look.text == p.text {
		return p.look.amount
	}
	return quantity.Parse(p.text)
}

// reader builds one form while it walks through the blocks of a document.
type reader struct {
	lex  *lexicon.Lexicon
	form *form.Form

	block           string // the part of the form: 一、当年预算执行情况
	goal            string // 年度目标N
	level1          string
	level2          string
	money           string // unit of the amounts that were announced last
	listing         *form.Listing
	rule            carriedCell // the last rule text of the table, for merged cells that came as blanks
	meaning         carriedCell
	before          *gridWalk             // the table before, while nothing but page ends stands behind it
	titles          []string              // texts of the tables that may be titles
	oldTitles       int                   // how many of them stood before the last row
	oldFields       int                   // how many fields stood before the last row
	tail            int                   // paragraphs of the form when its last table ended
	below           []form.Entry          // totals told on lines since the last row
	next            func()                // begins another form: the file strings several together
	seen, captioned int                   // lines of running text so far, and at the last caption
	projects        *[]form.Listed        // rows of the file's lists of projects
	linear          bool                  // rows were read from text without a grid
	aligned         bool                  // a table was read by how its words stand below one another
	lost            bool                  // words between such rows were taken by none
	loose           bool                  // lines of laid-out text fit their grid badly
	unread          map[lexicon.Role]bool // heads of columns that no table was read under
	last            lastRow               // what a continuation line belongs to
}

type lastRow int

const (
	nothing lastRow = iota
	reasonBlock
	measuresBlock
	noteBlock
)

// startTable forgets what only held inside the table before.
func (r *reader) startTable() {
	r.rule, r.meaning, r.level1, r.level2 = carriedCell{}, carriedCell{}, "", ""
	r.oldTitles = len(r.titles)
}
