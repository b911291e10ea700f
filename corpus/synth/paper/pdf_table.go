package paper

// table sets a table, over as many pages as it needs.
func (c *press) table(t Table) error {
	cells, err := t.Placed()
	if err != nil {
		return err
	}
	m := c.measure(c.cellSize)
	edges := t.edges(c.textWidth())
	if c.fit {
		edges = t.fitted(cells, m, c.textWidth(), 2*c.padding+1)
	}
	rest := strip{rows: len(t.Rows)}
	for _, p := range cells {
		b := box{Placed: p, x0: c.left + edges[p.Column], x1: c.left + edges[p.Column+p.ColSpan], header: p.Row < t.Header}
		b.lines = c.cellText(p, m, b.x1-b.x0-2*c.padding)
		rest.boxes = append(rest.boxes, b)
	}
	header, begun := c.header(t, rest), false
	for fresh := c.y == c.top; ; fresh = true {
		var now strip
		now, rest = c.take(rest, fresh)
		c.set(now)
		if rest.rows == 0 {
			break
		}
		c.endPage()
		c.beginPage()
		if begun = begun || now.rows > 0; begun {
			c.set(header)
		}
	}
	c.y += c.cellSize
	return nil
}

func (c *press) cellText(p Placed, m measure, width float64) []string {
	switch {
	case p.Text == "":
		return nil
	case p.Vertical:
		return m.wrap(p.Text, 0, false)
	}
	return m.wrap(p.Text, max(width, c.cellSize), c.words)
}

// header is what is set again on later pages.
func (c *press) header(t Table, whole strip) strip {
	if !c.repeat || t.Header == 0 || t.Header >= len(t.Rows) || whole.crossed(t.Header) {
		return strip{}
	}
	header, _ := whole.divide(t.Header, func(b box) int { return len(b.lines) })
	if sum(c.rowHeights(header)) > c.height/3 {
		return strip{}
	}
	return header
}

// rowHeights is how high the rows have to be for their text.
func (c *press) rowHeights(s strip) []float64 {
	cells := make([]Placed, len(s.boxes))
	for i, b := range s.boxes {
		cells[i] = b.Placed
	}
	return heights(cells, s.rows, c.high(1), func(i int) float64 { return c.high(len(s.boxes[i].lines)) })
}

// high is the height that lines need in a cell.
func (c *press) high(lines int) float64 {
	return float64(lines)*c.cellSize*c.leading + 2*min(c.padding, 3)
}

// lines is how many lines have room in a cell that is so high.
func (c *press) lines(high float64) int {
	return max(0, int((high-c.high(0)+1e-6)/c.cellSize/c.leading))
}

// take returns the rows that go onto this page, and those that do not. A page that holds nothing else takes
// one row at least, or part of one.
func (c *press) take(s strip, fresh bool) (now, rest strip) {
	high := c.rowHeights(s)
	room := c.height - c.bottom - c.y
	rows := 0
	for rows < s.rows && high[rows] <= room {
		room -= high[rows]
		rows++
	}
	if rows < s.rows && (c.split && !s.heads(rows) || rows == 0 && fresh) {
		if lines := c.lines(room); lines > 1 && s.longer(rows, lines) {
			s, high = s.halve(rows), append(high[:rows:rows], room)
			rows++
		}
	}
	if s.heads(rows) && !fresh {
		rows = 0 // a header is not left alone at the foot of a page, nor parted
	}
	return s.divide(rows, func(b box) int { return c.lines(sum(high[b.Row:rows])) })
}

// set draws the rows where the page stands.
func (c *press) set(s strip) {
	tops := []float64{c.y}
	for _, h := range c.rowHeights(s) {
		tops = append(tops, tops[len(tops)-1]+h)
	}
	for i := range s.boxes {
		b := &s.boxes[i]
		b.y0, b.y1 = tops[b.Row], tops[b.Row+b.RowSpan]
	}
	c.fill(s.boxes)
	c.rulings(c, s.boxes)
	for _, b := range s.boxes {
		c.inside(b)
	}
	c.y = tops[s.rows]
}

// inside sets the text of a box.
func (c *press) inside(b box) {
	if len(b.lines) == 0 {
		return
	}
	step := c.cellSize * c.leading
	y := b.y0 + min(c.padding, 3)
	if c.middle && !b.torn {
		y = (b.y0 + b.y1 - step*float64(len(b.lines))) / 2
	}
	if c.clip {
		c.put("q ")
		c.rectangle(b.x0, b.y0, b.x1, b.y1)
		c.put(" W* n\n")
	}
	for _, line := range b.lines {
		x := b.x0 + c.padding
		if b.Centred || b.Vertical {
			x = (b.x0 + b.x1 - c.measure(c.cellSize).of(line)) / 2
		}
		c.text(x, y+step/2+c.cellSize*.38, c.cellSize, b.Bold, line)
		y += step
	}
	if c.clip {
		c.put("Q\n")
	}
}

func sum(all []float64) float64 {
	total := 0.0
	for _, x := range all {
		total += x
	}
	return total
}
