package check

import "fuhe/normalize/quantity"

// sharesOfBefore holds the shares of a sentence against the total of the sentence before it, where their parts make up
// that total and so are all there are: 支出合计50万元。基本支出30万元，占60%；项目支出20万元，占40%. It returns how many.
func sharesOfBefore(p *Pass) int {
	all := p.read.spans()
	judged := 0
	for i := 1; i < len(all); i++ {
		s, before := all[i], all[i-1]
		shares := s.shares
		if s.index != before.index || len(shares) < 2 {
			continue
		}
		sum, ok := partsOfShares(s, shares)
		if !ok {
			continue
		}
		for _, q := range before.amounts {
			if plain(q) && q.Unit == shares[0].part.Unit && spread(q.Quantity).Meets(sum) {
				judged += judgeBefore(p, before, s, q, shares)
				break
			}
		}
	}
	return judged
}

// partsOfShares adds the parts of shares. ok is false if one has no part, or is of a whole of its own, or if the sentence
// holds other amounts before the first.
func partsOfShares(s span, shares []portion) (quantity.Interval, bool) {
	var sum quantity.Interval
	for i, x := range shares {
		if x.part == nil || !plain(*x.part) || !wholeBase(x.base) || x.part.Unit != shares[0].part.Unit {
			return sum, false
		}
		if i == 0 {
			sum = spread(x.part.Quantity)
			continue
		}
		sum = sum.Add(spread(x.part.Quantity))
	}
	for _, q := range s.amounts {
		if q.Start < shares[0].part.Start && q.Unit == shares[0].part.Unit {
			return sum, false
		}
	}
	return sum, !sum.IsZero()
}

func judgeBefore(p *Pass, before, s span, whole quantity.Found, shares []portion) int {
	text, place := before.Text[whole.Start:whole.End], before.place(whole.Start, whole.End-whole.Start)
	for _, x := range shares {
		if due, ok := partOf(*x.part, whole); ok && !rateHolds(due, x.percent.Value) {
			tellShare(p, s.spoken, x, text, place, due)
		}
	}
	return len(shares)
}
