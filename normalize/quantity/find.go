package quantity

// Found is one amount in running text. Text[Start:End] holds the comparator, the number and its unit,
// as they are printed.
type Found struct {
	Quantity
	Start, End int
}

// FindAll finds all amounts in running text, in order and without overlap: numbers with or without
// units, percents, dates (Kind Date), and Chinese numerals that are followed by a counter and too long
// to be an idiom. Ordinals, numbers of papers and hotlines are returned with an empty Unit. It takes
// time linear in the length of the text.
func FindAll(text string) []Found {
	r := reader{text: text}
	var all []Found
	for at := 0; ; {
		a, ok := r.next(at)
		if !ok {
			return all
		}
		all = append(all, a.Found)
		at = a.End
	}
}

// next finds the next amount that starts at or behind floor.
func (r reader) next(floor int) (amount, bool) {
	for i := floor; i < len(r.text); {
		c := r.text[i]
		if c < '0' || c > '9' {
			if c < 0x80 {
				i++
				continue
			}
			if han, ok := HanAt(r.text, i); ok && !starts(han) { // most of all text, and none of it is folded
				i += hanBytes
				continue
			}
			if folded, n := r.at(i); !starts(folded) {
				i += n
				continue
			}
		}
		a, after, ok := r.amount(i, floor)
		if ok {
			return a, true
		}
		i = after
	}
	return amount{}, false
}

// MayHold is a cheap test before Parse and FindAll: it reports whether a text has a character that an amount may begin
// with.
func MayHold(text string) bool {
	for i := 0; i < len(text); {
		c, n := RuneAt(text, i)
		if starts(foldRune(c)) {
			return true
		}
		i += n
	}
	return false
}

// starts reports whether a character can begin a number or a date.
func starts(c rune) bool { return c == '半' || c == '年' || digit(c) || numeric(c) }
