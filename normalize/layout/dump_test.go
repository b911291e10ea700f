package layout

import (
	"encoding/json"
	"os"
	"testing"

	"fuhe/extract/document"
	"fuhe/extract/plain"
	"fuhe/extract/table"
	"fuhe/normalize/lexicon"
)

func TestDump(t *testing.T) {
	name := os.Getenv("DUMP")
	if name == "" {
		t.Skip()
	}
	data, _ := os.ReadFile(name)
	lines, err := plain.Lines(data)
	if err != nil {
		t.Fatal(err)
	}
	doc := &document.Document{Format: "text", Blocks: table.Tabbed(lines)}
	for _, f := range Read(doc, lexicon.Load()) {
		out, _ := json.MarshalIndent(f, "", " ")
		os.Stdout.Write(out)
	}
}
