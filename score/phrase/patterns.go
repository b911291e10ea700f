package phrase

import (
	"slices"
	"sync"
)

// patterns is the table of contents of the wordings that are known, in the order they are tried. It is put
// together when the first printed rule is met.
var patterns = sync.OnceValue(func() []pattern {
	return slices.Concat(
		bandPatterns(), ratioPatterns(), cutPatterns(), openFirst(), stepPatterns(), countPatterns(), ladderPatterns(),
		binaryPatterns(), openLast(),
	)
})

// Pieces that the patterns are made of.
const (
	num    = `([0-9]+(?:\.[0-9]+)?)`
	numx   = `[0-9]+(?:\.[0-9]+)?`
	cuts   = `(?:扣减|扣除|减扣|扣|减)`
	gives  = `(?:得|计|记|赋|给|为)`
	within = `[^。;\x00]`
)
