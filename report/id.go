package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"fuhe/extract/document"
)

// DocumentID names a result's document by the first 16 digits of its content's hash, so that it is the same in
// every run; by its path where there was no content.
func DocumentID(r *Result) string {
	if len(r.Source.SHA256) >= 16 {
		return r.Source.SHA256[:16]
	}
	sum := sha256.Sum256([]byte(r.Source.Path))
	return hex.EncodeToString(sum[:8])
}

// FormID names the n-th form, from 0, of a result.
func FormID(r *Result, n int) string { return fmt.Sprintf("%s-%d", DocumentID(r), n+1) }

// Where says in words where a person would look; empty when the place is not known.
func Where(p document.Place, lang string) string { return where(p, lang) }

// Plain keeps what a file wrote to one line, without the signs that steer a terminal.
func Plain(s string) string { return plain(s) }
