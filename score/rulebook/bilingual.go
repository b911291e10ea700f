package rulebook

import (
	"reflect"

	"fuhe/extract/document"
)

var messageType = reflect.TypeFor[document.Message]()

// bilingual gives every text of a book a wording in English: the Chinese one, where a file gives only that.
// A text that was changed in Chinese alone must not keep the English of the book it builds on.
func (b *Book) bilingual(above *Book) {
	if above == nil {
		above = &Book{}
	}
	translate(reflect.ValueOf(b).Elem(), reflect.ValueOf(above).Elem())
}

// translate walks a value beside the one it was made from, which is invalid where there was none.
func translate(v, above reflect.Value) {
	switch {
	case v.Type() == messageType:
		m := v.Addr().Interface().(*document.Message)
		var old document.Message
		if above.IsValid() {
			old = above.Interface().(document.Message)
		}
		if m.EN == "" || m.ZH != old.ZH && m.EN == old.EN {
			m.EN = m.ZH
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			var from reflect.Value
			if above.IsValid() {
				from = above.Field(i)
			}
			translate(v.Field(i), from)
		}
	case v.Kind() == reflect.Slice:
		if above.IsValid() && v.Len() > 0 && above.Len() > 0 && v.Pointer() == above.Pointer() {
			return // inherited as it is, and shared with the book on the shelf
		}
		for i := range v.Len() {
			translate(v.Index(i), reflect.Value{})
		}
	}
}
