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
func (f *file) unfilter(s *stream) ([]byte, error) {
	names, parameters := f.filters(s.dict)
	data := s.raw
	for i, n := range names {
		limit := min(maxStream, f.budget)
		out, err := decode(n, data, f.predictor(parameters[i]), int(limit))
		if err != nil {
			return nil, err
		}
		data = out
		if f.budget -= int64(len(data)); f.budget <= 0 {
			return nil, ErrTooLarge
		}
	}
	return data, nil
}

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
