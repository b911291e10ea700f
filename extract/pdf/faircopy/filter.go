package faircopy

import (
	"errors"
)

// maxStream is the most bytes that one stream may unpack to: no page's contents come near it.
const maxStream = 32 << 20

// maxUnpacked is the most bytes that one file may unpack to, whatever its limits allow: they are held
// in memory all at once.
const maxUnpacked = 160 << 20

// maxFilters is how many filters may stand in a row.
const maxFilters = 8

// errFilter says that a stream is stored in a way that only pictures are.
var errFilter = errors.New("a filter of pictures")

// unfilter returns what a stream holds. A stream that breaks off yields what could be read of it.
func (f *file) unfilter(s *stream) ([]byte, error) { return f.unfilterOnto(nil, s) }

// unfilterOnto appends what a stream holds to out; the last filter writes there itself, for copying
// whole documents about takes longer than reading them.
func (f *file) unfilterOnto(out []byte, s *stream) ([]byte, error) {
	names, parameters := f.filters(s.dict)
	data := s.raw
	for i, n := range names {
		limit := int(min(maxStream, f.budget))
		p := f.predictor(parameters[i])
		last := i == len(names)-1
		from := len(out)
		if last && isFlate(n) && !p.used() {
			out = inflateOnto(out, data, limit)
			return out, f.spend(len(out) - from)
		}
		decoded, err := decode(n, data, p, limit)
		if err != nil {
			return out, err
		}
		data = decoded
		if err := f.spend(len(data)); err != nil {
			return out, err
		}
	}
	if out == nil {
		return data, nil
	}
	return append(out, data...), nil
}

// spend takes unpacked bytes off what the document may unpack to.
func (f *file) spend(bytes int) error {
	if f.budget -= int64(bytes); f.budget <= 0 {
		return ErrTooLarge
	}
	return nil
}

func isFlate(n name) bool { return n == "FlateDecode" || n == "Fl" }

// filters lists a stream's filters and the parameters of each.
func (f *file) filters(d dict) ([]name, []dict) {
	filter, parameters := f.get(first(d, "Filter", "F")), f.get(first(d, "DecodeParms", "DP"))
	if n, ok := filter.(name); ok {
		if a, ok := parameters.(array); ok && len(a) > 0 {
			parameters = a[0]
		}
		return []name{n}, []dict{f.dict(parameters)}
	}
	list, _ := filter.(array)
	list = list[:min(len(list), maxFilters)]
	names, dicts := make([]name, len(list)), make([]dict, len(list))
	each, _ := parameters.(array)
	for i := range list {
		names[i] = f.name(list[i])
		if i < len(each) {
			dicts[i] = f.dict(each[i])
		} else if len(list) == 1 {
			dicts[i] = f.dict(parameters)
		}
	}
	return names, dicts
}

func first(d dict, keys ...name) object {
	for _, k := range keys {
		if o, ok := d[k]; ok {
			return o
		}
	}
	return nil
}

func decode(filter name, data []byte, p predictor, limit int) ([]byte, error) {
	switch filter {
	case "FlateDecode", "Fl":
		return p.undo(inflate(data, limit)), nil
	case "LZWDecode", "LZW":
		return p.undo(unLZW(data, p.early, limit)), nil
	case "ASCII85Decode", "A85":
		return unASCII85(data), nil
	case "ASCIIHexDecode", "AHx":
		return unHex(data), nil
	case "RunLengthDecode", "RL":
		return unRunLength(data, limit), nil
	case "Crypt", "":
		return data, nil
	}
	return nil, errFilter
}
