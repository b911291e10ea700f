// Package normalize turns a document into the self-evaluation forms it holds: the one place where the
// readers of forms are joined. It judges nothing.
package normalize

import (
	"sync"

	"fuhe/extract/document"
	"fuhe/normalize/claim"
	"fuhe/normalize/form"
	"fuhe/normalize/layout"
	"fuhe/normalize/lexicon"
)

// words is the lexicon, loaded when the first document is read.
var words = sync.OnceValue(lexicon.Load)

// Forms reads the forms of a document, with the claims of their narrative tied to their rows. It
// returns none where the document holds no self-evaluation.
func Forms(doc *document.Document) []*form.Form {
	forms, unread := layout.Read(doc, words()), unreadPages(doc)
	for _, f := range forms {
		claim.Cut(f)
		f.Claims = claim.Read(f)
		f.Unread, f.Gaps = unread, gaps(f, unread)
	}
	return forms
}
