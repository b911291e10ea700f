package wording

// program is an expression made ready: nodes that name what follows them.
type program struct {
	source  string
	nodes   []node
	start   int32
	classes []class
	lists   []string // the words of the nodes of kind words
	first   bytes    // with which a match may begin
	groups  int      // the whole match counted
}

// kind is what a node matches.
type kind uint8

const (
	done    kind = iota // nothing: the match ends here
	literal             // the bytes from..to of the source
	words               // one of the lists from..to, the first that leads to a match
	runes               // from..to characters of the class
	either              // what other names, else what then names
	mark                // nothing, and notes the place as the begin or end of a group
	atStart             // nothing, where the text begins
	atEnd               // nothing, where it ends
)

// node is one step of a match. Its fields mean what its kind says.
type node struct {
	kind     kind
	few      bool  // of runes: fewest first
	optional bool  // of words: or none of them
	then     int32 // what follows
	other    int32 // of either: what is tried first; of runes: the class
	from, to int32 // of mark: its place in the groups
}

// many is as often as one likes.
const many = -1
