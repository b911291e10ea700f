package quantity

import (
	"math/big"
	"strings"
	"sync"
)

// mostDigits is how many digits a number may have to be read without big arithmetic.
const mostDigits = 17

var powers = [...]int64{1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17}

// brief reads a number of few digits, as nearly all in a report are; nil for any other text.
func brief(s string) *big.Rat {
	v, behind, ok := briefly(s)
	if !ok {
		return nil
	}
	for behind > 0 && v%10 == 0 {
		v, behind = v/10, behind-1
	}
	if behind == 0 {
		return Whole(v)
	}
	return fraction(v, powers[behind])
}

// mostPoints is the greatest of the whole numbers that a report is full of: weights, scores and rates.
const mostPoints = 100

// points are the whole numbers up to it. They are made once, since a document asks for them thousands of times.
var points = sync.OnceValue(func() *[mostPoints + 1]big.Rat {
	var all [mostPoints + 1]big.Rat
	var words [mostPoints + 1]big.Word
	for i := range words {
		words[i] = big.Word(i)
		all[i].Num().SetBits(words[i : i+1 : i+1])
	}
	return &all
})

// Whole is a whole number. It may be shared: nothing must be computed into it.
func Whole(v int64) *big.Rat {
	if v < 0 || v > mostPoints {
		return integer(v)
	}
	return &points()[v]
}

// briefly reads a number of few digits without its point, behind which so many of them stand.
func briefly(s string) (v int64, behind int, ok bool) {
	digits, negative := strings.CutPrefix(s, "-")
	if digits == "" || len(digits) > mostDigits {
		return 0, 0, false
	}
	point := len(digits) - 1
	for i := range len(digits) {
		switch c := digits[i]; {
		case c >= '0' && c <= '9':
			v = v*10 + int64(c-'0')
		case c == '.' && point == len(digits)-1 && i > 0 && i < point:
			point = i
		default:
			return 0, 0, false
		}
	}
	if negative {
		v = -v
	}
	return v, len(digits) - 1 - point, true
}
