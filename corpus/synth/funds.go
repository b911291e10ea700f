package synth

import "fuhe/corpus/truth"

// fundTable says how a form prints its money.
type fundTable struct {
	label string // over all rows at the left; empty for none
	name  string // header over the names of the rows
	cols  []column
	total string   // name of the total row
	parts []string // names of the other rows, in their order
	tail  bool     // the total stands below its parts
}

// column is one column of a table: what stands in it and the words of its header.
type column struct{ role, head string }

// funds writes the block of money. Only the total row has weight and score.
func (s *sheet) funds(t fundTable) {
	rows := 1
	parts := s.r.parts
	if len(parts) > len(t.parts) {
		parts = parts[:0]
	}
	if len(t.parts) > 0 && len(parts) > 0 {
		rows += len(t.parts)
	}
	var line []box
	if t.label != "" {
		line = append(line, head(t.label).down(rows+1))
	}
	line = append(line, head(t.name).grow())
	for _, c := range t.cols {
		line = append(line, head(c.head))
	}
	s.put(line...)
	if !t.tail {
		s.fundRow(t, t.total, s.r.fund, true)
	}
	for i := range rows - 1 {
		f := fund{}
		if i < len(parts) {
			f = parts[i]
		}
		s.fundRow(t, t.parts[i], f, false)
	}
	if t.tail {
		s.fundRow(t, t.total, s.r.fund, true)
	}
}

func (s *sheet) fundRow(t fundTable, name string, f fund, total bool) {
	known := truth.Fund{Name: name}
	line := []box{text(name).grow()}
	for _, c := range t.cols {
		line = append(line, s.fundCell(c, f, total, &known))
	}
	if f.budget != "" {
		s.form.Funds = append(s.form.Funds, known)
	}
	s.put(line...)
}

func (s *sheet) fundCell(c column, f fund, total bool, known *truth.Fund) box {
	switch c.role {
	case "initial":
		return s.amount(f.initial, &known.Initial)
	case "base": // the initial budget, where it is what the rate is reckoned on
		return s.amount(f.budget, &known.Initial)
	case "budget":
		return s.amount(f.budget, &known.Budget)
	case "spent":
		return s.amount(f.spent, &known.Spent)
	case "weight":
		return s.pointCell(f.weight, &known.Weight, s.st.blank)
	case "rate":
		return s.rateCell(f, total, "%", &known.Rate)
	case "bare rate":
		return s.rateCell(f, total, "", &known.Rate)
	case "score":
		return s.pointCell(f.score, &known.Score, s.st.blank)
	case "reason":
		if total && f.spent != f.budget {
			return text(s.r.spends)
		}
	case "rule":
		if total {
			return text("得分=执行率×该指标分值，最高不得超过分值上限。")
		}
	}
	return text("")
}

func (s *sheet) amount(v string, e *truth.Entry) box {
	if v == "" {
		return text(s.st.blank)
	}
	shown := s.st.amount(v)
	*e = truth.Entry{Text: shown, Value: v}
	return text(shown).typed(s.numberFormat(v), v)
}

// numberFormat is the workbook's format for a decimal; blank where cells hold text.
func (s *sheet) numberFormat(v string) string {
	if !s.st.typed {
		return ""
	}
	format := "0"
	if s.st.commas {
		format = "#,##0"
	}
	if n := decimals(v); n > 0 {
		format += "." + "000000"[:n]
	}
	return format
}

func (s *sheet) pointCell(v string, e *truth.Entry, blank string) box {
	if v == "" {
		return text(blank)
	}
	*e = truth.Entry{Text: v, Value: v}
	b := text(v)
	b.Centred = true
	if s.st.typed {
		format := "0"
		if n := decimals(v); n > 0 {
			format += "." + "000000"[:n]
		}
		b = b.typed(format, v)
	}
	return b
}

// rateCell prints a rate; parts have one only when the office fills them in.
func (s *sheet) rateCell(f fund, total bool, sign string, e *truth.Entry) box {
	if f.rate == "" || !total && !s.st.partRates {
		return text(s.st.blank)
	}
	shown := f.rate + sign
	*e = truth.Entry{Text: shown, Value: f.rate, Unit: sign}
	b := text(shown)
	if s.st.typed && sign == "%" {
		format := "0"
		if n := decimals(f.rate); n > 0 {
			format += "." + "000000"[:n]
		}
		b = b.typed(format+"%", times(f.rate, 1, 100, decimals(f.rate)+2))
	}
	return b
}

// moneyNote is the unit of money in brackets, as headers print it.
func (s *sheet) moneyNote() string { return s.st.bracket(s.st.money) }
