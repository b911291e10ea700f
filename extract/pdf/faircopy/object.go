package faircopy

// An object is nil, bool, int64, float64, text, name, array, dict, *stream or ref.
type object any

type (
	text  []byte
	name  string
	array []object
	dict  map[name]object
	ref   struct{ number, generation int64 }
)

// stream is a dictionary and its bytes as they stand in the file, decrypted but not unfiltered.
type stream struct {
	number int64 // of the object
	dict   dict
	raw    []byte
}

func isName(o object, want name) bool {
	n, ok := o.(name)
	return ok && n == want
}

func number(o object) (float64, bool) {
	switch v := o.(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}
