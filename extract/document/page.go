package document

// Page is the geometry of one printed page after rotation: its glyphs in the order they were drawn,
// the straight rules, and the clip boxes that text was drawn in.
type Page struct {
	Number int     `json:"number"` // from 1
	Width  float64 `json:"width"`  // points
	Height float64 `json:"height"`
	Glyphs []Glyph `json:"-"`
	Rules  []Rule  `json:"rules,omitempty"`
	Fills  []Box   `json:"fills,omitempty"` // shaded areas: weak evidence of cells
	Clips  []Box   `json:"clips,omitempty"` // Glyph.Clip is an index into them
}

// Glyph is one drawn character. The box is its advance by its font's height, after rotation; a glyph
// that maps to several characters (a ligature) is several Glyphs that share the box by parts.
type Glyph struct {
	Box    Box     // points from the upper left corner
	Base   float64 // y of the baseline (x for vertical writing)
	Size   float64 // font size in points
	Rune   rune    // utf8.RuneError if the font does not tell
	Clip   int32   // index into Page.Clips, or -1
	Hidden bool    // drawn invisibly (text rendering mode 3): the text layer of a scan
	Turned bool    // baseline not horizontal: watermarks, rotated heads
	Pale   bool    // filled nearly white
}

// Rule is a straight line that was drawn, or a filled rectangle as thin as one.
type Rule struct {
	Vertical bool    `json:"vertical,omitempty"`
	At       float64 `json:"at"`   // y of a horizontal, x of a vertical rule: its centre
	From     float64 `json:"from"` // the other axis, From < To
	To       float64 `json:"to"`
	Width    float64 `json:"width"`
}
