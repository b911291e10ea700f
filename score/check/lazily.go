package check

import (
	"regexp"
	"sync"
)

// lazily is an expression that is compiled when it is first asked for: a run that never gets to its
// check should not pay for it at start-up.
func lazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
