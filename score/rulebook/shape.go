package rulebook

import (
	"reflect"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
)

// key is one key of a mapping in a book's file.
type key struct {
	name string
	doc  document.Message
	typ  reflect.Type
}

// keysOf lists the keys that a struct is read from, in the order of its fields; inlined structs count in
// full.
func keysOf(t reflect.Type) []key {
	var keys []key
	for f := range fieldsOf(t) {
		name, option, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if option == "inline" {
			keys = append(keys, keysOf(f.Type)...)
			continue
		}
		if name == "" {
			name = strings.ToLower(f.Name)
		}
		zh, en, _ := strings.Cut(f.Tag.Get("doc"), "|")
		keys = append(keys, key{name, document.Message{ZH: zh, EN: en}, f.Type})
	}
	return keys
}

func fieldsOf(t reflect.Type) func(func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}

var decimalType = reflect.TypeFor[Decimal]()

// choicesOf lists the words that a field of the type may hold; nil for a type that is no choice.
func choicesOf(t reflect.Type) []string {
	switch t {
	case reflect.TypeFor[Evidence]():
		return words(Read, InForm, Software, Practice, Assumed)
	case reflect.TypeFor[form.Kind]():
		return words(form.Project, form.Department, form.Transfer, form.Evaluation)
	case reflect.TypeFor[Base]():
		return words(Initial, FullYear, Adjusted)
	case reflect.TypeFor[ZeroBudget]():
		return words(ZeroEarnsZero, ZeroEarnsFull, ZeroIsOpen)
	case reflect.TypeFor[Formula]():
		return words(Ratio, Inverse, Linear, TwoSided, AllOrNil)
	case reflect.TypeFor[ZeroTarget]():
		return words(ZeroAllOrNil, ZeroIsUnsaid)
	case reflect.TypeFor[Class]():
		return words(Met, Partly, Missed)
	case reflect.TypeFor[NotApplicable]():
		return words(Rescale, FullMarks, NotSettled, EarnsNought)
	case reflect.TypeFor[Condition]():
		return words(LowTarget)
	case reflect.TypeFor[Digits]():
		return words(HalfUp, Truncated, Integers)
	case reflect.TypeFor[RateFrom]():
		return words(FromAmounts, FromDisplayed)
	case reflect.TypeFor[Steps]():
		return words(WholeSteps, BegunSteps, ProRata)
	}
	return nil
}

func words[T ~string](all ...T) []string {
	out := make([]string, len(all))
	for i, w := range all {
		out[i] = string(w)
	}
	return out
}
