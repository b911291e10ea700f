package form

import "fuhe/extract/document"

// Content is one line of the table of contents (目录), without its page number and the dots before it.
type Content struct {
	Title string         `json:"title"`
	Place document.Place `json:"place"`
}
