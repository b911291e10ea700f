package corpus_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/corpus"
	"fuhe/normalize/form"
	output "fuhe/report"
)

var update = flag.Bool("update", false, "rewrite the golden files under testdata/golden")

// TestHandOvers keeps what each stage hands to the next for two reports, so that a red test names the
// stage: the document, the forms in it, and what was found.
func TestHandOvers(t *testing.T) {
	for name, path := range map[string]string{"eight": "tabbed/eight.txt", "clinic": "project/clinic.pdf"} {
		p := corpus.Checking("")
		p.Keep = true
		r := p.Check(t.Context(), corpus.Gather([]string{filepath.Join("..", "testdata", path)}, nil)[0])
		if r.Document == nil {
			t.Fatalf("%s was not read: %v", path, r.Notes)
		}
		r.Source.Path = path
		forms := make([]*form.Form, 0, len(r.Reports))
		for _, one := range r.Reports {
			forms = append(forms, one.Form)
		}
		document := map[string]any{"format": r.Document.Format, "notes": r.Document.Notes, "blocks": r.Document.Blocks}
		handOver(t, name+".document.json", outlined(t, document))
		handOver(t, name+".form.json", outlined(t, forms))
		handOver(t, name+".report.json", reported(t, r))
	}
}

// handOver holds a text against its golden file.
func handOver(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("..", "testdata", "golden", name)
	if *update {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(got), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got); go test ./corpus -run TestHandOvers -update\n%s", name, diff)
	}
}

// reported is the public JSON of a file that was checked.
func reported(t *testing.T, r *output.Result) string {
	t.Helper()
	var out bytes.Buffer
	format, _ := output.FormatOf("json")
	w := format.New(&out, &output.Options{Lang: "zh"})
	if err := errors.Join(w.Write(r), w.Close()); err != nil {
		t.Fatal(err)
	}
	var value any
	if err := json.Unmarshal(out.Bytes(), &value); err != nil {
		t.Fatal(err)
	}
	return outlined(t, value)
}

// outlined is a value as JSON that is made to be compared: small objects on one line, and no boxes,
// whose last digits depend on the processor.
func outlined(t *testing.T, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var tree any
	if err := decoder.Decode(&tree); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	outline(&b, unboxed(tree), "")
	return b.String() + "\n"
}

// unboxed drops the boxes of all places, and what is null.
func unboxed(tree any) any {
	switch v := tree.(type) {
	case map[string]any:
		for key, child := range v {
			if key == "box" || child == nil {
				delete(v, key)
				continue
			}
			v[key] = unboxed(child)
		}
	case []any:
		for i := range v {
			v[i] = unboxed(v[i])
		}
	}
	return tree
}

// lineLength is up to how many bytes a value is written on one line.
const lineLength = 240

func outline(b *strings.Builder, tree any, indent string) {
	flat := compact(tree)
	list, isList := tree.([]any)
	fields, isObject := tree.(map[string]any)
	switch {
	case len(flat) <= lineLength || !isList && !isObject:
		b.WriteString(flat)
	case isList:
		b.WriteString("[")
		for i, child := range list {
			b.WriteString(comma(i) + indent + " ")
			outline(b, child, indent+" ")
		}
		b.WriteString("\n" + indent + "]")
	default:
		b.WriteString("{")
		keys := make([]string, 0, len(fields))
		for key := range fields {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for i, key := range keys {
			b.WriteString(comma(i) + indent + " " + compact(key) + ": ")
			outline(b, fields[key], indent+" ")
		}
		b.WriteString("\n" + indent + "}")
	}
}

func comma(i int) string {
	if i == 0 {
		return "\n"
	}
	return ",\n"
}

// compact is JSON on one line, with signs such as < as they are.
func compact(value any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return err.Error()
	}
	return strings.TrimSuffix(b.String(), "\n")
}
