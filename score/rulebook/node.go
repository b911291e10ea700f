package rulebook

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"fuhe/extract/document"
)

// reader of one file: it holds the file's nodes against the types of a book and notes where they do not
// fit, so that every mistake is told with its line and column and not only the first.
type walker struct {
	file     string
	problems Problems
}

func (w *walker) note(n *yaml.Node, path, zh, en string, args ...any) {
	w.problems = append(w.problems, Problem{
		File: w.file, Line: max(n.Line, 1), Column: max(n.Column, 1), Path: path,
		Says: document.Message{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)},
	})
}

// value holds a node against the type that is read from it.
func (w *walker) value(n *yaml.Node, t reflect.Type, path string) {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		w.note(n, path, "不支持锚点（&）和别名（*），请写出内容", "anchors (&) and aliases (*) are not read; write the content out")
	case t.Kind() == reflect.Struct:
		w.mapping(n, t, path)
	case t.Kind() == reflect.Slice:
		w.list(n, t, path)
	case n.Kind != yaml.ScalarNode:
		w.note(n, path, "这里应是%[1]s，不是%[2]s", "%[3]s is wanted here, not %[4]s", zhKind(t), zhNode(n), enKind(t), enNode(n))
	default:
		w.scalar(n, t, path)
	}
}

func (w *walker) mapping(n *yaml.Node, t reflect.Type, path string) {
	if n.Kind != yaml.MappingNode {
		w.note(n, path, "这里应是若干“键: 值”，不是%[1]s", "keys with values are wanted here, not %[2]s", zhNode(n), enNode(n))
		return
	}
	keys, seen := keysOf(t), map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		k, known := find(keys, name.Value)
		switch first, again := seen[name.Value]; {
		case again:
			w.note(name, path, "键 %q 在第%d行已经写过", "the key %q stands in line %d already", name.Value, first)
		case !known:
			w.unknownKey(name, keys, path)
		default:
			w.value(value, k.typ, join(path, name.Value))
		}
		seen[name.Value] = name.Line
	}
}

func find(keys []key, name string) (key, bool) {
	for _, k := range keys {
		if k.name == name {
			return k, true
		}
	}
	return key{}, false
}

func (w *walker) unknownKey(n *yaml.Node, keys []key, path string) {
	var known []string
	for _, k := range keys {
		known = append(known, k.name)
	}
	if near := nearest(n.Value, known); near != "" {
		w.note(n, path, "没有 %q 这个键，是否指 %s？", "no key %q; was %s meant?", n.Value, near)
		return
	}
	w.note(n, path, "没有 %[1]q 这个键，可用的有：%[2]s", "no key %q; there are: %[3]s", n.Value, strings.Join(known, "、"), strings.Join(known, ", "))
}

func (w *walker) list(n *yaml.Node, t reflect.Type, path string) {
	if n.Kind != yaml.SequenceNode {
		w.note(n, path, "这里应是列表，每项前加“- ”，不是%[1]s", "a list is wanted here, each item behind “- ”, not %[2]s", zhNode(n), enNode(n))
		return
	}
	for i, item := range n.Content {
		w.value(item, t.Elem(), path+"["+strconv.Itoa(i+1)+"]")
	}
}

func (w *walker) scalar(n *yaml.Node, t reflect.Type, path string) {
	choices := choicesOf(t)
	switch {
	case t == decimalType && n.Value != unset && !decimal(n.Value):
		w.note(n, path, "%q 不是十进制数，如 10、0.8", "%q is not a decimal such as 10 or 0.8", n.Value)
	case t.Kind() == reflect.Bool && n.Tag != "!!bool":
		w.note(n, path, "应为 true 或 false，不是 %q", "true or false is wanted, not %q", n.Value)
	case t.Kind() == reflect.Int && (n.Tag != "!!int" || !small(n.Value)):
		w.note(n, path, "应为整数，不是 %q", "a whole number is wanted, not %q", n.Value)
	case n.Tag == "!!null" && t.Kind() == reflect.String && t != decimalType:
		w.note(n, path, "没有填写内容", "nothing is given")
	case choices != nil && !known(n.Value, choices):
		w.unknownChoice(n, choices, path)
	}
}

func (w *walker) unknownChoice(n *yaml.Node, choices []string, path string) {
	zh, en := strings.Join(choices, "、"), strings.Join(choices, ", ")
	if near := nearest(n.Value, choices); near != "" {
		w.note(n, path, "不能是 %[1]q，是否指 %[2]s？可以是：%[3]s", "it cannot be %q; was %[2]s meant? It can be: %[4]s", n.Value, near, zh, en)
		return
	}
	w.note(n, path, "不能是 %[1]q，可以是：%[2]s", "it cannot be %q; it can be: %[3]s", n.Value, zh, en)
}

func known(word string, all []string) bool {
	for _, w := range all {
		if w == word {
			return true
		}
	}
	return false
}

// small reports whether the text is a plain number that fits a year or a count of digits.
func small(text string) bool {
	v, err := strconv.Atoi(text)
	return err == nil && v >= 0 && v < 10000
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

func zhKind(t reflect.Type) string {
	switch {
	case t == decimalType:
		return "数"
	case t.Kind() == reflect.Bool:
		return "true 或 false"
	case t.Kind() == reflect.Int:
		return "整数"
	}
	return "文字"
}

func enKind(t reflect.Type) string {
	switch {
	case t == decimalType:
		return "a number"
	case t.Kind() == reflect.Bool:
		return "true or false"
	case t.Kind() == reflect.Int:
		return "a whole number"
	}
	return "a text"
}

func zhNode(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "“键: 值”"
	case yaml.SequenceNode:
		return "列表"
	}
	if n.Tag == "!!null" {
		return "空白"
	}
	return fmt.Sprintf("%q", n.Value)
}

func enNode(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "keys with values"
	case yaml.SequenceNode:
		return "a list"
	}
	if n.Tag == "!!null" {
		return "nothing"
	}
	return fmt.Sprintf("%q", n.Value)
}

// at is the node that a path leads to, or the nearest above it that the file has.
func at(root *yaml.Node, path string) *yaml.Node {
	n := root
	for _, part := range strings.FieldsFunc(path, func(r rune) bool { return r == '.' || r == '[' || r == ']' }) {
		next := child(n, part)
		if next == nil {
			return n
		}
		n = next
	}
	return n
}

func child(n *yaml.Node, part string) *yaml.Node {
	if n.Kind == yaml.SequenceNode {
		if i, err := strconv.Atoi(part); err == nil && i >= 1 && i <= len(n.Content) {
			return n.Content[i-1]
		}
		return nil
	}
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == part {
			return n.Content[i+1]
		}
	}
	return nil
}
