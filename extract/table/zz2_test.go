package table

import ("testing";"fmt")

func TestZ2(t *testing.T) {
	pages := pagesOfFile(t, "pdfs/office/上海市普陀区商务委员会25年预算.pdf")
	p := &pages[3]
	h, tu, pa := 0,0,0
	for _, g := range p.Glyphs { if g.Hidden { h++ }; if g.Turned {tu++}; if g.Pale {pa++} }
	fmt.Println(len(p.Glyphs), h, tu, pa, len(p.Rules), len(p.Fills), len(p.Clips), len(visible(p)))
	s := read(p)
	fmt.Println(len(s.items))
	for _, it := range s.items { if it.line != nil { fmt.Println(it.line.text()) } else { fmt.Println(it.part.rows(), it.part.columns(), it.part.box) } }
}
func TestZ3(t *testing.T) {
	pages := pagesOfFile(t, "pdfs/office/上海市普陀区商务委员会25年预算.pdf")
	for _, k := range []int{2,3} {
	y0 := 0.0
	for _, g := range pages[k].Glyphs { if g.Base != y0 { fmt.Printf("\n%d %.0f-%.0f h=%v: ", k+1, g.Box.Y0, g.Box.Y1, g.Hidden); y0 = g.Base }; fmt.Printf("%c", g.Rune) }
	fmt.Println(pages[k].Clips, pages[k].Width, pages[k].Height)
	}
}
