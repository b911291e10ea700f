package faircopy

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestEntriesAreThoseSetLast holds the list, and what stands far beyond it, against a map.
func TestEntriesAreThoseSetLast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var e entries
		want := map[int64]entry{}
		for range rapid.IntRange(0, 40).Draw(t, "entries") {
			number := rapid.OneOf(rapid.Int64Range(0, 50), rapid.Int64Range(0, maxNumber)).Draw(t, "number")
			one := entry{offset: rapid.IntRange(0, 99).Draw(t, "offset"), packed: rapid.Int64Range(0, 9).Draw(t, "packed")}
			e.set(number, one)
			want[number] = one
		}
		if e.count != len(want) {
			t.Fatalf("%d entries, want %d", e.count, len(want))
		}
		var numbers []int64
		for number, one := range want {
			numbers = append(numbers, number)
			if got := e.of(number); got != one {
				t.Fatalf("%d: got %+v, want %+v", number, got, one)
			}
		}
		slices.Sort(numbers)
		if got := e.numbers(); !slices.Equal(got, numbers) {
			t.Fatalf("got %v, want %v", got, numbers)
		}
	})
}

func TestRowsOfTables(t *testing.T) {
	text := "0000000000 65535 f \n0000000015 00000 n \n0000000000 00000 n\r\n00000x0015 00000 n \n0000000099 00000 n\n\n"
	r := plainRows([]byte(text+"trailer"), 7, 100)
	got := map[int64]int{}
	for number := range int64(15) {
		if one := r.entry(number); one != absent {
			got[number] = one.offset
		}
	}
	if diff := cmp.Diff(map[int64]int{8: 15, 11: 99}, got); diff != "" || r.count() != 5 {
		t.Errorf("%d rows: %s", r.count(), diff)
	}
	if r := plainRows([]byte("0000000015 00000 n\n0000000016 00000 n\n"), 0, 2); r.count() != 0 {
		t.Errorf("%d rows of lines that are too short", r.count())
	}
}

func TestTheNewestTableHolds(t *testing.T) {
	e := entries{tables: []rows{
		plainRows([]byte("0000000020 00000 n \n0000000000 00001 f \n"), 1, 2),
		plainRows([]byte("0000000010 00000 n \n0000000011 00000 n \n0000000012 00000 n \n"), 1, 3),
	}}
	e.set(5, entry{offset: 50})
	got := map[int64]int{}
	for _, number := range e.numbers() {
		got[number] = e.of(number).offset
	}
	if diff := cmp.Diff(map[int64]int{1: 20, 2: 11, 3: 12, 5: 50}, got); diff != "" {
		t.Error(diff)
	}
}
