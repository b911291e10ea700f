package report

import "github.com/xuri/excelize/v2"

// look is how a cell looks; looks that print alike share one style of the workbook.
type look struct {
	format string // of numbers
	fill   string
	bold   bool
	wrap   bool
	link   bool
	middle bool // centred
	large  bool // a title
	bare   bool // no borders
}

var (
	headStyle = look{fill: "D9E2F3", bold: true, wrap: true}
	textStyle = look{wrap: true}
	linkStyle = look{link: true, wrap: true}
	tickStyle = look{bold: true, middle: true}
)

// fills by level: red, yellow and blue, pale enough for print.
const (
	errorFill   = "F8CBAD"
	warningFill = "FFE699"
	infoFill    = "DDEBF7"
)

type styles struct {
	file  *excelize.File
	known map[string]int
}

func (s *styles) id(l look) (int, error) {
	key := l.format + "\x00" + l.fill
	if l.bold {
		key += "b"
	}
	for i, on := range []bool{l.wrap, l.link, l.middle, l.large, l.bare} {
		if on {
			key += string(rune('0' + i))
		}
	}
	if id, ok := s.known[key]; ok {
		return id, nil
	}
	id, err := s.file.NewStyle(l.style())
	s.known[key] = id
	return id, err
}

func (l look) style() *excelize.Style {
	edge := func(side string) excelize.Border { return excelize.Border{Type: side, Color: "BFBFBF", Style: 1} }
	style := &excelize.Style{
		Border:    []excelize.Border{edge("left"), edge("right"), edge("top"), edge("bottom")},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: l.wrap},
		Font:      &excelize.Font{Bold: l.bold, Size: 10, Family: "宋体"},
	}
	if l.link {
		style.Font.Color, style.Font.Underline = "0563C1", "single"
	}
	if l.middle {
		style.Alignment.Horizontal = "center"
	}
	if l.large {
		style.Font.Size, style.Alignment.Vertical = 18, "center"
	}
	if l.bare {
		style.Border = nil
	}
	if l.fill != "" {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.format != "" {
		style.CustomNumFmt = &l.format
	}
	return style
}
