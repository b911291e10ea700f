package table

import (
	"strings"
	"testing"

	"fuhe/extract/document"
)

// TestBarred: a cell a line, each ended by a bar, are the cells of one column, the blank ones too.
func TestBarred(t *testing.T) {
	tests := []struct {
		name, text, want string
	}{
		{"a bar of its own for a blank cell", "甲|\n|\n乙|\n丙|\n\n丁|\n|\n戊|\n己|\n", "甲,,乙,丙,丁,,戊,己"},
		{"blank cells behind the one before", "甲||\n乙|||\n丙|\n丁|\n戊|\n己|\n庚|\n辛|\n", "甲,,乙,,,丙,丁,戊,己,庚,辛"},
		{"too few", "甲|\n乙|\n丙|\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var lines []document.Line
			for i, text := range strings.Split(strings.TrimSpace(tt.text), "\n") {
				lines = append(lines, document.Line{Text: text, Place: document.Place{Line: i + 1}})
			}
			n, table := barred(lines, 0)
			var got []string
			if table != nil {
				for _, c := range table.Cells {
					got = append(got, c.Text)
				}
			}
			if text := strings.Join(got, ","); text != tt.want || n != len(lines) {
				t.Errorf("%d of %d lines: %q, want %q", n, len(lines), text, tt.want)
			}
		})
	}
}

func TestBarredLine(t *testing.T) {
	for text, want := range map[string]int{"甲|": 1, "甲||": 2, " 甲 | | ": 2, "||": 2, "｜": 1, "甲": 0, "甲|乙|": 0, "": 0} {
		if _, cells, _ := barredLine(text); cells != want {
			t.Errorf("%q: %d cells, want %d", text, cells, want)
		}
	}
}

// TestStreamed: lines of several cells, where line ends are blank cells.
func TestStreamed(t *testing.T) {
	tests := []struct {
		name, text, want string
	}{
		{"line ends are blank cells", "甲|乙|\n|丙|\n|\n|丁|\n|\n|\n|戊|己|\n|庚|\n|辛|", "甲,乙,,丙,,,丁,,,,戊,己,,庚,,辛"},
		{"rows of their own", "|甲|乙|\n|1|2|\n|3|4|\n|5|6|\n|7|8|\n|9|10|\n|11|12|\n|13|14|", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n, table := streamed(printedLines(tt.text), 0)
			var got []string
			if table != nil {
				for _, c := range table.Cells {
					got = append(got, c.Text)
				}
			}
			if text := strings.Join(got, ","); text != tt.want {
				t.Errorf("%d lines: %q, want %q", n, text, tt.want)
			}
		})
	}
}
