package font

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/ledongthuc/pdf"
	"pgregory.net/rapid"
)

var cmaps = flag.String("cmaps", "", "folder of Adobe's character maps: pack them anew into data")

// TestPack writes the data anew from Adobe's files (cmap-resources and mapping-resources-pdf) when their
// folder is named.
func TestPack(t *testing.T) {
	if *cmaps == "" {
		t.Skip("no folder of character maps named")
	}
	for _, name := range mapsOfData {
		text, err := os.ReadFile(filepath.Join(*cmaps, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join("data", name+".map"), appendTables(nil, parseCMap(text, nil)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

var mapsOfData = []string{"GB-EUC-H", "GBpc-EUC-H", "GBK-EUC-H", "GBKp-EUC-H", "GBK2K-H", "UniGB-UTF16-H", "Adobe-GB1-UCS2"}

// TestPackedMapsAreRead holds what stands in the data against what is known of it.
func TestPackedMapsAreRead(t *testing.T) {
	for _, name := range mapsOfData {
		m := mapNamed(name)
		if m == nil || len(m.spaces) == 0 || len(m.fixedTexts.rows)+len(m.fixedCIDs.rows) < 50*rowSize {
			t.Errorf("%s holds next to nothing", name)
		}
	}
	if m := mapNamed("No-Such-H"); m != nil {
		t.Errorf("a map that is not there: %+v", m)
	}
}

// TestTablesAreSearchedLikeSpans looks all codes up in spans and in the table written of them.
func TestTablesAreSearchedLikeSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := spans(rapid.SliceOfN(rapid.Custom(func(t *rapid.T) span {
			lo := rapid.Uint32Range(0, 300).Draw(t, "lo")
			return span{lo: lo, hi: lo + rapid.Uint32Range(0, 9).Draw(t, "width"), to: rapid.Uint32Range(0, 0x10FFFF).Draw(t, "to"),
				head: rapid.SampledFrom([]string{"", "", "f", "fi"}).Draw(t, "head")}
		}), 0, 40).Draw(t, "spans")).disjoint()
		table, rest := readTable(string(appendTable(nil, all)))
		if rest != "" || len(table.rows) != len(all)*rowSize {
			t.Fatalf("%d bytes left, %d bytes of %d rows", len(rest), len(table.rows), len(all))
		}
		for code := range uint32(320) {
			want, found := all.find(code)
			got, ok := table.find(code)
			if ok != found || ok && got != want {
				t.Fatalf("code %d: got %+v %v, want %+v %v", code, got, ok, want, found)
			}
		}
	})
}

func TestNeighboursAreJoined(t *testing.T) {
	all := spans{{lo: 1, hi: 2, to: 10}, {lo: 3, hi: 3, to: 12}, {lo: 4, hi: 4, to: 12}, {lo: 6, hi: 6, to: 14}, {lo: 7, hi: 7, to: 15, head: "f"}}
	want := spans{{lo: 1, hi: 3, to: 10}, {lo: 4, hi: 4, to: 12}, {lo: 6, hi: 6, to: 14}, {lo: 7, hi: 7, to: 15, head: "f"}}
	if diff := cmp.Diff(want, all.joined(), cmp.AllowUnexported(span{})); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkCollection(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		NewShelf(pdf.Value{}, nil).collection("GB1")
	}
}
