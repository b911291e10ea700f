package font

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/ledongthuc/pdf"
)

// dictOf reads a dictionary as the object layer reads the fair copy.
func dictOf(t *testing.T, entries string) pdf.Value {
	t.Helper()
	text := "%PDF-1.7\n% a file may not be shorter than a hundred bytes, and this comment makes it longer\n"
	start := len(text)
	text += fmt.Sprintf("xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root<<%s>>>>\nstartxref\n%d\n%%%%EOF\n", entries, start)
	r, err := pdf.NewReader(strings.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	return r.Trailer().Key("Root")
}

func TestWidthsOfCIDs(t *testing.T) {
	w := cidWidths(dictOf(t, "/DW 900/W([ 1 [ 500 600.5] 10 12 250 20 200 333 300 [] 7 null 400 5)"))
	got := map[uint32]float64{}
	for _, cid := range []uint32{0, 1, 2, 3, 7, 10, 12, 13, 20, 200, 201, 400} {
		got[cid] = float64(float32(w.of(cid))) // single ones are kept so
	}
	want := map[uint32]float64{0: 0.9, 1: 0.5, 2: 0.6005, 3: 0.9, 7: 0.9, 10: 0.25, 12: 0.25, 13: 0.9, 20: 0.333, 200: 0.333, 201: 0.9, 400: 0.9}
	for cid := range want {
		want[cid] = float64(float32(want[cid]))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestHeightsOfCIDs(t *testing.T) {
	h := cidHeights(dictOf(t, "/DW2[ 880 -900]/W2([ 1 [ -500 250 880 -600 300 880 -700] 10 11 -800 400 880])"))
	for cid, want := range map[uint32][2]float64{0: {-0.9, 0.5}, 1: {-0.5, 0.25}, 2: {-0.6, 0.3}, 3: {-0.9, 0.5}, 10: {-0.8, 0.4}, 11: {-0.8, 0.4}, 12: {-0.9, 0.5}} {
		if advance, origin := h.of(cid, 1); [2]float64{advance, origin} != want {
			t.Errorf("CID %d: advance %v, origin %v, want %v", cid, advance, origin, want)
		}
	}
}

func TestNoWidthsAreUsual(t *testing.T) {
	if w := cidWidths(dictOf(t, "")); w.of(5) != 1 {
		t.Errorf("got %v", w.of(5))
	}
}
