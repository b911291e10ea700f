package docx

import (
	"strconv"

	"fuhe/extract/markup"
	"fuhe/extract/tag"
)

// inline reads an element inside a paragraph: a run, or what wraps runs.
func (f *flow) inline(e tag.Token) error {
	switch e.Name {
	case "r":
		return f.run()
	case "del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "ctrlPr", "rt", "instrText", "delText", "sectPr":
		return f.skip()
	case "AlternateContent":
		return f.alternate(f.inline)
	case "txbxContent":
		return f.box()
	case "p": // a paragraph directly inside another: damaged, but readable
		f.endLine()
		return f.paragraph()
	case "tbl":
		t, err := f.table()
		f.boxes = append(f.boxes, markup.Item{Table: t})
		return err
	case "blip", "imagedata":
		f.typist.pictures++
		return f.skip()
	case "den": // the lower part of a fraction
		f.write("/")
		return f.each(f.inline)
	}
	return f.glyphs(e, "")
}

// run reads a run of text; its properties come first, where there are any.
func (f *flow) run() error {
	var look runLook
	return f.each(func(e tag.Token) error {
		switch {
		case e.Name == "rPr":
			var err error
			look, err = f.runProperties()
			return err
		case e.Name == "fldChar":
			return f.fieldMark(e)
		case look.hidden:
			return f.skip()
		case e.Name == "t":
			return f.glyphs(e, look.font)
		}
		return f.inline(e)
	})
}

// glyphs reads what writes characters, in the font given; any other element is looked through.
func (f *flow) glyphs(e tag.Token, font string) error {
	switch e.Name {
	case "t":
		text, err := f.text()
		f.write(markup.InFont(font, text))
		return err
	case "tab", "ptab":
		f.write("\t")
	case "br", "cr":
		if !f.typist.instructing() {
			f.endLine()
		}
	case "noBreakHyphen":
		f.write("-")
	case "sym":
		f.write(symbol(e.Attr("font"), e.Attr("char")))
	default:
		return f.each(f.inline)
	}
	return f.skip()
}

// write adds text, unless it stands among a field's instructions.
func (f *flow) write(text string) {
	if !f.typist.instructing() {
		f.line = append(f.line, text...)
	}
}

// fieldMark follows a complex field: what stands between its begin and its separator is an instruction,
// what follows up to its end is its result. A tick box of an old form has a state and no result.
func (f *flow) fieldMark(e tag.Token) error {
	switch e.Attr("fldCharType") {
	case "begin":
		box, err := f.tickBox()
		f.write(box)
		f.typist.fields = append(f.typist.fields, true)
		return err
	case "separate":
		if n := len(f.typist.fields); n > 0 {
			f.typist.fields[n-1] = false
		}
	case "end":
		if n := len(f.typist.fields); n > 0 {
			f.typist.fields = f.typist.fields[:n-1]
		}
	}
	return f.skip()
}

// tickBox reads the form data of a field and returns the tick box that it draws, or "".
func (f *flow) tickBox() (string, error) {
	found, ticked, decided := false, false, false
	var visit func(e tag.Token) error
	visit = func(e tag.Token) error {
		switch e.Name {
		case "checkBox":
			found = true
		case "checked":
			ticked, decided = on(e), true
		case "default":
			if !decided {
				ticked = on(e)
			}
		}
		return f.each(visit)
	}
	err := f.each(visit)
	switch {
	case !found:
		return "", err
	case ticked:
		return "☑", err
	}
	return "□", err
}

// runLook is what a run's properties say about its characters.
type runLook struct {
	font   string
	hidden bool
}

func (f *flow) runProperties() (look runLook, err error) {
	err = f.each(func(e tag.Token) error {
		switch e.Name {
		case "rFonts":
			look.font = e.Attr("ascii")
		case "vanish":
			look.hidden = on(e)
		}
		return f.skip()
	})
	return look, err
}

// symbol is the character of a w:sym element, whose code is hexadecimal; one of no meaning here stands
// as what it is in the private use area.
func symbol(font, char string) string {
	code, err := strconv.ParseUint(char, 16, 16)
	if err != nil || code == 0 {
		return ""
	}
	return markup.InFont(font, string(rune(code)))
}
