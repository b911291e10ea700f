package faircopy

import "sync"

// maxStream is the most bytes that one stream may unpack to: no page's contents come near it.
const maxStream = 32 << 20

// maxUnpacked is the most bytes that one file may unpack to, whatever its limits allow.
const maxUnpacked = 160 << 20

// streams are those of a copy, packed as they stand in the file.
type streams struct {
	lock   sync.Mutex // holds what follows, but for the list itself and how its streams are packed
	list   []*kept    // the first has the number 1
	budget int64      // bytes that may still be unpacked
	full   bool       // a stream unpacks to more than one may
}

// kept is a stream of a copy.
type kept struct {
	packed
	object int64 // its number in the file
	asked  bool  // it was unpacked before
	broken bool  // nothing could be unpacked
}

// Append appends what a stream holds, as far as it goes; each stream is good for maxStream bytes at most.
func (s *streams) Append(to []byte, number int64) []byte {
	if number < 1 || number > int64(len(s.list)) {
		return to
	}
	k := s.list[number-1]
	budget := s.left()
	if budget <= 0 {
		return to
	}
	out, spent, err := k.unpackOnto(to, budget)
	s.lock.Lock()
	defer s.lock.Unlock()
	if !k.asked { // several pages may ask for one stream
		s.budget -= spent
		k.asked = true
	}
	n := len(out) - len(to)
	k.broken = err != nil || n == 0 && len(k.raw) > 32
	s.full = s.full || n >= maxStream
	if err != nil {
		return to
	}
	return out
}

func (s *streams) left() int64 {
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.budget
}

// Err tells whether the streams that were asked for are together more than may be unpacked.
func (s *streams) Err() error {
	if s.left() <= 0 {
		return ErrTooLarge
	}
	return nil
}
