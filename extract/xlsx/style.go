package xlsx

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"fuhe/extract/tag"
	"fuhe/extract/xlsx/shown"
)

// styles tells of each cell style how it shows numbers and whether it draws borders.
type styles struct{ all []style }

type style struct {
	code   string
	format shown.Format
	known  bool // shown can write numbers in this format
	lined  bool
}

// styleSheet is what the part of styles says, as far as it is asked for.
type styleSheet struct {
	section string         // the list that is open
	codes   map[int]string // of formats, by their numbers
	lined   []bool         // borders that draw a line
	cells   []cellStyle
}

// cellStyle names the format and the border of a style.
type cellStyle struct {
	format, border int
}

// readStyles takes the styles of a workbook.
func (b *book) readStyles() (styles, error) {
	sheet := styleSheet{codes: map[int]string{}}
	err := b.parts.each(b.beside("/styles", "xl/styles.xml"), sheet.token)
	if err != nil && !errors.Is(err, errMissing) && !errors.Is(err, io.EOF) {
		return styles{}, err
	}
	return sheet.styles(), nil
}

func (s *styleSheet) token(e tag.Token) {
	switch e.Name {
	case "numFmts", "borders", "cellXfs":
		s.section = ""
		if e.Kind == tag.Open {
			s.section = e.Name
		}
	}
	if e.Kind != tag.Open {
		return
	}
	switch s.section {
	case "numFmts":
		if e.Name == "numFmt" {
			s.codes[number(e.Attr("numFmtId"), 0)] = withoutNumerals(e.Attr("formatCode"))
		}
	case "borders":
		s.border(e)
	case "cellXfs":
		if e.Name == "xf" {
			s.cells = append(s.cells, cellStyle{number(e.Attr("numFmtId"), 0), number(e.Attr("borderId"), -1)})
		}
	}
}

// border reads a border, or one of its sides.
func (s *styleSheet) border(e tag.Token) {
	switch e.Name {
	case "border":
		s.lined = append(s.lined, false)
	case "left", "right", "top", "bottom":
		if style := e.Attr("style"); style != "" && style != "none" && len(s.lined) > 0 {
			s.lined[len(s.lined)-1] = true
		}
	}
}

// styles are those that cells have.
func (s *styleSheet) styles() styles {
	out := styles{all: make([]style, len(s.cells))}
	for i, c := range s.cells {
		code, known := s.codes[c.format]
		if !known {
			code, known = shown.BuiltIn(c.format)
		}
		to := &out.all[i]
		if to.code = code; known {
			to.format, to.known = shown.Parse(code)
		}
		to.lined = c.border >= 0 && c.border < len(s.lined) && s.lined[c.border]
	}
	return out
}

// number reads a whole number; what is none counts as the one given.
func number(text string, otherwise int) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return otherwise
	}
	return n
}

// withoutNumerals makes a format show 2023年3月 for 二〇二三年三月: the amount is the same, and the library
// writes such days wrongly.
func withoutNumerals(code string) string {
	for _, mark := range []string{"[DBNum1]", "[DBNum2]", "[DBNum3]", "[dbnum1]", "[dbnum2]", "[dbnum3]"} {
		code = strings.ReplaceAll(code, mark, "")
	}
	return code
}

func (s styles) lined(i int) bool { return i >= 0 && i < len(s.all) && s.all[i].lined }

// at returns the style of a cell; one that is not listed shows numbers as they are.
func (s styles) at(i int) style {
	if i < 0 || i >= len(s.all) {
		return style{known: true}
	}
	return s.all[i]
}
