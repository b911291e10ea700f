package report

import (
	"fmt"
	"io"
	"strings"

	"fuhe/extract/document"
	"fuhe/score/finding"
)

// newText prints a short head for each form, its findings by level, and what could not be checked.
func newText(w io.Writer, o *Options) Writer {
	return &text{w: w, options: o, paint: paint(o.Color)}
}

type text struct {
	w       io.Writer
	options *Options
	paint   paint
	tally   tally
}

func (t *text) Write(r *Result) error {
	var b strings.Builder
	if t.tally.files > 0 {
		b.WriteString("\n")
	}
	b.WriteString(t.paint.in(bold, plain(r.Source.Path)) + "\n")
	for _, n := range r.Notes {
		b.WriteString("  " + t.note(r.Status, n) + "\n")
	}
	for i, f := range r.Reports {
		if i > 0 {
			b.WriteString("\n")
		}
		t.form(&b, f, i+1, len(r.Reports))
	}
	t.gone(&b, r.Gone)
	t.tally.add(r)
	_, err := io.WriteString(t.w, b.String())
	return err
}

// note says what could not be read, in the colour of its weight.
func (t *text) note(s Status, n document.Note) string {
	lang := t.options.Lang
	color, word := yellow, say("读取提示", "reading")
	if s == Failed {
		color, word = red, statusWord(Failed)
	}
	line := fmt.Sprintf("%s [%s] %s", t.paint.in(color, word.In(lang)), n.Code, plain(n.Says.In(lang)))
	if at := located(n.Place, briefQuote, lang); at != "" {
		line += say("（", " (").In(lang) + at + say("）", ")").In(lang)
	}
	return line
}

func (t *text) form(b *strings.Builder, r *finding.Report, number, of int) {
	t.head(b, r, number, of)
	for _, f := range byLevel(r.Findings) {
		t.finding(b, r, f)
	}
	if len(r.Findings) == 0 {
		fmt.Fprintf(b, "  %s\n", t.paint.in(green, fmt.Sprintf(
			say("未发现不一致（已执行 %d 项检查）", "no disagreement found (checks run: %d)").In(t.options.Lang), len(r.Ran))))
	}
	t.clauses(b, r.Findings)
	t.accepted(b, r.Accepted)
	t.skipped(b, r.Skipped)
}

func (t *text) Close() error {
	_, err := fmt.Fprintf(t.w, "\n%s\n", t.paint.in(bold, t.tally.line(t.options.Passed, t.options.Lang)))
	return err
}
