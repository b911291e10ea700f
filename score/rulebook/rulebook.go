// Package rulebook is what a scoring method asks for: execution, quantitative and qualitative scores,
// weights, grades, explanations. Rulebooks are YAML files under books/; a new one costs no code.
package rulebook

import "fuhe/extract/document"

// Book is one rulebook.
type Book struct {
	ID      string
	Name    document.Message
	Clause  document.Message // the document it is taken from
	Extends string
}
