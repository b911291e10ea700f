package wording

// program is an expression made ready: nodes that name what follows them. All numbers in it are small, for a
// program is short-lived and memory that is touched for the first time costs more than the rest of its making.
type program struct {
	source  string
	nodes   []node
	start   uint16
	classes []class
	spans   []rune // pairs of the first and the last character, of the classes
	words   []stretch
	atStart bool      // a match begins only where the text does
	first   letters   // with which a match may begin
	behind  []letters // with which may begin what follows a run of characters
	groups  int       // the whole match counted
}

// stretch is a part of the source, or of one of the lists of a program.
type stretch struct{ from, to uint16 }

// kind is what a node matches.
type kind uint8

const (
	done    kind = iota // nothing: the match ends here
	literal             // the bytes from..to of the source
	oneOf               // one of the words from..to, the first that leads to a match
	runes               // from..to characters of the class
	either              // what other names, else what then names
	mark                // nothing, and notes the place as the begin or end of a group
	atStart             // nothing, where the text begins
	atEnd               // nothing, where it ends
)

// node is one step of a match. Its fields mean what its kind says.
type node struct {
	kind     kind
	few      bool   // of runes: fewest first
	optional bool   // of oneOf: or none of them
	behind   uint8  // of runes: one more than the place of what may begin behind them, 0 where anything may
	then     uint16 // what follows
	other    uint16 // of either: what is tried first; of runes: the class
	from, to uint16 // of mark: its place in the groups
}

// largest is the highest number of a program; the next means something else.
const (
	largest = 1<<16 - 2
	many    = largest + 1 // as often as one likes
	nowhere = largest + 1 // the place of a mark that notes nothing
)

// mostNodes is how many nodes can be named with one of their two fields.
const mostNodes = largest / 2
