package form

import (
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
)

// Claim is a figure stated in running text, tied to what it speaks of.
type Claim struct {
	Subject   string         `json:"subject"` // the words the sentence uses
	Quantity  Entry          `json:"quantity"`
	Sentence  string         `json:"sentence"`
	Place     document.Place `json:"place"`
	Role      Role           `json:"role,omitempty"`
	About     Tie            `json:"about,omitzero"`
	Year      int            `json:"year,omitempty"` // if the sentence names one
	Paragraph int            `json:"-"`              // index into Form.Text
	Offset    int            `json:"-"`              // byte offset of the figure in its paragraph's text
}

// Role is which figure of its subject a claim states.
type Role string

const (
	RoleActual Role = "actual" // 完成值
	RoleTarget Role = "target" // 指标值
	RoleBudget Role = "budget"
	RoleSpent  Role = "spent"
	RoleRate   Role = "rate"   // 执行率
	RoleScore  Role = "score"  // 得分
	RoleTotal  Role = "total"  // 总分
	RoleChange Role = "change" // 同比, 较上年
	RoleOther  Role = "other"
)

// Tie says which entry of the form a claim speaks of; Index is -1 and Kind empty when none was found.
type Tie struct {
	Kind  string `json:"kind,omitempty"` // indicator, fund, section or total
	Index int    `json:"index"`          // into the form's list of that kind
	Trust int    `json:"trust"`          // 0…100: by name similarity and unit
}

// PlaceAt is the place of the byte at offset in the paragraph's joined text: the printed line it
// stands on, quoting the words around it.
func (p *Paragraph) PlaceAt(offset, length int) document.Place {
	place, at := p.Place, 0
	for i := range p.Lines {
		n := len(quantity.TrimSpace(p.Lines[i].Text))
		if offset < at+n || i == len(p.Lines)-1 {
			place = p.Lines[i].Place
			break
		}
		at += n
	}
	return place.Quoting(around(p.Text, offset, length))
}

// around cuts the words before, at and behind a figure, at most QuoteLength characters in all.
func around(text string, offset, length int) string {
	end := min(offset+length, len(text))
	start := offset
	for n := document.QuoteLength - utf8.RuneCountInString(text[offset:end]) - 6; n > 0 && start > 0; n-- {
		r, size := quantity.RuneBefore(text, start)
		if r == '。' || r == '；' || r == '\n' {
			break
		}
		start -= size
	}
	for n := 6; n > 0 && end < len(text); n-- {
		_, size := quantity.RuneAt(text, end)
		end += size
	}
	return text[start:end]
}
