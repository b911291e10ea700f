package pdf

import (
	"context"
	"errors"
	"os"
	"slices"
	"testing"

	"fuhe/extract/document"
)

// TestACutFileIsDamaged cuts a report off where its fonts are lost: that its text cannot be read is told as
// damage, never as a scan or as a text without a form.
func TestACutFileIsDamaged(t *testing.T) {
	data, err := os.ReadFile("../../testdata/project/clinic.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{len(data) / 10, len(data) / 4, len(data) / 2} {
		_, notes, err := Read(context.Background(), data[:n], document.Limits{})
		var trouble *document.Trouble
		told := errors.As(err, &trouble) && trouble.Code == document.Damaged
		told = told || err == nil && slices.ContainsFunc(notes, func(note document.Note) bool { return note.Code == document.Damaged })
		if !told {
			t.Errorf("%d of %d bytes: %v, notes %v", n, len(data), err, notes)
		}
	}
}
