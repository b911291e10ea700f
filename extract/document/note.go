package document

import (
	"context"
	"errors"
)

// Message is a text for users, in the languages the program speaks.
type Message struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// In returns the message in the language: "en", or Chinese for anything else.
func (m Message) In(lang string) string {
	if lang == "en" && m.EN != "" {
		return m.EN
	}
	return m.ZH
}

// Note is trouble with reading a document, never with its figures.
type Note struct {
	Code  Code    `json:"code"`
	Says  Message `json:"says"`
	Place Place   `json:"place,omitzero"`
}

// Code names a kind of trouble; codes are part of the public contract and never change.
type Code string

const (
	NoTextLayer Code = "no-text-layer" // a page is only a picture
	Encrypted   Code = "encrypted"     // needs a password that the empty one does not open
	Damaged     Code = "damaged"       // the file breaks off or contradicts itself
	Unsupported Code = "unsupported"   // not a format that is read
	Unreadable  Code = "unreadable"    // cannot be opened: no such file, no permission
	TooLarge    Code = "too-large"     // over a limit
	Timeout     Code = "timeout"       // over the time for one document
	GarbledText Code = "garbled-text"  // a font's characters cannot be mapped to Unicode
	NoForm      Code = "no-form"       // readable, but no self-evaluation in it

	// HiddenContent is no loss: rows, columns or sheets that a person would not see were read as well.
	HiddenContent Code = "hidden-content"
	LostGrid      Code = "lost-grid" // a text copy tore a table so that its rows cannot be told, or two pages may hold the halves of one
)

// Trouble is the error of a reader that could not read a document at all, or not in full: a Note that
// stopped the reading.
type Trouble struct {
	Note
	Err error // what lies behind it, if anything does
}

func (t *Trouble) Error() string {
	if t.Err != nil {
		return string(t.Code) + ": " + t.Says.EN + ": " + t.Err.Error()
	}
	return string(t.Code) + ": " + t.Says.EN
}

func (t *Trouble) Unwrap() error { return t.Err }

// Failed is the error of a document that could not be read: its code, what to tell users in both languages, and the
// error behind it, if there is one.
func Failed(code Code, zh, en string, err error) error {
	return &Trouble{Note: Note{Code: code, Says: Message{ZH: zh, EN: en}}, Err: err}
}

// Stopped is the error of a reading whose context ended: it was interrupted, or its time ran out.
func Stopped(err error) error {
	if errors.Is(err, context.Canceled) {
		return Failed(Timeout, "读取被中断。", "reading was interrupted", err)
	}
	return Failed(Timeout, "读取超时。", "the time for the document ran out", err)
}
