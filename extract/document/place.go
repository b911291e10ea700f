package document

import (
	"cmp"
	"encoding/json"
	"fmt"
	"unicode/utf8"
)

// Place says where a person would look: all counts are from 1, and a count of 0 is not known.
type Place struct {
	Page   int    `json:"page,omitempty"`
	Table  int    `json:"table,omitempty"`
	Row    int    `json:"row,omitempty"`
	Column int    `json:"column,omitempty"`
	Line   int    `json:"line,omitempty"`  // of a text file
	Cell   string `json:"cell,omitempty"`  // of a spreadsheet: Sheet1!B3
	Box    *Box   `json:"box,omitempty"`   // points from the page's upper left corner
	Quote  string `json:"quote,omitempty"` // at most 40 characters of what is printed there
}

// QuoteLength is the most characters a Place quotes.
const QuoteLength = 40

// Quoting returns the place with the text as its quote, cut to QuoteLength characters.
func (p Place) Quoting(text string) Place {
	p.Quote = text
	if len(text) <= QuoteLength { // bytes, and so characters
		return p
	}
	length := 0
	for i := range len(text) {
		if !utf8.RuneStart(text[i]) {
			continue
		}
		if length++; length > QuoteLength {
			p.Quote = text[:i]
			break
		}
	}
	return p
}

// Known reports whether the place points anywhere.
func (p Place) Known() bool {
	return p.Page > 0 || p.Table > 0 || p.Line > 0 || p.Cell != "" || p.Box != nil
}

// Compare orders places as a reader meets them: by page, line, table, row, column, height on the page.
func (p Place) Compare(o Place) int {
	return cmp.Or(
		cmp.Compare(p.Page, o.Page), cmp.Compare(p.Line, o.Line), cmp.Compare(p.Table, o.Table),
		cmp.Compare(p.Row, o.Row), cmp.Compare(p.Column, o.Column), cmp.Compare(p.top(), o.top()), cmp.Compare(p.Cell, o.Cell),
	)
}

func (p Place) top() float64 {
	if p.Box == nil {
		return 0
	}
	return p.Box.Y0
}

// Box is a rectangle in points from the page's upper left corner; y grows downwards.
type Box struct{ X0, Y0, X1, Y1 float64 }

// Width of the box in points.
func (b Box) Width() float64 { return b.X1 - b.X0 }

// Height of the box in points.
func (b Box) Height() float64 { return b.Y1 - b.Y0 }

// Union is the smallest box around both.
func (b Box) Union(o Box) Box {
	return Box{min(b.X0, o.X0), min(b.Y0, o.Y0), max(b.X1, o.X1), max(b.Y1, o.Y1)}
}

// Holds reports whether the point lies in the box, its edges included.
func (b Box) Holds(x, y float64) bool { return x >= b.X0 && x <= b.X1 && y >= b.Y0 && y <= b.Y1 }

// MarshalJSON writes the box as [x0, y0, x1, y1], rounded to a hundredth of a point.
func (b Box) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%.2f,%.2f,%.2f,%.2f]", b.X0, b.Y0, b.X1, b.Y1), nil
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (b *Box) UnmarshalJSON(data []byte) error {
	var v [4]float64
	if err := json.Unmarshal(data, &v); err != nil {
		return fmt.Errorf("box: %w", err)
	}
	*b = Box{v[0], v[1], v[2], v[3]}
	return nil
}
