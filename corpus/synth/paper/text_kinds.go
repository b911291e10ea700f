package paper

import (
	"math/rand/v2"
	"strings"
)

// tabs writes a row a line, its cells parted by tabs: as a spreadsheet copies them, a tab for each column, or
// as a word processor does, where a cell that spans columns counts once.
func tabs(r *rand.Rand) func(*copyist, [][]slot) {
	sheet, trim := chance(r, .7), chance(r, .3)
	return func(c *copyist, grid [][]slot) {
		for _, row := range grid {
			line := strings.Join(c.fields(row, sheet), "\t")
			if trim {
				line = strings.TrimRight(line, "\t")
			}
			c.line(line)
		}
	}
}

// fields returns the cells of a row with the empty ones: one for each column, or one for each cell.
func (c *copyist) fields(row []slot, everyColumn bool) []string {
	var all []string
	for i, s := range row {
		switch {
		case s.cover == begins:
			all = append(all, c.flat(s))
		case everyColumn, s.cover == below && s.cell.Column == i:
			all = append(all, "")
		}
	}
	return all
}

// pipes writes a row a line, each cell ended by a pipe, the empty ones too.
func pipes(r *rand.Rand) func(*copyist, [][]slot) {
	everyColumn := chance(r, .7)
	before, after := pick(r, "", "| ", "|"), pick(r, "", " ")
	return func(c *copyist, grid [][]slot) {
		for _, row := range grid {
			var line strings.Builder
			line.WriteString(before)
			for _, f := range c.fields(row, everyColumn) {
				if line.WriteString(f); f != "" {
					line.WriteString(after)
				}
				line.WriteString("|" + after)
			}
			c.line(strings.TrimRight(line.String(), " "))
		}
	}
}

// pipeLines writes a cell a line, each ended by a pipe; in some copies the empty ones stand in the line of the
// cell before them.
func pipeLines(r *rand.Rand) func(*copyist, [][]slot) {
	everyColumn, together := chance(r, .7), chance(r, .3)
	return func(c *copyist, grid [][]slot) {
		for _, row := range grid {
			var line string
			for i, f := range c.fields(row, everyColumn) {
				switch {
				case f == "" && together && i > 0:
					line += "|"
					continue
				case i > 0:
					c.line(line)
				}
				line = strings.TrimLeft(f+" |", " ")
			}
			c.line(line)
		}
	}
}

// cellLines writes a cell a line, with or without blank lines between and for the empty ones. In some copies
// a long cell stays broken as its column had it.
func cellLines(r *rand.Rand) func(*copyist, [][]slot) {
	apart, empties := chance(r, .3), chance(r, .2)
	limit := pick(r, 0, 0, between(r, 8, 30))
	return func(c *copyist, grid [][]slot) {
		for _, row := range grid {
			for _, s := range row {
				if s.cover != begins || s.cell.Text == "" && !empties {
					continue
				}
				c.cellLine(s, limit)
				if apart {
					c.line("")
				}
			}
		}
	}
}

func (c *copyist) cellLine(s slot, limit float64) {
	switch {
	case s.cell.Vertical && c.column:
		for _, r := range c.flat(s) {
			c.line(string(r))
		}
	case limit > 0:
		c.line(strings.Join(measure(halves).wrap(s.cell.Text, limit, true), "\n"))
	default:
		c.line(c.flat(s))
	}
}

// blanks writes a row a line, its cells parted by single blanks; empty cells are gone.
func blanks(*rand.Rand) func(*copyist, [][]slot) {
	return func(c *copyist, grid [][]slot) {
		for _, row := range grid {
			if texts := c.texts(row); len(texts) > 0 {
				c.line(strings.Join(texts, " "))
			}
		}
	}
}

// glued writes cells with nothing between them: a row a line, or the whole table in one.
func glued(r *rand.Rand) func(*copyist, [][]slot) {
	whole := chance(r, .4)
	return func(c *copyist, grid [][]slot) {
		for _, row := range grid {
			text := strings.Join(c.texts(row), "")
			if whole {
				c.out.WriteString(text)
			} else if text != "" {
				c.line(text)
			}
		}
		if whole {
			c.line("")
		}
	}
}
