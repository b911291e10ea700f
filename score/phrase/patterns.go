package phrase

// patterns is the table of contents of the wordings that are known, in the order they are tried.
var patterns = [...][]pattern{
	bandPatterns, ratioPatterns, cutPatterns, openFirst, stepPatterns, countPatterns, ladderPatterns, binaryPatterns, openLast,
}

// Pieces that the patterns are made of.
const (
	num    = `([0-9]+(?:\.[0-9]+)?)`
	numx   = `[0-9]+(?:\.[0-9]+)?`
	cuts   = `(?:扣减|扣除|减扣|扣|减)`
	gives  = `(?:得|计|记|赋|给|为)`
	within = `[^。;\x00]`
)
