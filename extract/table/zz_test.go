package table

import (
	"context"
	"fmt"
	"fuhe/extract/document"
	"fuhe/extract/pdf"
	"os"
	"strings"
	"testing"
)

func TestZZ(t *testing.T) {
	for _, f := range strings.Fields(os.Getenv("ZZ")) {
		data, _ := os.ReadFile("../../testdata/tables/" + f + ".pdf")
		if data == nil {
			data, _ = os.ReadFile(f)
		}
		pages, _, err := pdf.Read(context.Background(), data, document.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("=====", f)
		if os.Getenv("ZR") != "" {
			for _, p := range pages {
				for _, r := range p.Rules {
					fmt.Println(p.Number, r)
				}
				for _, r := range p.Fills {
					fmt.Println("fill", p.Number, r)
				}
				for _, r := range p.Clips {
					fmt.Println("clip", p.Number, r)
				}
				if os.Getenv("ZR") == "2" {
					for _, g := range p.Glyphs {
						fmt.Printf("%c %.1f %.1f %.1f clip %d\n", g.Rune, g.Box.X0, g.Box.X1, g.Base, g.Clip)
					}
				}
			}
		}
		fmt.Println(written(Blocks(pages)))
	}
}
