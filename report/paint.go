package report

import "fuhe/score/finding"

// paint colours words for a terminal, or leaves them as they are.
type paint bool

const (
	bold   = "1"
	dim    = "2"
	red    = "1;31"
	yellow = "1;33"
	cyan   = "36"
	green  = "32"
)

func (p paint) in(color, text string) string {
	if !bool(p) || text == "" {
		return text
	}
	return "\x1b[" + color + "m" + text + "\x1b[0m"
}

func levelColor(l finding.Level) string {
	switch l {
	case finding.Error:
		return red
	case finding.Warning:
		return yellow
	}
	return cyan
}
