package rulebook

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
)

func compiledSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := json.Marshal(Schema())
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("rulebook.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("rulebook.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asJSON is what an editor makes of a YAML text.
func asJSON(t *testing.T, text []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestSchemaAdmitsEveryBook, and refuses what the program refuses by its shape.
func TestSchemaAdmitsEveryBook(t *testing.T) {
	s := compiledSchema(t)
	names, err := books.ReadDir("books")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := books.ReadFile("books/" + name.Name())
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(asJSON(t, text)); err != nil {
			t.Errorf("%s: %v", name.Name(), err)
		}
	}
	for _, wrong := range []string{
		"{}", head + "execution: {wieght: 20}\n", head + "execution: {weight: 二十}\n", head + "quantitative: {negative: [invers]}\n",
		head + "quantitative: {negative: inverse}\n", head + "explain: {missed: 是}\n", head + "match: {from: 二〇二〇}\n",
	} {
		if s.Validate(asJSON(t, []byte(wrong))) == nil {
			t.Errorf("the schema admits %s", wrong)
		}
	}
}

// TestEveryKeyIsExplained in both languages, for editors show nothing else; and every word that stands for
// a choice is one of a list.
func TestEveryKeyIsExplained(t *testing.T) {
	var walk func(reflect.Type, string)
	walk = func(typ reflect.Type, path string) {
		for _, k := range keysOf(typ) {
			at := join(path, k.name)
			if typ != messageType && (k.doc.ZH == "" || k.doc.EN == "" || strings.Contains(k.doc.EN, "|")) {
				t.Errorf("%s is not explained in both languages", at)
			}
			for k.typ.Kind() == reflect.Slice {
				k.typ = k.typ.Elem()
			}
			switch {
			case k.typ.Kind() == reflect.Struct:
				walk(k.typ, at)
			case k.typ.Kind() == reflect.String && k.typ != reflect.TypeFor[string]() && k.typ != decimalType && choicesOf(k.typ) == nil:
				t.Errorf("%s: no list of the words that %s may be", at, k.typ)
			}
		}
	}
	walk(reflect.TypeFor[Book](), "")
}
