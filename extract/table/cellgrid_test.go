package table

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

var onPage = regexp.MustCompile(`pdf_page=(\d+)`)

// TestHandMadeGrids holds tables of offices against grids that were made by hand: each text of a true row
// must stand in its order in one row of ours. What is not printed on the page is a slip of the hand;
// dashes and dots, which are faint there, are left out.
func TestHandMadeGrids(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared(t, "pdfs/truth"), "*.cellgrid.tsv"))
	all, found := 0, 0
	for _, file := range files {
		n, k := gridAgreement(t, file)
		t.Logf("%s: %d of %d", filepath.Base(file), k, n)
		all, found = all+n, found+k
	}
	if float64(found) < 0.99*float64(all) {
		t.Errorf("%d of %d cells", found, all)
	}
}

func gridAgreement(t *testing.T, file string) (all, found int) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	name := strings.TrimSuffix(filepath.Base(file), ".cellgrid.tsv")
	page := 1
	if m := onPage.FindStringSubmatch(string(data)); m != nil {
		page, _ = strconv.Atoi(m[1])
	}
	ours, printed := rowsOnPage(t, "pdfs/office/table-"+name+".pdf", page)
	for _, l := range strings.Split(string(data), "\n") {
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		want := textsOf(strings.Split(strings.TrimRight(l, "\r"), "\t"))
		want = slices.DeleteFunc(want, func(s string) bool {
			return strings.Trim(s, "-.") == "" || !strings.Contains(printed, s)
		})
		best := 0
		for _, row := range ours {
			best = max(best, inOrderOf(want, row))
		}
		if best < len(want) && testing.Verbose() {
			t.Logf("%d of %q", best, want)
		}
		all, found = all+len(want), found+best
	}
	return all, found
}

// rowsOnPage are the texts of the rows on one page of a file, and all that is printed there.
func rowsOnPage(t *testing.T, file string, page int) ([][]string, string) {
	t.Helper()
	var out [][]string
	var all strings.Builder
	pages := pagesOfFile(t, file)
	for _, g := range pages[page-1].Glyphs {
		if !unicode.IsSpace(g.Rune) {
			all.WriteRune(g.Rune)
		}
	}
	for _, b := range Blocks(pages) {
		if b.Table == nil {
			continue
		}
		rows := make([][]string, b.Table.Rows)
		for _, c := range b.Table.Cells {
			if c.Place.Page == page {
				rows[c.Row] = append(rows[c.Row], c.Text)
			}
			for len(rows) < b.Table.Rows+len(c.Lines) { // a row of the hand may be a line in one of ours
				rows = append(rows, nil)
			}
			if c.Row < mostHeader {
				for i, l := range c.Lines {
					rows[b.Table.Rows+i] = append(rows[b.Table.Rows+i], l.Text)
				}
			}
		}
		for _, r := range rows {
			out = append(out, textsOf(r))
		}
	}
	return out, all.String()
}

// textsOf are the texts without blanks in them.
func textsOf(cells []string) []string {
	var out []string
	for _, c := range cells {
		if s := strings.Join(strings.Fields(c), ""); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// inOrderOf counts the longest run of texts that stand in both rows in the same order.
func inOrderOf(a, b []string) int {
	length := make([]int, len(b)+1)
	for _, x := range a {
		last := 0
		for k, y := range b {
			here := length[k+1]
			if x == strings.TrimRight(y, ".…") || x == y || strings.HasPrefix(y, x+"（") {
				length[k+1] = last + 1
			}
			length[k+1] = max(length[k+1], length[k])
			last = here
		}
	}
	return length[len(b)]
}
