package layout

import (
	"testing"

	"fuhe/normalize/lexicon"
)

func TestRecord(t *testing.T) {
	var none *record
	if p, ok := none.get(lexicon.Name); ok || p != (piece{}) || none.text(lexicon.Name) != "" {
		t.Error("no row has a cell")
	}
	rec := recordOf(lexicon.Name, piece{text: "培训人数"})
	rec.put(lexicon.Target, piece{text: "100人"})
	rec.put(lexicon.Target, piece{text: "120人"})
	other := rec.clone()
	rec.drop(lexicon.Name)
	if rec.text(lexicon.Name) != "" || rec.at(lexicon.Target).text != "120人" || len(rec.pieces) != 1 {
		t.Errorf("%+v", rec)
	}
	if other.text(lexicon.Name) != "培训人数" || len(other.pieces) != 2 {
		t.Errorf("a copy changes with its row: %+v", other)
	}
	rec.empty(4)
	if _, ok := rec.get(lexicon.Target); ok {
		t.Error("the next row has the cells of the one before")
	}
}
