package phrase

import (
	"regexp"
	"sync"
)

// lazily is an expression that is compiled when it is first asked for: a run that meets no printed rule
// should not pay for compiling them all at start-up.
func lazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
