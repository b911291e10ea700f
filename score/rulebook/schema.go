package rulebook

import (
	"encoding/json"
	"reflect"
	"strings"
)

// SchemaID names the schema in the files that refer to it.
const SchemaID = "fuhe-rulebook-1"

// Schema is the JSON Schema (2020-12) of a book's file, made from the types that a file is read into, as a
// value to be encoded: mappings keep the order of their keys.
func Schema() any {
	return Object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", SchemaID},
		{"title", "fuhe 复核：评分规则 · rulebook"},
		{"description", "fuhe rulebook check FILE 校验，含数值之间的关系。fuhe rulebook check FILE holds the figures against each other too."},
		{"type", "object"},
		{"additionalProperties", false},
		{"required", []string{"name"}},
		{"properties", properties(reflect.TypeFor[Book]())},
	}
}

// Object is a JSON object that keeps the order of its members.
type Object []Member

// Member is one member of an Object.
type Member struct {
	Name  string
	Value any
}

func properties(t reflect.Type) Object {
	var all Object
	for _, k := range keysOf(t) {
		s := schemaOf(k.typ)
		if k.doc.ZH != "" {
			s = append(Object{{"description", k.doc.ZH + "\n" + k.doc.EN}}, s...)
		}
		all = append(all, Member{k.name, s})
	}
	return all
}

func schemaOf(t reflect.Type) Object {
	switch {
	case t == decimalType:
		return Object{{"anyOf", []Object{
			{{"type", "number"}},
			{{"type", "string"}, {"pattern", decimalPattern}},
			{{"const", unset}},
		}}}
	case t.Kind() == reflect.Struct:
		return Object{{"type", "object"}, {"additionalProperties", false}, {"properties", properties(t)}}
	case t.Kind() == reflect.Slice:
		return Object{{"type", "array"}, {"items", schemaOf(t.Elem())}}
	case t.Kind() == reflect.Bool:
		return Object{{"type", "boolean"}}
	case t.Kind() == reflect.Int:
		return Object{{"type", "integer"}}
	}
	s := Object{{"type", "string"}}
	if choices := choicesOf(t); choices != nil {
		s = append(s, Member{"enum", choices})
	}
	return s
}

// MarshalJSON writes the members in their order.
func (o Object) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		for j, part := range []any{m.Name, m.Value} {
			if j > 0 {
				b.WriteByte(':')
			}
			text, err := json.Marshal(part)
			if err != nil {
				return nil, err
			}
			b.Write(text)
		}
	}
	b.WriteByte('}')
	return []byte(b.String()), nil
}
