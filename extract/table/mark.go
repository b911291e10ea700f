package table

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is a chunk and the line it stands on.
type mark struct {
	piece
	line   *line
	marks  [][]mark // those of the lines around it
	at     int      // its line among those
	width  float64  // how wide the text of its cell may be, if that is known
	figure bool
	long   bool
}

func markOf(p piece, l *line) mark {
	return mark{piece: p, line: l, figure: numeric(p.text), long: utf8.RuneCountInString(p.text) >= longLine}
}

// marksOf are the chunks of each line.
func marksOf(strips []strip) [][]mark {
	out := make([][]mark, len(strips))
	for i := range strips {
		out[i] = make([]mark, 0, len(strips[i].chunks))
		for _, p := range strips[i].chunks {
			m := markOf(p, strips[i].line)
			m.marks, m.at = out, i
			out[i] = append(out[i], m)
		}
	}
	return out
}

// nearby is how many lines above and below are asked for the room of a cell.
const nearby = 40

// room is how wide the text of the cell may be, as far as the lines around show it: the width of the widest
// text that stands in line with it, and between those beside it.
func (m *mark) room() float64 {
	if m.width > 0 || m.marks == nil {
		return m.width
	}
	between := m.beside()
	m.width = m.x1 - m.x0
	for _, others := range m.marks[max(0, m.at-nearby):min(len(m.marks), m.at+nearby+1)] {
		for j := range others {
			o := &others[j]
			if o.x0 >= m.x1 {
				break
			}
			if m.x0 < o.x1 && o.x0 > between.x0 && o.x1 < between.x1 && inLineWith(m, o) {
				m.width = max(m.width, o.x1-o.x0)
			}
		}
	}
	return m.width
}

// beside is the stretch between the texts to the left and right, on the line or on those about it.
func (m *mark) beside() span {
	out := span{math.Inf(-1), math.Inf(1)}
	for k := max(0, m.at-2); k < min(len(m.marks), m.at+3); k++ {
		for j := range m.marks[k] {
			o := &m.marks[k][j]
			switch {
			case math.Abs(o.line.base-m.line.base) >= nextLine*m.line.size:
			case o.x0 >= m.x1:
				out.x1 = min(out.x1, o.x0)
			case o.x1 <= m.x0:
				out.x0 = max(out.x0, o.x1)
			}
		}
	}
	return out
}

// inLineWith reports whether two texts begin, end or have their middles below one another.
func inLineWith(a, b *mark) bool {
	return math.Abs(a.x0-b.x0) <= inLine || math.Abs(a.x1-b.x1) <= inLine || math.Abs(a.x0+a.x1-b.x0-b.x1) <= 2*inLine
}

// tokenWidth is about how wide the first thing of a text is that no line can end in: a word, a number or
// one Chinese character, and the marks that no line begins with.
func tokenWidth(text string, size float64) float64 {
	width := 0.0
	for i, r := range text {
		switch {
		case width > 0 && strings.ContainsRune("，。；、：）》”？！,;:)", r):
			width += 0.9 * size
		case r == '%' && (width > 0 || i == 0):
			width += 0.9 * size
		case r < unicode.MaxLatin1 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' || r == ','):
			width += 0.6 * size
		case i == 0:
			width += 0.9 * size
		default:
			return width
		}
	}
	return width
}
