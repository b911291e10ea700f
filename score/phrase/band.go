package phrase

import (
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
)

// Bands is what the classes of a qualitative result may earn, as shares of the weight, best class
// first: 100-80%(含80%)、80-50%(含50%)、50-0%. Edges holds 1, 0.8, 0.5, 0.
type Bands struct{ Edges []*big.Rat }

func (b Bands) String() string {
	var parts []string
	for _, e := range b.Edges {
		parts = append(parts, decimal(e))
	}
	return "bands(" + strings.Join(parts, " ") + ")"
}

// Says the bands from the best class down.
func (b Bands) Says() document.Message {
	var parts []string
	for i := 1; i < len(b.Edges); i++ {
		parts = append(parts, decimal(quantity.Times(b.Edges[i-1], hundred))+"%—"+decimal(quantity.Times(b.Edges[i], hundred))+"%")
	}
	return document.Message{
		ZH: "定性指标分档计分：" + strings.Join(parts, "、"),
		EN: "words are scored by class: " + strings.Join(parts, ", "),
	}
}

const bandRange = `(?:` + bracket + `|` + numx + `%?` + included + `-` + numx + `%?` + included + `)`

const bandTail = `(?:之间|[0-9]档)?(?:合理|来)?(?:确定|计算|给出|赋|评定|计|记|得|的?分值|的?权重)`

var bandPatterns = []pattern{{
	name:    "bands",
	needs:   []words{{"-", ","}, {"-", "(", "["}, {"100"}}, // the best class reaches up to 100
	figures: true,
	re: wording.New(within + `*?(` + bandRange + `)` + `[^。;0-9\x00]{0,30}(` + bandRange + `)` +
		`[^。;0-9\x00]{0,30}(` + bandRange + `)(?:` + bandTail + within + `*)?`),
	read:    readBands,
	example: "定性指标分三档，分别按100-80%（含80%）、80-50%（含50%）、50-0%确定分值",
	tree:    "bands(1 0.8 0.5 0)",
}}

// readBands takes three ranges that run from 100 to 0 without a gap; ranges that give points of their
// own are tiers.
func readBands(m match) (Clause, bool) {
	var edges []*big.Rat
	for i := 1; i <= 3; i++ {
		r, ok := readRange(m.group(i))
		if !ok || len(edges) > 0 && quantity.Compare(edges[len(edges)-1], r.High) != 0 {
			return nil, false
		}
		if len(edges) == 0 {
			edges = append(edges, r.High)
		}
		edges = append(edges, r.Low)
	}
	if quantity.Compare(edges[0], hundred) != 0 || edges[3].Sign() != 0 {
		return nil, false
	}
	shares := make([]*big.Rat, len(edges))
	for i, e := range edges {
		shares[i] = quantity.Per(e, hundred)
	}
	return Bands{shares}, true
}
