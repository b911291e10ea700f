package claim

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// shared is the folder beside the repository that holds the owner's samples; tests on it skip without it.
func shared(t testing.TB, path ...string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(append([]string{"..", "..", "..", "shared"}, path...)...))
	if err != nil {
		t.Skip("the shared samples are not here")
	}
	return data
}

type facts struct {
	Year       int
	Funds      []struct{ Name, Budget, Spent, Rate string }
	Indicators [][]string
}

// sample builds a form of the known facts and a plain joining of the sample's lines.
func sample(t testing.TB, name string, skipTo string) *form.Form {
	t.Helper()
	var truth struct {
		Files map[string]struct{ Facts facts }
	}
	if err := json.Unmarshal(shared(t, "seeds", "truth.json"), &truth); err != nil {
		t.Fatal(err)
	}
	known := truth.Files[name].Facts
	f := &form.Form{Kind: form.Department, Year: known.Year}
	for _, x := range known.Funds {
		f.Funds = append(f.Funds, form.Fund{Name: x.Name, Budget: entry(x.Budget), Spent: entry(x.Spent), Rate: entry(x.Rate + "%"), Money: "万元"})
	}
	for _, x := range known.Indicators {
		f.Indicators = append(f.Indicators, form.Indicator{Name: x[0], Target: entry(x[1]), Actual: entry(x[2]), Score: entry(x[3])})
	}
	text := string(shared(t, "seeds", name+".txt"))
	text = text[strings.Index(text, skipTo):]
	f.Text = joined(strings.Split(text, "\n"))
	return f
}

func entry(text string) form.Entry { return form.Entry{Text: text, Quantity: quantity.Parse(text)} }

// joined makes paragraphs of printed lines: one ends where a line ends in a full stop.
func joined(lines []string) []form.Paragraph {
	var all []form.Paragraph
	var p form.Paragraph
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if line == "" || strings.Contains(line, "\t") {
			continue
		}
		place := document.Place{Line: i + 1}
		if p.Text == "" {
			p.Place = place
		}
		p.Text += line
		p.Lines = append(p.Lines, document.Line{Text: line, Place: place})
		if strings.HasSuffix(line, "。") || strings.HasSuffix(line, "析") {
			all, p = append(all, p), form.Paragraph{}
		}
	}
	return append(all, p)
}

func TestDump(t *testing.T) {
	for name, from := range map[string]string{"000_5e3338d54c835f56": "1.预算执行情况分析", "003_feeea4db5d6622b3": "一、部门概况\n\n（一）"} {
		f := sample(t, name, from)
		for _, c := range Read(f) {
			about := ""
			if c.About.Kind == "indicator" {
				about = f.Indicators[c.About.Index].Name
			} else if c.About.Kind == "fund" {
				about = f.Funds[c.About.Index].Name
			}
			t.Logf("%-10s %-14s y%d [%s] -> %s %s %d  @%s", c.Role, c.Quantity.Text, c.Year, c.Subject, c.About.Kind, about, c.About.Trust, c.Place.Quote)
		}
	}
}
