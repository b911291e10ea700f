package pdf

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/pdf/sample"
)

// TestLayersThatAreOffAreNotRead draws the letter a always and b in optional content that is off or on:
// object 5 is its group, 6 a group that is on, 7 a form, 8 a rule over groups.
func TestLayersThatAreOffAreNotRead(t *testing.T) {
	const letters = "BT /F 10 Tf 20 40 Td (a) Tj ET /OC /L BDC BT /F 10 Tf 40 40 Td (b) Tj ET 1 w 10 20 m 60 20 l S EMC"
	const form = "BT /F 10 Tf 20 40 Td (a) Tj ET /X Do"
	off := "/OCProperties << /OCGs [5 0 R 6 0 R] /D << /OFF [5 0 R] >> >>"
	for _, c := range []struct {
		name, configuration, layer, contents, rule string
		want                                       string
		rules                                      int
	}{
		{"no configuration", "", "5 0 R", letters, "", "ab", 1},
		{"group off", off, "5 0 R", letters, "", "a", 0},
		{"group on", off, "6 0 R", letters, "", "ab", 1},
		{"all off but some", "/OCProperties << /OCGs [5 0 R 6 0 R] /D << /BaseState /OFF /ON [6 0 R] >> >>", "5 0 R", letters, "", "a", 0},
		{"one of those that are on", "/OCProperties << /OCGs [5 0 R 6 0 R] /D << /BaseState /OFF /ON [6 0 R] >> >>", "6 0 R", letters, "", "ab", 1},
		{"any of two on", off, "8 0 R", letters, "", "ab", 1},
		{"all of two on", off, "8 0 R", letters, "/P /AllOn", "a", 0},
		{"any of two off", off, "8 0 R", letters, "/P /AnyOff", "ab", 1},
		{"all of two off", off, "8 0 R", letters, "/P /AllOff", "a", 0},
		{"after the mark", off, "5 0 R", "/OC /L BDC /Span BMC EMC EMC " + letters[:31], "", "a", 0},
		{"a form that is off", off, "5 0 R", form, "", "a", 0},
		{"a form that is on", off, "6 0 R", form, "", "ac", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			resources := strings.Replace(sample.Latin, "/Font", "/Properties << /L "+c.layer+" >> /XObject << /X 7 0 R >> /Font", 1)
			objects := sample.Objects(c.contents, resources,
				"<< /Type /OCG /Name (one) >>", "<< /Type /OCG /Name (two) >>",
				sample.Stream("/Subtype /Form /BBox [0 0 200 100] /OC "+c.layer, "BT /F 10 Tf 60 40 Td (c) Tj ET"),
				"<< /Type /OCMD /OCGs [5 0 R 6 0 R] "+c.rule+" >>")
			objects[0] = "<< /Type /Catalog /Pages 2 0 R " + c.configuration + " >>"
			p, _ := onePage(t, sample.File(objects...))
			if diff := cmp.Diff(c.want, textOf(p)); diff != "" {
				t.Error(diff)
			}
			if len(p.Rules) != c.rules {
				t.Errorf("%d rules, want %d", len(p.Rules), c.rules)
			}
		})
	}
}
