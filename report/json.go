package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// newJSON prints one indented object, or an array when several results may come.
func newJSON(w io.Writer, o *Options) Writer { return &objects{w: w, options: o} }

type objects struct {
	w       io.Writer
	options *Options
	printed int
}

func (j *objects) Write(r *Result) error {
	text, err := encode(fileOf(r, j.options.Lang), "  ")
	if err != nil {
		return err
	}
	before := ""
	if j.options.Many {
		before = ",\n"
		if j.printed == 0 {
			before = "[\n"
		}
	}
	j.printed++
	_, err = fmt.Fprintf(j.w, "%s%s", before, bytes.TrimSuffix(text, []byte("\n")))
	return err
}

func (j *objects) Close() error {
	after := ""
	switch {
	case j.options.Many && j.printed == 0:
		after = "[]\n"
	case j.options.Many:
		after = "\n]\n"
	case j.printed > 0:
		after = "\n"
	}
	_, err := io.WriteString(j.w, after)
	return err
}

// newLines prints one object a line.
func newLines(w io.Writer, o *Options) Writer { return &lines{w, o} }

type lines struct {
	w       io.Writer
	options *Options
}

func (j *lines) Write(r *Result) error {
	text, err := encode(fileOf(r, j.options.Lang), "")
	if err != nil {
		return err
	}
	_, err = j.w.Write(text)
	return err
}

func (j *lines) Close() error { return nil }

// encode writes v with a line end and without escaping <, > and &, which stand in many targets.
func encode(v any, indent string) ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(v); err != nil {
		return nil, fmt.Errorf("json: %w", err)
	}
	return out.Bytes(), nil
}

// WriteJSON prints v, what a stage handed on, as one indented object or array.
func WriteJSON(w io.Writer, v any) error {
	text, err := encode(v, "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}
