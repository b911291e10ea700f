package layout

import (
	"context"
	"encoding/json"
	"os"
	"testing"

	"fuhe/extract"
	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
)

func TestDump(t *testing.T) {
	name := os.Getenv("DUMP")
	if name == "" {
		t.Skip()
	}
	data, _ := os.ReadFile(name)
	doc, err := extract.Read(context.Background(), name, data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("RAW") != "" {
		out, _ := json.MarshalIndent(doc.Blocks, "", " ")
		os.Stdout.Write(out)
		return
	}
	for _, f := range Read(doc, lexicon.Load()) {
		out, _ := json.MarshalIndent(f, "", " ")
		os.Stdout.Write(out)
	}
}
